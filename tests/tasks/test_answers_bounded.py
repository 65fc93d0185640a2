"""Which answers come, in what order, and what is said of those that do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kinu_reader.model import Filters, SearchRequest, TextQuality
from kinu_reader.tasks.archive import catch_up
from kinu_reader.tasks.editing import delete
from kinu_reader.tasks.searching import answering, explain, facets, search
from kinu_reader.tasks.understanding import bounds

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinu_reader.tasks.archive import Archive


def turn_pages(archive: Archive, brief: int, state: str) -> None:
    """Give the first page of a brief another state."""
    with archive.library._connections.write() as connection:
        connection.execute("UPDATE page SET state = ? WHERE brief = ? AND number = 1", (state, brief))


@pytest.fixture
def of_each_quality(full_shelf: Archive) -> Archive:
    """The samples, one of them read off a picture, another partly unseen, a third both."""
    turn_pages(full_shelf, 1, "ocr")
    turn_pages(full_shelf, 2, "broken-fonts")
    turn_pages(full_shelf, 3, "ocr")
    with full_shelf.library._connections.write() as connection:
        connection.execute("UPDATE page SET state = 'no-text' WHERE brief = 3 AND number = 2")
    return full_shelf


def test_every_brief_has_one_quality(of_each_quality: Archive) -> None:
    counted = facets(of_each_quality, SearchRequest("")).qualities
    seen = {quality: answering(of_each_quality, SearchRequest("", Filters(quality=quality))) for quality in TextQuality}
    assert counted == {quality: len(ids) for quality, ids in seen.items()}
    assert sum(counted.values()) == of_each_quality.library.count()[0]
    assert 1 in seen[TextQuality.OCR]
    assert {2, 3} == set(seen[TextQuality.PARTIAL])


@pytest.mark.parametrize("typed", ["quality:partial", "품질:일부", "QUALITY:PARTIAL"])
def test_quality_is_typed(of_each_quality: Archive, typed: str) -> None:
    assert set(answering(of_each_quality, SearchRequest(typed))) == {2, 3}


def test_a_quality_there_is_not_is_read_as_words(of_each_quality: Archive) -> None:
    assert search(of_each_quality, SearchRequest("horizon quality:superb")).query.plain


def test_of_those_that_answer_as_well_the_newest_comes_first(shelf: Archive, shelve: Callable[..., int]) -> None:
    ids = [shelve("The harbour froze.", date=date) for date in ("2019-05-06", "2023-01-02", "2021-03-04")]
    catch_up(shelf)
    newest = [ids[1], ids[2], ids[0]]
    found = search(shelf, SearchRequest("harbour"))
    assert len({answer.score for answer in found.answers}) == 1
    assert [answer.brief.id for answer in found.answers] == newest
    paged = [search(shelf, SearchRequest("harbour", limit=1, offset=n)).answers[0].brief.id for n in range(3)]
    assert paged == newest
    assert [answer.brief.id for answer in search(shelf, SearchRequest("harbour zeppelin")).answers] == newest
    assert [answer.brief.id for answer in search(shelf, SearchRequest("")).answers] == newest


def test_only_what_finds_something_is_offered(full_shelf: Archive) -> None:
    assert search(full_shelf, SearchRequest("unificaton")).suggestions == ("unification",)
    for text in ("author:unificaton", "unificaton year:1066", "unificaton tag:none"):
        assert not search(full_shelf, SearchRequest(text)).suggestions


def test_the_filter_that_leaves_a_brief_out_is_named(full_shelf: Archive) -> None:
    (brief,) = full_shelf.library.named("CO 24-15/en")
    why = explain(full_shelf, SearchRequest("horizon year:2024 lang:ko", Filters(quality=TextQuality.OCR)), brief)
    assert why.bounded
    assert not why.answers
    assert bounds(why.bounds) == {"lang": "ko", "quality": "ocr"}
    assert explain(full_shelf, SearchRequest("horizon year:2024", Filters(language="en")), brief).answers


def test_the_bin_is_bounded_by_what_is_typed(full_shelf: Archive) -> None:
    delete(full_shelf, full_shelf.library.named("CO 24-15"))
    catch_up(full_shelf)
    korean = search(full_shelf, SearchRequest("lang:ko", Filters(binned=True)))
    assert [answer.brief.record.language for answer in korean.answers] == ["ko"]
    assert search(full_shelf, SearchRequest("통일", Filters(binned=True))).total == 0


def test_each_word_of_an_or_is_switched_off(full_shelf: Archive) -> None:
    both = answering(full_shelf, SearchRequest("horizon OR 철도"))
    without = answering(full_shelf, SearchRequest("horizon OR 철도", without=("철도",)))
    assert without == answering(full_shelf, SearchRequest("horizon"))
    assert set(without) < set(both)


def test_bounds_are_named_as_they_are_typed() -> None:
    assert bounds(Filters(years=(2019, None), tag="a", division="b")) == {"division": "b", "year": "2019..", "tag": "a"}
    assert bounds(Filters(years=(2019, 2019))) == {"year": "2019"}
    assert bounds(Filters(needs_review=True)) == {}

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinu_reader.model import Filters, Page, PageState, Passage, PassageKind, SearchRequest, Sort
from kinu_reader.tasks.reading import open_brief
from kinu_reader.tasks.searching import all_hits, joined, leading, page_at, search

if TYPE_CHECKING:
    from kinu_reader.tasks.archive import Archive

PAGES = (
    Page(1, "i", 500, 700, 0, 120, PageState.GOOD, b""),  # its footnote stands in the text behind the first of page 2
    Page(2, "ii", 500, 700, 100, 200, PageState.GOOD, b""),
)


def test_the_leading_mark_has_most_others_close_behind() -> None:
    text = "x" * 1000
    assert leading([], text) == 0
    assert leading([(0, 5)], text) == 0
    assert leading([(0, 5), (300, 305), (310, 315), (900, 905)], text) == 1
    assert leading([(0, 5), (10, 15), (300, 305), (310, 315)], text) == 0
    assert leading([(0, 2), (9, 11), (12, 14)], "ab and x ab cd") == 1


def test_neighbouring_marks_are_seen_as_one() -> None:
    assert joined([(0, 2), (3, 5), (8, 10)], "ab cd, ef gh") == [(0, 5), (8, 10)]


def test_the_page_of_a_place() -> None:
    body, note = Passage(0, 50, 118, 1), Passage(1, 105, 119, 1, PassageKind.FOOTNOTE)
    assert page_at(PAGES, body, 60) == 1
    assert page_at(PAGES, body, 110) == 2
    assert page_at(PAGES, note, 110) == 1


@given(st.text(max_size=40))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_can_be_searched(full_shelf: Archive, text: str) -> None:
    result = search(full_shelf, SearchRequest(text, limit=3))
    assert len(result.answers) <= 3
    for answer in result.answers:
        for hit in answer.passages:
            assert hit.highlights
            assert all(0 <= a < b <= len(hit.text) for a, b in hit.highlights)


def test_an_author_is_found_by_initials(full_shelf: Archive) -> None:
    found = search(full_shelf, SearchRequest("S.-Y. Han"))
    assert found.total == 2
    assert {name.name for one in found.answers[:2] for name in one.brief.record.authors} == {"Han, Seo-yul", "한서율"}
    without = search(full_shelf, SearchRequest("S.-Y. Han", expand=False))
    assert without.total == 0


def test_the_second_page_goes_on_where_the_first_one_ends(full_shelf: Archive) -> None:
    whole = search(full_shelf, SearchRequest("the", limit=50)).answers
    parts = [search(full_shelf, SearchRequest("the", limit=3, offset=at)).answers for at in range(0, len(whole), 3)]
    assert [one for part in parts for one in part] == list(whole)


def test_without_words_everything_is_listed(full_shelf: Archive) -> None:
    result = search(full_shelf, SearchRequest("  ", limit=5))
    assert result.total == full_shelf.library.count()[0]
    assert len(result.answers) == 5
    korean = search(full_shelf, SearchRequest("", Filters(language="ko"), limit=100))
    assert {answer.brief.record.language for answer in korean.answers} == {"ko"}


def test_order_by_date(full_shelf: Archive) -> None:
    result = search(full_shelf, SearchRequest("unification", sort=Sort.DATE, limit=100))
    dates = [a.brief.record.date for a in result.answers if a.brief.record.date and not a.lacks]
    assert len(dates) > 2
    assert dates == sorted(dates, reverse=True)


def test_a_hit_runs_over_the_page_break(full_shelf: Archive) -> None:
    """The sample brief whose sentence goes on behind the running head of the next page."""
    result = search(full_shelf, SearchRequest("unification", limit=100))
    for answer in result.answers:
        for passage in full_shelf.library.passages(answer.brief.id):
            text = full_shelf.library.text(answer.brief.id)[passage.start : passage.end]
            assert "Online Series CO" not in text or passage.kind is PassageKind.FRONT


def test_all_hits_of_a_brief(full_shelf: Archive) -> None:
    request = SearchRequest("통일", passages=1)
    answer = search(full_shelf, request).answers[0]
    hits = all_hits(full_shelf, request, answer.brief.id)
    assert len(hits) == answer.hits > len(answer.passages)
    assert [hit.passage for hit in hits] == sorted(hit.passage for hit in hits)


def test_an_open_brief_has_every_hit_in_reading_order(full_shelf: Archive) -> None:
    result = search(full_shelf, SearchRequest('"diplomatic horizon"'))
    opened = open_brief(full_shelf, result.answers[0].brief.id, result.query)
    assert opened is not None
    starts = [place.start for place in opened.places]
    assert starts == sorted(starts)
    assert len(starts) >= 2
    assert opened.file.is_file()
    assert all(place.page == place.boxes[0][0] for place in opened.places)
    assert open_brief(full_shelf, 999, result.query) is None


@pytest.mark.parametrize("query", ["재해보험금"])
def test_the_nars_brief_answers(shelf: Archive, shared: object, query: str) -> None:
    from pathlib import Path

    from kinu_reader.tasks.importing import import_files

    (file,) = (Path(str(shared)) / "corpora" / "briefs" / "ko").glob("nars-issue-*.pdf")
    (added,) = import_files(shelf, [file], jobs=1).added
    result = search(shelf, SearchRequest(query, passages=100))
    (answer,) = result.answers
    assert answer.brief.id == added.id
    assert answer.brief.record.series == "이슈와 논점"
    assert {hit.text[a:b] for hit in answer.passages for a, b in hit.highlights} == {query}


def test_the_seed(shelf: Archive, shared: object) -> None:
    from pathlib import Path

    from kinu_reader.tasks.importing import import_files

    (file,) = (Path(str(shared)) / "samples").glob("*.txt")
    (added,) = import_files(shelf, [file], jobs=1).added
    brief = shelf.library.brief(added.id)
    assert brief is not None
    record, text = brief.record, shelf.library.text(added.id)
    assert (record.series, record.code, record.year, record.language) == ("Online Series", "CO 24-15", 2024, "en")
    assert record.institute == "Korea Institute for National Unification"
    (author,) = record.authors
    assert (author.name, author.role) == ("Suh, Bo-hyuk", "Research Fellow")
    assert author.division == "North Korean Research Division"
    assert record.copyright == "©KINU 2024"
    assert "CO 24-15" not in text
    assert "Online Series" not in text
    (answer,) = search(shelf, SearchRequest('"diplomatic horizon"')).answers
    (hit,) = answer.passages
    assert [hit.text[a:b] for a, b in hit.highlights] == ["diplomatic horizon"]
    assert "personal view" in (record.disclaimer or "")
    passages = shelf.library.passages(added.id)
    assert not any("personal view" in text[passage.start : passage.end] for passage in passages)

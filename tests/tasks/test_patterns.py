"""A corrected brief as the pattern for its series."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kinu_reader.metadata import follow, pattern_of
from kinu_reader.model import Pattern, Record, WrongValue
from kinu_reader.tasks.editing import edit, undo
from kinu_reader.tasks.importing import import_files
from kinu_reader.tasks.patterns import foreseen, pattern_from, set_pattern
from kinu_reader.tasks.rereading import reread

if TYPE_CHECKING:
    from pathlib import Path

    from kinu_reader.tasks.archive import Archive

TITLES = ("Ferries across a Narrow Strait", "Wheat in the Upper Valley", "Bridges before Summits")


def brief(folder: Path, number: int, series: str = "Online Series") -> Path:
    path = folder / f"{series} {number}.txt"
    head = f"{series} CO 24-{number:02}\n\nFebruary 20, 2024\n\n{TITLES[number % 3]}\n\n"
    path.write_text(head + "Han, Seo-yul (Research Fellow, Sea Division)\n\nThe tide.", encoding="utf-8")
    return path


def record_of(archive: Archive, id: int) -> Record:
    return archive.library.briefs([id])[id].record


def test_a_series_follows_its_pattern_now_and_later(shelf: Archive, tmp_path: Path) -> None:
    paths = [brief(tmp_path, 1), brief(tmp_path, 2), brief(tmp_path, 4, "KINU Insight")]
    first, second, other = (item.id for item in import_files(shelf, paths, jobs=1).added)
    edit(shelf, [first], {"series": "KINU Online Series", "place": "Seoul", "url": "https://example.org/CO24-01.pdf"})
    edit(shelf, [first], {"title": "Mine alone"})
    pattern = pattern_from(shelf, first)
    assert pattern.series == ("Online Series", "KINU Online Series")
    assert pattern.given == {
        "series": "KINU Online Series", "place": "Seoul", "url": "https://example.org/{code}.pdf",
    }  # fmt: skip
    shown = {(one.brief, one.field): one.after.value for one in foreseen(shelf, pattern)}
    assert shown == {
        (second, "series"): "KINU Online Series",
        (second, "place"): "Seoul",
        (second, "url"): "https://example.org/CO24-02.pdf",
    }
    assert [known.id for known in set_pattern(shelf, pattern)] == [second]
    assert record_of(shelf, second).provenance["place"] == "pattern"
    assert record_of(shelf, other).place is None
    assert reread(shelf, [first, second, other], jobs=1).differences == ()
    (later,) = import_files(shelf, [brief(tmp_path, 3)], jobs=1).added
    assert record_of(shelf, later.id).url == "https://example.org/CO24-03.pdf"
    undo(shelf)
    assert record_of(shelf, second).series == "Online Series"
    assert shelf.library.edits.patterns() == []


def test_what_a_person_typed_goes_before_a_pattern(shelf: Archive, tmp_path: Path) -> None:
    first, second = (item.id for item in import_files(shelf, [brief(tmp_path, 1), brief(tmp_path, 2)], jobs=1).added)
    edit(shelf, [second], {"place": "Busan"})
    edit(shelf, [first], {"place": "Seoul"})
    assert set_pattern(shelf, pattern_from(shelf, first)) == []
    assert record_of(shelf, second).place == "Busan"


def test_what_was_set_before_is_added_to(shelf: Archive, tmp_path: Path) -> None:
    first, second = (item.id for item in import_files(shelf, [brief(tmp_path, 1), brief(tmp_path, 2)], jobs=1).added)
    edit(shelf, [first], {"place": "Seoul"})
    set_pattern(shelf, pattern_from(shelf, first))
    edit(shelf, [second], {"copyright": "Nobody"})
    assert pattern_from(shelf, second).given == {"place": "Seoul", "copyright": "Nobody"}
    edit(shelf, [second], {"language": "en"})
    assert pattern_from(shelf, second, ["language"]).given == {"place": "Seoul", "language": "en"}


def test_without_a_series_or_anything_that_it_could_share_there_is_none(shelf: Archive, tmp_path: Path) -> None:
    (first,) = import_files(shelf, [brief(tmp_path, 1)], jobs=1).added
    edit(shelf, [first.id], {"title": "Mine alone"})
    with pytest.raises(WrongValue) as caught:
        pattern_from(shelf, first.id)
    assert caught.value.field == "pattern"
    edit(shelf, [first.id], {"series": "", "place": "Seoul"})
    undo(shelf)
    (tmp_path / "x.txt").write_text("A page of prose and nothing else.", encoding="utf-8")
    (plain,) = import_files(shelf, [tmp_path / "x.txt"], jobs=1).added
    with pytest.raises(WrongValue) as caught:
        pattern_from(shelf, plain.id)
    assert caught.value.field == "series"


@pytest.mark.parametrize(
    ("record", "place"),
    [
        (Record(series="online series", institute="KINU"), "Seoul"),
        (Record(series="Online Series"), "Seoul"),
        (Record(series="Online Series", institute="Another Institute"), None),
        (Record(series="Online Series 2"), None),
        (Record(institute="KINU"), None),
    ],
)
def test_which_briefs_are_of_the_series(record: Record, place: str | None) -> None:
    pattern = Pattern("Online Series", ("Online Series",), ("KINU",), {"place": "Seoul"})
    assert follow([pattern], record).place == place


def test_an_address_without_the_code_is_that_of_one_brief() -> None:
    source = {"url": "user", "place": "user"}
    record = Record(series="S", code="CO 24-1", url="https://example.org/1", place="Seoul", provenance=source)
    pattern = pattern_of(record, None, None)
    assert pattern is not None
    assert pattern.given == {"place": "Seoul"}
    address = Pattern("S", ("S",), (), {"url": "https://example.org/{code}"})
    assert follow([address], Record(series="S")).url is None

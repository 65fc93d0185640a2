"""Many records corrected at once: shown first, made as one edit, taken back as one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kinu_reader.model import Author, Filters, Record, SearchRequest, WrongValue
from kinu_reader.tasks.corrections import appending, confirming, replacing, setting
from kinu_reader.tasks.editing import correct, edit, edited, preview, redo, undo
from kinu_reader.tasks.searching import search

if TYPE_CHECKING:
    from kinu_reader.tasks.archive import Archive

RECORD = Record(
    title="The Straits. The Strait",
    authors=(Author("Han, Seo-yul", "Han", "Seo-yul", "Research Fellow", "Sea Division"),),
    keywords=("ferries",),
    year=2024,
)


@pytest.mark.parametrize(
    ("field", "old", "new", "regex", "after"),
    [
        ("title", "Strait", "Channel", False, "The Channels. The Channel"),
        ("title", ".", "!", False, "The Straits! The Strait"),
        ("title", r"The (\w+)$", r"A \1", True, "The Straits. A Strait"),
        ("title", r"\1", "x", False, "The Straits. The Strait"),
        ("title", "The Straits. The Strait", "", False, None),
        ("keywords", "ferries", "ferries; tides", False, ("ferries", "tides")),
        ("year", "24", "25", False, 2025),
    ],
)
def test_a_text_is_replaced(field: str, old: str, new: str, regex: bool, after: object) -> None:
    corrected = replacing(field, old, new, regex=regex)(RECORD)
    assert getattr(corrected, field) == after
    assert (field in corrected.provenance) is (getattr(RECORD, field) != after)


def test_a_division_is_replaced_within_the_authors() -> None:
    (author,) = replacing("authors", "Sea Division", "Ocean Division")(RECORD).authors
    assert (author.name, author.role, author.division) == ("Han, Seo-yul", "Research Fellow", "Ocean Division")


@pytest.mark.parametrize(
    ("field", "old", "new", "regex"),
    [
        ("colour", "a", "b", False),
        ("title", "", "b", False),
        ("title", "(", "b", True),
        ("title", "x*", "b", True),
        ("title", "The", r"\2", True),
        ("year", "2024", "soon", False),
    ],
)
def test_nonsense_is_refused_before_anything_is_changed(field: str, old: str, new: str, regex: bool) -> None:
    with pytest.raises(WrongValue):
        replacing(field, old, new, regex=regex)(RECORD)


def test_something_is_added() -> None:
    assert appending("title", " (revised)")(RECORD).title == "The Straits. The Strait (revised)"
    assert appending("keywords", "tides")(RECORD).keywords == ("ferries", "tides")
    assert [author.name for author in appending("authors", "{A Body}")(RECORD).authors] == ["Han, Seo-yul", "A Body"]
    assert appending("place", "Seoul")(RECORD).place == "Seoul"
    with pytest.raises(WrongValue):
        appending("title", " ")
    with pytest.raises(WrongValue):
        setting({"year": "soon"})


def test_a_doubtful_value_is_confirmed() -> None:
    doubtful = Record(title="Trains", provenance={"title": "page 1"}, needs_review=("title", "date", "text"))
    sure = confirming(["title", "date", "text"])(doubtful)
    assert (sure.title, sure.date, sure.needs_review) == ("Trains", None, ())
    assert sure.provenance == {"title": "user", "date": "user", "text": "user"}
    with pytest.raises(WrongValue):
        confirming(["colour"])


def test_what_would_change_is_shown_and_then_changed_as_one_edit(full_shelf: Archive) -> None:
    ids = full_shelf.library.ids()
    before = full_shelf.library.briefs(ids)
    correction = setting({"place": "Seoul"})
    shown = preview(full_shelf, ids, correction)
    assert [(one.brief, one.field, one.before.value, one.after.value) for one in shown] == [
        (id, "place", None, "Seoul") for id in ids
    ]
    assert full_shelf.library.briefs(ids) == before
    assert [brief.record.place for brief in correct(full_shelf, ids, correction)] == ["Seoul"] * len(ids)
    assert len(undo(full_shelf)) == len(ids)
    assert full_shelf.library.briefs(ids) == before
    assert len(redo(full_shelf)) == len(ids)


def test_one_wrong_value_changes_nothing(full_shelf: Archive) -> None:
    ids = full_shelf.library.ids()
    before = full_shelf.library.briefs(ids)
    year = str(before[ids[-1]].record.year)
    with pytest.raises(WrongValue):
        correct(full_shelf, ids, replacing("year", year, "soon"))
    assert full_shelf.library.briefs(ids) == before
    assert not full_shelf.library.edits.undoable()


def test_a_correction_is_found_at_once(full_shelf: Archive) -> None:
    ids = full_shelf.library.ids()
    correct(full_shelf, ids, appending("title", "zeppelinology"))
    assert search(full_shelf, SearchRequest("title:zeppelinology")).total == len(ids)
    undo(full_shelf)
    assert search(full_shelf, SearchRequest("title:zeppelinology")).total == 0


def test_tags_are_edited_with_the_fields(full_shelf: Archive) -> None:
    one, two, *_ = full_shelf.library.ids()
    edit(full_shelf, [one, two], {"tags": "to read; sea", "place": "Seoul"})
    (after, _) = edit(full_shelf, [one, two], {"tags": "sea"})
    assert after.tags == ("sea",)
    assert search(full_shelf, SearchRequest("tag:sea")).total == 2
    undo(full_shelf)
    undo(full_shelf)
    assert full_shelf.library.ids(Filters(tag="sea")) == []
    assert full_shelf.library.briefs([one])[one].record.place is None


def test_what_is_to_be_reviewed_is_listed_by_groups(full_shelf: Archive) -> None:
    ids = full_shelf.library.ids()
    doubtful = {"institute": "Mine", "series": "Ferries", "date": ""}
    for id in ids[-3:]:
        full_shelf.library.edits.make({id: lambda record: replace(edited(record, doubtful), needs_review=("date",))})
    listed = search(full_shelf, SearchRequest("", Filters(needs_review=True), limit=100)).answers
    assert [answer.brief.id for answer in listed][:3] == list(full_shelf.library.to_review()[0].briefs) == ids[-3:]
    correct(full_shelf, ids[-3:], confirming(["date"]))
    assert full_shelf.library.briefs(ids)[ids[-1]].record.needs_review == ()


def test_a_collection_is_a_bound_on_a_search(full_shelf: Archive) -> None:
    ids = full_shelf.library.ids()[:3]
    full_shelf.library.shelves.put(ids, "To cite")
    assert search(full_shelf, SearchRequest('collection:"to cite"')).total == 3
    assert search(full_shelf, SearchRequest('모음:"to cite"')).total == 3
    assert search(full_shelf, SearchRequest("", Filters(collection="To cite"))).total == 3

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.model import Author, Record, SearchRequest, WrongValue
from kinu_reader.tasks.editing import authors_as_text, authors_from, edit, edited, undo
from kinu_reader.tasks.importing import import_files
from kinu_reader.tasks.searching import search

if TYPE_CHECKING:
    from pathlib import Path

    from kinu_reader.tasks.archive import Archive

WORDS = st.text(alphabet="ABab가나", min_size=1, max_size=8)
AUTHORS = st.builds(
    lambda family, given, role, division: Author(f"{family}, {given}", family, given, role, division),
    WORDS,
    WORDS,
    st.none() | WORDS,
    st.none() | WORDS,
)


@given(st.lists(AUTHORS, max_size=4))
def test_authors_as_text_are_read_again(authors: list[Author]) -> None:
    assert authors_from(authors_as_text(authors)) == tuple(authors)


def test_authors_of_the_contract() -> None:
    text = "Hong, Min (Research Fellow, Peace Research Division); 오경섭; {Korea Institute for National Unification}"
    assert authors_from(text) == (
        Author("Hong, Min", "Hong", "Min", "Research Fellow", "Peace Research Division"),
        Author("오경섭", "오", "경섭"),
        Author("Korea Institute for National Unification"),
    )
    with pytest.raises(WrongValue):
        authors_from("Hong (Min")


@pytest.mark.parametrize(
    ("field", "text"), [("colour", "red"), ("year", "24"), ("date", "2024-13"), ("date", "soon"), ("language", "fr")]
)
def test_nonsense_is_refused(field: str, text: str) -> None:
    with pytest.raises(WrongValue) as caught:
        edited(Record(), {field: text})
    assert (caught.value.field, caught.value.text) == (field, text)


def test_an_edit_is_found_marked_and_taken_back(full_shelf: Archive) -> None:
    brief = search(full_shelf, SearchRequest("CO 24-15 lang:en")).answers[0].brief
    (after,) = edit(full_shelf, [brief.id], {"title": "Zeppelins over the Strait", "date": ""})
    assert (after.record.title, after.record.date) == ("Zeppelins over the Strait", None)
    assert after.record.provenance["title"] == after.record.provenance["date"] == "user"
    assert search(full_shelf, SearchRequest("zeppelins")).answers[0].brief.id == brief.id
    edit(full_shelf, [brief.id], {"title": "Again"})
    assert undo(full_shelf, brief.id) == [after]
    assert undo(full_shelf) == [brief]
    assert search(full_shelf, SearchRequest("zeppelins")).total == 0
    assert undo(full_shelf, brief.id) == []
    assert edit(full_shelf, [999], {"title": "x"}) == []


def test_what_a_person_typed_survives_a_new_version(shelf: Archive, tmp_path: Path) -> None:
    head = (
        "Online Series CO 24-77\n\nFerries across a Narrow Strait\n\nHan, Seo-yul (Research Fellow, Sea Division)\n\n"
    )
    path = tmp_path / "one.txt"
    path.write_text(head + "The tide.", encoding="utf-8")
    (first,) = import_files(shelf, [path], jobs=1).added
    edit(shelf, [first.id], {"title": "Ferries across a Narrow Strait, Revisited", "authors": "Ok, Min"})
    path.write_text(head + "The moon.", encoding="utf-8")
    (updated,) = import_files(shelf, [path], jobs=1).updated
    record = shelf.library.briefs([updated.id])[updated.id].record
    assert record.title == "Ferries across a Narrow Strait, Revisited"
    assert [author.name for author in record.authors] == ["Ok, Min"]
    assert record.provenance["authors"] == "user"

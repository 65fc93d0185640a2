"""The log of what a person did to bookmarks: any of it goes back to nothing, and forward again to the same."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinu_reader.library import Library
from kinu_reader.model import (
    Anchor,
    Bookmark,
    Brief,
    Colour,
    FileKind,
    Page,
    PageState,
    Passage,
    Placing,
    Record,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = "A brief about trains.\n\n기차에 관한 브리프."
BRIEF = Brief(
    FileKind.TEXT,
    TEXT,
    (Page(1, "", 500.0, 700.0, 0, len(TEXT), PageState.GOOD, b""),),
    (Passage(0, 0, 21, 1), Passage(1, 23, len(TEXT), 1)),
    name="trains.txt",
)
NAMES = ("one", "two", "three")
EDITS = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.sampled_from(["put", "note", "colour", "tags", "place", "delete", "restore", "undo", "redo"]),
        st.integers(0, 3),
    ),
    max_size=25,
)


def add(library: Library) -> int:
    file = library.folder / "trains.txt"
    file.write_text(TEXT, encoding="utf-8")
    return library.add(BRIEF, Record(title="Trains"), hashlib.sha256(file.read_bytes()).hexdigest(), file)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "archive", create=True)
    yield opened
    opened.close()


def made(name: str, brief: int, start: int = 2) -> Bookmark:
    anchor = Anchor(start, start + 5, TEXT[start : start + 5], "", "", 1, "", ((1, (1.0, 2.0, 3.0, 4.5)),), "f", 1)
    return Bookmark(name, brief, anchor)


def do(library: Library, brief: int, name: str, what: str, n: int) -> None:
    bookmarks = library.bookmarks
    known = next(iter(bookmarks.get([name])), None)
    match what:
        case "put":
            bookmarks.put([made(name, brief)])
        case "delete":
            bookmarks.delete([name])
        case "restore":
            bookmarks.restore([name])
        case "undo":
            bookmarks.undo()
        case "redo":
            bookmarks.redo()
        case _ if known is not None:
            changed = {
                "note": replace(known, note=f"note {n}"),
                "colour": replace(known, colour=list(Colour)[n]),
                "tags": replace(known, tags=tuple(map(str, range(n)))),
                "place": replace(known, anchor=made(name, brief, n).anchor, state=Placing.MOVED, was="x"),
            }
            bookmarks.change([changed[what]])


def state(library: Library) -> list[Bookmark]:
    return [replace(bookmark, changed="", created="") for bookmark in library.bookmarks.get(NAMES)]


@settings(max_examples=40)
@given(EDITS)
def test_back_to_nothing_and_forward_to_the_same(edits: list[tuple[str, str, int]]) -> None:
    with TemporaryDirectory() as folder:
        library = Library.open(Path(folder), create=True)
        try:
            brief = add(library)
            for edit in edits:
                do(library, brief, *edit)
            end = state(library)
            steps = 0
            while library.bookmarks.undo():
                steps += 1
            assert all(bookmark.binned for bookmark in state(library))
            assert next(library.index_entries([brief])).fields == ()
            while steps and library.bookmarks.redo():
                steps -= 1
            assert steps == 0
            if not any(edit[1] in ("undo", "redo") for edit in edits):
                assert state(library) == end
                assert library.bookmarks.redo() == []
        finally:
            library.close()


def test_a_bookmark_comes_back_as_it_was_put(library: Library) -> None:
    brief = add(library)
    kept = replace(
        made("one", brief), note="# 메모", tags=("a", "나"), colour=Colour.ROSE, state=Placing.MOVED, was="w"
    )
    (put,) = library.bookmarks.put([kept], {"one": b"png"})
    assert put.created
    assert replace(library.bookmarks.get(["one"])[0], changed="") == replace(put, changed="")
    assert replace(put, created="", changed="") == kept
    assert library.bookmarks.picture("one") == b"png"
    assert library.bookmarks.picture("two") is None
    assert library.bookmarks.put([made("one", brief)]) == []
    assert library.bookmarks.get(["two", "one"]) == library.bookmarks.of_brief(brief)


def test_a_note_changes_the_revision_and_no_note_leaves_it(library: Library) -> None:
    brief = add(library)
    before = library.revisions()
    library.bookmarks.put([made("one", brief)])
    assert library.revisions() == before
    library.bookmarks.change([replace(made("one", brief), note="a note")])
    assert library.revisions() != before
    (entry,) = library.index_entries([brief])
    assert entry.revision == library.revisions()[brief]
    library.bookmarks.delete(["one"])
    assert library.revisions() == before


def test_a_newer_reading_makes_places_stale_and_a_persons_place_is_left_alone(library: Library) -> None:
    brief = add(library)
    library.bookmarks.put([made("one", brief), made("two", brief)])
    assert library.bookmarks.stale() == []
    library.reread(brief, BRIEF, Record(title="Trains"))
    assert [bookmark.id for bookmark in library.bookmarks.stale()] == ["one", "two"]
    newer = [replace(b, anchor=replace(b.anchor, start=8, end=13, reading=2)) for b in library.bookmarks.stale()]
    by_hand = replace(newer[0], anchor=replace(newer[0].anchor, start=9))
    library.bookmarks.change([by_hand])
    library.bookmarks.place(newer, {"two": b"png"})
    assert [b.anchor.start for b in library.bookmarks.get(["one", "two"])] == [9, 8]
    assert library.bookmarks.picture("two") == b"png"
    assert library.bookmarks.stale() == []

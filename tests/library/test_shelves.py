"""Tags and collections, put and taken by hand."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from kinu_reader.library import Library
from kinu_reader.model import Brief, FileKind, Filters, Record, WrongValue

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "archive", create=True)
    yield opened
    opened.close()


@pytest.fixture
def ids(library: Library, tmp_path: Path) -> list[int]:
    """Three briefs of which nothing is known."""
    added = []
    for name in ("one", "two", "three"):
        path = tmp_path / f"{name}.txt"
        path.write_text(name, encoding="utf-8")
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        added.append(library.add(Brief(FileKind.TEXT, name, (), ()), Record(), digest, path))
    return added


def test_tags(library: Library, ids: list[int]) -> None:
    library.shelves.tag([*ids[:2], 999], "  to   read ")
    library.shelves.tag(ids, "to read")
    assert library.count_by("tag") == {"to read": 3}
    assert library.brief(ids[0]).tags == ("to read",)  # type: ignore[union-attr]
    library.shelves.untag(ids[:1], "to read")
    assert library.ids(Filters(tag="to read")) == ids[1:]
    library.edits.undo()
    library.edits.undo()
    assert library.count_by("tag") == {"to read": 2}
    with pytest.raises(WrongValue):
        library.shelves.tag(ids, "  ")


def test_collections(library: Library, ids: list[int]) -> None:
    shelves = library.shelves
    shelves.create("Rail")
    shelves.put(ids[:2], "rail")
    shelves.put(ids[2:], "Sea")
    assert shelves.collections() == {"Rail": 2, "Sea": 1}
    assert library.ids(Filters(collection="RAIL")) == ids[:2]
    assert library.count_by("collection", ids[1:]) == {"Rail": 1, "Sea": 1}
    shelves.rename("Rail", "rail")
    for clash in (lambda: shelves.create("sea"), lambda: shelves.rename("rail", "SEA"), lambda: shelves.create(" ")):
        with pytest.raises(WrongValue):
            clash()
    for missing in (
        lambda: shelves.take(ids, "Air"),
        lambda: shelves.delete("Air"),
        lambda: shelves.rename("Air", "x"),
    ):
        with pytest.raises(WrongValue):
            missing()
    shelves.take(ids[:1], "rail")
    assert [shelves.collections_of(id) for id in ids] == [[], ["rail"], ["Sea"]]
    library.bin.put(ids[2:])
    assert shelves.collections() == {"Sea": 0, "rail": 1}


def test_a_collection_taken_apart_comes_back_whole(library: Library, ids: list[int]) -> None:
    library.shelves.put(ids, "Rail")
    library.shelves.delete("Rail")
    assert library.shelves.collections() == {}
    library.edits.undo()
    assert library.ids(Filters(collection="Rail")) == ids
    library.edits.redo()
    assert library.edits.undo(ids[0]) == [ids[0]]  # of a collection that is gone
    assert library.shelves.collections() == {}

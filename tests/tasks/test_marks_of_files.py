from __future__ import annotations

from typing import TYPE_CHECKING

import pymupdf
import pytest

from kinu_reader.annotations.colours import nearest
from kinu_reader.model import BookmarkKind, Colour
from kinu_reader.tasks.bookmarking import Brought, bookmarks, bring_marks, discard, marks_in, undo
from kinu_reader.tasks.importing import import_files

if TYPE_CHECKING:
    from pathlib import Path

    from kinu_reader.tasks.archive import Archive


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    """A brief with two highlights and a note beside no text."""
    path = tmp_path / "marked.pdf"
    with pymupdf.open() as made:
        page = made.new_page()
        page.insert_text((72, 100), "The ferry waits for the tide, and the tide waits for nobody.")
        page.insert_text((72, 130), "Nobody knows how long the strait will stay open in winter.")
        for words, colour in (("waits for the tide", (0.6, 0.8, 1.0)), ("how long the strait", (1.0, 0.9, 0.2))):
            mark = page.add_highlight_annot(page.search_for(words)[0])
            mark.set_colors(stroke=colour)
            mark.set_info(content=f"on {words}")
            mark.update()
        made.new_page().add_text_annot((100, 100), "beside nothing")
        made.save(path)
    return path


def test_the_marks_of_a_file_are_kept_once(shelf: Archive, marked: Path) -> None:
    (added,) = import_files(shelf, [marked], jobs=1).added
    assert len(marks_in(shelf, added.id)) == 3
    brought = bring_marks(shelf, added.id).bookmarks
    assert [(b.anchor.quote, b.colour, b.note) for b in brought if b.kind is BookmarkKind.PASSAGE] == [
        ("waits for the tide", Colour.BLUE, "on waits for the tide"),
        ("how long the strait", Colour.AMBER, "on how long the strait"),
    ]
    (area,) = [b for b in brought if b.kind is BookmarkKind.AREA]
    assert (area.anchor.page, area.note) == (2, "beside nothing")
    assert shelf.library.bookmarks.picture(area.id)
    discard(shelf, [brought[0].id])
    assert bring_marks(shelf, added.id) == Brought(3, ())
    assert len(bookmarks(shelf)) == 2
    undo(shelf)
    assert len(undo(shelf)) == 3
    assert bookmarks(shelf) == []


def test_colours_of_files_become_the_nearest_of_ours() -> None:
    assert [nearest(c) for c in ("#FFD66B", "#9ED9A0", "#9CC7F2", "#F3A9B8", "#FF0000", "#808080", "")] == [
        *(Colour.AMBER, Colour.GREEN, Colour.BLUE, Colour.ROSE, Colour.ROSE, Colour.AMBER, Colour.AMBER)
    ]

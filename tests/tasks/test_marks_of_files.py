from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pymupdf
import pytest

from kinu_reader.annotations.colours import nearest
from kinu_reader.cli import shapes
from kinu_reader.model import BookmarkKind, Colour
from kinu_reader.tasks.bookmarking import Brought, bookmarks, bring_marks, discard, keep, marks_in, undo
from kinu_reader.tasks.importing import import_files
from kinu_reader.tasks.receiving import read_bookmarks, receive
from kinu_reader.tasks.sharing import pdf_copy

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


def test_who_marked_a_file_is_named_in_a_copy_of_it(shelf: Archive, marked: Path, tmp_path: Path) -> None:
    with pymupdf.open(marked) as document:
        for page in document:
            for mark in page.annots():
                mark.set_info(title="홍길동")
                mark.update()
        document.saveIncr()
    (added,) = import_files(shelf, [marked], jobs=1).added
    brought = bring_marks(shelf, added.id).bookmarks
    assert {bookmark.author for bookmark in brought} == {"홍길동"}
    assert {kept["author"] for kept in shapes.bookmarks(brought)["bookmarks"]} == {"홍길동"}
    brief = shelf.library.brief(added.id)
    assert brief is not None
    own = keep(shelf, added.id, 0, 9)
    pdf_copy(shelf, brief, [*brought, own], tmp_path / "copy.pdf", "Me")
    with pymupdf.open(tmp_path / "copy.pdf") as document:
        authors = {mark.info["id"]: mark.info["title"] for page in document for mark in page.annots()}
    assert authors[own.id] == "Me"
    assert {authors[bookmark.id] for bookmark in brought} == {"홍길동"}


def test_what_zotero_marked_is_kept_where_it_lay(shelf: Archive, tmp_path: Path) -> None:
    path = tmp_path / "twice.pdf"
    with pymupdf.open() as made:
        page = made.new_page()
        for y in (100, 200, 300):
            page.insert_text((72, y), f"Line {y} says that nobody knows how long the strait stays open.")
        rect = page.search_for("how long the strait")[1]
        made.save(path)
        height = page.rect.height
    (added,) = import_files(shelf, [path], jobs=1).added
    places = ([rect.x0, height - rect.y1, rect.x1, height - rect.y0], [60, height - 320, 400, height - 280])
    marks = [
        {
            "annotationType": kind,
            "annotationText": words,
            "annotationAuthorName": "홍길동",
            "annotationPosition": json.dumps({"pageIndex": 0, "rects": [place]}),
        }
        for kind, words, place in zip(("highlight", "image"), ("how long the strait", ""), places, strict=True)
    ]
    content = json.dumps([{"filename": "twice.pdf", "annotations": marks}]).encode()
    words, area = receive(shelf, read_bookmarks(shelf, content))
    text = shelf.library.text(added.id)
    assert words.anchor.start == text.index("how long the strait", text.index("Line 200"))
    assert (area.kind, area.anchor.boxes) == (BookmarkKind.AREA, ((1, (60.0, 280.0, 400.0, 320.0)),))
    assert shelf.library.bookmarks.picture(area.id)
    assert {words.author, area.author} == {"홍길동"}


def test_colours_of_files_become_the_nearest_of_ours() -> None:
    assert [nearest(c) for c in ("#FFD66B", "#9ED9A0", "#9CC7F2", "#F3A9B8", "#FF0000", "#808080", "")] == [
        *(Colour.AMBER, Colour.GREEN, Colour.BLUE, Colour.ROSE, Colour.ROSE, Colour.AMBER, Colour.AMBER)
    ]

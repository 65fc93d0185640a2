"""The highlights and notes that a file carries come out with the words they lie on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pymupdf
import pytest

from kinu_reader.extract.marks import iso_date
from kinu_reader.extract.reading import read_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Press

LINES = ["The valley road was opened in spring", "and carried timber to the coast."]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_highlight_has_its_words(press: Callable[..., Press], rotation: int) -> None:
    paper = press().lines(72, 100, LINES)
    quads = paper.page.search_for("opened in spring", quads=True) + paper.page.search_for("and carried", quads=True)
    highlight = paper.page.add_highlight_annot(quads)
    highlight.set_info(content="when?", title="Ha, Na-ru", creationDate="D:20240220093000+09'00'")
    highlight.set_colors(stroke=(1, 0.8, 0.2))
    highlight.update()
    paper.page.set_rotation(rotation)
    brief = read_file(paper.save())
    (mark,) = brief.marks
    assert brief.text[mark.start : mark.end] == "opened in spring and carried"
    assert (mark.page, mark.note, mark.author) == (1, "when?", "Ha, Na-ru")
    assert mark.colour == "#FFCC33"
    assert mark.created == "2024-02-20T09:30:00+09:00"
    assert len(mark.boxes) == 2


def test_a_note_stands_by_its_line(press: Callable[..., Press]) -> None:
    paper = press().lines(72, 100, LINES)
    paper.page.add_text_annot((400, 108), "Check the year.")
    (mark,) = read_file(paper.save()).marks
    assert mark.note == "Check the year."
    assert LINES[1].startswith(read_file(paper.path).text[mark.start : mark.end][:11])


def test_a_mark_on_a_page_without_text_lies_on_nothing(press: Callable[..., Press]) -> None:
    paper = press().new_page()
    paper.page.add_text_annot((100, 100), "Empty?")
    paper.page.add_highlight_annot(pymupdf.Rect(50, 50, 90, 60))
    assert [mark.start == mark.end for mark in read_file(paper.save()).marks] == [True, True]


def test_links_and_forms_are_no_marks(press: Callable[..., Press]) -> None:
    paper = press().lines(72, 100, LINES)
    paper.page.insert_link(
        {"kind": pymupdf.LINK_URI, "from": pymupdf.Rect(72, 90, 200, 105), "uri": "https://example.org"}
    )
    assert read_file(paper.save()).marks == ()


@pytest.mark.parametrize(
    ("pdf", "iso"),
    [
        ("D:20240220", "2024-02-20"),
        ("D:2024", "2024"),
        ("D:20240220093000Z", "2024-02-20T09:30:00Z"),
        ("D:20240220093000", "2024-02-20T09:30:00"),
        ("D:202402200930-05'00", "2024-02-20T09:30:00-05:00"),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_dates_become_iso(pdf: str, iso: str) -> None:
    assert iso_date(pdf) == iso

"""Every highlight stands where its words stand: the page is read again inside the boxes."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

import pymupdf
import pytest

from kinu_reader.model import FileKind, SearchRequest
from kinu_reader.tasks.reading import open_brief
from kinu_reader.tasks.searching import search

if TYPE_CHECKING:
    from pathlib import Path

    from kinu_reader.tasks.archive import Archive

QUERIES = [
    *("unification", "통일", '"diplomatic horizon"', "통일정책", "이산가족", "humanitarian", "CO 24-15", "policy 정책"),
    *("con*", "정*", "communiqué", "한반도 OR 북한", "energy", "railway", "consultations", "인도적 교류"),
]


def letters(text: str) -> str:
    """What a box must hold: the letters, without spaces and without the hyphen of a line end."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(c for c in folded if not c.isspace() and c not in "-\u00ad")


@lru_cache(maxsize=64)
def characters(file: Path, page: int) -> tuple[tuple[str, pymupdf.Rect], ...]:
    """Read a page a second time, without this program: its characters with their boxes as displayed."""
    flags = pymupdf.TEXTFLAGS_RAWDICT & ~pymupdf.TEXT_PRESERVE_LIGATURES
    with pymupdf.open(file) as document:
        turn = document[page - 1].rotation_matrix
        blocks = document[page - 1].get_text("rawdict", flags=flags)["blocks"]
        spans = [span for block in blocks for line in block.get("lines", ()) for span in line["spans"]]
        return tuple((c["c"], pymupdf.Rect(c["bbox"]) * turn) for span in spans for c in span["chars"])


def inside(file: Path, page: int, box: tuple[float, float, float, float]) -> str:
    """Read the characters of a page whose middle lies in a box."""
    found = []
    for character, (x0, y0, x1, y1) in characters(file, page):
        if box[0] <= (x0 + x1) / 2 <= box[2] and box[1] <= (y0 + y1) / 2 <= box[3]:
            found.append(character)
    return "".join(found)


@pytest.mark.parametrize("query", QUERIES)
def test_boxes_hold_exactly_the_highlighted_characters(full_shelf: Archive, query: str) -> None:
    request = SearchRequest(query, limit=100)
    result = search(full_shelf, request)
    assert result.answers
    checked = 0
    for answer in result.answers:
        opened = open_brief(full_shelf, answer.brief.id, result.query)
        assert opened is not None
        if answer.brief.kind.is_text:
            continue  # its pages are typeset by us: there is no second opinion to read
        text = full_shelf.library.text(answer.brief.id)
        for place in opened.places:
            read = "".join(inside(opened.file, page, box) for page, box in place.boxes)
            assert letters(read) == letters(text[place.start : place.end])
            checked += 1
    assert checked > 0


def test_text_briefs_have_a_box_for_each_highlight(full_shelf: Archive) -> None:
    request = SearchRequest("통일 OR unification", limit=100)
    result = search(full_shelf, request)
    texts = [answer.brief.id for answer in result.answers if answer.brief.kind is FileKind.TEXT]
    assert len(texts) >= 3
    for id in texts:
        opened = open_brief(full_shelf, id, result.query)
        assert opened is not None
        assert opened.places
        for place in opened.places:
            assert place.boxes
            for page, (x0, y0, x1, y1) in place.boxes:
                assert 0 <= x0 < x1 <= opened.pages[page - 1].width
                assert 0 <= y0 < y1 <= opened.pages[page - 1].height

"""The pages of a text brief, typeset by us: always the same for the same paragraphs, so that boxes need no drawing.

Latin is set in Times; a paragraph with Hangul, and what Times lacks, in the CJK font that comes with PyMuPDF. Lines
break at spaces (a Korean word stays whole) and inside a word only if it is wider than the line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

import pymupdf

from kinu_reader.extract.assembly import Face, Stretch, Written
from kinu_reader.extract.wording import is_hangul
from kinu_reader.model import PageState, PassageKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kinu_reader.extract.text_paragraphs import TextParagraph
    from kinu_reader.model import Box, Range

WIDTH, HEIGHT = 504.0, 713.0  # points
MARGIN_X, MARGIN_TOP, MARGIN_BOTTOM = 64.0, 60.0, 64.0
MEASURE = WIDTH - 2 * MARGIN_X
INK = (0.11, 0.14, 0.19)
CJK = "cjk"
KEEP = 2  # lines that stay together at the end of a page, and with a heading


class Style(NamedTuple):
    """How a paragraph is set, in points."""

    latin: str  # a font of PyMuPDF
    size: float
    korean_size: float  # Hangul looks larger than Latin of its size
    leading: float  # from line to line
    before: float  # free space above


BODY = Style("tiro", 11.5, 10.5, 17.5, 9.0)
HEADING = Style("tibo", 13.0, 12.5, 19.0, 16.0)
STYLES = {PassageKind.HEADING: HEADING}


class Piece(NamedTuple):
    """Characters of a line in one font."""

    font: str
    text: str
    x: float


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line on its page."""

    page: int  # from 1
    baseline: float
    size: float
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Layout:
    """A text brief on pages."""

    written: list[Written] = field(default_factory=list)
    lines: list[SetLine] = field(default_factory=list)
    faces: list[Face] = field(default_factory=list)


def lay_out(paragraphs: Sequence[TextParagraph]) -> Layout:
    """Return the pages of a text brief."""
    layout = Layout()
    page, y = 1, MARGIN_TOP
    for paragraph in paragraphs:
        style = STYLES.get(paragraph.kind, BODY)
        korean = any(map(is_hangul, paragraph.text))
        size = style.korean_size if korean else style.size
        latin = CJK if korean else style.latin
        ranges = list(_break(paragraph.text, latin, size))
        stretches: list[Stretch] = []
        y += style.before if y > MARGIN_TOP else 0
        for number, (start, end) in enumerate(ranges):
            if y + _needed(number, len(ranges), style, paragraph.kind) > HEIGHT - MARGIN_BOTTOM and y > MARGIN_TOP:
                page, y = page + 1, MARGIN_TOP
            pieces, boxes = _set(paragraph.text[start:end], latin, size, y, style.leading)
            layout.lines.append(SetLine(page, y + _drop(style, size), size, pieces))
            stretches.append(Stretch(page, start, boxes))
            y += style.leading
        layout.written.append(Written(paragraph.text, paragraph.kind, stretches))
    layout.faces.extend(Face(number, "", WIDTH, HEIGHT, PageState.GOOD) for number in range(1, page + 1))
    return layout


def draw(layout: Layout) -> Any:
    """Return the pages as a document of PyMuPDF."""
    document = pymupdf.open()
    for face in layout.faces:
        page = document.new_page(width=face.width, height=face.height)
        writer = pymupdf.TextWriter(page.rect, color=INK)
        for line in layout.lines:
            if line.page == face.number:
                for piece in line.pieces:
                    writer.append((piece.x, line.baseline), piece.text, font=_font(piece.font), fontsize=line.size)
        writer.write_text(page)
    return document


def _needed(number: int, lines: int, style: Style, kind: PassageKind) -> float:
    """Return the space a line asks for, so that none stands alone at the top or the foot of a page."""
    if kind is PassageKind.HEADING and number == 0:
        return (lines - 1) * style.leading + BODY.before + KEEP * BODY.leading + style.leading
    left = lines - number
    return (KEEP if lines > KEEP and (number == 0 or left == KEEP) else 1) * style.leading


def _break(text: str, latin: str, size: float) -> Iterator[Range]:
    """Yield the lines of a paragraph, without the spaces between them."""
    start = end = 0  # of the line so far
    for word_start, word_end in _words(text):
        if end > start and _width(text[start:word_end], latin, size) > MEASURE:
            yield start, end
            start = word_start
        while _width(text[start:word_end], latin, size) > MEASURE:  # a word wider than the line
            fitting = _fitting(text[start:word_end], latin, size)
            yield start, start + fitting
            start += fitting
        end = word_end
    if end > start:
        yield start, end


def _words(text: str) -> Iterator[Range]:
    at = 0
    for space, characters in groupby(text, key=" ".__eq__):
        length = len(list(characters))
        if not space:
            yield at, at + length
        at += length


def _fitting(text: str, latin: str, size: float) -> int:
    width, count = 0.0, 0
    for c in text:
        width += _advance(c, _font_for(c, latin)) * size
        if width > MEASURE:
            break
        count += 1
    return max(count, 1)


def _width(text: str, latin: str, size: float) -> float:
    return sum(_advance(c, _font_for(c, latin)) for c in text) * size


def _set(text: str, latin: str, size: float, top: float, leading: float) -> tuple[tuple[Piece, ...], list[Box]]:
    """Return the pieces of a line and a box for each of its characters."""
    pieces: list[Piece] = []
    boxes: list[Box] = []
    x, rim = MARGIN_X, (leading - 1.3 * size) / 2
    for font, characters in groupby(text, key=lambda c: _font_for(c, latin)):
        piece = "".join(characters)
        pieces.append(Piece(font, piece, x))
        for c in piece:
            width = _advance(c, font) * size
            boxes.append((x, top + rim, x + width, top + leading - rim))
            x += width
    return tuple(pieces), boxes


def _drop(style: Style, size: float) -> float:
    """Return how far the baseline stands below the top of a line."""
    return style.leading / 2 + 0.34 * size


@lru_cache(maxsize=1 << 16)
def _font_for(c: str, latin: str) -> str:
    return latin if latin == CJK or _font(latin).has_glyph(ord(c)) else CJK


@lru_cache(maxsize=1 << 16)
def _advance(c: str, font: str) -> float:
    return float(_font(font).glyph_advance(ord(c)))


@lru_cache
def _font(name: str) -> Any:
    return pymupdf.Font(name)

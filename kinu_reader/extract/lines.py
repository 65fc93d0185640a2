"""The characters of a PDF page as lines, each character in NFC with its box on the page as displayed."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

import pymupdf

from kinu_reader.extract.characters import plain_with_boxes, union
from kinu_reader.extract.rules import frames_of, rules_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.extract.rules import Rule
    from kinu_reader.model import Box

# Without CID_FOR_UNKNOWN a font that hides its meaning gives U+FFFD, which can be noticed, not plausible rubbish.
FLAGS = (
    pymupdf.TEXTFLAGS_RAWDICT & ~pymupdf.TEXT_PRESERVE_IMAGES & ~pymupdf.TEXT_PRESERVE_LIGATURES
    & ~pymupdf.TEXT_CID_FOR_UNKNOWN_UNICODE | pymupdf.TEXT_COLLECT_VECTORS
)  # fmt: skip
VECTOR = pymupdf.mupdf.FZ_STEXT_BLOCK_VECTOR
IDENTITY = pymupdf.Identity
UPRIGHT = 0.7  # of the way to the right: steeper lines are not read with the others
BOLD_FLAGS = pymupdf.TEXT_FONT_BOLD
BOLD = re.compile("bold|black|heavy", re.IGNORECASE)
PAINTED = 16 | 32  # a character is filled or stroked: else nobody sees it, as the text that a scanner adds
RAISED = 0.8  # of the size of the line, at most, is the size of the raised mark of a note
FAKE_BOLD = 0.12  # of the type size: equal characters nearer than this are one, drawn twice
HALF = 0.5
DRAWN_RULE = re.compile(r"[_‗‾─━═―—-]{6,}")  # a rule typed with the keyboard
TWICE = re.compile(r"(\S)(?=\1)")
WIDE_SCRIPT = re.compile("[가-힣一-鿿]")
WIDE_GAP = 0.2  # of the type size, beyond the usual gap of the line, is a space that was not written


@dataclass(frozen=True, slots=True)
class Line:
    """Text on one baseline; no space at either end, one box for each character."""

    text: str
    boxes: Sequence[Box]
    box: Box
    size: float
    bold: bool
    page: int  # from 1
    spaced: bool = False  # a space was written after the last character
    upright: bool = True  # runs from left to right
    ends_cell: bool = False  # what follows stands in another cell of a table

    @property
    def height(self) -> float:
        """Return the height of the line in points."""
        return self.box[3] - self.box[1]

    @property
    def middle(self) -> float:
        """Return the height on the page where the line stands."""
        return (self.box[1] + self.box[3]) / 2

    @property
    def middle_x(self) -> float:
        """Return where the middle of the line stands between left and right."""
        return (self.box[0] + self.box[2]) / 2

    @property
    def width(self) -> float:
        """Return the width of the line in points."""
        return self.box[2] - self.box[0]


@dataclass(frozen=True, slots=True)
class PageText:
    """The fragments of lines on a page, turned so that most of the text runs from left to right."""

    lines: list[Line]
    rules: Sequence[Rule]  # drawn between them
    width: float  # points, as read
    height: float
    back: Any = None  # the matrix from here to the page as displayed, or None if they are the same
    hidden: float = 0.0  # share of the characters that are not painted
    frames: Sequence[Box] = ()  # drawn around boxes of text


class _Letters(NamedTuple):
    text: str
    boxes: Sequence[Box]
    size: float
    bold: bool
    hidden: int
    band: tuple[float, float]  # top and bottom of most of the letters


def page_text(page: Any, number: int) -> PageText:
    """Return the lines of a page in the order of the file; text drawn twice comes once."""
    blocks = page.get_text("rawdict", flags=FLAGS)["blocks"]
    raw_lines = [line for block in blocks for line in block.get("lines", ())]
    shown = page.rotation_matrix  # get_text knows nothing of /Rotate; a crop box needs no correction
    view = _upright(raw_lines, shown, page.rect)
    turn = shown * view if page.rotation or view != IDENTITY else None
    sheet = page.rect * view
    drawn = [block["bbox"] for block in blocks if block["type"] == VECTOR]
    if turn is not None:
        drawn = [turned(box, turn) for box in drawn]
    lines: list[Line] = []
    seen: dict[str, list[Box]] = {}
    letters = hidden = 0
    for raw in raw_lines:
        read = _letters(raw["spans"])
        letters += len(read.text)
        hidden += read.hidden
        line = _line(raw, read, turn, number)
        if line is None or not _on_sheet(line.box, sheet):
            continue
        if DRAWN_RULE.fullmatch(line.text):
            drawn.append((line.box[0], line.box[3], line.box[2], line.box[3]))
            continue
        before = seen.setdefault(line.text, [])
        if any(_same_place(line, box) for box in before):
            continue
        before.append(line.box)
        lines.append(line)
    lines = _with_marks_inside(lines)
    back = None if view == IDENTITY else ~view
    return PageText(lines, rules_of(drawn), sheet.width, sheet.height, back, hidden / max(letters, 1), frames_of(drawn))


def turned(box: Box, matrix: Any) -> Box:
    """Return a box under a matrix of PyMuPDF."""
    x0, y0, x1, y1 = pymupdf.Rect(box) * matrix
    return x0, y0, x1, y1


def _upright(raw_lines: Sequence[dict[str, Any]], shown: Any, sheet: Any) -> Any:
    """Return the quarter turn of the page as displayed after which most of its text runs from left to right."""
    weight: Counter[tuple[int, int]] = Counter()
    for raw in raw_lines:
        x, y = _direction(raw, shown)
        weight[round(x), round(y)] += sum(len(span["chars"]) for span in raw["spans"])
    width, height = sheet.width, sheet.height
    turns = {
        (0, 1): pymupdf.Matrix(0, -1, 1, 0, 0, width),
        (-1, 0): pymupdf.Matrix(-1, 0, 0, -1, width, height),
        (0, -1): pymupdf.Matrix(0, 1, -1, 0, height, 0),
    }
    return turns.get(weight.most_common(1)[0][0], IDENTITY) if weight else IDENTITY


def _direction(raw: dict[str, Any], turn: Any) -> tuple[float, float]:
    x, y = raw["dir"]
    return x * turn.a + y * turn.c, x * turn.b + y * turn.d


def _line(raw: dict[str, Any], read: _Letters, turn: Any, page: int) -> Line | None:
    plain, where = plain_with_boxes(read.text, read.boxes)
    stripped = plain.strip(" ")
    if not stripped:
        return None
    first = len(plain) - len(plain.lstrip(" "))
    where = where[first : first + len(stripped)]
    if turn is not None:
        where = [turned(box, turn) for box in where]
    upright = _direction(raw, turn or IDENTITY)[0] > UPRIGHT
    box = union(where)
    if upright and turn is None:  # one tall bullet, or a raised number, does not move the line
        box = box[0], read.band[0], box[2], read.band[1]
    return Line(stripped, where, box, read.size, read.bold, page, plain.endswith(" "), upright)


def _letters(spans: Sequence[dict[str, Any]]) -> _Letters:
    """Return the characters of a line, their boxes, the size and weight of most of them, and how many are hidden."""
    text, hidden = "", 0
    boxes: list[Box] = []
    types: Counter[tuple[float, bool]] = Counter()
    band, longest = (0.0, 0.0), 0
    for span in spans:
        characters = span["chars"]
        piece = "".join([c["c"] for c in characters])
        places: Sequence[Box] = [c["bbox"] for c in characters]
        size = span["size"]
        if TWICE.search(piece):
            piece, places = _once(piece, places, size * FAKE_BOLD)
        if text.endswith(" ") and piece.strip().isdecimal() and size <= RAISED * max(size for size, _ in types):
            text = text[:-1]  # before the raised number of a note a gap is no space
            boxes.pop()
        text += piece
        boxes += places
        types[round(size, 1), _is_bold(span)] += len(piece)
        hidden += len(piece) if not span["char_flags"] & PAINTED else 0
        if len(places) > longest:
            band, longest = (places[0][1], places[0][3]), len(places)
    size, bold = max(types, key=types.__getitem__, default=(0.0, False))
    if WIDE_SCRIPT.search(text):
        text, boxes = _spaced(text, boxes, size)
    return _Letters(text, boxes, size, bold, hidden, band)


def _once(text: str, boxes: Sequence[Box], near: float) -> tuple[str, Sequence[Box]]:
    """Leave out a character that is drawn again at its place, to look bold."""
    again = {
        at + 1 for at in (pair.start() for pair in TWICE.finditer(text)) if _drawn_again(boxes[at], boxes[at + 1], near)
    }
    if not again:
        return text, boxes
    kept = [at for at in range(len(text)) if at not in again]
    return "".join(text[at] for at in kept), [boxes[at] for at in kept]


def _drawn_again(box: Box, other: Box, near: float) -> bool:
    right, down = abs(box[0] - other[0]), abs(box[1] - other[1])
    return right < near and down < near and right < HALF * (box[2] - box[0])  # else narrow letters beside each other


def _spaced(text: str, boxes: list[Box], size: float) -> tuple[str, list[Box]]:
    """Write the spaces that only a gap shows: MuPDF does so between Latin letters, not between Hangul or hanja."""
    gaps = [after[0] - before[2] for before, after in pairwise(boxes)]
    if not gaps or max(gaps) < WIDE_GAP * size:
        return text, boxes
    enough = max(median(gaps), 0.0) + WIDE_GAP * size
    letters: list[str] = []
    places: list[Box] = []
    for c, box in zip(text, boxes, strict=True):
        if letters and c != " " != letters[-1] and box[0] - places[-1][2] > enough:
            before = places[-1]
            letters.append(" ")
            places.append((before[2], before[1], box[0], before[3]))
        letters.append(c)
        places.append(box)
    return "".join(letters), places


def _with_marks_inside(lines: list[Line]) -> list[Line]:
    """Put the number of a note that is drawn over a line behind the word that it stands over."""
    marks = [line for line in lines if len(line.text) < 4 and line.text.isdecimal()]
    for mark in marks:
        host = next((line for line in lines if _holds(line, mark)), None)
        if host is not None:
            over = sum(box[0] < mark.box[0] for box in host.boxes)
            at = (host.text + " ").find(" ", over - 1)
            boxes = [*host.boxes[:at], *mark.boxes, *host.boxes[at:]]
            whole = replace(host, text=host.text[:at] + mark.text + host.text[at:], boxes=boxes)
            lines = [whole if line is host else line for line in lines if line is not mark]
    return lines


def _holds(line: Line, mark: Line) -> bool:
    small = mark.size <= RAISED * line.size and line.upright and mark.upright
    within = line.box[0] < mark.box[0] and mark.box[2] < line.box[2] and line.box[1] < mark.middle < line.box[3]
    return small and within


def _is_bold(span: dict[str, Any]) -> bool:
    return bool(span["flags"] & BOLD_FLAGS) or bool(BOLD.search(span["font"]))


def _on_sheet(box: Box, sheet: Any) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return bool(-1 <= x <= sheet.width + 1 and -1 <= y <= sheet.height + 1)


def _same_place(line: Line, box: Box) -> bool:
    near = line.size * FAKE_BOLD
    return all(abs(a - b) < near for a, b in zip(line.box, box, strict=True))

"""The characters of a PDF page as lines, each character in NFC with its box on the page as displayed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING, Any

import pymupdf

from kinu_reader.extract.characters import plain_with_boxes, union

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.model import Box

# Without CID_FOR_UNKNOWN a font that hides its meaning gives U+FFFD, which can be noticed, not plausible rubbish.
FLAGS = (
    pymupdf.TEXTFLAGS_RAWDICT
    & ~pymupdf.TEXT_PRESERVE_IMAGES
    & ~pymupdf.TEXT_PRESERVE_LIGATURES
    & ~pymupdf.TEXT_CID_FOR_UNKNOWN_UNICODE
)
IDENTITY = pymupdf.Identity
UPRIGHT = 0.7  # of the way to the right: steeper lines are not read with the others
BOLD_FLAGS = pymupdf.TEXT_FONT_BOLD
RAISED = 0.8  # of the size of the line, at most, is the size of the raised mark of a note
FAKE_BOLD = 0.12  # of the type size: equal characters nearer than this are one, drawn twice


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

    @property
    def height(self) -> float:
        """Return the height of the line in points."""
        return self.box[3] - self.box[1]

    @property
    def middle(self) -> float:
        """Return the height on the page where the line stands."""
        return (self.box[1] + self.box[3]) / 2


@dataclass(frozen=True, slots=True)
class PageText:
    """The fragments of lines on a page, turned so that most of the text runs from left to right."""

    lines: list[Line]
    width: float  # points, as read
    height: float
    back: Any  # the matrix from here to the page as displayed, or None if they are the same


def page_text(page: Any, number: int) -> PageText:
    """Return the lines of a page in the order of the file; text drawn twice comes once."""
    raw_lines = [line for block in page.get_text("rawdict", flags=FLAGS)["blocks"] for line in block.get("lines", ())]
    shown = page.rotation_matrix  # get_text knows nothing of /Rotate; a crop box needs no correction
    view = _upright(raw_lines, shown, page.rect)
    turn = shown * view if page.rotation or view != IDENTITY else None
    sheet = page.rect * view
    lines: list[Line] = []
    seen: dict[str, list[Box]] = {}
    for raw in raw_lines:
        line = _line(raw, turn, number)
        if line is None or not _on_sheet(line.box, sheet):
            continue
        if any(_same_place(line, box) for box in seen.get(line.text, ())):
            continue
        seen.setdefault(line.text, []).append(line.box)
        lines.append(line)
    return PageText(lines, sheet.width, sheet.height, None if view == IDENTITY else ~view)


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


def _line(raw: dict[str, Any], turn: Any, page: int) -> Line | None:
    text, boxes, (size, bold) = _characters(raw["spans"])
    plain, where = plain_with_boxes(text, boxes)
    stripped = plain.strip(" ")
    if not stripped:
        return None
    first = len(plain) - len(plain.lstrip(" "))
    where = where[first : first + len(stripped)]
    if turn is not None:
        where = [turned(box, turn) for box in where]
    upright = _direction(raw, turn or IDENTITY)[0] > UPRIGHT
    return Line(stripped, where, union(where), size, bold, page, plain.endswith(" "), upright)


def _characters(spans: Sequence[dict[str, Any]]) -> tuple[str, list[Box], tuple[float, bool]]:
    """Return the characters of a line, their boxes, and the size and weight of most of them."""
    text: list[str] = []
    boxes: list[Box] = []
    types: Counter[tuple[float, bool]] = Counter()
    for span in spans:
        near = span["size"] * FAKE_BOLD
        if text and text[-1] == " " and _is_raised(span, types):
            text.pop()
            boxes.pop()
        last, last_x, last_y = "", 0.0, 0.0
        for character in span["chars"]:
            c, box = character["c"], character["bbox"]
            if c == last and abs(box[0] - last_x) < near and abs(box[1] - last_y) < near and c != " ":
                continue
            last, last_x, last_y = c, box[0], box[1]
            text.append(c)
            boxes.append(box)
        types[round(span["size"], 1), _is_bold(span)] += len(span["chars"])
    return "".join(text), boxes, max(types, key=types.__getitem__, default=(0.0, False))


def _is_raised(span: dict[str, Any], types: Counter[tuple[float, bool]]) -> bool:
    """Tell whether a span is the small number of a note, before which a gap is no space."""
    around = max(size for size, _ in types)
    return bool(span["size"] <= RAISED * around) and "".join(c["c"] for c in span["chars"]).strip().isdecimal()


def _is_bold(span: dict[str, Any]) -> bool:
    name = span["font"].lower()
    return bool(span["flags"] & BOLD_FLAGS) or "bold" in name or "black" in name or "heavy" in name


def _on_sheet(box: Box, sheet: Any) -> bool:
    x, y = fmean((box[0], box[2])), fmean((box[1], box[3]))
    return bool(-1 <= x <= sheet.width + 1 and -1 <= y <= sheet.height + 1)


def _same_place(line: Line, box: Box) -> bool:
    near = line.size * FAKE_BOLD
    return all(abs(a - b) < near for a, b in zip(line.box, box, strict=True))

"""The highlights and notes that a file itself carries, placed on the canonical text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import pymupdf

from kinu_reader.extract.boxes import unpack
from kinu_reader.extract.characters import plain
from kinu_reader.model import FileMark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kinu_reader.extract.boxes import Run
    from kinu_reader.model import Box, Page, Range

HIGHLIGHTS = (pymupdf.PDF_ANNOT_HIGHLIGHT, pymupdf.PDF_ANNOT_UNDERLINE, pymupdf.PDF_ANNOT_SQUIGGLY)
NOTES = (pymupdf.PDF_ANNOT_TEXT, pymupdf.PDF_ANNOT_FREE_TEXT)
MOST = 2000  # on a page
DATE = re.compile(
    r"D:(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)(\d\d)?)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?",
)


class RawMark(NamedTuple):
    """A mark as the file has it; its boxes are on the page as displayed."""

    page: int
    boxes: tuple[Box, ...]
    on_text: bool  # drawn over words, not beside them
    note: str
    colour: str
    author: str
    created: str


def raw_marks(page: Any, number: int) -> list[RawMark]:
    """Return the highlights and notes of a page."""
    found: list[RawMark] = []
    for annotation in page.annots(types=[*HIGHLIGHTS, *NOTES]):
        kind = annotation.type[0]
        boxes = _quads(annotation.vertices) if kind in HIGHLIGHTS else ()
        shown = [pymupdf.Rect(box) * page.rotation_matrix for box in boxes or [annotation.rect]]
        information = annotation.info
        found.append(
            RawMark(
                number,
                tuple((box.x0, box.y0, box.x1, box.y1) for box in shown),
                kind in HIGHLIGHTS,
                plain(information.get("content", "")),
                _colour(annotation.colors.get("stroke") or ()),
                plain(information.get("title", "")),
                iso_date(information.get("creationDate") or information.get("modDate") or ""),
            )
        )
        if len(found) == MOST:
            break
    return found


def place(marks: Sequence[RawMark], pages: Sequence[Page]) -> tuple[FileMark, ...]:
    """Return marks with the ranges of the canonical text that they lie on, or stand beside."""
    runs: dict[int, list[Run]] = {}
    placed = []
    for mark in marks:
        page = pages[mark.page - 1]
        here = runs.setdefault(mark.page, unpack(page.characters))
        start, end = _covered(mark.boxes, here) if mark.on_text else _beside(mark.boxes[0], here, page.start)
        placed.append(FileMark(mark.page, start, end, mark.boxes, mark.note, mark.colour, mark.author, mark.created))
    return tuple(placed)


def iso_date(text: str) -> str:
    """Return the date of a PDF in ISO 8601, or nothing if it is none."""
    found = DATE.match(text)
    if found is None:
        return ""
    year, month, day, hour, minute, second, zulu, ahead, minutes = found.groups()
    date = "-".join(part for part in (year, month, day) if part)
    if not (day and hour):
        return date
    zone = "Z" if zulu else f"{ahead}:{minutes or '00'}" if ahead else ""
    return f"{date}T{hour}:{minute}:{second or '00'}{zone}"


def _quads(vertices: Sequence[Sequence[float]] | None) -> tuple[Box, ...]:
    points = list(vertices or ())
    return tuple(_around(points[at : at + 4]) for at in range(0, len(points) - 3, 4))


def _around(points: Sequence[Sequence[float]]) -> Box:
    across, down = [point[0] for point in points], [point[1] for point in points]
    return min(across), min(down), max(across), max(down)


def _colour(parts: Sequence[float]) -> str:
    """Return a colour of one, three or four parts as "#RRGGBB"."""
    if len(parts) == 4:
        *inks, black = parts
        parts = [(1 - ink) * (1 - black) for ink in inks]
    if len(parts) == 1:
        parts = [parts[0]] * 3
    if len(parts) != 3:
        return ""
    return "#" + "".join(f"{round(255 * min(max(part, 0.0), 1.0)):02X}" for part in parts)


def _covered(boxes: Sequence[Box], runs: Sequence[Run]) -> Range:
    """Return from the first to behind the last character whose middle lies in a box."""
    inside = [offset for offset, box in _characters(runs) if any(_holds(outer, box) for outer in boxes)]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _beside(note: Box, runs: Sequence[Run], start: int) -> Range:
    """Return the line that stands nearest to a note; without any text, the empty range where the page begins."""
    middle = (note[1] + note[3]) / 2
    nearest = min(runs, key=lambda run: abs((run.boxes[0][1] + run.boxes[0][3]) / 2 - middle), default=None)
    return (nearest.start, nearest.start + len(nearest.boxes)) if nearest else (start, start)


def _characters(runs: Sequence[Run]) -> Iterator[tuple[int, Box]]:
    for run in runs:
        yield from enumerate(run.boxes, run.start)


def _holds(outer: Box, inner: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]

"""Reading order of a page by geometry: full-width lines, columns from left to right, boxes in the margin apart.

The order of the file is not trusted: a margin box may be drawn last, or line by line between the lines of the body.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from kinu_reader.extract import wording
from kinu_reader.extract.characters import union
from kinu_reader.extract.lines import RAISED, Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


STEP = 6.0  # points: left edges within one step count as one
BODY_SHARE = 0.25  # of a page's characters start at an edge of the body
CLEAR = 4.0  # points between the body and what stands in the margin
COLUMN_LINES = 3  # fewer lines are no column
COLUMN_CHARACTERS = 18  # columns of a typewriter: less is the cell of a table or the number of a list
COLUMN_FILL = 0.5  # of the width of a column is filled by a line of it
COLUMN_SHARE = 0.5  # of the characters of a column stand in such lines
FAR = 10.0  # times the type size between two pieces that are not read together
CROSSING = 0.25  # of the lines beside a gutter may cross it
WORDS = re.compile(r"[^\W\d_]{2}|\d{4}")


@dataclass(frozen=True, slots=True)
class Column:
    """Lines that are read one after another, and the edges between which they stand."""

    lines: tuple[Line, ...]
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A page in reading order, and the lines of each box in its margin."""

    columns: tuple[Column, ...]
    margin: tuple[tuple[Line, ...], ...] = field(default=())


def arrange(fragments: Sequence[Line]) -> Layout:
    """Return the fragments of a page as rows in reading order."""
    upright = [line for line in fragments if line.upright]
    inside, outside = _body_and_margin(upright)
    margin = [tuple(rows(box)) for box in _boxes(outside)]
    margin += [(line,) for line in fragments if not line.upright]
    return Layout(tuple(_columns(inside)), tuple(margin))


def rows(fragments: Iterable[Line]) -> list[Line]:
    """Return whole rows from top to bottom; fragments beside each other on one baseline become one line."""
    found: list[list[Line]] = []
    for line in sorted(fragments, key=lambda line: line.middle):
        home = next((row for row in reversed(found[-3:]) if _beside(line, row)), None)
        if home is None:
            found.append([line])
        else:
            home.append(line)
    return [_join(part) for row in found for part in _parts(sorted(row, key=lambda line: line.box[0]))]


def _parts(row: Sequence[Line]) -> Iterator[list[Line]]:
    """Cut a row where it is too wide open for cells of a table: a name to the left, a date to the right."""
    part: list[Line] = []
    for line in row:
        if part and line.box[0] - part[-1].box[2] > FAR * line.size:
            yield part
            part = []
        part.append(line)
    yield part


def _beside(line: Line, row: list[Line]) -> bool:
    for other in row:
        shared = min(line.box[3], other.box[3]) - max(line.box[1], other.box[1])
        over = min(line.box[2], other.box[2]) - max(line.box[0], other.box[0])
        lower = min(line.height, other.height)
        if shared < 0.6 * lower or over > 0.3 * min(line.size, other.size):
            return False
    return True


def _join(row: list[Line]) -> Line:
    if len(row) == 1:
        return row[0]
    text, boxes, last = row[0].text, list(row[0].boxes), row[0]
    for line in row[1:]:
        gap = line.box[0] - last.box[2]
        raised = line.text.isdecimal() and line.size <= RAISED * last.size and gap < line.size
        if (not raised and (last.spaced or gap > 0.15 * line.size)) or _would_compose(text, line.text):
            text += " "
            boxes.append((last.box[2], last.box[1], max(last.box[2], line.box[0]), last.box[3]))
        text += line.text
        boxes.extend(line.boxes)
        last = line
    main = max(row, key=lambda line: len(line.text))
    return Line(text, boxes, union(line.box for line in row), main.size, main.bold, main.page, last.spaced)


def _would_compose(before: str, after: str) -> bool:
    return not unicodedata.is_normalized("NFC", before[-4:] + after[:4])


def _body_and_margin(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lines of the body, and those beside it that end left of it or start right of it."""
    weight: Counter[int] = Counter()
    for line in lines:
        weight[round(line.box[0] / STEP)] += len(line.text)
    total = weight.total()
    edges = [edge for edge in weight if weight[edge - 1] + weight[edge] + weight[edge + 1] >= BODY_SHARE * total]
    if not edges:
        return list(lines), []
    left = (min(edges) - 0.5) * STEP
    right = max(line.box[2] for line in lines if round(line.box[0] / STEP) in edges)
    outside = [
        line
        for line in lines
        if (line.box[2] <= left - CLEAR or line.box[0] >= right + CLEAR) and WORDS.search(line.text)
    ]
    apart = set(map(id, outside))
    return [line for line in lines if id(line) not in apart], outside


def _boxes(lines: list[Line]) -> Iterator[list[Line]]:
    """Group lines of the margin that stand close below each other."""
    box: list[Line] = []
    for line in sorted(lines, key=lambda line: (round(line.box[0] / 100), line.box[1])):
        if box and (line.box[1] - box[-1].box[3] > 3 * line.size or line.box[1] < box[-1].box[1] - line.size):
            yield box
            box = []
        box.append(line)
    if box:
        yield box


def _columns(lines: Sequence[Line]) -> Iterator[Column]:
    if not lines:
        return
    gutter = _gutter(lines)
    zones = _zones(lines, gutter) if gutter is not None else []
    if gutter is None or (len(zones) == 1 and not zones[0].parted):
        whole = rows(lines)
        box = union(line.box for line in whole)
        yield Column(tuple(whole), box[0], box[2])
        return
    for zone in zones:
        if zone.parted:
            left, right = _sides(zone.lines, gutter)
            top = min(_top(left), _top(right))
            yield from _columns([line for line in zone.lines if line.middle < top])
            yield from _columns([line for line in left if line.middle >= top])
            yield from _columns([line for line in right if line.middle >= top])
        else:
            yield from _columns(zone.lines)


class _Zone(NamedTuple):
    parted: bool  # lines stand on both sides of the gutter and none crosses it
    lines: list[Line]


def _zones(lines: Sequence[Line], gutter: float) -> list[_Zone]:
    """Cut a page from top to bottom where lines that cross the gutter begin or end."""
    ordered = sorted(lines, key=lambda line: line.middle)
    pieces = [list(group) for _, group in groupby(ordered, key=lambda line: _crosses(line, gutter))]
    zones = [_Zone(not _crosses(piece[0], gutter) and all(_sides(piece, gutter)), piece) for piece in pieces]
    # The short last line of a full-width paragraph crosses nothing: it belongs to the lines around it.
    return [
        zone
        for parted, group in groupby(zones, key=lambda zone: zone.parted)
        for zone in (group if parted else [_Zone(False, [line for zone in group for line in zone.lines])])
    ]


def _sides(lines: Sequence[Line], gutter: float) -> tuple[list[Line], list[Line]]:
    left = [line for line in lines if line.box[2] <= gutter]
    return left, [line for line in lines if line.box[2] > gutter]


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return where the right column begins, or None if there is one column."""
    if len(lines) < 2 * COLUMN_LINES:
        return None
    best: tuple[int, float] | None = None
    for edge in {round(line.box[0] / 2) * 2 - 3.0 for line in lines}:
        crossing = sum(_crosses(line, edge) for line in lines)
        if (best is None or crossing < best[0]) and _is_gutter(lines, edge):
            best = crossing, edge
    return best[1] if best else None


def _is_gutter(lines: Sequence[Line], edge: float) -> bool:
    left = [line for line in lines if line.box[2] <= edge]
    right = [line for line in lines if line.box[0] >= edge]
    if min(len(left), len(right)) < COLUMN_LINES:
        return False
    if not (_is_column(left) and _is_column(right)):
        return False
    boxes = union(line.box for line in left), union(line.box for line in right)
    top, bottom = max(box[1] for box in boxes), min(box[3] for box in boxes)
    shared = bottom - top
    if shared < 0.5 * min(box[3] - box[1] for box in boxes):
        return False
    between = sum(_crosses(line, edge) and top < line.middle < bottom for line in lines)
    beside = sum(top < line.middle < bottom for line in (*left, *right))
    return between <= CROSSING * beside


def _is_column(lines: Sequence[Line]) -> bool:
    full = _full(lines)
    return len(full) >= COLUMN_LINES and _characters(full) >= COLUMN_SHARE * _characters(lines)


def _top(lines: Sequence[Line]) -> float:
    """Return where the running text of a column begins; names, dates and titles may stand above it."""
    return min((line.box[1] for line in _full(lines)), default=inf)


def _full(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that fill a column; how wide it is, the wider lines tell, for there may be two of them."""
    widths = sorted(line.box[2] - line.box[0] for line in lines)
    enough = COLUMN_FILL * widths[int(0.9 * (len(widths) - 1))] if widths else 0.0
    return [
        line
        for line in lines
        if line.box[2] - line.box[0] >= enough and wording.columns_wide(line.text) >= COLUMN_CHARACTERS
    ]


def _characters(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _crosses(line: Line, edge: float) -> bool:
    return line.box[0] < edge < line.box[2]

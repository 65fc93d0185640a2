"""Fragments on one baseline, and whole rows of them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from kinu_reader.extract.characters import union
from kinu_reader.extract.lines import RAISED, Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FAR = 10.0  # times the type size between two pieces that are not read together
SPACE = 0.15  # of the type size between two fragments is a space
SHARED = 0.6  # of the lower one's height is shared by two fragments on one baseline
RAISED_SHARED = 0.25  # the same, if the lower one is the number of a note


def rows(fragments: Iterable[Line]) -> list[Line]:
    """Return whole rows from top to bottom; fragments near each other on one baseline become one line."""
    return [joined(part) for row in baselines(fragments) for part in parts(row, FAR)]


def baselines(fragments: Iterable[Line]) -> list[list[Line]]:
    """Return the fragments from top to bottom, those on one baseline together, from left to right."""
    found: list[list[Line]] = []
    lowest = float("-inf")  # of the rows so far: what stands below it begins a row
    for line in sorted(fragments, key=lambda line: line.box[1] + line.box[3]):
        home = None
        if line.box[1] < lowest:
            home = next((row for row in reversed(found[-3:]) if _beside(line, row)), None)
        if home is None:
            found.append([line])
        else:
            home.append(line)
        lowest = max(lowest, line.box[3])
    for row in found:
        if len(row) > 1:
            row.sort(key=lambda line: line.box[0])
    return found


def parts(row: Sequence[Line], wide: float) -> Iterator[list[Line]]:
    """Cut a row at gaps of so many times the type size: a name to the left, a date to the right."""
    part: list[Line] = []
    for line in row:
        if part and line.box[0] - part[-1].box[2] > wide * line.size:
            yield part
            part = []
        part.append(line)
    yield part


def joined(row: Sequence[Line]) -> Line:
    """Return fragments of one row as one line."""
    if len(row) == 1:
        return row[0]
    text, boxes, last = row[0].text, list(row[0].boxes), row[0]
    for line in row[1:]:
        gap = line.box[0] - last.box[2]
        raised = line.text.isdecimal() and line.size <= RAISED * last.size and gap < line.size
        if (not raised and (last.spaced or gap > SPACE * line.size)) or _would_compose(text, line.text):
            text += " "
            boxes.append((last.box[2], last.box[1], max(last.box[2], line.box[0]), last.box[3]))
        text += line.text
        boxes.extend(line.boxes)
        last = line
    main = max(row, key=lambda line: len(line.text))
    return Line(text, boxes, union(line.box for line in row), main.size, main.bold, main.page, last.spaced)


def _beside(line: Line, row: Sequence[Line]) -> bool:
    left, top, right, bottom = line.box
    for other in row:
        other_left, other_top, other_right, other_bottom = other.box
        shared = min(bottom, other_bottom) - max(top, other_top)
        if shared <= 0:
            return False
        if min(right, other_right) - max(left, other_left) > 0.3 * min(line.size, other.size):
            return False
        lower = min(bottom - top, other_bottom - other_top)
        if shared < SHARED * lower:
            raised = _is_raised(line, other) or _is_raised(other, line)
            if not raised or shared < RAISED_SHARED * lower:
                return False
    return True


def _is_raised(mark: Line, line: Line) -> bool:
    """Tell whether a fragment is the small number of a note right behind, or before, another."""
    near = min(abs(mark.box[0] - line.box[2]), abs(line.box[0] - mark.box[2])) < 0.5 * line.size
    return near and mark.size <= RAISED * line.size and mark.text.rstrip(",)").isdecimal()


def _would_compose(before: str, after: str) -> bool:
    return not unicodedata.is_normalized("NFC", before[-4:] + after[:4])

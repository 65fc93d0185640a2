"""From a point of a page to a place in the canonical text, and from line to line, by the map of characters.

A place between two characters is the offset of the second. Lines are runs of the map, ranges of the canonical text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kinu_reader.extract.boxes import read_map

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from kinu_reader.extract.boxes import CharacterMap
    from kinu_reader.model import Page, Range

_LEADING = 32.0  # how much farther a point seems above or below a line than beside it: beside a short line is its end


class Caret(NamedTuple):
    """A place in the text, and whether the point asked for lies on a letter."""

    offset: int
    on_text: bool


def caret_at(page: Page, x: float, y: float) -> Caret | None:
    """Return the place nearest to a point (points) as one reads: beside a short line that is its end.

    None if there is no text on the page.
    """
    read = read_map(page.characters)
    if not len(read.starts):
        return None
    lines = _line_boxes(read)
    column = _column_of(lines, x, y)
    x0, y0, x1, y1 = lines[:, column]
    across, down = _apart(x0, x1, x), _apart(y0, y1, y)
    nearest = int(np.argmin(np.hypot(across, down * _LEADING)))
    on_text = bool(across[nearest] == 0 and down[nearest] == 0)
    return Caret(_offset(read, column.start + nearest, x), on_text)


def line_of(page: Page, offset: int) -> Range | None:
    """Return the line on which a place lies; between two lines, the one that begins there."""
    read = read_map(page.characters)
    ends = read.starts + read.lengths
    for holds in ((read.starts <= offset) & (offset < ends), ends == offset):
        if (found := np.flatnonzero(holds)).size:
            return int(read.starts[found[0]]), int(ends[found[0]])
    return None


def next_line(page: Page, line: Range | None, direction: int) -> Range | None:
    """Return the line after (direction 1) or before (-1) another in reading order, or the first or last of the page.

    What stands on the same height, such as the number of a footnote, is no other line. None past the ends.
    """
    read = read_map(page.characters)
    count = len(read.starts)
    at = (-1 if direction > 0 else count) if line is None else int(np.searchsorted(read.starts, line[0]))
    lines = _line_boxes(read)
    here, at = at, at + direction
    while line is not None and 0 <= at < count and _beside(lines, here, at):
        at += direction
    return (int(read.starts[at]), int(read.starts[at] + read.lengths[at])) if 0 <= at < count else None


def offset_in(page: Page, line: Range, x: float) -> int:
    """Return the place in a line that is nearest to a distance (points) from the left."""
    read = read_map(page.characters)
    return _offset(read, int(np.searchsorted(read.starts, line[0])), x)


def _line_boxes(read: CharacterMap) -> NDArray[np.float64]:
    """Return the box around each line, as 4 rows."""
    if not len(read.starts):
        return np.empty((4, 0))
    first = np.cumsum(read.lengths) - read.lengths
    least, most = np.minimum.reduceat(read.edges, first, axis=1), np.maximum.reduceat(read.edges, first, axis=1)
    return np.array([least[0], least[1], most[2], most[3]])


def _column_of(lines: NDArray[np.float64], x: float, y: float) -> slice:
    """Return the lines of the column nearest to a point: those that follow each other, one under the other."""
    x0, y0, x1, y1 = lines
    goes_on = (y0[1:] >= y0[:-1]) & (x0[1:] < x1[:-1]) & (x0[:-1] < x1[1:])
    first = np.concatenate([[0], np.flatnonzero(~goes_on) + 1])
    left, top = np.minimum.reduceat(x0, first), np.minimum.reduceat(y0, first)
    right, bottom = np.maximum.reduceat(x1, first), np.maximum.reduceat(y1, first)
    distance = np.hypot(_apart(left, right, x), _apart(top, bottom, y))
    # A heading over two columns goes on in the first and so covers the second: of what holds the point, the smallest.
    column = int(np.lexsort(((right - left) * (bottom - top), distance))[0])
    return slice(int(first[column]), int(first[column + 1]) if column + 1 < len(first) else len(x0))


def _offset(read: CharacterMap, line: int, x: float) -> int:
    first = int(read.lengths[:line].sum())
    middles = (read.edges[0] + read.edges[2])[first : first + int(read.lengths[line])] / 2
    return int(read.starts[line]) + int(np.count_nonzero(middles < x))


def _apart(low: NDArray[np.float64], high: NDArray[np.float64], at: float) -> NDArray[np.float64]:
    return np.maximum(np.maximum(low - at, at - high), 0.0)


def _beside(lines: NDArray[np.float64], one: int, other: int) -> bool:
    middle = (lines[1, other] + lines[3, other]) / 2
    return bool(lines[1, one] <= middle <= lines[3, one])

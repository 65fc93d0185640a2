"""Where the rows and cells of the series view lie: rows of 40 px, cells of 26, wrapped where the width ends."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from kinu_reader.ui.theme import scaled

if TYPE_CHECKING:
    from collections.abc import Iterable

ROW, HEADING = 40, 48  # px, a row of one line, and the heading of a series
CELL_WIDTH, CELL_HEIGHT, GAP, LINE = 21, 26, 2, 30  # px; LINE is the distance of wrapped lines
DIGIT = 7  # px that a digit more than two widens the cells of a row by
MARGIN, YEARS = 16, 52  # px: at the sides, of the column of years


@dataclass(frozen=True)
class RowBox:
    """A row: where it begins, how high it is, and how its cells are wrapped."""

    top: int
    height: int
    cells: int
    cell_width: int
    per_line: int

    def cell(self, column: int) -> QRect:
        """Return the place of a cell."""
        line, place = divmod(column, self.per_line)
        x = MARGIN + scaled(YEARS) + place * (self.cell_width + GAP)
        y = self.top + (scaled(ROW) - scaled(CELL_HEIGHT)) // 2 + line * scaled(LINE)
        return QRect(x, y, self.cell_width, scaled(CELL_HEIGHT))

    def at(self, point: QPoint) -> int | None:
        """Return the cell at a point; what lies between two cells belongs to the first of them."""
        place = (point.x() - MARGIN - scaled(YEARS)) // (self.cell_width + GAP)
        line = (point.y() - self.top - (scaled(ROW) - scaled(LINE)) // 2) // scaled(LINE)
        if not (0 <= place < self.per_line and line >= 0):
            return None
        column = line * self.per_line + place
        return column if column < self.cells else None


@dataclass(frozen=True)
class Layout:
    """All rows at one width."""

    rows: tuple[RowBox, ...]
    height: int

    def row_at(self, y: int) -> int | None:
        """Return the row at a height."""
        at = bisect_right(self.rows, y, key=lambda row: row.top) - 1
        return at if at >= 0 and y < self.height else None


def lay_out(rows: Iterable[tuple[int, int]], width: int, counts: int) -> Layout:
    """Return the layout of rows, each given by its number of cells and of digits in the longest; 0 cells: a heading.

    `counts` is the width in pixels of the column at the right.
    """
    boxes: list[RowBox] = []
    top = 0
    for cells, digits in rows:
        cell_width = scaled(CELL_WIDTH) + scaled(DIGIT) * max(0, digits - 2)
        per_line = max(1, (width - 2 * MARGIN - scaled(YEARS) - counts + GAP) // (cell_width + GAP))
        lines = max(1, -(-cells // per_line))
        height = scaled(ROW) + (lines - 1) * scaled(LINE) if cells else scaled(HEADING)
        boxes.append(RowBox(top, height, cells, cell_width, per_line))
        top += height
    return Layout(tuple(boxes), top)

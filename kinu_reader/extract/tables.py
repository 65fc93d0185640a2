"""Tables: rows of cells that stand below each other in columns, with or without rules between them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from kinu_reader.extract import wording
from kinu_reader.extract.rows import baselines, joined, parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kinu_reader.extract.lines import Line
    from kinu_reader.extract.rules import Rule

CELL_GAP = 1.0  # times the type size: what is nearer belongs to one cell
LOOSE = 4.5  # times the type size between two rows of one table
ROWS = 3  # fewer rows with several cells are no table, unless rules divide them
PAIRS = 4  # rows at least where there are but two columns
MANY = 0.6  # of the rows of a table of two columns have both cells
PROSE_COLUMNS = 18  # of a typewriter: wider lines are no entries
FILLED = 0.8  # of the width of a column is filled by a line of running text
PROSE = 0.5  # of the characters of a column stand in such lines
ALIGNED = 0.7  # of the entries stand on the baseline of another cell
FLOWING = 0.4  # of the lines of a column of running text begin with a small letter
RUNNING_COLUMNS = 14  # of a typewriter, on average: shorter lines are names of entries
CLOSE = 0.5  # times the type size between two lines of one cell
DESCENT, LEVEL = 0.22, 0.15  # of the type size: the part of a line below its letters; how level the cells of a row are
STEP = 1.3  # times the closest lines: a step to the next row where cells have several lines
OFTEN = 0.25  # of the rows begin with such a step
HEAD = 0.5  # of its column is filled by its name, at most
COVER = 0.8  # of the width of a table is covered by a rule between its rows
ENTRY = re.compile(
    r"[\[(]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5}|[가-하])[.)\]]*|"
    r"[•●○◦■□▪▫◆◇▶▷►※★☆‣❍➢✓·ㆍ‧①-⑳⑴-⒇㉠-㉻–—*†‡§-]"
)

Row = tuple["Line", ...]


class Piece(NamedTuple):
    """A part of a column: its lines, or the rows of a table, whose lines come cell by cell."""

    lines: tuple[Line, ...] = ()
    rows: tuple[Row, ...] = ()


class _Cell(NamedTuple):
    line: Line
    left: float
    right: float
    parts: Sequence[Line]  # the fragments that it is made of


class _Grid(NamedTuple):
    """Baselines that may be a table, and the edges of its columns from left to right."""

    lines: list[list[_Cell]]
    columns: list[tuple[float, float]]

    @property
    def full(self) -> list[list[_Cell]]:
        """Return the baselines with several cells."""
        return [line for line in self.lines if len(line) > 1]


def pieces(fragments: Sequence[Line], rules: Sequence[Rule], *, strict: bool = False) -> list[Piece]:
    """Return fragments from top to bottom, cut where tables begin and end.

    With `strict` two columns are no table unless rules divide its rows: they may be columns of text.
    """
    found: list[Piece] = []
    plain: list[Line] = []
    for grid in _grids(fragments):
        if _is_table(grid, rules) and not (strict and _may_be_columns(grid, rules)):
            if plain:
                found.append(Piece(tuple(plain)))
                plain = []
            found.append(Piece(rows=tuple(_rows(grid, rules))))
        else:
            plain += [line for row in grid.lines for cell in row for line in cell.parts]
    if plain:
        found.append(Piece(tuple(plain)))
    return found


def _may_be_columns(grid: _Grid, rules: Sequence[Rule]) -> bool:
    return len(grid.columns) < 3 and not _inner(grid, rules)


def _grids(fragments: Sequence[Line]) -> Iterator[_Grid]:
    """Cut fragments into baselines that keep the same columns apart, and the baselines between."""
    grid = _Grid([], [])
    found = baselines(fragments)
    if len(found) == len(fragments):  # nothing stands beside anything
        yield _Grid([[_cell([line])] for line in fragments], [])
        return
    for row in found:
        cells = [_cell(part) for part in parts(row, CELL_GAP)]
        edges = [(cell.left, cell.right) for cell in cells]
        columns = _merged([*grid.columns, *edges])
        near = bool(grid.lines) and cells[0].line.box[1] - _bottom(grid.lines[-1]) < LOOSE * cells[0].line.size
        if near and len(columns) > 1 and _keeps(columns, grid.columns, cells):
            grid = _Grid([*grid.lines, cells], columns)
            continue
        if grid.lines:
            yield from _trimmed(grid)
        grid = _Grid([cells], edges)
    if grid.lines:
        yield from _trimmed(grid)


def _keeps(columns: Sequence[object], before: Sequence[tuple[float, float]], cells: Sequence[_Cell]) -> bool:
    """Tell whether a baseline stands within the columns so far; one with several cells may join two of them."""
    if len(before) < 2:
        return False
    return len(columns) >= len(before) or (len(cells) > 1 and 2 * len(columns) > len(before))


def _trimmed(grid: _Grid) -> Iterator[_Grid]:
    """Cut off what stands below the last baseline with several cells, where it is not a row's last lines."""
    last = max((at for at, line in enumerate(grid.lines) if len(line) > 1), default=-1)
    end = last + 1
    while 0 < end < len(grid.lines) and _ends_row(grid.lines[end][0], grid.lines[end - 1][0], grid.columns[0][1]):
        end += 1
    if end:
        yield _Grid(grid.lines[:end], grid.columns)
    if end < len(grid.lines):
        yield _Grid(grid.lines[end:], grid.columns)


def _ends_row(cell: _Cell, before: _Cell, right: float) -> bool:
    """Tell whether a baseline of one cell is the last of a row: in a later column, or running on in the first one."""
    if cell.left > right:
        return True
    close = cell.line.box[1] - before.line.box[3] < CLOSE * cell.line.size
    text = before.line.text
    return close and wording.columns_wide(text) > PROSE_COLUMNS and not wording.ends_sentence(text)


def _is_table(grid: _Grid, rules: Sequence[Rule]) -> bool:
    if len(grid.lines) < 2 or len(grid.columns) < 2:
        return False
    columns = _columns(grid)
    entries = [all(ENTRY.fullmatch(cell.line.text) for cell in column) for column in columns]
    if len(columns) == 2 and any(entries):
        return False
    prose = _prose(grid)
    if len(_inner(grid, rules)) > 1 and len(grid.full) > 1:
        return sum(prose) < 2 or _has_head(grid)
    if len(grid.full) < ROWS or sum(prose) > 1 or not _aligned(grid, prose):
        return False
    if len(columns) - any(entries) > 2:
        return True
    return len(grid.full) >= PAIRS and len(grid.full) >= MANY * len(grid.lines)


def _columns(grid: _Grid) -> list[list[_Cell]]:
    return [[cell for line in grid.lines for cell in line if _within(cell, edges)] for edges in grid.columns]


def _prose(grid: _Grid) -> list[bool]:
    """Tell of each column whether it is running text."""
    widths = [right - left for left, right in grid.columns]
    return [_is_prose(cells, width) for cells, width in zip(_columns(grid), widths, strict=True)]


def _has_head(grid: _Grid) -> bool:
    """Tell whether a table begins with the short names of its columns."""
    first = grid.full[0]
    widths = [right - left for cell in first for left, right in grid.columns if _within(cell, (left, right))]
    return all(cell.right - cell.left < HEAD * width for cell, width in zip(first, widths, strict=True))


def _is_prose(cells: Sequence[_Cell], width: float) -> bool:
    """Tell whether most of a column stands in lines that are long and fill it, as those of running text do."""
    texts = [cell.line.text for cell in cells if cell.right - cell.left > FILLED * width]
    long = sum(len(text) for text in texts if wording.columns_wide(text) > PROSE_COLUMNS)
    return long > PROSE * sum(len(cell.line.text) for cell in cells)


def _flows(cells: Sequence[_Cell]) -> bool:
    """Tell whether the lines of a column run on, so that a line is not yet an entry of its own."""
    running = sum(wording.starts_lower(cell.line.text) for cell in cells)
    wide = sum(wording.columns_wide(cell.line.text) for cell in cells) >= RUNNING_COLUMNS * len(cells)
    return len(cells) >= ROWS and wide and running > FLOWING * len(cells)


def _aligned(grid: _Grid, prose: Sequence[bool]) -> bool:
    """Tell whether the entries stand beside other cells, as they do not beside a column of running text."""
    alone = beside = 0
    for line in grid.lines:
        for cell in line:
            at = next(at for at, edges in enumerate(grid.columns) if _within(cell, edges))
            if not prose[at]:
                level = any(abs(_foot(cell) - _foot(other)) < LEVEL * cell.line.size for other in line if other != cell)
                alone, beside = alone + (not level), beside + level
    return beside >= ALIGNED * (alone + beside)


def _foot(cell: _Cell) -> float:
    """Return about where the letters of a cell stand."""
    return cell.line.box[3] - DESCENT * cell.line.size


def _rows(grid: _Grid, rules: Sequence[Rule]) -> Iterator[Row]:
    """Yield the rows of a table: between its rules, or else by steps wider than those within a cell."""
    heights = [rule.y for rule in _inner(grid, rules)]
    ruled = 2 * len(heights) >= len(grid.full)
    flowing = not ruled and _flows(_columns(grid)[0])
    step = _step(grid, inf if ruled or flowing else None)
    row: list[list[_Cell]] = []
    for line in grid.lines:
        begins = _flows_anew(line, row[-1], step) if row and flowing else row and _begins(line, row[-1], grid, step)
        if row and (begins or _ruled(row[-1], line, heights)):
            yield _row(row, grid)
            row = []
        row.append(line)
    yield _row(row, grid)


def _step(grid: _Grid, otherwise: float | None) -> float | None:
    """Return how far below the one before a baseline begins a row, where cells of several lines make steps tell."""
    steps = sorted(_top(after) - _top(before) for before, after in pairwise(grid.lines))
    wide = STEP * steps[len(steps) // 5]
    often = sum(step > wide for step in steps) >= OFTEN * len(grid.full)
    return wide if often and any(len(line) < len(grid.columns) for line in grid.lines) else otherwise


def _ruled(before: Sequence[_Cell], line: Sequence[_Cell], heights: Sequence[float]) -> bool:
    """Tell whether a rule stands between two baselines; some cross the lower ends of letters."""
    return any(_bottom(before) - 3 < y < _top(line) + 3 for y in heights)


def _begins(line: Sequence[_Cell], before: Sequence[_Cell], grid: _Grid, step: float | None) -> bool:
    """Tell whether a baseline begins a row: after a wide step, or else with an entry in the first column."""
    if step is not None and not len(line) == len(before) == len(grid.columns):
        return len(line) > 1 and _top(line) - _top(before) > step
    return len(line) > 1 and _within(line[0], grid.columns[0])


def _flows_anew(line: Sequence[_Cell], before: Sequence[_Cell], step: float | None) -> bool:
    """Tell whether a baseline begins a row of which the first cell is running text: with a number or a wide step."""
    if len(line) < 2:
        return False
    return wording.starts_item(line[0].line.text) or (step is not None and _top(line) - _top(before) > step)


def _row(lines: Sequence[Sequence[_Cell]], grid: _Grid) -> Row:
    """Return the lines of a row cell by cell, the last of each marked as the end of one."""
    row: list[Line] = []
    for edges in grid.columns:
        cell = [cell.line for line in lines for cell in line if _within(cell, edges)]
        row += [*cell[:-1], *(replace(line, ends_cell=True) for line in cell[-1:])]
    return tuple(row)


def _inner(grid: _Grid, rules: Sequence[Rule]) -> list[Rule]:
    """Return the rules between the rows of what may be a table."""
    left, right = grid.columns[0][0], grid.columns[-1][1]
    top, bottom = _top(grid.lines[0]), _bottom(grid.lines[-1])
    return [
        rule
        for rule in rules
        if top + 3 < rule.y < bottom - 3 and min(right, rule.right) - max(left, rule.left) > COVER * (right - left)
    ]


def _cell(part: Sequence[Line]) -> _Cell:
    line = joined(part)
    return _Cell(line, line.box[0], line.box[2], part)


def _within(cell: _Cell, edges: tuple[float, float]) -> bool:
    return edges[0] <= cell.left and cell.right <= edges[1]


def _top(line: Sequence[_Cell]) -> float:
    return min(cell.line.box[1] for cell in line)


def _bottom(line: Sequence[_Cell]) -> float:
    return max(cell.line.box[3] for cell in line)


def _merged(edges: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return intervals with those that overlap made one, from left to right."""
    merged: list[tuple[float, float]] = []
    for left, right in sorted(edges):
        if merged and left < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    return merged

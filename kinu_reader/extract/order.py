"""Reading order of a page by geometry: full-width lines, columns from left to right, tables row by row.

The order of the file is not trusted: a box may be drawn last, or line by line between the lines of the body.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from kinu_reader.extract import wording
from kinu_reader.extract.characters import union
from kinu_reader.extract.rows import FAR, baselines, parts, rows
from kinu_reader.extract.tables import Row, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kinu_reader.extract.lines import Line
    from kinu_reader.extract.rules import Rule
    from kinu_reader.model import Box

COLUMN_LINES = 3  # fewer lines are no column
COLUMN_CHARACTERS = 18  # columns of a typewriter: less is the cell of a table or the number of a list
COLUMN_FILL = 0.5  # of the width of a column is filled by a line of it
COLUMN_SHARE = 0.5  # of the characters of a column stand in such lines
CROSSING = 0.25  # of the lines beside a gutter may cross it
NOTE_RULE = 0.08, 0.6  # of the width of a column takes the rule above its notes
NOTE_RULE_INDENT = 24.0  # points
NEXT = 3.0  # times the type size between two lines of one stack
FRAMED = 0.5  # of the characters of a page, at most, stand in one box of text
LEVEL = 3.0  # points between the tops of two columns that begin together
CLEAR = 8.0  # points between two columns


@dataclass(frozen=True, slots=True)
class Column:
    """Lines that are read one after another, or the rows of a table, and the edges between which they stand."""

    lines: tuple[Line, ...]
    left: float
    right: float
    rows: tuple[Row, ...] = ()
    aside: bool = False  # a box beside the text: what is read before it may go on after it
    notes: float = inf  # the height of the short rule above the notes


def arrange(
    lines: Sequence[Line], rules: Sequence[Rule], margin: Iterable[Sequence[Line]] = (), frames: Sequence[Box] = ()
) -> list[Column]:
    """Return the fragments of a page as columns in reading order; boxes in its margin, or framed in its text, last."""
    framed: list[list[Line]] = []
    for frame in sorted(frames, key=lambda frame: frame[1]):
        inside, outside = _framed(lines, frame)
        if inside:
            framed.append(rows(inside))
            lines = outside
    return [
        *_columns(lines, rules),
        *(Column(tuple(box), *_sides_of(box), aside=True) for box in (*framed, *margin)),
    ]


def _framed(lines: Sequence[Line], frame: Box) -> tuple[list[Line], list[Line]]:
    """Return the lines within a frame and the others, if text stands beside it; else it is read where it stands."""
    inside: list[Line] = []
    outside: list[Line] = []
    for line in lines:
        within = frame[0] < line.middle_x < frame[2] and frame[1] < line.middle < frame[3]
        (inside if within else outside).append(line)
    beside = any(frame[1] < line.middle < frame[3] for line in outside)
    if beside and _characters(inside) < FRAMED * _characters(lines):
        return inside, outside
    return [], list(lines)


def _columns(lines: Sequence[Line], rules: Sequence[Rule]) -> Iterator[Column]:
    if not lines:
        return
    parts = pieces(lines, rules, strict=True)
    left, right = _sides_of(lines)
    for piece in parts:
        if piece.rows:
            yield Column((), left, right, piece.rows)
        else:
            yield from _parted(lines if len(parts) == 1 else piece.lines, rules)


def _parted(lines: Sequence[Line], rules: Sequence[Rule]) -> Iterator[Column]:
    """Yield the columns on both sides of a gutter, and what stands above, between and below them."""
    gutter = _gutter(lines)
    zones = _zones(lines, gutter) if gutter is not None else []
    if gutter is None or (len(zones) == 1 and not zones[0].parted):
        yield from _whole(lines, rules)
        return
    for zone in zones:
        if zone.parted:
            left, right = _sides(zone.lines, gutter)
            top = min(_top(left), _top(right))
            yield from _columns([line for line in zone.lines if line.middle < top], rules)
            yield from _columns([line for line in left if line.middle >= top], rules)
            yield from _columns([line for line in right if line.middle >= top], rules)
        else:
            yield from _columns(zone.lines, rules)


def _whole(lines: Sequence[Line], rules: Sequence[Rule]) -> Iterator[Column]:
    """Yield what stands in one column."""
    left, right = _sides_of(lines)
    for piece in pieces(lines, rules):
        if piece.rows:
            yield Column((), left, right, piece.rows)
        else:
            for stack in _stacks(piece.lines, rules):
                whole = rows(stack)
                yield Column(tuple(whole), left, right, notes=_note_rule(whole, left, right, rules))


def _note_rule(lines: Sequence[Line], left: float, right: float, rules: Sequence[Rule]) -> float:
    """Return the height of the rule that parts the notes at the foot of a column from its text, or infinity."""
    for rule in rules:
        if abs(rule.left - left) < NOTE_RULE_INDENT and NOTE_RULE[0] < rule.width / (right - left + 1) < NOTE_RULE[1]:
            below = min((line for line in lines if line.middle > rule.y), key=lambda line: line.middle, default=None)
            above = [line for line in lines if line.box[3] < rule.y + 3]
            underlined = any(line.box[3] > rule.y - 2 and line.box[0] < rule.right for line in above)
            if below and above and not underlined and wording.starts_note(below.text):
                return rule.y
    return inf


class _Gap(NamedTuple):
    """An empty strip between two stacks of lines."""

    left: float
    right: float

    def within(self, row: Sequence[Line]) -> _Gap:
        """Return what a row leaves of the strip."""
        middle = (self.left + self.right) / 2
        before = [line.box[2] for line in row if line.middle_x < middle]
        after = [line.box[0] for line in row if line.middle_x >= middle]
        return _Gap(max([self.left, *before]), min([self.right, *after]))


def _stacks(lines: Sequence[Line], rules: Sequence[Rule]) -> Iterator[list[Line]]:
    """Cut lines where two stacks stand far apart beside each other, as in the head of a letter; the left is first."""
    plain: list[Line] = []
    found = baselines(lines)
    at = 0
    while at < len(found):
        gap = _widest(found[at])
        end = _stack_end(found, at, gap, rules) if gap else at
        if gap is None or end - at < 2:
            plain += found[at]
            at += 1
            continue
        if plain:
            yield plain
            plain = []
        stack = [line for row in found[at:end] for line in row]
        middle = (gap.left + gap.right) / 2
        yield [line for line in stack if line.middle_x < middle]
        yield [line for line in stack if line.middle_x >= middle]
        at = end
    if plain:
        yield plain


def _widest(row: Sequence[Line]) -> _Gap | None:
    if len(row) < 2:
        return None
    first, *others = parts(row, FAR)
    return _Gap(first[-1].box[2], others[0][0].box[0]) if others else None


def _stack_end(found: Sequence[Sequence[Line]], start: int, gap: _Gap, rules: Sequence[Rule]) -> int:
    """Return after which baseline the stack to the right ends that begins at another."""
    end, last = start + 1, found[start][-1]
    for at in range(start + 1, len(found)):
        row = found[at]
        gap = gap.within(row)
        top = min(line.box[1] for line in row)
        cut = any(last.middle < rule.y < top + 3 and rule.left < gap.left and rule.right > gap.right for rule in rules)
        if cut or gap.right - gap.left < FAR / 3 * last.size:
            break
        if row[-1].box[0] >= gap.right - 1:
            if row[-1].box[1] - last.box[3] > NEXT * last.size:
                break
            end, last = at + 1, row[-1]
    return end


class _Zone(NamedTuple):
    parted: bool  # lines stand on both sides of the gutter and none crosses it
    lines: list[Line]


def _zones(lines: Sequence[Line], gutter: float) -> list[_Zone]:
    """Cut a page from top to bottom where lines that cross the gutter begin or end."""
    ordered = sorted(lines, key=lambda line: line.middle)
    found = [list(group) for _, group in groupby(ordered, key=lambda line: _crosses(line, gutter))]
    zones = [_Zone(not _crosses(piece[0], gutter) and all(_sides(piece, gutter)), piece) for piece in found]
    # The short last line of a full-width paragraph crosses nothing: it belongs to the lines around it.
    return [
        zone
        for parted, group in groupby(zones, key=lambda zone: zone.parted)
        for zone in (group if parted else [_Zone(False, [line for zone in group for line in zone.lines])])
    ]


def _sides(lines: Sequence[Line], gutter: float) -> tuple[list[Line], list[Line]]:
    left = [line for line in lines if line.box[2] <= gutter]
    return left, [line for line in lines if line.box[2] > gutter]


def _sides_of(lines: Iterable[Line]) -> tuple[float, float]:
    box = union(line.box for line in lines)
    return box[0], box[2]


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
        return _is_short_end(left, right) and not any(_crosses(line, edge) for line in lines)
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


def _is_short_end(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Tell whether few lines to the right are the end of a text in columns: they begin where the left column does."""
    if not (right and _is_column(left)):
        return False
    begin_together = abs(min(line.box[1] for line in left) - min(line.box[1] for line in right)) < LEVEL
    clear = min(line.box[0] for line in right) - max(line.box[2] for line in left) > CLEAR
    return begin_together and clear and all(wording.columns_wide(line.text) >= COLUMN_CHARACTERS for line in right[:-1])


def _is_column(lines: Sequence[Line]) -> bool:
    full = _full(lines)
    return len(full) >= COLUMN_LINES and _characters(full) >= COLUMN_SHARE * _characters(lines)


def _top(lines: Sequence[Line]) -> float:
    """Return where the running text of a column begins; names, dates and titles may stand above it."""
    return min((line.box[1] for line in _full(lines)), default=inf)


def _full(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that fill a column; how wide it is, the wider lines tell, for there may be two of them."""
    widths = sorted(line.width for line in lines)
    enough = COLUMN_FILL * widths[int(0.9 * (len(widths) - 1))] if widths else 0.0
    return [line for line in lines if line.width >= enough and wording.columns_wide(line.text) >= COLUMN_CHARACTERS]


def _characters(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _crosses(line: Line, edge: float) -> bool:
    return line.box[0] < edge < line.box[2]

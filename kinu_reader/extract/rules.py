"""What is drawn on a page beside its text: rules between the rows of a table or above the notes, frames of boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kinu_reader.model import Box

THIN = 3.0  # points: a rule is no thicker
SHORTEST = 12.0  # points: shorter is a letter's part or a dot
SAME_HEIGHT = 1.5  # points between the middles of the parts of one rule
TOUCHING = 4.0  # points between the ends of its parts, one for each cell of a table
FRAME = 60.0, 24.0  # points: a frame around text is at least so wide and high
MOST_FRAMES = 40
MOST = 2000  # pieces on a page: more are a drawing


class Rule(NamedTuple):
    """A horizontal line."""

    y: float
    left: float
    right: float

    @property
    def width(self) -> float:
        """Return its length in points."""
        return self.right - self.left


def rules_of(drawn: Sequence[Box]) -> list[Rule]:
    """Return the horizontal lines among what is drawn on a page, from top to bottom."""
    if len(drawn) > MOST:
        return []
    pieces = sorted(((y0 + y1) / 2, x0, x1) for x0, y0, x1, y1 in drawn if y1 - y0 <= THIN < x1 - x0)
    return [rule for rule in _joined(pieces) if rule.width >= SHORTEST]


def frames_of(drawn: Sequence[Box]) -> list[Box]:
    """Return the rectangles on a page that may be boxes of text: none touches another, as the cells of a table do."""
    if len(drawn) > MOST:
        return []
    frames = list(dict.fromkeys(box for box in drawn if box[2] - box[0] >= FRAME[0] and box[3] - box[1] >= FRAME[1]))
    if len(frames) > MOST_FRAMES:
        return []
    return [box for box in frames if not any(_touch(box, other) for other in frames if other != box)]


def _touch(box: Box, other: Box) -> bool:
    apart = max(box[0], other[0]) > min(box[2], other[2]) + 2 or max(box[1], other[1]) > min(box[3], other[3]) + 2
    inside = all(a < b for a, b in zip(other[:2], box[:2], strict=True)) and box[2] < other[2] and box[3] < other[3]
    around = all(a < b for a, b in zip(box[:2], other[:2], strict=True)) and other[2] < box[2] and other[3] < box[3]
    return not (apart or inside or around)


def _joined(pieces: Iterable[tuple[float, float, float]]) -> Iterable[Rule]:
    """Join the parts of a rule; they come sorted by height."""
    row: list[Rule] = []
    for y, left, right in pieces:
        if row and y - row[0].y > SAME_HEIGHT:
            yield from _touching(row)
            row = []
        row.append(Rule(y, left, right))
    yield from _touching(row)


def _touching(row: Iterable[Rule]) -> Iterable[Rule]:
    whole: Rule | None = None
    for part in sorted(row, key=lambda part: part.left):
        if whole and part.left - whole.right <= TOUCHING:
            whole = whole._replace(right=max(whole.right, part.right))
            continue
        if whole:
            yield whole
        whole = part
    if whole:
        yield whole

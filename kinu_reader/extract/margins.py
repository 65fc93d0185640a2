"""What stands beside the body of a page, in its margin: side boxes, marks of the series, text set upright."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from kinu_reader.extract.rows import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kinu_reader.extract.lines import Line

Box = tuple["Line", ...]

STEP = 6.0  # points: left edges within one step count as one
BODY_SHARE = 0.25  # of a page's characters start at an edge of the body
CLEAR = 4.0  # points between the body and what stands in the margin
APART = 2.0  # times the type size between a box and a line of the body that runs above or below it
NEXT = 3.0  # times the type size between two lines of one box
COLUMNS_APART = 60.0  # points at least from the left edge of a column to that of the next
NEW = 1.4  # times the type size from line to line: above the first line of a paragraph there is more
SAME_BASELINE = 0.2  # of the type size
ROWS, ALIGNED = 5, 0.7  # lines beside the body, and the share of them that stand on its baselines
WORDS = re.compile(r"[^\W\d_]{2}|\d{4}")


def body_and_margin(fragments: Sequence[Line]) -> tuple[list[Line], list[Box]]:
    """Return the lines of the body, and the boxes of lines that end left of it or start right of it."""
    upright = [line for line in fragments if line.upright]
    turned: list[Box] = [(line,) for line in fragments if not line.upright]
    left, right = _edges(upright)
    outside = [
        line
        for line in upright
        if (line.box[2] <= left - CLEAR or line.box[0] >= right + CLEAR) and WORDS.search(line.text)
    ]
    if not outside:
        return upright, turned
    apart = set(map(id, outside))
    body = [line for line in upright if id(line) not in apart]
    margin: list[Box] = []
    cells = [
        side
        for side in ([line for line in outside if line.box[0] < left], [line for line in outside if line.box[0] > left])
        if _are_cells(side, body)
    ]
    for box in _boxes(outside):
        own = any(box[0] in side for side in cells) or _is_last_column(box, body)
        if own or _in_the_way(box, body) or _is_label(box, body):
            body += box
        else:
            margin.append(tuple(rows(box)))
    return body, margin + turned


def _edges(lines: Sequence[Line]) -> tuple[float, float]:
    """Return the edges between which most of a page stands."""
    weight: Counter[int] = Counter()
    for line in lines:
        weight[round(line.box[0] / STEP)] += len(line.text)
    total = weight.total()
    edges = {edge for edge in weight if weight[edge - 1] + weight[edge] + weight[edge + 1] >= BODY_SHARE * total}
    if not edges:
        return float("-inf"), float("inf")
    right = max(line.box[2] for line in lines if round(line.box[0] / STEP) in edges)
    return (min(edges) - 0.5) * STEP, right


def _boxes(lines: list[Line]) -> Iterator[list[Line]]:
    """Group lines of the margin that stand close below each other."""
    box: list[Line] = []
    for line in sorted(lines, key=lambda line: (round(line.box[0] / 100), line.box[1])):
        if box and (line.box[1] - box[-1].box[3] > NEXT * line.size or line.box[1] < box[-1].box[1] - line.size):
            yield box
            box = []
        box.append(line)
    if box:
        yield box


def _in_the_way(box: Sequence[Line], body: Sequence[Line]) -> bool:
    """Tell whether lines of the body run over the place of a box, close above or below it: then it is one of them."""
    left, right = min(line.box[0] for line in box), max(line.box[2] for line in box)
    top, bottom = min(line.box[1] for line in box), max(line.box[3] for line in box)
    room = APART * box[0].size
    return any(
        line.box[0] < right - 1 and line.box[2] > left + 1 and line.box[3] > top - room and line.box[1] < bottom + room
        for line in body
    )


def _is_label(box: Sequence[Line], body: Sequence[Line]) -> bool:
    """Tell whether a box is one line that stands beside the first line of a paragraph, as its name."""
    line = box[0]
    beside = [other for other in body if abs(other.middle - line.middle) < SAME_BASELINE * line.size]
    if len(box) > 1 or not any(text.startswith(":") for text in (line.text[-1], *(other.text for other in beside))):
        return False
    above = [other.middle for other in body if other.middle < line.middle - 0.5 * line.size]
    return not above or line.middle - max(above) > NEW * line.size


def _is_last_column(box: Sequence[Line], body: Sequence[Line]) -> bool:
    """Tell whether a box is the short end of a text in columns: set like it, and as high as the others begin."""
    others = [line for line in body if line.box[0] > box[0].box[0] - COLUMNS_APART]
    heads = [line for line in body if abs(line.box[1] - box[0].box[1]) < CLEAR and line.size == box[0].size]
    beside = {round(line.box[0] / STEP) for line in heads}
    return not others and len(beside) > 1 and len(heads) < len(body)


def _are_cells(side: Sequence[Line], body: Sequence[Line]) -> bool:
    """Tell whether many lines beside the body stand on baselines of it: then they are cells of a table."""
    baselines = sorted(other.middle for other in body)
    beside = 0
    for line in side:
        near = bisect_left(baselines, line.middle - SAME_BASELINE * line.size)
        beside += near < len(baselines) and baselines[near] < line.middle + SAME_BASELINE * line.size
    return len(side) >= ROWS and beside >= ALIGNED * len(side)

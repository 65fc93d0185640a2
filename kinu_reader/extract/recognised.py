"""The lines that were read off the picture of a page, as lines like any other."""

from __future__ import annotations

from statistics import median
from typing import Any

from kinu_reader.extract.characters import plain_with_boxes, union
from kinu_reader.extract.lines import Line, PageText

SAME_SIZE = 0.3  # what is read as a size varies so much between lines of one size


def recognised_text(lines: list[Any], number: int, width: float, height: float) -> PageText:
    """Return the lines of a recognised page, those of nearly one size made to be of one."""
    usual = median([size for _, _, _, size in lines] or [0.0])
    found: list[Line] = []
    for text, boxes, baseline, size in lines:
        clean, where = plain_with_boxes(text, [tuple(box) for box in boxes])
        if not clean.strip():
            continue
        size = usual if abs(size - usual) < SAME_SIZE * usual else size
        left, _, right, _ = union(where)
        box = (left, baseline - 0.9 * size, right, baseline + 0.25 * size)  # not by the letters it happens to hold
        found.append(Line(clean, where, box, round(size, 1), False, number))
    return PageText(found, (), width, height)

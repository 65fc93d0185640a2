"""The numbers of a series: where one ought to be and is not, what its code would be, and which stand out of order."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

T = TypeVar("T", str, int)

FEW = 99  # numbers of a year: as many as two digits give, so every gap below the highest is one
DIGITS = re.compile(r"\d+")


def number_of(printed: str | None) -> int | None:
    """Return the number as it is counted: of a part, "10-02", that of the whole."""
    match = DIGITS.match(printed or "")
    return int(match[0]) if match else None


def names_its_year(code: str | None, year: int | None) -> bool:
    """Tell whether a code holds its year, with two digits or four, beside the number: "CO 24-15", "2023 No. 2"."""
    runs = DIGITS.findall(code or "")
    return year is not None and len(runs) > 1 and not {str(year), f"{year % 100:02}"}.isdisjoint(runs)


def missing(present: Collection[int], *, by_year: bool) -> list[int]:
    """Return the numbers that ought to be there, in order.

    In a series counted by the year, from 1 to the highest; in one that runs on for ever, between its neighbours. A
    stretch of which less than half is there (and, within a year, of more than two digits) is taken for a few stray
    numbers and has no gaps: one number misread must not make hundreds missing.
    """
    numbers = sorted({*present, 0} if by_year else set(present))
    gaps: list[int] = []
    for run in _runs(numbers, FEW if by_year else 0):
        gaps += sorted(set(range(run[0], run[-1])).difference(run))
    return gaps


def _runs(numbers: list[int], few: int) -> list[list[int]]:
    """Cut numbers in order at their widest gaps until each run is dense, or begins with 0 and is of a `few` only."""
    runs: list[list[int]] = []
    waiting = [numbers] if numbers else []
    while waiting:
        run = waiting.pop()
        span, middle = run[-1] - run[0] + 1, len(run) // 2
        if (span <= few and not run[0]) or 2 * len(run) >= span:
            runs.append(run)
            continue
        cut = max(range(1, len(run)), key=lambda at: (run[at] - run[at - 1], -abs(at - middle)))
        waiting += [run[cut:], run[:cut]]
    return runs


def code_of(number: int, like: str, its_number: int, *, padded: bool) -> str:
    """Return the code of a number, written like another code of the series."""
    spans = [match.span() for match in DIGITS.finditer(like) if int(match[0]) == its_number]
    if not spans:
        return str(number)
    start, end = spans[-1]  # the year stands before the number
    return like[:start] + str(number).zfill(end - start if padded else 1) + like[end:]


def out_of_order(values: Sequence[T]) -> set[int]:
    """Return the places of the values that break the order; the fewest that do.

    What stays is a longest row of values none of which is below the one before, so one wrong date never puts all later
    ones in the wrong.
    """
    ends: list[T] = []  # the lowest value with which a row of each length can end, and where it stands
    places: list[int] = []
    before: list[int | None] = []
    for at, value in enumerate(values):
        length = bisect_right(ends, value)
        before.append(places[length - 1] if length else None)
        ends[length : length + 1] = [value]
        places[length : length + 1] = [at]
    kept, step = set(), places[-1] if places else None
    while step is not None:
        kept.add(step)
        step = before[step]
    return set(range(len(values))) - kept

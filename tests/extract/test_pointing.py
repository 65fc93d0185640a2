from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.extract import caret_at, line_of, next_line, offset_in
from kinu_reader.extract.boxes import Run, pack
from kinu_reader.model import Page, PageState

if TYPE_CHECKING:
    from collections.abc import Iterable


def page_of(runs: Iterable[Run]) -> Page:
    return Page(1, "1", 500, 700, 0, 10_000, PageState.GOOD, pack(runs))


def line(start: int, length: int, left: float, top: float) -> Run:
    return Run(start, [(left + 10 * n, top, left + 10 * n + 10, top + 12) for n in range(length)])


# A heading over two columns of two lines, and the number of a note beside the last line.
PAGE = page_of(
    [
        line(0, 40, 50, 50),
        line(42, 18, 50, 80),
        line(61, 6, 50, 100),
        line(69, 18, 270, 80),
        line(88, 10, 270, 100),
        Run(98, [(372, 98, 376, 104)]),
    ]
)


@pytest.mark.parametrize(
    ("x", "y", "offset", "on_text"),
    [
        (51, 56, 0, True),
        (58, 56, 1, True),
        (52, 86, 42, True),
        (10, 86, 42, False),  # left of the column
        (200, 106, 67, False),  # beside its short last line, not in the other column
        (275, 86, 69, True),
        (275, 96, 69, False),  # between two lines
        (300, 300, 91, False),  # under the column
        (375, 100, 99, True),
        (500, 55, 40, False),
    ],
)
def test_a_point_is_a_place_in_the_text(x: float, y: float, offset: int, on_text: bool) -> None:
    caret = caret_at(PAGE, x, y)
    assert caret is not None
    assert (caret.offset, caret.on_text) == (offset, on_text)


@given(st.floats(-100, 600), st.floats(-100, 800))
def test_any_point_has_a_place_on_a_line(x: float, y: float) -> None:
    caret = caret_at(PAGE, x, y)
    assert caret is not None
    assert line_of(PAGE, caret.offset) is not None


def test_lines_follow_each_other_in_reading_order() -> None:
    lines = [next_line(PAGE, None, 1)]
    while (following := next_line(PAGE, lines[-1], 1)) is not None:
        lines.append(following)
    assert lines == [(0, 40), (42, 60), (61, 67), (69, 87), (88, 98)], "the number of a note is no line"
    assert next_line(PAGE, (69, 87), -1) == (61, 67)
    assert next_line(PAGE, (0, 40), -1) is None
    assert next_line(PAGE, None, -1) == (98, 99)
    assert offset_in(PAGE, (61, 67), 72) == 63
    assert offset_in(PAGE, (61, 67), 500) == 67


def test_between_two_lines_the_second_is_meant() -> None:
    touching = page_of([line(0, 5, 0, 0), line(5, 5, 0, 20)])
    assert line_of(touching, 5) == (5, 10)
    assert line_of(touching, 10) == (5, 10)
    assert line_of(touching, 11) is None


def test_a_page_without_text_has_no_places() -> None:
    blank = page_of([])
    assert caret_at(blank, 10, 10) is None
    assert line_of(blank, 0) is None
    assert next_line(blank, None, 1) is None

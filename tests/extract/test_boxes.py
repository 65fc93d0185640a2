from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.extract.boxes import Run, boxes_of, pack, unpack
from kinu_reader.model import Page, PageState

edge = st.floats(-500, 9000, allow_nan=False)
box = st.tuples(edge, edge, edge, edge)


@st.composite
def maps(draw: st.DrawFn) -> list[Run]:
    runs, start = [], 0
    for boxes in draw(st.lists(st.lists(box, min_size=1, max_size=5), max_size=6)):
        start += draw(st.integers(0, 9))
        runs.append(Run(start, boxes))
        start += len(boxes)
    return runs


@given(maps())
def test_a_map_comes_back_from_its_blob(runs: list[Run]) -> None:
    found = unpack(pack(runs))
    assert [(run.start, len(run.boxes)) for run in found] == [(run.start, len(run.boxes)) for run in runs]
    widest = max((abs(value) for run in runs for box in run.boxes for value in box), default=0)
    exact = max(0.026, widest / 60000)
    for run, kept in zip(runs, found, strict=True):
        for box, other in zip(run.boxes, kept.boxes, strict=True):
            assert all(abs(a - b) <= exact for a, b in zip(box, other, strict=True))


def test_runs_come_back_in_the_order_of_the_text() -> None:
    later, earlier = Run(9, [(0, 20, 5, 30)]), Run(2, [(0, 0, 5, 10)])
    assert [run.start for run in unpack(pack([later, earlier]))] == [2, 9]


def page_of(runs: list[Run]) -> Page:
    return Page(1, "1", 100, 100, 0, 100, PageState.GOOD, pack(runs))


def test_a_range_gives_one_box_for_each_line_it_covers() -> None:
    page = page_of([Run(0, [(0, 0, 5, 10), (5, 0, 10, 10)]), Run(3, [(0, 20, 5, 30), (5, 20, 10, 31)])])
    assert boxes_of(page, 0, 5) == [(0, 0, 10, 10), (0, 20, 10, 31)]
    assert boxes_of(page, 1, 4) == [(5, 0, 10, 10), (0, 20, 5, 30)]
    assert boxes_of(page, 2, 3) == []
    assert boxes_of(page, 5, 50) == []


def test_a_page_without_text_has_no_boxes() -> None:
    assert boxes_of(page_of([]), 0, 10) == []

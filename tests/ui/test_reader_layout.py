from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.ui.reader import layout
from kinu_reader.ui.reader.layout import Rect

A4 = (595.0, 842.0)
sizes = st.lists(st.tuples(st.floats(20, 2000), st.floats(20, 3000)), min_size=1, max_size=12)
zooms = st.floats(layout.SMALLEST_ZOOM, layout.LARGEST_ZOOM)
widths = st.integers(50, 3000)


@given(sizes, zooms, widths)
def test_pages_follow_each_other_inside_the_margins(pages: list[layout.Size], zoom: float, width: int) -> None:
    laid = layout.lay_out(pages, zoom, width)
    assert laid.pages[0].y == layout.MARGIN
    assert laid.pages[-1].bottom + layout.MARGIN == laid.height
    for above, below in zip(laid.pages, laid.pages[1:], strict=False):
        assert below.y - above.bottom == layout.GAP
    for page in laid.pages:
        assert page.x >= layout.MARGIN
        assert laid.width - page.right >= layout.MARGIN
        assert abs((page.x + page.right) / 2 - laid.width / 2) <= 1
    assert laid.width >= width


@given(sizes, st.integers(200, 3000))
def test_fitted_pages_need_no_scrolling_across(pages: list[layout.Size], width: int) -> None:
    zoom = layout.fit_width(pages, width)
    assert layout.SMALLEST_ZOOM <= zoom <= layout.FIT_STOPS_AT
    if zoom > layout.SMALLEST_ZOOM:
        assert layout.lay_out(pages, zoom, width).width == width


@given(sizes, zooms, widths)
def test_two_pages_stand_side_by_side(pages: list[layout.Size], zoom: float, width: int) -> None:
    laid = layout.lay_out(pages, zoom, width, columns=2)
    for left, right in zip(laid.pages[::2], laid.pages[1::2], strict=False):
        assert left.y == right.y
        assert right.x - left.right == layout.GAP
    bottom = 0.0
    for at in range(0, len(laid.pages), 2):
        row = laid.pages[at : at + 2]
        assert row[0].y > bottom
        bottom = max(page.bottom for page in row)
        for page in row:
            assert layout.page_at(laid, page.y + page.height / 2, page.x + page.width / 2) == laid.pages.index(page)
            assert laid.pages.index(page) in layout.pages_between(laid, page.bottom - 1, page.bottom)
    assert bottom + layout.MARGIN == laid.height
    fitted = layout.fit_width(pages, width, columns=2)
    if fitted > layout.SMALLEST_ZOOM:
        assert layout.lay_out(pages, fitted, width, columns=2).width <= width + 1


def test_fit_width_fills_the_view_and_stops() -> None:
    assert layout.lay_out([A4], layout.fit_width([A4], 700), 700).pages[0].width == 700 - 2 * layout.MARGIN
    assert layout.fit_width([A4], 4000) == layout.FIT_STOPS_AT
    assert layout.fit_width([A4], 4000, stop=1.0) == 1.0
    assert layout.fit_width([], 700) == 1.0


@given(sizes, zooms, widths, st.data())
def test_a_page_is_found_where_it_lies(pages: list[layout.Size], zoom: float, width: int, data: st.DataObject) -> None:
    laid = layout.lay_out(pages, zoom, width)
    index = data.draw(st.integers(0, len(pages) - 1))
    page = laid.pages[index]
    assert layout.page_at(laid, page.y) == index
    assert layout.page_at(laid, page.bottom + layout.GAP / 2) == index
    assert index in layout.pages_between(laid, page.y + 0.1, page.y + 0.2)
    assert list(layout.pages_between(laid, page.y, page.bottom)) == [index]
    assert list(layout.pages_between(laid, 0, laid.height)) == list(range(len(pages)))


def test_between_two_pages_there_is_none() -> None:
    laid = layout.lay_out([A4, A4], 1.0, 900)
    gap = laid.pages[0].bottom
    assert list(layout.pages_between(laid, gap + 1, gap + 2)) == []
    assert list(layout.pages_between(layout.EMPTY, 0, 100)) == []


@given(sizes, zooms, zooms, st.floats(-50, 3000), st.floats(0, 9000))
def test_a_spot_is_found_again_at_another_zoom(
    pages: list[layout.Size], first: float, second: float, x: float, y: float
) -> None:
    before, after = layout.lay_out(pages, first, 800), layout.lay_out(pages, second, 800)
    spot = layout.spot_at(before, x, y)
    assert layout.find(before, spot) == pytest.approx((x, y), abs=1e-6)
    found_x, found_y = layout.find(after, spot)
    again = layout.spot_at(after, found_x, found_y)
    if 0 <= spot.down < 1:
        assert again.page == spot.page
        assert (again.across, again.down) == pytest.approx((spot.across, spot.down), abs=1e-6)


def test_a_box_lies_on_its_page() -> None:
    laid = layout.lay_out([A4, A4], 0.75, 700)  # one pixel for each point
    page = laid.pages[1]
    assert layout.place(laid, 1, (10, 20, 110, 32)) == Rect(page.x + 10, page.y + 20, 100, 12)
    assert layout.place(laid, 1, (0, 0, *A4)) == page


@given(zooms)
def test_zoom_steps_go_on_and_stay_in_bounds(zoom: float) -> None:
    up, down = layout.stepped(zoom, 1), layout.stepped(zoom, -1)
    assert down <= zoom + 0.01
    assert zoom - 0.01 <= up
    assert layout.bounded(up) == up
    assert layout.bounded(down) == down
    assert up > zoom or zoom >= layout.LARGEST_ZOOM - 0.01
    assert down < zoom or zoom <= layout.SMALLEST_ZOOM + 0.01


def test_a_hit_is_centred_with_more_room_below() -> None:
    assert layout.centred(Rect(300, 1000, 100, 20), 20, 700, 500) == (20, 1010 - 200)
    # One out of sight sideways is brought to the middle, one higher than the view starts at its top.
    assert layout.centred(Rect(900, 1000, 100, 20), 20, 700, 500)[0] == 950 - 350
    assert layout.centred(Rect(0, 1000, 10, 900), 0, 700, 500)[1] == 1000


boxes = st.tuples(*(st.floats(0, 800) for _ in range(4)))


@given(sizes, zooms, widths, st.integers(0, 3), st.lists(st.none() | st.tuples(st.integers(1, 40), boxes)))
def test_the_middles_of_boxes_are_those_of_their_rectangles(
    pages: list[layout.Size],
    zoom: float,
    width: int,
    turn: int,
    begins: list[tuple[int, tuple[float, float, float, float]] | None],
) -> None:
    laid = layout.lay_out(layout.turned(pages, turn), zoom, width, turn)
    for begin, at in zip(begins, layout.middles(laid, begins), strict=True):
        if begin is None or begin[0] > len(laid.pages):
            assert at == 0.0
        else:
            rect = layout.place(laid, begin[0] - 1, begin[1])
            assert at * laid.height == pytest.approx(rect.y + rect.height / 2, abs=1e-6)

"""Where pages lie: continuous from top to bottom, one or two in a row, centred, in logical pixels. No widgets here.

A zoom of 1 shows a page at its printed size on a screen of 96 pixels per inch.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kinu_reader.model import Box

MARGIN = 16
GAP = 12
PIXELS_PER_POINT = 96 / 72
SMALLEST_ZOOM, LARGEST_ZOOM = 0.25, 4.0
FIT_STOPS_AT = 1.5
_STEPS = (0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
_SAME_ZOOM = 0.005  # closer than the percentage shown can tell
_HIT_AT = 0.4  # a little above the middle: what follows a hit is read next

Size = tuple[float, float]
T = TypeVar("T")


class Rect(NamedTuple):  # thousands are made at every zoom: a dataclass takes three times as long
    """A rectangle in logical pixels of the whole document."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Return the lower edge."""
        return self.y + self.height


@dataclass(frozen=True)
class Spot:
    """A point of a document that keeps its meaning at any zoom: fractions of a page's width and height."""

    page: int  # index
    across: float
    down: float


@dataclass(frozen=True)
class Layout:
    """The page rectangles at one zoom, and the size of all together with their margins."""

    zoom: float
    width: int
    height: int
    pages: tuple[Rect, ...]
    turn: int = 0  # quarters of a turn, clockwise, of every page
    columns: int = 1  # pages in a row


EMPTY = Layout(1.0, 0, 0, ())


def turned(sizes: Sequence[Size], turn: int) -> list[Size]:
    """Return the sizes of pages after quarters of a turn."""
    return [(height, width) if turn % 2 else (width, height) for width, height in sizes]


def lay_out(sizes: Sequence[Size], zoom: float, view_width: int, turn: int = 0, columns: int = 1) -> Layout:
    """Return the layout of pages of these sizes (points, turned); edges fall on whole pixels, so pages stay sharp."""
    if not sizes:
        return EMPTY
    scale = zoom * PIXELS_PER_POINT
    seen = {size: (max(1, round(size[0] * scale)), max(1, round(size[1] * scale))) for size in set(sizes)}
    rows = _rows([seen[size] for size in sizes], columns)
    widths = [sum(width for width, _ in row) + GAP * (len(row) - 1) for row in rows]
    full_width = max(view_width, max(widths) + 2 * MARGIN)
    rects: list[Rect] = []
    top = MARGIN
    for row, row_width in zip(rows, widths, strict=True):
        left = (full_width - row_width) // 2
        for width, height in row:
            rects.append(Rect(left, top, width, height))
            left += width + GAP
        top += max(height for _, height in row) + GAP
    return Layout(zoom, full_width, top - GAP + MARGIN, tuple(rects), turn, columns)


def fit_width(sizes: Sequence[Size], view_width: int, stop: float = FIT_STOPS_AT, columns: int = 1) -> float:
    """Return the zoom at which the widest row fills the view between its margins, at most `stop`."""
    fits = [
        (view_width - 2 * MARGIN - GAP * (len(row) - 1)) / (sum(width for width, _ in row) * PIXELS_PER_POINT)
        for row in set(map(tuple, _rows(sizes, columns)))  # most pages are as large as others
        if any(width > 0 for width, _ in row)
    ]
    return min(stop, max(SMALLEST_ZOOM, min(fits))) if fits else 1.0


def fit_page(size: Size, view_height: int) -> float:
    """Return the zoom at which a page of this size (points, turned) is as high as the view between its margins."""
    return max(SMALLEST_ZOOM, (view_height - 2 * GAP) / (size[1] * PIXELS_PER_POINT)) if size[1] > 0 else 1.0


def stepped(zoom: float, direction: int) -> float:
    """Return the next round zoom above (direction 1) or below (-1)."""
    if direction > 0:
        return next((step for step in _STEPS if step > zoom + _SAME_ZOOM), LARGEST_ZOOM)
    return next((step for step in reversed(_STEPS) if step < zoom - _SAME_ZOOM), SMALLEST_ZOOM)


def bounded(zoom: float) -> float:
    """Return the zoom within what the reader offers."""
    return min(LARGEST_ZOOM, max(SMALLEST_ZOOM, zoom))


def pages_between(layout: Layout, top: float, bottom: float) -> range:
    """Return the indexes of the pages in rows of which something lies between two heights."""
    pages, columns = layout.pages, layout.columns
    begins = range(0, len(pages), columns)  # of the rows, none of which is made: this is asked at every scroll
    first = bisect_right(begins, top, key=lambda at: max(page.bottom for page in pages[at : at + columns]))
    last = max(first, bisect_left(begins, bottom, key=lambda at: pages[at].y))
    return range(min(first * columns, len(pages)), min(last * columns, len(pages)))


def page_at(layout: Layout, y: float, x: float = 0.0) -> int:
    """Return the index of the page at a point, in a gap that of the page above or left of it; 0 if there are none."""
    first = bisect_right(layout.pages, y, key=lambda page: page.y) - 1
    row = max(0, first) // layout.columns * layout.columns
    beside = [page for page in range(row + 1, row + layout.columns) if page < len(layout.pages)]
    return max([row, *(page for page in beside if layout.pages[page].x <= x)])


def place(layout: Layout, page: int, box: Box) -> Rect:
    """Return where a box (points) of a page (index) lies."""
    scale = layout.zoom * PIXELS_PER_POINT
    left, top, right, bottom = box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale
    on = layout.pages[page]
    width, height = right - left, bottom - top
    match layout.turn:
        case 0:
            return Rect(on.x + left, on.y + top, width, height)
        case 1:
            return Rect(on.right - bottom, on.y + left, height, width)
        case 2:
            return Rect(on.right - right, on.bottom - bottom, width, height)
        case _:
            return Rect(on.x + top, on.bottom - right, height, width)


def middles(layout: Layout, begins: Iterable[tuple[int, Box] | None]) -> list[float]:
    """Return how far down the middles of boxes (page number, points) lie, in fractions of the height of all pages.

    What stands nowhere lies at the top. There may be thousands of boxes: this makes no rectangle for any of them.
    """
    height, odd, back = max(1, layout.height), layout.turn % 2, layout.turn in (2, 3)
    half = layout.zoom * PIXELS_PER_POINT / 2 / height * (-1 if back else 1)
    edges = [(page.bottom if back else page.y) / height for page in layout.pages]
    near, far = (0, 2) if odd else (1, 3)
    return [
        edges[begin[0] - 1] + half * (begin[1][near] + begin[1][far]) if begin and begin[0] <= len(edges) else 0.0
        for begin in begins
    ]


def point_on(layout: Layout, page: int, x: float, y: float) -> tuple[float, float]:
    """Return a point of the document as a point (points) of a page (index): the opposite of `place`."""
    on = layout.pages[page]
    scale = layout.zoom * PIXELS_PER_POINT
    right, down = x - on.x, y - on.y
    left, up = on.width - right, on.height - down
    across, along = [(right, down), (down, left), (left, up), (up, right)][layout.turn]
    return across / scale, along / scale


def spot_at(layout: Layout, x: float, y: float) -> Spot:
    """Return what lies at a point, to be found again by `find` in another layout of the same pages."""
    page = page_at(layout, y, x)
    on = layout.pages[page]
    return Spot(page, (x - on.x) / on.width, (y - on.y) / on.height)


def find(layout: Layout, spot: Spot) -> tuple[float, float]:
    """Return the point at which a spot lies."""
    on = layout.pages[spot.page]
    return on.x + spot.across * on.width, on.y + spot.down * on.height


def centred(rect: Rect, across: float, view_width: int, view_height: int) -> tuple[int, int]:
    """Return how far to scroll (across, down) so that a rectangle stands in the view with context around it.

    Sideways the view stays at `across` if the rectangle is in it: lines that jump are hard to read.
    """
    down = rect.y - max(0.0, view_height * _HIT_AT - rect.height / 2)
    if not across <= rect.x <= rect.right <= across + view_width:
        across = rect.x + rect.width / 2 - view_width / 2
    return round(across), round(down)


def _rows(pages: Sequence[T], columns: int) -> list[Sequence[T]]:
    return [pages[at : at + columns] for at in range(0, len(pages), columns)]

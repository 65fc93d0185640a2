"""The pages as a space to move in: scrolling, zooming, turning, and which page is being read."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QGestureEvent, QPinchGesture, QScrollBar, QWidget

from kinu_reader.model import Standing
from kinu_reader.ui.reader import layout
from kinu_reader.ui.reader.trail import Stop, Trail

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QNativeGestureEvent, QResizeEvent, QWheelEvent

    from kinu_reader.model import Box
    from kinu_reader.ui.reader.document import OpenDocument
    from kinu_reader.ui.reader.layout import Rect, Spot

_LINE = 48  # pixels that an arrow key scrolls
_OVERLAP = 48  # pixels of the last screen that stay after page down
_NOTCH = 120  # wheel units of one click
_WHEEL_ZOOM = 1.1  # for each notch
_TEXT_STOPS_AT = 1.0  # zoom at which the lines of a text brief are 75 characters on 672 pixels
_PAGE_FROM_TOP = 1 / 3  # of the view: the page there is the one being read
_NEAR_EDGE = 24  # pixels that something brought into view keeps from its edge


class PageScroll(QAbstractScrollArea):
    """A scroll area of pages, one under the other; `PageView` paints them."""

    page_changed = Signal(int)  # number of the page being read
    zoomed = Signal(float, bool)  # zoom, and whether it fits the width
    moved = Signal()  # scrolled, zoomed or laid out anew
    trail_changed = Signal(bool, bool)  # whether one can go back, and forward
    trail_led = Signal(object)  # into another brief: a Stop

    def __init__(self, strip: QScrollBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: OpenDocument | None = None
        self._layout = layout.EMPTY
        self._page = 0
        self._fits = True
        self._turn = 0
        self._columns = 1
        self._trail = Trail()
        self.setVerticalScrollBar(strip)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        strip.valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.moved.emit())

    @property
    def document(self) -> OpenDocument | None:
        """Return what is open."""
        return self._document

    @property
    def text(self) -> str:
        """Return the canonical text of what is open."""
        return self._document.text if self._document else ""

    @property
    def zoom(self) -> float:
        """Return the zoom; 1 is printed size."""
        return self._layout.zoom

    @property
    def page(self) -> int:
        """Return the number of the page being read, 0 if nothing is open."""
        return self._page

    # ---- going somewhere

    def go_to_page(self, number: int) -> None:
        """Bring the top of a page into view."""
        if self._document and 1 <= number <= len(self._layout.pages):
            self.leave()
            self._scroll_to(self._across(), round(self._layout.pages[number - 1].y) - layout.GAP)
            self._read(number)  # also where the end of the document keeps it from the top of the view

    def go_to_height(self, number: int, height: float) -> None:
        """Bring a height (points) of a page (number) to where one begins to read."""
        if 1 <= number <= len(self._layout.pages):
            self._centre(number, (0.0, height, 0.0, height))

    def go_back(self, direction: int = -1) -> None:
        """Return to where one was before the last jump (-1), or undo that (1)."""
        here = self._stop()
        stop = self._trail.step(direction, here) if here else None
        if stop is not None and here is not None and stop.brief != here.brief:
            self.trail_led.emit(stop)
        elif stop is not None:
            self.show_spot(stop.spot)
        self._tell_trail()

    def leave(self) -> None:
        """Remember this place, for what comes is a jump."""
        here = self._stop()
        if here is not None:
            self._trail.leave(here)
            self._tell_trail()

    def use_trail(self, trail: Trail) -> None:
        """Go back and forward on another trail."""
        self._trail = trail
        self._tell_trail()

    def show_spot(self, spot: Spot) -> None:
        """Bring a spot to the middle of the view."""
        if spot.page < len(self._layout.pages):
            self._show_spot(spot, self._middle())

    @property
    def standing(self) -> Standing | None:
        """Return where one reads, to `stand` there again; None if nothing is open."""
        spot, zoom = self._spot_at(self._middle()), 0.0 if self._fits else self.zoom
        if spot is None:
            return None
        at_top = self._down() == 0  # which is the top in a window of any height
        return Standing(1, 0.0, zoom) if at_top else Standing(spot.page + 1, spot.down, zoom)

    def stand(self, at: Standing) -> None:
        """Read where one stood; this is no jump."""
        if not self._layout.pages:
            return
        self._fits = at.zoom <= 0
        self._lay_out(self._fitting() if self._fits else layout.bounded(at.zoom))
        page = self._layout.pages[min(max(at.page, 1), len(self._layout.pages)) - 1]
        self._scroll_to(self._across(), round(page.y + at.down * page.height - self._middle().y()))
        self._scrolled()

    def _stop(self) -> Stop | None:
        spot = self._spot_at(self._middle())
        return Stop(self._document.brief, spot) if spot and self._document else None

    def _centre(self, page: int, box: Box, *, jumping: bool = True) -> None:
        """Bring a box of a page (number) into view with what is around it."""
        if jumping:
            self.leave()
        view, rect = self.viewport(), layout.place(self._layout, page - 1, box)
        self._scroll_to(*layout.centred(rect, self._across(), view.width(), view.height()))

    def _reveal(self, rect: Rect) -> None:
        """Scroll as little as needed to see a rectangle."""
        view = self.viewport()
        down = min(max(self._down(), rect.bottom + _NEAR_EDGE - view.height()), rect.y - _NEAR_EDGE)
        across = min(max(self._across(), rect.right + _NEAR_EDGE - view.width()), rect.x - _NEAR_EDGE)
        self._scroll_to(round(across), round(down))

    def _tell_trail(self) -> None:
        self.trail_changed.emit(self._trail.has(-1), self._trail.has(1))

    # ---- zooming and turning

    def fit_width(self) -> None:
        """Keep the pages as wide as the view."""
        self._fits = True
        self._zoom_to(self._fitting())

    def fit_page(self) -> None:
        """Zoom so that the page being read is seen as a whole, if it is not too small then."""
        if self._document is not None and self._page > 0:
            page = self._page
            whole = layout.fit_page(self._sizes()[page - 1], self.viewport().height())
            self.set_zoom(min(whole, self._fitting()))
            self._scroll_to(self._across(), round(self._layout.pages[page - 1].y) - layout.GAP)

    def actual_size(self) -> None:
        """Show the pages as large as they are printed."""
        self.set_zoom(1.0)

    def step_zoom(self, direction: int) -> None:
        """Go to the next round zoom, up (1) or down (-1)."""
        self.set_zoom(layout.stepped(self.zoom, direction))

    def set_zoom(self, zoom: float, around: QPointF | None = None) -> None:
        """Zoom; the point of the viewport, or else its middle, stays where it is."""
        self._fits = False
        self._zoom_to(layout.bounded(zoom), around)

    def turn(self) -> None:
        """Turn all pages by a quarter, clockwise."""
        self._turn = (self._turn + 1) % 4
        self._lay_out_anew()

    @property
    def two_pages(self) -> bool:
        """Tell whether two pages stand side by side."""
        return self._columns == 2

    def toggle_two_pages(self) -> None:
        """Put two pages side by side, or one under the other again."""
        self._columns = 1 if self.two_pages else 2
        self._lay_out_anew()

    def _lay_out_anew(self) -> None:
        """Lay out another way, and stay on the page being read."""
        page = self._page
        self._zoom_to(self._fitting() if self._fits else self.zoom)
        if page:
            self._scroll_to(self._across(), round(self._layout.pages[page - 1].y) - layout.GAP)

    def _fitting(self) -> float:
        if self._document is None:
            return 1.0
        stop = _TEXT_STOPS_AT if self._document.kind.is_text else layout.FIT_STOPS_AT
        return layout.fit_width(self._sizes(), self.viewport().width(), stop, self._columns)

    def _zoom_to(self, zoom: float, around: QPointF | None = None, before: QPointF | None = None) -> None:
        """Lay out anew, so that what was seen at `before` is then seen at `around`."""
        to = around or self._middle()
        spot = self._spot_at(before or to)
        self._lay_out(zoom)
        if spot is not None:
            self._show_spot(spot, to)
        self._scrolled()

    # ---- geometry

    def _sizes(self) -> list[layout.Size]:
        pages = self._document.pages if self._document else ()
        return layout.turned([(page.width, page.height) for page in pages], self._turn)

    def _lay_out(self, zoom: float) -> None:
        view = self.viewport()
        self._layout = layout.lay_out(self._sizes(), zoom, view.width(), self._turn, self._columns)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setPageStep(max(1, view.height() - _OVERLAP))
        down.setSingleStep(_LINE)
        down.setRange(0, max(0, self._layout.height - view.height()))
        across.setPageStep(view.width())
        across.setSingleStep(_LINE)
        across.setRange(0, max(0, self._layout.width - view.width()))
        self.zoomed.emit(zoom, self._fits)

    def _middle(self) -> QPointF:
        return QPointF(self.viewport().width() / 2, self.viewport().height() / 2)

    def _spot_at(self, at: QPointF) -> Spot | None:
        if not self._layout.pages:
            return None
        return layout.spot_at(self._layout, at.x() + self._across(), at.y() + self._down())

    def _show_spot(self, spot: Spot, at: QPointF) -> None:
        x, y = layout.find(self._layout, spot)
        self._scroll_to(round(x - at.x()), round(y - at.y()))

    def _scroll_to(self, across: int, down: int) -> None:
        self.horizontalScrollBar().setValue(across)
        self.verticalScrollBar().setValue(down)

    def _across(self) -> int:
        return self.horizontalScrollBar().value()

    def _down(self) -> int:
        return self.verticalScrollBar().value()

    def _visible(self) -> range:
        return layout.pages_between(self._layout, self._down(), self._down() + self.viewport().height())

    # ---- what follows scrolling

    def _scrolled(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        at_end = bar.value() == bar.maximum() > 0
        read = bar.value() + height * (1 if at_end else _PAGE_FROM_TOP)
        self._read(layout.page_at(self._layout, read) + 1 if self._layout.pages else 0)
        self.moved.emit()

    def _read(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    # ---- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        before = QPointF(event.oldSize().width() / 2, event.oldSize().height() / 2)
        at_top = self._down() == 0
        self._zoom_to(self._fitting() if self._fits else self.zoom, before=before)
        if at_top:
            self._scroll_to(self._across(), 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * _WHEEL_ZOOM ** (event.angleDelta().y() / _NOTCH), event.position())
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        moves: dict[int, Callable[[], int]] = {
            Qt.Key.Key_Space: lambda: bar.value() + (-bar.pageStep() if shift else bar.pageStep()),
            Qt.Key.Key_Home: bar.minimum,
            Qt.Key.Key_End: bar.maximum,
        }
        if move := moves.get(event.key()):
            bar.setValue(move())
            return
        super().keyPressEvent(event)  # arrows, page up, page down

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Gesture:
            pinch = cast("QGestureEvent", event).gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                middle = QPointF(self.viewport().mapFromGlobal(pinch.centerPoint().toPoint()))
                self.set_zoom(self.zoom * pinch.scaleFactor(), middle)
                return True
        if event.type() is QEvent.Type.NativeGesture:
            gesture = cast("QNativeGestureEvent", event)
            if gesture.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self.set_zoom(self.zoom * (1 + gesture.value()), gesture.position())
                return True
        return super().viewportEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(560, 720)

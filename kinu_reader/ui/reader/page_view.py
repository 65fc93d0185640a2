"""The pages of a document, one under the other, with every hit marked."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QNativeGestureEvent, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QGestureEvent, QPinchGesture, QWidget

from kinu_reader.model import FileKind
from kinu_reader.ui.reader import drawing, layout
from kinu_reader.ui.reader.pictures import Request
from kinu_reader.ui.reader.strip import HitStrip
from kinu_reader.ui.theme import DARK, LIGHT, font

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from kinu_reader.ui.reader.document import Night, OpenDocument, PlacedHit
    from kinu_reader.ui.reader.layout import Rect, Spot
    from kinu_reader.ui.reader.pictures import Pictures
    from kinu_reader.ui.theme import Theme

_LINE = 48  # pixels that an arrow key scrolls
_OVERLAP = 48  # pixels of the last screen that stay after page down
_NOTCH = 120  # wheel units of one click
_WHEEL_ZOOM = 1.1  # for each notch
_PATIENCE = 400  # ms before a blank page says that it is being drawn
_MOST_PIXELS = 12_000_000  # of a picture; beyond, it is drawn smaller and stretched
_TEXT_STOPS_AT = 1.0  # zoom at which the lines of a text brief are 75 characters on 672 pixels
_PAGE_FROM_TOP = 1 / 3  # of the view: the page there is the one being read


class PageView(QAbstractScrollArea):
    """A scroll area of pages. It paints what `Pictures` has and asks for what is missing."""

    page_changed = Signal(int)  # number of the page being read
    zoomed = Signal(float, bool)  # zoom, and whether it fits the width

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._document: OpenDocument | None = None
        self._layout = layout.EMPTY
        self._hits: Sequence[PlacedHit] = ()
        self._on_page: dict[int, list[tuple[int, int]]] = {}
        self._current = -1
        self._page = 0
        self._fits = True
        self._focus_shown = False
        self._night = theme.tokens.dark
        self._impatient = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._slow = False
        self.strip = HitStrip(theme)
        self.setVerticalScrollBar(self.strip)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._impatient.timeout.connect(self._tell_loading)
        pictures.arrived.connect(self._on_arrived)
        theme.changed.connect(self.viewport().update)
        self._describe()

    # ---- what is shown

    @property
    def zoom(self) -> float:
        """Return the zoom; 1 is printed size."""
        return self._layout.zoom

    @property
    def page(self) -> int:
        """Return the number of the page being read, 0 if nothing is open."""
        return self._page

    @property
    def night(self) -> bool:
        """Tell whether pages are dark."""
        return self._night

    def show_document(self, document: OpenDocument | None) -> None:
        """Show a document from its top, without hits."""
        self._document, self._hits, self._on_page, self._current = document, (), {}, -1
        self._pictures.forget_failures()
        self._page = 0
        self._lay_out(self._fitting() if self._fits else self.zoom)
        self.verticalScrollBar().setValue(0)
        self._scrolled()

    def show_hits(self, hits: Sequence[PlacedHit]) -> None:
        """Mark these hits instead of the last ones."""
        self._hits, self._current = hits, -1
        on_page = defaultdict(list)
        for index, hit in enumerate(hits):
            for line, (page, _) in enumerate(hit.boxes):
                on_page[page].append((index, line))
        self._on_page = dict(on_page)
        self._show_ticks()
        self.viewport().update()

    def show_current(self, index: int) -> None:
        """Mark a hit as the current one and bring it into view with what is around it."""
        self._current = index
        self._show_ticks()
        self.viewport().update()
        if (rect := self._rect_of(index)) is not None:
            view = self.viewport()
            self._scroll_to(*layout.centred(rect, self._across(), view.width(), view.height()))

    def go_to_page(self, number: int) -> None:
        """Bring the top of a page into view."""
        if self._document and 1 <= number <= len(self._layout.pages):
            self._scroll_to(self._across(), round(self._layout.pages[number - 1].y) - layout.GAP)
            self._read(number)  # also where the end of the document keeps it from the top of the view

    def set_night(self, night: bool) -> None:
        """Show dark pages, or pages as printed."""
        self._night = night
        self._ask()
        self.viewport().update()

    # ---- zoom

    def fit_width(self) -> None:
        """Keep the pages as wide as the view."""
        self._fits = True
        self._zoom_to(self._fitting())

    def step_zoom(self, direction: int) -> None:
        """Go to the next round zoom, up (1) or down (-1)."""
        self.set_zoom(layout.stepped(self.zoom, direction))

    def set_zoom(self, zoom: float, around: QPointF | None = None) -> None:
        """Zoom; the point of the viewport, or else its middle, stays where it is."""
        self._fits = False
        self._zoom_to(layout.bounded(zoom), around)

    def _fitting(self) -> float:
        if self._document is None:
            return 1.0
        stop = _TEXT_STOPS_AT if self._document.kind is FileKind.TEXT else layout.FIT_STOPS_AT
        return layout.fit_width(self._sizes(), self.viewport().width(), stop)

    def _zoom_to(self, zoom: float, around: QPointF | None = None, before: QPointF | None = None) -> None:
        """Lay out anew, so that what was seen at `before` is then seen at `around`."""
        to = around or self._middle()
        spot = self._spot_at(before or to)
        self._lay_out(zoom)
        if spot is not None:
            x, y = layout.find(self._layout, spot)
            self._scroll_to(round(x - to.x()), round(y - to.y()))
        self._scrolled()

    def _middle(self) -> QPointF:
        return QPointF(self.viewport().width() / 2, self.viewport().height() / 2)

    # ---- geometry

    def _sizes(self) -> list[layout.Size]:
        return [(page.width, page.height) for page in self._document.pages] if self._document else []

    def _lay_out(self, zoom: float) -> None:
        view = self.viewport()
        self._layout = layout.lay_out(self._sizes(), zoom, view.width())
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setPageStep(max(1, view.height() - _OVERLAP))
        down.setSingleStep(_LINE)
        down.setRange(0, max(0, self._layout.height - view.height()))
        across.setPageStep(view.width())
        across.setSingleStep(_LINE)
        across.setRange(0, max(0, self._layout.width - view.width()))
        self._show_ticks()
        self.zoomed.emit(zoom, self._fits)
        view.update()

    def _spot_at(self, at: QPointF) -> Spot | None:
        if not self._layout.pages:
            return None
        return layout.spot_at(self._layout, at.x() + self._across(), at.y() + self._down())

    def _scroll_to(self, across: int, down: int) -> None:
        self.horizontalScrollBar().setValue(across)
        self.verticalScrollBar().setValue(down)

    def _across(self) -> int:
        return self.horizontalScrollBar().value()

    def _down(self) -> int:
        return self.verticalScrollBar().value()

    def _rect_of(self, hit: int, line: int = 0) -> Rect | None:
        if not 0 <= hit < len(self._hits) or line >= len(self._hits[hit].boxes):
            return None
        page, box = self._hits[hit].boxes[line]
        return layout.place(self._layout, page - 1, box) if page <= len(self._layout.pages) else None

    def _show_ticks(self) -> None:
        rects = [self._rect_of(index) for index in range(len(self._hits))]
        height = max(1, self._layout.height)
        self.strip.show_ticks([(rect.y + rect.height / 2) / height if rect else 0.0 for rect in rects], self._current)

    def _visible(self) -> range:
        return layout.pages_between(self._layout, self._down(), self._down() + self.viewport().height())

    # ---- pictures

    def _request(self, index: int) -> Request:
        assert self._document is not None
        rect = self._layout.pages[index]
        width = rect.width * self.devicePixelRatioF()
        most = (_MOST_PIXELS * rect.width / rect.height) ** 0.5
        tokens = self._theme.tokens
        night: Night | None = (tokens.night_ink, tokens.night_page) if self._night else None
        return Request(self._document.path, index + 1, round(min(width, most)), night, self._document)

    def _ask(self) -> None:
        if self._document is None:
            self._pictures.want(())
            return
        seen = self._visible()
        reading = max(0, self._page - 1)
        near = [*sorted(seen, key=lambda index: abs(index - reading)), seen.stop, seen.start - 1]
        self._pictures.want([self._request(index) for index in near if 0 <= index < len(self._layout.pages)])
        self._slow = False
        self._impatient.start()

    def _on_arrived(self, number: int) -> None:
        if number - 1 in self._visible():
            self.viewport().update()

    def _tell_loading(self) -> None:
        self._slow = True
        self.viewport().update()

    # ---- what follows scrolling

    def _scrolled(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        at_end = bar.value() == bar.maximum() > 0
        read = bar.value() + height * (1 if at_end else _PAGE_FROM_TOP)
        self._read(layout.page_at(self._layout, read) + 1 if self._layout.pages else 0)
        self._ask()
        self.viewport().update()

    def _read(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self._describe()
            self.page_changed.emit(page)

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Pages"))
        if self._document is None or not self._page:
            self.setAccessibleDescription(self._hint())
            return
        page = self._document.pages[self._page - 1]
        where = self.tr("Page {page} of {pages}").format(page=page.label or page.number, pages=len(self._layout.pages))
        self.setAccessibleName(f"{self._document.title}. {where}")
        self.setAccessibleDescription(self._document.text[page.start : page.end])

    def _hint(self) -> str:
        return self.tr("Select a passage to read it here")

    # ---- painting

    def _draw(self, painter: QPainter, index: int) -> None:
        tokens = self._theme.tokens
        rect = drawing.whole(self._layout.pages[index])
        request = self._request(index)
        picture = self._pictures.get(request) or self._pictures.stand_in(request)
        ground = tokens.night_page if self._night else tokens.page
        drawing.draw_page(painter, rect, picture, ground, tokens.page_outline)
        if picture is None:
            self._draw_missing(painter, rect, index, request)
            return
        others: list[Rect] = []
        current: list[Rect] = []
        for hit, line in self._on_page.get(index + 1, ()):
            if (box := self._rect_of(hit, line)) is not None:
                (current if hit == self._current else others).append(box)
        drawing.draw_hits(painter, others, current, tokens, self._night)

    def _draw_missing(self, painter: QPainter, rect: QRect, index: int, request: Request) -> None:
        assert self._document is not None
        label = self._document.pages[index].label or str(index + 1)
        if self._pictures.failed(request):
            words = self.tr("Page {page} cannot be drawn").format(page=label)
        elif self._slow:
            words = self.tr("Drawing page {page}…").format(page=label)
        else:
            return
        ink = (DARK if self._night else LIGHT).secondary  # a page is not of the colour of the theme
        seen = rect.intersected(self.viewport().rect().translated(self._across(), self._down()))
        drawing.draw_words(painter, seen, words, font(13), ink)

    # ---- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(tokens.backdrop))
        if self._document is None:
            drawing.draw_words(painter, self.viewport().rect(), self._hint(), font(13), tokens.secondary)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-self._across(), -self._down())
        for index in self._visible():
            self._draw(painter, index)
        if self._focus_shown:
            painter.resetTransform()
            drawing.draw_focus(painter, self.viewport().rect(), tokens.accent)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Who came by mouse knows where they are; who came by key must see it.
        self._focus_shown = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.viewport().update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._focus_shown = False
        self.viewport().update()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        before = QPointF(event.oldSize().width() / 2, event.oldSize().height() / 2)
        self._zoom_to(self._fitting() if self._fits else self.zoom, before=before)

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
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._ask()
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._describe()
            self.viewport().update()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(560, 720)

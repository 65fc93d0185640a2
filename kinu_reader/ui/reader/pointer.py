"""Selecting with the mouse: drag, click twice for a word, three times for a sentence, four times for a paragraph."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication

from kinu_reader.ui.reader.words import nothing_at, paragraph_at, sentence_at, word_at

if TYPE_CHECKING:
    from kinu_reader.ui.reader.page_view import PageView
    from kinu_reader.ui.reader.selection import Selection

_UNITS = {1: nothing_at, 2: word_at, 3: sentence_at, 4: paragraph_at}
_SHAKEN = 3  # pixels that a hand may move in clicking
_EDGE = 16  # pixels from the edge of the view within which a drag scrolls it
_SCROLL_EVERY = 25  # ms
_SCROLL_FASTEST = 60  # pixels a step


class Pointer(QObject):
    """Listens to the mouse in the viewport of the pages."""

    clicked = Signal(QPointF)  # without dragging, once; a point of the viewport
    released = Signal()  # a selection is finished

    def __init__(self, view: PageView, selection: Selection) -> None:
        super().__init__(view)
        self._view, self._selection = view, selection
        self._clicks, self._clicked_at = 0, 0.0
        self._pressed: QPointF | None = None  # where, while the button is down
        self._dragged = False  # since then, and not merely shaken
        self._last = QPointF()
        self._on_selection = False  # pressed on what is selected: a drag takes it along, a click gives it up
        self._scroller = QTimer(self, interval=_SCROLL_EVERY)
        self._scroller.timeout.connect(self._scroll)
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)

    @property
    def busy(self) -> bool:
        """Tell whether a selection is being made."""
        return self._pressed is not None

    # ---- pressing, moving, letting go

    def _press(self, event: QMouseEvent) -> None:
        self._count(event)
        at = self._pressed = self._last = event.position()
        self._dragged = False
        caret = self._view.caret_at(at)
        if caret is None:
            self._pressed = None
            return
        start, end = self._selection.range
        self._on_selection = self._clicks == 1 and caret.on_text and start <= caret.offset <= end and start < end
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._on_selection = False
            self._selection.extend(caret.offset)
        elif not self._on_selection:
            self._selection.begin(caret.offset, _UNITS[self._clicks])

    def _move(self, event: QMouseEvent) -> None:
        at = self._last = event.position()
        if self._pressed is None:
            self._show_cursor(at)
            return
        far = (at - self._pressed).manhattanLength()
        if self._on_selection:
            if far >= QApplication.startDragDistance():
                self._pressed = None
                self._drag_out()
            return
        self._dragged = self._dragged or far >= _SHAKEN
        if self._dragged:
            self._extend(at)
            self._scroller.start() if self._beyond(at) else self._scroller.stop()

    def _release(self, event: QMouseEvent) -> None:
        self._scroller.stop()
        if self._pressed is None:
            return
        if self._on_selection and (caret := self._view.caret_at(event.position())) is not None:
            self._selection.begin(caret.offset)
        self._pressed = None
        if self._clicks == 1 and not self._dragged and self._selection.empty:
            self.clicked.emit(event.position())
        self.released.emit()

    def _count(self, event: QMouseEvent) -> None:
        """Count clicks that follow each other at one place; Qt itself counts to two."""
        now = time.monotonic()
        soon = (now - self._clicked_at) * 1000 < QApplication.doubleClickInterval()
        near = (event.position() - self._last).manhattanLength() < QApplication.startDragDistance()
        twice = event.type() is QEvent.Type.MouseButtonDblClick
        if self._clicks in (2, 3) and soon and near:
            self._clicks += 1
        else:
            self._clicks = 2 if twice else 1
        self._clicked_at = now

    def _extend(self, at: QPointF) -> None:
        if (caret := self._view.caret_at(at)) is not None:
            self._selection.extend(caret.offset)

    # ---- beyond the edges

    def _beyond(self, at: QPointF) -> float:
        """Return by how many pixels a point is past the upper (less than 0) or lower edge of what scrolls not."""
        height = self._view.viewport().height()
        return min(0.0, at.y() - _EDGE) + max(0.0, at.y() - (height - _EDGE))

    def _scroll(self) -> None:
        bar = self._view.verticalScrollBar()
        step = max(-_SCROLL_FASTEST, min(_SCROLL_FASTEST, self._beyond(self._last)))
        bar.setValue(bar.value() + round(step))
        self._extend(self._last)

    # ---- the pointer itself

    def _show_cursor(self, at: QPointF) -> None:
        caret = self._view.caret_at(at)
        shape = Qt.CursorShape.IBeamCursor if caret and caret.on_text else Qt.CursorShape.ArrowCursor
        if self._view.viewport().cursor().shape() is not shape:
            self._view.viewport().setCursor(shape)

    def _drag_out(self) -> None:
        drag = QDrag(self._view)
        drag.setMimeData(self._selection.dragged())
        drag.exec(Qt.DropAction.CopyAction)

    # ---- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.MouseMove:
            self._move(cast("QMouseEvent", event))
        elif kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
            mouse = cast("QMouseEvent", event)
            if mouse.button() is Qt.MouseButton.LeftButton:
                (self._release if kind is QEvent.Type.MouseButtonRelease else self._press)(mouse)
        return super().eventFilter(watched, event)

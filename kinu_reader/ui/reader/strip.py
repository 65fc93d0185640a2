"""The scroll strip: a thin scroll bar that shows where in the document the hits are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from kinu_reader.ui.theme import Theme

WIDTH = 14
_THUMB = 6
_TICK, _CURRENT_TICK = 2, 4
_REACH = 4  # pixels from a tick at which a click still means it


class HitStrip(QScrollBar):
    """A vertical scroll bar with a tick for each hit; a click on a tick chooses the hit."""

    hit_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._ticks: Sequence[float] = ()
        self._rows: tuple[int, tuple[int, ...]] | None = None  # the height of the strip, and where there are ticks
        self._current = -1
        theme.changed.connect(self.update)

    def show_ticks(self, ticks: Sequence[float], current: int) -> None:
        """Show ticks at these fractions of the document's height; `current` is the index of the strong one."""
        if ticks is not self._ticks:
            self._ticks, self._rows = ticks, None
        self._current = current
        self.update()

    @property
    def rows(self) -> tuple[int, ...]:
        """Return the heights, in whole pixels, at which there are ticks: one for all that fall together."""
        height = self.height()
        if self._rows is None or self._rows[0] != height:
            least, most = _CURRENT_TICK // 2, height - _CURRENT_TICK // 2
            found = {min(max(round(at * height), least), most) for at in self._ticks}
            self._rows = height, tuple(sorted(found))
        return self._rows[1]

    def tick_at(self, y: float) -> int | None:
        """Return the index of the hit whose tick is nearest to a height, if one is within reach."""
        distance, nearest = min(
            ((abs(self._tick_y(at) - y), index) for index, at in enumerate(self._ticks)), default=(_REACH + 1, 0)
        )
        return nearest if distance <= _REACH else None

    def _tick_y(self, fraction: float) -> float:
        return min(max(fraction * self.height(), _CURRENT_TICK / 2), self.height() - _CURRENT_TICK / 2)

    def _thumb(self) -> QRect:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        slider = QStyle.SubControl.SC_ScrollBarSlider
        rect = self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, slider, self)
        return QRect((self.width() - _THUMB) // 2 + 1, rect.y() + 1, _THUMB, rect.height() - 2)

    # ---- Qt

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 64)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        tick = self.tick_at(event.position().y())
        on_thumb = self._thumb().adjusted(-WIDTH, 0, WIDTH, 0).contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and tick is not None and not on_thumb:
            self.hit_chosen.emit(tick)
            event.accept()
            return
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.window))
        painter.fillRect(0, 0, 1, self.height(), QColor(tokens.hairline))
        if self.maximum() > self.minimum():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.thumb_hover if self.isSliderDown() or self.underMouse() else tokens.thumb))
            painter.drawRoundedRect(QRectF(self._thumb()), _THUMB / 2, _THUMB / 2)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for row in self.rows:
            painter.fillRect(2, row - _TICK // 2, WIDTH - 3, _TICK, QColor(tokens.tick))
        if 0 <= self._current < len(self._ticks):
            top = self._tick_y(self._ticks[self._current]) - _CURRENT_TICK / 2
            painter.fillRect(QRectF(1, top, WIDTH - 1, _CURRENT_TICK), QColor(tokens.current_tick))

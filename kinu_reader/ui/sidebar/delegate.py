"""How the lines of the sidebar are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kinu_reader.ui.icons import pixmap
from kinu_reader.ui.sidebar.entries import ENTRY
from kinu_reader.ui.theme import font

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kinu_reader.ui.sidebar.entries import Entry
    from kinu_reader.ui.theme import Theme

WIDTH, ROW, HEADING, EDGE = 192, 28, 38, 3  # px
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SidebarDelegate(QStyledItemDelegate):
    """Paints the lines of the sidebar."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        entry: Entry = index.data(ENTRY)
        return QSize(WIDTH, HEADING if entry.is_heading else ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry = index.data(ENTRY)
        rect: QRect = option.rect
        tokens = self._theme.tokens
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        if entry.is_heading:
            painter.setFont(font(12))
            painter.setPen(QColor(tokens.secondary))
            painter.drawText(rect.adjusted(16, 10, -8, 0), Qt.AlignmentFlag.AlignVCenter, entry.name)
            painter.restore()
            return
        if selected or hovered:
            painter.fillRect(rect, QColor(tokens.accent_soft if selected else tokens.hover))
        if selected:
            painter.fillRect(QRect(rect.left(), rect.top(), EDGE, rect.height()), QColor(tokens.accent))
        ratio = painter.device().devicePixelRatioF()
        colour = tokens.accent if selected else tokens.secondary
        if entry.icon:
            painter.drawPixmap(rect.left() + 16, rect.top() + 5, pixmap(entry.icon, colour, 18, ratio))
        self._paint_words(painter, QRectF(rect), entry, selected)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRectF, entry: Entry, selected: bool) -> None:
        tokens = self._theme.tokens
        count = "" if entry.count is None else QLocale().toString(entry.count)
        if entry.new:
            count = f"+{entry.new} · {count}"
        painter.setFont(font(12, tabular=True))
        painter.setPen(QColor(tokens.accent if selected else tokens.secondary))
        if entry.warns:
            self._paint_warning(painter, rect, count)
        else:
            painter.drawText(rect.adjusted(0, 0, -10, 0), _RIGHT, count)
        room = rect.adjusted(42, 0, -16 - painter.fontMetrics().horizontalAdvance(count), 0)
        painter.setFont(font(13, semibold=selected))
        painter.setPen(QColor(tokens.text))
        shown = painter.fontMetrics().elidedText(entry.name, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_warning(self, painter: QPainter, rect: QRectF, count: str) -> None:
        """Paint a count of things to do as a chip."""
        wide = painter.fontMetrics().horizontalAdvance(count) + 10
        chip = QRectF(rect.right() - 5 - wide, rect.top() + 5, wide, rect.height() - 10)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(self._theme.tokens.low_certainty_soft))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(chip, 4, 4)
        painter.setPen(QColor(self._theme.tokens.low_certainty))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, count)

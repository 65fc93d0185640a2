"""How the lines of the sidebar are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kinu_reader.ui.icons import pixmap
from kinu_reader.ui.sidebar.entries import ENTRY
from kinu_reader.ui.theme import font, scaled
from kinu_reader.ui.typesetting import Lines

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kinu_reader.ui.sidebar.entries import Entry
    from kinu_reader.ui.theme import Theme

ROW, LINE, HEADING, EDGE = 28, 18, 38, 3  # px; LINE is the distance of the lines of a name
ICON, NAME, LEAST = 18, 42, 40  # px: of an icon; where names begin; the least room for one
FOLDED_ROW, FOLDED_HEADING = 36, 13  # px, in a column of icons
TOP = 8  # px above the first line
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SidebarDelegate(QStyledItemDelegate):
    """Paints the lines of the sidebar: names of two lines at most, or icons alone where it is folded."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.folded = False

    def _lines(self, entry: Entry, width: int, *, selected: bool) -> Lines:
        """Return the name of an entry, laid out beside its count."""
        counted = QFontMetrics(font(12, tabular=True)).horizontalAdvance(_count(entry))
        room = max(LEAST, width - scaled(NAME) - 16 - counted)
        return Lines(entry.name, [], font(13, semibold=selected), room, 2, scaled(LINE))

    def _width(self, option: QStyleOptionViewItem) -> int:
        view = option.widget
        return view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()

    # -- Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        entry: Entry = index.data(ENTRY)
        width = self._width(option)
        if entry.is_heading:
            return QSize(width, FOLDED_HEADING if self.folded else scaled(HEADING))
        if self.folded:
            return QSize(width, scaled(FOLDED_ROW) + _above(index))
        height = self._lines(entry, width, selected=True).height  # the bolder one, so that choosing moves nothing
        return QSize(width, scaled(ROW - LINE) + round(height) + _above(index))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry = index.data(ENTRY)
        painter.save()
        if entry.is_heading:
            self._paint_heading(painter, option.rect, entry.name)
        else:
            option.rect.setTop(option.rect.top() + _above(index))
            self._paint_entry(painter, option, entry)
        painter.restore()

    # -- painting

    def _paint_heading(self, painter: QPainter, rect: QRect, name: str) -> None:
        tokens = self._theme.tokens
        if self.folded:
            line = QRect(rect.left() + 12, rect.center().y(), rect.width() - 24, 1)
            painter.fillRect(line, QColor(tokens.hairline))
            return
        painter.setFont(font(12))
        painter.setPen(QColor(tokens.secondary))
        painter.drawText(rect.adjusted(16, 10, -8, 0), Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_entry(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        rect: QRect = option.rect
        tokens = self._theme.tokens
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.fillRect(rect, QColor(tokens.accent_soft if selected else tokens.hover))
        if selected:
            painter.fillRect(QRect(rect.left(), rect.top(), EDGE, rect.height()), QColor(tokens.accent))
        ratio, size = painter.device().devicePixelRatioF(), scaled(ICON)
        ink = tokens.accent if selected else tokens.secondary
        if entry.icon:
            left = (rect.width() - size) // 2 if self.folded else 16
            top = (rect.height() - size) // 2 if self.folded else (scaled(ROW) - size) // 2
            painter.drawPixmap(rect.left() + left, rect.top() + top, pixmap(entry.icon, ink, size, ratio))
        if not self.folded:
            self._paint_words(painter, rect, entry, self._width(option), selected=selected)
        elif entry.warns or entry.new:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.low_certainty if entry.warns else tokens.accent))
            painter.drawEllipse(QRectF(rect.center().x() + size / 2 - 2, rect.top() + 5, 7, 7))

    def _paint_words(self, painter: QPainter, rect: QRect, entry: Entry, width: int, *, selected: bool) -> None:
        tokens = self._theme.tokens
        first = QRectF(rect.left(), rect.top(), rect.width(), scaled(ROW))
        painter.setFont(font(12, tabular=True))
        painter.setPen(QColor(tokens.accent if selected else tokens.secondary))
        if entry.warns:
            self._paint_warning(painter, first, _count(entry))
        else:
            painter.drawText(first.adjusted(0, 0, -10, 0), _RIGHT, _count(entry))
        lines = self._lines(entry, width, selected=selected)
        top = rect.top() + scaled(ROW - LINE) / 2
        lines.paint(painter, rect.left() + scaled(NAME), top, tokens.text, tokens.list_hit, tokens.list_hit_ink)

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


def _above(index: QModelIndex | QPersistentModelIndex) -> int:
    """Return the room that is left above a line: the first keeps away from the bar."""
    return 0 if index.row() else TOP


def _count(entry: Entry) -> str:
    count = "" if entry.count is None else QLocale().toString(entry.count)
    return f"+{entry.new} · {count}" if entry.new else count

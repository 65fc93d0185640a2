"""What a cell of a table of records stands for, and how it is painted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from kinu_reader.ui.theme import font, scaled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kinu_reader.ui.theme import Theme

CELL = Qt.ItemDataRole.UserRole
ROW, PADDING, MARGIN, EDGE, CHIP = 36, 10, 16, 3, 18  # px; the first column begins below the title of the view


@dataclass(frozen=True)
class Cell:
    """One value of one brief."""

    brief: int
    field: str
    shown: str
    typed: str = ""  # as it is edited
    is_chip: bool = False
    is_strong: bool = False
    certainty: int = 0  # of three; 0 where nothing is said of it
    is_fixed: bool = False  # not edited here


class CellDelegate(QStyledItemDelegate):
    """Paints cells, and edits them in place."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def _paint_ground(self, painter: QPainter, rect: QRect, *, selected: bool, first: bool) -> None:
        tokens = self._theme.tokens
        painter.fillRect(rect, QColor(tokens.accent_soft if selected else tokens.panel))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.hairline))
        if selected and first:
            painter.fillRect(QRect(rect.left(), rect.top(), EDGE, rect.height()), QColor(tokens.accent))

    def _paint_chip(self, painter: QPainter, room: QRectF, text: str, *, selected: bool) -> None:
        tokens = self._theme.tokens
        painter.setFont(font(12, tabular=True))
        width = min(room.width(), painter.fontMetrics().horizontalAdvance(text) + 12)
        chip = QRectF(room.left(), room.center().y() - scaled(CHIP) / 2, width, scaled(CHIP))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.panel if selected else tokens.chip))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setPen(QColor(tokens.text))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(chip.width()) - 10)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)

    def _paint_certainty(self, painter: QPainter, room: QRectF, cell: Cell) -> QRectF:
        """Paint three blocks, as many of them filled as the value is certain; return the room that is left."""
        tokens = self._theme.tokens
        wide, high = scaled(6), scaled(10)
        for n in range(3):
            block = QRectF(room.left() + (wide + 2) * n, room.center().y() - high / 2, wide, high)
            painter.fillRect(block, QColor(tokens.low_certainty if n < cell.certainty else tokens.hairline))
        return room.adjusted(3 * (wide + 2) + 6, 0, 0, 0)

    # -- Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, scaled(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell: Cell = index.data(CELL)
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = isinstance(option.widget, QTableView) and not option.widget.horizontalHeader().sectionPosition(
            index.column()
        )
        self._paint_ground(painter, rect, selected=selected, first=first)
        room = QRectF(rect).adjusted(MARGIN if first else PADDING, 0, -PADDING, -1)
        if cell.is_chip and cell.shown:
            self._paint_chip(painter, room, cell.shown, selected=selected)
            painter.restore()
            return
        if cell.certainty:
            room = self._paint_certainty(painter, room, cell)
        tokens = self._theme.tokens
        painter.setFont(font(13 if cell.is_strong else 12, semibold=cell.is_strong, tabular=True))
        painter.setPen(QColor(tokens.text if cell.is_strong else tokens.secondary))
        shown = painter.fontMetrics().elidedText(cell.shown, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        assert isinstance(editor, QLineEdit)
        editor.setText(index.data(Qt.ItemDataRole.EditRole))
        editor.selectAll()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        editor.setGeometry(option.rect.adjusted(2, 3, -2, -4))

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        assert isinstance(editor, QLineEdit)
        model.setData(index, editor.text().strip())

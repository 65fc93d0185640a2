"""How a number is painted. Each state has its own shape, so that none is told by colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kinu_reader.tasks.series import SlotState
from kinu_reader.ui.series.layout import CELL_HEIGHT, CELL_WIDTH
from kinu_reader.ui.series.model import SLOT
from kinu_reader.ui.theme import font, scaled

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from kinu_reader.tasks.series import Slot
    from kinu_reader.ui.theme import Theme, Tokens

FIGURES = 11  # px
CORNER = 3


@dataclass(frozen=True)
class Look:
    """What a cell shows."""

    state: SlotState = SlotState.PRESENT
    both: bool = False  # in Korean and English
    duplicate: bool = False
    out_of_order: bool = False

    @classmethod
    def of(cls, slot: Slot) -> Look:
        """Return the look of a number."""
        return cls(slot.state, len(slot.languages) > 1, slot.duplicate, slot.out_of_order)


def paint_cell(
    painter: QPainter, rect: QRectF, text: str, look: Look, tokens: Tokens, *, hovered: bool = False
) -> None:
    """Paint one number; the legend does so as well."""
    edge = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    ink = tokens.accent
    if look.state is not SlotState.PRESENT:
        ink = tokens.secondary
        painter.setBrush(QColor(tokens.hover if hovered else tokens.panel))
        if look.state is SlotState.MISSING:
            pen = QPen(QColor(tokens.secondary), 1, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([2.5, 2])
        else:
            pen = QPen(QColor(tokens.button_border), 1)
        painter.setPen(pen)
        painter.drawRoundedRect(edge, CORNER, CORNER)
        if look.state is SlotState.ABSENT:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(QColor(tokens.button_border), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(edge, CORNER, CORNER)
    elif look.duplicate:
        ink = tokens.low_certainty
        painter.setPen(QPen(QColor(ink), 1))
        painter.setBrush(QColor(tokens.low_certainty_soft))
        painter.drawRoundedRect(edge, CORNER, CORNER)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.selection if hovered else tokens.accent_soft))
        painter.drawRoundedRect(rect, CORNER, CORNER)
    if look.out_of_order:
        _paint_corner(painter, rect, tokens.low_certainty)
    _paint_figures(painter, rect, text, look, ink)


def _paint_corner(painter: QPainter, rect: QRectF, colour: str) -> None:
    corner = rect.topRight() + QPointF(-1, 1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawPolygon(QPolygonF([corner, corner + QPointF(-7, 0), corner + QPointF(0, 7)]))


def _paint_figures(painter: QPainter, rect: QRectF, text: str, look: Look, ink: str) -> None:
    painter.setFont(font(FIGURES, semibold=look.duplicate, tabular=True))
    painter.setPen(QColor(ink))
    painter.drawText(rect.adjusted(0, 0, 0, -2 if look.both else 0), Qt.AlignmentFlag.AlignCenter, text)
    if look.both:
        line = QRectF(rect.center().x() - 7, rect.bottom() - 5, 14, 2)
        painter.fillRect(line, QColor(ink))


class SeriesDelegate(QStyledItemDelegate):
    """Paints the numbers of a series."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    # -- Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(scaled(CELL_WIDTH), scaled(CELL_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        slot: Slot = index.data(SLOT)
        tokens = self._theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        paint_cell(painter, QRectF(option.rect), index.data(), Look.of(slot), tokens, hovered=hovered)
        if option.state & QStyle.StateFlag.State_Selected:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent if focused else tokens.field_border), 2))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(-1, -1, 1, 1), CORNER + 1, CORNER + 1)
        painter.restore()

"""How a row of the result list is painted: like a catalogue card."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kinu_reader.ui.icons import pixmap
from kinu_reader.ui.results.model import ROW, Row, RowKind
from kinu_reader.ui.theme import font, scaled
from kinu_reader.ui.typesetting import Lines, snippet
from kinu_reader.ui.wording import language_mark, where

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from kinu_reader.model import Answer
    from kinu_reader.ui.theme import Theme

MARGIN, COLUMN, EDGE = 16, 52, 3  # px: beside the text; of the page labels; of the selection
TITLE, TITLE_LINE = 14, 20
SMALL, SMALL_LINE = 12, 20
QUOTE, QUOTE_LINE = 13, 20
CHIP, NOTE = 18, 14
CACHED = 400  # laid-out rows, some kB each: several screens


class ResultsDelegate(QStyledItemDelegate):
    """Paints rows; what it has laid out is kept by row and width."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._laid: OrderedDict[tuple[Row, int], Lines] = OrderedDict()

    def forget(self) -> None:
        """Drop what was laid out; the rows or the fonts are others now."""
        self._laid.clear()

    # -- Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row: Row = index.data(ROW)
        width = self._width(option)
        match row.kind:
            case RowKind.BRIEF:
                height = 12 + self._lines(row, width).height + 4 + scaled(CHIP) + 8
                if row.answer and row.answer.lacks:
                    height += scaled(SMALL_LINE)
            case RowKind.PASSAGE | RowKind.NOTE:
                height = 4 + self._lines(row, width).height + 4
            case _:
                height = scaled(28)
        return QSize(width, round(height))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(ROW)
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        tokens = self._theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(tokens.panel))
        if selected or (hovered and row.kind is not RowKind.PARTIAL):
            painter.fillRect(rect, QColor(tokens.accent_soft if selected else tokens.hover))
        if selected:
            painter.fillRect(QRect(rect.left(), rect.top(), EDGE, rect.height()), QColor(tokens.accent))
        if row.kind is RowKind.BRIEF and index.row():
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), QColor(tokens.hairline))
        match row.kind:
            case RowKind.BRIEF:
                self._paint_brief(painter, rect, row, self._width(option), lit=selected or hovered)
            case RowKind.PASSAGE:
                self._paint_place(painter, rect, _pages(row), selected)
                self._paint_words(painter, rect, row, self._width(option), selected)
            case RowKind.NOTE:
                ratio = painter.device().devicePixelRatioF()
                sign = pixmap("note", tokens.accent if selected else tokens.secondary, scaled(NOTE), ratio)
                painter.drawPixmap(rect.left() + MARGIN, rect.top() + 4 + scaled(QUOTE_LINE - NOTE) // 2, sign)
                self._paint_words(painter, rect, row, self._width(option), selected)
            case RowKind.MORE:
                self._paint_line(painter, rect, index.data(), tokens.accent, MARGIN + scaled(COLUMN))
            case RowKind.PARTIAL:
                painter.fillRect(rect, QColor(tokens.window))
                self._paint_line(painter, rect, index.data(), tokens.secondary, MARGIN)
        painter.restore()

    def _paint_brief(self, painter: QPainter, rect: QRect, row: Row, width: int, *, lit: bool) -> None:
        tokens = self._theme.tokens
        lines = self._lines(row, width)
        x, y = rect.left() + MARGIN, rect.top() + 12
        lines.paint(painter, x, y, tokens.text, tokens.list_hit, tokens.list_hit_ink)
        if row.answer is None:
            return
        y += round(lines.height) + 4
        self._paint_facts(painter, row.answer, x, y, rect.right() - MARGIN, lit=lit)
        if row.answer.lacks:
            painter.setPen(QColor(tokens.low_certainty))
            said = self.tr("lacks: {}").format(", ".join(row.answer.lacks))
            painter.drawText(
                QRectF(x, y + scaled(CHIP) + 2, width, scaled(SMALL_LINE)), Qt.AlignmentFlag.AlignVCenter, said
            )

    def _paint_facts(self, painter: QPainter, answer: Answer, x: float, y: float, right: float, *, lit: bool) -> None:
        """Paint the code as a chip, then author and date, and the language at the right edge."""
        tokens, record = self._theme.tokens, answer.brief.record
        small = font(SMALL, tabular=True)
        metrics = QFontMetricsF(small)
        painter.setFont(small)
        if record.code:
            chip = QRectF(x, y, metrics.horizontalAdvance(record.code) + 12, scaled(CHIP))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.panel if lit else tokens.chip))  # seen on what is hovered, too
            painter.drawRoundedRect(chip, 4, 4)
            painter.setPen(QColor(tokens.text))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, record.code)
            x = chip.right() + 8
        mark = language_mark(record.language)
        painter.setPen(QColor(tokens.secondary))
        painter.drawText(QRectF(x, y, right - x, scaled(CHIP)), _RIGHT, mark)
        room = right - x - metrics.horizontalAdvance(mark) - 12
        date = f" · {record.date}" if record.date and record.authors else record.date or ""
        names = "; ".join(author.name for author in record.authors)
        names = metrics.elidedText(names, Qt.TextElideMode.ElideRight, room - metrics.horizontalAdvance(date))
        painter.drawText(QRectF(x, y, room, scaled(CHIP)), Qt.AlignmentFlag.AlignVCenter, names + date)

    def _paint_place(self, painter: QPainter, rect: QRect, place: str, selected: bool) -> None:
        tokens = self._theme.tokens
        painter.setFont(font(SMALL, semibold=selected, tabular=True))
        painter.setPen(QColor(tokens.accent if selected else tokens.secondary))
        column = QRectF(rect.left() + MARGIN, rect.top() + 4, scaled(COLUMN) - 4, scaled(QUOTE_LINE))
        painter.drawText(column, Qt.AlignmentFlag.AlignVCenter, place)

    def _paint_words(self, painter: QPainter, rect: QRect, row: Row, width: int, selected: bool) -> None:
        tokens = self._theme.tokens
        ground = tokens.list_current_hit if selected else tokens.list_hit
        lines = self._lines(row, width)
        lines.paint(
            painter, rect.left() + MARGIN + scaled(COLUMN), rect.top() + 4, tokens.text, ground, tokens.list_hit_ink
        )

    def _paint_line(self, painter: QPainter, rect: QRect, text: str, ink: str, indent: int) -> None:
        painter.setFont(font(SMALL))
        painter.setPen(QColor(ink))
        painter.drawText(rect.adjusted(indent, 0, -MARGIN, -4), Qt.AlignmentFlag.AlignVCenter, text)

    def _lines(self, row: Row, width: int) -> Lines:
        key = row, width
        lines = self._laid.get(key)
        if lines is None:
            lines = self._laid[key] = self._lay_out(row, width)
            if len(self._laid) > CACHED:
                self._laid.popitem(last=False)
        return lines

    def _lay_out(self, row: Row, width: int) -> Lines:
        room = width - 2 * MARGIN
        if row.hit is not None:
            text, marks = snippet(row.hit.text, row.hit.highlights, row.hit.lead)
            return Lines(text, marks, font(QUOTE), room - scaled(COLUMN), 2, scaled(QUOTE_LINE))
        if row.note is not None:
            text, marks = snippet(row.note.bookmark.note, row.note.highlights)
            said = self.tr("Your note: {}").format("")
            marks = [(a + len(said), b + len(said)) for a, b in marks]
            return Lines(said + text, marks, font(QUOTE), room - scaled(COLUMN), 2, scaled(QUOTE_LINE))
        assert row.answer is not None
        title = row.answer.brief.record.title or row.answer.brief.file
        marks = list(row.answer.title_highlights) if row.answer.brief.record.title else []
        return Lines(title, marks, font(TITLE, semibold=True), room, 2, scaled(TITLE_LINE))

    def _width(self, option: QStyleOptionViewItem) -> int:
        view = option.widget
        return view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _pages(row: Row) -> str:
    """Return the page of a passage, and that on which its leading mark ends."""
    hit = row.hit
    assert hit is not None
    label = where(hit)
    return f"{label}→{hit.page_end}" if hit.page_label and hit.page_end > hit.page else label

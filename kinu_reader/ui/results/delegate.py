"""How a row of the result list is painted: like a catalogue card."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
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
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFont

    from kinu_reader.model import Answer, Range
    from kinu_reader.ui.theme import Theme

MARGIN, COLUMN, EDGE = 16, 52, 3  # px: beside the text; of the page labels; of the selection
TITLE, TITLE_LINE = 14, 20
SMALL, SMALL_LINE = 12, 20
QUOTE, QUOTE_LINE = 13, 20
CHIP, NOTE = 18, 14
CACHED = 400  # laid-out rows, some kB each: several screens


@dataclass(frozen=True)
class _Said:
    """Words to be laid out in a row, with what is marked in them; pixels: a line's height, the room beside the text."""

    text: str
    marks: list[Range]
    font: QFont
    leading: int
    indent: int


@dataclass(frozen=True)
class _Measure:
    """What the height of a row depends on beside the width of the list, in pixels: its words take one line or two."""

    fixed: int
    leading: int = 0
    advance: float = 0.0  # of all its words in one line
    indent: int = 0

    def lines(self, width: int) -> int:
        return 1 if self.advance <= width - self.indent else 2

    def height(self, width: int) -> int:
        return self.fixed + self.leading * self.lines(width)


class ResultsDelegate(QStyledItemDelegate):
    """Paints rows; what it has laid out is kept by row and width."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._laid: OrderedDict[tuple[Row, int], Lines] = OrderedDict()
        self._measured: dict[Row, _Measure] = {}

    def forget(self) -> None:
        """Drop what was laid out and measured; the rows or the fonts are others now."""
        self._laid.clear()
        self._measured.clear()

    def heights(self, rows: Sequence[Row], width: int) -> list[int]:
        """Return the heights in pixels of rows in a list of some width. Each row is measured once, at any width."""
        self._measured = {row: self._measure(row) for row in rows}
        return [measure.height(width) for measure in self._measured.values()]

    def _measure(self, row: Row) -> _Measure:
        if row in self._measured:
            return self._measured[row]
        if row.kind in (RowKind.MORE, RowKind.PARTIAL):
            return _Measure(scaled(28))
        said = self._said(row)
        advance = QFontMetricsF(said.font).horizontalAdvance(said.text)
        fixed = 8
        if row.kind is RowKind.BRIEF:
            lacks = bool(row.answer and row.answer.lacks)
            fixed = 12 + 4 + scaled(CHIP) + 8 + lacks * scaled(SMALL_LINE)
        return _Measure(fixed, said.leading, advance, said.indent)

    # -- Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._width(option)
        return QSize(width, self._measure(index.data(ROW)).height(width))

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
        said, measure = self._said(row), self._measure(row)
        return Lines(said.text, said.marks, said.font, width - said.indent, measure.lines(width), said.leading)

    def _said(self, row: Row) -> _Said:
        """Return the words of a row that are laid out in lines."""
        if row.hit is not None:
            text, marks = snippet(row.hit.text, row.hit.highlights, row.hit.lead)
            return _Said(text, marks, font(QUOTE), scaled(QUOTE_LINE), 2 * MARGIN + scaled(COLUMN))
        if row.note is not None:
            text, marks = snippet(row.note.bookmark.note, row.note.highlights)
            said = self.tr("Your note: {}").format("")
            marks = [(a + len(said), b + len(said)) for a, b in marks]
            return _Said(said + text, marks, font(QUOTE), scaled(QUOTE_LINE), 2 * MARGIN + scaled(COLUMN))
        assert row.answer is not None
        title = row.answer.brief.record.title or row.answer.brief.file
        marks = list(row.answer.title_highlights) if row.answer.brief.record.title else []
        return _Said(title, marks, font(TITLE, semibold=True), scaled(TITLE_LINE), 2 * MARGIN)

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

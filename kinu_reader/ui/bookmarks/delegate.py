"""How a bookmark is painted in the list: its colour, its words, the note, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kinu_reader.model import Placing
from kinu_reader.ui.bookmarks.model import HEADING, KEPT
from kinu_reader.ui.bookmarks.wording import moment, place, quoted
from kinu_reader.ui.icons import pixmap
from kinu_reader.ui.theme import font, scaled
from kinu_reader.ui.typesetting import Lines

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kinu_reader.ui.bookmarks.model import Heading, Kept
    from kinu_reader.ui.theme import Theme

MARGIN, BAR, EDGE = 16, 6, 3  # px: beside a row; of its colour; of the selection
QUOTE, QUOTE_LINE, SMALL_LINE, CHIP, HEAD = 14, 22, 20, 18, 32
CACHED = 300  # laid-out quotes
NOTE = 14  # px, of the sign before a note
LEAST_TITLE = 120  # px, before the author gives way as well


class BookmarkDelegate(QStyledItemDelegate):
    """Paints rows; what it has laid out is kept by words and width."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._laid: dict[tuple[str, int], Lines] = {}

    def forget(self) -> None:
        """Drop what was laid out: the fonts are others now."""
        self._laid.clear()

    def _lines(self, kept: Kept, width: int) -> Lines:
        key = quoted(kept.bookmark), width
        if key not in self._laid:
            if len(self._laid) >= CACHED:
                self._laid.clear()
            self._laid[key] = Lines(key[0], [], font(QUOTE), width, 2, scaled(QUOTE_LINE))
        return self._laid[key]

    def _room(self, option: QStyleOptionViewItem) -> int:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        return width - 2 * MARGIN - BAR - 12

    # -- Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        kept: Kept | None = index.data(KEPT)
        room = self._room(option)
        if kept is None:
            return QSize(room, scaled(HEAD))
        notes = scaled(SMALL_LINE) if kept.bookmark.note else 0
        return QSize(room, round(12 + self._lines(kept, room).height + notes + 4 + scaled(CHIP) + 12))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        kept: Kept | None = index.data(KEPT)
        rect: QRect = option.rect
        if kept is None:
            self._paint_heading(painter, rect, index.data(HEADING))
            return
        tokens = self._theme.tokens
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = tokens.accent_soft if selected else tokens.hover if hovered else tokens.panel
        painter.fillRect(rect, QColor(ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.hairline))
        if selected:
            painter.fillRect(QRect(rect.left(), rect.top(), EDGE, rect.height()), QColor(tokens.accent))
        colours = tokens.bookmark(kept.bookmark.colour)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.fill))
        painter.drawRoundedRect(QRectF(rect.left() + MARGIN, rect.top() + 13, BAR, rect.height() - 26), 1.5, 1.5)
        x, y = rect.left() + MARGIN + BAR + 12, rect.top() + 12
        lines = self._lines(kept, self._room(option))
        lines.paint(painter, x, y, tokens.text, tokens.list_hit, tokens.list_hit_ink)
        y += round(lines.height)
        if kept.bookmark.note:
            self._paint_note(painter, QRectF(x, y, rect.right() - MARGIN - x, scaled(SMALL_LINE)), kept.bookmark.note)
            y += scaled(SMALL_LINE)
        self._paint_facts(
            painter, QRectF(x, y + 4, rect.right() - MARGIN - x, scaled(CHIP)), kept, lit=selected or hovered
        )
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, heading: Heading) -> None:
        tokens = self._theme.tokens
        painter.fillRect(rect, QColor(tokens.window))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.hairline))
        room = QRectF(rect).adjusted(MARGIN, 0, -MARGIN, 0)
        painter.setPen(QColor(tokens.secondary))
        painter.setFont(font(12, tabular=True))
        count = str(heading.count)
        painter.drawText(room, _RIGHT, count)
        painter.setFont(font(12, semibold=True))
        width = room.width() - painter.fontMetrics().horizontalAdvance(count) - 8
        shown = painter.fontMetrics().elidedText(heading.name, Qt.TextElideMode.ElideRight, int(width))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_note(self, painter: QPainter, room: QRectF, note: str) -> None:
        tokens = self._theme.tokens
        ratio = painter.device().devicePixelRatioF()
        size = scaled(NOTE)
        top = round(room.center().y() - size / 2)
        painter.drawPixmap(round(room.left()), top, pixmap("note", tokens.secondary, size, ratio))
        painter.setFont(font(12.5))
        painter.setPen(QColor(tokens.secondary))
        words = room.adjusted(size + 6, 0, 0, 0)
        shown = painter.fontMetrics().elidedText(
            " ".join(note.split()), Qt.TextElideMode.ElideRight, int(words.width())
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_facts(self, painter: QPainter, room: QRectF, kept: Kept, *, lit: bool) -> None:
        """Paint code, title and page from the left; moment, tags and a warning from the right."""
        tokens, record = self._theme.tokens, kept.brief.record
        small = font(12, tabular=True)
        metrics = QFontMetricsF(small)
        painter.setFont(small)
        painter.setPen(QColor(tokens.secondary))
        painter.drawText(room, _RIGHT, moment(kept.bookmark.created))
        right = room.right() - metrics.horizontalAdvance("0000-00-00") - 8
        for tag in reversed(kept.bookmark.tags):
            right = self._paint_chip(painter, right, room, tag, lit=lit) - 6
        if kept.bookmark.state is not Placing.PLACED:
            orphan = kept.bookmark.state is Placing.ORPHAN
            said = self.tr("place not found") if orphan else self.tr("words changed")
            painter.setPen(QColor(tokens.low_certainty))
            width = metrics.horizontalAdvance(said)
            painter.drawText(
                QRectF(right - width, room.top(), width, scaled(CHIP)), Qt.AlignmentFlag.AlignVCenter, said
            )
            right -= width + 8
        left = room.left()
        if record.code:
            width = metrics.horizontalAdvance(record.code) + 12
            self._paint_chip(painter, left + width, room, record.code, lit=lit)
            left += width + 8
        painter.setPen(QColor(tokens.secondary))
        names = "; ".join(author.name for author in record.authors)
        rest = "".join(f" · {said}" for said in (names, place(kept.bookmark)) if said)
        title = record.title or kept.brief.file
        shown = _fitting(metrics, title, rest, right - left)
        painter.drawText(QRectF(left, room.top(), right - left, scaled(CHIP)), Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_chip(self, painter: QPainter, right: float, room: QRectF, text: str, *, lit: bool) -> float:
        """Paint a chip that ends at `right`; return where it begins."""
        tokens = self._theme.tokens
        width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 12
        chip = QRectF(right - width, room.top(), width, scaled(CHIP))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.panel if lit else tokens.chip))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setPen(QColor(tokens.text))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
        return chip.left()


def _fitting(metrics: QFontMetricsF, title: str, rest: str, room: float) -> str:
    """Return a title and what follows it: the end of the title gives way, then that of it all."""
    left = max(room - metrics.horizontalAdvance(rest), min(LEAST_TITLE, room))
    shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, left) + rest
    return metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room)


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

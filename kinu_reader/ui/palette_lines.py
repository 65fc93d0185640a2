"""The lines of the palette: what they are, which words find them, and how they are painted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kinu_reader.ui.icons import pixmap
from kinu_reader.ui.keycaps import keys_width, paint_keys
from kinu_reader.ui.theme import font, scaled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from kinu_reader.ui.theme import Theme

ROW, HEADING, ICON, WORDS = 36, 30, 18, 38  # px; WORDS is where names begin
KEYS = 132  # px at the right for keys, so that what stands beside them is in line
ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Entry:
    """A line of the palette: something to be done, or without `act` a heading."""

    title: str
    icon: str = ""
    keys: str = ""
    aside: str = ""
    also: str = ""  # other words that find it
    act: Callable[[], None] | None = None
    words: tuple[str, ...] = ()  # that found it, in small letters


def holds(entry: Entry, words: Sequence[str]) -> bool:
    """Tell whether all words stand in an entry; codes may be written without their blank."""
    folded = f"{entry.aside} {entry.title} {entry.also}".casefold()
    return all(word in folded or word in folded.replace(" ", "") for word in words)


def pieces(text: str, words: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Yield a text in pieces, each with whether it is one of the words."""
    folded = text.casefold()
    marked = [False] * len(text)
    if len(folded) == len(text):  # else letters that grow when folded: nothing is marked
        for word in words:
            at = folded.find(word)
            while at >= 0:
                marked[at : at + len(word)] = [True] * len(word)
                at = folded.find(word, at + len(word))
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or marked[at] != marked[start]:
            yield text[start:at], marked[start]
            start = at


class PaletteDelegate(QStyledItemDelegate):
    """Paints icon, name with the letters typed, what it acts on, and its keys at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        entry: Entry = index.data(ENTRY)
        return QSize(1, scaled(ROW if entry.act else HEADING))  # as wide as the list

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry = index.data(ENTRY)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.act is None:
            painter.setFont(font(12))
            painter.setPen(QColor(self._theme.tokens.secondary))
            painter.drawText(option.rect.adjusted(8, 4, 0, 0), Qt.AlignmentFlag.AlignVCenter, entry.title)
        else:
            self._paint_entry(painter, option.rect, entry, bool(option.state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _paint_entry(self, painter: QPainter, rect: QRect, entry: Entry, selected: bool) -> None:
        tokens = self._theme.tokens
        if selected:
            painter.fillRect(rect, QColor(tokens.accent_soft))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(tokens.accent))
        ratio, size = painter.device().devicePixelRatioF(), scaled(ICON)
        ink = tokens.accent if selected else tokens.secondary
        top = rect.top() + (rect.height() - size) // 2
        painter.drawPixmap(rect.left() + 10, top, pixmap(entry.icon, ink, size, ratio))
        right = rect.right() - 8 - max(scaled(KEYS), keys_width(entry.keys))
        paint_keys(painter, QRectF(rect).adjusted(0, 0, -8, 0), entry.keys, tokens)
        room = QRectF(rect.left() + scaled(WORDS), rect.top(), right - rect.left() - scaled(WORDS), rect.height())
        small = font(12, tabular=True)
        wide = min(QFontMetricsF(small).horizontalAdvance(entry.aside), room.width() / 2)
        painter.setFont(small)
        painter.setPen(QColor(tokens.secondary))
        aside = QFontMetricsF(small).elidedText(entry.aside, Qt.TextElideMode.ElideRight, wide + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, aside)
        self._paint_title(painter, room.adjusted(0, 0, -wide - 16, 0), entry)

    def _paint_title(self, painter: QPainter, room: QRectF, entry: Entry) -> None:
        """Paint the name, the letters typed in the accent and bolder: they are not told by colour alone."""
        tokens = self._theme.tokens
        shown = QFontMetricsF(font()).elidedText(entry.title, Qt.TextElideMode.ElideRight, room.width())
        left = room.left()
        for text, marked in pieces(shown, entry.words):
            face = font(semibold=marked)
            painter.setFont(face)
            painter.setPen(QColor(tokens.accent if marked else tokens.text))
            painter.drawText(room.adjusted(left - room.left(), 0, 40, 0), Qt.AlignmentFlag.AlignVCenter, text)
            left += QFontMetricsF(face).horizontalAdvance(text)

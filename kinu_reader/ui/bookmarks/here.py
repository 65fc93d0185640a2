"""The bookmarks of the brief being read, beside its page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kinu_reader.ui.bookmarks.wording import place, quoted
from kinu_reader.ui.theme import font, scaled
from kinu_reader.ui.typesetting import Lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from kinu_reader.model import Bookmark
    from kinu_reader.ui.theme import Theme

BAR, INDENT, LINE, SMALL, LEAST = 5, 14, 19, 18, 200  # px


class BookmarksHere(QWidget):
    """A line for each bookmark, in the order of the text; a click goes to it."""

    chosen = Signal(str)  # id

    def __init__(self, bookmarks: Sequence[Bookmark], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for bookmark in bookmarks:
            card = _Card(bookmark, theme, self)
            card.clicked.connect(partial(self.chosen.emit, bookmark.id))
            column.addWidget(card)


class _Card(QPushButton):
    """Two lines of the words, one of the note, and the page."""

    def __init__(self, bookmark: Bookmark, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bookmark, self._theme = bookmark, theme
        self.setProperty("flat", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(" · ".join(filter(None, (quoted(bookmark), bookmark.note, place(bookmark)))))
        self.setToolTip(bookmark.note)

    def _lines(self) -> Lines:
        return Lines(quoted(self._bookmark), [], font(12.5), max(LEAST, self.width()) - INDENT - 8, 2, scaled(LINE))

    # -- Qt

    def sizeHint(self) -> QSize:
        notes = scaled(SMALL) if self._bookmark.note else 0
        return QSize(LEAST, round(self._lines().height) + notes + scaled(SMALL) + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tokens, bookmark = self._theme.tokens, self._bookmark
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.bookmark(bookmark.colour).fill))
        painter.drawRoundedRect(QRectF(2, 4, BAR, self.height() - 8), 1.5, 1.5)
        lines, y = self._lines(), 3.0
        lines.paint(painter, INDENT, y, tokens.text, tokens.list_hit, tokens.list_hit_ink)
        y += lines.height
        painter.setFont(font(12, tabular=True))
        painter.setPen(QColor(tokens.secondary))
        facts = " · ".join(filter(None, (place(bookmark), *(f"#{tag}" for tag in bookmark.tags))))
        for text in filter(None, (" ".join(bookmark.note.split()), facts)):
            room = QRectF(INDENT, y, self.width() - INDENT - 6, scaled(SMALL))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
            y += scaled(SMALL)

"""The panel beside the pages: small pictures of them, or the outline of the brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kinu_reader.ui.reader.thumbnails import Thumbnails
from kinu_reader.ui.theme import font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.extract import Heading
    from kinu_reader.ui.reader.document import Paint
    from kinu_reader.ui.theme import Theme

WIDTH = 176
_PADDING = 12  # pixels left and right of a heading, as in the style sheet; half of it above and below
_SCROLL_BAR = 14
_INDENT = "   "  # for each level of the outline


class SidePanel(QFrame):
    """Leads to pages and headings; it is shown and hidden as a whole."""

    page_chosen = Signal(int)  # number
    heading_chosen = Signal(int, float)  # page number, height in points

    def __init__(self, paint: Paint, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.thumbnails = Thumbnails(paint, theme, self)
        self.outline, self._nothing = QListWidget(self), QLabel(self)
        self.tabs = (QToolButton(self), QToolButton(self))
        self._headings: Sequence[Heading] = ()
        self._stack = QStackedWidget(self)
        self.setFixedWidth(WIDTH)
        self.setProperty("side", True)
        self._arrange()
        self.thumbnails.chosen.connect(self.page_chosen)
        self.outline.itemClicked.connect(self._choose)
        self.outline.itemActivated.connect(self._choose)
        self._translate()
        self.show_outline(())
        self.hide()

    def show_outline(self, headings: Sequence[Heading]) -> None:
        """Show these headings; without any, say so."""
        self._headings = headings
        self.outline.clear()
        least = min((heading.level for heading in headings), default=1)
        for heading in headings:
            item = QListWidgetItem(_INDENT * (heading.level - least) + heading.title, self.outline)
            item.setToolTip(heading.title)
            item.setSizeHint(self._size(item.text()))
        self._nothing.setVisible(not headings)
        self.outline.setVisible(bool(headings))

    def _size(self, words: str) -> QSize:
        """Return the room for a heading; Qt forgets the padding of the style sheet where it breaks lines."""
        line = QRect(0, 0, WIDTH - 2 * _PADDING - _SCROLL_BAR, 0)
        needed = self.outline.fontMetrics().boundingRect(line, Qt.TextFlag.TextWordWrap, words)
        return QSize(line.width(), needed.height() + _PADDING)

    def _choose(self, item: QListWidgetItem) -> None:
        heading = self._headings[self.outline.row(item)]
        self.heading_chosen.emit(heading.page, heading.height)

    def _arrange(self) -> None:
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setContentsMargins(8, 8, 8, 4)
        row.setSpacing(4)
        for number, tab in enumerate(self.tabs):
            tab.setCheckable(True)
            group.addButton(tab, number)
            row.addWidget(tab, 1)
        row.addStretch(1)
        self.tabs[0].setChecked(True)
        group.idClicked.connect(self._stack.setCurrentIndex)
        words = QWidget(self)
        inner = QVBoxLayout(words)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.outline, 1)
        inner.addWidget(self._nothing, 1)
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(12, 8, 12, 8)
        self._nothing.setProperty("role", "secondary")
        self.outline.setWordWrap(True)
        self.outline.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.outline.setFont(font(12))
        self._stack.addWidget(self.thumbnails)
        self._stack.addWidget(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)

    def _translate(self) -> None:
        pages, outline = self.tr("Pages"), self.tr("Outline")
        for tab, name in zip(self.tabs, (pages, outline), strict=True):
            tab.setText(name)
        self.thumbnails.setAccessibleName(pages)
        self.outline.setAccessibleName(outline)
        self._nothing.setText(self.tr("This brief has no headings."))

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

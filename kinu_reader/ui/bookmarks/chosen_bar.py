"""The bar that edits all bookmarks chosen at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton

from kinu_reader.model import Colour
from kinu_reader.ui.bookmarks.wording import colour_name
from kinu_reader.ui.icons import button_icon, swatch
from kinu_reader.ui.theme import icon_size

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kinu_reader.ui.theme import Theme

SWATCH = 16  # px


class ChosenBar(QFrame):
    """A colour, another tag, or the bin, for all of them."""

    coloured = Signal(Colour)
    tagged = Signal(str)
    discarded = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chosen = 0
        self.setProperty("edge", "top")
        self.setProperty("ground", "window")
        self._count, self.tag = QLabel(self), QLineEdit(self)
        self.colours = {colour: QToolButton(self) for colour in Colour}
        self.add, self.discard = QPushButton(self), QToolButton(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(6)
        for widget in (self._count, *self.colours.values(), self.tag, self.add, self.discard):
            row.addWidget(widget, 1 if widget is self.tag else 0)
        for colour, button in self.colours.items():
            button.setIconSize(icon_size(SWATCH))
            button.clicked.connect(partial(self.coloured.emit, colour))
        self.tag.returnPressed.connect(self._tag)
        self.add.clicked.connect(self._tag)
        self.discard.clicked.connect(self.discarded)
        theme.changed.connect(self._dress)
        self._dress()
        self._translate()

    def show_count(self, count: int) -> None:
        """Show how many are chosen; one alone is edited beside its page."""
        self._chosen = count
        self._count.setText(self.tr("%n chosen", "", count))
        self.setVisible(count > 1)

    def _tag(self) -> None:
        if tag := self.tag.text().strip().lstrip("#"):
            self.tag.clear()
            self.tagged.emit(tag)

    def _dress(self) -> None:
        for colour, button in self.colours.items():
            button.setIcon(swatch(self._theme.tokens.bookmark(colour), SWATCH))
        self.discard.setIcon(button_icon("bin", self._theme.tokens, 16))

    def _translate(self) -> None:
        for colour, button in self.colours.items():
            button.setAccessibleName(colour_name(colour))
            button.setToolTip(colour_name(colour))
        self.tag.setPlaceholderText(self.tr("another tag"))
        self.tag.setAccessibleName(self.tr("another tag"))
        self.add.setText(self.tr("Add tag"))
        self.discard.setAccessibleName(self.tr("Throw these bookmarks away"))
        self.discard.setToolTip(self.tr("Throw these bookmarks away"))
        self.show_count(self._chosen)

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

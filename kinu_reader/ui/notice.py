"""What is shown where there is nothing to show: an icon, what is going on, and the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from kinu_reader.ui.icons import pixmap
from kinu_reader.ui.theme import font
from kinu_reader.ui.typesetting import keep_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinu_reader.ui.theme import Theme

ICON = 32


class Notice(QWidget):
    """A quiet sentence in the middle of an empty place."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = "search"
        self._act: Callable[[], None] = lambda: None
        self._icon, self._title, self._text = QLabel(self), QLabel(self), QLabel(self)
        self._button = QPushButton(self)
        self._title.setFont(font(15, semibold=True))
        self._text.setProperty("role", "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 72)
        column.setSpacing(8)
        column.addStretch(1)
        for label in (self._icon, self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(label is not self._icon)
            column.addWidget(label)
        column.addSpacing(8)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._button.clicked.connect(lambda: self._act())
        theme.changed.connect(self._draw)

    def say(self, icon: str, title: str, text: str, button: str = "", act: Callable[[], None] | None = None) -> None:
        """Show this; without an `act` there is no button."""
        self._icon_name = icon
        self._title.setText(keep_words(title)[0])
        self._text.setText(keep_words(text)[0])
        self._button.setText(button)
        self._button.setVisible(act is not None)
        self._act = act or (lambda: None)
        self._draw()

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(pixmap(self._icon_name, self._theme.tokens.field_border, ICON, ratio))

"""The middle of the window where one reads: tabs above the reader, and beside it a second one while it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSplitter, QToolButton, QVBoxLayout, QWidget

from kinu_reader.ui.arranging import stack
from kinu_reader.ui.desk.tab_bar import HEIGHT, TabBar
from kinu_reader.ui.icons import button_icon
from kinu_reader.ui.theme import font, icon_size, scaled

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QResizeEvent

    from kinu_reader.ui.reader import Reader
    from kinu_reader.ui.theme import Theme

LEAST = 280  # px; of a reader that has another beside it
WIDE = 440  # px; of each of two readers, so that a page can be read at its width


class DeskPane(QSplitter):
    """The reader under its tabs, and room for another."""

    def __init__(self, reader: Reader, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.tabs = TabBar(theme)
        whole = QWidget(self)
        stack(whole, self.tabs, reader)
        self.setChildrenCollapsible(False)

    def put_beside(self, second: QWidget) -> None:
        """Put a second reader beside the first."""
        self.addWidget(second)
        self.halve()

    def halve(self) -> None:
        """Give each reader half of the room."""
        self.setSizes([self.width() // 2] * 2)


class SecondReader(QFrame):
    """A reader under a line that names its brief."""

    closed = Signal()
    together = Signal(bool)  # whether both scroll together

    def __init__(self, reader: Reader, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._name = theme, ""
        self.line, self.name = QFrame(self), QLabel(self)
        self.scroll_together, self.close_button = QToolButton(self), QToolButton(self)
        self.scroll_together.setCheckable(True)
        self.line.setFixedHeight(scaled(HEIGHT))
        self.line.setProperty("ground", "window")
        self.line.setProperty("edge", "bottom")
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setFont(font(13))
        row = QHBoxLayout(self.line)
        row.setContentsMargins(12, 0, 6, 0)
        row.setSpacing(2)
        row.addWidget(self.name, 1)
        for button in (self.scroll_together, self.close_button):
            button.setFixedSize(26, 26)
            button.setIconSize(icon_size(16))
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(reader, 1)
        reader.setMinimumWidth(LEAST)
        self.close_button.clicked.connect(self.closed)
        self.scroll_together.toggled.connect(self.together)
        theme.changed.connect(self._dress)
        self._dress()
        self._translate()

    def show_name(self, name: str) -> None:
        """Name the brief."""
        self._name = name
        self.setAccessibleName(name)
        self.name.setToolTip(name)
        self._elide()

    def _elide(self) -> None:
        room = max(0, self.line.width() - 80)
        self.name.setText(self.name.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room))

    def _dress(self) -> None:
        self.scroll_together.setIcon(button_icon("columns", self._theme.tokens, 16))
        self.close_button.setIcon(button_icon("close", self._theme.tokens, 16))

    def _translate(self) -> None:
        words = {self.scroll_together: self.tr("Scroll together"), self.close_button: self.tr("Close this reader")}
        for button, name in words.items():
            button.setAccessibleName(name)
            button.setToolTip(name)

    # -- Qt

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is event.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

"""The line of open briefs above the reader; a single one needs no line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QTabBar, QToolButton

from kinu_reader.ui.icons import button_icon
from kinu_reader.ui.theme import icon_size, scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

    from kinu_reader.ui.desk.open_briefs import Tab
    from kinu_reader.ui.theme import Theme

HEIGHT, LEAST, MOST = 32, 96, 232  # px; of a tab
_RIGHT = QTabBar.ButtonPosition.RightSide


class TabBar(QTabBar):
    """Shows what it is told and says what is asked for."""

    chosen = Signal(int)
    closed = Signal(int)
    moved = Signal(int, int)  # from, to

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._showing = self._alone = False
        self.setFixedHeight(scaled(HEIGHT))
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.currentChanged.connect(self._on_current)
        self.tabMoved.connect(self.moved)
        theme.changed.connect(self._dress)
        self._translate()
        self.hide()

    def show_tabs(self, tabs: Sequence[Tab], current: int) -> None:
        """Show these tabs, if there are several."""
        self._showing = True
        while self.count() > len(tabs):
            self.removeTab(self.count() - 1)
        for at, tab in enumerate(tabs):
            if at == self.count():
                self.addTab("")
                self.setTabButton(at, _RIGHT, self._close_button())
            name = " · ".join(filter(None, (tab.code, tab.title))) or self.tr("Empty")
            self.setTabText(at, name.replace("&", "&&"))
            self.setTabToolTip(at, name)
        self.setCurrentIndex(current)
        self._showing = False
        self._appear()

    def show_alone(self, alone: bool) -> None:
        """Show a single tab as well, or several only."""
        self._alone = alone
        self._appear()

    def _appear(self) -> None:
        several = self.count() > 1
        self.setVisible(several or self._alone)
        for at in range(self.count()):
            self.tabButton(at, _RIGHT).setVisible(several)

    def _close_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setFixedSize(20, 20)
        button.setIconSize(icon_size(14))
        button.setIcon(button_icon("close", self._theme.tokens, 14))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+W closes by key
        button.setAccessibleName(self.tr("Close this tab"))
        button.setToolTip(self.tr("Close this tab"))
        button.clicked.connect(partial(self._close_of, button))
        return button

    def _close_of(self, button: QToolButton) -> None:
        self.closed.emit(next(at for at in range(self.count()) if self.tabButton(at, _RIGHT) is button))

    def _on_current(self, at: int) -> None:
        if not self._showing and at >= 0:
            self.chosen.emit(at)

    def _dress(self) -> None:
        for at in range(self.count()):
            button = self.tabButton(at, _RIGHT)
            if isinstance(button, QToolButton):
                button.setIcon(button_icon("close", self._theme.tokens, 14))

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Open briefs"))
        for at in range(self.count()):
            self.tabButton(at, _RIGHT).setAccessibleName(self.tr("Close this tab"))
            self.tabButton(at, _RIGHT).setToolTip(self.tr("Close this tab"))

    # -- Qt

    def tabSizeHint(self, index: int) -> QSize:
        share = self.width() // max(1, self.count())
        return QSize(min(scaled(MOST), max(LEAST, share)), scaled(HEIGHT))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.tabAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.MiddleButton and at >= 0:
            self.closed.emit(at)
        else:
            super().mouseReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

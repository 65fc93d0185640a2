"""The menu of the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget


class PageMenu(QMenu):
    """What can be done with the selection, the view and the file; it is made for one time, and then gone."""

    copy_asked = Signal()
    quote_asked = Signal()
    omission_asked = Signal()
    all_asked = Signal()
    turn_asked = Signal()
    two_asked = Signal()
    print_asked = Signal()
    folder_asked = Signal()

    def __init__(self, selected: bool, two_pages: bool, key: Callable[[str], str], parent: QWidget) -> None:
        """Offer what can be done; `key` returns the key of an action, which is only shown here."""
        super().__init__(parent)
        self._add(self.tr("Copy"), "Ctrl+C", self.copy_asked.emit, selected)
        self._add(self.tr("Copy with citation"), "", self.quote_asked.emit, selected)
        self._add(self.tr("Copy with words left out…"), "", self.omission_asked.emit, selected)
        self._add(self.tr("Select all"), "Ctrl+A", self.all_asked.emit)
        self.addSeparator()
        self._add(self.tr("Turn pages"), key("turn"), self.turn_asked.emit)
        two = self._add(self.tr("Two pages"), key("two-pages"), self.two_asked.emit)
        two.setCheckable(True)
        two.setChecked(two_pages)
        self._add(self.tr("Print…"), key("print"), self.print_asked.emit)
        self._add(self.tr("Show in folder"), "", self.folder_asked.emit)
        self.aboutToHide.connect(self.deleteLater)

    def _add(self, words: str, keys: str, ask: Callable[[], None], enabled: bool = True) -> QAction:
        action = self.addAction(f"{words}\t{keys}")  # the keys are those of the reader: here they are only shown
        action.triggered.connect(ask)
        action.setEnabled(enabled)
        return action

"""What is done with the brief being read, from the head of its details."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QToolButton

from kinu_reader.ui.icons import button_icon
from kinu_reader.ui.theme import icon_size

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kinu_reader.ui.relations.asking import Asks
    from kinu_reader.ui.theme import Theme

SIZE = 16  # px


class BriefMenu(QToolButton):
    """Three dots that open a menu."""

    def __init__(self, brief: int, versions: int, asks: Asks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(button_icon("more", theme.tokens, SIZE))
        self.setIconSize(icon_size(SIZE))
        self.setAccessibleName(self.tr("More about this brief"))
        self.setToolTip(self.tr("More about this brief"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.addAction(self.tr("Pair with another edition…"), partial(asks.pairing_asked.emit, brief))
        if versions:
            menu.addAction(self.tr("Former versions…"), partial(asks.versions_asked.emit, brief))
        menu.addSeparator()
        menu.addAction(self.tr("Read this record again…"), partial(asks.reading_asked.emit, brief))
        menu.addAction(self.tr("Set as the pattern for this series…"), partial(asks.pattern_asked.emit, brief))
        menu.addAction(self.tr("Patterns of series…"), asks.patterns_asked.emit)
        self.setMenu(menu)

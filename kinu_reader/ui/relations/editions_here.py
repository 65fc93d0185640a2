"""The other editions of the brief being read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from kinu_reader.ui.icons import button_icon, icon
from kinu_reader.ui.relations.deciding import heading
from kinu_reader.ui.theme import icon_size
from kinu_reader.ui.typesetting import keep_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.model import ArchivedBrief
    from kinu_reader.ui.relations.asking import Asks
    from kinu_reader.ui.theme import Theme

ARROW, DOTS = 20, 16  # px


class EditionsHere(QWidget):
    """A line for each; it opens near the place being read, and is confirmed or refused."""

    def __init__(
        self, brief: int, editions: Sequence[ArchivedBrief], asks: Asks, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._brief, self._asks, self._theme = brief, asks, theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for other in editions:
            named = {"ko": self.tr("Korean edition"), "en": self.tr("English edition")}
            column.addWidget(heading(named.get(other.record.language or "", self.tr("Other edition"))))
            column.addLayout(self._line(other))

    def _line(self, other: ArchivedBrief) -> QHBoxLayout:
        title = QLabel(keep_words(other.record.title or other.file)[0], self)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        title.setAccessibleName(other.record.title or other.file)
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(title, 1)
        arrow = self._button(self.tr("Open this edition"), ARROW)
        arrow.setIcon(icon("arrow-right", self._theme.tokens.accent))
        arrow.clicked.connect(partial(self._asks.edition_asked.emit, other.id))
        more = self._button(self.tr("Is it an edition?"), DOTS)
        more.setIcon(button_icon("more", self._theme.tokens, DOTS))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        decide = self._asks.edition_decided.emit
        menu.addAction(self.tr("Open beside"), partial(self._asks.beside_asked.emit, other.id))
        menu.addSeparator()
        menu.addAction(self.tr("Confirm: editions of one"), partial(decide, self._brief, other.id, True))
        menu.addAction(self.tr("Not an edition of this brief"), partial(decide, self._brief, other.id, False))
        more.setMenu(menu)
        for button in (arrow, more):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _button(self, name: str, size: int) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(icon_size(size))
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

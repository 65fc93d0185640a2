"""What belongs to the bookmark chosen: its fields, and how its words are cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kinu_reader.ui.bookmarks.form import BookmarkForm
from kinu_reader.ui.cite_panel import CitePanel

if TYPE_CHECKING:
    from kinu_reader.ui.citing import Manners
    from kinu_reader.ui.theme import Theme


class BookmarkSide(QScrollArea):
    """The form above the citation."""

    def __init__(self, theme: Theme, manners: Manners, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "panel")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        body.setProperty("ground", "panel")
        self.form, self.cite = BookmarkForm(theme, body), CitePanel(theme, manners, body)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.form)
        column.addWidget(self.cite)
        column.addStretch(1)
        self.setWidget(body)

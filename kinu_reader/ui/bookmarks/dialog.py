"""A bookmark edited beside the page it is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from kinu_reader.ui.bookmarks.form import MARGIN, BookmarkForm
from kinu_reader.ui.theme import scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent
    from PySide6.QtWidgets import QWidget

    from kinu_reader.model import Bookmark
    from kinu_reader.ui.theme import Theme

WIDTH = 360  # px


class BookmarkDialog(QDialog):
    """The form in a small window of its own; closing it keeps what was typed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Bookmark"))
        self.form = BookmarkForm(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self.done_button = QPushButton(self)
        self.done_button.setDefault(True)
        self.done_button.clicked.connect(self.accept)
        foot = QFrame(self)
        foot.setProperty("foot", True)
        row = QHBoxLayout(foot)
        row.setContentsMargins(MARGIN, 12, MARGIN, 12)
        row.addStretch(1)
        row.addWidget(self.done_button)
        column.setSpacing(0)
        column.addWidget(foot)
        self.setFixedWidth(scaled(WIDTH))
        self.form.discarded.connect(lambda _: self.hide())
        self.form.finished.connect(self.accept)

    def edit(self, bookmark: Bookmark, *, note: bool = False) -> None:
        """Show a bookmark; with `note` its note is what one types into."""
        self.setWindowTitle(self.tr("Bookmark"))
        self.done_button.setText(self.tr("Done"))
        self.form.show_bookmark(bookmark)
        layout = self.layout()
        assert layout is not None
        self.resize(
            self.width(), layout.totalHeightForWidth(self.width())
        )  # `adjustSize` goes to two thirds of a screen
        self.show()
        self.activateWindow()
        if note:
            self.form.note.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- Qt

    def hideEvent(self, event: QHideEvent) -> None:
        self.form.show_bookmark(None)
        super().hideEvent(event)

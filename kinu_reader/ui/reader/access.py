"""The pages for those who do not see them: their text as assistive programs read it, and announcements.

An interface of text that is written in Python crashes as soon as such a program asks for it (PySide6 6.11, AT-SPI), so
the text is lent that of a text editor: one that holds the page being read, behind the pages, where nobody sees it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.model import Page

_UNSEEN = QRect(0, 0, 1, 1)  # under the bar; a hidden widget would not be read


class PageText(QPlainTextEdit):
    """The text of the page being read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(_UNSEEN)
        self.lower()

    def show_page(self, name: str, text: str, pages: Sequence[Page], number: int) -> None:
        """Hold the text of a page (by number, 0 for none) under a name."""
        self.setAccessibleName(name)
        page = pages[number - 1] if 0 < number <= len(pages) else None
        self.setPlainText(text[page.start : page.end] if page else "")


def announce(about: QWidget, words: str) -> None:
    """Have a sentence read out."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(about, words))

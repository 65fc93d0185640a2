"""The pages for those who do not see them: their text as assistive programs read it, and announcements.

An interface of text that is written in Python crashes as soon as such a program asks for it (PySide6 6.11, AT-SPI), so
the text is lent that of a text editor: one that holds the page being read, behind the pages, where nobody sees it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from kinu_reader import extract
from kinu_reader.ui.reader.words import sentence_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.model import Page
    from kinu_reader.ui.reader.document import PlacedHit
    from kinu_reader.ui.reader.page_view import PageView

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


class Announcer(QObject):
    """Has the place to which one stepped read out."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view

    def say(self, places: Sequence[PlacedHit], index: int) -> None:
        """Read out the sentence of one of these places, if anybody listens."""
        if QAccessible.isActive() and 0 <= index < len(places):
            words = self.tr("{number} of {count}: {sentence}")
            said = words.format(number=index + 1, count=len(places), sentence=self._sentence(places[index]))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, said))

    def _sentence(self, place: PlacedHit) -> str:
        document, (page, box) = self._view.document, (place.boxes or ((0, (0.0, 0.0, 0.0, 0.0)),))[0]
        if document is None or not 1 <= page <= len(document.pages):
            return ""
        caret = extract.caret_at(document.pages[page - 1], box[0], (box[1] + box[3]) / 2)
        start, end = sentence_at(document.text, caret.offset) if caret else (0, 0)
        return document.text[start:end]

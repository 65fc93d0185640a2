"""The pages for those who do not see them: their text as assistive programs read it, and announcements.

An interface of text that is written in Python crashes as soon as such a program asks for it (PySide6 6.11, AT-SPI), so
the text is lent that of a text editor: one that holds the pages around the one being read, behind them, where nobody
sees it. Who walks or reads on in it turns the pages.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from kinu_reader import extract
from kinu_reader.ui.reader.excerpt import Excerpt, excerpt
from kinu_reader.ui.reader.words import sentence_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent, QPaintEvent

    from kinu_reader.model import Page
    from kinu_reader.ui.reader.document import PlacedHit
    from kinu_reader.ui.reader.page_view import PageView

_WALKED = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class HeardText(QPlainTextEdit):
    """The text around the page being read, with a caret that is where one reads: whoever moves it reads on there.

    It holds nothing while nobody listens. It lies under the pages, as large as they are, and is never painted.
    """

    walked = Signal(int, int)  # a person moved the caret here: anchor and head in the canonical text
    entered = Signal(bool)  # the keys walk here now, or no longer

    def __init__(self, pages: PageView, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages = pages
        self._excerpt = Excerpt()
        self._led = False  # the caret goes where it is told
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextInteractionFlags(_WALKED)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.lower()
        self.cursorPositionChanged.connect(self._on_walked)
        self.selectionChanged.connect(self._on_walked)

    def read(self, page: int) -> None:
        """Hold the text around a page (by number, 0 for none), the caret on that page, if anybody listens."""
        document, listening = self._pages.document, QAccessible.isActive()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if listening else Qt.FocusPolicy.NoFocus)
        if document is None or not listening:
            self._hold(Excerpt())
            return
        if self._excerpt.whole is not document.text:
            self._hold_around(page, self._led)
        elif not self._excerpt.holds(page):  # but not while the caret is being moved
            QTimer.singleShot(0, self, partial(self._hold_around, page, self._led))
        elif not self._led:
            self._lead_to(page)

    def follow(self) -> None:
        """Put the caret where it is in the pages, and select what is selected there."""
        anchor, head = (self._excerpt.position(offset) for offset in self._pages.selection.ends)
        if not self._led and anchor is not None and head is not None:
            self._lead(anchor, head)

    def lie_under(self) -> None:
        """Be where the pages are, so that a line is about what one sees as a line."""
        if QAccessible.isActive():
            self.setGeometry(self._pages.geometry())

    def _heading(self, page: Page) -> str:
        return self.tr("Page {page}").format(page=page.label or page.number)

    def _hold_around(self, page: int, walked: bool) -> None:
        """Hold the text around a page that was come to, if one is still there: by walking here, or otherwise."""
        document = self._pages.document
        if document is not None and page == self._pages.page:
            self._hold(excerpt(document.text, document.pages, page, self._heading))
            if not walked:
                self._lead_to(page)

    def _lead_to(self, page: int) -> None:
        """Put the caret at the beginning of a page, unless it is on it."""
        if self._excerpt.page_at(self.textCursor().position()) != page:
            self._lead(*[self._excerpt.begin(page)] * 2)

    def _hold(self, held: Excerpt) -> None:
        """Hold another text, with the caret at the same place in the brief."""
        if held == self._excerpt:
            return
        cursor, before, self._excerpt = self.textCursor(), self._excerpt, held
        ends = (held.position(before.offset(at)) for at in (cursor.anchor(), cursor.position()))
        led, self._led = self._led, True
        self.setAccessibleName(self.tr("Text of the brief"))
        self.setPlainText(held.text)
        self._lead(*(at or 0 for at in ends))
        self._led = led

    def _lead(self, anchor: int, head: int) -> None:
        cursor, led = self.textCursor(), self._led
        if (cursor.anchor(), cursor.position()) != (anchor, head):
            self._led = True
            cursor.setPosition(anchor)
            cursor.setPosition(head, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self._led = led

    def _on_walked(self) -> None:
        if not self._led and self._excerpt.pages:
            cursor = self.textCursor()
            self._led = True  # the pages follow the caret, and not the caret the pages
            self.walked.emit(*(self._excerpt.offset(at) for at in (cursor.anchor(), cursor.position())))
            self._led = False

    # -- Qt

    def createMimeDataFromSelection(self) -> QMimeData:
        return self._pages.selection.mime_data()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.entered.emit(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing: the pages lie above."""


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

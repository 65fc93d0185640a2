"""Moving in the text with the keyboard, and selecting on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from kinu_reader import extract
from kinu_reader.ui.reader.words import next_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from kinu_reader.model import Box, Page, Range
    from kinu_reader.ui.reader.document import OpenDocument
    from kinu_reader.ui.reader.selection import Selection

_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_UPRIGHT = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: 1}


class CaretKeys(QObject):
    """With Shift the arrow keys select, from where was clicked; while `browsing` they move a caret as well."""

    moved = Signal()

    def __init__(self, selection: Selection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._selection = selection
        self._document: OpenDocument | None = None
        self._browsing = False
        self._x: float | None = None  # points; where the caret wants to be on its line, going up and down

    @property
    def browsing(self) -> bool:
        """Tell whether the caret is shown and moved by the arrow keys."""
        return self._browsing

    def open(self, document: OpenDocument | None) -> None:
        """Move in this document."""
        self._document = document

    def browse(self, browsing: bool) -> None:
        """Show the caret, or hide it."""
        self._browsing = browsing
        self.moved.emit()

    def press(self, event: QKeyEvent) -> bool:
        """Take a key, if it moves the caret; tell whether it did."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if self._document is None or alt or not (shift or self._browsing):
            return False
        key = Qt.Key(event.key())
        to = self._target(self._document, key, control)
        if to is None:
            return False
        (self._selection.extend_by_letter if shift else self._selection.begin)(to)
        if key not in _UPRIGHT:
            self._x = None
        self.moved.emit()
        return True

    def _target(self, document: OpenDocument, key: Qt.Key, control: bool) -> int | None:
        head, text = self._selection.head, document.text
        if key in _SIDEWAYS:
            step = _SIDEWAYS[key]
            return next_word(text, head, step) if control else _next_letter(document, head, step)
        if key in _UPRIGHT:
            return self._on_next_line(document.pages, head, _UPRIGHT[key])
        if key in _ENDS:
            line = (0, len(text)) if control else _line_at(document.pages, head)
            return line[_ENDS[key]] if line else None
        return None

    def _on_next_line(self, pages: Sequence[Page], head: int, direction: int) -> int:
        page = page_of(pages, head)
        place = caret_box(pages, head)
        if page is None or place is None:
            return head
        if self._x is None:
            self._x = place[1][0]
        line = extract.next_line(page, extract.line_of(page, head), direction)
        while line is None and 1 <= page.number + direction <= len(pages):
            page = pages[page.number + direction - 1]
            line = extract.next_line(page, None, direction)
        return extract.offset_in(page, line, self._x) if line else head


def page_of(pages: Sequence[Page], offset: int) -> Page | None:
    """Return the page on which an offset of the text stands; the ranges of pages may overlap, at footnotes."""
    near = [page for page in pages if page.start <= offset <= page.end]
    lines = [(extract.line_of(page, offset), page) for page in near]
    begun = (page for line, page in reversed(lines) if line and line[0] <= offset < line[1])
    ended = (page for line, page in lines if line)
    return next(begun, None) or next(ended, None)


def caret_box(pages: Sequence[Page], offset: int) -> tuple[int, Box] | None:
    """Return where a caret stands before an offset: the number of the page, and a box without width."""
    page = page_of(pages, offset)
    line = extract.line_of(page, offset) if page else None
    if page is None or line is None:
        return None
    after = offset < line[1]
    (box, *_) = extract.boxes_of(page, offset, offset + 1) if after else extract.boxes_of(page, offset - 1, offset)
    x = box[0] if after else box[2]
    return page.number, (x, box[1], x, box[3])


def _line_at(pages: Sequence[Page], offset: int) -> Range | None:
    page = page_of(pages, offset)
    return extract.line_of(page, offset) if page else None


def _next_letter(document: OpenDocument, offset: int, step: int) -> int:
    """Return the next offset at which a caret can stand: not between the breaks of two paragraphs."""
    at = offset + step
    while 0 < at < len(document.text) and page_of(document.pages, at) is None:
        at += step
    return at if 0 <= at <= len(document.text) else offset

"""What is selected: a range of the canonical text, from where it was begun to where it has got."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, QObject, Signal

from kinu_reader import extract
from kinu_reader.tasks.reading import quoted
from kinu_reader.ui.reader.words import nothing_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinu_reader.model import Box, Page, Range
    from kinu_reader.ui.reader.document import OpenDocument


class Selection(QObject):
    """A range of the text of the open document, and the end of it that moves."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: OpenDocument | None = None
        self._begun: Range = (0, 0)
        self._unit: Callable[[str, int], Range] = nothing_at
        self._anchor, self._head = 0, 0
        self._carried: tuple[str, bytes] | None = None  # HTML and RTF of what is selected, with its citation

    @property
    def range(self) -> Range:
        """Return start and end; they are equal if nothing is selected."""
        return min(self._anchor, self._head), max(self._anchor, self._head)

    @property
    def ends(self) -> Range:
        """Return the end that stays and the one that moves."""
        return self._anchor, self._head

    @property
    def head(self) -> int:
        """Return the end that moves."""
        return self._head

    @property
    def empty(self) -> bool:
        """Tell whether nothing is selected."""
        return self._anchor == self._head

    @property
    def text(self) -> str:
        """Return what is selected as it is copied, with page breaks marked."""
        return quoted(self._document.text, self._document.pages, *self.range) if self._document else ""

    def open(self, document: OpenDocument | None) -> None:
        """Select in this document, and nothing for now."""
        self._document = document
        self.begin(0)

    def begin(self, at: int, unit: Callable[[str, int], Range] = nothing_at) -> None:
        """Begin at an offset, and grow by whole units (see `words`) of the text from now on."""
        self._unit = unit
        self._begun = unit(self._document.text, at) if self._document else (0, 0)
        self._set(*self._begun)

    def extend(self, to: int) -> None:
        """Let the selection reach to an offset."""
        if self._document is None:
            return
        start, end = self._unit(self._document.text, to)
        if start < self._begun[0]:
            self._set(self._begun[1], start)
        else:
            self._set(self._begun[0], max(end, self._begun[1]))

    def select(self, start: int, end: int) -> None:
        """Select a range."""
        self.begin(start)
        self.extend(end)

    def extend_by_letter(self, to: int) -> None:
        """Let the moving end go to an offset, whatever unit the selection was begun with."""
        self._unit, self._begun = nothing_at, (self._anchor, self._anchor)
        self.extend(to)

    def clear(self) -> None:
        """Select nothing, and stay where the moving end was."""
        self.begin(self._head)

    def boxes_on(self, page: Page) -> list[Box]:
        """Return a box for each selected line of a page, closed up to the next line as in print."""
        start, end = self.range
        if start == end or page.start >= end or start >= page.end:
            return []
        return closed_up(extract.boxes_of(page, start, end))

    def mime_data(self) -> QMimeData:
        """Return what is copied."""
        data = QMimeData()
        data.setText(self.text)
        return data

    def carry(self, html: str, rtf: bytes) -> None:
        """Take this along when what is selected now is dragged."""
        self._carried = html, rtf

    def dragged(self) -> QMimeData:
        """Return what is dragged: the words for a plain field, with their citation for a word processor."""
        data = self.mime_data()
        if self._carried is not None:
            data.setHtml(self._carried[0])
            data.setData("text/rtf", QByteArray(self._carried[1]))
        return data

    def _set(self, anchor: int, head: int) -> None:
        if (anchor, head) != (self._anchor, self._head):
            self._anchor, self._head = anchor, head
            self._carried = None
            self.changed.emit()


def closed_up(boxes: list[Box]) -> list[Box]:
    """Return the boxes of lines with the gap between a line and the one under it shared between both."""
    closed = list(boxes)
    for at in range(1, len(closed)):
        left, top, right, bottom = closed[at - 1]
        x0, y0, x1, y1 = closed[at]
        if 0 < y0 - bottom < bottom - top and x0 < right and left < x1:
            middle = (bottom + y0) / 2
            closed[at - 1], closed[at] = (left, top, right, middle), (x0, middle, x1, y1)
    return closed

"""Two readers that scroll together: two editions by what they say, other briefs by how far one has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF

from kinu_reader.tasks.aligning import align

if TYPE_CHECKING:
    from kinu_reader.tasks.aligning import Alignment
    from kinu_reader.ui.reader import Reader
    from kinu_reader.ui.session import Session

_READ_AT = 1 / 3  # of the view: what stands there stands there in the other as well


class Together(QObject):
    """Moves the one when the other is moved, while it is switched on."""

    def __init__(self, session: Session, first: Reader, second: Reader, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._first, self._second = session, first, second
        self._on = False
        self._following = False
        self._pair = (0, 0)
        self._alignments: tuple[Alignment, Alignment] | None = None
        first.pages.moved.connect(self._on_first)
        second.pages.moved.connect(self._on_second)

    def read(self, first: int, second: int, *, editions: bool) -> bool:
        """Know which briefs are read, and tell whether they are others than before."""
        if (first, second) == self._pair:
            return False
        pair = self._pair = first, second
        self._alignments = None

        def done(alignments: tuple[Alignment, Alignment]) -> None:
            if self._pair == pair:
                self._alignments = alignments
                self._on_first()

        if editions:
            self._session.ask(lambda archive: (align(archive, first, second), align(archive, second, first)), done)
        return True

    def end(self) -> None:
        """Move nothing any more."""
        self._on, self._pair = False, (0, 0)

    def switch(self, on: bool) -> None:
        """Scroll together from now on, or each alone."""
        self._on = on
        self._on_first()

    def _on_first(self) -> None:
        self._lead(self._first, self._second, self._alignments[0] if self._alignments else None)

    def _on_second(self) -> None:
        self._lead(self._second, self._first, self._alignments[1] if self._alignments else None)

    def _lead(self, leader: Reader, other: Reader, alignment: Alignment | None) -> None:
        if not self._on or self._following or leader.document is None or other.document is None:
            return
        self._following = True
        if alignment is None or not _follow_text(leader, other, alignment):
            _follow_height(leader, other)
        self._following = False


def _follow_text(leader: Reader, other: Reader, alignment: Alignment) -> bool:
    """Bring what the leader shows to the same height of the other view; tell whether there is text to go by."""
    view = leader.pages.viewport()
    caret = leader.pages.caret_at(QPointF(view.width() / 2, view.height() * _READ_AT))
    here = leader.pages.height_of(caret.offset) if caret else None
    there = other.pages.height_of(alignment.counterpart(caret.offset)) if caret else None
    if here is None or there is None:
        return False
    strip = other.pages.verticalScrollBar()
    strip.setValue(strip.value() + round(there - here))
    return True


def _follow_height(leader: Reader, other: Reader) -> None:
    one, strip = leader.pages.verticalScrollBar(), other.pages.verticalScrollBar()
    strip.setValue(round(strip.maximum() * one.value() / max(1, one.maximum())))

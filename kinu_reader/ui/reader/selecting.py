"""What is done with a selection: the bar beside it, and who is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kinu_reader.ui.reader.document import COLOURS
from kinu_reader.ui.reader.selection_bar import SelectionBar

if TYPE_CHECKING:
    from kinu_reader.model import Range
    from kinu_reader.ui.reader.page_view import PageView
    from kinu_reader.ui.theme import Theme


class Selecting(QObject):
    """Places the bar, and passes on what is asked for while something is selected."""

    wanted = Signal()  # something is to be done with a selection, and nothing is selected
    selected = Signal(int, int)  # start and end, once a drag is over
    bookmark_asked = Signal(str)  # a colour
    note_asked = Signal()
    quote_asked = Signal()
    search_asked = Signal(str)

    def __init__(self, pages: PageView, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._pages, self._selection = pages, pages.selection
        self._told: Range = (0, 0)
        self._colour = COLOURS[0]
        self.bar = SelectionBar(theme, pages.viewport())
        self._selection.changed.connect(self._on_changed)
        pages.pointer.released.connect(self._on_changed)
        pages.moved.connect(self._place)
        self.bar.bookmark_asked.connect(self.bookmark)
        self.bar.note_asked.connect(self.note)
        self.bar.quote_asked.connect(self.quote_asked)
        self.bar.search_asked.connect(lambda: self.search_asked.emit(self.words))
        QWidget.setTabOrder(pages, self.bar.colours[COLOURS[0]])

    @property
    def words(self) -> str:
        """Return the words selected, in one line and without page breaks."""
        start, end = self._selection.range
        return " ".join(self._pages.text[start:end].split())

    def bookmark(self, colour: str = "") -> None:
        """Ask that the selection be kept in a colour; without one, in the last."""
        self._colour = colour or self._colour
        if self._is_there():
            self.bookmark_asked.emit(self._colour)

    def note(self) -> None:
        """Ask that the selection be kept with a note."""
        if self._is_there():
            self.note_asked.emit()

    def _is_there(self) -> bool:
        if self._selection.empty:
            self.wanted.emit()
        return not self._selection.empty

    def give_up(self) -> bool:
        """Select nothing; tell whether the bar was there, which is gone now."""
        if self.bar.isHidden():
            return False
        if self.bar.isAncestorOf(self.bar.window().focusWidget() or self._pages):
            self._pages.setFocus(Qt.FocusReason.OtherFocusReason)
        self._selection.clear()
        return True

    def _on_changed(self) -> None:
        if self._pages.pointer.busy:
            self.bar.hide()
            return
        if self._selection.range != self._told:
            self._told = self._selection.range
            self.selected.emit(*self._told)
        self._place()

    def _place(self) -> None:
        if not self._pages.pointer.busy:
            self.bar.show_beside(self._pages.selected_rects(), self._pages.viewport().rect())

"""The list itself: walks from passage to passage by keys, and says what was chosen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from kinu_reader.ui.citing.cite_menu import CiteMenu
from kinu_reader.ui.results.cards import Cards
from kinu_reader.ui.results.delegate import ResultsDelegate
from kinu_reader.ui.results.model import ResultsModel, Row, RowKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from kinu_reader.model import Hit
    from kinu_reader.ui.theme import Theme

WALKING_KEYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ResultsView(Cards):
    """Briefs and passages. A brief without passages, or a passage, can be the current one."""

    chosen = Signal(Row)  # to be shown in the reader
    note_chosen = Signal(object)  # Bookmark, likewise
    more_of = Signal(Row)  # all passages of this brief, please
    entered_reader = Signal()  # Enter
    left = Signal()  # Escape
    similar_asked = Signal(Row)
    tab_asked = Signal(Row)  # to be read in a new tab
    beside_asked = Signal(int)  # brief
    binned = Signal(int)  # brief
    unbinned = Signal(int)
    tag_asked = Signal(int)  # which tag is this brief to have?
    collected = Signal(int, str)  # brief, into the collection of this name
    collection_asked = Signal(int)  # into a new collection
    cited = Signal(int, str)  # a brief, and what a CiteMenu asks for

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ResultsModel(self)
        self._delegate = ResultsDelegate(theme, self)
        self.shows_bin = False
        self.collections: tuple[str, ...] = ()  # into which a brief can be put
        self._following = False
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        theme.changed.connect(self.refresh)
        self.selectionModel().currentChanged.connect(self._on_current)

    @property
    def rows(self) -> ResultsModel:
        """The rows shown."""
        return self._model

    def refresh(self) -> None:
        """Lay everything out anew: other colours, fonts or words."""
        self._delegate.forget()
        self.lay_out()

    def heights(self) -> list[int]:
        return self._delegate.heights(self._model.listed, self.viewport().width())

    def current_row(self) -> Row | None:
        """Return the row being read."""
        index = self.currentIndex()
        return self._model.row(index.row()) if index.isValid() else None

    def resume(self) -> None:
        """Go back to the row that was being read: something else has been read meanwhile."""
        self._on_current(self.currentIndex())

    def walk(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) passage; tell whether there is one."""
        at = self._model.next_to_read(self.currentIndex().row() if self.currentIndex().isValid() else -1, step)
        if at is None:
            return False
        self._choose(at)
        return True

    def walk_brief(self, step: int) -> bool:
        """Go to the first passage of the next brief, or the last of the previous one; tell whether there is one."""
        row = self.current_row()
        brief = row.answer.brief.id if row and row.answer else None
        at: int | None = self.currentIndex().row()
        while at is not None and (at := self._model.next_to_read(at, step)) is not None:
            other = self._model.row(at).answer
            if other is not None and other.brief.id != brief:
                self._choose(at)
                return True
        return False

    def follow(self, brief: int, passage: int) -> bool:
        """Mark the row of a passage that is being read, and tell whether it is shown; the reader is there already."""
        return self._mark(lambda row: row.hit is not None and (row.hit.brief, row.hit.passage) == (brief, passage))

    def mark_brief(self, brief: int) -> bool:
        """Mark the first row of a brief that is being read, and tell whether it is shown."""
        return self._mark(lambda row: row.answer is not None and row.answer.brief.id == brief)

    def mark(self, like: Row) -> bool:
        """Mark the row of what a former row led to, and tell whether it is shown."""
        if like.hit is not None:
            return self.follow(like.hit.brief, like.hit.passage)
        if (note := like.note) is not None:
            return self._mark(lambda row: row.note is not None and row.note.bookmark.id == note.bookmark.id)
        return like.answer is not None and self.mark_brief(like.answer.brief.id)

    def _mark(self, wanted: Callable[[Row], bool]) -> bool:
        at = self._model.next_to_read(-1, 1)
        while at is not None and not wanted(self._model.row(at)):
            at = self._model.next_to_read(at, 1)
        if at is None:
            return False
        self._following = True
        self._choose(at)
        self._following = False
        return True

    def open_in_tab(self) -> None:
        """Ask for the current row in a new tab."""
        if (row := self.current_row()) is not None:
            self.tab_asked.emit(row)

    def bin_current(self) -> None:
        """Ask that the brief of the current row be moved to the bin."""
        if (row := self.current_row()) and row.answer and not self.shows_bin:
            self.binned.emit(row.answer.brief.id)

    def expand(self, brief: int, hits: Sequence[Hit]) -> None:
        """Show all passages of a brief; the current row stays."""
        row, self._following = self.current_row(), True
        self._model.expand(brief, hits)
        self._following = False
        if row is not None:
            self.mark(row)

    def _choose(self, at: int) -> None:
        index = self._model.index(at)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if at and self._model.row(at - 1).kind is RowKind.BRIEF:
            self.scrollTo(self._model.index(at - 1))  # whose passage it is
        self.scrollTo(index)

    def _on_current(self, current: QModelIndex) -> None:
        if not current.isValid() or self._following:
            return
        row = self._model.row(current.row())
        if row.note is not None:
            self.note_chosen.emit(row.note.bookmark)
        elif row.can_be_read:
            self.chosen.emit(row)

    # -- Qt

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = self._model.row(index.row()) if index.isValid() else None
        if row is not None and row.kind is RowKind.MORE:
            self.more_of.emit(row)
        elif row is not None and row.kind is RowKind.BRIEF and not row.can_be_read:
            self._choose(index.row() + 1)  # a title leads to the best of what stands below it
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = WALKING_KEYS.get(Qt.Key(event.key()))
        if step is not None:
            self.walk(step)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        row = self._model.row(index.row()) if index.isValid() else None
        if row is None or row.answer is None:
            return
        at = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
        self.menu(row).popup(at)

    def menu(self, row: Row) -> QMenu:
        """Return what can be done with a row."""
        assert row.answer is not None
        id = row.answer.brief.id
        menu = QMenu(self)
        menu.addAction(self.tr("Open in a new tab")).triggered.connect(lambda: self.tab_asked.emit(row))
        menu.addAction(self.tr("Open beside")).triggered.connect(lambda: self.beside_asked.emit(id))
        menu.addSeparator()
        if row.hit is not None:
            menu.addAction(self.tr("More like this passage")).triggered.connect(lambda: self.similar_asked.emit(row))
        cites = CiteMenu(menu)
        cites.asked.connect(lambda what: self.cited.emit(id, what))
        menu.addMenu(cites)
        if self.shows_bin:
            menu.addAction(self.tr("Put back on the shelf")).triggered.connect(lambda: self.unbinned.emit(id))
        else:
            self._add_shelves(menu, id)
            menu.addAction(self.tr("Move to the bin")).triggered.connect(lambda: self.binned.emit(id))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _add_shelves(self, menu: QMenu, brief: int) -> None:
        menu.addAction(self.tr("Tag…"), partial(self.tag_asked.emit, brief))
        into = menu.addMenu(self.tr("Put into collection"))
        for name in self.collections:
            into.addAction(name.replace("&", "&&"), partial(self.collected.emit, brief, name))
        if self.collections:
            into.addSeparator()
        into.addAction(self.tr("New collection…"), partial(self.collection_asked.emit, brief))
        menu.addSeparator()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

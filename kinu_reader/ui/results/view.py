"""The list itself: walks from passage to passage by keys, and says what was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu

from kinu_reader.ui.results.delegate import ResultsDelegate
from kinu_reader.ui.results.model import ResultsModel, Row, RowKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from kinu_reader.model import Hit
    from kinu_reader.ui.theme import Theme

WALKING_KEYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ResultsView(QListView):
    """Briefs and passages. A brief without passages, or a passage, can be the current one."""

    chosen = Signal(Row)  # to be shown in the reader
    note_chosen = Signal(object)  # Bookmark, likewise
    more_of = Signal(Row)  # all passages of this brief, please
    entered_reader = Signal()  # Enter
    left = Signal()  # Escape
    similar_asked = Signal(Row)
    binned = Signal(int)  # brief
    unbinned = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ResultsModel(self)
        self._delegate = ResultsDelegate(theme, self)
        self.shows_bin = False
        self._following = False
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(20)
        theme.changed.connect(self.refresh)
        self.selectionModel().currentChanged.connect(self._on_current)

    @property
    def rows(self) -> ResultsModel:
        """The rows shown."""
        return self._model

    def refresh(self) -> None:
        """Lay everything out anew: other colours, fonts or words."""
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def current_row(self) -> Row | None:
        """Return the row being read."""
        index = self.currentIndex()
        return self._model.row(index.row()) if index.isValid() else None

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

    def follow(self, brief: int, passage: int) -> None:
        """Mark the row of a passage that is being read, if it is shown; the reader is there already."""
        for at in range(self._model.rowCount()):
            row = self._model.row(at)
            if row.hit is not None and (row.hit.brief, row.hit.passage) == (brief, passage):
                self._following = True
                self._choose(at)
                self._following = False
                return

    def return_to(self, row: Row) -> bool:
        """Make the row of the same brief and passage the current one again, if there is one; the reader is there."""
        for at in range(self._model.rowCount()):
            if _same(self._model.row(at), row):
                self._following = True
                self._choose(at)
                self._following = False
                return True
        return False

    def expand(self, brief: int, hits: Sequence[Hit]) -> None:
        """Show all passages of a brief; the current row stays."""
        row, self._following = self.current_row(), True
        self._model.expand(brief, hits)
        self._following = False
        if row is not None:
            self.return_to(row)

    def _choose(self, at: int) -> None:
        index = self._model.index(at)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
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
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_reader.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Delete and (row := self.current_row()) and row.answer and not self.shows_bin:
            self.binned.emit(row.answer.brief.id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        row = self._model.row(index.row()) if index.isValid() else None
        if row is None or row.answer is None:
            return
        id = row.answer.brief.id
        menu = QMenu(self)
        if row.hit is not None:
            menu.addAction(self.tr("More like this passage")).triggered.connect(lambda: self.similar_asked.emit(row))
        if self.shows_bin:
            menu.addAction(self.tr("Put back on the shelf")).triggered.connect(lambda: self.unbinned.emit(id))
        else:
            menu.addAction(self.tr("Move to the bin")).triggered.connect(lambda: self.binned.emit(id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._delegate.forget()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)


def _same(one: Row, other: Row) -> bool:
    """Tell whether two rows are of the same passage, of the same note, or of the same brief."""
    places = [
        (row.answer.brief.id, row.hit and row.hit.passage, row.note and row.note.bookmark.id)
        for row in (one, other)
        if row.answer
    ]
    return one.kind is other.kind and len(places) == 2 and places[0] == places[1]

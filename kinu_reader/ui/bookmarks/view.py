"""The list of bookmarks itself: walked by keys, several can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView

from kinu_reader.ui.bookmarks.delegate import BookmarkDelegate
from kinu_reader.ui.bookmarks.model import KEPT, BookmarksModel, Kept

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QWidget

    from kinu_reader.ui.theme import Theme


class BookmarksView(QListView):
    """The list: several can be chosen."""

    gone_to = Signal(object)  # Kept, or None
    menu_asked = Signal(QPoint)  # on the screen

    def __init__(self, model: BookmarksModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self._delegate = BookmarkDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setMouseTracking(True)
        theme.changed.connect(self.refresh)
        self.selectionModel().currentChanged.connect(self._on_current)

    def chosen(self) -> list[Kept]:
        """Return what is chosen, from the top down, each once."""
        chosen: Any = self.selectionModel().selection()  # a list of ranges, of which the stubs know nothing
        ranges = sorted((part.top(), part.bottom()) for part in chosen)
        lines = [kept for first, last in ranges for kept in self._rows.between(first, last)]
        return list({kept.bookmark.id: kept for kept in lines}.values())

    def choose(self, row: int) -> None:
        """Go to a row, or to the first below it that is no heading."""
        self._rows.reach(row)
        while row + 1 < self._rows.rowCount() and self._rows.index(row, 0).data(KEPT) is None:
            row += 1
        index = self._rows.index(row, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def refresh(self) -> None:
        """Lay everything out anew: other colours, fonts or words."""
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _on_current(self, current: QModelIndex) -> None:
        self.gone_to.emit(current.data(KEPT) if current.isValid() else None)

    # -- Qt

    def selectAll(self) -> None:
        self._rows.reach_all()
        super().selectAll()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.indexAt(event.pos()).isValid():
            self.menu_asked.emit(event.globalPos())

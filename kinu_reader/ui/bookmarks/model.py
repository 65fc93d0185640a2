"""Bookmarks as rows, in the order a person wants."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from kinu_reader.ui.bookmarks.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtCore import QObject

    from kinu_reader.model import ArchivedBrief, Bookmark

KEPT = Qt.ItemDataRole.UserRole


class Order(StrEnum):
    """The order of bookmarks."""

    NEWEST = "newest"
    BRIEF = "brief"  # by brief, and as they stand in its text
    COLOUR = "colour"


@dataclass(frozen=True)
class Kept:
    """A bookmark and the brief it was made in."""

    bookmark: Bookmark
    brief: ArchivedBrief


ORDERS: dict[Order, Callable[[Kept], Any]] = {
    Order.NEWEST: lambda kept: [-ord(c) for c in kept.bookmark.created],
    Order.BRIEF: lambda kept: (kept.brief.record.title or "", kept.brief.id, kept.bookmark.anchor.start),
    Order.COLOUR: lambda kept: (list(type(kept.bookmark.colour)).index(kept.bookmark.colour), kept.brief.id),
}


class BookmarksModel(QAbstractListModel):
    """A row for each bookmark."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Kept] = []
        self._order = Order.NEWEST

    @property
    def rows(self) -> Sequence[Kept]:
        """Return what is shown, from the top down."""
        return self._rows

    def show(self, kept: Sequence[Kept]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = sorted(kept, key=ORDERS[self._order])
        self.endResetModel()

    def sort_by(self, order: Order) -> None:
        """Show them in another order."""
        self._order = order
        self.show(self._rows)

    def row_of(self, id: str) -> int:
        """Return the row of a bookmark, -1 if it is not shown."""
        return next((row for row, kept in enumerate(self._rows) if kept.bookmark.id == id), -1)

    def change(self, bookmarks: Collection[Bookmark]) -> None:
        """Show what some bookmarks are now; those thrown away go."""
        for bookmark in bookmarks:
            row = self.row_of(bookmark.id)
            if row < 0:
                continue
            if bookmark.binned:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._rows[row]
                self.endRemoveRows()
            else:
                self._rows[row] = Kept(bookmark, self._rows[row].brief)
                self.dataChanged.emit(self.index(row), self.index(row))

    # -- Qt

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        kept = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return " · ".join(filter(None, (quoted(kept.bookmark), kept.bookmark.note, kept.brief.record.title)))
            case Qt.ItemDataRole.UserRole:
                return kept
        return None

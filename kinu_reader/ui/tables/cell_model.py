"""A table whose cells are fields of briefs, some of which can be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from kinu_reader.ui.tables.cells import Cell


class CellModel(QAbstractTableModel):
    """What Qt asks of a table of cells; a model of its kind says which cells there are."""

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell."""
        raise NotImplementedError

    def heading(self, column: int) -> str:
        """Return what a column is called."""
        raise NotImplementedError

    def ask(self, row: int, column: int, text: str) -> None:
        """Ask for a value that was typed; the cell shows it once it is kept."""
        raise NotImplementedError

    # -- Qt

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return cell.shown
            case Qt.ItemDataRole.EditRole:
                return cell.typed
            case Qt.ItemDataRole.UserRole:
                return cell
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.heading(section)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and not self.cell(index.row(), index.column()).is_fixed:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(
        self, index: QModelIndex | QPersistentModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        self.ask(index.row(), index.column(), value)
        return False

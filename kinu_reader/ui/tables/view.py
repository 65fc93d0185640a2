"""The table itself: many rows can be chosen, and what is typed into one of them goes for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from kinu_reader.ui.tables.cells import CELL, ROW, CellDelegate
from kinu_reader.ui.theme import scaled

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from kinu_reader.ui.tables.cells import Cell
    from kinu_reader.ui.theme import Theme

HEAD = 30  # px


class RecordsTable(QTableView):
    """Rows of records; Shift and Ctrl choose several."""

    chosen = Signal(int, str)  # brief and field of the row gone to
    selection_changed = Signal()

    def __init__(self, model: QAbstractItemModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(CellDelegate(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(scaled(ROW))
        self.verticalHeader().setMinimumSectionSize(scaled(ROW))
        head = self.horizontalHeader()
        head.setFixedHeight(scaled(HEAD))
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._theme = theme
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # else scrolling paints everything anew
        theme.changed.connect(self.viewport().update)
        self.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())

    def cells(self, column: int) -> list[Cell]:
        """Return the cells of a column in the rows chosen, from the top down."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.model().index(row, column).data(CELL) for row in rows]

    def edit_row(self) -> None:
        """Edit the current cell, or if that is fixed the first of its row that can be edited."""
        at, model = self.currentIndex(), self.model()
        row = [model.index(at.row(), column) for column in range(model.columnCount()) if at.isValid()]
        shown = [index for index in (at, *row) if index.isValid() and not self.isColumnHidden(index.column())]
        for index in shown:
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(index)
                return

    # -- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.tokens.panel))
        painter.end()
        super().paintEvent(event)

    def currentChanged(self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            cell: Cell = current.data(CELL)
            self.chosen.emit(cell.brief, cell.field)

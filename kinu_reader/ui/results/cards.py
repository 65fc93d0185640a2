"""A list of rows of many heights: where they lie is known without laying out one of them."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QCursor, QPainter, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

Index = QModelIndex | QPersistentModelIndex
Move = QAbstractItemView.CursorAction


class Cards(QListView):
    """A list that asks nothing of a row before it is in view but its height, and of its model never all again.

    Qt's own list lays out every row anew as soon as a few more come in: among some thousand the window stands still.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tops: list[int] | None = [0]  # px of each row and of the end; None if not known
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(20)

    def heights(self) -> Sequence[int]:
        """Return the height in pixels of each row at the present width."""
        raise NotImplementedError

    def lay_out(self) -> None:
        """Have the rows measured anew before they are painted next."""
        self._tops = None
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _laid(self) -> list[int]:
        if self._tops is None:
            self._tops = list(accumulate(self.heights(), initial=0))
        return self._tops

    def _row_at(self, y: int) -> int:
        """Return the row at a height in pixels below the top of the first; the number of rows if there is none."""
        return max(0, bisect_right(self._laid(), y) - 1)

    # -- where the rows lie

    def visualRect(self, index: Index) -> QRect:
        tops, row = self._laid(), index.row()
        if not 0 <= row < len(tops) - 1:
            return QRect()
        return QRect(0, tops[row] - self.verticalOffset(), self.viewport().width(), tops[row + 1] - tops[row])

    def indexAt(self, point: QPoint) -> QModelIndex:
        y = point.y() + self.verticalOffset()
        inside = 0 <= y < self._laid()[-1]  # Qt asks before there is a model, too
        return self.model().index(self._row_at(y), 0) if inside else QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        self.executeDelayedItemsLayout()
        place, bar = self.visualRect(index), self.verticalScrollBar()
        below = place.bottom() + 1 - self.viewport().height()
        if place.top() < 0:
            bar.setValue(bar.value() + place.top())
        elif below > 0:
            bar.setValue(bar.value() + min(below, place.top()))

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        place, last = self.visualRect(self.currentIndex()), self.model().rowCount() - 1
        here, y = self.currentIndex().row(), place.top() + self.verticalOffset()
        to = {
            Move.MoveHome: 0,
            Move.MoveEnd: last,
            Move.MovePageUp: self._row_at(max(0, y - self.viewport().height())),
            Move.MovePageDown: self._row_at(y + self.viewport().height()),
            Move.MoveUp: here - 1,
            Move.MoveDown: here + 1,
        }.get(action, here)
        return self.model().index(min(max(to, 0), last), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        at = self.indexAt(rect.center())
        self.selectionModel().select(QItemSelection(at, at), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += QRegion(self.visualRect(index))
        return region

    # -- when they change

    def updateGeometries(self) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(room)
        bar.setRange(0, max(0, self._laid()[-1] - room))
        QAbstractItemView.updateGeometries(self)

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)

    def reset(self) -> None:
        self._tops = None
        super().reset()

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        super().rowsInserted(parent, start, end)
        self.lay_out()

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        super().rowsAboutToBeRemoved(parent, start, end)
        self.lay_out()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        QAbstractItemView.dataChanged(self, first, last, roles)
        self.lay_out()

    def currentChanged(self, current: Index, previous: Index) -> None:
        QAbstractItemView.currentChanged(self, current, previous)
        if current.isValid() and QAccessible.isActive():
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(current.row())
            QAccessible.updateAccessibility(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        QAbstractItemView.selectionChanged(self, selected, deselected)

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.lay_out()
        QAbstractItemView.resizeEvent(self, event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QPainter(self.viewport()), QStyleOptionViewItem()
        self.initViewItemOption(option)
        usual = option.state & ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        pointer = self.viewport().mapFromGlobal(QCursor.pos()) if self.viewport().underMouse() else QPoint(-1, -1)
        first = self._row_at(event.rect().top() + self.verticalOffset())
        for row in range(first, self.model().rowCount()):
            index = self.model().index(row, 0)
            option.rect = self.visualRect(index)
            if option.rect.top() > event.rect().bottom():
                break
            option.state = usual
            if self.selectionModel().isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if option.rect.contains(pointer):
                option.state |= QStyle.StateFlag.State_MouseOver
            self.itemDelegate().paint(painter, option, index)
        painter.end()

"""The numbers of series on one sheet: arrows walk from cell to cell."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QLocale, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QCursor, QFontMetrics, QPainter, QRegion
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStyle, QStyleOptionViewItem

from kinu_reader.tasks.series import SlotState
from kinu_reader.ui.series.delegate import SeriesDelegate
from kinu_reader.ui.series.layout import MARGIN, ROW, Layout, lay_out
from kinu_reader.ui.series.model import Row, SeriesModel
from kinu_reader.ui.theme import font, scaled
from kinu_reader.ui.wording import language_name

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from kinu_reader.tasks.series import SeriesRun, Slot
    from kinu_reader.ui.theme import Theme

_ENSURE_VISIBLE = QAbstractItemView.ScrollHint.EnsureVisible
COUNTED = 12  # px, type of the counts at the right
Action = QAbstractItemView.CursorAction
SIDEWAYS = {Action.MoveLeft: -1, Action.MovePrevious: -1, Action.MoveRight: 1, Action.MoveNext: 1}
UPRIGHT = {Action.MoveUp: -1, Action.MoveDown: 1}
AT_ROW = {Action.MoveHome: 0, Action.MoveEnd: -1}
PAGES = {Action.MovePageUp: -1, Action.MovePageDown: 1}


class SeriesView(QAbstractItemView):
    """Rows of numbers, wrapped where the width ends."""

    opened = Signal(int)  # a brief
    absent_marked = Signal(str, str, str, bool)  # institute, series, code; whether it was never published
    current_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layout = Layout((), 0)
        self._model = SeriesModel(self)
        self.setModel(self._model)
        self.setItemDelegate(SeriesDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.verticalScrollBar().setSingleStep(scaled(ROW))
        self.doubleClicked.connect(self._open)
        theme.changed.connect(self.viewport().update)

    @property
    def rows(self) -> SeriesModel:
        """The rows shown."""
        return self._model

    def current(self) -> tuple[SeriesRun, Slot] | None:
        """Return the number under the keyboard, with its series."""
        slot = self._model.slot(self.currentIndex())
        return None if slot is None else (self._model.row(self.currentIndex().row()).run, slot)

    def choose(self, index: QModelIndex) -> None:
        """Make a number the current one and show it."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def toggle_absent(self) -> None:
        """Say of the current number, if no brief has it, that it was never published; or take that back."""
        current = self.current()
        if current and current[1].state is not SlotState.PRESENT:
            run, slot = current
            self.absent_marked.emit(run.institute, run.name, slot.code, slot.state is SlotState.MISSING)

    def menu(self) -> QMenu:
        """Return a menu of what can be done with the current number."""
        menu = QMenu(self)
        slot = self._model.slot(self.currentIndex())
        for card in slot.cards if slot else ():
            said = " · ".join(filter(None, (language_name(card.language), card.title or card.file)))
            menu.addAction(said).triggered.connect(partial(self.opened.emit, card.id))
        if slot and slot.state is not SlotState.PRESENT:
            missing = slot.state is SlotState.MISSING
            said = self.tr("Mark as never published") if missing else self.tr("Count as missing again")
            menu.addAction(said).triggered.connect(self.toggle_absent)
        return menu

    def open_current(self) -> None:
        """Ask for the brief of the current number."""
        self._open(self.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        slot = self._model.slot(index)
        if slot is not None and slot.cards:
            self.opened.emit(slot.cards[0].id)

    # -- walking

    def first(self) -> QModelIndex:
        """Return the first number of all; an invalid index if there is none."""
        rows = (at for at in range(self._model.rowCount()) if self._model.row(at).slots)
        return self._model.index(next(rows, -1), 0)

    def _step(self, index: QModelIndex, step: int) -> QModelIndex:
        """Return the next or previous number, over the ends of rows."""
        row, column = index.row(), index.column() + step
        while not 0 <= column < len(self._model.row(row).slots):
            row += step
            if not 0 <= row < self._model.rowCount():
                return index
            column = 0 if step > 0 else len(self._model.row(row).slots) - 1
        return self._model.index(row, column)

    def _over(self, index: QModelIndex, step: int) -> QModelIndex:
        """Return the nearest number of the next or previous line."""
        here, best, line = self._cell(index).center(), index, None
        while (following := self._step(index, step)) != index:
            index = following
            centre = self._cell(index).center()
            if centre.y() == here.y():
                continue
            if line not in (None, centre.y()):
                break
            if line is None or abs(centre.x() - here.x()) < abs(self._cell(best).center().x() - here.x()):
                best = index
            line = centre.y()
        return best

    def _cell(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Return the place of a number on the whole sheet."""
        return self._layout.rows[index.row()].cell(index.column())

    # -- painting

    def _paint_row(self, painter: QPainter, at: int, exposed: QRect) -> None:
        row, box, tokens = self._model.row(at), self._layout.rows[at], self._theme.tokens
        rect = QRect(0, box.top - self.verticalOffset(), self.viewport().width(), box.height)
        if row.year is None:
            painter.fillRect(rect, QColor(tokens.window))
        painter.fillRect(QRect(0, rect.bottom(), rect.width(), 1), QColor(tokens.hairline))
        first = rect.adjusted(MARGIN, 0, -MARGIN, scaled(ROW) - box.height if row.year else 0)
        current = self.currentIndex().isValid() and self.currentIndex().row() == at
        painter.setFont(font(13 if row.year else 14, semibold=True, tabular=True))
        painter.setPen(QColor(tokens.accent if current and row.year else tokens.text))
        heading = self._model.headerData(at, Qt.Orientation.Vertical) or ""
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter, heading)
        painter.setPen(QColor(tokens.secondary))
        painter.setFont(font(COUNTED, tabular=True))
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, _counts(row))
        if row.year is None:
            left = QFontMetrics(font(14, semibold=True)).horizontalAdvance(heading) + 12
            painter.drawText(first.adjusted(left, 0, -100, 0), Qt.AlignmentFlag.AlignVCenter, row.run.institute)
        self._paint_cells(painter, at, exposed)

    def _paint_cells(self, painter: QPainter, at: int, exposed: QRect) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.widget = self
        hovered = self.indexAt(self.viewport().mapFromGlobal(QCursor.pos()))
        plain = option.state & ~(QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus)
        for column in range(self._layout.rows[at].cells):
            index = self._model.index(at, column)
            option.rect = self.visualRect(index)
            if not option.rect.adjusted(-3, -3, 3, 3).intersects(exposed):
                continue
            option.state = plain
            if index == hovered and self.viewport().underMouse():
                option.state |= QStyle.StateFlag.State_MouseOver
            if index == self.currentIndex():
                option.state |= QStyle.StateFlag.State_Selected
                if self.hasFocus():
                    option.state |= QStyle.StateFlag.State_HasFocus
            self.itemDelegate().paint(painter, option, index)

    # -- Qt: where things are

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        if self._model.slot(index) is None or index.row() >= len(self._layout.rows):
            return QRect()
        return self._cell(index).translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        point = point + QPoint(0, self.verticalOffset())
        row = self._layout.row_at(point.y())
        column = None if row is None else self._layout.rows[row].at(point)
        return QModelIndex() if row is None or column is None else self._model.index(row, column)

    def scrollTo(
        self, index: QModelIndex | QPersistentModelIndex, hint: QAbstractItemView.ScrollHint = _ENSURE_VISIBLE
    ) -> None:
        if self._model.slot(index) is None or index.row() >= len(self._layout.rows):
            return
        cell, bar, height = self._cell(index).adjusted(0, -7, 0, 7), self.verticalScrollBar(), self.viewport().height()
        bar.setValue(min(max(bar.value(), cell.bottom() - height), cell.top()))

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        return False

    def moveCursor(self, action: Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        index = self.currentIndex()
        if self._model.slot(index) is None:
            return self.first()
        if action in SIDEWAYS:
            return self._step(index, SIDEWAYS[action])
        if action in AT_ROW:
            return self._model.index(index.row(), AT_ROW[action] % len(self._model.row(index.row()).slots))
        if action in UPRIGHT:
            return self._over(index, UPRIGHT[action])
        for _ in range(max(1, self.viewport().height() // scaled(ROW) - 1)):
            index = self._over(index, PAGES[action])
        return index

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.center())
        selection = QItemSelection(index, index) if index.isValid() else QItemSelection()
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += QRegion(self.visualRect(index).adjusted(-3, -3, 3, 3))
        return region

    # -- Qt: what happens

    def reset(self) -> None:
        super().reset()
        self.updateGeometries()

    def updateGeometries(self) -> None:
        rows = [self._model.row(at) for at in range(self._model.rowCount())]
        digits = [max((len(str(slot.number or "")) for slot in row.slots), default=0) for row in rows]
        sizes = [(len(row.slots), longest) for row, longest in zip(rows, digits, strict=True)]
        metrics = QFontMetrics(font(COUNTED, tabular=True))
        counts = max((metrics.horizontalAdvance(_counts(row)) for row in rows), default=0) + 8
        self._layout = lay_out(sizes, self.viewport().width(), counts)
        self.verticalScrollBar().setPageStep(self.viewport().height())
        self.verticalScrollBar().setRange(0, max(0, self._layout.height - self.viewport().height()))
        super().updateGeometries()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometries()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.tokens.panel))
        top, bottom = (y + self.verticalOffset() for y in (event.rect().top(), event.rect().bottom()))
        for at, box in enumerate(self._layout.rows):
            if box.top <= bottom and top < box.top + box.height:
                self._paint_row(painter, at, event.rect())

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()  # the year of the current number is painted in another colour
        self.setAccessibleDescription(current.data(Qt.ItemDataRole.AccessibleTextRole) or "")
        self.current_changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._model.slot(self.currentIndex()) is None and self.first().isValid():
            self.choose(self.first())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if self._model.slot(index) is not None:
            self.choose(index)
            menu = self.menu()
            menu.aboutToHide.connect(menu.deleteLater)
            below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            menu.popup(below if by_key else event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.viewport().update()
        super().changeEvent(event)


def _counts(row: Row) -> str:
    """Return how many numbers of a row are there, of those that ought to be; without any, how many briefs."""
    part = row.year or row.run
    there, missing = part.count(SlotState.PRESENT), part.count(SlotState.MISSING)
    number = QLocale().toString
    return f"{number(there)} / {number(there + missing)}" if there else str(sum(len(slot.cards) for slot in part.slots))

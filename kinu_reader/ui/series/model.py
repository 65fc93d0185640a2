"""Series as a table: a row for each year, its numbers from left to right; above the years of a series, its heading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kinu_reader.tasks.series import SlotState
from kinu_reader.ui.wording import language_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.tasks.series import SeriesRun, SeriesYear, Slot

SLOT = Qt.ItemDataRole.UserRole
UNNUMBERED = "•"


@dataclass(frozen=True)
class Row:
    """A year of a series, or the heading of one."""

    run: SeriesRun
    year: SeriesYear | None = None

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The numbers in it."""
        return self.year.slots if self.year else ()


class SeriesModel(QAbstractTableModel):
    """Rows of different lengths; what lies beyond the end of a row is no item."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._columns = 0

    def show(self, runs: Sequence[SeriesRun]) -> None:
        """Show series, each under its heading if there are several."""
        self.beginResetModel()
        self._rows = []
        for run in runs:
            if len(runs) > 1:
                self._rows.append(Row(run))
            self._rows += [Row(run, year) for year in run.years]
        self._columns = max((len(row.slots) for row in self._rows), default=0)
        self.endResetModel()

    def row(self, at: int) -> Row:
        """Return a row."""
        return self._rows[at]

    def slot(self, index: QModelIndex | QPersistentModelIndex) -> Slot | None:
        """Return the number at an index; None beyond the end of its row."""
        if not index.isValid():
            return None
        slots = self._rows[index.row()].slots
        return slots[index.column()] if index.column() < len(slots) else None

    def find(self, run: SeriesRun, code: str) -> QModelIndex:
        """Return where a code of a series stands; an invalid index if it does not."""
        for at, row in enumerate(self._rows):
            if set(row.run.names) & set(run.names):
                for column, slot in enumerate(row.slots):
                    if slot.code == code:
                        return self.index(at, column)
        return QModelIndex()

    # -- wording

    def _state(self, slot: Slot) -> str:
        match slot.state:
            case SlotState.MISSING:
                return self.tr("missing")
            case SlotState.ABSENT:
                return self.tr("does not exist")
            case SlotState.PRESENT:
                said = [" + ".join(language_name(language) for language in slot.languages)]
                said.append(self.tr("duplicate") if slot.duplicate else "")
                said.append(self.tr("out of order") if slot.out_of_order else "")
                return ", ".join(filter(None, said)) or self.tr("present")

    def _tip(self, row: Row, slot: Slot) -> str:
        lines = [f"{slot.code} · {self._state(slot)}"]
        lines += [
            " · ".join(filter(None, (card.title or card.file, "; ".join(card.authors), card.date)))
            for card in slot.cards
        ]
        if slot.state is SlotState.MISSING:
            lines.append(self._between(row, slot))
        return "\n".join(filter(None, lines))

    def _between(self, row: Row, slot: Slot) -> str:
        """Say when a missing number would have come out, from those on both sides of it."""
        at = row.slots.index(slot)
        before = next((date for other in row.slots[at::-1] if (date := _date(other))), None)
        after = next((date for other in row.slots[at:] if (date := _date(other))), None)
        if before and after and before <= after:
            return self.tr("Published, if at all, between {} and {}").format(before, after)
        if after:
            return self.tr("Published, if at all, before {}").format(after)
        return self.tr("Published, if at all, after {}").format(before) if before else ""

    # -- Qt

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._columns

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        slot = self.slot(index)
        if slot is None:
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return UNNUMBERED if slot.number is None else str(slot.number)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(row, slot)
            case Qt.ItemDataRole.AccessibleTextRole:
                title = slot.cards[0].title if slot.cards else None
                return ", ".join(filter(None, (slot.code, self._state(slot), title)))
            case _:
                return slot if role == SLOT else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        upright = orientation is Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole
        if not upright or not 0 <= section < len(self._rows):
            return None
        row = self._rows[section]
        if row.year is None:
            return row.run.name
        return str(row.year.year) if row.year.year else self.tr("no year")

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if self.slot(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def _date(slot: Slot) -> str | None:
    return min((card.date for card in slot.cards if card.date), default=None)

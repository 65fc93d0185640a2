"""Briefs as rows of a table, in the order of any of its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, Qt, Signal

from kinu_reader.tasks.corrections import field_text
from kinu_reader.ui.tables.cell_model import CellModel
from kinu_reader.ui.tables.cells import Cell
from kinu_reader.ui.wording import field_name, language_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from kinu_reader.model import ArchivedBrief

FIXED = ("pages", "tags", "imported_at", "file")  # facts about the brief, not fields of its record
COLUMNS = ("code", "title", "authors", "date", "language", "series", "institute", *FIXED)


class BriefsModel(CellModel):
    """A row for each brief, a column for each of `COLUMNS`."""

    edited = Signal(int, str, str)  # row, field, and the value as typed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._briefs: list[ArchivedBrief] = []

    @property
    def briefs(self) -> Sequence[ArchivedBrief]:
        """Return the briefs in the order shown."""
        return self._briefs

    def show(self, briefs: Sequence[ArchivedBrief]) -> None:
        """Show these, in this order."""
        self.beginResetModel()
        self._briefs = list(briefs)
        self.endResetModel()

    def show_brief(self, brief: ArchivedBrief) -> None:
        """Show what a brief is now."""
        for row, known in enumerate(self._briefs):
            if known.id == brief.id:
                self._briefs[row] = brief
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))
                return

    def name(self, column: str) -> str:
        """Return the name of a column."""
        names = {
            "pages": self.tr("Pages"),
            "tags": self.tr("Tags"),
            "imported_at": self.tr("Imported"),
            "file": self.tr("File"),
        }
        return names.get(column) or field_name(column)

    def heading(self, column: int) -> str:
        return self.name(COLUMNS[column])

    def ask(self, row: int, column: int, text: str) -> None:
        self.edited.emit(row, COLUMNS[column], text)

    def cell(self, row: int, column: int) -> Cell:
        brief, field = self._briefs[row], COLUMNS[column]
        match field:
            case "pages":
                return Cell(brief.id, field, QLocale().toString(brief.pages), is_fixed=True)
            case "tags":
                return Cell(brief.id, field, "; ".join(brief.tags), is_fixed=True)
            case "imported_at":
                return Cell(brief.id, field, brief.imported_at[:10], is_fixed=True)
            case "file":
                return Cell(brief.id, field, brief.file, is_fixed=True)
            case "language":
                return Cell(brief.id, field, language_name(brief.record.language), brief.record.language or "")
            case "authors":
                names = "; ".join(author.name for author in brief.record.authors)
                return Cell(brief.id, field, names, field_text(brief.record, field))
        typed = field_text(brief.record, field)
        return Cell(brief.id, field, typed, typed, is_chip=field == "code", is_strong=field == "title")

    # -- Qt

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._briefs)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column; those that say nothing there come last."""
        field, backwards = COLUMNS[column], order is Qt.SortOrder.DescendingOrder
        said = [(_key(brief, field), brief) for brief in self._briefs]
        known = sorted((pair for pair in said if pair[0]), key=lambda pair: pair[0], reverse=backwards)
        self.layoutAboutToBeChanged.emit()
        before = {self._briefs[index.row()].id: index for index in self.persistentIndexList()}
        self._briefs = [brief for _, brief in known] + [brief for key, brief in said if not key]
        rows = {brief.id: row for row, brief in enumerate(self._briefs)}
        for id, index in before.items():
            self.changePersistentIndex(index, self.index(rows[id], index.column()))
        self.layoutChanged.emit()


def _key(brief: ArchivedBrief, field: str) -> tuple[Any, ...]:
    """Return what a brief is ordered by in a column; empty if it says nothing there."""
    record = brief.record
    match field:
        case "pages":
            return (brief.pages,)
        case "tags":
            return brief.tags
        case "code":
            number = int(record.number) if record.number and record.number.isdecimal() else 0
            return (record.series or "", record.year or 0, number, record.code) if record.code else ()
        case "imported_at" | "file":
            return (getattr(brief, field),)
    typed = field_text(record, field)
    return (typed.casefold(),) if typed else ()

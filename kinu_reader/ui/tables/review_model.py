"""The doubtful fields of the briefs to review, a row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal

from kinu_reader.model import Doubt
from kinu_reader.tasks.corrections import field_text
from kinu_reader.ui.tables.cell_model import CellModel
from kinu_reader.ui.tables.cells import Cell
from kinu_reader.ui.wording import field_name, source_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from kinu_reader.model import ArchivedBrief

BRIEF, FIELD, VALUE, SOURCE, CERTAINTY = range(5)
UNTYPED = "text"  # in need of review, but nothing that is typed: pages without text
LOW, FAIR = 1, 2  # blocks of certainty

Doubtful = tuple["ArchivedBrief", str]


class ReviewModel(CellModel):
    """A row for each doubtful field; only its value can be edited."""

    edited = Signal(int, str)  # row, and the value as typed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Doubtful] = []

    def show(self, doubtful: Sequence[Doubtful]) -> None:
        """Show these, in this order."""
        self.beginResetModel()
        self._rows = list(doubtful)
        self.endResetModel()

    def forget(self, brief: ArchivedBrief) -> None:
        """Drop the rows of a brief that are in doubt no more, and show what the others say now."""
        for row in range(len(self._rows) - 1, -1, -1):
            known, field = self._rows[row]
            if known.id != brief.id:
                continue
            if field in brief.record.needs_review:
                self._rows[row] = brief, field
                self.dataChanged.emit(self.index(row, 0), self.index(row, CERTAINTY))
            else:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._rows[row]
                self.endRemoveRows()

    def at(self, row: int) -> Doubtful:
        """Return the brief and field of a row."""
        return self._rows[row]

    def heading(self, column: int) -> str:
        names = (
            self.tr("Brief"),
            self.tr("Field"),
            self.tr("Value"),
            self.tr("Where it comes from"),
            self.tr("Certainty"),
        )
        return names[column]

    def ask(self, row: int, column: int, text: str) -> None:
        self.edited.emit(row, text)

    def cell(self, row: int, column: int) -> Cell:
        brief, field = self._rows[row]
        record = brief.record
        match column:
            case 0:
                shown = record.code or record.title or brief.file
                return Cell(brief.id, field, shown, is_chip=record.code is not None, is_fixed=True)
            case 1:
                return Cell(brief.id, field, field_name(field), is_fixed=True)
            case 2:
                typed = field_text(record, field)
                said = typed or (self.tr("pages without text") if field == UNTYPED else self.tr("not found"))
                return Cell(brief.id, field, said, typed, is_strong=bool(typed), is_fixed=field == UNTYPED)
            case 3:
                source = record.provenance.get(field)
                return Cell(brief.id, field, source_sentence(source) if source else "–", is_fixed=True)
            case _:
                fair = record.doubts.get(field) is Doubt.FAIR
                shown = self.tr("fair") if fair else self.tr("low")
                return Cell(brief.id, field, shown, certainty=FAIR if fair else LOW, is_fixed=True)

    # -- Qt

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else CERTAINTY + 1

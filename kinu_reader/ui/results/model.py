"""The rows of the result list: a card for each brief, its passages, and what stands between."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from kinu_reader.ui.wording import where

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.model import Answer, ArchivedBrief, Hit, NoteHit

ROW = Qt.ItemDataRole.UserRole


class RowKind(Enum):
    """What a row shows."""

    BRIEF = 1
    PASSAGE = 2
    MORE = 3  # the passages of the brief that are not shown yet
    PARTIAL = 4  # the line above briefs that lack some of the words
    NOTE = 5  # what a person wrote about the brief


@dataclass(frozen=True, eq=False)
class Row:
    """One row of the list; equal only to itself, so that it can key what was laid out for it."""

    kind: RowKind
    answer: Answer | None = None
    hit: Hit | None = None
    hidden: int = 0  # in MORE
    note: NoteHit | None = None  # in NOTE

    @property
    def can_be_read(self) -> bool:
        """Whether it leads to a page; a brief does where nothing below it says better where."""
        if self.kind is RowKind.BRIEF:
            return self.answer is not None and not (self.answer.passages or self.answer.notes)
        return self.kind in (RowKind.PASSAGE, RowKind.NOTE)


class ResultsModel(QAbstractListModel):
    """Answers as rows. Further answers are asked for when the view reaches the end."""

    more_wanted = Signal(int)  # how many answers there are already

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._answers = 0
        self._total = 0
        self._asked = False

    @property
    def answers(self) -> int:
        """How many answers are shown."""
        return self._answers

    @property
    def listed(self) -> Sequence[Row]:
        """All rows."""
        return self._rows

    def show(self, answers: Sequence[Answer], total: int) -> None:
        """Show the first answers of `total`."""
        self.beginResetModel()
        self._rows, self._answers, self._total, self._asked = [], len(answers), total, False
        self._rows = self._rows_of(answers)
        self.endResetModel()

    def append(self, answers: Sequence[Answer]) -> None:
        """Show further answers."""
        rows = self._rows_of(answers)
        self._asked = not answers  # nothing more came: do not ask for ever
        self._answers += len(answers)
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def expand(self, brief: int, hits: Sequence[Hit]) -> None:
        """Show all passages of a brief, as they follow each other on its pages, and offer no more."""
        at = next((n for n, row in enumerate(self._rows) if row.kind is RowKind.MORE and _id(row) == brief), None)
        if at is None:
            return
        answer = self._rows[at].answer
        first = next(n for n in range(at, -1, -1) if self._rows[n].kind in (RowKind.BRIEF, RowKind.NOTE)) + 1
        shown = {row.hit.passage: row for row in self._rows[first:at] if row.hit}
        rows = [shown.get(hit.passage) or Row(RowKind.PASSAGE, answer, hit) for hit in hits]
        self.beginRemoveRows(QModelIndex(), first, at)
        del self._rows[first : at + 1]
        self.endRemoveRows()
        if rows:
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows[first:first] = rows
            self.endInsertRows()

    def show_brief(self, brief: ArchivedBrief) -> None:
        """Show the record of a brief as it is now."""
        for at, row in enumerate(self._rows):
            if row.answer is not None and _id(row) == brief.id:
                same = row.answer.brief.record.title == brief.record.title  # else other letters would be marked
                marks = row.answer.title_highlights if same else ()
                self._rows[at] = replace(row, answer=replace(row.answer, brief=brief, title_highlights=marks))
                self.dataChanged.emit(self.index(at), self.index(at))

    def row(self, at: int) -> Row:
        """Return a row."""
        return self._rows[at]

    def next_to_read(self, at: int, step: int) -> int | None:
        """Return the nearest row from `at` in a direction that can be opened in the reader."""
        at += step
        while 0 <= at < len(self._rows):
            if self._rows[at].can_be_read:
                return at
            at += step
        return None

    def _rows_of(self, answers: Sequence[Answer]) -> list[Row]:
        rows: list[Row] = []
        partial = any(row.answer and row.answer.lacks for row in self._rows)
        for answer in answers:
            if answer.lacks and not partial:
                rows.append(Row(RowKind.PARTIAL))
                partial = True
            rows.append(Row(RowKind.BRIEF, answer))
            rows += [Row(RowKind.NOTE, answer, note=note) for note in answer.notes]
            rows += [Row(RowKind.PASSAGE, answer, hit) for hit in answer.passages]
            hidden = answer.hits - len(answer.passages)
            if hidden > 0:
                rows.append(Row(RowKind.MORE, answer, hidden=hidden))
        return rows

    # -- Qt

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].kind is RowKind.PARTIAL:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        return not parent.isValid() and not self._asked and self._answers < self._total

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        self._asked = True
        self.more_wanted.emit(self._answers)

    def _spoken(self, row: Row) -> str:
        """Return a row in words, for screen readers and tests."""
        if row.kind is RowKind.PARTIAL:
            if row is self._rows[0]:
                return self.tr("No brief holds all the words; these hold some of them")
            return self.tr("These briefs hold only some of the words")
        if row.kind is RowKind.MORE:
            return self.tr("%n more passage(s)", "", row.hidden)
        if row.hit is not None:
            return f"{where(row.hit)} {row.hit.text}"
        if row.note is not None:
            return self.tr("Your note: {}").format(row.note.bookmark.note)
        assert row.answer is not None
        record = row.answer.brief.record
        facts = [record.title or row.answer.brief.file, record.code, *(a.name for a in record.authors), record.date]
        return ", ".join(filter(None, facts))


def _id(row: Row) -> int | None:
    return row.answer.brief.id if row.answer else None

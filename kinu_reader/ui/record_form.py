"""The record of a brief, field by field: where each was read on hover, a mark where in doubt, edited in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kinu_reader.tasks.corrections import field_text
from kinu_reader.tasks.editing import authors_as_text
from kinu_reader.ui.theme import font
from kinu_reader.ui.value_label import ValueLabel
from kinu_reader.ui.wording import field_name, language_name, source_sentence

if TYPE_CHECKING:
    from kinu_reader.model import ArchivedBrief, Record

LABELS = 72  # px
CHIP_MOST = 140
ALWAYS = ("authors", "series", "institute", "date", "language")  # the rest is shown when known, or on demand
REST = (
    "code",
    "number",
    "year",
    "subtitle",
    "keywords",
    "first_page",
    "place",
    "url",
    "doi",
    "copyright",
    "disclaimer",
)


class RecordForm(QFrame):
    """Shows a record and asks for changes."""

    edited = Signal(str, str)  # field, and its value as typed

    def __init__(self, brief: ArchivedBrief, everything: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record: Record = brief.record
        self._values: dict[str, ValueLabel] = {}  # the first of each field
        self.setProperty("edge", "top")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, LABELS)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(4)
        column.addLayout(self._grid)
        self.all_fields = QPushButton(self.tr("Fewer fields") if everything else self.tr("All fields"), self)
        self.all_fields.setProperty("link", True)
        column.addWidget(self.all_fields, 0, Qt.AlignmentFlag.AlignLeft)
        self._fill(brief, everything)

    def value(self, field: str) -> ValueLabel | None:
        """Return the value of a field, if it is shown."""
        return self._values.get(field)

    def _fill(self, brief: ArchivedBrief, everything: bool) -> None:
        if everything:
            self._row("title", everything=True)
        self._authors()
        for field in ALWAYS[1:]:
            self._row(field, everything)
        self._plain(self.tr("Pages"), str(brief.pages))
        if everything:
            for field in REST:
                self._row(field, everything)

    def _authors(self) -> None:
        """Add the authors, each with rank and division; editing one edits the whole line of them."""
        typed = authors_as_text(self._record.authors)
        if not self._record.authors:
            self._value(field_name("authors"), "authors", "", "")
        for author in self._record.authors:
            self._value(field_name("authors"), "authors", author.name, typed)
            for name, value in ((self.tr("Role"), author.role), (self.tr("Division"), author.division)):
                if value:
                    self._value(name, "authors", value, typed, doubtful=False)

    def _row(self, field: str, everything: bool) -> None:
        """Add a field; one that is not known is shown only where it should be looked at, or on demand."""
        typed = field_text(self._record, field)
        if typed or everything or field in self._record.needs_review:
            shown = language_name(typed) or typed if field == "language" else typed
            self._value(field_name(field), field, shown, typed)

    def _value(self, name: str, field: str, shown: str, typed: str, doubtful: bool | None = None) -> None:
        doubtful = field in self._record.needs_review if doubtful is None else doubtful
        empty = self.tr("not found") if doubtful else "–"
        value = ValueLabel(shown or empty, typed, name, self)
        value.edited.connect(lambda text: self.edited.emit(field, text))
        self._values.setdefault(field, value)
        hints = [value.toolTip()]
        if doubtful:
            value.label.setProperty("chip", "warning")
            hints.insert(0, self.tr("Uncertain: please check"))
        elif field in self._record.provenance:
            hints.insert(0, source_sentence(self._record.provenance[field]))
        value.setToolTip("\n".join(hints))
        # A chip is as wide as its words, as far as they fit; a plain value takes the column and may break.
        fits = doubtful and value.label.fontMetrics().horizontalAdvance(shown or empty) < CHIP_MOST
        value.label.setWordWrap(not fits)
        at = self._label(name)
        self._grid.addWidget(value, at, 1, Qt.AlignmentFlag.AlignLeft if fits else Qt.AlignmentFlag(0))

    def _plain(self, name: str, value: str) -> None:
        self._grid.addWidget(QLabel(value, self), self._label(name), 1)

    def _label(self, name: str) -> int:
        """Begin a row; return its number."""
        label = QLabel(name, self)
        label.setProperty("role", "secondary")
        label.setFont(font(12))
        at = self._grid.rowCount()
        self._grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
        return at

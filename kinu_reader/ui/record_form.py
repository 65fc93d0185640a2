"""The record of a brief, field by field: where each was read on hover, a mark where in doubt, edited in place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from kinu_reader.model import Field, WrongValue
from kinu_reader.tasks.corrections import field_text
from kinu_reader.tasks.editing import authors_as_text, field_value
from kinu_reader.ui.arranging import hang
from kinu_reader.ui.authors_form import AuthorsForm
from kinu_reader.ui.query_text import with_field
from kinu_reader.ui.theme import font
from kinu_reader.ui.value_label import ValueLabel
from kinu_reader.ui.wording import error_sentence, field_name, language_name, source_sentence

if TYPE_CHECKING:
    from kinu_reader.model import ArchivedBrief, Record
    from kinu_reader.ui.relations import Chips

LABELS = 72  # px
CHIP_MOST = 140
LOWER = 2  # stands the name of a line whose widget is higher than a word
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
    search_asked = Signal(str)
    spellings_asked = Signal(str, str)  # of an author or a division (a Field), as printed

    def __init__(self, brief: ArchivedBrief, everything: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record: Record = brief.record
        self._values: dict[str, ValueLabel] = {}  # the first of each field
        self.setProperty("edge", "top")
        self._author_parts: list[QWidget] = []  # what gives way to the form of the authors
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, LABELS)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(4)
        column.addLayout(self._grid)
        self._fill(brief, everything)
        self.all_fields = QPushButton(self.tr("Fewer fields") if everything else self.tr("All fields"), self)
        self.all_fields.setProperty("link", True)
        column.addLayout(hang(self.all_fields))

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

    def add_line(self, name: str, chips: Chips) -> None:
        """Add a line that is not of the record."""
        self._label(name, lower=LOWER)
        self._grid.addLayout(hang(chips, chips.inset), self._grid.rowCount() - 1, 1)

    def _authors(self) -> None:
        """Add the authors, each with rank and division; editing any of these opens the form of all."""
        self._authors_at = self._grid.rowCount()
        typed = authors_as_text(self._record.authors)
        if not self._record.authors:
            self._value(field_name("authors"), "authors", "", "")
        for author in self._record.authors:
            line = self._value(field_name("authors"), "authors", author.name, typed)
            self._offer(line, Field.AUTHOR, author.name)
            if author.role:
                self._value(self.tr("Role"), "authors", author.role, typed, doubtful=False)
            if author.division:
                line = self._value(self.tr("Division"), "authors", author.division, typed, doubtful=False)
                self._offer(line, Field.DIVISION, author.division)

    def _offer(self, line: ValueLabel, field: Field, name: str) -> None:
        """Offer what a name leads to."""
        line.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        line.customContextMenuRequested.connect(partial(self._show_menu, line, field, name))

    def _show_menu(self, line: ValueLabel, field: Field, name: str, at: QPoint) -> None:
        menu = QMenu(line)
        shown = name.replace("&", "&&")
        search, spellings = partial(self.search_asked.emit, with_field("", field, name)), self.spellings_asked.emit
        menu.addAction(self.tr("All briefs of {}").format(shown), search)
        menu.addAction(self.tr("Other spellings…"), lambda: spellings(str(field), name))
        menu.addSeparator()
        menu.addAction(self.tr("Edit"), line.edit)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(line.mapToGlobal(at))

    def edit_authors(self) -> None:
        """Let the authors be edited, each in fields of its own."""
        form = AuthorsForm(self._record.authors, partial(refusal, "authors"), self)
        for part in self._author_parts:
            part.hide()
        self._grid.addWidget(form, self._authors_at, 0, 1, 2)

        def leave() -> None:
            form.deleteLater()
            for part in self._author_parts:
                part.show()

        def keep(text: str) -> None:
            leave()
            if text != authors_as_text(self._record.authors):
                self.edited.emit("authors", text)

        form.left.connect(leave)
        form.edited.connect(keep)
        form.begin()

    def _row(self, field: str, everything: bool) -> None:
        """Add a field; one that is not known is shown only where it should be looked at, or on demand."""
        typed = field_text(self._record, field)
        if typed or everything or field in self._record.needs_review:
            shown = language_name(typed) or typed if field == "language" else typed
            self._value(field_name(field), field, shown, typed)

    def _value(self, name: str, field: str, shown: str, typed: str, doubtful: bool | None = None) -> ValueLabel:
        doubtful = field in self._record.needs_review if doubtful is None else doubtful
        empty = self.tr("not found") if doubtful else "–"
        form = self.edit_authors if field == "authors" else None
        value = ValueLabel(shown or empty, typed, name, self, refusal=partial(refusal, field), form=form)
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
        label = self._label(name)
        if field == "authors":
            self._author_parts += [label, value]
        self._grid.addWidget(
            value, self._grid.rowCount() - 1, 1, Qt.AlignmentFlag.AlignLeft if fits else Qt.AlignmentFlag(0)
        )
        return value

    def _plain(self, name: str, value: str) -> None:
        self._label(name)
        self._grid.addWidget(QLabel(value, self), self._grid.rowCount() - 1, 1)

    def _label(self, name: str, lower: int = 0) -> QLabel:
        """Begin a row with its label."""
        label = QLabel(name, self)
        label.setProperty("role", "secondary")
        label.setFont(font(12))
        label.setContentsMargins(0, lower, 0, 0)
        self._grid.addWidget(label, self._grid.rowCount(), 0, Qt.AlignmentFlag.AlignTop)
        return label


def refusal(field: str, text: str) -> str:
    """Say why a text cannot be the value of a field; "" if it can."""
    try:
        field_value(field, text)
    except WrongValue as error:
        return error_sentence(error)
    return ""

"""The authors of a brief, each with rank and division, as fields of their own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kinu_reader.model import Author
from kinu_reader.tasks.editing import authors_as_text
from kinu_reader.ui.theme import font

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

LABELS = 72  # px


@dataclass(frozen=True)
class _Fields:
    """The fields of one author, and who that was before."""

    before: Author
    frame: QFrame
    name: QLineEdit
    role: QLineEdit
    division: QLineEdit


class AuthorsForm(QFrame):
    """Asks for the authors as one edit. Enter keeps what is typed, Escape does not; what is refused stays."""

    edited = Signal(str)  # as `authors_from` reads them
    left = Signal()

    def __init__(self, authors: Sequence[Author], refusal: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refusal = refusal
        self._authors: list[_Fields] = []
        self._reason = QLabel(self)
        self._reason.setProperty("role", "failure")
        self._reason.setWordWrap(True)
        self._reason.hide()
        self.add, self.keep, self.cancel = (QPushButton(words, self) for words in self._words())
        self.add.setProperty("link", True)
        self.keep.setProperty("primary", True)
        self.add.clicked.connect(lambda: self._add(Author("")).setFocus(Qt.FocusReason.OtherFocusReason))
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self.left)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.keep)
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addLayout(self._column)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._reason)
        column.addLayout(row)
        for author in authors or (Author(""),):
            self._add(author)

    def begin(self) -> None:
        """Let a person type the first name."""
        self._authors[0].name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._authors[0].name.selectAll()

    def names(self) -> list[QLineEdit]:
        """Return the fields of the names, in order."""
        return [fields.name for fields in self._authors]

    def _words(self) -> tuple[str, str, str]:
        return self.tr("Add an author"), self.tr("Keep"), self.tr("Cancel")

    def _add(self, author: Author) -> QLineEdit:
        """Add the fields of an author; return that of the name."""
        frame = QFrame(self)
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, LABELS)
        names = (self.tr("Name"), self.tr("Role"), self.tr("Division"))
        values = (author.name, author.role or "", author.division or "")
        made = []
        for row, (name, value) in enumerate(zip(names, values, strict=True)):
            label, field = QLabel(name, frame), QLineEdit(value, frame)
            label.setProperty("role", "secondary")
            label.setFont(font(12))
            field.setAccessibleName(f"{name} {len(self._authors) + 1}")
            field.setCursorPosition(0)
            field.returnPressed.connect(self._keep)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            made.append(field)
        fields = _Fields(author, frame, *made)
        remove = QPushButton(self.tr("Remove"), frame)
        remove.setProperty("link", True)
        remove.setAccessibleName(f"{remove.text()} {len(self._authors) + 1}")
        remove.clicked.connect(lambda: self._remove(fields))
        grid.addWidget(remove, len(names), 1, Qt.AlignmentFlag.AlignRight)
        self._authors.append(fields)
        self._column.addWidget(frame)
        return made[0]

    def _remove(self, fields: _Fields) -> None:
        self._authors.remove(fields)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        fields.frame.deleteLater()

    def _keep(self) -> None:
        text = authors_as_text(_author(fields) for fields in self._authors if fields.name.text().strip())
        reason = self._refusal(text)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        if not reason:
            self.edited.emit(text)

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _author(fields: _Fields) -> Author:
    """Return an author as typed. A body stays one while its name stays; any other name is a person's, unless braced."""
    name = " ".join(fields.name.text().split())
    role, division = (" ".join(field.text().split()) or None for field in (fields.role, fields.division))
    family = fields.before.family if name == fields.before.name else name
    return replace(fields.before, name=name, family=family, role=role, division=division)

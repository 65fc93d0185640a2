"""A name asked for: of a tag, or of a collection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout

from kinu_reader.ui.arranging import make_primary
from kinu_reader.ui.theme import scaled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

WIDTH = 320


class NameDialog(QDialog):
    """A field that offers the names there are."""

    named = Signal(str)

    def __init__(self, title: str, what: str, known: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setFixedWidth(scaled(WIDTH))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(what)
        self.field.setAccessibleName(what)
        completer = QCompleter(list(known), self.field)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.field.setCompleter(completer)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        make_primary(buttons.button(QDialogButtonBox.StandardButton.Ok))
        buttons.accepted.connect(self._name)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.field)
        column.addWidget(buttons)

    def _name(self) -> None:
        name = " ".join(self.field.text().split())
        self.accept()
        if name:
            self.named.emit(name)

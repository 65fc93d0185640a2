"""Every action with its key, each of which can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kinu_reader.ui.actions import KEYS
from kinu_reader.ui.arranging import BAR, BAR_MARGIN, MARGIN, give_room
from kinu_reader.ui.command_words import also, title
from kinu_reader.ui.theme import scaled

if TYPE_CHECKING:
    from kinu_reader.ui.actions import Actions

FIELD = 160  # px
DELETED = "Backspace"  # pressed for no key
NONE = "–"


class KeysDialog(QDialog):
    """A line for each action; a key that another action had is taken from it."""

    def __init__(self, commands: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._commands = commands
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        give_room(self, QSize(520, 560))
        self.fields: dict[str, QKeySequenceEdit] = {}
        self._labels: dict[str, QLabel] = {}
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Find a command"))
        self.search.setAccessibleName(self.tr("Find a command"))
        self.search.textChanged.connect(self._narrow)
        hint = QLabel(self.tr("Click a key and press another; Backspace takes it away."), self)
        hint.setProperty("role", "secondary")
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        restore = buttons.addButton(self.tr("As delivered"), QDialogButtonBox.ButtonRole.ResetRole)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        restore.clicked.connect(self._restore)
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 16, BAR_MARGIN, 16)
        column.setSpacing(12)
        lines = self._lines()
        for part in (self.search, lines, hint, buttons):
            inset = QHBoxLayout()
            inset.setContentsMargins(0, 0, 0 if part is lines else MARGIN - BAR_MARGIN, 0)
            inset.addWidget(part)
            column.addLayout(inset)

    def _lines(self) -> QScrollArea:
        lines = QWidget(self)
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, MARGIN - BAR_MARGIN - BAR, 0)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for row, name in enumerate(KEYS):
            label, field = QLabel(title(name), lines), QKeySequenceEdit(lines)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            field.setMaximumSequenceLength(1)
            field.setFixedWidth(scaled(FIELD))
            for part in (field, *field.findChildren(QLineEdit)):  # the field in it is what has the focus
                part.setAccessibleName(title(name))
            _show_key(field, self._commands.key(name))
            field.editingFinished.connect(lambda name=name: self._change(name))
            self.fields[name], self._labels[name] = field, label
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(lines)
        return area

    def _change(self, name: str) -> None:
        key = self.fields[name].keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if key != self._commands.key(name):
            self._commands.change_key(name, "" if key == DELETED else key)
        self._show()

    def _restore(self) -> None:
        self._commands.restore_keys()
        self._show()

    def _show(self) -> None:
        for name, field in self.fields.items():
            _show_key(field, self._commands.key(name))

    def _narrow(self, text: str) -> None:
        """Show the actions whose name, or other words for it, or key is looked for."""
        for name, label in self._labels.items():
            fits = text.casefold() in f"{label.text()} {also(name)} {self._commands.key(name)}".casefold()
            label.setVisible(fits)
            self.fields[name].setVisible(fits)


def _show_key(field: QKeySequenceEdit, key: str) -> None:
    """Show a key, or a dash: Qt asks for one in every empty field, and does so again after each edit."""
    field.setKeySequence(QKeySequence(key))
    for line in field.findChildren(QLineEdit):
        line.setPlaceholderText(NONE)

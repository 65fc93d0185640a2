"""A passage with words left out, before it is copied with its citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout

from kinu_reader.ui.arranging import give_room
from kinu_reader.ui.citing.cited_label import CitedLabel
from kinu_reader.ui.clipboard import copy_rich
from kinu_reader.ui.utf16 import characters, units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kinu_reader.cite import Rich
    from kinu_reader.model import Range
    from kinu_reader.ui.theme import Theme

SIZE = QSize(560, 460)  # px


class QuoteDialog(QDialog):
    """Words are selected and left out; what will be copied stands below."""

    omitted = Signal(list)  # ranges of the passage
    copied = Signal()

    def __init__(self, passage: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._passage, self._theme = passage, theme
        self._omit: list[Range] = []
        self._rich: Rich | None = None
        self._open = True
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Copy with words left out"))
        give_room(self, SIZE)
        self.text, self.quote = QTextEdit(self), CitedLabel(self)
        self.leave_out, self.restore = QPushButton(self.tr("Leave out"), self), QPushButton(self.tr("Restore"), self)
        self.text.setPlainText(passage)
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setAccessibleName(self.tr("Passage"))
        self._arrange()
        self.text.selectionChanged.connect(lambda: self.leave_out.setEnabled(self.text.textCursor().hasSelection()))
        self.leave_out.clicked.connect(self.strike)
        self.restore.clicked.connect(lambda: self._leave_out([]))
        self.finished.connect(self._on_finished)
        self.leave_out.setEnabled(False)
        self.restore.setEnabled(False)

    def show_quote(self, rich: Rich, omit: Sequence[Range]) -> None:
        """Show what will be copied, unless other words are left out by now, or it is closed and gone."""
        if self._open and list(omit) == self._omit:
            self._rich = rich
            self.quote.show_rich(rich)

    def strike(self) -> None:
        """Leave out the words selected."""
        cursor = self.text.textCursor()
        if cursor.hasSelection():
            start, end = (characters(self._passage, at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
            cursor.clearSelection()
            self.text.setTextCursor(cursor)
            self._leave_out([*self._omit, (start, end)])

    def _leave_out(self, omit: list[Range]) -> None:
        self._omit = _joined(omit)
        struck = []
        for start, end in self._omit:
            selection = QTextEdit.ExtraSelection()
            selection.format = _struck(self._theme.tokens.secondary)
            selection.cursor = QTextCursor(self.text.document())
            selection.cursor.setPosition(units(self._passage[:start]))
            selection.cursor.setPosition(units(self._passage[:end]), QTextCursor.MoveMode.KeepAnchor)
            struck.append(selection)
        self.text.setExtraSelections(struck)
        self.restore.setEnabled(bool(self._omit))
        self.omitted.emit(self._omit)

    def _on_finished(self) -> None:
        self._open = False

    def _copy(self) -> None:
        if self._rich is not None:
            copy_rich(self._rich)
            self.copied.emit()
        self.accept()

    def _arrange(self) -> None:
        hint = QLabel(self.tr("Select words and press Delete: they give way to an ellipsis."), self)
        hint.setProperty("role", "secondary")
        hint.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.leave_out)
        row.addWidget(self.restore)
        row.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        copy = QPushButton(self.tr("Copy"), self)
        copy.setProperty("primary", True)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._copy)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        column.addWidget(hint)
        column.addWidget(self.text, 1)
        column.addLayout(row)
        column.addWidget(self.quote)
        column.addWidget(buttons)


def _struck(ink: str) -> QTextCharFormat:
    struck = QTextCharFormat()
    struck.setFontStrikeOut(True)
    struck.setForeground(QColor(ink))
    return struck


def _joined(ranges: list[Range]) -> list[Range]:
    """Return ranges in order, those that meet in one."""
    joined: list[Range] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined

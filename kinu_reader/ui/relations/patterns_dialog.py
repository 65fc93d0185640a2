"""What a person said of whole series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from kinu_reader.ui.arranging import give_room
from kinu_reader.ui.wording import field_name, language_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kinu_reader.model import Pattern

SIZE = QSize(560, 340)


class PatternsDialog(QDialog):
    """The patterns; those that are dropped are followed no longer."""

    dropped = Signal(str)  # name

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Patterns of series"))
        give_room(self, SIZE)
        self._help, self.list, self.drop_button = QLabel(self), QListWidget(self), QPushButton(self)
        self._help.setWordWrap(True)
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.setProperty("paragraphs", True)
        self.list.setAccessibleName(self.windowTitle())
        self.drop_button.setText(self.tr("Follow it no longer"))
        self.drop_button.setAutoDefault(False)
        self.drop_button.clicked.connect(self._drop)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.drop_button)
        row.addStretch(1)
        row.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._help)
        column.addWidget(self.list)
        column.addLayout(row)
        self.list.currentItemChanged.connect(lambda item: self.drop_button.setEnabled(item is not None))
        self.show_patterns(())

    def show_patterns(self, patterns: Sequence[Pattern]) -> None:
        """List patterns."""
        self.list.clear()
        for pattern in patterns:
            given = "\n".join(f"{field_name(name)}: {_value(name, text)}" for name, text in pattern.given.items())
            item = QListWidgetItem(f"{' = '.join(pattern.series)}\n{given}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, pattern.name)
        self.list.setCurrentRow(0 if patterns else -1)
        self.list.setVisible(bool(patterns))
        self.drop_button.setVisible(bool(patterns))
        self._help.setText(
            self.tr("So much is said of all briefs of a series, also of those to come. What was changed stays changed.")
            if patterns
            else self.tr("There is none yet. Correct a brief, and set it as the pattern for its series.")
        )

    def _drop(self) -> None:
        if (item := self.list.currentItem()) is not None:
            self.dropped.emit(item.data(Qt.ItemDataRole.UserRole))


def _value(field: str, text: str) -> str:
    return language_name(text) or text if field == "language" else text

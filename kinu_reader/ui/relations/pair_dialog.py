"""Which brief is the other edition of this one?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout

from kinu_reader.ui.brief_field import BriefField, unknown_said
from kinu_reader.ui.relations.wording import evidence_said
from kinu_reader.ui.theme import scaled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kinu_reader.tasks.editions import Proposal

WIDTH = 460


class PairDialog(QDialog):
    """A field for the brief, what speaks for it, and the word that they are one."""

    weighed = Signal(int)  # a brief: what speaks for it?
    paired = Signal(int)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Pair editions"))
        self.setFixedWidth(scaled(WIDTH))
        self._brief = 0
        asked, self.field, self.reasons = QLabel(self), BriefField(self), QLabel(self)
        asked.setText(self.tr("Which brief is the other edition of “{}”?").format(title))
        for label in (asked, self.reasons):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.reasons.setProperty("role", "secondary")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.pair_button = QPushButton(self.tr("They are editions of one"), self)
        self.pair_button.setProperty("primary", True)
        self.pair_button.setAutoDefault(False)
        self.pair_button.setEnabled(False)
        buttons.addButton(self.pair_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._pair)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for part in (asked, self.field, self.reasons, buttons):
            column.addWidget(part)
        self.field.chosen.connect(self._weigh)
        self.field.unknown.connect(self._on_unknown)
        self.field.textEdited.connect(lambda _: self._forget())

    def show_evidence(self, proposal: Proposal | None) -> None:
        """Say what speaks for the brief chosen."""
        said = [evidence_said(reason) for reason in proposal.reasons] if proposal else []
        self.reasons.setText("\n".join(said) or self.tr("Nothing in the two records or texts speaks for it."))
        self.pair_button.setEnabled(bool(self._brief))

    def _weigh(self, brief: int) -> None:
        self._brief = brief
        self.weighed.emit(brief)

    def _on_unknown(self, named: int) -> None:
        self._forget()
        self.reasons.setText(unknown_said(named))

    def _forget(self) -> None:
        self._brief = 0
        self.reasons.clear()
        self.pair_button.setEnabled(False)

    def _pair(self) -> None:
        brief = self._brief
        self.accept()
        self.paired.emit(brief)

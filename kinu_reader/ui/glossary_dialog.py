"""The person's own lines of the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout

from kinu_reader.tasks.understanding import keep_own_terms, own_terms
from kinu_reader.ui.arranging import give_room, make_primary

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


EXAMPLE = "접경지역 ⇥ border region ⇥ border area; frontier region"


class GlossaryDialog(QDialog):
    """Edits the terms that are added to the program's own; they hold from the next search on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("My glossary"))
        give_room(self, QSize(560, 420))
        help = QLabel(
            self.tr(
                "One term in a line: Korean, a tab, English, a tab, other words divided by semicolons. "
                "A line that begins with a minus takes a term of the program's own away."
            ),
            self,
        )
        help.setWordWrap(True)
        self.terms = QPlainTextEdit(own_terms(), self)
        self.terms.setPlaceholderText(EXAMPLE)
        self.terms.setAccessibleName(self.tr("My glossary"))
        self._problem = QLabel(self)
        self._problem.setProperty("role", "failure")
        self._problem.setWordWrap(True)
        self._problem.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self)
        make_primary(buttons.button(QDialogButtonBox.StandardButton.Save))
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for part in (help, self.terms, self._problem, buttons):
            column.addWidget(part)

    def _keep(self) -> None:
        try:
            keep_own_terms(self.terms.toPlainText())
        except OSError as error:
            self._problem.setText(self.tr("The glossary cannot be written: {}").format(error.strerror))
            self._problem.show()
        else:
            self.accept()

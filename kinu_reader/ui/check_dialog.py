"""What a check found, and the offer to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout

from kinu_reader.model import ProblemKind
from kinu_reader.ui.arranging import give_room
from kinu_reader.ui.theme import font
from kinu_reader.ui.wording import problem_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kinu_reader.model import Problem

BEYOND_REPAIR = (ProblemKind.CATALOGUE, ProblemKind.MISSING_FILE)


class CheckDialog(QDialog):
    """Lists problems; without any it says so."""

    repair_asked = Signal()

    def __init__(self, problems: Sequence[Problem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Check the archive"))
        stays = [problem for problem in problems if not problem.repaired]
        title = QLabel(self)
        title.setFont(font(15, semibold=True))
        title.setText(self.tr("%n problem(s) found", "", len(stays)) if stays else self.tr("The archive is sound"))
        self.sentences = [problem_sentence(problem) for problem in problems]
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(title)
        if problems:
            give_room(self, QSize(620, 360))
            column.addWidget(self._list())
        else:
            give_room(self, QSize(420, 120))
            every = QLabel(self.tr("Catalogue, original files, texts and index are as they should be."), self)
            every.setWordWrap(True)
            column.addWidget(every)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        if any(problem.kind not in BEYOND_REPAIR and not problem.detail for problem in stays):
            self.repair = buttons.addButton(self.tr("Repair"), QDialogButtonBox.ButtonRole.AcceptRole)
            self.repair.setToolTip(self.tr("Mends what can be mended without losing anything"))
            buttons.accepted.connect(self._ask)
        column.addWidget(buttons)

    def _list(self) -> QListWidget:
        listed = QListWidget(self)
        listed.setWordWrap(True)
        listed.setSpacing(4)
        listed.setProperty("paragraphs", True)
        listed.setFrameShape(QListWidget.Shape.NoFrame)
        listed.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        listed.setAccessibleName(self.tr("Problems"))
        listed.addItems(self.sentences)
        return listed

    def _ask(self) -> None:
        self.accept()
        self.repair_asked.emit()

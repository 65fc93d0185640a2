"""What records would say otherwise, field by field: chosen and applied."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from kinu_reader.model import USER
from kinu_reader.ui.arranging import give_room
from kinu_reader.ui.relations.wording import brief_line, stated_text
from kinu_reader.ui.theme import font, scaled
from kinu_reader.ui.wording import field_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from kinu_reader.model import ArchivedBrief, Difference

DATA = Qt.ItemDataRole.UserRole  # of a line its Difference
ON = Qt.CheckState.Checked
FIELDS, ROW, SIZE = 260, 28, QSize(920, 560)  # px


class DifferencesDialog(QDialog):
    """A tree of briefs, each with the fields that would change."""

    applied = Signal(object)  # the differences wanted

    def __init__(
        self,
        title: str,
        summary: str,
        differences: Sequence[Difference],
        briefs: Mapping[int, ArchivedBrief],
        parent: QWidget | None = None,
        *,
        whole: bool = False,
    ) -> None:
        """Show differences; what goes only as a `whole` has no boxes to tick."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        give_room(self, SIZE)
        self._whole = whole
        said = QLabel(summary, self)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels([self.tr("Brief and field"), self.tr("Now"), self.tr("Then")])
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(title)
        for column in (0, 1):
            self.tree.setColumnWidth(column, FIELDS)
        for id, listed in groupby(differences, key=lambda difference: difference.brief):
            if id in briefs:
                self._show(briefs[id], list(listed))
        self.apply_button = QPushButton(self)
        column_of = QVBoxLayout(self)
        column_of.setContentsMargins(16, 16, 16, 16)
        column_of.setSpacing(12)
        for part in (said, self.tree, self._buttons()):
            column_of.addWidget(part)
        self.tree.itemChanged.connect(lambda _: self._count())
        self._count()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.apply_button.setProperty("primary", True)
        buttons.addButton(self.apply_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._apply)
        buttons.rejected.connect(self.reject)
        return buttons

    def chosen(self) -> list[Difference]:
        """Return what is ticked, or all of it."""
        lines = [line for brief in _children(self.tree.invisibleRootItem()) for line in _children(brief)]
        return [line.data(0, DATA) for line in lines if self._whole or line.checkState(0) is ON]

    def _show(self, brief: ArchivedBrief, differences: Sequence[Difference]) -> None:
        item = QTreeWidgetItem(self.tree, [brief_line(brief)])
        item.setSizeHint(0, QSize(0, scaled(ROW)))
        item.setFont(0, font(13, semibold=True))
        item.setToolTip(0, item.text(0))
        if not self._whole:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
        for one in differences:
            values = [stated_text(one.field, said) for said in (one.before, one.after)]
            line = QTreeWidgetItem(item, [field_name(one.field), *values])
            line.setSizeHint(0, QSize(0, scaled(ROW)))
            line.setData(0, DATA, one)
            if not self._whole:
                line.setCheckState(0, Qt.CheckState.Unchecked if one.before.source == USER else ON)
            for column in (1, 2):
                line.setToolTip(column, line.text(column))
        item.setFirstColumnSpanned(True)
        item.setExpanded(True)

    def _count(self) -> None:
        count = len({difference.brief for difference in self.chosen()})
        change = self.tr("Change %n brief(s)", "", count)
        self.apply_button.setText(change if count or not self._whole else self.tr("Set the pattern"))
        self.apply_button.setEnabled(bool(count) or self._whole)

    def _apply(self) -> None:
        chosen = self.chosen()
        self.accept()
        self.applied.emit(chosen)


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [child for at in range(item.childCount()) if (child := item.child(at)) is not None]

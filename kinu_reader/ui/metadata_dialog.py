"""Metadata from a file beside what the briefs say: looked at, chosen, applied."""

from __future__ import annotations

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

from kinu_reader.tasks.interchange import settle
from kinu_reader.ui.arranging import give_room
from kinu_reader.ui.theme import font, scaled
from kinu_reader.ui.wording import field_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kinu_reader.cite import Foreign, ForeignRecord
    from kinu_reader.model import ArchivedBrief
    from kinu_reader.tasks.interchange import ForeignValue, Match

DATA = Qt.ItemDataRole.UserRole  # of a value its ForeignValue, of a candidate its ArchivedBrief, of a row its Match
ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
FIELDS, ROW, SIZE = 260, 28, QSize(920, 560)  # px


class MetadataDialog(QDialog):
    """A tree of briefs, each with the values that would change; what a person had typed is left unless ticked."""

    applied = Signal(object)  # the fields chosen, by brief: Qt takes no dict with numbers as keys

    def __init__(self, foreign: Foreign, matches: Sequence[Match], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Metadata from a file"))
        give_room(self, SIZE)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels([self.tr("Brief and field"), self.tr("Now"), self.tr("In the file")])
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.tree.setUniformRowHeights(True)
        self.tree.setColumnWidth(0, FIELDS)
        self.tree.setColumnWidth(1, FIELDS)
        self.tree.setAccessibleName(self.windowTitle())
        self._fill(matches)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.apply_button = QPushButton(self)
        self.apply_button.setProperty("primary", True)
        buttons.addButton(self.apply_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._apply)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._summary(foreign, matches))
        column.addWidget(self.tree)
        column.addWidget(buttons)
        self.tree.itemChanged.connect(self._on_changed)
        self._count()

    def chosen(self) -> dict[int, dict[str, str]]:
        """Return the values that are ticked, by brief and field."""
        found: dict[int, dict[str, str]] = {}
        for item in _children(self.tree.invisibleRootItem()):
            match: Match | None = item.data(0, DATA)
            if match is None or match.brief is None:
                continue
            ticked = [value.data(0, DATA) for value in _children(item) if value.checkState(0) is ON]
            if ticked:
                found[match.brief.id] = {value.field: value.after for value in ticked}
        return found

    # -- making

    def _summary(self, foreign: Foreign, matches: Sequence[Match]) -> QLabel:
        """Say how much of the file is understood."""
        agree = sum(bool(match.brief) and not match.differences and not match.refused for match in matches)
        parts = [self.tr("%n record(s) in the file.", "", len(matches))]
        if agree:
            parts.append(self.tr("%n of them say nothing new.", "", agree))
        if foreign.unknown:
            parts.append(self.tr("Columns without a meaning here: {}.").format(", ".join(foreign.unknown)))
        if foreign.spoilt:
            parts.append(self.tr("Lines that cannot be read: {}.").format(", ".join(map(str, foreign.spoilt))))
        label = QLabel(" ".join(parts), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _fill(self, matches: Sequence[Match]) -> None:
        for match in matches:
            if match.brief is not None and (match.differences or match.refused):
                self._show(_row(self.tree), match, match.brief)
        for match in matches:
            if match.candidates:
                self._ask(_row(self.tree), match)
        lost = [match.record for match in matches if match.brief is None and not match.candidates]
        if lost:
            group = _heading(self.tree, self.tr("%n record(s) of no brief here", "", len(lost)))
            for record in lost:
                _row(group, self._line(record), "", record.fields.get("title", ""))

    def _show(self, item: QTreeWidgetItem, match: Match, brief: ArchivedBrief) -> None:
        """Show a brief with what would change in it."""
        item.takeChildren()
        record = brief.record
        item.setText(0, " · ".join(filter(None, (record.code, record.title or brief.file))))
        item.setToolTip(0, item.text(0))
        item.setData(0, DATA, match)
        item.setFont(0, font(13, semibold=True))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
        for value in match.differences:
            self._show_value(item, value)
        for name, text in match.refused:
            row = _row(item, field_name(name), self.tr("cannot be a value of this field"), text)
            row.setDisabled(True)
        item.setFirstColumnSpanned(True)
        item.setExpanded(True)

    def _show_value(self, brief: QTreeWidgetItem, value: ForeignValue) -> None:
        name = field_name(value.field)
        row = _row(brief, name, value.before or "–", value.after)
        row.setData(0, DATA, value)
        row.setCheckState(0, OFF if value.typed else ON)
        if value.typed:
            row.setText(0, self.tr("{} (entered by you)").format(name))
        for column in (1, 2):
            row.setToolTip(column, row.text(column))

    def _ask(self, item: QTreeWidgetItem, match: Match) -> None:
        """Ask which brief a record is of."""
        title = match.record.fields.get("title") or match.record.fields.get("code", "")
        item.setText(0, self.tr("{}: which brief is it? {}").format(self._line(match.record), title))
        item.setData(0, DATA, match)
        item.setFont(0, font(13, semibold=True))
        item.setFirstColumnSpanned(True)
        for brief in match.candidates:
            record = brief.record
            row = _row(item, record.code or brief.file, record.title or "", record.language or "")
            row.setData(0, DATA, brief)
            row.setCheckState(0, OFF)
        item.setExpanded(True)

    def _line(self, record: ForeignRecord) -> str:
        return self.tr("Line {}").format(record.line)

    # -- choosing

    def _on_changed(self, item: QTreeWidgetItem) -> None:
        parent: QTreeWidgetItem | None = item.parent()
        match: Match | None = parent.data(0, DATA) if parent is not None else None
        if parent is not None and match is not None and match.brief is None and item.checkState(0) is ON:
            brief = item.data(0, DATA)
            self.tree.blockSignals(True)
            self._show(parent, settle(match, brief), brief)
            self.tree.blockSignals(False)
        self._count()

    def _count(self) -> None:
        count = len(self.chosen())
        self.apply_button.setText(self.tr("Change %n brief(s)", "", count))
        self.apply_button.setEnabled(bool(count))

    def _apply(self) -> None:
        chosen = self.chosen()
        self.accept()
        self.applied.emit(chosen)


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [child for at in range(item.childCount()) if (child := item.child(at)) is not None]


def _row(parent: QTreeWidget | QTreeWidgetItem, *texts: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem(parent, list(texts))
    item.setSizeHint(0, QSize(0, scaled(ROW)))
    return item


def _heading(tree: QTreeWidget, text: str) -> QTreeWidgetItem:
    item = _row(tree, text)
    item.setFont(0, font(13, semibold=True))
    item.setFirstColumnSpanned(True)
    return item

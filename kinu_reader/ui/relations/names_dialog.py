"""Authors and divisions under several printed names: what probably belongs together, and what was merged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QVBoxLayout, QWidget

from kinu_reader.model import Field
from kinu_reader.ui.arranging import name_choice
from kinu_reader.ui.relations.deciding import DecisionDialog, heading
from kinu_reader.ui.relations.wording import name_reason

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kinu_reader.tasks.authority import Reason, Suggestion


@dataclass(frozen=True)
class Names:
    """Names that are one, or probably one."""

    names: tuple[str, ...]  # as printed
    reasons: tuple[Reason, ...] = ()
    merged: bool = False


class NamesDialog(DecisionDialog[Names]):
    """Suggestions first, then what was merged."""

    field_chosen = Signal(str)  # a Field
    merged = Signal(object)  # names
    refused = Signal(object)
    parted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Authors and divisions"), parent)
        self._printed: Mapping[str, int] = {}
        self._lone = ""
        self.boxes: list[QCheckBox] = []
        self.fields = QComboBox(self)
        name_choice(self.fields, self.tr("Authors or divisions"))
        self.fields.addItem(self.tr("Authors"), str(Field.AUTHOR))
        self.fields.addItem(self.tr("Divisions"), str(Field.DIVISION))
        self.fields.activated.connect(lambda at: self.field_chosen.emit(self.fields.itemData(at)))
        self.head.addWidget(self.fields, 0, Qt.AlignmentFlag.AlignTop)
        self.part_button = self.add_button(self.tr("Part again"), lambda: self.parted.emit(self._ticked()))
        self.refuse_button = self.add_button(self.tr("Not the same"), lambda: self.refused.emit(self._ticked()))
        self.merge_button = self.add_button(self.tr("Merge"), lambda: self.merged.emit(self._ticked()), primary=True)
        self.summary.setText(
            self.tr("What is merged is found and counted as one; every record goes on saying what is printed.")
        )

    def show_names(
        self,
        field: Field,
        suggestions: Sequence[Suggestion],
        groups: Sequence[tuple[str, ...]],
        printed: Mapping[str, int],
        name: str = "",
    ) -> None:
        """Show what belongs together; only what has to do with a name, if one is given."""
        self.fields.setCurrentIndex(self.fields.findData(str(field)))
        self._printed, self._lone = printed, name
        found = [Names(one.names, one.reasons) for one in suggestions]
        found += [Names(names, merged=True) for names in groups]
        self.fill([one for one in found if not name or name in one.names])

    # -- what an entry is

    def line(self, entry: Names) -> str:
        names = " = ".join(entry.names)
        return self.tr("✓ merged: {}").format(names) if entry.merged else names

    def nothing(self) -> str:
        if self._lone:
            return self.tr("No other spelling of “{}” is known here.").format(self._lone)
        return self.tr("No names seem to belong together.")

    def show_choices(self, entry: Names | None) -> None:
        if entry is None:
            self.boxes = []
        self.part_button.setVisible(entry is not None and entry.merged)
        for button in (self.refuse_button, self.merge_button):
            button.setVisible(entry is not None and not entry.merged)
        self._count()

    def pane(self, entry: Names) -> QWidget:
        widget = QWidget()
        widget.setProperty("ground", "panel")
        widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(widget)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        self.boxes = []
        for name in entry.names:
            briefs = self.tr("%n brief(s)", "", self._printed.get(name, 0))
            box = QCheckBox(f"{name}  ({briefs})".replace("&", "&&"), widget)
            box.setProperty("name", name)
            box.setChecked(True)
            box.toggled.connect(self._count)
            self.boxes.append(box)
            column.addWidget(box)
        if entry.reasons:
            column.addSpacing(8)
            column.addWidget(heading(self.tr("Why they may be one")))
            for reason in entry.reasons:
                column.addWidget(QLabel(name_reason(reason)))
        column.addStretch(1)
        return widget

    # -- deciding

    def _ticked(self) -> list[str]:
        return [box.property("name") for box in self.boxes if box.isChecked()]

    def _count(self) -> None:
        count = len(self._ticked())
        self.part_button.setEnabled(count > 0)
        for button in (self.refuse_button, self.merge_button):
            button.setEnabled(count > 1)

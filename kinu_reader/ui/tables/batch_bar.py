"""The bar that corrects all briefs chosen at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QPushButton

from kinu_reader.tasks.editing import FIELDS
from kinu_reader.ui.arranging import name_choice
from kinu_reader.ui.wording import field_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SET, REPLACE, APPEND, TAG, COLLECT = "set", "replace", "append", "tag", "collect"


class BatchBar(QFrame):
    """Field, what to do with it, and the words to do it with."""

    set_asked = Signal(str, str)  # field, value
    replace_asked = Signal(str, str, str)  # field, what, by what
    append_asked = Signal(str, str)  # field, what
    tag_asked = Signal(str)
    collect_asked = Signal(str)  # into the collection of this name

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("edge", "top")
        self.setProperty("ground", "window")
        self.how, self.field, self.apply = QComboBox(self), QComboBox(self), QPushButton(self)
        self.old, self.new = QLineEdit(self), QLineEdit(self)
        self._count = 0
        for how in (SET, REPLACE, APPEND, TAG, COLLECT):
            self.how.addItem("", how)
        for field in FIELDS:
            self.field.addItem("", field)
        self.field.setCurrentIndex(self.field.findData("series"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        for widget in (self.how, self.field, self.old, self.new, self.apply):
            row.addWidget(widget, 1 if isinstance(widget, QLineEdit) else 0)
        self.how.currentIndexChanged.connect(self._write)
        self.new.returnPressed.connect(self._apply)
        self.apply.clicked.connect(self._apply)
        self._translate()

    def show_count(self, count: int) -> None:
        """Show how many briefs are chosen; without any there is nothing to correct."""
        self._count = count
        self.setVisible(count > 0)
        self._write()

    def _apply(self) -> None:
        field: str = self.field.currentData()
        match self.how.currentData():
            case "replace":
                if self.old.text():
                    self.replace_asked.emit(field, self.old.text(), self.new.text())
            case "append":
                if self.new.text().strip():
                    self.append_asked.emit(field, self.new.text())
            case "tag":
                if self.new.text().strip():
                    self.tag_asked.emit(self.new.text().strip())
            case "collect":
                if self.new.text().strip():
                    self.collect_asked.emit(self.new.text().strip())
            case _:
                self.set_asked.emit(field, self.new.text())

    def _translate(self) -> None:
        said = {
            SET: self.tr("Set"),
            REPLACE: self.tr("Replace in"),
            APPEND: self.tr("Append to"),
            TAG: self.tr("Add tag"),
            COLLECT: self.tr("Put into"),
        }
        for at in range(self.how.count()):
            self.how.setItemText(at, said[self.how.itemData(at)])
        for at in range(self.field.count()):
            self.field.setItemText(at, field_name(self.field.itemData(at)))
        name_choice(self.how, self.tr("What to do"))
        name_choice(self.field, self.tr("Field"))
        self.old.setPlaceholderText(self.tr("these words"))
        self.old.setAccessibleName(self.tr("Words to replace"))
        self._write()

    def _write(self) -> None:
        how = self.how.currentData()
        self.field.setVisible(how not in (TAG, COLLECT))
        self.old.setVisible(how == REPLACE)
        hints = {
            SET: self.tr("value; empty clears"),
            REPLACE: self.tr("by these"),
            TAG: self.tr("tag"),
            COLLECT: self.tr("collection"),
        }
        self.new.setPlaceholderText(hints.get(how, self.tr("words")))
        self.new.setAccessibleName(self.new.placeholderText())
        self.apply.setText(self.tr("Apply to %n brief(s)", "", self._count))

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

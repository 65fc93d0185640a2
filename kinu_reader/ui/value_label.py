"""A value that is edited in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QStackedLayout, QWidget

from kinu_reader.ui.typesetting import keep_words

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

STARTING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space)


class ValueLabel(QWidget):
    """Shows a text; a double click, Enter or F2 makes it a field, Enter keeps what is typed there, Escape does not."""

    edited = Signal(str)

    def __init__(self, shown: str, typed: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = typed
        self.label = QLabel(keep_words(shown)[0], self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)  # what a PDF says is never markup
        self.label.setWordWrap(True)
        self._layout = QStackedLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.label)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{name}: {shown}")
        self.setToolTip(self.tr("Double-click to edit"))
        self._name = name
        self._field: QLineEdit | None = None

    def edit(self) -> None:
        """Make it a field."""
        if self._field is not None:
            return
        self._field = LeavingField(self._typed, self)
        self._field.setAccessibleName(self._name)
        self._field.returnPressed.connect(self._keep)
        self._field.left.connect(self._leave)
        self._layout.addWidget(self._field)
        self._layout.setCurrentWidget(self._field)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.end(False)
        self._field.home(True)  # all selected, and the beginning in view

    def _keep(self) -> None:
        text = self._field.text().strip() if self._field else self._typed
        self._leave()
        if text != self._typed:
            self.edited.emit(text)

    def _leave(self) -> None:
        field, self._field = self._field, None
        if field is not None:
            self._layout.setCurrentWidget(self.label)
            self._layout.removeWidget(field)
            field.deleteLater()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- Qt

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.edit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in STARTING_KEYS:
            self.edit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.label.setProperty("focused", True)
        self.label.style().polish(self.label)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.label.setProperty("focused", False)
        self.label.style().polish(self.label)
        super().focusOutEvent(event)


class LeavingField(QLineEdit):
    """A line edit that says when it is left without Enter."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

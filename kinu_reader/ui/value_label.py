"""A value that is edited in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from kinu_reader.ui.typesetting import keep_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

STARTING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)  # those of a button


class ValueLabel(QWidget):
    """Shows a text; a double click or Enter makes it a field, Enter keeps what is typed there, Escape does not.

    What is refused stays in the field, with the reason beneath.
    """

    edited = Signal(str)

    def __init__(
        self,
        shown: str,
        typed: str,
        name: str,
        parent: QWidget | None = None,
        *,
        refusal: Callable[[str], str] = lambda text: "",
        form: Callable[[], None] | None = None,
    ) -> None:
        """Show a value; `refusal` says why a text cannot be one, and a `form` is opened in place of the field."""
        super().__init__(parent)
        self._typed, self._refusal, self._form = typed, refusal, form
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
        self._editor: _Editor | None = None

    def edit(self) -> None:
        """Make it a field, or open its form."""
        if self._form is not None:
            self._form()
        elif self._editor is None:
            self._editor = _Editor(self._typed, self._name, self)
            self._editor.field.returnPressed.connect(self._keep)
            self._editor.left.connect(self._leave)
            self._layout.addWidget(self._editor)
            self._layout.setCurrentWidget(self._editor)
            self._editor.begin()

    def _keep(self) -> None:
        if self._editor is None:
            return
        text = self._editor.field.text().strip()
        reason = self._refusal(text) if text != self._typed else ""
        if reason:
            self._editor.refuse(reason)
            return
        self._leave()
        if text != self._typed:
            self.edited.emit(text)

    def _leave(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            self._layout.setCurrentWidget(self.label)
            self._layout.removeWidget(editor)
            editor.setParent(None)
            editor.deleteLater()
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


class _Editor(QWidget):
    """A field, and beneath it why what it holds was refused."""

    left = Signal()  # without Enter

    def __init__(self, typed: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.field, self._reason = QLineEdit(typed, self), QLabel(self)
        self.field.setAccessibleName(name)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(lambda _: self._reason.hide())
        self._reason.setProperty("role", "failure")
        self._reason.setWordWrap(True)
        self._reason.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self._reason)

    def begin(self) -> None:
        """Let a person type: all is selected, and the beginning in view."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.end(False)
        self.field.home(True)

    def refuse(self, reason: str) -> None:
        """Say why what is typed cannot be kept; it stays until it is put right or given up by Escape."""
        self._reason.setText(reason)
        self._reason.show()
        self.field.setAccessibleDescription(reason)

    # -- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and cast("QKeyEvent", event).key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        if event.type() is QEvent.Type.FocusOut and self._reason.isHidden():
            popup = cast("QFocusEvent", event).reason() is Qt.FocusReason.PopupFocusReason
            if not popup:
                QTimer.singleShot(0, self, self.left.emit)  # when the field has seen to it as well
        return super().eventFilter(watched, event)

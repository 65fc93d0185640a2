"""Tags or collections of a brief: a chip for each, taken off by its cross, and one more by the plus."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from kinu_reader.ui.icons import button_icon
from kinu_reader.ui.relations.flow import Flow
from kinu_reader.ui.theme import font, icon_size, scaled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from kinu_reader.ui.theme import Theme

CROSS, PLUS, LINE, FIELD = 12, 16, 20, 120  # px
INSET = 6  # px from the edge of the plus to its strokes


class LeavingField(QLineEdit):
    """A line edit that says when it is left without Enter."""

    left = Signal()

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class Chips(QWidget):
    """Shows names and asks for others."""

    added = Signal(str)
    removed = Signal(str)

    def __init__(
        self,
        what: str,
        names: Sequence[str],
        known: Callable[[], Iterable[str]],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """Show names; of those that are `known` the others are offered for typing. `what` they are is read out."""
        super().__init__(parent)
        self._theme, self._names, self._known = theme, names, known
        self.setAccessibleName(what)
        flow = Flow(self)
        for name in names:
            flow.addWidget(self._chip(name))
        self.plus = self._button("plus", PLUS, self.tr("Add: {}").format(what))
        self.plus.clicked.connect(self.ask)
        self.field = LeavingField(self)
        self.field.setAccessibleName(what)
        self.field.setFixedWidth(FIELD)
        self.field.hide()
        self.field.left.connect(self._leave)
        self.field.returnPressed.connect(self._add)
        self.plus.setFixedSize(scaled(LINE), scaled(LINE))
        flow.addWidget(self.plus)
        flow.addWidget(self.field)

    @property
    def inset(self) -> int:
        """How far from its left edge, in pixels, that begins which is seen first."""
        return 0 if self._names else INSET

    def ask(self) -> None:
        """Let a name be typed."""
        self.plus.hide()
        self.field.show()
        completer = QCompleter([name for name in self._known() if name not in self._names], self.field)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.field.setCompleter(completer)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        name = " ".join(self.field.text().split())
        self._leave()
        if name:
            self.added.emit(name)

    def _leave(self) -> None:
        by_key = self.field.hasFocus()
        self.plus.show()
        if by_key:
            self.plus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.clear()
        self.field.hide()

    def _chip(self, name: str) -> QFrame:
        chip = QFrame(self)
        chip.setProperty("chip", True)
        row = QHBoxLayout(chip)
        row.setContentsMargins(6, 1, 2, 1)
        row.setSpacing(2)
        label = QLabel(name, chip)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(font(12))
        label.setToolTip(name)
        label.setMinimumWidth(12)
        cross = self._button("close", CROSS, self.tr("Take off: {}").format(name))
        cross.clicked.connect(partial(self.removed.emit, name))
        row.addWidget(label, 1)
        row.addWidget(cross)
        return chip

    def _button(self, icon: str, size: int, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(button_icon(icon, self._theme.tokens, size))
        button.setIconSize(icon_size(size))
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

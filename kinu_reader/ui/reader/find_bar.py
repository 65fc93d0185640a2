"""The bar at the foot of the reader: find words in the open brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from kinu_reader.ui.icons import button_icon
from kinu_reader.ui.shown_keys import no_keys, with_key
from kinu_reader.ui.theme import font, icon_size, scaled

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinu_reader.ui.theme import Theme

HEIGHT = 40
_BUTTON = 28
_PAUSE = 150  # ms without a key before the brief is searched


class FindBar(QFrame):
    """Says what is looked for, and to which of the places found one wants to go."""

    asked = Signal(str, bool)  # words, and whether exactly these
    stepped = Signal(int)  # 1 or -1
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[int, int] | None = None  # index and count; None before the answer
        self._asked = ("", False)
        self._key: Callable[[str], str] = no_keys
        self._label, self.count = QLabel(self), QLabel(self)
        self.field = QLineEdit(self)
        self._wipe = self.field.addAction(button_icon("close", theme.tokens), QLineEdit.ActionPosition.TrailingPosition)
        self.exact, self.previous, self.next, self.close_button = (QToolButton(self) for _ in range(4))
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE)
        self.setFixedHeight(scaled(HEIGHT))
        self.setProperty("foot", True)
        self._arrange()
        self._connect()
        self._dress()
        self._translate()
        self._wipe.setVisible(False)
        self.hide()

    def open(self, words: str = "") -> None:
        """Show the bar with the keyboard in it; words replace what was looked for last."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if words:
            self.field.setText(words)
        self.field.selectAll()
        self.ask()

    def ask(self) -> None:
        """Look anew, as when another brief is opened."""
        self._typing.stop()
        self._shown, self._asked = None, (self.field.text().strip(), self.exact.isChecked())
        self._write_count()
        self.asked.emit(*self._asked)

    def show_keys(self, key: Callable[[str], str]) -> None:
        """Show the keys of the actions beside the names of the buttons."""
        self._key = key
        self._translate()

    def step(self, direction: int) -> None:
        """Ask for the next (1) or previous (-1) place; what is typed is looked for first."""
        if self._typing.isActive() or self._asked[0] != self.field.text().strip():
            self.ask()  # whose answer goes to the next place itself
        else:
            self.stepped.emit(direction)

    def show_count(self, index: int, count: int) -> None:
        """Show how many places were found, and which is the current one."""
        self._shown = index, count
        self._write_count()

    # -- making

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 1, 8, 0)
        row.setSpacing(4)
        self._label.setProperty("role", "secondary")
        self.field.setMaximumWidth(220)
        self.exact.setCheckable(True)
        self.exact.setProperty("chip", True)
        for button in (self.previous, self.next, self.close_button):
            button.setFixedSize(scaled(_BUTTON), scaled(_BUTTON))
            button.setIconSize(icon_size(20))
        row.addWidget(self._label)
        row.addSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.exact)
        row.addSpacing(4)
        row.addWidget(self.count)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        row.addStretch(1)
        row.addWidget(self.close_button)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_text)
        self._wipe.triggered.connect(self.field.clear)
        self._typing.timeout.connect(self.ask)
        self.exact.clicked.connect(self.ask)
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.close_button.clicked.connect(self.closed)
        self._theme.changed.connect(self._dress)

    def _on_text(self, text: str) -> None:
        self._wipe.setVisible(bool(text))
        self._typing.start()

    def _dress(self) -> None:
        icons = ((self.previous, "chevron-left"), (self.next, "chevron-right"), (self.close_button, "close"))
        for button, name in icons:
            button.setIcon(button_icon(name, self._theme.tokens))
        self._wipe.setIcon(button_icon("close", self._theme.tokens))
        self.count.setFont(font(13, tabular=True))

    def _translate(self) -> None:
        self._label.setText(self.tr("Find in brief"))
        self.field.setAccessibleName(self.tr("Find in brief"))
        self._wipe.setText(self.tr("Clear"))
        self.exact.setText(self.tr("Exact"))
        self.exact.setToolTip(self.tr("Only whole words, exactly as typed"))
        names = (
            (self.previous, self.tr("Previous place"), self._key("previous-place")),
            (self.next, self.tr("Next place"), self._key("next-place")),
            (self.close_button, self.tr("Close"), "Esc"),
        )
        for button, name, keys in names:
            button.setAccessibleName(name)
            button.setToolTip(with_key(name, keys))
        self._write_count()

    def _write_count(self) -> None:
        words = ""
        if self._shown is not None and self._asked[0]:
            index, count = self._shown
            number = str(index + 1) if index >= 0 else "–"
            words = self.tr("<b>{number}</b> of {count}").format(number=number, count=count)
            words = words if count else self.tr("Nothing found")
        self.count.setText(words)
        for button in (self.previous, self.next):
            button.setEnabled(bool(self._shown and self._shown[1]))

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

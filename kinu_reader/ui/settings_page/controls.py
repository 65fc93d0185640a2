"""What an option is set with, at the right of its name or below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kinu_reader.ui.arranging import name_choice
from kinu_reader.ui.folders import show_in_folder
from kinu_reader.ui.theme import font

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from kinu_reader.ui.settings_page.options import Option

CONTROL = 200  # px, the least width of a control at the right

translate = QCoreApplication.translate


class Row(QFrame):
    """An option: its title and help at the left, what sets it at the right or, if that is wide, below."""

    def __init__(self, control: QWidget | None, parent: QWidget, *, below: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("edge", "top")
        self.control = control
        self.title, self.help = QLabel(self), QLabel(self)
        for label in (self.title, self.help):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setFont(font(13, semibold=True))
        self.help.setProperty("role", "secondary")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.help)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 10, 0, 12)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.addLayout(words, 0, 0)
        grid.setColumnStretch(0, 1)
        if control is not None:
            at, side = ((1, 0), Qt.AlignmentFlag(0)) if below else ((0, 1), Qt.AlignmentFlag.AlignRight)
            grid.addWidget(control, *at, Qt.AlignmentFlag.AlignTop | side)

    def say(self, option: Option) -> None:
        """Show what the option is called and what it does."""
        self.title.setText(option.title)
        self.help.setText(option.help)
        if self.control is not None:
            name_choice(self.control, option.title)
            self.control.setAccessibleDescription(option.help)


class Choice(QComboBox):
    """One of a few values, or of many."""

    chosen = Signal(object)

    def __init__(self, values: Sequence[object], name: Callable[[object], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setMinimumWidth(CONTROL)
        self.setMaximumWidth(CONTROL + 60)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.offer(values)
        self.activated.connect(lambda at: self.chosen.emit(self.itemData(at)))

    def offer(self, values: Sequence[object]) -> None:
        """Offer these values; the one chosen stays chosen."""
        kept = self.currentData()
        self.clear()
        for value in values:
            self.addItem(self._name(value), value)
        self.show_value(kept)

    def show_value(self, value: object) -> None:
        """Show which value is in force."""
        self.setCurrentIndex(self.findData(value))

    def translate(self) -> None:
        """Name the values in the language of the window."""
        for at in range(self.count()):
            self.setItemText(at, self._name(self.itemData(at)))


class _PathField(QLineEdit):
    """A path to be read and copied: it has no place where a line could break, and may be longer than the page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "secondary")
        self.setProperty("flat", True)
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def show_path(self, path: str) -> None:
        """Show a path from its beginning."""
        self.setText(path)
        self.setToolTip(path)
        self.setCursorPosition(0)


class FolderField(QWidget):
    """A folder, and a button to choose another."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path, self.button = _PathField(self), QPushButton(self)
        self.setFocusProxy(self.button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._path, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self.asked)

    def show_value(self, folder: str) -> None:
        """Show which folder it is."""
        self._path.show_path(folder)

    def translate(self) -> None:
        """Name the button in the language of the window."""
        self.button.setText(translate("Settings", "Choose folder…"))
        self.button.setAccessibleName(translate("Settings", "Choose folder…"))
        self._path.setAccessibleName(translate("Settings", "Folder for archives"))


class PlacesList(QWidget):
    """Where things lie, each with a way to its folder."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: Mapping[str, Path] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)

    def show_places(self, places: Mapping[str, Path]) -> None:
        """Show these places, each by what lies there."""
        self._places = places
        self.translate()

    def translate(self) -> None:
        """Show the places in the language of the window."""
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for row, (kind, path) in enumerate(self._places.items()):
            name, where, button = QLabel(place_name(kind), self), _PathField(self), QPushButton(self)
            where.setAccessibleName(place_name(kind))
            where.show_path(str(path))
            button.setText(translate("Settings", "Show in folder"))
            button.setAccessibleName(f"{place_name(kind)}: {button.text()}")
            button.setProperty("link", True)
            button.clicked.connect(lambda _=False, path=path: show_in_folder(path))
            for column, widget in enumerate((name, where, button)):
                self._grid.addWidget(widget, row, column)


def place_name(kind: str) -> str:
    """Return what lies in a place."""
    names = {
        "archive": translate("Settings", "Archive"),
        "index": translate("Settings", "Index"),
        "watched": translate("Settings", "List of watched folders"),
        "settings": translate("Settings", "Settings, glossary, styles"),
        "log": translate("Settings", "Log of errors"),
    }
    return names[kind]

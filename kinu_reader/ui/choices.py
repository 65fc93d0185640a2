"""Theme and language, as menus that stand in the menu of the window and on the first page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

THEMES = ("", "light", "dark")
LANGUAGES = ("", "en", "ko")


class ChoiceMenu(QMenu):
    """One of a few values; the empty one follows the system."""

    chosen = Signal(str)

    def __init__(self, values: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        group = QActionGroup(self)
        for value in values:
            action = QAction(self)
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)
            self.addAction(action)
            action.triggered.connect(lambda _=False, value=value: self.chosen.emit(value))
        self._translate()

    def show_choice(self, chosen: str) -> None:
        """Show which value is chosen."""
        for action in self.actions():
            action.setChecked(action.data() == chosen)

    def _translate(self) -> None:
        for action in self.actions():
            action.setText(choice_name(action.data()))

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)


def choice_name(value: str) -> str:
    """Return what a value is called; languages by their own names."""
    match value:
        case "light":
            return QCoreApplication.translate("Choices", "Light")
        case "dark":
            return QCoreApplication.translate("Choices", "Dark")
        case "en":
            return "English"
        case "ko":
            return "한국어"
        case _:
            return QCoreApplication.translate("Choices", "As the system")

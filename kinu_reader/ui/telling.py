"""One sentence that has to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def tell(sentence: str, window: QWidget) -> None:
    """Say something that would be overlooked at the foot of the window."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, "Kinu Reader", sentence, parent=window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.open()

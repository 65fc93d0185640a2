"""A citation as it will look, to be dragged into a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel

from kinu_reader.ui.clipboard import rich_data
from kinu_reader.ui.typesetting import keep_words

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

    from kinu_reader.cite import Rich


LEADING = 125  # % of what the face asks for


class CitedLabel(QLabel):
    """Shows a text with italics; dragged, it is taken along whole, in the three forms that word processors take."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rich: Rich | None = None
        self._pressed: QPoint | None = None
        self.setWordWrap(True)
        self.setProperty("quoted", True)
        self.setTextFormat(Qt.TextFormat.RichText)

    def show_rich(self, rich: Rich | None) -> None:
        """Show a text; None shows nothing."""
        self._rich = rich
        self.setText(f"<div style='line-height:{LEADING}%'>{keep_words(rich.html)[0]}</div>" if rich else "")
        self.setAccessibleName(rich.text if rich else "")
        self.setVisible(rich is not None)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    # -- Qt

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or self._rich is None:
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            drag_rich(self._rich, self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None


def drag_rich(rich: Rich, source: QWidget) -> None:
    """Let a text be dropped somewhere, as plain text, HTML and RTF; return when it is."""
    drag = QDrag(source)
    drag.setMimeData(rich_data(rich))
    drag.exec(Qt.DropAction.CopyAction)

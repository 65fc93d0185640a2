"""How many briefs and passages answer, as far as there is room to say it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel

from kinu_reader.ui.theme import font

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget


class Counts(QLabel):
    """The briefs, and beside them the passages; these are cut short where the list is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(1)  # else all below it were cut
        self._briefs, self._passages, self._ink = "", "", ""

    def say(self, briefs: str, passages: str, ink: str) -> None:
        """Show both, the passages in this colour."""
        self._briefs, self._passages, self._ink = briefs, passages, ink
        self.setToolTip(" · ".join(filter(None, (briefs, passages))))
        self.setAccessibleName(self.toolTip())
        self._fit()

    def _fit(self) -> None:
        room = self.width() - QFontMetricsF(font(semibold=True)).horizontalAdvance(self._briefs)
        beside = f" · {self._passages}" if self._passages else ""
        shown = QFontMetricsF(font()).elidedText(beside, Qt.TextElideMode.ElideRight, room)
        self.setText(f"<b>{escape(self._briefs)}</b><span style='color:{self._ink}'>{escape(shown)}</span>")

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

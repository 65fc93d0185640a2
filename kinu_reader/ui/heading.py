"""The head of a view: what it is, how much of it there is, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from kinu_reader.ui.theme import scaled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

HEIGHT = 48  # px


class Heading(QFrame):
    """Title and counts at the left, controls at the right."""

    def __init__(self, *controls: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.title, self.counts = QLabel(self), QLabel(self)
        self.setProperty("edge", "bottom")
        self.setFixedHeight(scaled(HEIGHT))
        self.title.setProperty("role", "title")
        self.counts.setProperty("role", "secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addWidget(self.counts, 1)
        for control in controls:
            row.addWidget(control)

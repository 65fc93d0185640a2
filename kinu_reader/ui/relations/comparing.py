"""Briefs side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from kinu_reader.ui.arranging import hang
from kinu_reader.ui.theme import font
from kinu_reader.ui.typesetting import keep_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    Row = tuple[str, Sequence[str]]  # its name, and the value of each brief


class Comparison(QWidget):
    """A column for each brief with a head of its own; below them what is said of all."""

    def __init__(self, heads: Sequence[QWidget], rows: Sequence[Row], *, stressed: bool = False) -> None:
        """Show rows; where the values differ they are `stressed`, if they should agree.

        A head begins with a link, or leaves as much room at its left as one.
        """
        super().__init__()
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for column, head in enumerate(heads, 1):
            grid.addLayout(hang(head), 0, column)
            grid.setColumnStretch(column, 1)
        for at, (name, values) in enumerate(rows, 1):
            grid.addWidget(_label(name, secondary=True), at, 0, Qt.AlignmentFlag.AlignTop)
            for column, value in enumerate(values, 1):
                grid.addWidget(_label(value or "–", heavy=stressed and len(set(values)) > 1), at, column)
        self.below = QVBoxLayout()
        self.below.setSpacing(6)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 12)
        whole.setSpacing(16)
        whole.addLayout(grid)
        whole.addLayout(self.below)
        whole.addStretch(1)

    def say(self, text: str) -> None:
        """Add a line below."""
        self.below.addWidget(_label(text))


def _label(text: str, *, secondary: bool = False, heavy: bool = False) -> QLabel:
    label = QLabel(keep_words(text)[0])
    label.setTextFormat(Qt.TextFormat.PlainText)  # what a PDF says is never markup
    label.setWordWrap(not secondary)
    label.setAccessibleName(text)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    if secondary:
        label.setProperty("role", "secondary")
    label.setFont(font(12 if secondary else 13, semibold=heavy))
    return label

"""Parts of a window beside and above one another."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable


def side_by_side(*panes: QWidget, stretched: int) -> QSplitter:
    """Return panes with hairlines between them, one of which takes the room that is left."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    for pane in panes:
        splitter.addWidget(pane)
    splitter.setChildrenCollapsible(False)
    splitter.setStretchFactor(stretched, 1)
    return splitter


def stacked(*parts: QWidget) -> QWidget:
    """Return parts one above the other; splitters among them take the room that is left."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, 1 if isinstance(part, QSplitter) else 0)
    return whole


def follow(stops: Iterable[QWidget]) -> None:
    """Let Tab go from one to the next: as they are seen, not as they were made."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)

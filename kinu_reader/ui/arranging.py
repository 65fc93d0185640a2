"""Parts of a window beside and above one another."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable


def stack(whole: QWidget, *parts: QWidget) -> None:
    """Lay parts one above the other in a widget, or anew; those without a height of their own take the room left."""
    column = whole.layout() or QVBoxLayout(whole)
    assert isinstance(column, QVBoxLayout)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.removeWidget(part)
        column.addWidget(part, 1 if isinstance(part, QSplitter) or type(part) is QWidget else 0)


def follow(stops: Iterable[QWidget]) -> None:
    """Let Tab go from one to the next: as they are seen, not as they were made."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def name_choice(box: QWidget, name: str) -> None:
    """Name a box of choices: on Linux its name, as Qt tells it, is what is chosen, and only the description this."""
    box.setAccessibleName(name)
    box.setAccessibleDescription(name)

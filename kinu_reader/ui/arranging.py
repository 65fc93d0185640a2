"""Parts of a window beside and above one another."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from kinu_reader.ui.theme import scaled

if TYPE_CHECKING:
    from collections.abc import Iterable


MARGIN, BAR, BAR_MARGIN = 20, 10, 8  # px: of a page that scrolls; of the bar, which stands in it; beside that
SCREEN = 0.92  # of it, for a dialog
LINK = 4  # px from the edge of a link to its words: what its ring stands in while it has the focus


def stack(whole: QWidget, *parts: QWidget) -> None:
    """Lay parts one above the other in a widget, or anew; those without a height of their own take the room left."""
    column = whole.layout() or QVBoxLayout(whole)
    assert isinstance(column, QVBoxLayout)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.removeWidget(part)
        column.addWidget(part, 1 if isinstance(part, QSplitter) or type(part) is QWidget else 0)


def give_room(dialog: QWidget, size: QSize) -> None:
    """Make a dialog this large where text has its usual size; with the text it grows as far as the screen goes."""
    most = (dialog.screen().availableSize() * SCREEN).expandedTo(size)
    dialog.resize(QSize(scaled(size.width()), scaled(size.height())).boundedTo(most))


def make_primary(button: QWidget) -> None:
    """Fill a button that is there already: it is the one of its view."""
    button.setProperty("primary", True)
    button.style().unpolish(button)
    button.style().polish(button)


def hang(part: QWidget, by: int = LINK) -> QHBoxLayout:
    """Return a line in which a part hangs out at the left, so that its words begin where those above it begin."""
    line = QHBoxLayout()
    line.setSpacing(0)
    line.addSpacing(-by)
    line.addWidget(part, 1 if part.hasHeightForWidth() else 0)
    if not part.hasHeightForWidth():  # what does not fill the line
        line.addStretch(1)
    return line


def follow(stops: Iterable[QWidget]) -> None:
    """Let Tab go from one to the next: as they are seen, not as they were made."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def name_choice(box: QWidget, name: str) -> None:
    """Name a box of choices: on Linux its name, as Qt tells it, is what is chosen, and only the description this."""
    box.setAccessibleName(name)
    box.setAccessibleDescription(name)

"""What the lines of the sidebar are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from kinu_reader.model import Filters, SavedSearch

ENTRY = Qt.ItemDataRole.UserRole


class Place(StrEnum):
    """What fills the middle of the window."""

    SEARCH = "search"
    TABLE = "table"  # the answers as a table
    BOOKMARKS = "bookmarks"
    REVIEW = "review"
    SERIES = "series"


@dataclass(frozen=True)
class Entry:
    """A line of the sidebar: a place to go, bounds for the search, a saved search, or a heading."""

    name: str
    icon: str = ""
    count: int | None = None
    place: Place | None = None
    filters: Filters | None = None  # of the search place
    search: SavedSearch | None = None
    new: int = 0  # answers that came in since the search was looked at
    warns: bool = False  # its count is something to do

    @property
    def is_heading(self) -> bool:
        """Whether it leads nowhere."""
        return self.place is None and self.search is None

    @property
    def leads_to(self) -> tuple[Place | None, Filters | None, SavedSearch | None]:
        """Where it leads: the same for a line counted or named anew."""
        return self.place, self.filters, self.search

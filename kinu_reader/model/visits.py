"""Reading: where one stands in a brief, and when it was opened last."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Standing:
    """A place in a brief that keeps its meaning in a window of any size."""

    page: int  # number of the page in the middle of the view
    down: float  # how much of its height is above the middle; 0 on the first page is the very top
    zoom: float = 0.0  # 1 is printed size; 0 keeps the pages as wide as the view


@dataclass(frozen=True)
class Visit:
    """A brief that was read, and where one left off."""

    brief: int
    left_at: Standing
    opened_at: str  # ISO 8601, UTC: the last time

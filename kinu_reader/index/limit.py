"""How long a search may take: one that costs too much says what it has found by then."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS = 1.0


class Limit:
    """The time of one search, which begins now; what costs most asks between its steps whether it may go on."""

    def __init__(self, seconds: float = SECONDS, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock, self._seconds = clock, seconds
        self.reached = False  # somebody was told to stop
        self.start()

    def start(self) -> None:
        """Begin anew."""
        self._end = self._clock() + self._seconds

    @property
    def over(self) -> bool:
        """Whether the time is over; whoever asks then leaves out the rest of what he does."""
        self.reached = self.reached or self._clock() >= self._end
        return self.reached

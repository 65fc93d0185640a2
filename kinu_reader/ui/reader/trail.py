"""The places one has left by jumping: back and forward, as in a browser. No widgets here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kinu_reader.ui.reader.layout import Spot

_LONGEST = 64
_SAME = 0.25  # of a page: two places closer than that are one


class Trail:
    """Places behind and ahead, nearest last."""

    def __init__(self) -> None:
        self._behind: list[Spot] = []
        self._ahead: list[Spot] = []

    def leave(self, here: Spot) -> None:
        """Note a place that is left by a jump; what lay ahead is forgotten."""
        self._ahead.clear()
        if not (self._behind and _close(self._behind[-1], here)):
            self._behind = [*self._behind, here][-_LONGEST:]

    def step(self, direction: int, here: Spot) -> Spot | None:
        """Return the place to go to, back (-1) or forward (1), coming from here; None at the end."""
        source, target = (self._behind, self._ahead) if direction < 0 else (self._ahead, self._behind)
        while source:
            spot = source.pop()
            if not _close(spot, here):
                target.append(here)
                return spot
        return None

    def has(self, direction: int) -> bool:
        """Tell whether there are places behind (-1) or ahead (1)."""
        return bool(self._behind if direction < 0 else self._ahead)

    def clear(self) -> None:
        """Forget all places."""
        self._behind.clear()
        self._ahead.clear()


def _close(one: Spot, other: Spot) -> bool:
    return abs(one.page + one.down - other.page - other.down) < _SAME

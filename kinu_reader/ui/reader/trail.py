"""The places one has left by jumping, in whatever brief: back and forward, as in a browser. No widgets here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kinu_reader.ui.reader.layout import Spot

_LONGEST = 64
_SAME = 0.25  # of a page: two places closer than that are one


class Stop(NamedTuple):
    """A place in a brief."""

    brief: int
    spot: Spot


class Trail:
    """Places behind and ahead, nearest last."""

    def __init__(self) -> None:
        self._behind: list[Stop] = []
        self._ahead: list[Stop] = []

    def leave(self, here: Stop) -> None:
        """Note a place that is left by a jump; what lay ahead is forgotten."""
        self._ahead.clear()
        if not (self._behind and _close(self._behind[-1], here)):
            self._behind = [*self._behind, here][-_LONGEST:]

    def step(self, direction: int, here: Stop) -> Stop | None:
        """Return the place to go to, back (-1) or forward (1), coming from here; None at the end."""
        source, target = (self._behind, self._ahead) if direction < 0 else (self._ahead, self._behind)
        while source:
            stop = source.pop()
            if not _close(stop, here):
                target.append(here)
                return stop
        return None

    def has(self, direction: int) -> bool:
        """Tell whether there are places behind (-1) or ahead (1)."""
        return bool(self._behind if direction < 0 else self._ahead)


def _close(one: Stop, other: Stop) -> bool:
    apart = one.spot.page + one.spot.down - other.spot.page - other.spot.down
    return one.brief == other.brief and abs(apart) < _SAME

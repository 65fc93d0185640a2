"""What is marked on pages: hits, what was found in the brief, bookmarks; by page, for pages are painted one by one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.model import Box


class Placed(Protocol):
    """Something that stands on pages."""

    @property
    def boxes(self) -> tuple[tuple[int, Box], ...]:
        """Return (page number, box) for every line, in reading order."""


@dataclass(frozen=True)
class Marks:
    """Things that stand on pages."""

    things: Sequence[Placed] = ()
    _on_page: dict[int, list[tuple[int, Box]]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        on_page: defaultdict[int, list[tuple[int, Box]]] = defaultdict(list)
        for index, thing in enumerate(self.things):
            for page, box in thing.boxes:
                on_page[page].append((index, box))
        object.__setattr__(self, "_on_page", dict(on_page))

    def on(self, page: int) -> Sequence[tuple[int, Box]]:
        """Return the marks of a page: the index of the thing, and a box for each of its lines."""
        return self._on_page.get(page, ())

    def at(self, page: int, x: float, y: float) -> int:
        """Return the index of what lies at a point (points) of a page, the last if several do; -1 if nothing does."""
        found = (n for n, (x0, y0, x1, y1) in reversed(self.on(page)) if x0 <= x <= x1 and y0 <= y <= y1)
        return next(found, -1)

    def begins(self) -> list[tuple[int, Box] | None]:
        """Return where each thing begins: page number and box; None if it stands nowhere."""
        return [boxes[0] if (boxes := thing.boxes) else None for thing in self.things]

    def begin(self, index: int) -> tuple[int, Box] | None:
        """Return where a thing begins: page number and box; None if it stands nowhere."""
        boxes = self.things[index].boxes if 0 <= index < len(self.things) else ()
        return boxes[0] if boxes else None

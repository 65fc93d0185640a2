"""Which briefs are open, one behind the other, and which of them is read. No widgets here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kinu_reader.ui.reader import Trail

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from kinu_reader.model import Standing

CLOSED = 20  # that can be opened again


@dataclass(frozen=True)
class Tab:
    """A brief that is open, where one stands in it, and the way that led there."""

    brief: int = 0  # 0: nothing is read yet
    at: Standing | None = None
    code: str = ""
    title: str = ""
    trail: Trail = field(default_factory=Trail, compare=False)


class OpenBriefs:
    """The tabs, of which there is always one, and those closed lately."""

    def __init__(self, tabs: Iterable[Tab] = (), current: int = 0) -> None:
        self.tabs = list(tabs) or [Tab()]
        self.current = min(max(current, 0), len(self.tabs) - 1)
        self._closed: list[Tab] = []

    @property
    def tab(self) -> Tab:
        """The tab that is read."""
        return self.tabs[self.current]

    def change(self, **changes: object) -> None:
        """Change the tab that is read."""
        self.tabs[self.current] = replace(self.tab, **changes)  # type: ignore[arg-type]

    def name(self, brief: int, code: str, title: str) -> None:
        """Give the tabs of a brief their code and title."""
        self.tabs = [replace(tab, code=code, title=title) if tab.brief == brief else tab for tab in self.tabs]

    def drop(self, briefs: Collection[int]) -> None:
        """Close the tabs of briefs that are gone, but not the one that is read."""
        for at in reversed(range(len(self.tabs))):
            if at != self.current and self.tabs[at].brief in briefs:
                self.tabs.pop(at)
                self.current -= at < self.current

    def add(self, tab: Tab) -> None:
        """Open a tab behind the one that is read, and read it."""
        self.current += 1
        self.tabs.insert(self.current, tab)

    def close(self, at: int) -> bool:
        """Close a tab, unless it is the only one; tell whether another is to be read now."""
        if len(self.tabs) < 2 or not 0 <= at < len(self.tabs):
            return False
        read = at == self.current
        self._closed = [*self._closed, self.tabs.pop(at)][-CLOSED:]
        if at < self.current or self.current == len(self.tabs):
            self.current -= 1
        return read

    def reopen(self) -> bool:
        """Open the tab closed last again and read it; tell whether there was one."""
        if not self._closed:
            return False
        self.add(self._closed.pop())
        return True

    def move(self, at: int, to: int) -> None:
        """Put a tab elsewhere; the same is read."""
        read = self.tab
        self.tabs.insert(to, self.tabs.pop(at))
        self.current = next(n for n, tab in enumerate(self.tabs) if tab is read)

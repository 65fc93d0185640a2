"""Finding in the open brief: what the bar at the foot asks, and the places found on the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.ui.reader.access import Announcer
    from kinu_reader.ui.reader.document import PlacedHit
    from kinu_reader.ui.reader.find_bar import FindBar
    from kinu_reader.ui.reader.page_view import PageView


class Finding(QObject):
    """Leads from place to place. It does not search: that is asked for."""

    asked = Signal(str, bool)  # words, and whether exactly these
    opened = Signal(bool)

    def __init__(self, bar: FindBar, pages: PageView, announcer: Announcer, parent: QObject) -> None:
        super().__init__(parent)
        self._bar, self._pages, self._announcer = bar, pages, announcer
        self._found: tuple[PlacedHit, ...] = ()
        self._current = -1
        self._from = (1, 0.0)  # page number and height (points): what follows is found first
        bar.asked.connect(self._ask)
        bar.stepped.connect(self.step)
        bar.closed.connect(self.close)

    @property
    def open(self) -> bool:
        """Tell whether the bar is shown."""
        return not self._bar.isHidden()

    def begin(self, words: str = "") -> None:
        """Let a person type, from these words on."""
        self._from = self._pages.top
        self._bar.open(words)
        self.opened.emit(True)

    def renew(self) -> None:
        """Look for the same in another brief."""
        if self.open:
            self._from = (1, 0.0)
            self._bar.ask()

    def show(self, found: Sequence[PlacedHit]) -> None:
        """Mark what was found, and go to the first place from where one read when one began to look."""
        self._found = tuple(found)
        begins = ((n, *place.boxes[0]) for n, place in enumerate(self._found) if place.boxes)
        following = (n for n, page, box in begins if (page, box[1]) >= self._from)
        self._pages.show_found(self._found)
        self._go_to(next(following, 0 if self._found else -1))

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) place; after the last comes the first."""
        if self._found:
            self._go_to((self._current + direction) % len(self._found))
            self._from = self._pages.top

    def close(self) -> None:
        """Take the bar and the marks away."""
        if self.open:
            self._pages.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bar.hide()
        self._found, self._current = (), -1
        self._pages.show_found(())
        self.opened.emit(False)

    def give_up(self) -> bool:
        """Close; tell whether the bar was there."""
        was_open = self.open
        if was_open:
            self.close()
        return was_open

    def _ask(self, words: str, exact: bool) -> None:
        if words:
            self.asked.emit(words, exact)
        else:
            self.show(())

    def _go_to(self, index: int) -> None:
        self._current = index
        self._pages.show_current_found(index)
        self._bar.show_count(index, len(self._found))
        self._announcer.say(self._found, index)

"""The middle of the window: a list, the reader, and what belongs to the line chosen. Each place has its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget

from kinu_reader.ui.sidebar import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

LEAST_LIST, LEAST_READER, LEAST_SIDE = 280, 320, 248  # px


@dataclass(frozen=True)
class _Arrangement:
    """What a place shows."""

    list: QWidget
    side: QWidget
    share: float  # of the room of list and reader that the list takes at first; of all of it, the reader is not shown
    refresh: Callable[[], None]
    leave: Callable[[], None]


class Panes(QSplitter):
    """List, reader and side, with hairlines between them. Only the reader grows with the window."""

    def __init__(self, reader: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._arrangements: dict[Place, _Arrangement] = {}
        self._sizes: dict[Place, list[int]] = {}
        self._reader = reader
        self.place = Place.SEARCH
        self._lists, self.side = QStackedWidget(self), QStackedWidget(self)
        for pane in (self._lists, reader, self.side):
            self.addWidget(pane)
        self._lists.setMinimumWidth(LEAST_LIST)
        reader.setMinimumWidth(LEAST_READER)
        self.side.setMinimumWidth(LEAST_SIDE)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(1, 1)

    def add(
        self,
        place: Place,
        list: QWidget,
        side: QWidget,
        *,
        share: float = 0.0,
        refresh: Callable[[], None] = lambda: None,
        leave: Callable[[], None] = lambda: None,
    ) -> None:
        """Give a place its list and its side; several may share a side.

        `refresh` lets it show what it holds now, `leave` lets go of that when one goes elsewhere.
        """
        self._arrangements[place] = _Arrangement(list, side, share, refresh, leave)
        self._lists.addWidget(list)
        if self.side.indexOf(side) < 0:
            self.side.addWidget(side)

    def go(self, place: Place) -> None:
        """Show a place, with what it holds now."""
        arranged = self._arrangements[place]
        if place is not self.place:
            self._sizes[self.place] = self.sizes()
            self._arrangements[self.place].leave()
            self.place = place
            self._lists.setCurrentWidget(arranged.list)
            self.side.setCurrentWidget(arranged.side)
            self._reader.setVisible(arranged.share < 1)
            self.setSizes(self._sizes.get(place) or self._shared(arranged.share))
        arranged.refresh()

    def focus_list(self) -> None:
        """Let the keys walk the list."""
        self._arrangements[self.place].list.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show what the place holds now."""
        self._arrangements[self.place].refresh()

    def kept_sizes(self) -> dict[str, list[int]]:
        """Return the widths of the panes of each place that was seen, in pixels."""
        panes = (self._lists, self._reader, self.side)  # one that is hidden has no width of its own
        now = [size or pane.sizeHint().width() for size, pane in zip(self.sizes(), panes, strict=True)]
        return {str(place): sizes for place, sizes in {**self._sizes, self.place: now}.items()}

    def keep_sizes(self, kept: Mapping[str, list[int]]) -> None:
        """Give the panes of each place these widths."""
        self._sizes = {place: kept[place] for place in Place if place in kept}
        if self.place in self._sizes:
            self.setSizes(self._sizes[self.place])

    def forget_sizes(self) -> None:
        """Give each place its usual widths when one comes to it: what they were does not fit this window any more."""
        self._sizes.clear()

    def _shared(self, share: float) -> list[int]:
        """Return the widths of a place not seen before."""
        side = self.sizes()[2]
        room = self.width() - side
        return [round(room * share), round(room * (1 - share)), side]

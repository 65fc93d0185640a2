"""What is open in the window: kept when one leaves an archive, and put back when one returns."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from kinu_reader import settings
from kinu_reader.model import Filters, Standing
from kinu_reader.ui.citing.quoting import Quoting
from kinu_reader.ui.desk.beside import Beside
from kinu_reader.ui.desk.open_briefs import OpenBriefs, Tab
from kinu_reader.ui.desk.pane import WIDE
from kinu_reader.ui.desk.tabbing import Tabbing
from kinu_reader.ui.sidebar import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kinu_reader.model import ArchivedBrief
    from kinu_reader.ui.appearance import Appearance
    from kinu_reader.ui.reader import Reader
    from kinu_reader.ui.showing import Showing
    from kinu_reader.ui.window import Window

SIDEBAR = "sidebar"  # among the widths that are kept


class Desk(QObject):
    """Tabs, the second reader, and the memory of both, for each archive."""

    def __init__(self, window: Window, appearance: Appearance) -> None:
        super().__init__(window)
        self._window, self._appearance = window, appearance
        self._folder = ""  # of the archive at hand
        self._first = True  # nobody has sat down yet
        self._folded: list[Callable[[bool], None]] = []  # what gives back the panes that made room for a second reader
        self._widths: dict[str, Any] = {}  # of the panes before that
        self._given: dict[str, Any] = {}  # widths that were kept
        self.tabbing = Tabbing(window.session, window.reading, window.reader, window.pane.tabs, self)
        self.beside = Beside(window.session, window.reading, window.reader, window.pane, appearance.theme, self)
        self.beside.opened.connect(self._make_room)
        marking = window.places.bookmarking
        self.beside.reader_made.connect(lambda showing, reader: marking.mark_in(showing, reader, showing))
        self.beside.reader_made.connect(self._quote_in)
        self.beside.reader_made.connect(lambda _, reader: reader.search_asked.connect(window.top.search.setText))
        window.searching.answered.connect(lambda result: self.beside.follow(result.query))
        window.results.stayed.connect(window.reading.stay)
        window.results.view.tab_asked.connect(self.tabbing.open)
        window.results.view.beside_asked.connect(self.beside.open)
        window.details.asks.beside_asked.connect(self.beside.open)
        window.reading.visiting.noted.connect(self.keep)

    def _quote_in(self, showing: Showing, reader: Reader) -> None:
        """Let words of the second reader be quoted like those of the first."""
        window = self._window
        quoting = Quoting(window.session, reader, window.manners, self._appearance.theme, showing)
        quoting.omitting.connect(window.quoting.omitting)

    def keep(self) -> None:
        """Remember how the desk lies."""
        if self._folder:
            desks = self._appearance.settings.with_desk(self._folder, self._lying())
            self._appearance.remember(desks=desks)

    def leave(self) -> None:
        """Remember how the desk lies, and clear it."""
        self.keep()
        self._folder = ""
        self.beside.close()
        self._window.reading.close()
        self.tabbing.restore(OpenBriefs())

    def sit_down(self, folder: str) -> None:
        """Put everything where it lay when this archive was left; who typed before that wants the answers."""
        window, kept = self._window, self._appearance.settings.desk(folder)
        typed = window.top.search.text() if self._first else ""
        if typed:
            kept = replace(kept, text=typed, place=str(Place.SEARCH), filters={}, filters_name="")
        place = Place(kept.place) if kept.place in list(Place) else Place.SEARCH
        filters, tabs = _filters(kept.filters), [_tab(each) for each in kept.open]
        self.tabbing.restore(OpenBriefs(filter(None, tabs), kept.current))
        window.results.hold(0 if typed else self.tabbing.briefs.tab.brief)
        self._first = False
        window.top.search.show_text(kept.text)
        window.sidebar.expect(place, filters)
        window.searching.place = kept.filters_name
        window.searching.ask(text=kept.text, filters=filters, without=())
        window.places.go(place)
        self._give_sizes(kept.sizes)
        if (second := _tab(kept.beside)) is not None:
            self.beside.open(second.brief, second.at)
        self._folder = folder

    def not_read(self, briefs: Iterable[ArchivedBrief]) -> list[ArchivedBrief]:
        """Return the briefs without the one that is read."""
        return [brief for brief in briefs if brief.id != self.tabbing.briefs.tab.brief]

    def _lying(self) -> settings.Desk:
        window, briefs = self._window, self.tabbing.put_aside()
        request = window.searching.request
        return settings.Desk(
            text=window.top.search.text(),
            place=str(window.panes.place),
            filters=asdict(request.filters) if request.filters else {},
            filters_name=window.searching.place,
            open=[_kept(tab.brief, tab.at) for tab in briefs.tabs if tab.brief],
            current=briefs.current,
            beside=_kept(self.beside.brief, self.beside.standing) if self.beside.brief else {},
            sizes=self._widths if self._folded else self._measured(),
        )

    def _measured(self) -> dict[str, list[int]]:
        """Return the widths of the panes; a sidebar that is hidden has none, nor has a narrow window, of its own."""
        if self._window.widths.narrow:
            return self._given
        sidebar = self._window.sidebar
        return self._window.panes.kept_sizes() | ({} if sidebar.isHidden() else {SIDEBAR: [sidebar.width()]})

    def _give_sizes(self, kept: Mapping[str, Any]) -> None:
        self._given = sizes = {name: each for name, each in kept.items() if _are_widths(each)}
        if self._window.widths.narrow:
            return
        if SIDEBAR in sizes:
            width = sizes[SIDEBAR][0]
            self._window.halves.setSizes([width, self._window.width() - width])
        self._window.panes.keep_sizes({name: each for name, each in sizes.items() if len(each) == 3})

    def _make_room(self, opened: bool) -> None:
        """Fold the panes at the edges away while two readers would be narrow; they come back with the single one."""
        window = self._window
        window.pane.tabs.show_alone(opened)
        if not opened:
            for give_back in self._folded:
                give_back(True)
            if self._folded:
                self._give_sizes(self._widths)
            self._folded = []
            return
        self._widths = self._measured()
        edges = ((window.panes.side, window.show_details), (window.sidebar, window.show_sidebar))
        for pane, show in edges:
            if not pane.isHidden() and window.pane.width() < 2 * WIDE:
                show(False)
                self._folded.append(show)
        QTimer.singleShot(0, window.pane, window.pane.halve)  # once there is the room that was made


def _kept(brief: int, at: Standing | None) -> dict[str, Any]:
    return {"brief": brief, **(asdict(at) if at else {})}


def _tab(kept: object) -> Tab | None:
    """Return what was kept of a tab; None if it makes no sense."""
    try:
        values = dict(kept)  # type: ignore[call-overload]
        brief = int(values.pop("brief"))
        return Tab(
            brief, Standing(int(values["page"]), float(values["down"]), float(values["zoom"])) if values else None
        )
    except (KeyError, TypeError, ValueError):  # written by hand, or by another version
        return None


def _filters(kept: Mapping[str, Any]) -> Filters:
    """Return what was kept of filters; none if they make no sense."""
    try:
        first, last = kept.get("years", (None, None))
        return Filters(**{**kept, "years": (first, last)})
    except (TypeError, ValueError):  # written by hand, or by another version
        return Filters()


def _are_widths(kept: object) -> bool:
    return isinstance(kept, list) and bool(kept) and all(isinstance(width, int) and width >= 0 for width in kept)

"""The places of the window, each with its panel and what drives it, and the ways between them.

A panel is made, and what it needs is loaded, when somebody goes there for the first time.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kinu_reader.ui.bookmarking import Bookmarking
from kinu_reader.ui.sidebar import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.bookmarks import BookmarkSide, BookmarksPanel
    from kinu_reader.ui.citing import Manners
    from kinu_reader.ui.details import Details
    from kinu_reader.ui.panes import Panes
    from kinu_reader.ui.reader import Reader
    from kinu_reader.ui.reading import Reading
    from kinu_reader.ui.results import ResultsPanel
    from kinu_reader.ui.results.view import ResultsView
    from kinu_reader.ui.searching import Searching
    from kinu_reader.ui.series import SeriesPanel
    from kinu_reader.ui.session import Session
    from kinu_reader.ui.sidebar import Sidebar
    from kinu_reader.ui.tables import BriefsPanel, ReviewPanel
    from kinu_reader.ui.theme import Theme

ANSWERS = (Place.SEARCH, Place.TABLE)  # where answers are shown


class Places(QObject):
    """Where a person is."""

    changed = Signal(Place)
    briefs_made = Signal(object)  # these panels are there from now on
    series_made = Signal(object)
    review_made = Signal(object)
    bookmarks_made = Signal(object, object)  # the list, and what belongs to the bookmark chosen

    def __init__(
        self,
        session: Session,
        panes: Panes,
        sidebar: Sidebar,
        searching: Searching,
        reading: Reading,
        reader: Reader,
        details: Details,
        manners: Manners,
        theme: Theme,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._panes, self._sidebar, self._reading = session, panes, sidebar, reading
        self._searching, self._details, self._theme = searching, details, theme
        self._panels: dict[Place, Callable[[], object]] = {
            Place.TABLE: lambda: self.briefs,
            Place.SERIES: lambda: self.series,
            Place.REVIEW: lambda: self.review,
            Place.BOOKMARKS: lambda: self.bookmarks,
        }
        self.bookmarking = Bookmarking(session, reading, reader, details, manners, theme, self)
        self._connect_sidebar(searching)
        searching.answered.connect(self._on_answered)

    def arrange(self, results: ResultsPanel) -> None:
        """Give the search its panes; those of the other places come with their panels."""
        results.view.note_chosen.connect(self.bookmarking.read)
        self._sidebar.went.connect(partial(self._come_to, results.view))
        self._panes.add(Place.SEARCH, results, self._details)

    # -- panels

    @cached_property
    def briefs(self) -> BriefsPanel:
        """The table of answers."""
        from kinu_reader.ui.shelving import Shelving
        from kinu_reader.ui.tables import BriefsPanel

        panel = BriefsPanel(self._theme)
        shelving = Shelving(self._session, panel, self._searching, self._reading, self)
        shelving.opened.connect(lambda: self.go(Place.SEARCH))
        panel.closed.connect(lambda: self.go(Place.SEARCH))
        self._panes.add(
            *(Place.TABLE, panel, self._details),
            share=1.0,
            refresh=shelving.refresh,
            leave=lambda: panel.rows.show(()),  # ten thousand records, which are asked for anew when one comes back
        )
        self.briefs_made.emit(panel)
        return panel

    @cached_property
    def series(self) -> SeriesPanel:
        """The series, with what is lacking in them."""
        from kinu_reader.ui.series import SeriesPanel

        panel = SeriesPanel(self._theme)
        panel.opened.connect(self.read)
        panel.absent_marked.connect(self._mark_absent)
        self._panes.add(Place.SERIES, panel, self._details, share=1.0, refresh=self._refresh_series)
        self.series_made.emit(panel)
        return panel

    @cached_property
    def review(self) -> ReviewPanel:
        """The table of doubts."""
        from kinu_reader.ui.reviewing import Reviewing
        from kinu_reader.ui.tables import ReviewPanel

        panel = ReviewPanel(self._theme)
        reviewing = Reviewing(self._session, panel, self._reading, self)
        self._panes.add(Place.REVIEW, panel, self._details, share=0.58, refresh=reviewing.refresh)
        self.review_made.emit(panel)
        return panel

    @cached_property
    def bookmarks(self) -> BookmarksPanel:
        """The list of bookmarks."""
        made = self.bookmarking
        self._panes.add(Place.BOOKMARKS, made.panel, made.side, share=0.58, refresh=made.refresh)
        self.bookmarks_made.emit(made.panel, made.side)
        return made.panel

    @property
    def kept(self) -> BookmarkSide:
        """What belongs to the bookmark chosen in the list."""
        return self.bookmarking.side

    # -- ways

    @property
    def answering(self) -> bool:
        """Whether answers are shown where a person is."""
        return self._panes.place in ANSWERS

    def go(self, place: Place) -> None:
        """Show a place."""
        if make := self._panels.get(place):
            make()
        self._panes.go(place)
        self._sidebar.show_place(place)
        if place is not Place.SEARCH and not self._sidebar.hasFocus():
            self._panes.focus_list()
        self.changed.emit(place)

    def go_to_answers(self, place: Place = Place.SEARCH) -> None:
        """Show a place; whoever looks at the answers as a table goes on doing so."""
        if place is not Place.SEARCH or not self.answering:
            self.go(place)

    def _come_to(self, answers: ResultsView, place: Place) -> None:
        """Show a place; who comes back to the answers finds there what was read."""
        back = place is Place.SEARCH and not self.answering
        self.go_to_answers(place)
        if back:
            answers.resume()

    def read(self, brief: int) -> None:
        """Read a brief where answers are read."""
        self._reading.read_at(brief)
        self.go(Place.SEARCH)

    def refresh_bookmarks(self) -> None:
        """Show the bookmarks as they are now; a list that is not looked at asks when one goes there."""
        if self._panes.place is Place.BOOKMARKS:
            self._panes.refresh()

    def _refresh_series(self) -> None:
        from kinu_reader.tasks.series import series

        self._session.ask(series, self.series.show_series)

    def _mark_absent(self, institute: str, name: str, code: str, absent: bool) -> None:
        from kinu_reader.tasks.series import mark_absent

        def marked(archive: Archive) -> None:
            mark_absent(archive, institute, name, code, absent)

        self._session.act(marked, lambda _: self._refresh_series())

    def _connect_sidebar(self, searching: Searching) -> None:
        sidebar, session = self._sidebar, self._session
        session.held.connect(sidebar.show_holdings)
        sidebar.chosen.connect(searching.go_to)
        sidebar.bin_emptied.connect(session.empty_bin)
        sidebar.search_forgotten.connect(lambda id: session.act(lambda archive: archive.library.searches.forget(id)))
        sidebar.collection_renamed.connect(
            lambda name, new: session.act(lambda archive: archive.library.shelves.rename(name, new))
        )
        sidebar.collection_dropped.connect(
            lambda name: session.act(lambda archive: archive.library.shelves.delete(name))
        )

    def _on_answered(self) -> None:
        if self._panes.place is Place.TABLE:
            self._panes.refresh()

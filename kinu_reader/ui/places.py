"""The places of the window, each with its panel and what drives it, and the ways between them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kinu_reader.tasks.series import mark_absent, series
from kinu_reader.ui.bookmarking import Bookmarking
from kinu_reader.ui.bookmarks import BookmarkSide, BookmarksPanel
from kinu_reader.ui.reviewing import Reviewing
from kinu_reader.ui.series import SeriesPanel
from kinu_reader.ui.shelving import Shelving
from kinu_reader.ui.sidebar import Place
from kinu_reader.ui.tables import BriefsPanel, ReviewPanel

if TYPE_CHECKING:
    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.citing import Manners
    from kinu_reader.ui.details import Details
    from kinu_reader.ui.panes import Panes
    from kinu_reader.ui.reader import Reader
    from kinu_reader.ui.reading import Reading
    from kinu_reader.ui.results import ResultsPanel
    from kinu_reader.ui.results.view import ResultsView
    from kinu_reader.ui.searching import Searching
    from kinu_reader.ui.session import Session
    from kinu_reader.ui.sidebar import Sidebar
    from kinu_reader.ui.theme import Theme

ANSWERS = (Place.SEARCH, Place.TABLE)  # where answers are shown


class Places(QObject):
    """Where a person is."""

    changed = Signal(Place)

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
        self.review, self.briefs, self.series = ReviewPanel(theme), BriefsPanel(theme), SeriesPanel(theme)
        self.bookmarks, self.kept = BookmarksPanel(theme), BookmarkSide(theme, manners)
        self._details = details
        self.reviewing = Reviewing(session, self.review, reading, self)
        self.shelving = Shelving(session, self.briefs, searching, reading, self)
        self.bookmarking = Bookmarking(
            session, reading, reader, details, self.bookmarks, self.kept, manners, theme, self
        )
        self._connect_sidebar(searching)
        searching.answered.connect(self._on_answered)
        self.shelving.opened.connect(lambda: self.go(Place.SEARCH))
        self.briefs.closed.connect(lambda: self.go(Place.SEARCH))
        self.series.opened.connect(self.read)
        self.series.absent_marked.connect(self._mark_absent)

    def arrange(self, results: ResultsPanel) -> None:
        """Give every place its panes; `results` are those of the search."""
        add, details = self._panes.add, self._details
        results.view.note_chosen.connect(self.bookmarking.read)
        self._sidebar.went.connect(partial(self._come_to, results.view))
        add(Place.SEARCH, results, details)
        add(Place.REVIEW, self.review, details, share=0.58, refresh=self.reviewing.refresh)
        add(Place.TABLE, self.briefs, details, share=1.0, refresh=self.shelving.refresh)
        add(Place.SERIES, self.series, details, share=1.0, refresh=self._refresh_series)
        add(Place.BOOKMARKS, self.bookmarks, self.kept, share=0.58, refresh=self.bookmarking.refresh)

    def go(self, place: Place) -> None:
        """Show a place."""
        self._panes.go(place)
        self._sidebar.show_place(place)
        if place is not Place.SEARCH and not self._sidebar.hasFocus():
            self._panes.focus_list()
        self.changed.emit(place)

    def go_to_answers(self, place: Place = Place.SEARCH) -> None:
        """Show a place; whoever looks at the answers as a table goes on doing so."""
        if place is not Place.SEARCH or self._panes.place not in ANSWERS:
            self.go(place)

    def _come_to(self, answers: ResultsView, place: Place) -> None:
        """Show a place; who comes back to the answers finds there what was read."""
        back = place is Place.SEARCH and self._panes.place not in ANSWERS
        self.go_to_answers(place)
        if back:
            answers.resume()

    def read(self, brief: int) -> None:
        """Read a brief where answers are read."""
        self._reading.read_at(brief)
        self.go(Place.SEARCH)

    def _refresh_series(self) -> None:
        self._session.ask(series, self.series.show_series)

    def _mark_absent(self, institute: str, name: str, code: str, absent: bool) -> None:
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

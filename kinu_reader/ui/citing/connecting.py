"""Where references, quotations and files can be asked for, and which briefs and bookmarks are meant there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kinu_reader.annotations.exporting import formats as bookmark_formats
from kinu_reader.cite import formats
from kinu_reader.model import Filters, SearchRequest
from kinu_reader.tasks.searching import listed
from kinu_reader.ui.bookmarks.export_menu import OF_BRIEFS, QUOTES, REFERENCES, SEQUENCE
from kinu_reader.ui.sidebar import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.model import Bookmark
    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.bookmarks import BookmarkSide, BookmarksPanel
    from kinu_reader.ui.citing.citing import Briefs
    from kinu_reader.ui.tables import BriefsPanel
    from kinu_reader.ui.window import Window


def connect(window: Window) -> None:
    """Let what is shown in a window be cited and exported."""
    citing, places, results = window.citing, window.places, window.results
    window.details.cite.all_styles_asked.connect(citing.choose_style)
    places.briefs_made.connect(partial(_connect_briefs, window))
    places.bookmarks_made.connect(partial(_connect_bookmarks, window))
    results.cite_menu.asked.connect(lambda what: citing.serve(shown_briefs(window), what))
    results.view.cited.connect(lambda brief, what: citing.serve(lambda _: [brief], what))
    window.sidebar.collection_cited.connect(lambda name, what: citing.serve(_in_collection(name), what))


def _connect_briefs(window: Window, panel: BriefsPanel) -> None:
    panel.cite_menu.asked.connect(lambda what: window.citing.serve(shown_briefs(window), what))


def _connect_bookmarks(window: Window, panel: BookmarksPanel, side: BookmarkSide) -> None:
    side.cite.all_styles_asked.connect(window.citing.choose_style)
    side.cite.gap_chosen.connect(partial(_edit_field, window))
    panel.export_asked.connect(partial(_serve_bookmarks, window))
    panel.import_asked.connect(window.receiving.ask_file)
    panel.menu.show_formats(
        [(one.id, one.name, one.extension) for one in bookmark_formats()],
        [(one.id, one.name, one.extension) for one in formats()],
    )


def shown_briefs(window: Window) -> Briefs:
    """Return which briefs are meant where a person is: those chosen, else all that are listed, else the one read."""
    panes, request = window.panes, window.searching.request
    if panes.place is Place.TABLE and len(chosen := window.places.briefs.chosen_ids()) > 1:
        return lambda _: chosen
    if panes.place in (Place.TABLE, Place.SEARCH):
        return lambda archive: [brief.id for brief in listed(archive, request)]
    if panes.place is Place.BOOKMARKS:
        lain_in = list(dict.fromkeys(bookmark.brief for bookmark in window.places.bookmarks.in_scope()))
        return lambda _: lain_in
    document = window.reader.document
    return lambda _: [document.brief] if document is not None else []


def copy_quotes(window: Window) -> None:
    """Copy the words of the bookmarks meant, with their citations; elsewhere those selected on the page."""
    if window.panes.place is Place.BOOKMARKS:
        window.citing.copy_quotes(window.places.bookmarks.in_scope())
    else:
        window.reader.quote_asked.emit()


def _in_collection(name: str) -> Briefs:
    def ids(archive: Archive) -> list[int]:
        return [brief.id for brief in listed(archive, SearchRequest("", filters=Filters(collection=name)))]

    return ids


def _serve_bookmarks(window: Window, bookmarks: Sequence[Bookmark], what: str) -> None:
    """Do what the menu of the bookmarks asks for."""
    citing = window.citing
    briefs = list(dict.fromkeys(bookmark.brief for bookmark in bookmarks))
    if what == QUOTES:
        citing.copy_quotes(bookmarks)
    elif what == SEQUENCE:
        citing.copy_sequence(bookmarks)
    elif what == REFERENCES:
        citing.copy_references(lambda _: briefs)
    elif what.startswith(OF_BRIEFS):
        citing.export_references(lambda _: briefs, what.removeprefix(OF_BRIEFS))
    else:
        citing.export_bookmarks(bookmarks, what)


def _edit_field(window: Window, field: str) -> None:
    """Go from a bookmark to the record of its brief, and let a field of it be typed."""
    document = window.reader.document
    if document is not None:
        window.places.read(document.brief)
        window.details.edit_field(field)

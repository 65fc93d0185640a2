"""From words chosen on a page to a bookmark that is kept, marked, listed, edited and cited."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kinu_reader.model import BookmarkKind, Colour
from kinu_reader.tasks.bookmarking import change, discard, keep, place_by_hand
from kinu_reader.tasks.citing import citations, place_kept, quotation, styles
from kinu_reader.tasks.reading import Place, place_at
from kinu_reader.ui.bookmarks import BookmarkDialog, BookmarkSide, BookmarksPanel, Kept
from kinu_reader.ui.clipboard import copy_rich
from kinu_reader.ui.reader import PlacedBookmark

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kinu_reader.cite import Cited, Rich
    from kinu_reader.model import Bookmark
    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.bookmarks.form import BookmarkForm
    from kinu_reader.ui.details import Details
    from kinu_reader.ui.reader import Reader
    from kinu_reader.ui.reading import Reading
    from kinu_reader.ui.session import Session
    from kinu_reader.ui.theme import Theme


class Bookmarking(QObject):
    """Keeps what a person chooses, and shows it wherever it is to be seen."""

    copied = Signal()  # words with their citation are on the clipboard

    def __init__(
        self,
        session: Session,
        reading: Reading,
        reader: Reader,
        details: Details,
        theme: Theme,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._reading, self._reader, self._details = session, reading, reader, details
        self._theme = theme
        self._here: list[Bookmark] = []  # in the open brief
        self._current: Kept | None = None  # in the list
        self._listed = False  # whether there is a list to be kept in step
        self._connect()

    def _connect(self) -> None:
        reader = self._reader
        reader.bookmark_asked.connect(lambda colour: self._keep(Colour(colour), self._put))
        reader.note_asked.connect(lambda: self._keep(Colour.AMBER, self._note))
        reader.quote_asked.connect(self._quote)
        reader.bookmark_clicked.connect(self._edit_here)
        self._reading.opened.connect(lambda _: self._mark())
        self._session.kept.connect(self._on_kept)
        self._details.bookmark_chosen.connect(self._go_here)
        self._mark()

    # -- what is made when it is first looked at

    @cached_property
    def panel(self) -> BookmarksPanel:
        """The list of all bookmarks."""
        panel = BookmarksPanel(self._theme)
        panel.view.gone_to.connect(self._show)
        panel.view.entered.connect(lambda: self._reader.setFocus())
        panel.discarded.connect(self._discard)
        self._listed = True
        return panel

    @cached_property
    def side(self) -> BookmarkSide:
        """What belongs to the bookmark chosen in the list."""
        side = BookmarkSide(self._theme, self._details.cite.chosen)
        side.cite.style_chosen.connect(self._cite)
        self._session.ask(lambda _: styles(), side.cite.show_styles)
        self._follow(side.form)
        return side

    @cached_property
    def _dialog(self) -> BookmarkDialog:
        dialog = BookmarkDialog(self._theme, self._reader)
        self._follow(dialog.form)
        return dialog

    def _follow(self, form: BookmarkForm) -> None:
        form.changed.connect(self._change)
        form.discarded.connect(lambda id: self._discard([id]))
        form.placing_asked.connect(self._place)

    def refresh(self) -> None:
        """Ask for all bookmarks."""
        self._session.ask(_all, self.panel.show_bookmarks)

    # -- in the reader

    def _keep(self, colour: Colour, then: Callable[[list[Bookmark]], None]) -> None:
        """Keep what is selected."""
        document, (start, end) = self._reader.document, self._reader.selection
        if document is None or start == end:
            return
        brief = document.brief
        self._session.act(lambda archive: [keep(archive, brief, start, end, colour=colour)], then)

    def _put(self, bookmarks: list[Bookmark]) -> None:
        self._reader.clear_selection()
        self._session.kept.emit(bookmarks)

    def _note(self, bookmarks: list[Bookmark]) -> None:
        self._put(bookmarks)
        self._dialog.edit(bookmarks[0], note=True)

    def _mark(self) -> None:
        """Ask for the bookmarks of the open brief, and mark them."""
        document = self._reader.document
        if document is None:
            return
        brief = document.brief

        def found(here: list[Bookmark]) -> None:
            if self._reader.document is not None and self._reader.document.brief == brief:
                self._here = here
                self._details.show_bookmarks(here)
                self._reader.show_bookmarks(
                    [PlacedBookmark(b.id, b.colour, b.anchor.boxes, b.note) for b in here if b.anchor.boxes]
                )

        self._session.ask(lambda archive: archive.library.bookmarks.of_brief(brief), found)

    def _edit_here(self, id: str) -> None:
        for bookmark in self._here:
            if bookmark.id == id:
                self._dialog.edit(bookmark)

    def _go_here(self, id: str) -> None:
        for bookmark in self._here:
            if bookmark.id == id:
                self._read(bookmark)

    def _quote(self) -> None:
        """Put what is selected on the clipboard, in quotation marks and with its citation."""
        document, (start, end) = self._reader.document, self._reader.selection
        if document is None or start == end:
            return
        brief, style = document.brief, self._details.cite.chosen

        def done(rich: Rich | None) -> None:
            if rich is not None:
                copy_rich(rich)
                self.copied.emit()

        self._session.ask(lambda archive: quotation(archive, brief, start, end, style), done)

    # -- in the list

    def _show(self, kept: Kept | None) -> None:
        """Show a bookmark of the list on its page, and beside it."""
        self._current = kept
        self.side.form.show_bookmark(kept.bookmark if kept else None)
        if kept is None:
            self.side.cite.show_cited(None)
            return
        self._read(kept.bookmark)
        self._cite()

    def _read(self, bookmark: Bookmark) -> None:
        anchor, brief = bookmark.anchor, bookmark.brief
        if bookmark.kind is not BookmarkKind.PASSAGE:
            self._reading.read_at(brief, Place(0, anchor.start, anchor.end, anchor.page, anchor.boxes))
            return
        self._session.ask(
            lambda archive: place_at(archive, brief, anchor.start, anchor.end),
            lambda place: self._reading.read_at(brief, place),
        )

    def _cite(self) -> None:
        kept, style = self._current, self.side.cite.chosen
        if kept is None:
            return
        bookmark = kept.bookmark

        def cited(archive: Archive) -> list[Cited]:
            return citations(archive, [bookmark.brief], style, places={bookmark.brief: place_kept(archive, bookmark)})

        def done(found: list[Cited]) -> None:
            if self._current is kept:
                self.side.cite.show_cited(found[0] if found else None)

        self._session.ask(cited, done)

    # -- what a person changes

    def _change(self, bookmark: Bookmark) -> None:
        self._session.act(lambda archive: change(archive, [bookmark]), self._session.kept.emit)

    def _discard(self, ids: list[str]) -> None:
        self._session.act(lambda archive: discard(archive, ids), self._session.kept.emit)

    def _place(self, id: str) -> None:
        """Place an orphan on what is selected."""
        start, end = self._reader.selection
        if start < end:
            self._session.act(lambda archive: [place_by_hand(archive, id, start, end)], self._session.kept.emit)

    def _on_kept(self, bookmarks: Sequence[Bookmark]) -> None:
        """Show what bookmarks are now; those that were not listed are asked for with all others."""
        if not self._listed:
            self._mark()
            return
        if all(self.panel.rows.row_of(bookmark.id) >= 0 for bookmark in bookmarks):
            self.panel.rows.change(bookmarks)
        else:
            self.refresh()
        self._mark()


def _all(archive: Archive) -> list[Kept]:
    bookmarks = archive.library.bookmarks.find()
    briefs = archive.library.briefs(list({bookmark.brief for bookmark in bookmarks}))
    return [Kept(bookmark, briefs[bookmark.brief]) for bookmark in bookmarks]

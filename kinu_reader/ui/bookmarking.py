"""From words chosen on a page to a bookmark that is kept, marked, listed, edited and cited."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kinu_reader.model import BookmarkKind
from kinu_reader.tasks.bookmarking import bring_marks, change, discard, place_by_hand
from kinu_reader.tasks.citing import place_kept, preview
from kinu_reader.tasks.reading import Place, place_at
from kinu_reader.ui.bookmarks import BookmarkDialog, BookmarkSide, BookmarksPanel, Kept
from kinu_reader.ui.marking import Marking

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kinu_reader.model import Bookmark
    from kinu_reader.tasks.archive import Archive
    from kinu_reader.tasks.bookmarking import Brought
    from kinu_reader.tasks.citing import Preview
    from kinu_reader.ui.bookmarks.form import BookmarkForm
    from kinu_reader.ui.citing import Manners
    from kinu_reader.ui.details import Details
    from kinu_reader.ui.reader import Reader
    from kinu_reader.ui.reading import Reading
    from kinu_reader.ui.session import Session
    from kinu_reader.ui.showing import Showing
    from kinu_reader.ui.theme import Theme


class Bookmarking(QObject):
    """Keeps what a person chooses, and shows it wherever it is to be seen."""

    said = Signal(str)  # what was done
    form_made = Signal(object)  # this form is there from now on

    def __init__(
        self,
        session: Session,
        reading: Reading,
        reader: Reader,
        details: Details,
        manners: Manners,
        theme: Theme,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._reading, self._reader, self._details = session, reading, reader, details
        self._manners, self._theme = manners, theme
        self._current: Kept | None = None  # in the list
        self._listed = False  # whether there is a list to be kept in step
        self.marking = self.mark_in(reading, reader, self)
        self._connect()

    def _connect(self) -> None:
        details = self._details
        self.marking.found.connect(details.show_bookmarks)
        self._session.kept.connect(self._on_kept)
        details.bookmark_chosen.connect(self._go_here)
        details.marks_asked.connect(self._bring_marks)
        self._manners.changed.connect(self._cite)

    # -- what is made when it is first looked at

    @cached_property
    def panel(self) -> BookmarksPanel:
        """The list of all bookmarks."""
        panel = BookmarksPanel(self._theme)
        panel.view.gone_to.connect(self._show)
        panel.discarded.connect(self._discard)
        panel.changed.connect(self._change)
        self._listed = True
        return panel

    @cached_property
    def side(self) -> BookmarkSide:
        """What belongs to the bookmark chosen in the list."""
        side = BookmarkSide(self._theme, self._manners)
        self._follow(side.form)
        return side

    @cached_property
    def _dialog(self) -> BookmarkDialog:
        dialog = BookmarkDialog(self._theme, self._reader)
        self._follow(dialog.form)
        return dialog

    def _follow(self, form: BookmarkForm) -> None:
        form.changed.connect(lambda bookmark: self._change(lambda: [bookmark]))
        form.picture_asked.connect(partial(self._picture, form))
        form.discarded.connect(lambda id: self._discard([id]))
        form.placing_asked.connect(self._place)
        self.form_made.emit(form)

    def refresh(self) -> None:
        """Ask for all bookmarks."""
        self._session.ask(_all, self.panel.show_bookmarks)

    # -- in a reader

    def mark_in(self, showing: Showing, reader: Reader, parent: QObject) -> Marking:
        """Keep what is selected in a reader, and mark there what is kept."""
        return Marking(self._session, showing, reader, self._edit, parent)

    def _edit(self, bookmark: Bookmark, note: bool) -> None:
        self._dialog.edit(bookmark, note=note)

    def _go_here(self, id: str) -> None:
        if (bookmark := self.marking.bookmark(id)) is not None:
            self.read(bookmark)

    # -- in the list

    def _show(self, kept: Kept | None) -> None:
        """Show a bookmark of the list on its page, and beside it."""
        self._current = kept
        self.side.form.show_bookmark(kept.bookmark if kept else None)
        if kept is None:
            self.side.cite.show_cited(None)
            return
        self.read(kept.bookmark)
        self._cite()

    def read(self, bookmark: Bookmark) -> None:
        """Show a bookmark on its page."""
        anchor, brief = bookmark.anchor, bookmark.brief
        if bookmark.kind is not BookmarkKind.PASSAGE:
            self._reading.read_at(brief, Place(0, anchor.start, anchor.end, anchor.page, anchor.boxes))
            return
        self._session.ask(
            lambda archive: place_at(archive, brief, anchor.start, anchor.end),
            lambda place: self._reading.read_at(brief, place),
        )

    def _cite(self) -> None:
        kept, manner = self._current, self._manners.manner
        if kept is None:
            return
        bookmark = kept.bookmark

        def cited(archive: Archive) -> Preview | None:
            return preview(archive, bookmark.brief, manner, place_kept(archive, bookmark))

        def done(shown: Preview | None) -> None:
            if self._current is kept and manner == self._manners.manner:
                self.side.cite.show_cited(shown)

        self._session.ask(cited, done)

    # -- what a person changes

    def _change(self, wanted: Callable[[], list[Bookmark]]) -> None:
        self._session.act(lambda archive: change(archive, wanted()), self._session.kept.emit)

    def _picture(self, form: BookmarkForm, id: str) -> None:
        """Show how a bookmark looked on its page."""
        self._session.ask(
            lambda archive: archive.library.bookmarks.picture(id), lambda picture: form.show_picture(id, picture)
        )

    def _bring_marks(self, brief: int) -> None:
        """Keep what another program marked in the PDF of a brief."""

        def done(brought: Brought) -> None:
            self._session.kept.emit(list(brought.bookmarks))
            self.said.emit(
                self.tr("%n bookmark(s) brought in from this PDF", "", len(brought.bookmarks))
                if brought.bookmarks
                else self.tr("All marks of this PDF are bookmarks already")
                if brought.marks
                else self.tr("There are no marks in this PDF")
            )

        self._session.act(lambda archive: bring_marks(archive, brief), done)

    def _discard(self, ids: list[str]) -> None:
        self._session.act(lambda archive: discard(archive, ids), self._session.kept.emit)

    def _place(self, id: str) -> None:
        """Place an orphan on what is selected."""
        start, end = self._reader.selection
        if start < end:
            self._session.act(lambda archive: [place_by_hand(archive, id, start, end)], self._session.kept.emit)

    def _on_kept(self, bookmarks: Sequence[Bookmark]) -> None:
        """Show what bookmarks are now; those that were not listed are asked for with all others."""
        if self._listed and self.panel.isVisible() and not self.panel.show_changed(bookmarks):
            self.refresh()  # a list that is not visible asks when one goes there


def _all(archive: Archive) -> list[Kept]:
    bookmarks = archive.library.bookmarks.find()
    briefs = archive.library.briefs(list({bookmark.brief for bookmark in bookmarks}))
    kept = [Kept.of(bookmark, briefs[bookmark.brief]) for bookmark in bookmarks]
    return sorted(kept, key=lambda one: one.bookmark.created, reverse=True)

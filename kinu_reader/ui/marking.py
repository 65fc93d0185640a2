"""What is kept of the brief in one reader: marked on its pages, and added to by what is selected there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kinu_reader.model import Colour
from kinu_reader.tasks.bookmarking import keep
from kinu_reader.ui.reader import PlacedBookmark

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinu_reader.model import Bookmark
    from kinu_reader.ui.reader import Reader
    from kinu_reader.ui.session import Session
    from kinu_reader.ui.showing import Showing


class Marking(QObject):
    """Keeps what a person selects in a reader, and shows there what is kept.

    `edit` lets a bookmark be edited; with True its note is what one types into.
    """

    found = Signal(list)  # the bookmarks of the brief that is read

    def __init__(
        self,
        session: Session,
        showing: Showing,
        reader: Reader,
        edit: Callable[[Bookmark, bool], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._reader, self._edit = session, reader, edit
        self._here: list[Bookmark] = []
        reader.bookmark_asked.connect(lambda colour: self._keep(Colour(colour), self._put))
        reader.note_asked.connect(lambda: self._keep(Colour.AMBER, self._note))
        reader.bookmark_clicked.connect(self._edit_here)
        showing.opened.connect(self._mark)
        session.kept.connect(self._mark)

    def bookmark(self, id: str) -> Bookmark | None:
        """Return a bookmark of the brief that is read."""
        return next((bookmark for bookmark in self._here if bookmark.id == id), None)

    def _keep(self, colour: Colour, then: Callable[[list[Bookmark]], None]) -> None:
        """Keep what is selected."""
        document, (start, end) = self._reader.document, self._reader.selection
        if document is None or start == end:
            return
        brief = document.brief
        self._session.act(lambda archive: [keep(archive, brief, start, end, colour=colour)], then)

    def _put(self, bookmarks: list[Bookmark]) -> None:
        if self._reader.document is not None:  # else the reader is closed meanwhile
            self._reader.clear_selection()
        self._session.kept.emit(bookmarks)

    def _note(self, bookmarks: list[Bookmark]) -> None:
        self._put(bookmarks)
        self._edit(bookmarks[0], True)

    def _mark(self) -> None:
        """Ask for the bookmarks of the open brief, and mark them."""
        document = self._reader.document
        if document is None:
            return
        brief = document.brief

        def found(here: list[Bookmark]) -> None:
            if self._reader.document is not None and self._reader.document.brief == brief:
                self._here = here
                self._reader.show_bookmarks(
                    [PlacedBookmark(b.id, b.colour, b.anchor.boxes, b.note) for b in here if b.anchor.boxes]
                )
                self.found.emit(here)

        self._session.ask(lambda archive: archive.library.bookmarks.of_brief(brief), found)

    def _edit_here(self, id: str) -> None:
        if (bookmark := self.bookmark(id)) is not None:
            self._edit(bookmark, False)

"""From a row of the results to the place on its page, and the record and the citation beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kinu_reader.tasks.citing import place_of, preview
from kinu_reader.ui.showing import Showing, Wish

if TYPE_CHECKING:
    from kinu_reader.model import Pinpoint
    from kinu_reader.tasks.citing import Preview
    from kinu_reader.tasks.reading import OpenBrief, Place
    from kinu_reader.ui.citing import Manners
    from kinu_reader.ui.details import Details
    from kinu_reader.ui.reader import Reader
    from kinu_reader.ui.results.model import Row
    from kinu_reader.ui.session import Session


class Reading(Showing):
    """What the reader and the details beside it show."""

    stepped = Signal(int, int)  # to another hit: brief, passage

    def __init__(self, session: Session, reader: Reader, details: Details, manners: Manners, parent: QObject) -> None:
        super().__init__(session, reader, parent)
        self._details, self._manners = details, manners
        self._described: OpenBrief | None = None
        self._place: Pinpoint | None = None  # where the citation points to
        self._describing = QTimer(self, singleShot=True, interval=0)  # in a turn of its own, after the page
        self._describing.timeout.connect(self._describe)
        reader.hit_changed.connect(self._on_stepped)
        details.edited.connect(session.edit)
        details.ocr_asked.connect(session.recognise)
        manners.changed.connect(self._cite)

    def close(self) -> None:
        """Show nothing."""
        super().close()
        self._described = None
        self._details.show_brief(None)

    def read(self, row: Row, *, jump: bool | None = None) -> None:
        """Show a row: its passage on its page, and the record beside it.

        What one has only come by, walking down the list, is nothing to go back to.
        """
        if row.answer is not None:
            leads_back = self.visiting.settled if jump is None else jump
            self._wish_for(Wish(row.answer.brief.id, row.hit, jump=leads_back))

    def _wish_for(self, wish: Wish) -> None:
        hit = wish.hit
        self._place = place_of(hit.page_label, hit.passage) if hit else None
        super()._wish_for(wish)

    def _show(self, opened: OpenBrief) -> None:
        if self._wish.place is not None:
            self._place = self._pinpoint(self._wish.place)
        self._cite()
        super()._show(opened)
        self._describing.start()

    def _describe(self) -> None:
        opened = self._opened
        if opened is not None and opened is not self._described:
            self._described = opened
            self._details.show_brief(opened.brief, opened.pages, opened.editions, opened.collections, opened.versions)

    def _cite(self) -> None:
        """Show how the brief, at the place being read, is cited."""
        cite, place, brief = self._details.cite, self._place, self._wish.brief
        manner = self._manners.manner

        def done(shown: Preview | None) -> None:
            if (place, brief, manner) == (self._place, self._wish.brief, self._manners.manner):
                cite.show_cited(shown)

        if self._opened is not None:
            self._session.ask(lambda archive: preview(archive, brief, manner, place), done)

    def _on_stepped(self, index: int) -> None:
        """Follow a person from hit to hit of the open brief."""
        if self._opened is not None:
            place = self._places()[index]
            self._place = self._pinpoint(place)
            self._cite()
            self.stepped.emit(self._opened.brief.id, place.passage)

    def _pinpoint(self, place: Place) -> Pinpoint | None:
        return place_of(self._opened.pages[place.page - 1].label, place.passage) if self._opened else None

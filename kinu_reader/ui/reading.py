"""From a row of the results to the place on its page: opens the brief, finds the hit among its hits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kinu_reader.model import ArchivedBrief, Hit, Pinpoint, Query
from kinu_reader.tasks.citing import citations, place_of
from kinu_reader.tasks.reading import Place, find_in, open_brief
from kinu_reader.ui.reader import OpenDocument, PlacedHit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtPrintSupport import QPrinter

    from kinu_reader.cite import Cited
    from kinu_reader.extract import Heading
    from kinu_reader.tasks.reading import OpenBrief, Place
    from kinu_reader.ui.details import Details
    from kinu_reader.ui.reader import Reader
    from kinu_reader.ui.results.model import Row
    from kinu_reader.ui.session import Session

NO_QUERY = Query("", ())


@dataclass(frozen=True)
class Wish:
    """What a person wants to read: a brief, at a hit or at some other place."""

    brief: int = 0
    hit: Hit | None = None
    place: Place | None = None


class Reading(QObject):
    """What reader and details show. Only the newest wish counts: a brief that arrives too late is not shown."""

    stepped = Signal(int, int)  # to another hit: brief, passage
    opened = Signal(object)  # the OpenBrief that the reader shows

    def __init__(self, session: Session, reader: Reader, details: Details, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._reader, self._details = session, reader, details
        self._query = NO_QUERY
        self._opened: OpenBrief | None = None
        self._wish = Wish()
        self._place: Pinpoint | None = None  # where the citation points to
        self._waiting: dict[str, Callable[[], None]] = {}  # asked of a brief while it was being opened
        self._sought = ("", False)  # in the open brief, and whether exactly that
        reader.hit_changed.connect(self._on_stepped)
        details.edition_asked.connect(lambda id: self._wish_for(Wish(id)))
        reader.find_asked.connect(self._find)
        reader.print_asked.connect(self._print)
        reader.outline_asked.connect(self._outline)
        details.edited.connect(session.edit)
        details.ocr_asked.connect(session.recognise)
        details.cite.style_chosen.connect(self._cite)
        session.edited.connect(self._on_edited)

    def follow(self, query: Query) -> None:
        """From now on mark what answers this query; what an earlier one had marked is marked no more."""
        if query != self._query:
            self._query, self._opened = query, None
            if self._reader.document is not None:
                self._reader.open(self._reader.document)

    def close(self) -> None:
        """Show nothing."""
        self._opened, self._wish = None, Wish()
        self._reader.clear()
        self._details.show_brief(None)

    def read(self, row: Row) -> None:
        """Show a row: its passage on its page, and the record beside it."""
        if row.answer is not None:
            self._wish_for(Wish(row.answer.brief.id, row.hit))

    def read_at(self, brief: int, place: Place | None = None) -> None:
        """Show a brief, with a place of it marked and in view in place of its hits."""
        self._wish_for(Wish(brief, place=place))

    def _on_edited(self, brief: ArchivedBrief) -> None:
        if self._opened is not None and self._opened.brief.id == brief.id:
            self._opened = None  # its pages may be others now, or be called otherwise
            self._wish_for(self._wish)

    def _cite(self) -> None:
        """Show how the brief, at the place being read, is cited."""
        cite, place, brief = self._details.cite, self._place, self._wish.brief
        style = cite.chosen

        def done(cited: list[Cited]) -> None:
            if (place, brief) == (self._place, self._wish.brief):
                cite.show_cited(cited[0] if cited else None)

        if self._opened is not None:
            self._session.ask(lambda archive: citations(archive, [brief], style, places={brief: place}), done)

    def _on_stepped(self, index: int) -> None:
        """Follow a person from hit to hit of the open brief."""
        if self._opened is not None:
            place = self._places()[index]
            self._place = self._pinpoint(place)
            self._cite()
            self.stepped.emit(self._opened.brief.id, place.passage)

    def _find(self, text: str, exact: bool) -> None:
        """Find what was typed in the open brief."""
        opened, self._sought = self._opened, (text, exact)
        if opened is None:
            self._waiting["find"] = lambda: self._find(text, exact)
            return
        brief = opened.brief.id

        def done(places: tuple[Place, ...]) -> None:
            if self._wish.brief == brief and self._sought == (text, exact):
                self._reader.show_found(_placed(places))

        self._session.ask(lambda archive: find_in(archive, brief, text, exact=exact), done)

    def _print(self, printer: QPrinter) -> None:
        if self._reader.document is not None:
            self._session.print_pages(self._reader.document, printer)

    def _wish_for(self, wish: Wish) -> None:
        self._wish = wish
        brief, hit = wish.brief, wish.hit
        self._place = place_of(hit.page_label, hit.passage) if hit else None
        if self._opened is not None and self._opened.brief.id == brief:
            self._show(self._opened)
        else:
            query = self._query
            self._session.ask(
                lambda archive: open_brief(archive, brief, query), lambda opened: self._on_opened(opened, query)
            )

    def _on_opened(self, opened: OpenBrief | None, query: Query) -> None:
        if opened is None or query != self._query or opened.brief.id != self._wish.brief:
            return
        self._opened = opened
        self._details.show_brief(opened.brief, opened.pages, opened.editions)
        self._show(opened)

    def _outline(self) -> None:
        opened = self._opened
        if opened is None:
            self._waiting["outline"] = self._outline
            return
        brief = opened.brief.id

        def done(outline: tuple[Heading, ...]) -> None:
            if self._wish.brief == brief:
                self._reader.show_outline(outline)

        self._session.outline(opened, done)

    def _pinpoint(self, place: Place) -> Pinpoint | None:
        return place_of(self._opened.pages[place.page - 1].label, place.passage) if self._opened else None

    def _places(self) -> tuple[Place, ...]:
        """Return what is marked: the place asked for, or every hit."""
        if self._wish.place is not None:
            return (self._wish.place,)
        return self._opened.places if self._opened else ()

    def _show(self, opened: OpenBrief) -> None:
        brief, hit, places = opened.brief, self._wish.hit, self._places()
        if self._wish.place is not None:
            self._place = self._pinpoint(self._wish.place)
        self._cite()
        title = brief.record.title or brief.file
        document = OpenDocument(brief.id, opened.file, brief.kind, opened.pages, title, opened.text)
        hits = _placed(places)
        # With marks in it the hit leads to the best of them, else to the first of its brief.
        at = hit.start + hit.highlights[hit.lead][0] if hit and hit.highlights else -1
        current = next((n for n, place in enumerate(places) if place.start <= at < place.end), 0)
        self._reader.open(document, hits, current if hits else -1)
        waiting, self._waiting = self._waiting, {}
        for ask in waiting.values():
            ask()
        self.opened.emit(opened)
        if hit and not hits:  # a passage that is like another, and holds nothing to mark
            self._reader.go_to_page(hit.page)


def _placed(places: Iterable[Place]) -> list[PlacedHit]:
    return [PlacedHit(place.page, place.boxes, place.passage) for place in places]

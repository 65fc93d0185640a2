"""What a reader shows: opens a brief, with what answers the query marked in it, at the place that was wished for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kinu_reader.model import ArchivedBrief, Hit, Query, Standing
from kinu_reader.tasks.reading import Place, find_in
from kinu_reader.tasks.visiting import reopen
from kinu_reader.ui.desk.visiting import Visiting
from kinu_reader.ui.reader import OpenDocument, PlacedHit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtPrintSupport import QPrinter

    from kinu_reader.extract import Heading
    from kinu_reader.tasks.archive import Archive
    from kinu_reader.tasks.reading import OpenBrief
    from kinu_reader.tasks.visiting import Reopened
    from kinu_reader.ui.reader import Reader
    from kinu_reader.ui.reader.trail import Stop
    from kinu_reader.ui.session import Session

NO_QUERY = Query("", ())


@dataclass(frozen=True)
class Wish:
    """What a person wants to read: a brief, at a hit, at some other place, or where it was left off."""

    brief: int = 0
    hit: Hit | None = None
    place: Place | None = None
    at: Standing | None = None
    stop: Stop | None = None
    jump: bool = True  # Alt+Left leads back to what was read before

    @property
    def anywhere(self) -> bool:
        """Whether any place of the brief will do."""
        return not (self.hit or self.place or self.at or self.stop)


class Showing(QObject):
    """What one reader shows. Only the newest wish counts: a brief that arrives too late is not shown."""

    opened = Signal(object)  # the OpenBrief that the reader shows
    gone = Signal(int)  # a brief that was wished for and is not in the archive

    def __init__(self, session: Session, reader: Reader, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._reader = session, reader
        self.visiting = Visiting(session, reader, self)
        self._query = NO_QUERY
        self._opened: OpenBrief | None = None
        self._hits: tuple[PlacedHit, ...] = ()  # all that is marked in it
        self._wish = Wish()
        self._waiting: dict[str, Callable[[], None]] = {}  # asked of a brief while it is being opened
        self._sought = ("", False)  # in the open brief, and whether exactly that
        reader.find_asked.connect(self._find)
        reader.print_asked.connect(self._print)
        reader.outline_asked.connect(self._outline)
        reader.trail_led.connect(lambda stop: self._wish_for(Wish(stop.brief, stop=stop, jump=False)))
        session.edited.connect(self._on_edited)

    @property
    def query(self) -> Query:
        """What is marked."""
        return self._query

    @property
    def shown(self) -> OpenBrief | None:
        """What the reader shows, None while it is being opened."""
        return self._opened

    # -- wishing

    def follow(self, query: Query) -> None:
        """From now on mark what answers this query; what an earlier one had marked is marked no more."""
        if query != self._query:
            self._query, self._opened = query, None
            if self._reader.document is not None:
                self._reader.open(self._reader.document)

    def close(self) -> None:
        """Show nothing."""
        self._opened, self._wish, self._waiting = None, Wish(), {}
        self.visiting.forget()
        self._reader.clear()

    def read_at(self, brief: int, place: Place | None = None, *, jump: bool = True) -> None:
        """Show a brief, with a place of it marked and in view in place of its hits, or where it was left off."""
        self._wish_for(Wish(brief, place=place, jump=jump))

    def resume(self, brief: int, at: Standing | None) -> None:
        """Show a brief where one stood in it."""
        self._wish_for(Wish(brief, at=at, jump=False))

    def intend(self, brief: int, at: Standing | None) -> None:
        """Wish for a brief that is to be shown by the next `stay`."""
        self._opened, self._wish = None, Wish(brief, at=at, jump=False)

    def stay(self) -> None:
        """Read on where one is, with what answers the query now marked."""
        if self._opened is None and self._wish.brief:
            self._renew()

    def _renew(self) -> None:
        document = self._reader.document
        reading = document is not None and document.brief == self._wish.brief
        at = self._reader.pages.standing if reading else self._wish.at
        self._wish_for(replace(self._wish, at=at, stop=None, jump=False))

    def _on_edited(self, brief: ArchivedBrief) -> None:
        if self._opened is not None and self._opened.brief.id == brief.id:
            self._opened = None  # its pages may be others now, or be called otherwise
            self._renew()

    def _wish_for(self, wish: Wish) -> None:
        self._wish = wish
        brief = wish.brief
        if self._opened is not None and self._opened.brief.id == brief:
            if wish.anywhere:
                self._wish = replace(wish, at=self._reader.pages.standing)
            self._show(self._opened)
        else:
            query = self._query
            self._session.ask(
                lambda archive: _reopened(archive, brief, query), lambda found: self._on_opened(found, brief, query)
            )

    # -- showing

    def _on_opened(self, found: _Found | None, brief: int, query: Query) -> None:
        if query != self._query or brief != self._wish.brief:
            return
        if found is None:
            self.gone.emit(brief)
            return
        opened, self._hits = found.reopened, found.hits
        self._opened = opened.brief
        wish = self._wish
        if wish.anywhere:
            self._wish = replace(wish, at=self.visiting.left_at(brief) or opened.left_at)
        self._show(opened.brief)

    def _show(self, opened: OpenBrief) -> None:
        brief, wish, places, shown = opened.brief, self._wish, self._places(), self._reader.document
        if shown is not None and shown.brief != brief.id:
            if wish.jump:
                self._reader.pages.leave()
            self.visiting.leave()
        title = brief.record.title or brief.file
        document = OpenDocument(brief.id, opened.file, brief.kind, opened.pages, title, opened.text)
        hits = self._hits if places is opened.places else _placed(places)
        current = self._current(places)
        self._reader.open(document, hits, current, at=wish.at, jumping=wish.jump)
        if wish.stop is not None:
            self._reader.pages.show_spot(wish.stop.spot)
        elif wish.hit and not hits:  # a passage that is like another, and holds nothing to mark
            self._reader.go_to_page(wish.hit.page)
        self.visiting.begin(brief.id)
        waiting, self._waiting = self._waiting, {}
        for ask in waiting.values():
            ask()
        self.opened.emit(opened)

    def _places(self) -> tuple[Place, ...]:
        """Return what is marked: the place asked for, or every hit."""
        if self._wish.place is not None:
            return (self._wish.place,)
        return self._opened.places if self._opened else ()

    def _current(self, places: tuple[Place, ...]) -> int:
        """Return which of the places to go to; -1 for none, if one wants to read elsewhere."""
        hit = self._wish.hit
        if not places or (hit is None and (self._wish.at or self._wish.stop)):
            return -1
        # With marks in it the hit leads to the best of them, else to the first of its brief.
        at = hit.start + hit.highlights[hit.lead][0] if hit and hit.highlights else -1
        return next((n for n, place in enumerate(places) if place.start <= at < place.end), 0)

    # -- what the reader asks for

    def _find(self, text: str, exact: bool) -> None:
        """Find what was typed in the open brief."""
        opened, self._sought = self._opened, (text, exact)
        if opened is None:
            self._waiting["find"] = lambda: self._find(text, exact)
            return

        def done(places: tuple[Place, ...]) -> None:
            if self._opened is opened and self._sought == (text, exact):
                self._reader.show_found(_placed(places))

        id = opened.brief.id
        self._session.ask(lambda archive: find_in(archive, id, text, exact=exact), done)

    def _print(self, printer: QPrinter) -> None:
        if self._reader.document is not None:
            self._session.print_pages(self._reader.document, printer)

    def _outline(self) -> None:
        opened = self._opened
        if opened is None:
            self._waiting["outline"] = self._outline
            return

        def done(outline: tuple[Heading, ...]) -> None:
            if self._opened is opened:
                self._reader.show_outline(outline)

        self._session.outline(opened, done)


@dataclass(frozen=True)
class _Found:
    reopened: Reopened
    hits: tuple[PlacedHit, ...]  # in the brief; made by the worker, for they may be thousands


def _reopened(archive: Archive, brief: int, query: Query) -> _Found | None:
    found = reopen(archive, brief, query)
    return _Found(found, _placed(found.brief.places)) if found is not None else None


def _placed(places: Iterable[Place]) -> tuple[PlacedHit, ...]:
    return tuple(PlacedHit(place.page, place.boxes, place.passage, place.start) for place in places)

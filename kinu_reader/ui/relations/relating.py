"""From what a person asks of a brief, or of the archive, to the dialog that answers it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kinu_reader.model import Field
from kinu_reader.tasks.editions import evidence
from kinu_reader.tasks.holdings import all_briefs
from kinu_reader.tasks.reading import near_in
from kinu_reader.ui.relations.deciders import Duplicates, Editions, Names
from kinu_reader.ui.relations.name_dialog import NameDialog
from kinu_reader.ui.relations.pair_dialog import PairDialog
from kinu_reader.ui.relations.records import Records

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kinu_reader.model import ArchivedBrief
    from kinu_reader.tasks.archive import Archive
    from kinu_reader.tasks.holdings import Holdings
    from kinu_reader.ui.theme import Theme
    from kinu_reader.ui.window import Window


class Relations(QObject):
    """What briefs are to one another, in one window."""

    def __init__(self, theme: Theme, window: Window) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        session = window.session
        self.duplicates, self.editions = Duplicates(session, window), Editions(session, window)
        self.names, self.records = Names(session, window), Records(session, theme, window)
        self._tags: Iterable[str] = ()
        self._collections: Iterable[str] = ()
        session.held.connect(self._on_held)
        for decider in (self.duplicates, self.editions):
            decider.opened.connect(window.places.read)
        self.duplicates.changed.connect(window.places.refresh_bookmarks)
        self._connect_menus()
        self._connect_details()

    def _connect_menus(self) -> None:
        top, view = self._window.top, self._window.results.view
        top.duplicates_asked.connect(self.duplicates.open)
        top.editions_asked.connect(self.editions.open)
        top.names_asked.connect(self.names.open_for)
        top.reread_asked.connect(self.records.read_again)
        top.patterns_asked.connect(self.records.show_patterns)
        self._window.places.series_made.connect(lambda panel: panel.duplicates_asked.connect(self.duplicates.open))
        view.tag_asked.connect(self._ask_tag)
        view.collected.connect(lambda brief, name: self.collect(brief, name, True))
        view.collection_asked.connect(self._ask_collection)

    def _connect_details(self) -> None:
        asks, records = self._window.details.asks, self.records
        asks.edition_asked.connect(self._open_edition)
        asks.edition_decided.connect(self.editions.say)
        asks.pairing_asked.connect(self._ask_pair)
        asks.versions_asked.connect(records.show_versions)
        asks.pattern_asked.connect(records.preview_pattern)
        asks.patterns_asked.connect(records.show_patterns)
        asks.reading_asked.connect(records.read_again)
        asks.search_asked.connect(self._search)
        asks.spellings_asked.connect(lambda field, name: self.names.open_for(Field(field), name))
        asks.tagged.connect(self.tag)
        asks.collected.connect(self.collect)

    # -- editions

    def _open_edition(self, other: int) -> None:
        """Open another edition near the place being read."""
        reader, reading = self._window.reader, self._window.reading
        document = reader.document
        if document is None:
            reading.read_at(other)
            return
        brief, offset = document.brief, reader.offset
        self._session.ask(
            lambda archive: near_in(archive, brief, offset, other), lambda place: reading.read_at(other, place)
        )

    def _ask_pair(self, brief: int) -> None:
        self._session.ask(all_briefs, partial(self._show_pairing, brief))

    def _show_pairing(self, id: int, briefs: list[ArchivedBrief]) -> None:
        brief = next((one for one in briefs if one.id == id), None)
        if brief is None:
            return
        dialog = PairDialog(brief.record.title or brief.file, self._window)
        dialog.field.show_briefs([one for one in briefs if one.id != id])
        dialog.weighed.connect(
            lambda other: self._session.ask(lambda archive: evidence(archive, id, other), dialog.show_evidence)
        )
        dialog.paired.connect(lambda other: self.editions.say(id, other, True))
        dialog.open()

    # -- tags and collections

    def tag(self, brief: int, tag: str, on: bool) -> None:
        """Give a brief a tag, or take it off."""

        def tagged(archive: Archive) -> list[ArchivedBrief]:
            shelves = archive.library.shelves
            (shelves.tag if on else shelves.untag)([brief], tag)
            return list(archive.library.briefs([brief]).values())

        self._session.act(tagged, self._session.show_edited)

    def collect(self, brief: int, name: str, on: bool) -> None:
        """Put a brief into a collection, or take it out."""

        def collected(archive: Archive) -> list[ArchivedBrief]:
            shelves = archive.library.shelves
            (shelves.put if on else shelves.take)([brief], name)
            return list(archive.library.briefs([brief]).values())

        self._session.act(collected, self._session.show_edited)

    def _ask_tag(self, brief: int) -> None:
        dialog = NameDialog(self.tr("Add a tag"), self.tr("Tag"), self._tags, self._window)
        dialog.named.connect(lambda name: self.tag(brief, name, True))
        dialog.open()

    def _ask_collection(self, brief: int) -> None:
        dialog = NameDialog(self.tr("New collection"), self.tr("Collection"), self._collections, self._window)
        dialog.named.connect(lambda name: self.collect(brief, name, True))
        dialog.open()

    # -- the window

    def _search(self, text: str) -> None:
        self._window.places.go_to_answers()
        self._window.top.search.setText(text)

    def _on_held(self, holdings: Holdings) -> None:
        self._tags, self._collections = tuple(holdings.tags), tuple(holdings.collections)
        self._window.results.view.collections = tuple(holdings.collections)
        self._window.details.show_holdings(holdings)

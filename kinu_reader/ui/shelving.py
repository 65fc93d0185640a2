"""The answers to the search in force as a table: looked over, chosen by the many, corrected and tagged together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kinu_reader.tasks.corrections import appending, replacing
from kinu_reader.tasks.editing import correct, edit
from kinu_reader.tasks.searching import listed

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinu_reader.model import ArchivedBrief
    from kinu_reader.tasks.archive import Archive
    from kinu_reader.tasks.editing import Correction
    from kinu_reader.ui.reading import Reading
    from kinu_reader.ui.searching import Searching
    from kinu_reader.ui.session import Session
    from kinu_reader.ui.tables import BriefsPanel


class Shelving(QObject):
    """Fills the table and keeps what a person does in it."""

    opened = Signal()  # a brief of the table is to be read

    def __init__(
        self, session: Session, panel: BriefsPanel, searching: Searching, reading: Reading, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._panel, self._searching, self._reading = session, panel, searching, reading
        panel.chosen.connect(lambda brief, _: reading.read_at(brief))
        panel.entered.connect(self._open)
        panel.edited.connect(self._edit)
        panel.replaced.connect(lambda briefs, *words: self._correct(briefs, lambda: replacing(*words)))
        panel.appended.connect(lambda briefs, *words: self._correct(briefs, lambda: appending(*words)))
        panel.tagged.connect(self._tag)
        panel.collected.connect(self._collect)
        panel.binned.connect(session.delete)
        session.edited.connect(panel.rows.show_brief)

    def refresh(self) -> None:
        """Ask for the briefs that answer now."""
        request, place = self._searching.request, self._searching.place

        def done(briefs: list[ArchivedBrief]) -> None:
            if request == self._searching.request:
                self._panel.show_briefs(briefs, place)

        self._session.ask(lambda archive: listed(archive, request), done)

    def _open(self, brief: int) -> None:
        self._reading.read_at(brief)
        self.opened.emit()

    def _edit(self, briefs: list[int], field: str, text: str) -> None:
        self._session.act(lambda archive: edit(archive, briefs, {field: text}), self._session.show_edited)

    def _correct(self, briefs: list[int], make: Callable[[], Correction]) -> None:
        """Correct briefs; what cannot be is said like any other trouble."""
        self._session.act(lambda archive: correct(archive, briefs, make()), self._session.show_edited)

    def _tag(self, briefs: list[int], tag: str) -> None:
        def tagged(archive: Archive) -> list[ArchivedBrief]:
            archive.library.shelves.tag(briefs, tag)
            return list(archive.library.briefs(briefs).values())

        self._session.act(tagged, self._session.show_edited)

    def _collect(self, briefs: list[int], name: str) -> None:
        self._session.act(lambda archive: archive.library.shelves.put(briefs, name))

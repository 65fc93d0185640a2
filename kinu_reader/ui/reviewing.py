"""Work on records, one by one or many at once: the table of doubts and the table of briefs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kinu_reader.model import Filters
from kinu_reader.tasks.editing import edit
from kinu_reader.tasks.evidence import evidence

if TYPE_CHECKING:
    from kinu_reader.tasks.archive import Archive
    from kinu_reader.tasks.reading import Place
    from kinu_reader.ui.reading import Reading
    from kinu_reader.ui.session import Session
    from kinu_reader.ui.tables import ReviewPanel
    from kinu_reader.ui.tables.review_model import Doubtful


class Reviewing(QObject):
    """Asks for what is doubtful, shows where it stands on the page, and keeps what a person decides."""

    def __init__(self, session: Session, panel: ReviewPanel, reading: Reading, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._panel, self._reading = session, panel, reading
        self._wish = (0, "")
        panel.chosen.connect(self._show)
        panel.edited.connect(self._edit)
        panel.accepted.connect(self._accept)
        session.edited.connect(panel.rows.forget)

    def refresh(self) -> None:
        """Ask for what is doubtful now."""
        self._session.ask(_doubts, self._panel.show_doubts)

    def _show(self, brief: int, field: str) -> None:
        """Show the page a value was read from, the value marked on it."""
        self._wish = brief, field

        def found(place: Place | None) -> None:
            if self._wish == (brief, field):
                self._reading.read_at(brief, place)

        self._session.ask(lambda archive: evidence(archive, brief, field), found)

    def _edit(self, briefs: list[int], field: str, text: str) -> None:
        self._session.act(lambda archive: edit(archive, briefs, {field: text}), self._session.show_edited)

    def _accept(self, right: dict[str, list[int]]) -> None:
        pass


def _doubts(archive: Archive) -> list[Doubtful]:
    """Return the doubtful fields, those that one decision may mend together."""
    ids = archive.library.ids(Filters(needs_review=True))
    known = archive.library.briefs(ids)
    doubts = [(known[id], field) for id in ids for field in known[id].record.needs_review]
    return sorted(doubts, key=lambda doubt: (doubt[1], doubt[0].record.series or "", doubt[0].id))

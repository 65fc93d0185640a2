"""Work on records, one by one or many at once: the table of doubts and the table of briefs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kinu_reader.tasks.corrections import confirming
from kinu_reader.tasks.editing import correct_each, edit
from kinu_reader.tasks.evidence import evidence

if TYPE_CHECKING:
    from kinu_reader.model import ArchivedBrief
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

    def _accept(self, right: dict[int, list[str]]) -> None:
        """Keep that the values of these fields of briefs are right."""

        def confirmed(archive: Archive) -> list[ArchivedBrief]:
            return correct_each(archive, {brief: confirming(fields) for brief, fields in right.items()})

        self._session.act(confirmed, self._session.show_edited)


def _doubts(archive: Archive) -> list[Doubtful]:
    """Return the doubtful fields; those that one decision may mend stand together, the largest group first."""
    groups = archive.library.to_review()
    known = archive.library.briefs(sorted({id for group in groups for id in group.briefs}))
    return [(known[id], group.field) for group in groups for id in group.briefs if id in known]

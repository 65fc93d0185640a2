"""Records read again, patterns of whole series, and former versions: shown, and what a person wants of it done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kinu_reader.model import WrongValue
from kinu_reader.tasks.patterns import foreseen, pattern_from, set_pattern
from kinu_reader.tasks.rereading import accept, reread
from kinu_reader.tasks.versions import difference, versions
from kinu_reader.ui.relations.differences_dialog import DifferencesDialog
from kinu_reader.ui.relations.patterns_dialog import PatternsDialog
from kinu_reader.ui.relations.versions_dialog import VersionsDialog
from kinu_reader.ui.telling import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kinu_reader.model import ArchivedBrief, Difference, FormerVersion, Pattern, Progress
    from kinu_reader.tasks.archive import Archive
    from kinu_reader.tasks.rereading import Rereading
    from kinu_reader.ui.session import Session
    from kinu_reader.ui.theme import Theme

    Briefs = dict[int, ArchivedBrief]


class Records(QObject):
    """Asks the session for the work, and a person for what is to come of it."""

    def __init__(self, session: Session, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._theme, self._window = session, theme, window

    # -- reading again

    def read_again(self, brief: int | None = None) -> None:
        """Read the file of a brief, or of all, and show what its record would say."""
        self._session.run(partial(_reread, brief), self._show_rereading)

    def _show_rereading(self, found: tuple[Rereading, Briefs]) -> None:
        reading, briefs = found
        unread = self.tr("%n file(s) could not be read again.", "", len(reading.unread)) if reading.unread else ""
        if not reading.differences:
            same = self.tr("The records say what the files say.")
            tell(f"{same} {unread}".strip(), self._window)
            return
        many = len({one.brief for one in reading.differences})
        said = self.tr("%n record(s) would say something else.", "", many)
        stays = self.tr("What you entered yourself stays.")
        dialog = DifferencesDialog(
            self.tr("Records read again"),
            " ".join(filter(None, (said, stays, unread))),
            reading.differences,
            briefs,
            self._window,
        )
        dialog.applied.connect(self._accept)
        dialog.open()

    def _accept(self, chosen: Sequence[Difference]) -> None:
        self._session.run(lambda archive, progress: accept(archive, chosen, progress), self._session.show_edited)

    # -- patterns

    def preview_pattern(self, brief: int) -> None:
        """Show what would change if what was corrected in a brief were said of its whole series."""
        self._session.ask(partial(_foreseen, brief), self._show_foreseen)

    def _show_foreseen(self, found: tuple[Pattern, list[Difference], Briefs] | str) -> None:
        if isinstance(found, str):
            said = {
                "series": self.tr("This brief is of no series. Give it one first."),
                "pattern": self.tr("Nothing that you corrected in this brief could be true of its whole series."),
            }
            tell(said[found], self._window)
            return
        pattern, differences, briefs = found
        summary = self.tr("What you corrected is said of all briefs of {}, also of those to come.")
        dialog = DifferencesDialog(
            self.tr("Pattern for the series"),
            summary.format(" = ".join(pattern.series)),
            differences,
            briefs,
            self._window,
            whole=True,
        )
        dialog.applied.connect(lambda _: self._set_pattern(pattern))
        dialog.open()

    def _set_pattern(self, pattern: Pattern) -> None:
        self._session.run(lambda archive, progress: set_pattern(archive, pattern, progress), self._session.show_edited)

    def show_patterns(self) -> None:
        """List the patterns there are."""
        dialog = PatternsDialog(self._window)

        def drop(name: str) -> None:
            self._session.act(partial(_dropped, name), dialog.show_patterns)

        dialog.dropped.connect(drop)
        dialog.open()
        self._session.ask(lambda archive: archive.library.edits.patterns(), dialog.show_patterns)

    # -- versions

    def show_versions(self, brief: int) -> None:
        """Show what has changed in a brief since its file was replaced."""
        self._session.ask(partial(_former, brief), self._show_former)

    def _show_former(self, found: tuple[ArchivedBrief, list[FormerVersion]] | None) -> None:
        if found is None:
            return
        brief, former = found
        dialog = VersionsDialog(brief.record.title or brief.file, former, self._theme, self._window)

        def compare(sha256: str) -> None:
            self._session.ask(lambda archive: difference(archive, brief.id, sha256), dialog.show_difference)

        dialog.version_chosen.connect(compare)
        dialog.open()
        compare(former[0].sha256)


def _reread(brief: int | None, archive: Archive, progress: Progress) -> tuple[Rereading, Briefs]:
    found = reread(archive, archive.library.ids() if brief is None else [brief], progress)
    return found, archive.library.briefs([one.brief for one in found.differences])


def _foreseen(brief: int, archive: Archive) -> tuple[Pattern, list[Difference], Briefs] | str:
    """Return a pattern and what it would change, or the field for which there can be none."""
    try:
        pattern = pattern_from(archive, brief)
    except WrongValue as error:
        return error.field
    found = foreseen(archive, pattern)
    return pattern, found, archive.library.briefs([one.brief for one in found])


def _dropped(name: str, archive: Archive) -> list[Pattern]:
    archive.library.edits.drop_pattern(name)
    return archive.library.edits.patterns()


def _former(brief: int, archive: Archive) -> tuple[ArchivedBrief, list[FormerVersion]] | None:
    known = archive.library.brief(brief)
    former = [version for version in versions(archive, brief) if version.has_text]
    return (known, former) if known is not None and former else None

"""What is done to an archive as a whole: metadata in, catalogue out, checked, backed up and put back.

All of it is rare, so each task is loaded when it is asked for.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox

from kinu_reader import cite
from kinu_reader.model import BackupUnusable, UnreadableFile
from kinu_reader.ui.watching import WatchDialog, Watching
from kinu_reader.ui.wording import backup_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from kinu_reader.cite import Foreign
    from kinu_reader.model import BackedUp, Problem
    from kinu_reader.tasks.archive import Archive
    from kinu_reader.tasks.interchange import Match
    from kinu_reader.ui.session import Session
    from kinu_reader.ui.top_bar import TopBar


class Upkeep(QObject):
    """Asks a person for files, and the session for the work."""

    noticed = Signal(str)  # something that a person should know, but that needs no answer

    def __init__(self, session: Session, top: TopBar, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self.watching = Watching(session, self)
        self.watching.noticed.connect(self.noticed)
        session.troubled.connect(self._on_trouble)
        top.watch_asked.connect(lambda: WatchDialog(self.watching, window).open())
        top.metadata_asked.connect(self.take_metadata)
        top.catalogue_asked.connect(self.export_catalogue)
        top.check_asked.connect(self.check)
        top.backup_asked.connect(self.back_up)
        top.restore_asked.connect(self.restore)

    def take_metadata(self) -> None:
        """Compare the briefs with a file that a person chooses."""
        title = self.tr("Take metadata from a file…")
        pattern = " ".join(f"*{suffix}" for suffix in cite.SUFFIXES)
        file, _ = QFileDialog.getOpenFileName(self._window, title, "", f"CSV, RIS, BibTeX, CSL-JSON ({pattern})")
        if file:
            self._session.ask(partial(_compared, Path(file)), self._show_metadata)

    def _show_metadata(self, found: tuple[Foreign, list[Match]] | UnreadableFile) -> None:
        if isinstance(found, UnreadableFile):
            self._tell(self.tr("The file cannot be read. It has to be CSV, RIS, BibTeX or CSL-JSON."))
            return
        from kinu_reader.ui.metadata_dialog import MetadataDialog

        dialog = MetadataDialog(*found, self._window)
        dialog.applied.connect(self._apply)
        dialog.open()

    def _apply(self, changes: Mapping[int, Mapping[str, str]]) -> None:
        """Give briefs the fields chosen, as one edit."""
        from kinu_reader.tasks.interchange import apply

        self._session.act(lambda archive: apply(archive, changes), self._session.show_edited)

    def export_catalogue(self) -> None:
        """Write the catalogue to a file that a person chooses."""
        title = self.tr("Export the catalogue as CSV…")
        name, _ = QFileDialog.getSaveFileName(self._window, title, self.tr("catalogue") + ".csv", "CSV (*.csv)")
        if name:
            self._session.ask(partial(_exported, Path(name)), self._on_exported)

    def _on_exported(self, error: str) -> None:
        if error:
            self._tell(self.tr("The file cannot be written: {}").format(error))

    def check(self, repair: bool = False) -> None:
        """Check the archive, and mend what can be mended if asked to."""
        from kinu_reader.tasks.checking import check

        self._session.run(lambda archive, progress: check(archive, progress, repair=repair), self._show_problems)

    def _show_problems(self, problems: list[Problem]) -> None:
        from kinu_reader.ui.check_dialog import CheckDialog

        dialog = CheckDialog(problems, self._window)
        dialog.repair_asked.connect(lambda: self.check(repair=True))
        dialog.open()

    def back_up(self) -> None:
        """Back the archive up to a file that a person chooses."""
        from kinu_reader.tasks.backing_up import back_up

        title, pattern = self.tr("Back up…"), self.tr("Backup (*.kinu)")
        name, _ = QFileDialog.getSaveFileName(self._window, title, "", pattern)
        if name:
            file = Path(name if name.endswith(".kinu") else f"{name}.kinu")
            self._session.run(lambda archive, progress: back_up(archive, file, progress), self._on_backed_up)

    def _on_backed_up(self, done: BackedUp) -> None:
        said = self.tr("The backup was written and read back: {}").format(done.file)
        if done.lacking:
            gone = self.tr("%n original file(s) are gone or changed and not in it.", "", len(done.lacking))
            said = f"{said}\n{gone}"
        self._tell(said)

    def restore(self) -> None:
        """Put an archive back from a backup, into an empty folder, both of which a person chooses."""
        title, pattern = self.tr("Restore…"), self.tr("Backup (*.kinu)")
        file, _ = QFileDialog.getOpenFileName(self._window, title, "", pattern)
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Empty folder to restore into")) if file else ""
        if folder:
            self._session.restore(Path(file), Path(folder))

    def _on_trouble(self, error: Exception) -> None:
        if isinstance(error, BackupUnusable):  # the line at the foot would be gone with the next search
            self._tell(backup_sentence(error))

    def _tell(self, sentence: str) -> None:
        box = QMessageBox(QMessageBox.Icon.NoIcon, "Kinu Reader", sentence, parent=self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.open()


def _compared(file: Path, archive: Archive) -> tuple[Foreign, list[Match]] | UnreadableFile:
    """Return what a file says of the briefs, or why it cannot be read."""
    from kinu_reader.tasks.interchange import match, read_records

    try:
        foreign = read_records(file)
    except UnreadableFile as error:
        return error
    return foreign, match(archive, foreign.records)


def _exported(file: Path, archive: Archive) -> str:
    """Write the catalogue; return why it cannot be written, or nothing."""
    from kinu_reader.tasks.interchange import BOM, catalogue_csv

    try:
        file.write_text(BOM + catalogue_csv(archive), encoding="utf-8", newline="")
    except OSError as error:
        return error.strerror or str(error)
    return ""

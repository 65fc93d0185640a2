"""Files and archives on their way in: asked for, dropped, or named at the start."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from kinu_reader.paths import default_archive, resource, sample_archive

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kinu_reader.ui.session import Session

BRIEFS = "*.pdf *.txt *.md"


class Intake(QObject):
    """Asks a person where things are, and the session to bring them in."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window

    def bring(self, paths: Sequence[Path]) -> None:
        """Import files and folders; without an archive one is made for them."""
        if paths and self._session.is_open:
            self._session.import_files(paths)
        elif paths:
            self._session.open(default_archive(), paths)

    def ask_folder(self) -> None:
        """Import a folder that a person chooses."""
        self.bring(self._folder(self.tr("Folder of briefs")))

    def ask_files(self) -> None:
        """Import files that a person chooses."""
        title = self.tr("Briefs")
        files, _ = QFileDialog.getOpenFileNames(self._window, title, "", f"{title} ({BRIEFS})")
        self.bring([Path(file) for file in files])

    def ask_archive(self) -> None:
        """Open the archive that a person chooses."""
        for folder in self._folder(self.tr("Folder of the archive")):
            self._session.open(folder)

    def open_sample(self) -> None:
        """Open the archive of the sample briefs, making it at first."""
        self._session.open(sample_archive(), [resource("samples")])

    def _folder(self, title: str) -> list[Path]:
        folder = QFileDialog.getExistingDirectory(self._window, title)
        return [Path(folder)] if folder else []

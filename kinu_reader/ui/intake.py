"""Files and archives on their way in: asked for, dropped, pasted, or named at the start."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog

from kinu_reader.paths import default_archive, resource, sample_archive
from kinu_reader.tasks.arriving import Arrivals, paths_in, place_of_link, sorted_out
from kinu_reader.tasks.links import SCHEME

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QMimeData, QUrl
    from PySide6.QtWidgets import QWidget

    from kinu_reader.model import Change
    from kinu_reader.tasks.reading import Place
    from kinu_reader.ui.session import Session

BRIEFS = "*.pdf *.txt *.md"


class Intake(QObject):
    """Asks a person where things are, and the session to bring them in."""

    brief_asked = Signal(int, object)  # a brief to be shown, and the Place in it or None
    troubled = Signal(str)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._arrived = Arrivals()
        self._next: Callable[[], None] | None = None
        self.archives = ""  # the folder in which archives are looked for and made
        session.opened.connect(self._settle)
        session.answered.connect(self._show_next)

    def receive(self, words: Sequence[str | Path], last: Path | None = None) -> None:
        """Open or import what is named, and show the first of it; without an archive in the last, or a new one."""
        self._arrived = sorted_out(words)
        if self._arrived.archive is None and self._session.is_open:
            self._settle()
        else:
            self._session.open(self._arrived.archive or last or self._usual())

    def paste(self) -> None:
        """Bring in the files on the clipboard, or those that a text there names."""
        if named := _named(QGuiApplication.clipboard().mimeData()):
            self.receive(named)

    def take_pasted(self, field: QWidget) -> None:
        """Bring in files that are pasted into a field in which they would make no sense."""
        field.installEventFilter(self)

    def drop(self, data: QMimeData) -> None:
        """Bring in files that were dropped, or open the archive among them."""
        arrived = sorted_out(_named(data))
        if arrived.archive is not None:
            self._session.open(arrived.archive)
        self.bring(arrived.files)

    def bring(self, paths: Sequence[Path]) -> None:
        """Import files and folders; without an archive one is made for them."""
        if paths and self._session.is_open:
            self._session.import_files(paths)
        elif paths:
            self._session.open(self._usual(), paths)

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
        for folder in self._folder(self.tr("Folder of the archive"), self.archives):
            self._session.open(folder)

    def open_sample(self) -> None:
        """Open the archive of the sample briefs, making it at first."""
        self._session.open(sample_archive(), [resource("samples")])

    # -- what arrived

    def _settle(self) -> None:
        """See to what arrived, now that there is an archive."""
        arrived, self._arrived = self._arrived, Arrivals()
        if arrived.files:
            self._session.import_quietly(arrived.files, self._on_imported)
        elif link := arrived.link:
            self._session.run(lambda archive, _: place_of_link(archive, link), self._on_found)

    def _on_imported(self, change: Change) -> None:
        if first := next(iter((*change.added, *change.updated, *change.already)), None):
            self._next = lambda: self.brief_asked.emit(first.id, None)

    def _on_found(self, place: tuple[int, Place | None] | None) -> None:
        said = self.tr("The brief that the link names is not in this archive.")
        self._next = (lambda: self.brief_asked.emit(*place)) if place else (lambda: self.troubled.emit(said))

    def _show_next(self) -> None:
        """Show what arrived after the list, which shows its own first brief, is there."""
        if self._next is not None:
            QTimer.singleShot(0, self, self._next)
            self._next = None

    def _usual(self) -> Path:
        """Return the archive to make when none is named."""
        usual = default_archive()
        return Path(self.archives) / usual.name if self.archives else usual

    def _folder(self, title: str, begin: str = "") -> list[Path]:
        folder = QFileDialog.getExistingDirectory(self._window, title, begin)
        return [Path(folder)] if folder else []

    # -- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            pasting = event.matches(QKeySequence.StandardKey.Paste)
            if pasting and _named(QGuiApplication.clipboard().mimeData()):
                self.paste()
                return True
        return super().eventFilter(watched, event)


def _named(data: QMimeData) -> list[str | Path]:
    """Return the files, and the link, that a drop or the clipboard holds; a text that is anything else names none."""
    if data.hasUrls():
        urls = data.urls()
        return [url.toLocalFile() if url.isLocalFile() else url.toString() for url in urls if _is_ours(url)]
    text = data.text()
    return [text.strip()] if text.strip().startswith(f"{SCHEME}://") else [*paths_in(text)]


def _is_ours(url: QUrl) -> bool:
    return url.isLocalFile() or url.scheme() == SCHEME

"""Bookmarks brought in from a file, and what became of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from kinu_reader.annotations.exchange import NotUnderstood
from kinu_reader.tasks.receiving import read_bookmarks, receive

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kinu_reader.model import Bookmark
    from kinu_reader.tasks.archive import Archive
    from kinu_reader.tasks.receiving import Incoming
    from kinu_reader.ui.session import Session

    Received = tuple[list[Bookmark], Incoming]


class Receiving(QObject):
    """Asks for the file, and says how much of it was taken."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window

    def ask_file(self) -> None:
        """Bring bookmarks in from a file that a person chooses."""
        pattern = self.tr("Bookmarks (JSON-LD), annotations (Zotero)") + " (*.jsonld *.json *.rdf *.html)"
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Import bookmarks"), "", pattern)
        if name:
            self.receive(Path(name))

    def receive(self, file: Path) -> None:
        """Bring bookmarks in from a file."""
        self._session.act(partial(_received, file), partial(self._tell, file))

    def _tell(self, file: Path, came: Received | NotUnderstood | OSError) -> None:
        if isinstance(came, OSError):
            self._say(self.tr("{} cannot be read: {}").format(file.name, came.strerror or came))
        elif isinstance(came, NotUnderstood):
            self._say(self.tr("{} holds no bookmarks. It has to be JSON-LD, or from Zotero.").format(file.name))
        else:
            kept, incoming = came
            if kept:
                self._session.kept.emit(kept)
            self._say(self._say_received(len(kept), incoming), _not_taken(incoming))

    def _say_received(self, added: int, incoming: Incoming) -> str:
        said = [self.tr("%n bookmark(s) added.", "", added)]
        if known := len(incoming.bookmarks) + len(incoming.foreign) - added:
            said.append(self.tr("%n were here already.", "", known))
        if incoming.homeless:
            said.append(self.tr("%n belong to briefs that are not here.", "", len(incoming.homeless)))
        if incoming.refused:
            said.append(self.tr("%n could not be understood.", "", len(incoming.refused)))
        return " ".join(said)

    def _say(self, sentence: str, lines: str = "") -> None:
        box = QMessageBox(QMessageBox.Icon.NoIcon, "Kinu Reader", sentence, parent=self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setDetailedText(lines)
        box.open()


def _not_taken(incoming: Incoming) -> str:
    """Return line by line what was not taken: briefs that are not here, and why annotations make no sense."""
    strangers = dict.fromkeys(source.title or source.file or source.sha256 for source in incoming.homeless)
    return "\n".join((*strangers, *incoming.refused))


def _received(file: Path, archive: Archive) -> Received | NotUnderstood | OSError:
    """Take bookmarks from a file; tell what was new and what it held, or why it cannot be read."""
    try:
        incoming = read_bookmarks(archive, file.read_bytes())
    except (NotUnderstood, OSError) as error:
        return error
    return receive(archive, incoming), incoming

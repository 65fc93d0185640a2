"""Noting what is read: a brief that one stays with, or moves in, is kept with the place where one left off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from kinu_reader.model import Standing
    from kinu_reader.ui.reader import Reader
    from kinu_reader.ui.session import Session

REST_MS = 2000  # who looks at one place so long reads; what flashes past on the way down a list is not noted


class Visiting(QObject):
    """Notes the visits of one reader."""

    noted = Signal()

    def __init__(self, session: Session, reader: Reader, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._reader = session, reader
        self._brief = 0  # 0: none
        self._arrived: Standing | None = None
        self._stayed = False
        self._left: dict[int, Standing] = {}  # what is noted now may be asked for before it is written
        self.rest = QTimer(self, singleShot=True, interval=REST_MS)
        self.rest.timeout.connect(self._stay)
        reader.pages.moved.connect(self._on_moved)

    @property
    def settled(self) -> bool:
        """Whether one has begun to read the brief shown, and not only come by."""
        return self._brief > 0 and (self._stayed or self._reader.pages.standing != self._arrived)

    def left_at(self, brief: int) -> Standing | None:
        """Return where one left a brief off since the archive was opened."""
        return self._left.get(brief)

    def begin(self, brief: int) -> None:
        """Note from now on how this brief, which is shown, is read."""
        if brief != self._brief:
            self._brief, self._stayed, self._arrived = brief, False, self._reader.pages.standing
        self.rest.start()

    def leave(self) -> None:
        """Note where one leaves off; another brief is about to be shown."""
        if self.settled:
            self._note()
        self._brief = 0
        self.rest.stop()

    def forget(self) -> None:
        """Note nothing more: the archive is another now."""
        self._brief = 0
        self._left.clear()
        self.rest.stop()

    def _on_moved(self) -> None:
        if self._brief:
            self.rest.start()

    def _stay(self) -> None:
        self._stayed = True
        self._note()

    def _note(self) -> None:
        brief, at = self._brief, self._reader.pages.standing
        if at is None:
            return
        self._left[brief] = at

        def done(first: bool) -> None:
            if first:
                self._session.recount()

        self._session.note(lambda archive: archive.library.visits.note(brief, at), done)
        self.noted.emit()

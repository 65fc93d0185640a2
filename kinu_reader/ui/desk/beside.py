"""A second brief, or the other edition, beside the one that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from kinu_reader.ui.desk.pane import SecondReader
from kinu_reader.ui.desk.together import Together
from kinu_reader.ui.reader import Reader
from kinu_reader.ui.showing import Showing

if TYPE_CHECKING:
    from kinu_reader.model import Query, Standing
    from kinu_reader.tasks.reading import OpenBrief
    from kinu_reader.ui.desk.pane import DeskPane
    from kinu_reader.ui.reading import Reading
    from kinu_reader.ui.session import Session
    from kinu_reader.ui.theme import Theme


class _Second:
    """What is there only while a second reader is: with it go its threads and its pictures."""

    def __init__(self, session: Session, first: Reader, theme: Theme, parent: Beside) -> None:
        self.reader = Reader(session.paint, theme)
        self.pane = SecondReader(self.reader, theme)
        self.showing = Showing(session, self.reader, self.pane)
        self.together = Together(session, first, self.reader, self.pane)
        for button in (self.reader.bar.sidebar, self.reader.bar.details):
            button.hide()
        self.pane.together.connect(self.together.switch)
        self.pane.closed.connect(parent.close)

    def end(self) -> None:
        """Let it go; what is still being asked for it is shown nowhere."""
        self.together.end()
        self.showing.visiting.leave()
        self.showing.close()
        self.reader.close()
        self.pane.setParent(None)
        self.pane.deleteLater()


class Beside(QObject):
    """Opens, fills and closes the second reader."""

    opened = Signal(bool)  # or closed
    reader_made = Signal(object, object)  # what it shows (Showing), and the Reader

    def __init__(
        self, session: Session, reading: Reading, reader: Reader, pane: DeskPane, theme: Theme, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._reading, self._first, self._pane, self._theme = session, reading, reader, pane, theme
        self._second: _Second | None = None
        reading.opened.connect(lambda _: self._compare())

    @property
    def reader(self) -> Reader:
        """The reader that the keys mean: the second one while the focus is in it."""
        focus = self._first.window().focusWidget()
        inside = self._second is not None and focus is not None and self._second.pane.isAncestorOf(focus)
        return self._second.reader if self._second is not None and inside else self._first

    @property
    def brief(self) -> int:
        """The brief in the second reader; 0 if there is none."""
        document = self._second.reader.document if self._second is not None else None
        return document.brief if document is not None else 0

    @property
    def standing(self) -> Standing | None:
        """Where one stands in it."""
        return self._second.reader.pages.standing if self._second is not None else None

    def toggle(self) -> None:
        """Open the other edition of what is read, or else the same brief, beside it; or close what is there."""
        shown = self._reading.shown
        if self._second is not None:
            self.close()
        elif shown is not None:
            self.open(next((other.id for other in shown.editions), shown.brief.id))

    def open(self, brief: int, at: Standing | None = None) -> None:
        """Open a brief beside the one that is read."""
        if self._second is None:
            second = self._second = _Second(self._session, self._first, self._theme, self)
            second.showing.opened.connect(self._on_opened)
            second.showing.gone.connect(lambda _: self.close())
            self.reader_made.emit(second.showing, second.reader)
            self._pane.put_beside(second.pane)
            self.opened.emit(True)
        self._second.showing.follow(self._reading.query)
        if at is None:
            self._second.showing.read_at(brief)
        else:
            self._second.showing.resume(brief, at)

    def close(self) -> None:
        """Read in one reader again."""
        second, self._second = self._second, None
        if second is not None:
            second.end()
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)
            self.opened.emit(False)

    def follow(self, query: Query) -> None:
        """Mark what answers this query in the second reader as well."""
        if self._second is not None:
            self._second.showing.follow(query)
            self._second.showing.stay()

    def _on_opened(self, opened: OpenBrief) -> None:
        if self._second is not None:
            record = opened.brief.record
            name = " · ".join(filter(None, (record.code, record.title or opened.brief.file)))
            self._second.pane.show_name(name)
            self._compare()

    def _compare(self) -> None:
        """See whether both are editions of the same; these scroll together until a person says otherwise."""
        second, first = self._second, self._reading.shown
        shown = second.showing.shown if second is not None else None
        if second is not None and shown is not None and first is not None:
            editions = shown.brief.id in {other.id for other in first.editions}
            if second.together.read(first.brief.id, shown.brief.id, editions=editions):
                second.pane.scroll_together.setChecked(editions)

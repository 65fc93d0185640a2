"""Words selected on a page, with their citation: copied at once, with parts left out, or dragged into a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kinu_reader.tasks.citing import quotation
from kinu_reader.ui.citing.quote_dialog import QuoteDialog
from kinu_reader.ui.clipboard import copy_rich

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kinu_reader.cite import Rich
    from kinu_reader.model import Range
    from kinu_reader.ui.citing.manners import Manners
    from kinu_reader.ui.reader import Reader
    from kinu_reader.ui.session import Session
    from kinu_reader.ui.theme import Theme

SOON = 150  # ms after a selection is made: one that still grows is not worth a citation


class Quoting(QObject):
    """Makes quotations of what is selected."""

    copied = Signal()  # words with their citation are on the clipboard
    omitting = Signal(object)  # in this dialog

    def __init__(self, session: Session, reader: Reader, manners: Manners, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._reader, self._manners, self._theme = session, reader, manners, theme
        self._soon = QTimer(self, interval=SOON, singleShot=True)
        self._soon.timeout.connect(self._carry)
        reader.selected.connect(lambda *_: self._soon.start())
        reader.quote_asked.connect(self.copy)
        reader.omission_asked.connect(self.copy_parts)

    def copy(self) -> None:
        """Put what is selected on the clipboard, in quotation marks and with its citation."""
        self._quote((), self._put)

    def copy_parts(self) -> None:
        """Let words be left out of what is selected before it is copied."""
        document, (start, end) = self._reader.document, self._reader.selection
        if document is None or start == end:
            return
        dialog = QuoteDialog(document.text[start:end], self._theme, self._reader)
        dialog.omitted.connect(lambda omit: self._quote(omit, lambda rich: dialog.show_quote(rich, omit)))
        dialog.copied.connect(self.copied)
        self.omitting.emit(dialog)
        dialog.open()
        dialog.omitted.emit([])

    def _put(self, rich: Rich) -> None:
        copy_rich(rich)
        self.copied.emit()

    def _carry(self) -> None:
        """Have the citation ready should what is selected be dragged into a text: a drag cannot wait for it."""
        selected = self._reader.selection

        def made(rich: Rich) -> None:
            if self._reader.selection == selected:
                self._reader.pages.selection.carry(rich.html, rich.rtf.encode("ascii"))

        self._quote((), made)

    def _quote(self, omit: Sequence[Range], done: Callable[[Rich], None]) -> None:
        document, (start, end) = self._reader.document, self._reader.selection
        if document is None or start == end:
            return
        brief, manner = document.brief, self._manners.manner
        self._session.ask(
            lambda archive: quotation(archive, brief, start, end, manner, omit),
            lambda rich: done(rich) if rich is not None else None,
        )

"""What becomes of bookmarks: which ones, copied how, or in what kind of file."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QAction, QMouseEvent
    from PySide6.QtWidgets import QWidget

    Formats = Sequence[tuple[str, str, str]]  # id, name, extension

QUOTES, SEQUENCE, REFERENCES = "copy-quotes", "copy-sequence", "copy-references"  # beside the ids of formats
COPIES, PACKET_HTML, PACKET_PDF = "pdf", "packet-html", "packet-pdf"
OF_BRIEFS = "references:"  # before the id of a format for the briefs that bookmarks lie in


class Scope(StrEnum):
    """Which bookmarks."""

    SHOWN = "shown"  # that fit the filters
    CHOSEN = "chosen"
    ALL = "all"


class ExportMenu(QMenu):
    """Scope, copies, files. A click on a scope leaves the menu open."""

    asked = Signal(str)  # one of the names above, or the id of a format
    import_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats: Formats = ()
        self._of_briefs: Formats = ()
        self._counts: Mapping[Scope, int] = dict.fromkeys(Scope, 0)
        self._scopes: dict[Scope, QAction] = {}
        self._fill()

    @property
    def scope(self) -> Scope:
        """Which bookmarks are meant."""
        return next((scope for scope, action in self._scopes.items() if action.isChecked()), Scope.SHOWN)

    def show_formats(self, formats: Formats, of_briefs: Formats = ()) -> None:
        """Offer these kinds of files, for bookmarks and for the briefs they lie in."""
        self._formats, self._of_briefs = formats, of_briefs
        self._fill()

    def show_counts(self, counts: Mapping[Scope, int]) -> None:
        """Say how many bookmarks each scope holds; several that are chosen are meant."""
        self._counts = counts
        self._fill(Scope.CHOSEN if counts[Scope.CHOSEN] > 1 else Scope.SHOWN)

    # -- making

    def _fill(self, scope: Scope = Scope.SHOWN) -> None:
        self.clear()
        self._head(self.tr("Which"))
        self._offer_scopes(scope)
        self.addSeparator()
        self._add(QUOTES, self.tr("Copy with citation"), "")
        self._add(SEQUENCE, self.tr("Copy citations in order"), "")
        self._add(REFERENCES, self.tr("Copy references"), "")
        self.addSeparator()
        self._head(self.tr("Bookmarks to a file"))
        more = (
            (COPIES, self.tr("Marked copies of the PDFs"), self.tr("folder")),
            (PACKET_HTML, self.tr("Packet to read"), ".html"),
            (PACKET_PDF, self.tr("Packet to read"), ".pdf"),
        )
        for id, name, extension in (*self._formats, *more):
            self._add(id, name, extension)
        self.addSeparator()
        self._head(self.tr("References of their briefs"))
        for id, name, extension in self._of_briefs:
            self._add(f"{OF_BRIEFS}{id}", name, extension)
        self.addSeparator()
        self.addAction(self.tr("Import bookmarks…"), self.import_asked.emit)

    def _offer_scopes(self, chosen: Scope) -> None:
        names = {
            Scope.SHOWN: self.tr("Those shown"),
            Scope.CHOSEN: self.tr("Those chosen"),
            Scope.ALL: self.tr("All bookmarks"),
        }
        group = QActionGroup(self)
        for scope, name in names.items():
            action = self._scopes[scope] = self.addAction(f"{name}\t{self._counts[scope]}")
            action.setCheckable(True)
            action.setChecked(scope is chosen)
            action.setEnabled(self._counts[scope] > 0)
            group.addAction(action)

    def _head(self, text: str) -> None:
        self.addAction(text).setEnabled(False)

    def _add(self, what: str, name: str, aside: str) -> None:
        action = self.addAction(f"{name}\t{aside}" if aside else name, partial(self.asked.emit, what))
        action.setEnabled(any(self._counts.values()))

    # -- Qt

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action in self._scopes.values() and action.isEnabled():
            action.setChecked(True)
        else:
            super().mouseReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._fill(self.scope)
        super().changeEvent(event)

"""What has just been done, said in the line at the foot; and a sign when long work ends while one looks elsewhere.

The sign is the window system's own: a notification service would be one more connection, and this program opens none.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinu_reader.ui.cite_panel import CitePanel
    from kinu_reader.ui.window import Window

LONG = 20.0  # seconds of work after which its end is worth a sign


class Noticing(QObject):
    """Says what was done until a person does something else."""

    def __init__(self, window: Window, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(window)
        self._window, self._status, self._clock = window, window.status, clock
        self._began: float | None = None
        session, places = window.session, window.places
        for done in (window.commands.acted, window.top.search.asked, places.changed, session.edited):
            done.connect(lambda *_: self._status.clear_notice())
        session.binned.connect(self._on_binned)
        session.work_began.connect(self._on_began)
        session.work_ended.connect(self._on_ended)
        window.searching.saved.connect(lambda: self._status.show_notice(self.tr("The search is kept in the sidebar")))
        window.upkeep.noticed.connect(self._status.show_notice)
        window.quoting.copied.connect(lambda: self._status.show_notice(self.tr("Copied with its citation")))
        self._watch(window.details.cite)
        places.bookmarks_made.connect(lambda _, side: self._watch(side.cite))
        window.commands.done.connect(self._on_done)

    def _on_done(self, action: str) -> None:
        if action in ("copy-citation", "copy-reference"):
            self._on_copied(self._window.details.cite)

    def _watch(self, cite: CitePanel) -> None:
        cite.copy.clicked.connect(lambda: self._on_copied(cite))

    def _on_copied(self, cite: CitePanel) -> None:
        if cite.copy.isEnabled():
            self._status.show_notice(self.tr("Copied"))

    def _on_binned(self, briefs: list[int]) -> None:
        said = self.tr("%n brief(s) moved to the bin", "", len(briefs))
        self._status.show_notice(said, self.tr("Undo"), lambda: self._window.session.undelete(briefs))

    def _on_began(self) -> None:
        self._began = self._clock()

    def _on_ended(self) -> None:
        began, self._began = self._began, None
        if began is not None and self._clock() - began >= LONG and not self._window.isActiveWindow():
            QApplication.alert(self._window)
            self._status.show_notice(self.tr("The work is finished"))

"""How long work reports, is paused and is cancelled."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kinu_reader.model.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable


class Work(StrEnum):
    """What a piece of long work does."""

    IMPORT = "import"
    INDEX = "index"  # the index catches up with the catalogue
    REREAD = "reread"  # records are compared with what their files say now
    COMPARE = "compare"  # briefs are compared with one another
    OCR = "ocr"  # text is read off the pictures of pages
    CHECK = "check"
    BACKUP = "backup"
    RESTORE = "restore"
    COPY = "copy"  # copies of briefs are made with the bookmarks in them
    PACKET = "packet"  # places on pages are drawn for a packet to read


@dataclass(frozen=True)
class Step:
    """Where a piece of long work stands."""

    done: int
    total: int
    name: str = ""  # what is being worked on
    failed: int = 0
    work: Work = Work.IMPORT


class Progress:
    """How long work reports, is paused and is cancelled. `Progress()` reports to nobody."""

    def __init__(self, report: Callable[[Step], None] = lambda step: None) -> None:
        self._report = report
        self._running = threading.Event()
        self._running.set()
        self._cancelled = False
        self._stops: list[Callable[[], None]] = []

    def step(self, step: Step) -> None:
        """Report; wait while paused.

        Raises:
            Cancelled: if asked to stop.
        """
        self._report(step)
        self._running.wait()
        if self._cancelled:
            raise Cancelled

    def pause(self) -> None:
        """Hold the work at its next report."""
        self._running.clear()

    def resume(self) -> None:
        """Let paused work go on."""
        self._running.set()

    def cancel(self) -> None:
        """Make the next report raise Cancelled, and end what keeps the work from reaching it."""
        self._cancelled = True
        self._running.set()
        for stop in self._stops:
            stop()

    def when_cancelled(self, stop: Callable[[], None]) -> None:
        """Have this called, in the thread that cancels, so that a wait for another process ends at once."""
        self._stops.append(stop)

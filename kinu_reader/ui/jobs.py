"""Long work off the main thread: one writer, two readers. The only place with threads beside the reader's pictures.

A job is a plain function `work(progress) -> result`; it never touches a widget. What it reports arrives as signals on
the main thread.
"""

from __future__ import annotations

import logging
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from kinu_reader.model import Cancelled, KinuError, Progress, Step

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

READERS = 2
REPORT_SECONDS = 0.05  # a progress bar need not move more often, and the main thread has other things to do


@dataclass(frozen=True)
class _Done:
    result: Any


class Job(QObject):
    """A piece of work under way."""

    progressed = Signal(Step)
    done = Signal(object)  # what the work returned
    failed = Signal(Exception)
    cancelled = Signal()
    ended = Signal()  # after any of the three
    _came = Signal(object)  # from the worker thread: a Step, or how the work ended

    def __init__(self, work: Callable[[Progress], Any]) -> None:
        super().__init__()
        self._work = work
        self._reported = 0.0
        self.progress = Progress(self._report)
        # Queued to the thread this object lives in, so that whoever listens is called on the main thread.
        self._came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self) -> None:
        """Do the work; called in a worker thread."""
        try:
            self._came.emit(_Done(self._work(self.progress)))
        except Cancelled as stop:
            self._came.emit(stop)
        except KinuError as error:
            self._came.emit(error)
        except Exception as error:  # a mistake of ours: the window has to tell, the log knows more
            log.exception("a job failed")
            self._came.emit(error)

    def _report(self, step: Step) -> None:
        now = time.monotonic()
        if step.done == step.total or now - self._reported >= REPORT_SECONDS:
            self._reported = now
            self._came.emit(step)

    def _deliver(self, news: object) -> None:
        match news:
            case Step():
                self.progressed.emit(news)
                return
            case _Done(result):
                self.done.emit(result)
            case Cancelled():
                self.cancelled.emit()
            case _:
                self.failed.emit(news)
        self.ended.emit()


class Jobs(QObject):
    """The threads of one window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Threads of Python, not of Qt: those forget with each job what belongs to the thread, as its connection to the
        # catalogue does, of which every job would open another one.
        self._pools = {"write": ThreadPoolExecutor(1, "writer"), "read": ThreadPoolExecutor(READERS, "reader")}
        self._running: set[Job] = set()

    def read(self, work: Callable[[Progress], Any], done: Callable[[Any], None]) -> Job:
        """Start work that changes nothing; `done` gets its result on the main thread."""
        return self._start("read", work, done)

    def write(self, work: Callable[[Progress], Any], done: Callable[[Any], None]) -> Job:
        """Start work that changes the archive, after all earlier such work; `done` gets its result."""
        return self._start("write", work, done)

    def close(self) -> None:
        """Cancel everything and wait until it has ended."""
        for job in self._running:
            job.blockSignals(True)  # nobody is left to hear
            job.progress.cancel()
        for pool in self._pools.values():
            pool.shutdown(wait=True, cancel_futures=True)
        self._running.clear()

    def _start(self, pool: str, work: Callable[[Progress], Any], done: Callable[[Any], None]) -> Job:
        job = Job(work)
        self._running.add(job)
        job.done.connect(done)
        job.ended.connect(lambda: self._running.discard(job))
        self._pools[pool].submit(job.run)
        return job

"""Long work off the main thread: one writer, two readers. The only place with threads beside the reader's pictures.

A job is a plain function `work(progress) -> result`; it never touches a widget. What it reports arrives as signals on
the main thread.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

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
    """A piece of work under way, as the main thread sees it; it is held until it has ended."""

    progressed = Signal(Step)
    done = Signal(object)  # what the work returned
    failed = Signal(Exception)
    cancelled = Signal()
    ended = Signal()  # after any of the three

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self.progress = progress

    def tell(self, news: object) -> bool:
        """Pass on what came from the work; return whether that was its end."""
        match news:
            case Step():
                self.progressed.emit(news)
                return False
            case _Done(result):
                self.done.emit(result)
            case Cancelled():
                self.cancelled.emit()
            case _:
                self.failed.emit(news)
        self.ended.emit()
        return True


class Jobs(QObject):
    """The threads of one window."""

    _came = Signal(int, object)  # from a worker thread: the number of a job, and a Step or how the work ended

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Threads of Python, not of Qt: those forget with each job what belongs to the thread, as its connection to the
        # catalogue does, of which every job would open another one.
        self._pools = {"write": ThreadPoolExecutor(1, "writer"), "read": ThreadPoolExecutor(READERS, "reader")}
        # A worker thread knows a job by its number alone: it must never be the last to let go of an object of Qt's.
        self._running: dict[int, Job] = {}
        self._numbers = count()
        self._news: deque[tuple[int, object]] = deque()
        # One in each turn of the event loop: between two of them the window hears keys, and paints.
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._deliver)
        self._came.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def read(self, work: Callable[[Progress], Any], done: Callable[[Any], None]) -> Job:
        """Start work that changes nothing; `done` gets its result on the main thread."""
        return self._start("read", work, done)

    def write(self, work: Callable[[Progress], Any], done: Callable[[Any], None]) -> Job:
        """Start work that changes the archive, after all earlier such work; `done` gets its result."""
        return self._start("write", work, done)

    def close(self) -> None:
        """Cancel everything and wait until it has ended; nobody is told of it any more."""
        for job in self._running.values():
            job.progress.cancel()
        self._running.clear()
        self._turn.stop()
        for pool in self._pools.values():
            pool.shutdown(wait=True, cancel_futures=True)

    def _start(self, pool: str, work: Callable[[Progress], Any], done: Callable[[Any], None]) -> Job:
        number = next(self._numbers)
        progress = Progress(_Reporter(partial(self._came.emit, number)))
        job = self._running[number] = Job(progress)
        job.done.connect(done)
        self._pools[pool].submit(lambda: self._came.emit(number, _outcome(work, progress)))
        return job

    def _hear(self, number: int, news: object) -> None:
        self._news.append((number, news))
        self._turn.start()

    def _deliver(self) -> None:
        number, news = self._news.popleft()
        if not self._news:
            self._turn.stop()
        job = self._running.get(number)
        if job is not None and job.tell(news):
            self._running.pop(number, None)


class _Reporter:
    """Passes on what work reports, but not everything."""

    def __init__(self, tell: Callable[[Step], None]) -> None:
        self._tell = tell
        self._told = 0.0

    def __call__(self, step: Step) -> None:
        now = time.monotonic()
        if step.done == step.total or now - self._told >= REPORT_SECONDS:
            self._told = now
            self._tell(step)


def _outcome(work: Callable[[Progress], Any], progress: Progress) -> object:
    """Do the work, in a worker thread; return how it ended."""
    try:
        return _Done(work(progress))
    except (Cancelled, KinuError) as end:
        return end
    except Exception as error:  # a mistake of ours: the window has to tell, the log knows more
        log.exception("a job failed")
        return error

"""A pool of child processes that read files, so that a crash, a hang or a swollen file costs only that file."""

from __future__ import annotations

import queue
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Self

from kinu_reader.extract.child import Child, Limits
from kinu_reader.extract.reading import read_file
from kinu_reader.model import Brief, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

AHEAD = 4  # files read ahead for each child: enough to keep it busy, few enough to keep memory flat


class Readers:
    """Child processes that read files; a context manager, for one thread at a time."""

    def __init__(self, jobs: int, seconds: float = 60.0, *, work: Callable[[Path], object] = read_file) -> None:
        self._jobs = max(1, jobs)
        self._children = [Child(work, Limits(seconds)) for _ in range(self._jobs)]
        self._idle: queue.SimpleQueue[Child] = queue.SimpleQueue()
        for child in self._children:
            self._idle.put(child)
        self._threads = ThreadPoolExecutor(self._jobs, thread_name_prefix="reader")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def read_all(self, paths: Sequence[Path]) -> Iterator[Brief | UnreadableFile]:
        """Yield what each file says, or why it cannot be read, in the order of the paths."""
        coming: deque[Future[Brief | UnreadableFile]] = deque()
        try:
            for path in paths:
                coming.append(self._threads.submit(self._read, path))
                if len(coming) >= self._jobs * AHEAD:
                    yield coming.popleft().result()
            while coming:
                yield coming.popleft().result()
        finally:
            for future in coming:
                future.cancel()

    def stop(self) -> None:
        """End the children from another thread; what is being read, and what is asked after, is unreadable."""
        for child in self._children:
            child.kill()

    def close(self) -> None:
        """End the children at once, whatever they are doing."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        self.stop()
        self._threads.shutdown(wait=True)
        for child in self._children:
            child.close()

    def _read(self, path: Path) -> Brief | UnreadableFile:
        child = self._idle.get()
        try:
            brief: Brief = child.run(path)
            return brief
        except UnreadableFile as error:
            return error
        finally:
            self._idle.put(child)

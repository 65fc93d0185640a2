"""A child process that answers one request after another, and may crash, hang or swell without harm to its parent.

It is started with "spawn" on first use, replaced when it dies or runs past its limit, and renewed now and then, for
memory leaks away in it. It ends with its parent: an idle child reads the end of its pipe, a busy one is ended by its
own alarm.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import re
import signal
import sys
import threading
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from kinu_reader.model import FailureKind, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

MEMORY = 2 << 30  # bytes of address space a child may take beyond what it starts with
LARGEST_ANSWER = 64 << 20  # bytes
GRACE = 10.0  # seconds after which a child that nobody ended ends itself
LIFE = 200  # requests
START = 60.0  # seconds, at most, until a child is ready: on a cold disk that takes longer than a file
READY = b"ready"
OUT_OF_MEMORY = re.compile(r"\b(?:m|c|re)alloc\b")  # MuPDF raises no MemoryError, it says so in words

_starting = threading.Lock()


class Limits(NamedTuple):
    """What a child may take."""

    seconds: float = 60.0  # for one request
    memory: int = MEMORY
    answer: int = LARGEST_ANSWER
    life: int = LIFE  # requests, after which another takes its place


class Child:
    """One worker process; asked from one thread at a time, and killed from any."""

    def __init__(self, work: Callable[..., object], limits: Limits) -> None:
        self._work, self._limits = work, limits
        self._process: SpawnProcess | None = None
        self._pipe: Connection
        self._answered = 0
        self._killed = False

    def run(self, *request: object) -> Any:
        """Return `work(*request)` as done by the child.

        Raises:
            UnreadableFile: if the work raises it, fails, crashes, takes too long or too much memory.
        """
        try:
            if self._process is None or self._answered >= self._limits.life or not self._process.is_alive():
                self._start()
            self._pipe.send(request)
            if not self._pipe.poll(self._limits.seconds):
                raise UnreadableFile(FailureKind.TIMEOUT, f"took longer than {self._limits.seconds:g} s")
            answer = pickle.loads(self._pipe.recv_bytes())
        except (EOFError, OSError) as error:
            self.close()
            raise UnreadableFile(FailureKind.UNREADABLE, "the reading process ended") from error
        except BaseException:
            self.close()  # also on KeyboardInterrupt: an answer still to come would be taken for the next one's
            raise
        self._answered += 1
        if isinstance(answer, UnreadableFile):
            raise answer
        return answer

    def kill(self) -> None:
        """End the process at once and for good; a `run` that waits in another thread raises UnreadableFile."""
        self._killed = True  # before looking: a process being started in another thread must see it
        process = self._process
        if process is not None:
            with contextlib.suppress(ValueError):  # closed meanwhile by the thread that runs it
                process.kill()

    def close(self) -> None:
        """End the process and give back what it holds; a later `run` starts another."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.join()
            process.close()
            self._pipe.close()

    def _start(self) -> None:
        self.close()
        context = multiprocessing.get_context("spawn")  # fork would copy Qt and its threads
        self._pipe, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._work, self._limits), daemon=True)
        with theirs, _no_start_script():  # an end left open here would hide the death of the child
            process.start()
        self._process, self._answered = process, 0
        if self._killed:
            raise UnreadableFile(FailureKind.UNREADABLE, "reading was stopped")
        if not self._pipe.poll(START):
            raise UnreadableFile(FailureKind.TIMEOUT, "the reading process did not start")
        self._pipe.recv_bytes()


@contextlib.contextmanager
def _no_start_script() -> Iterator[None]:
    """Keep the child from importing the script that started the program, and with it Qt."""
    with _starting:
        script = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = script


def _serve(pipe: Connection, work: Callable[..., object], limits: Limits) -> None:
    """Answer requests until the other end is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent, which then ends its children
    _silence()
    _limit_memory(limits.memory)
    pipe.send_bytes(READY)
    with pipe, contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            request = pipe.recv()
            with _alarm(limits.seconds + GRACE):
                answer = _answer(work, request, limits.answer)
            pipe.send_bytes(answer)


def _answer(work: Callable[..., object], request: tuple[object, ...], largest: int) -> bytes:
    try:
        answer = pickle.dumps(work(*request), pickle.HIGHEST_PROTOCOL)
        if len(answer) <= largest:
            return answer
        failure = UnreadableFile(FailureKind.TOO_LARGE, f"gives {len(answer) >> 20} MB")
    except UnreadableFile as error:
        failure = error
    except MemoryError:
        failure = UnreadableFile(FailureKind.TOO_LARGE, "needs too much memory")
    except Exception as error:  # whatever a hostile file brings about is a fact about that file
        # PyMuPDF may say no more than that something went wrong, and name the lack of memory as the cause.
        lacking = isinstance(error.__cause__, MemoryError) or OUT_OF_MEMORY.search(str(error))
        kind = FailureKind.TOO_LARGE if lacking else FailureKind.UNREADABLE
        failure = UnreadableFile(kind, f"{type(error).__name__}: {error}")
    return pickle.dumps(failure)


def _silence() -> None:
    """Send what libraries print nowhere: the parent's output may be one JSON document."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _limit_memory(extra: int) -> None:
    if sys.platform == "linux":
        import resource

        with open("/proc/self/statm", encoding="ascii") as file:
            taken = int(file.read().split()[0]) * resource.getpagesize()
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = taken + extra if hard == resource.RLIM_INFINITY else min(taken + extra, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


@contextlib.contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """End this process if the work takes so long that the parent must be gone."""
    if sys.platform == "win32":
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, seconds)  # the default action of SIGALRM ends even a process stuck in C code
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)

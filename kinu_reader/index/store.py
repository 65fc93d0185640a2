"""The index on disk: opened, compared, updated and asked. It is derived and may be deleted at any time."""

from __future__ import annotations

import errno
import logging
import os
import shutil
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self, TypeVar

from kinu_reader.index import codec
from kinu_reader.index.engine import FileIndex, LockError, try_for
from kinu_reader.index.explaining import Explanation, explain
from kinu_reader.index.files import Files
from kinu_reader.index.found import Found, find
from kinu_reader.index.inverting import Lexicon
from kinu_reader.index.limit import Limit
from kinu_reader.index.matching import holds
from kinu_reader.index.snapshot import Snapshot, Stamp
from kinu_reader.index.spelling import suggest
from kinu_reader.index.writer import ArrayWriter
from kinu_reader.model import ArchiveProblem, ArchiveUnusable, Clause, IndexDamaged, IndexEntry, KinuError, Query

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from pathlib import Path

ANALYSIS_VERSION = 5  # changes whenever a text gives other terms than before
STAMP = f"kinu-index schema=2 analysis={ANALYSIS_VERSION} codec={codec.VERSION}\n"
PATIENCE, DELAY = 30.0, 0.05  # seconds to wait for another writer, and between tries
_STAMP_FILE, _LOCK_FILE = "stamp", "MAIN_WRITELOCK"
_OURS = ("MAIN_*", "_MAIN_*", "MAIN.tmp*", _STAMP_FILE)
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})

log = logging.getLogger(__name__)
T = TypeVar("T")


class Index:
    """The full text of an archive, safe to use from several threads and processes."""

    def __init__(self, folder: Path, index: Any) -> None:
        self._folder, self._index = folder, index
        self._prefix = str(folder / "_MAIN_")  # of Whoosh's tables of contents
        self._searching = threading.RLock()  # guards the snapshot
        self._writing = threading.Lock()  # guards the lexicon
        self._lexicon = Lexicon()
        self._snapshot: Snapshot | None = None

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the index in a folder of the user's cache; what is missing, old or damaged is replaced by an empty one.

        Raises:
            ArchiveUnusable: if the folder cannot be written.
        """
        with _disk(folder):
            folder.mkdir(parents=True, exist_ok=True)
            index = cls._sound(folder)
            if index is None:
                with _locked(folder):  # and look again: another process may have made it meanwhile
                    index = cls._sound(folder) or cls(folder, _created(folder))
            return index

    @classmethod
    def _sound(cls, folder: Path) -> Self | None:
        """Return the index in a folder, or None if it is not one of ours or cannot be read."""
        if not _stamped(folder):
            return None
        files = Files(folder)
        try:
            index = cls(folder, FileIndex(files))
            index.contents()
        except Exception as error:  # a damaged file can raise anything
            files.close_left_open()
            log.warning("the index is damaged and is built anew: %r", error)
            return None
        return index

    def contents(self) -> dict[int, int]:
        """Return the revision of each brief in the index.

        Raises:
            IndexDamaged: if it cannot be read.
        """
        return self._read(Snapshot.contents)

    def texts(self) -> dict[int, int]:
        """Return the revision of the text of each brief in the index that has passages.

        Raises:
            IndexDamaged: if it cannot be read.
        """
        return self._read(Snapshot.texts)

    def find(
        self,
        query: Query,
        allow: Collection[int] | None = None,
        *,
        exact: bool = False,
        limit: Limit | None = None,
        depth: int | None = None,
    ) -> Found:
        """Return what answers a query, among the briefs of `allow` if given; `exact` takes words as typed.

        Who looks at the first briefs only says how many: the `depth`. Those beyond follow in an order and with scores
        that leave out how good their best passages are, and their passages are not put in order by score.
        What takes longer than the limit (without one, `limit.SECONDS`) is cut short: see `Found.cut_short`.

        Raises:
            IndexDamaged: if the index cannot be read.
        """
        limit = limit or Limit()
        return self._read(lambda snapshot: find(snapshot, query, allow, exact=exact, limit=limit, depth=depth))

    def holds(self, clause: Clause) -> bool:
        """Tell whether anything in the archive meets a clause.

        Raises:
            IndexDamaged: if the index cannot be read.
        """
        return self._read(lambda snapshot: holds(snapshot, clause))

    def suggest(self, query: Query) -> tuple[str, ...]:
        """Return search texts with other words for those that nothing holds, the likeliest first.

        Raises:
            IndexDamaged: if the index cannot be read.
        """
        return self._read(lambda snapshot: suggest(snapshot, query))

    def explain(self, query: Query, brief: int, *, exact: bool = False) -> Explanation:
        """Return how each need of a query fares in a brief.

        Raises:
            IndexDamaged: if the index cannot be read.
        """
        return self._read(lambda snapshot: explain(snapshot, query, brief, exact=exact))

    def update(self, add: Iterable[IndexEntry], delete: Collection[int] = ()) -> None:
        """Delete some briefs and put others in place of what was there of them, all in one commit or nothing.

        An entry without passages, whose text the index no longer has as it says, is left out.

        Raises:
            ArchiveUnusable: if another process keeps writing, or the disk is full or read-only.
            IndexDamaged: if the index cannot be read.
        """
        entries = {entry.brief: entry for entry in add}
        if not entries and not delete:
            return
        with self._writing, _disk(self._folder):
            try:
                self._commit(entries, delete)
            except (KinuError, MemoryError):
                raise
            except Exception as error:  # merging reads old segments, and a damaged one can raise anything
                if isinstance(error, OSError) and not isinstance(error, FileNotFoundError):
                    raise
                with self._searching:
                    self._let_go()
                raise IndexDamaged(repr(error)) from error
        self.contents()  # opens what was committed, so that the next search need not

    def _commit(self, entries: dict[int, IndexEntry], delete: Collection[int]) -> None:
        writer = self._writer()
        try:
            for document in self._read(lambda snapshot: _outdated(snapshot, entries, delete)):
                writer.delete_document(document)
            for entry in entries.values():
                writer.add_entry(entry)
            writer.commit()
        except BaseException:
            _cancel(writer)
            raise

    def bytes(self) -> int:
        """Return the size on disk."""
        return sum(path.stat().st_size for path in self._folder.iterdir() if path.is_file())

    def reset(self) -> None:
        """Start over with an empty index.

        Raises:
            ArchiveUnusable: if another process keeps writing, or the disk is full or read-only.
        """
        with self._writing, self._searching, _disk(self._folder), _locked(self._folder):
            self._let_go()
            self._index = _created(self._folder)

    def close(self) -> None:
        """Let go of the files; whatever is asked next opens them again."""
        with self._searching:
            if self._snapshot is not None:
                self._snapshot.close()
                self._snapshot = None

    def rest(self) -> None:
        """Let the system have the memory of the files while nothing is asked; what is asked next reads them again."""
        with self._searching:
            if self._snapshot is not None:
                self._snapshot.rest()

    def _let_go(self) -> None:
        """Close everything after an error, in whatever state it is."""
        self._snapshot = None
        self._index.storage.close_left_open()

    def _read(self, work: Callable[[Snapshot], T]) -> T:
        """Run something on the newest snapshot; a file that is gone was merged away by another process: look again."""
        with self._searching:
            for last_try in (False, False, True):
                try:
                    return work(self._current())
                except FileNotFoundError as error:
                    self._let_go()
                    if last_try:
                        raise IndexDamaged(str(error)) from error
                except MemoryError:
                    raise
                except Exception as error:  # a damaged file can raise anything
                    self._let_go()
                    raise IndexDamaged(repr(error)) from error
        raise AssertionError("unreachable")

    def _current(self) -> Snapshot:
        """Return the newest state."""
        if self._snapshot is None or not self._is_newest(*self._snapshot.state):
            self.close()
            generation = self._index.latest_generation()
            state = generation, self._stamp(generation)
            contents = self._index._read_toc()  # `reader()` would try ten times and leave a file open each time
            reader = self._index._reader(self._index.storage, contents.schema, contents.segments, contents.generation)
            self._snapshot = Snapshot(reader, state)
        return self._snapshot

    def _is_newest(self, generation: int, stamp: Stamp) -> bool:
        """Tell whether a generation is the last one and still the same: an index that was emptied counts them anew."""
        try:
            return self._stamp(generation) == stamp and not os.path.lexists(self._contents_file(generation + 1))
        except FileNotFoundError:
            return False

    def _stamp(self, generation: int) -> Stamp:
        status = os.stat(self._contents_file(generation))
        return status.st_ino, status.st_mtime_ns

    def _contents_file(self, generation: int) -> str:
        return f"{self._prefix}{generation}.toc"

    def _writer(self) -> ArrayWriter:
        """Wait for other writers, then return one."""
        try:
            return ArrayWriter(self._index, self._lexicon, timeout=PATIENCE, delay=DELAY)
        except LockError:
            raise ArchiveUnusable(ArchiveProblem.LOCKED, self._folder) from None


def _stamped(folder: Path) -> bool:
    try:
        return (folder / _STAMP_FILE).read_text("utf-8") == STAMP
    except (FileNotFoundError, UnicodeDecodeError):
        return False


def _created(folder: Path) -> Any:
    """Return an empty index in place of what is in the folder; the stamp comes last, so that half of one is none."""
    for pattern in _OURS:
        for path in folder.glob(pattern):
            if path.is_dir():
                shutil.rmtree(path)
            elif path.name != _LOCK_FILE:
                path.unlink()
    index = FileIndex.create(Files(folder), codec.schema())
    (folder / _STAMP_FILE).write_text(STAMP, "utf-8")
    return index


def _outdated(snapshot: Snapshot, entries: dict[int, IndexEntry], delete: Collection[int]) -> list[int]:
    """Return the documents that give way to some entries, and take out those whose text the index does not have."""
    held = snapshot.texts()
    kept = [id for id, entry in entries.items() if entry.passages is None]
    for id in kept:
        if held.get(id) != entries[id].text_revision:
            del entries[id]
    kept = [id for id in kept if id in entries]
    whole = {*entries, *delete}.difference(kept)
    return [*snapshot.documents_of(whole), *snapshot.documents_of(kept, passages=False)]


def _cancel(writer: ArrayWriter) -> None:
    """Undo what a writer did."""
    try:
        writer.cancel()
    except Exception as error:  # a commit that failed leaves a writer half closed; only its lock matters
        log.warning("the writer could not be cancelled: %r", error)
        if writer.writelock.fd is not None:
            writer.writelock.release()


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Keep other processes from writing."""
    lock = Files(folder).lock(_LOCK_FILE)
    if not try_for(lock.acquire, timeout=PATIENCE, delay=DELAY):
        raise ArchiveUnusable(ArchiveProblem.LOCKED, folder)
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _disk(folder: Path) -> Iterator[None]:
    """Say why a folder cannot be written."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise ArchiveUnusable(ArchiveProblem.NO_SPACE, folder, str(error)) from error
        raise ArchiveUnusable(ArchiveProblem.READ_ONLY, folder, str(error)) from error

"""Files into the archive: known? read, guess the record, keep, index."""

from __future__ import annotations

import logging
import os
import time
import unicodedata
from contextlib import contextmanager
from dataclasses import dataclass, replace
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kinu_reader import extract
from kinu_reader.model import (
    Brief,
    Cancelled,
    Change,
    Failure,
    FailureKind,
    Filters,
    Imported,
    KinuError,
    Progress,
    Step,
    UnreadableFile,
)
from kinu_reader.tasks.anchoring import reanchor
from kinu_reader.tasks.archive import catch_up
from kinu_reader.tasks.cataloguing import former_version, own_profiles, understood

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from kinu_reader.tasks.archive import Archive

log = logging.getLogger(__name__)

CHUNK = 64  # files looked at together: enough to keep every reader busy
INDEX_AFTER = 256  # new briefs, so that a long import can be searched while it runs


def default_jobs() -> int:
    """Return how many files to read at once: one for each processor, within reason."""
    return max(1, min(4, os.cpu_count() or 1))


def walk(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files to import in a steady order: all those named, and what folders hold."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders.sort()
            for name in sorted(names):
                file = path.__class__(folder, name)
                if file.suffix.lower() in extract.SUFFIXES and not name.startswith("."):
                    yield file


def printable(path: Path | str) -> str:
    """Return a path as text that can be kept and shown; bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def import_files(
    archive: Archive,
    paths: Sequence[Path],
    progress: Progress = Progress(),
    *,
    jobs: int | None = None,
    seconds: float = 60.0,
    password: str | None = None,
) -> Change:
    """Import files and folders; a file that cannot be read costs only itself.

    Args:
        archive: where to.
        paths: files or folders, any mix.
        progress: told of every file; cancelling it keeps what has been imported.
        jobs: how many files to read at once.
        seconds: how long one file may take to read.
        password: what opens encrypted files; the archive then keeps an unlocked copy.
    """
    began = time.monotonic()
    cancelled = False
    with extract.Readers(jobs or default_jobs(), seconds) as readers:
        progress.when_cancelled(readers.stop)
        work = _Import(archive, readers, password, list(walk(paths)), progress)
        try:
            work.run()
        except Cancelled:
            cancelled = True
    catch_up(archive)
    return work.change(time.monotonic() - began, cancelled=cancelled)


@dataclass(frozen=True)
class _Source:
    """A file as it goes into the archive."""

    path: Path
    sha256: str


class _Import:
    """An import under way, and what it has done so far."""

    def __init__(
        self, archive: Archive, readers: extract.Readers, password: str | None, files: list[Path], progress: Progress
    ) -> None:
        self._archive, self._library = archive, archive.library
        self._readers, self._password = readers, password
        self._files, self._progress = files, progress
        self._profiles = own_profiles(archive)
        self._binned = set(archive.library.ids(Filters(binned=True)))
        self._done = 0
        self.added: list[Imported] = []
        self.already: list[Imported] = []
        self.updated: list[Imported] = []
        self.failed: list[Failure] = []

    def run(self) -> None:
        """Import all files.

        Raises:
            Cancelled: if asked to stop.
        """
        indexed = 0
        for start in range(0, len(self._files), CHUNK):
            self._read(self._unknown(self._files[start : start + CHUNK]))
            new = len(self.added) + len(self.updated)
            if new - indexed >= INDEX_AFTER:
                catch_up(self._archive)
                indexed = new
        self._report("")

    def change(self, seconds: float, *, cancelled: bool) -> Change:
        """Return what was done."""
        added, already, updated = tuple(self.added), tuple(self.already), tuple(self.updated)
        return Change(added, already, updated, tuple(self.failed), seconds, cancelled)

    def _report(self, name: str) -> None:
        self._progress.step(Step(self._done, len(self._files), name, len(self.failed)))

    def _unknown(self, files: Sequence[Path]) -> list[_Source]:
        """Return those of the files whose content the archive does not have."""
        fresh = []
        for path in files:
            try:
                sha256 = _fingerprint(path)
            except UnreadableFile as error:
                self._fail(path, error)
                continue
            known = self._library.known(sha256)
            if known is None:
                fresh.append(_Source(path, sha256))
            else:
                self._library.put_back(known, sha256, path)
                self._know(path, known)
        return fresh

    def _know(self, path: Path, known: int) -> None:
        if known in self._binned:  # who imports a brief wants it on the shelf
            self._library.bin.restore([known])
        self.already.append(self._imported(known, path))
        self._done += 1

    def _read(self, sources: list[_Source]) -> None:
        readings = self._readers.read_all([source.path for source in sources])
        for source, reading in zip(sources, readings, strict=True):
            self._report(source.path.name)
            try:
                with self._opened(source, reading) as (kept, brief):
                    self._keep(source, kept, brief)
            except UnreadableFile as error:
                self._fail(source.path, error)
            except KinuError:
                raise
            except Exception as error:  # a mistake of ours over one file must not cost the others
                log.exception("importing %s", source.path)
                detail = f"{type(error).__name__}: {error}"
                self._fail(source.path, UnreadableFile(FailureKind.UNREADABLE, detail))

    @contextmanager
    def _opened(self, source: _Source, reading: Brief | UnreadableFile) -> Iterator[tuple[_Source, Brief]]:
        """Give the file to keep and what it says; with a password also of a file that could not be read.

        Raises:
            UnreadableFile: why it cannot be read.
        """
        if isinstance(reading, Brief):
            yield source, reading
            return
        if reading.kind is not FailureKind.ENCRYPTED or self._password is None:
            raise reading
        with TemporaryDirectory(prefix="kinu-reader-") as folder:
            copy = source.path.__class__(folder, "unlocked.pdf")
            extract.unlock(source.path, self._password, copy)
            (again,) = self._readers.read_all([copy])
            if isinstance(again, UnreadableFile):
                raise again
            yield _Source(copy, extract.fingerprint(copy)), again

    def _keep(self, source: _Source, kept: _Source, reading: Brief) -> None:
        """Keep a brief unless it is known: the same bytes may have come under another name a moment ago."""
        known = self._library.known(kept.sha256)
        if known is not None:
            self._know(source.path, known)
            return
        name = unicodedata.normalize("NFC", printable(source.path.name))
        brief, record = understood(replace(reading, name=name), self._profiles)
        id = former_version(self._archive, record)
        if id is None:
            id = self._library.add(brief, record, kept.sha256, kept.path)
            self.added.append(self._imported(id, source.path))
        else:
            self._library.replace(id, brief, record, kept.sha256, kept.path)
            reanchor(self._library)
            self.updated.append(self._imported(id, source.path))
        if kept is not source:
            self._library.also_known(id, source.sha256, name)
        self._library.failures.dismiss(printable(source.path))
        self._done += 1

    def _imported(self, id: int, path: Path) -> Imported:
        brief = self._library.brief(id)
        record = brief.record if brief else None
        return Imported(id, printable(path), record.title if record else None, record.code if record else None)

    def _fail(self, path: Path, error: UnreadableFile) -> None:
        failure = Failure(printable(path), error.kind, error.detail)
        self._library.failures.put(failure)
        self.failed.append(failure)
        self._done += 1


def _fingerprint(path: Path) -> str:
    if path.suffix.lower() not in extract.SUFFIXES:
        raise UnreadableFile(FailureKind.UNSUPPORTED, path.suffix)
    try:
        return extract.fingerprint(path)
    except OSError as error:
        raise UnreadableFile(FailureKind.UNREADABLE, str(error)) from error

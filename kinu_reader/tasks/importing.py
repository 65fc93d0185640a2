"""Files into the archive: known? read, guess the record, keep, index."""

from __future__ import annotations

import logging
import os
import time
import unicodedata
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kinu_reader import extract, metadata
from kinu_reader.model import (
    Brief,
    Cancelled,
    Change,
    Failure,
    FailureKind,
    Imported,
    KinuError,
    PageState,
    PassageKind,
    Progress,
    Step,
    UnreadableFile,
)
from kinu_reader.tasks.archive import catch_up
from kinu_reader.tasks.editing import keep_edits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from kinu_reader.model import Guess, Passage, Range, Record
    from kinu_reader.tasks.archive import Archive

log = logging.getLogger(__name__)

CHUNK = 64  # files looked at together: enough to keep every reader busy
INDEX_AFTER = 256  # new briefs, so that a long import can be searched while it runs
SAME_TITLE = 0.6  # similarity of titles from which equal code, institute and language mean the same brief


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


@dataclass
class _Outcome:
    """What an import has done so far."""

    added: list[Imported] = field(default_factory=list)
    already: list[Imported] = field(default_factory=list)
    updated: list[Imported] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)

    def change(self, seconds: float, *, cancelled: bool) -> Change:
        return Change(
            tuple(self.added), tuple(self.already), tuple(self.updated), tuple(self.failed), seconds, cancelled
        )


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
    outcome, cancelled = _Outcome(), False
    files = list(walk(paths))
    try:
        with extract.Readers(jobs or default_jobs(), seconds) as readers:
            progress.when_cancelled(readers.stop)
            unlock = _Unlocker(readers, password)
            unindexed = 0
            for start in range(0, len(files), CHUNK):
                before = len(outcome.added) + len(outcome.updated)
                _import_chunk(archive, unlock, files[start : start + CHUNK], outcome, progress, start, len(files))
                unindexed += len(outcome.added) + len(outcome.updated) - before
                if unindexed >= INDEX_AFTER:
                    catch_up(archive)
                    unindexed = 0
    except Cancelled:
        cancelled = True
    catch_up(archive)
    return outcome.change(time.monotonic() - began, cancelled=cancelled)


def _import_chunk(
    archive: Archive,
    unlock: _Unlocker,
    files: Sequence[Path],
    outcome: _Outcome,
    progress: Progress,
    done: int,
    total: int,
) -> None:
    fresh: list[tuple[Path, str]] = []
    for path in files:
        try:
            sha256 = _fingerprint(path)
        except UnreadableFile as error:
            _fail(archive, path, error, outcome)
            continue
        known = archive.library.known(sha256)
        if known is None:
            fresh.append((path, sha256))
        else:
            archive.library.undelete([known])  # who imports a brief wants it on the shelf
            outcome.already.append(_imported(archive, known, path))
    done += len(files) - len(fresh)
    readings = unlock.readers.read_all([path for path, _ in fresh])
    for n, ((path, sha256), reading) in enumerate(zip(fresh, readings, strict=True)):
        progress.step(Step(done + n, total, path.name, len(outcome.failed)))
        try:
            with unlock.opened(path, sha256, reading) as (source, brief):
                id = _keep(archive, path, source, brief, outcome)
                if source.sha256 != sha256:
                    archive.library.also_known(id, sha256, printable(path.name))
        except UnreadableFile as error:
            _fail(archive, path, error, outcome)
        except KinuError:
            raise
        except Exception as error:  # a mistake of ours over one file must not cost the others
            log.exception("importing %s", path)
            _fail(archive, path, UnreadableFile(FailureKind.UNREADABLE, f"{type(error).__name__}: {error}"), outcome)
    progress.step(Step(done + len(fresh), total, "", len(outcome.failed)))


def _fingerprint(path: Path) -> str:
    if path.suffix.lower() not in extract.SUFFIXES:
        raise UnreadableFile(FailureKind.UNSUPPORTED, path.suffix)
    try:
        return extract.fingerprint(path)
    except OSError as error:
        raise UnreadableFile(FailureKind.UNREADABLE, str(error)) from error


@dataclass(frozen=True)
class _Source:
    """A file as it goes into the archive."""

    path: Path
    sha256: str


class _Unlocker:
    """Opens what was read, and with a password what could not be."""

    def __init__(self, readers: extract.Readers, password: str | None) -> None:
        self.readers, self._password = readers, password

    @contextmanager
    def opened(self, path: Path, sha256: str, reading: Brief | UnreadableFile) -> Iterator[tuple[_Source, Brief]]:
        """Give the file to keep and what it says.

        Raises:
            UnreadableFile: why it cannot be read.
        """
        if isinstance(reading, Brief):
            yield _Source(path, sha256), reading
        elif reading.kind is not FailureKind.ENCRYPTED or self._password is None:
            raise reading
        else:
            with TemporaryDirectory(prefix="kinu-reader-") as folder:
                copy = path.__class__(folder, "unlocked.pdf")
                extract.unlock(path, self._password, copy)
                (again,) = self.readers.read_all([copy])
                if isinstance(again, UnreadableFile):
                    raise again
                yield _Source(copy, extract.fingerprint(copy)), again


def _keep(archive: Archive, path: Path, source: _Source, reading: Brief, outcome: _Outcome) -> int:
    """Keep a brief unless it is known; return its id."""
    known = archive.library.known(source.sha256)  # the same bytes may have come under another name a moment ago
    if known is not None:
        outcome.already.append(_imported(archive, known, path))
        return known
    reading = replace(reading, name=unicodedata.normalize("NFC", printable(path.name)))
    brief, record = understood(reading, metadata.guess(reading))
    id = _former_version(archive, record)
    if id is None:
        id = archive.library.add(brief, record, source.sha256, source.path)
        outcome.added.append(_imported(archive, id, path))
    else:
        before = archive.library.brief(id)
        record = keep_edits(before.record, record) if before else record
        archive.library.replace(id, brief, record, source.sha256, source.path)
        outcome.updated.append(_imported(archive, id, path))
    archive.library.dismiss_failure(printable(path))
    return id


def understood(reading: Brief, guess: Guess) -> tuple[Brief, Record]:
    """Return a brief with what is no passage set apart, and its record, doubtful also where pages have no text."""
    record = guess.record
    if any(page.state in (PageState.NO_TEXT, PageState.BROKEN_FONTS) for page in reading.pages):
        record = replace(record, needs_review=(*record.needs_review, "text"))
    return replace(reading, passages=set_apart(reading.passages, reading.text, guess)), record


def _former_version(archive: Archive, record: Record) -> int | None:
    """Return the brief that these other bytes are a new version of.

    A code misread by a profile must not make one brief swallow another, so the titles have to agree as well.
    """
    id = archive.library.same_brief(record)
    known = None if id is None else archive.library.brief(id)
    if known is None:
        return None
    here, there = ((title or "").casefold() for title in (record.title, known.record.title))
    return id if SequenceMatcher(None, here, there, autojunk=False).ratio() >= SAME_TITLE else None


def _imported(archive: Archive, id: int, path: Path) -> Imported:
    brief = archive.library.brief(id)
    record = brief.record if brief else None
    return Imported(id, printable(path), record.title if record else None, record.code if record else None)


def _fail(archive: Archive, path: Path, error: UnreadableFile, outcome: _Outcome) -> None:
    failure = Failure(printable(path), error.kind, error.detail)
    archive.library.put_failure(failure)
    outcome.failed.append(failure)


def set_apart(passages: Sequence[Passage], text: str, guess: Guess) -> tuple[Passage, ...]:
    """Return the passages without masthead, disclaimer and copyright line, and with the front matter marked."""
    kept: list[Passage] = []
    for passage in passages:
        start, end = _without(passage.start, passage.end, text, guess.apart)
        if start < end:
            front = any(a < end and start < b for a, b in guess.front)
            kind = PassageKind.FRONT if front else passage.kind
            kept.append(replace(passage, number=len(kept), start=start, end=end, kind=kind))
    return tuple(kept)


def _without(start: int, end: int, text: str, apart: Iterable[Range]) -> Range:
    """Take ranges off the ends of a range, and the space beside them."""
    for a, b in apart:
        if a <= start < b:
            start = min(b, end)
        if a < end <= b:
            end = max(a, start)
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end

"""An open archive: its catalogue and the index made from it, kept in step."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from kinu_reader import index, library
from kinu_reader.model import IndexDamaged, Progress, Step, Work
from kinu_reader.paths import index_folder
from kinu_reader.tasks.anchoring import reanchor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kinu_reader.index import Index
    from kinu_reader.library import Library

T = TypeVar("T")

BATCH = 256  # briefs indexed in one commit: what a crash can cost, and what memory the writer needs


@dataclass(frozen=True)
class Archive:
    """The catalogue is the truth; the index follows."""

    library: Library
    index: Index

    def close(self) -> None:
        """Close both."""
        self.index.close()
        self.library.close()


def open_archive(folder: Path, *, create: bool = False) -> Archive:
    """Open the archive in a folder, or make one there. The index may lag behind until `catch_up`.

    Bookmarks are brought to their places first, should a program have been killed before it could.

    Raises:
        ArchiveUnusable: with the reason why.
    """
    held = library.Library.open(folder, create=create)
    try:
        reanchor(held)
        return Archive(held, index.Index.open(index_folder(held.archive_id)))
    except BaseException:
        held.close()
        raise


@contextmanager
def opened(folder: Path, *, create: bool = False) -> Iterator[Archive]:
    """Open an archive whose index is up to date, and close it at the end."""
    archive = open_archive(folder, create=create)
    try:
        catch_up(archive)
        yield archive
    finally:
        archive.close()


def index_is_current(archive: Archive) -> bool:
    """Tell whether the index holds what the catalogue says."""
    try:
        return archive.index.contents() == archive.library.revisions()
    except IndexDamaged:
        return False


def catch_up(archive: Archive, progress: Progress = Progress()) -> int:
    """Bring the index in step with the catalogue; return how many briefs that took.

    What the index lacks is found by comparing it with the catalogue, not by marks: an index deleted, restored or left
    behind by another machine mends itself like one whose import was killed.
    """
    try:
        return _follow(archive, progress)
    except IndexDamaged:
        archive.index.reset()
        return _follow(archive, progress)


def _follow(archive: Archive, progress: Progress) -> int:
    wanted, held = archive.library.revisions(), archive.index.contents()
    gone = [id for id in held if id not in wanted]
    stale = [id for id in wanted if held.get(id) != wanted[id]]
    texts = archive.index.texts() if stale else {}  # of these only the record is told again
    for start in range(0, len(stale), BATCH):
        progress.step(Step(start, len(stale), work=Work.INDEX))
        archive.index.update(archive.library.index_entries(stale[start : start + BATCH], texts), gone)
        gone = []
    if gone:
        archive.index.update((), gone)
    return len(stale)


def ask(archive: Archive, question: Callable[[], T]) -> T:
    """Ask the index; if it turns out to be damaged, make it anew from the catalogue and ask once more."""
    try:
        return question()
    except IndexDamaged:
        archive.index.reset()
        catch_up(archive)
        return question()

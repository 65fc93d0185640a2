"""Taking back the last thing a person did, to records, tags and collections or to bookmarks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinu_reader.tasks import bookmarking, editing

if TYPE_CHECKING:
    from kinu_reader.model import ArchivedBrief, Bookmark
    from kinu_reader.tasks.archive import Archive


@dataclass(frozen=True)
class Undone:
    """What is otherwise now."""

    briefs: tuple[ArchivedBrief, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()


def undo(archive: Archive) -> Undone:
    """Take back what was done last."""
    library = archive.library
    if library.bookmarks.moment(undone=False) > library.edits.moment(undone=False):
        return Undone(bookmarks=tuple(bookmarking.undo(archive)))
    return Undone(briefs=tuple(editing.undo(archive)))


def redo(archive: Archive) -> Undone:
    """Do again what was taken back last."""
    kept, edited = archive.library.bookmarks.moment(undone=True), archive.library.edits.moment(undone=True)
    if kept and (not edited or kept < edited):  # what was done first was taken back last
        return Undone(bookmarks=tuple(bookmarking.redo(archive)))
    return Undone(briefs=tuple(editing.redo(archive)))

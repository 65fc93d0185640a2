"""Bookmarks out of the archive: files of many formats, and copies of briefs with the marks in them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kinu_reader import cite, extract
from kinu_reader.annotations import colours, exporting
from kinu_reader.annotations.kept import Sheet
from kinu_reader.extract import CopyMark, Shape
from kinu_reader.model import BookmarkKind, KinuError, Placing, Progress, Step, UnreadableFile, Work
from kinu_reader.paths import user_templates
from kinu_reader.tasks.kept import gathered, kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kinu_reader.extract import Annotator
    from kinu_reader.model import ArchivedBrief, Bookmark, Box
    from kinu_reader.tasks.archive import Archive


class WouldOverwrite(KinuError):
    """A copy must not be written into the archive, where the originals lie, nor over a file that it was made from."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True)
class Copy:
    """A copy of a brief with its bookmarks, or why there is none."""

    brief: int
    file: Path
    without_page: tuple[str, ...] = ()  # ids of bookmarks that found no page
    failure: UnreadableFile | None = None


def export_bookmarks(
    archive: Archive,
    bookmarks: Sequence[Bookmark],
    format: str,
    *,
    style: str = cite.DEFAULT,
    locale: str = "en-US",
) -> bytes:
    """Return bookmarks as the content of a file in one of `annotations.exporting.formats()`.

    Raises:
        KeyError: if there is no such format.
        StyleUnusable: if the style is not there or cannot be used.
        TemplateUnusable: if a person's own template has a mistake.
    """
    return exporting.export(format, sheet_of(archive, bookmarks, style, locale))


def sheet_of(archive: Archive, bookmarks: Sequence[Bookmark], style: str, locale: str) -> Sheet:
    """Return what is written to one file, with the person's own templates.

    Raises:
        StyleUnusable: if the style is not there or cannot be used.
    """
    return Sheet(tuple(kept(archive, bookmarks, style, locale)), locale, user_templates())


# -- a copy of a brief with marks


def pdf_copy(
    archive: Archive, brief: ArchivedBrief, bookmarks: Sequence[Bookmark], to: Path, author: str = ""
) -> tuple[str, ...]:
    """Write a copy of a brief with its bookmarks as annotations of PDF; return the ids of those that found no page.

    A text brief is written as the pages that the reader shows.

    Raises:
        WouldOverwrite: if the copy would lie in the archive, or over a file that was read into it.
        UnreadableFile: if the brief's file cannot be read.
        OSError: if the copy cannot be written.
    """
    with extract.Annotator() as annotator:
        return _copy(archive, annotator, brief, bookmarks, to, author)


def pdf_copies(
    archive: Archive, bookmarks: Sequence[Bookmark], folder: Path, author: str = "", progress: Progress = Progress()
) -> list[Copy]:
    """Write a copy of every brief that the bookmarks lie in, named like its file with ".bookmarks" behind.

    Raises:
        WouldOverwrite: if the folder lies in the archive.
        OSError: if a copy cannot be written.
        Cancelled: if asked to stop.
    """
    briefs = archive.library.briefs(list({bookmark.brief for bookmark in bookmarks}))
    once = Counter(Path(brief.file).stem for brief in briefs.values())
    copies = []
    with extract.Annotator() as annotator:
        for done, brief in enumerate(briefs.values()):
            progress.step(Step(done, len(briefs), brief.record.title or brief.file, work=Work.COPY))
            stem = Path(brief.file).stem
            to = folder / f"{stem}{'' if once[stem] == 1 else f'-{brief.id}'}.bookmarks.pdf"
            here = [bookmark for bookmark in bookmarks if bookmark.brief == brief.id]
            try:
                copies.append(Copy(brief.id, to, _copy(archive, annotator, brief, here, to, author)))
            except UnreadableFile as error:
                copies.append(Copy(brief.id, to, failure=error))
    return copies


def _copy(
    archive: Archive, annotator: Annotator, brief: ArchivedBrief, bookmarks: Sequence[Bookmark], to: Path, author: str
) -> tuple[str, ...]:
    """Write one copy, but never over a file that the archive keeps or has read, wherever that lies."""
    in_archive = to.resolve().is_relative_to(archive.library.folder.resolve())
    if in_archive or (to.is_file() and archive.library.known(extract.fingerprint(to)) is not None):
        raise WouldOverwrite(to)
    marks = [mark for bookmark in gathered(bookmarks) if bookmark.brief == brief.id for mark in _marks(bookmark)]
    return annotator.copy(archive.library.original(brief.sha256, brief.kind), brief.kind, marks, to, author)


def _marks(bookmark: Bookmark) -> Iterator[CopyMark]:
    """Yield what is drawn for a bookmark: on each of its pages one mark, the first of which carries the note."""
    shape = _shape(bookmark)
    placed = boxes_by_page(bookmark) if shape is not Shape.NOTE else {bookmark.anchor.page: ()}
    for number, (page, lines) in enumerate(placed.items()):
        yield CopyMark(
            bookmark.id if number == 0 else f"{bookmark.id}-{number + 1}",
            page,
            shape,
            lines,
            "" if number else _note(bookmark, shape),
            colours.HEX[bookmark.colour],
            bookmark.created,
            bookmark.changed,
            bookmark.author,
        )


def _shape(bookmark: Bookmark) -> Shape:
    """Return how a bookmark is drawn; an orphan's boxes lie on words that it does not mean."""
    if not bookmark.anchor.boxes or bookmark.state is Placing.ORPHAN:
        return Shape.NOTE
    shapes = {BookmarkKind.PASSAGE: Shape.HIGHLIGHT, BookmarkKind.AREA: Shape.SQUARE}
    return shapes.get(bookmark.kind, Shape.NOTE)


def _note(bookmark: Bookmark, shape: Shape) -> str:
    """Return a note, with the tags; beside no words the quote as well, for nothing else says what is meant."""
    quote = bookmark.anchor.quote if shape is Shape.NOTE and bookmark.kind is BookmarkKind.PASSAGE else ""
    parts = (f"“{quote}”" if quote else "", bookmark.note, " ".join(f"#{tag}" for tag in bookmark.tags))
    return "\n\n".join(part for part in parts if part)


def boxes_by_page(bookmark: Bookmark) -> dict[int, tuple[Box, ...]]:
    """Return the boxes of a bookmark on each of its pages."""
    pages: dict[int, tuple[Box, ...]] = {}
    for page, box in bookmark.anchor.boxes:
        pages[page] = (*pages.get(page, ()), box)
    return pages

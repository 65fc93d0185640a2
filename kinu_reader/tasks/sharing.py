"""Bookmarks out of the archive: files of many formats, a marked copy of a brief, a packet to read."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kinu_reader import cite, extract
from kinu_reader.annotations import colours, exporting
from kinu_reader.annotations import packet as packets
from kinu_reader.annotations.kept import Sheet
from kinu_reader.extract import CopyMark, Shape
from kinu_reader.model import BookmarkKind, KinuError, Placing, Progress, Step, UnreadableFile, Work
from kinu_reader.paths import user_templates
from kinu_reader.tasks.kept import gathered, kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kinu_reader.extract import Annotator, Painter
    from kinu_reader.model import ArchivedBrief, Bookmark, Box, FileKind
    from kinu_reader.tasks.archive import Archive

PICTURE = 900  # pixels that a whole page in a packet is wide
AROUND = 30.0  # points of the page shown above and below what was kept


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
    return exporting.export(format, _sheet(archive, bookmarks, style, locale))


def _sheet(archive: Archive, bookmarks: Sequence[Bookmark], style: str, locale: str) -> Sheet:
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
    boxes = _boxes_by_page(bookmark) if shape is not Shape.NOTE else {bookmark.anchor.page: ()}
    for number, (page, lines) in enumerate(boxes.items()):
        yield CopyMark(
            bookmark.id if number == 0 else f"{bookmark.id}-{number + 1}",
            page,
            shape,
            lines,
            "" if number else _note(bookmark, shape),
            colours.HEX[bookmark.colour],
            bookmark.created,
            bookmark.changed,
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


def _boxes_by_page(bookmark: Bookmark) -> dict[int, tuple[Box, ...]]:
    pages: dict[int, tuple[Box, ...]] = {}
    for page, box in bookmark.anchor.boxes:
        pages[page] = (*pages.get(page, ()), box)
    return pages


# -- a packet


def packet(
    archive: Archive,
    bookmarks: Sequence[Bookmark],
    *,
    pdf: bool = False,
    style: str = cite.DEFAULT,
    locale: str = "en-US",
    progress: Progress = Progress(),
) -> bytes:
    """Return what was kept with a picture of its place on the page, as one HTML page or as a PDF.

    Raises:
        StyleUnusable: if the style is not there or cannot be used.
        TemplateUnusable: if a person's own template has a mistake.
        UnreadableFile: if the PDF cannot be made.
        Cancelled: if asked to stop.
    """
    sheet = _sheet(archive, bookmarks, style, locale)
    files: dict[str, bytes] = {}

    def named(picture: bytes) -> str:
        name = f"{len(files) + 1}.png"
        files[name] = picture
        return name

    pictures = _pictures(archive, sheet, named if pdf else _inline, progress)
    page = packets.page(sheet, pictures)
    return extract.print_html(page, files) if pdf else page.encode("utf-8")


def _inline(picture: bytes) -> str:
    return f"data:image/png;base64,{b64encode(picture).decode()}"


def _pictures(archive: Archive, sheet: Sheet, put: Callable[[bytes], str], progress: Progress) -> dict[str, list[str]]:
    """Return for each bookmark the sources of its pictures, as `put` gives them."""
    briefs = archive.library.briefs(list({kept.bookmark.brief for kept in sheet.kept}))
    sheets = {id: {page.number: page.width for page in archive.library.page_bounds(id)} for id in briefs}
    pictures: dict[str, list[str]] = {}
    with extract.Painter() as painter:
        for done, kept_one in enumerate(sheet.kept):
            progress.step(Step(done, len(sheet.kept), kept_one.title, work=Work.PACKET))
            bookmark = kept_one.bookmark
            brief = briefs[bookmark.brief]
            original = archive.library.original(brief.sha256, brief.kind)
            drawn = _drawn(painter, original, brief.kind, bookmark, sheets[brief.id])
            pictures[bookmark.id] = [put(picture) for picture in drawn]
    return pictures


def _drawn(
    painter: Painter, file: Path, kind: FileKind, bookmark: Bookmark, widths: Mapping[int, float]
) -> Iterator[bytes]:
    """Yield the part of each page on which a bookmark lies; none of an orphan, whose place is not known."""
    if bookmark.kind is BookmarkKind.BRIEF or bookmark.state is Placing.ORPHAN:
        return
    whole: dict[int, tuple[Box, ...]] = {bookmark.anchor.page: ()}
    boxes_by_page = whole if bookmark.kind is BookmarkKind.PAGE else _boxes_by_page(bookmark)
    for page, boxes in boxes_by_page.items():
        clip = _around(boxes, widths.get(page, 0.0)) if boxes else None
        marks = [(box, False) for box in boxes] if bookmark.kind is BookmarkKind.PASSAGE else []
        try:
            yield painter.png(file, kind, page, PICTURE, marks, clip)
        except UnreadableFile:  # the words and the citation are worth having without the picture
            continue


def _around(boxes: Sequence[Box], width: float) -> Box:
    """Return the part of a page, from edge to edge, that shows boxes and what stands near them."""
    return 0.0, min(box[1] for box in boxes) - AROUND, width, max(box[3] for box in boxes) + AROUND

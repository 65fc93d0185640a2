"""A packet to read: what was kept, each with a picture of its place on the page, its citation and note."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from kinu_reader import cite, extract
from kinu_reader.annotations import packet as packets
from kinu_reader.model import BookmarkKind, Placing, Progress, Step, UnreadableFile, Work
from kinu_reader.tasks.sharing import boxes_by_page, sheet_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kinu_reader.annotations.kept import Sheet
    from kinu_reader.extract import Painter
    from kinu_reader.model import ArchivedBrief, Bookmark, Box, Page
    from kinu_reader.tasks.archive import Archive

PICTURE = 900  # pixels that a whole page would be wide
AROUND = 40.0  # points above and below what was kept in which whole lines are shown as well
RIM = 3.0  # points of paper around what is shown


def packet(
    archive: Archive,
    bookmarks: Sequence[Bookmark],
    *,
    pdf: bool = False,
    style: str = cite.DEFAULT,
    locale: str = "en-US",
    progress: Progress = Progress(),
) -> bytes:
    """Return a packet as one HTML page that needs nothing else, or as a PDF.

    Raises:
        StyleUnusable: if the style is not there or cannot be used.
        TemplateUnusable: if a person's own template has a mistake.
        UnreadableFile: if the PDF cannot be made.
        Cancelled: if asked to stop.
    """
    sheet = sheet_of(archive, bookmarks, style, locale)
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
    pictures: dict[str, list[str]] = {}
    with extract.Painter() as painter:
        for group in sheet.groups:
            brief = briefs[group.kept[0].bookmark.brief]
            pages = {page.number: page for page in archive.library.pages(brief.id)}
            for kept in group.kept:
                progress.step(Step(len(pictures), len(sheet.kept), group.title, work=Work.PACKET))
                drawn = _drawn(archive, painter, brief, pages, kept.bookmark)
                pictures[kept.bookmark.id] = [put(picture) for picture in drawn]
    return pictures


def _drawn(
    archive: Archive, painter: Painter, brief: ArchivedBrief, pages: dict[int, Page], bookmark: Bookmark
) -> Iterator[bytes]:
    """Yield the part of each page on which a bookmark lies; none of an orphan, whose place is not known."""
    if bookmark.kind is BookmarkKind.BRIEF or bookmark.state is Placing.ORPHAN:
        return
    original = archive.library.original(brief.sha256, brief.kind)
    is_page = bookmark.kind is BookmarkKind.PAGE
    places: dict[int, tuple[Box, ...]] = {bookmark.anchor.page: ()} if is_page else boxes_by_page(bookmark)
    for number in sorted(places.keys() & pages.keys()):
        boxes = places[number]
        clip = _around(boxes, pages[number]) if boxes else None
        marks = [(box, False) for box in boxes] if bookmark.kind is BookmarkKind.PASSAGE else []
        try:
            yield painter.png(original, brief.kind, number, PICTURE, marks, clip)
        except UnreadableFile:  # the words and the citation are worth having without the picture
            continue


def _around(boxes: Sequence[Box], page: Page) -> Box:
    """Return the part of a page, as wide as all its text, that shows boxes and the whole lines that stand near them."""
    top, bottom = min(box[1] for box in boxes) - AROUND, max(box[3] for box in boxes) + AROUND
    lines = [*boxes, *extract.boxes_of(page, page.start, page.end)]
    shown = [box for box in lines if top <= box[1] and box[3] <= bottom]
    left, right = min(box[0] for box in lines), max(box[2] for box in lines)
    return left - RIM, min(box[1] for box in shown) - RIM, right + RIM, max(box[3] for box in shown) + RIM

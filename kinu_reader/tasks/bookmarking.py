"""What a person keeps of briefs: passages, pages, areas and whole briefs. Everything can be undone and done again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import TYPE_CHECKING
from uuid import uuid4

from kinu_reader import extract
from kinu_reader.annotations import anchor as anchored
from kinu_reader.annotations import find
from kinu_reader.annotations.colours import nearest
from kinu_reader.model import Bookmark, BookmarkFilters, BookmarkKind, Colour, Placing, WrongValue
from kinu_reader.tasks.anchoring import WIDTH, Ground, ground, reanchor
from kinu_reader.tasks.archive import catch_up

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from kinu_reader.model import Anchor, ArchivedBrief, Box, Brief, FileMark
    from kinu_reader.tasks.archive import Archive

ELSEWHERE = -1  # the reading of an anchor that was made on another brief: its place has yet to be found


def keep(
    archive: Archive,
    brief: int,
    start: int,
    end: int,
    *,
    colour: Colour = Colour.AMBER,
    note: str = "",
    tags: Iterable[str] = (),
) -> Bookmark:
    """Keep a range of the text of a brief.

    Raises:
        WrongValue: if there is no such brief or range.
    """
    on = _ground(archive, brief)
    return _keep(archive, on, _range(on, start, end), BookmarkKind.PASSAGE, colour, note, tags)


def keep_page(
    archive: Archive,
    brief: int,
    page: int,
    *,
    colour: Colour = Colour.AMBER,
    note: str = "",
    tags: Iterable[str] = (),
) -> Bookmark:
    """Keep a page, counted from 1.

    Raises:
        WrongValue: if there is no such brief or page.
    """
    on = _ground(archive, brief)
    return _keep(archive, on, _page(on, page), BookmarkKind.PAGE, colour, note, tags)


def keep_brief(
    archive: Archive, brief: int, *, colour: Colour = Colour.AMBER, note: str = "", tags: Iterable[str] = ()
) -> Bookmark:
    """Keep a whole brief.

    Raises:
        WrongValue: if there is no such brief.
    """
    on = _ground(archive, brief)
    return _keep(archive, on, _page(on, 1), BookmarkKind.BRIEF, colour, note, tags)


def keep_area(
    archive: Archive,
    brief: int,
    page: int,
    box: Box,
    *,
    colour: Colour = Colour.AMBER,
    note: str = "",
    tags: Iterable[str] = (),
) -> Bookmark:
    """Keep an area of a page, a figure say, with its picture.

    Args:
        archive: where the brief is.
        brief: its id.
        page: counted from 1.
        box: in points, on the page as displayed.
        colour: of the bookmark.
        note: Markdown.
        tags: any.

    Raises:
        WrongValue: if there is no such brief or page, or nothing of the page in the box.
        UnreadableFile: if the page cannot be drawn.
    """
    on = _ground(archive, brief)
    anchor = _page(on, page, box)
    picture = picture_of(archive, on.brief, page, box)
    return _keep(archive, on, anchor, BookmarkKind.AREA, colour, note, tags, picture)


def change(archive: Archive, changed: Sequence[Bookmark]) -> list[Bookmark]:
    """Give bookmarks the colours, notes and tags that these have; return them as they are kept."""
    known = {b.id: b for b in archive.library.bookmarks.get([b.id for b in changed])}
    archive.library.bookmarks.change(
        replace(known[b.id], colour=b.colour, note=b.note, tags=b.tags) for b in changed if b.id in known
    )
    return followed(archive, known)


def discard(archive: Archive, ids: Collection[str]) -> list[Bookmark]:
    """Throw bookmarks away; return those that there were. `undo` brings them back."""
    archive.library.bookmarks.delete(ids)
    return followed(archive, ids)


def restore(archive: Archive, ids: Collection[str]) -> list[Bookmark]:
    """Keep bookmarks again that were thrown away."""
    archive.library.bookmarks.restore(ids)
    return followed(archive, ids)


def undo(archive: Archive) -> list[Bookmark]:
    """Take back the last edit of bookmarks; return them, none if there was none."""
    return followed(archive, archive.library.bookmarks.undo())


def redo(archive: Archive) -> list[Bookmark]:
    """Make again the edit of bookmarks that was taken back last; return them, none if there was none."""
    return followed(archive, archive.library.bookmarks.redo())


def bookmarks(archive: Archive, filters: BookmarkFilters = BookmarkFilters()) -> list[Bookmark]:
    """Return the bookmarks within bounds, by brief and in the order of its text."""
    return archive.library.bookmarks.find(filters)


def move(archive: Archive, from_id: int, to_id: int) -> tuple[list[Bookmark], list[str]]:
    """Keep the bookmarks of a brief in another, on the same words if they stand there; it is one edit to undo.

    Returns them as they are kept now, and the ids of those that were thrown away for them.
    """
    library = archive.library
    there = library.bookmarks.of_brief(from_id)
    moved = [replace(b, id=uuid4().hex, brief=to_id, anchor=replace(b.anchor, reading=ELSEWHERE)) for b in there]
    shown = {new.id: library.bookmarks.picture(old.id) for old, new in zip(there, moved, strict=True)}
    left = [bookmark.id for bookmark in there]
    library.bookmarks.put(moved, {id: picture for id, picture in shown.items() if picture}, instead_of=left)
    return followed(archive, [bookmark.id for bookmark in moved]), left


def place_by_hand(archive: Archive, id: str, start: int, end: int) -> Bookmark:
    """Give a bookmark the place that a person says is right.

    Raises:
        WrongValue: if there is no such bookmark or range.
    """
    known = archive.library.bookmarks.get([id])
    if not known:
        raise WrongValue("bookmark", id)
    on = _ground(archive, known[0].brief)
    anchor = _range(on, start, end)
    kind = BookmarkKind.PASSAGE
    archive.library.bookmarks.change([replace(known[0], anchor=anchor, kind=kind, state=Placing.PLACED, was="")])
    return followed(archive, [id])[0]


def marks_in(archive: Archive, brief: int) -> tuple[FileMark, ...]:
    """Return the highlights and notes that the file of a brief itself carries.

    Raises:
        WrongValue: if there is no such brief.
        UnreadableFile: if the file cannot be read any more.
    """
    return _reading(archive, _ground(archive, brief)).marks


@dataclass(frozen=True)
class Brought:
    """What the file of a brief carries, and what of it is kept since just now."""

    marks: int
    bookmarks: tuple[Bookmark, ...]


def bring_marks(archive: Archive, brief: int) -> Brought:
    """Keep the highlights and notes that the file of a brief carries, but for those that were kept before.

    Raises:
        WrongValue: if there is no such brief.
        UnreadableFile: if the file cannot be read any more.
    """
    on = _ground(archive, brief)
    reading = _reading(archive, on)
    new = [_marked(on, reading.text, mark) for mark in reading.marks]
    areas = [bookmark for bookmark in new if bookmark.kind is BookmarkKind.AREA]
    pictures = {area.id: picture_of(archive, on.brief, *area.anchor.boxes[0]) for area in areas}
    put = archive.library.bookmarks.put(new, pictures)
    return Brought(len(reading.marks), tuple(followed(archive, [bookmark.id for bookmark in put])))


def _ground(archive: Archive, brief: int) -> Ground:
    on = ground(archive.library, brief)
    if on is None:
        raise WrongValue("brief", str(brief))
    return on


def _range(on: Ground, start: int, end: int) -> Anchor:
    if not 0 <= start < end <= len(on.text):
        raise WrongValue("range", f"{start}..{end}")
    return on.range(start, end)


def _page(on: Ground, page: int, box: Box | None = None) -> Anchor:
    if not 1 <= page <= len(on.pages):
        raise WrongValue("page", str(page))
    if box is None:
        return on.whole_page(page)
    x0, y0, x1, y1 = box
    sheet = on.page(page)
    if not (0 <= x0 < x1 <= sheet.width and 0 <= y0 < y1 <= sheet.height):
        raise WrongValue("box", " ".join(f"{edge:g}" for edge in box))
    return on.whole_page(page, [box])


def _keep(
    archive: Archive,
    on: Ground,
    anchor: Anchor,
    kind: BookmarkKind,
    colour: Colour,
    note: str,
    tags: Iterable[str],
    picture: bytes | None = None,
) -> Bookmark:
    id = uuid4().hex
    new = Bookmark(id, on.brief.id, anchor, kind, colour, note, tuple(sorted(set(tags))))
    archive.library.bookmarks.put([new], {} if picture is None else {id: picture})
    return followed(archive, [id])[0]


def followed(archive: Archive, ids: Collection[str]) -> list[Bookmark]:
    """Return bookmarks after an edit: on the text as it is now, and with their notes in the index."""
    reanchor(archive.library)
    found = archive.library.bookmarks.get(ids)
    if found:
        catch_up(archive)
    return found


def picture_of(archive: Archive, brief: ArchivedBrief, page: int, box: Box) -> bytes:
    """Return an area of a page as a PNG file.

    Raises:
        UnreadableFile: if it cannot be drawn.
    """
    with extract.Painter() as painter:
        return painter.png(archive.library.original(brief.sha256, brief.kind), brief.kind, page, 2 * WIDTH, clip=box)


def _reading(archive: Archive, on: Ground) -> Brief:
    """Read the file of a brief once more: the catalogue does not keep its marks."""
    with extract.Readers(1) as readers:
        (reading,) = readers.read_all([archive.library.original(on.brief.sha256, on.brief.kind)])
    if isinstance(reading, Exception):
        raise reading
    return reading


def _marked(on: Ground, text: str, mark: FileMark) -> Bookmark:
    """Return a mark as a bookmark: of its words if they are found in the text as the catalogue has it, else an area.

    Its id follows from the mark, so that the same one is kept once.
    """
    named = repr((on.brief.sha256, mark.page, mark.boxes, mark.note)).encode()
    id = blake2b(named, digest_size=16).hexdigest()
    kind, anchor = BookmarkKind.AREA, on.whole_page(mark.page, mark.boxes[:1])
    if mark.start < mark.end:
        found = find(anchored(text, mark.start, mark.end), on.text)
        if found.placing is not Placing.ORPHAN:
            kind, anchor = BookmarkKind.PASSAGE, on.range(found.start, found.end)
    colour = nearest(mark.colour)
    return Bookmark(id, on.brief.id, anchor, kind, colour, mark.note, created=mark.created, author=mark.author)

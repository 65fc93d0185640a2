"""Bookmarks on the text and the pages of their briefs, and on those of a newer reading."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kinu_reader import extract
from kinu_reader.annotations import anchor as anchored
from kinu_reader.annotations import find
from kinu_reader.model import BookmarkKind, FileKind, Placing, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kinu_reader.library import Library
    from kinu_reader.model import Anchor, ArchivedBrief, Bookmark, Box, Page

WIDTH = 1000  # pixels of the picture of a page


@dataclass(frozen=True)
class Ground:
    """What anchors are made on: a brief with its text and pages."""

    brief: ArchivedBrief
    text: str
    pages: tuple[Page, ...]

    def range(self, start: int, end: int) -> Anchor:
        """Return the anchor of a range of the text."""
        boxes = boxes_on(self.pages, start, end)
        page = self.page(boxes[0][0]) if boxes else page_at(self.pages, start)
        return self._anchor(start, end, page, boxes)

    def whole_page(self, number: int, boxes: Sequence[Box] = ()) -> Anchor:
        """Return the anchor of a page, or of boxes on it: it stands where the text of the page begins."""
        page = self.page(number)
        return self._anchor(page.start, page.start, page, [(number, box) for box in boxes])

    def page(self, number: int) -> Page:
        """Return the page with a number, or the last one."""
        return self.pages[min(number, len(self.pages)) - 1]

    def _anchor(self, start: int, end: int, page: Page, boxes: Sequence[tuple[int, Box]]) -> Anchor:
        return anchored(
            self.text,
            start,
            end,
            page=page.number,
            page_label=page.label,
            boxes=boxes,
            file=self.brief.sha256,
            reading=self.brief.reading,
        )


def ground(library: Library, id: int) -> Ground | None:
    """Return what anchors in a brief are made on; None if it is not in the archive.

    The brief is looked up first: if its text is replaced a moment later, the anchors count as those of the reading
    before, and are found again.
    """
    brief = library.brief(id)
    return None if brief is None else Ground(brief, library.text(id), library.pages(id))


def boxes_on(pages: Sequence[Page], start: int, end: int) -> tuple[tuple[int, Box], ...]:
    """Return the boxes that a range of the text covers, one for each line, with their page numbers."""
    return tuple(
        (page.number, box)
        for page in pages
        if page.start < end and start < page.end
        for box in extract.boxes_of(page, start, end)
    )


def page_at(pages: Sequence[Page], offset: int) -> Page:
    """Return the page on which a character of the text stands, the later where pages overlap.

    They do where the footnotes of one come behind a paragraph that runs on to the next.
    """
    on = [page for page in pages if page.start <= offset < page.end]
    return max(on, key=lambda page: page.number, default=pages[-1] if offset else pages[0])


def reanchor(library: Library) -> list[Bookmark]:
    """Find the places of all bookmarks whose briefs were read anew since they were placed; return those bookmarks.

    Nothing marks them but the number of the reading they were placed in, so that whoever was killed after a brief was
    replaced leaves nothing behind that the next one would not find.
    """
    stale = library.bookmarks.stale()
    if not stale:  # nothing is written either: the archive may lie on a read-only disk
        return []
    grounds = {id: ground(library, id) for id in {bookmark.brief for bookmark in stale}}
    placed = [_again(bookmark, on) for bookmark in stale if (on := grounds[bookmark.brief]) is not None]
    library.bookmarks.place(placed, _pictures(library, stale, placed))
    return placed


def _again(bookmark: Bookmark, on: Ground) -> Bookmark:
    """Return a bookmark with its place in another reading of its brief."""
    anchor = bookmark.anchor
    if bookmark.kind is BookmarkKind.BRIEF:
        return replace(bookmark, anchor=on.whole_page(1))
    if bookmark.kind is BookmarkKind.PASSAGE:
        return _words_again(bookmark, on)
    boxes = [box for _, box in anchor.boxes]
    if anchor.file == on.brief.sha256 and on.brief.kind is FileKind.PDF:  # the pages are what they were
        return replace(bookmark, anchor=on.whole_page(anchor.page, boxes))
    found = find(anchor, on.text)
    nothing_to_find = not (anchor.prefix or anchor.suffix)
    if found.placing is Placing.ORPHAN or nothing_to_find:
        return _lost(bookmark, on, found.start)
    # What an area shows may have changed though the words around it did not.
    sure = bookmark.kind is BookmarkKind.PAGE and found.placing is Placing.PLACED
    state = Placing.PLACED if sure else Placing.MOVED
    return replace(bookmark, anchor=on.whole_page(page_at(on.pages, found.start).number, boxes), state=state)


def _words_again(bookmark: Bookmark, on: Ground) -> Bookmark:
    """Return a bookmark of words: those it was made on if they stand there, else those it has now."""
    first = bookmark.was or bookmark.anchor.quote
    found = original = find(replace(bookmark.anchor, quote=first), on.text)
    if bookmark.was and original.placing is not Placing.PLACED:
        found = find(bookmark.anchor, on.text)
        if found.placing is Placing.ORPHAN:
            found = original
    if found.placing is Placing.ORPHAN:
        return _lost(bookmark, on, found.start)
    anchor = on.range(found.start, found.end)
    # Moved with the same words: only a person can say that the place is right.
    doubted = bookmark.state is Placing.MOVED and bookmark.anchor.quote.split() == first.split()
    if found.placing is Placing.PLACED and anchor.quote.split() == first.split() and not doubted:
        return replace(bookmark, anchor=anchor, state=Placing.PLACED, was="")
    return replace(bookmark, anchor=anchor, state=Placing.MOVED, was=first)


def _lost(bookmark: Bookmark, on: Ground, near: int) -> Bookmark:
    """Return a bookmark as an orphan: it keeps its words and the file of its page, and covers nothing of the text."""
    anchor = replace(
        bookmark.anchor,
        start=near,
        end=near,
        page=on.page(bookmark.anchor.page).number,
        boxes=(),
        reading=on.brief.reading,
    )
    return replace(bookmark, anchor=anchor, state=Placing.ORPHAN)


def _pictures(library: Library, before: Iterable[Bookmark], after: Iterable[Bookmark]) -> dict[str, bytes]:
    """Return pictures of the pages, as they were, on which orphans stood that have none."""
    lost = {bookmark.id for bookmark in after if bookmark.state is Placing.ORPHAN}
    lone = [bookmark for bookmark in before if bookmark.id in lost and library.bookmarks.picture(bookmark.id) is None]
    if not lone:
        return {}
    pictures = {}
    with extract.Painter() as painter:
        for bookmark in lone:
            anchor = bookmark.anchor
            marks = [(box, False) for page, box in anchor.boxes if page == anchor.page]
            for kind in FileKind:
                file = library.original(anchor.file, kind)
                if file.is_file():
                    with suppress(UnreadableFile):  # then the words alone have to say what was kept
                        pictures[bookmark.id] = painter.png(file, kind, anchor.page, WIDTH, marks)
    return pictures

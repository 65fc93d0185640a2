"""A brief to read: its pages, every hit in it with its boxes, and its pages as pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinu_reader import extract, index
from kinu_reader.model import PassageKind, UnreadableFile
from kinu_reader.tasks.aligning import counterpart
from kinu_reader.tasks.anchoring import boxes_on
from kinu_reader.tasks.searching import joined

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kinu_reader.model import ArchivedBrief, Box, Page, Passage, Query
    from kinu_reader.tasks.archive import Archive


@dataclass(frozen=True)
class Place:
    """A hit on its pages: one box for each line that its words cover."""

    passage: int
    start: int  # in the canonical text
    end: int
    page: int  # on which it begins
    boxes: tuple[tuple[int, Box], ...]  # page number, box


@dataclass(frozen=True)
class OpenBrief:
    """Everything the reader shows of one brief."""

    brief: ArchivedBrief
    file: Path
    pages: tuple[Page, ...]
    places: tuple[Place, ...]
    editions: tuple[ArchivedBrief, ...] = ()
    text: str = ""
    headings: tuple[extract.Heading, ...] = ()
    collections: tuple[str, ...] = ()
    versions: int = 0  # that the file it has now replaced


def open_brief(archive: Archive, id: int, query: Query, *, exact: bool = False) -> OpenBrief | None:
    """Return a brief with every place that answers the query; None if the archive no longer has it."""
    brief = archive.library.brief(id)
    if brief is None:
        return None
    pages, text = archive.library.pages(id), archive.library.text(id)
    passages = archive.library.passages(id)
    places = _places(query, passages, pages, text, exact)
    editions = tuple(archive.library.briefs(brief.editions).values())
    file = archive.library.original(brief.sha256, brief.kind)
    return OpenBrief(
        brief,
        file,
        pages,
        places,
        editions,
        text,
        _headings(passages, pages, text),
        tuple(archive.library.shelves.collections_of(id)),
        sum(version.has_text for version in archive.library.former.of(id)),
    )


def find_in(archive: Archive, brief: int, text: str, *, exact: bool = False) -> tuple[Place, ...]:
    """Return every place of one brief that answers what was typed, by the rules of a search."""
    library, query = archive.library, index.parse(text)
    return _places(query, library.passages(brief), library.pages(brief), library.text(brief), exact)


def outline(painter: extract.Painter, opened: OpenBrief) -> tuple[extract.Heading, ...]:
    """Return the table of contents of a brief; where the file has none, its headings."""
    try:
        return painter.outline(opened.file, opened.brief.kind) or opened.headings
    except UnreadableFile:
        return opened.headings


def quoted(text: str, pages: Sequence[Page], start: int, end: int) -> str:
    """Return a range of a canonical text as one would quote it, where a page ends marked as in "[p. 1→2]".

    A mark never parts a word; pages without a printed label are none of the author's, and where they end is not marked.
    """
    pieces: list[str] = []
    label, done = "", start
    for page in pages:
        if page.start == page.end or page.start >= end:
            continue
        if page.start > start and page.label and label:
            at = page.start
            while at < end and not (text[at - 1].isspace() or text[at].isspace()):
                at += 1
            mark = f"[p. {label}→{page.label}]"
            pieces += [text[done:at], f" {mark}" if at > page.start else f"{mark} "]
            done = at
        label = page.label
    return "".join([*pieces, text[done:end]]).strip()


def _headings(passages: Sequence[Passage], pages: Sequence[Page], text: str) -> tuple[extract.Heading, ...]:
    """Return what is set as a heading; the larger its letters, the higher its level."""
    found = [passage for passage in passages if passage.kind is PassageKind.HEADING]
    sizes = sorted({round(passage.size) for passage in found}, reverse=True)
    headings = []
    for passage in found:
        place = next(iter(boxes_on(pages, passage.start, passage.end)), (passage.page, (0.0, 0.0, 0.0, 0.0)))
        level = sizes.index(round(passage.size)) + 1
        headings.append(extract.Heading(level, text[passage.start : passage.end], place[0], place[1][1]))
    return tuple(headings)


def _places(
    query: Query, passages: Sequence[Passage], pages: Sequence[Page], text: str, exact: bool
) -> tuple[Place, ...]:
    places = []
    for passage in passages:
        words = text[passage.start : passage.end]
        for start, end in joined(index.highlights(query, words, exact=exact), words):
            at = passage.start + start, passage.start + end
            boxes = boxes_on(pages, *at)
            places.append(Place(passage.number, *at, boxes[0][0] if boxes else passage.page, boxes))
    return tuple(places)


def near_in(archive: Archive, brief: int, offset: int, other: int) -> Place:
    """Return where in another edition a place of a brief stands, with what follows it in its passage."""
    at, text = counterpart(archive, brief, offset, other), archive.library.text(other)
    passages = sorted(archive.library.passages(other), key=lambda passage: passage.start)
    if not passages:
        return Place(0, at, at, 1, ())
    passage = next((one for one in passages if at < one.end), passages[-1])
    begin = text.rfind(" ", passage.start, max(at, passage.start)) + 1  # not within a word
    return place_at(archive, other, min(max(begin, passage.start), passage.end - 1), passage.end)


def place_at(archive: Archive, id: int, start: int, end: int) -> Place:
    """Return a range of a brief's text as a place on its pages."""
    boxes = boxes_on(archive.library.pages(id), start, end)
    passages = [passage for passage in archive.library.passages(id) if passage.start <= start]
    passage = passages[-1] if passages else None
    page = boxes[0][0] if boxes else passage.page if passage else 1
    return Place(passage.number if passage else 0, start, end, page, boxes)


def draw_page(archive: Archive, brief: ArchivedBrief, number: int, width: int, words: str = "") -> bytes:
    """Return a page as PNG, `width` pixels wide, with what answers a query marked.

    Raises:
        UnreadableFile: if the page cannot be drawn.
    """
    opened = open_brief(archive, brief.id, index.parse(words))
    places = opened.places if opened else ()
    marks = [(box, False) for place in places for page, box in place.boxes if page == number]
    with extract.Painter() as painter:
        return painter.png(archive.library.original(brief.sha256, brief.kind), brief.kind, number, width, marks)

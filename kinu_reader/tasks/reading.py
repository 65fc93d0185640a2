"""A brief to read: its pages, every hit in it with its boxes, and its pages as pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinu_reader import extract, index
from kinu_reader.tasks.anchoring import boxes_on
from kinu_reader.tasks.searching import joined

if TYPE_CHECKING:
    from pathlib import Path

    from kinu_reader.model import ArchivedBrief, Box, Page, Query
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


def open_brief(archive: Archive, id: int, query: Query, *, exact: bool = False) -> OpenBrief | None:
    """Return a brief with every place that answers the query; None if the archive no longer has it."""
    brief = archive.library.brief(id)
    if brief is None:
        return None
    pages, text = archive.library.pages(id), archive.library.text(id)
    places = []
    for passage in archive.library.passages(id):
        words = text[passage.start : passage.end]
        for start, end in joined(index.highlights(query, words, exact=exact), words):
            at = passage.start + start, passage.start + end
            boxes = boxes_on(pages, *at)
            places.append(Place(passage.number, *at, boxes[0][0] if boxes else passage.page, boxes))
    editions = tuple(archive.library.briefs(brief.editions).values())
    return OpenBrief(brief, archive.library.original(brief.sha256, brief.kind), pages, tuple(places), editions)


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

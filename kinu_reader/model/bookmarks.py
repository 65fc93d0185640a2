"""What a person keeps: a passage, a page, an area of one or a whole brief, with a note."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kinu_reader.model.briefs import Box


class Colour(StrEnum):
    """The colour of a bookmark; what it means is the reader's business."""

    AMBER = "amber"
    GREEN = "green"
    BLUE = "blue"
    ROSE = "rose"


class BookmarkKind(StrEnum):
    """How much of a brief is kept."""

    PASSAGE = "passage"  # a range of its text
    PAGE = "page"
    AREA = "area"  # of one page, a figure say: its picture is kept too
    BRIEF = "brief"


class Placing(StrEnum):
    """How well a bookmark stands in the text that its brief has now."""

    PLACED = "placed"
    MOVED = "moved"  # its words changed: `Bookmark.was` has those it was made on
    ORPHAN = "orphan"  # its words were not found again; it lies where it last stood


@dataclass(frozen=True)
class Anchor:
    """Where kept words stand, in the ways of the W3C Web Annotation model: position, quote, and boxes on pages."""

    start: int  # in the canonical text; `end` equals it where no text is kept
    end: int
    quote: str
    prefix: str  # the characters before the quote, at most `annotations.CONTEXT`
    suffix: str
    page: int  # on which it begins
    page_label: str  # as printed; "" in a text brief
    boxes: tuple[tuple[int, Box], ...] = ()  # page, box; one for each line
    file: str = ""  # SHA-256 of the file whose pages these are
    reading: int = 0  # which reading of the brief they are of: the catalogue counts them
    times: int = 1  # the quote stood in the text: where it stands less often, the one that is left may be another


@dataclass(frozen=True)
class Bookmark:
    """What a person kept of a brief."""

    id: str  # stable, also when exported and read back
    brief: int
    anchor: Anchor
    kind: BookmarkKind = BookmarkKind.PASSAGE
    colour: Colour = Colour.AMBER
    note: str = ""  # Markdown
    tags: tuple[str, ...] = ()
    created: str = ""  # ISO 8601, UTC
    changed: str = ""
    state: Placing = Placing.PLACED
    was: str = ""  # the quote before the words of the brief changed
    binned: bool = False  # thrown away, until that is undone
    author: str = ""  # who made it, where another program says so


@dataclass(frozen=True)
class BookmarkFilters:
    """Bounds on bookmarks; None is no bound."""

    words: str = ""  # each stands somewhere in the quote, the note or the tags
    colour: Colour | None = None
    tag: str | None = None
    briefs: frozenset[int] | None = None
    state: Placing | None = None
    since: str | None = None  # made on this day or later: ISO 8601, as precise as one likes
    until: str | None = None  # made on this day or earlier
    binned: bool = False  # those thrown away, in place of those kept

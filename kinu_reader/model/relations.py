"""What briefs are to one another: editions, duplicates, and what a brief was before."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Relation(StrEnum):
    """What a person can say that two briefs are, or are not."""

    EDITION = "edition"  # the same brief in another language
    DUPLICATE = "duplicate"


@dataclass(frozen=True)
class Decision:
    """What a person said of two briefs, and what had been said before, so that it can be taken back."""

    one: int  # the smaller id
    other: int
    relation: Relation
    holds: bool | None  # None: nothing is said, the program decides
    before: bool | None = None


@dataclass(frozen=True)
class Card:
    """A brief in one line of a card catalogue: enough to compare all briefs of an archive with one another."""

    id: int
    file: str
    institute: str | None
    series: str | None
    code: str | None
    number: str | None
    year: int | None
    date: str | None  # ISO 8601, as precise as printed
    language: str | None
    title: str | None
    authors: tuple[str, ...] = ()  # names as printed


@dataclass(frozen=True)
class FormerVersion:
    """A file that a brief had before, or that gave the same brief."""

    sha256: str
    file: str
    replaced_at: str  # ISO 8601, UTC
    has_text: bool  # whether its text was kept, so that it can be compared


@dataclass(frozen=True)
class Carried:
    """What one brief was given of what a person had attached to another."""

    tags: tuple[str, ...] = ()
    collections: tuple[int, ...] = ()
    bookmarks: tuple[str, ...] = ()  # ids of those that it has now in place of `left`
    left: tuple[str, ...] = ()  # ids of those of the other that were thrown away for them

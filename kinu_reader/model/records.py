"""What is known about a brief, where each field comes from, and how a brief is cited."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kinu_reader.model.briefs import Brief, FileKind, Range


@dataclass(frozen=True)
class Author:
    """A person or body as printed on this brief."""

    name: str
    family: str | None = None
    given: str | None = None
    role: str | None = None
    division: str | None = None


class Doubt(StrEnum):
    """How far a value is not to be trusted; of most there is no doubt."""

    FAIR = "fair"  # follows from other facts, or from its place alone
    LOW = "low"  # a person should look: also in `needs_review`


@dataclass(frozen=True)
class Record:
    """A brief's metadata. A field that the brief does not state is None, never guessed."""

    institute: str | None = None
    series: str | None = None
    code: str | None = None
    number: str | None = None
    year: int | None = None
    title: str | None = None
    subtitle: str | None = None
    authors: tuple[Author, ...] = ()
    date: str | None = None  # ISO 8601, as precise as printed: 2024, 2024-02 or 2024-02-20
    language: str | None = None  # ko, en
    place: str | None = None
    url: str | None = None
    doi: str | None = None
    copyright: str | None = None
    disclaimer: str | None = None
    keywords: tuple[str, ...] = ()
    abstract: str | None = None
    first_page: int | None = None  # printed number of the first page, where a person says so
    provenance: Mapping[str, str] = field(default_factory=dict)  # field -> "page 1", "file", "rule", "user"
    needs_review: tuple[str, ...] = ()  # fields whose value is doubtful or missing where a brief should have it
    doubts: Mapping[str, Doubt] = field(default_factory=dict)  # field -> how far its value is not to be trusted


@dataclass(frozen=True)
class Guess:
    """What a metadata profile reads from a brief; `apart` are ranges of the text that are no passages."""

    record: Record
    apart: tuple[Range, ...] = ()  # masthead, disclaimer, copyright line
    front: tuple[Range, ...] = ()  # title, author line, date, code


@dataclass(frozen=True)
class Profile:
    """How the briefs of one institute or series are recognised and read."""

    name: str
    matches: Callable[[Brief], float]  # 0 (certainly not) to 1 (certainly)
    guess: Callable[[Brief], Guess]


@dataclass(frozen=True)
class ArchivedBrief:
    """A brief as the catalogue knows it, without its text."""

    id: int
    sha256: str
    file: str  # name of the file it was imported from
    kind: FileKind
    record: Record
    pages: int
    imported_at: str  # ISO 8601, UTC
    editions: tuple[int, ...] = ()  # the same brief in another language
    tags: tuple[str, ...] = ()
    reading: int = 0  # how often it was read: offsets into its text are those of one reading


@dataclass(frozen=True)
class Entry:
    """A brief as it is cited or exported."""

    key: str  # the brief's id as text; the same key again is the same brief cited again
    record: Record
    pages: int = 0  # 0 if not known


@dataclass(frozen=True)
class Pinpoint:
    """The place in a brief that a citation points to."""

    label: str = ""  # printed page or pages: "3", "1–2"
    note: str | None = None  # number of a footnote on that page
    paragraph: int | None = None  # from 1, in a text brief, which has no printed pages

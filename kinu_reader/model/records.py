"""What is known about a brief, where each field comes from, and how a brief is cited."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kinu_reader.model.briefs import Brief, FileKind, Range

USER = "user"  # provenance of what a person typed or confirmed: nothing that is read later changes it


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
class Stated:
    """What a record says in one field, with all that goes with the value."""

    value: Any = None
    source: str | None = None  # its provenance
    doubt: Doubt | None = None
    review: bool = False  # a person should look


def stated(record: Record, field: str) -> Stated:
    """Return what a record says in a field; "text", which only needs review, has no value."""
    value = getattr(record, field, None)
    return Stated(value, record.provenance.get(field), record.doubts.get(field), field in record.needs_review)


def restated(record: Record, news: Mapping[str, Stated]) -> Record:
    """Return a record that says these things in these fields."""
    known = [field.name for field in fields(Record)]
    review = {name for name in record.needs_review if name not in news}
    review |= {name for name, said in news.items() if said.review}
    sources = {**record.provenance, **{name: said.source for name, said in news.items()}}
    doubts = {**record.doubts, **{name: said.doubt for name, said in news.items()}}
    return replace(
        record,
        **{name: said.value for name, said in news.items() if name in known},
        provenance={name: source for name, source in sources.items() if source},
        needs_review=tuple(sorted(review, key=lambda name: known.index(name) if name in known else len(known))),
        doubts={name: doubt for name, doubt in doubts.items() if doubt},
    )


def typed(record: Record) -> dict[str, Stated]:
    """Return what a record says in the fields that a person filled in, cleared or confirmed."""
    return {name: stated(record, name) for name, source in record.provenance.items() if source == USER}


@dataclass(frozen=True)
class Difference:
    """What a record says in a field, and what it would say."""

    brief: int
    field: str
    before: Stated
    after: Stated


@dataclass(frozen=True)
class Done:
    """What was done at once, and can be taken back or redone; neither fields nor tags if to collections or patterns."""

    fields: tuple[str, ...]
    tags: tuple[str, ...]
    briefs: tuple[int, ...]


@dataclass(frozen=True)
class ToReview:
    """Briefs of one series in which the same field is in doubt: one decision may mend them all."""

    field: str
    series: str | None
    institute: str | None
    briefs: tuple[int, ...]


@dataclass(frozen=True)
class Pattern:
    """What a person says of all briefs of a series, whatever is read from them.

    A brief is of the series if it is read as, or named by, one of `series`; where its institute is known, that has to
    be one of `institutes`, if there are any. The url may hold {code}.
    """

    name: str
    series: tuple[str, ...]
    institutes: tuple[str, ...]
    given: Mapping[str, str]


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

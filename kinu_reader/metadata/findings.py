"""What was read from a brief, each fact with where it stands, and how a record is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from kinu_reader.model import Author, Guess, Record

if TYPE_CHECKING:
    from kinu_reader.metadata.codes import Code
    from kinu_reader.model import Range

T = TypeVar("T")
FILE = "file"  # the file's own claim, often a template's
RULE = "rule"  # follows from other facts


@dataclass(frozen=True)
class Fact(Generic[T]):
    """A value, where it was read, and whether a person should look at it."""

    value: T
    where: str  # "page 1", "file" or "rule"
    doubtful: bool = False


@dataclass(frozen=True)
class Findings:
    """Everything that was read from a brief."""

    institute: Fact[str] | None = None
    series: Fact[str] | None = None
    code: Fact[Code] | None = None
    title: Fact[str] | None = None
    subtitle: Fact[str] | None = None
    authors: Fact[tuple[Author, ...]] | None = None
    date: Fact[str] | None = None
    language: Fact[str] | None = None
    doi: Fact[str] | None = None
    copyright: Fact[str] | None = None
    disclaimer: Fact[str] | None = None
    apart: tuple[Range, ...] = ()
    front: tuple[Range, ...] = ()


def to_guess(found: Findings, expected: tuple[str, ...]) -> Guess:
    """Return the findings as a guess; `expected` are the fields that a person should fill in if they are missing."""
    year = _year(found)
    facts = {
        "institute": found.institute,
        "series": found.series,
        "code": found.code,
        "number": found.code,
        "year": year,
        "title": found.title,
        "subtitle": found.subtitle,
        "authors": found.authors,
        "date": found.date,
        "language": found.language,
        "doi": found.doi,
        "copyright": found.copyright,
        "disclaimer": found.disclaimer,
    }
    record = Record(
        institute=_value(found.institute),
        series=_value(found.series),
        code=found.code.value.text if found.code else None,
        number=found.code.value.number if found.code else None,
        year=_value(year),
        title=_value(found.title),
        subtitle=_value(found.subtitle),
        authors=found.authors.value if found.authors else (),
        date=_value(found.date),
        language=_value(found.language),
        doi=_value(found.doi),
        copyright=_value(found.copyright),
        disclaimer=_value(found.disclaimer),
        provenance={name: fact.where for name, fact in facts.items() if fact},
        needs_review=tuple(name for name, fact in facts.items() if (fact.doubtful if fact else name in expected)),
    )
    return Guess(record, found.apart, found.front)


def _value(fact: Fact[T] | None) -> T | None:
    return fact.value if fact else None


def _year(found: Findings) -> Fact[int] | None:
    """Return the year that date or code tell; the code's is no date, only the year in which the number was given."""
    if found.date:
        return Fact(int(found.date.value[:4]), found.date.where, found.date.doubtful)
    if found.code and found.code.value.year:
        return Fact(found.code.value.year, RULE)
    return None

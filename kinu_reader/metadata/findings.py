"""What was read from a brief, each fact with where it stands, and how a record is made of it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from kinu_reader.model import Author, Doubt, Guess, Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kinu_reader.metadata.codes import Code
    from kinu_reader.model import Range

T = TypeVar("T")
FILE = "file"  # the file's own claim, often a template's
RULE = "rule"  # follows from other facts


@dataclass(frozen=True)
class Fact(Generic[T]):
    """A value, where it was read, and how far it is to be doubted."""

    value: T
    where: str  # "page 1", "file" or "rule"
    doubt: Doubt | None = None


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
    keywords: Fact[tuple[str, ...]] | None = None
    abstract: Fact[str] | None = None
    apart: tuple[Range, ...] = ()
    front: tuple[Range, ...] = ()


def first(facts: Iterable[tuple[T | None, str]]) -> Fact[T] | None:
    """Return the first value that there is, beyond doubt where it stands."""
    return next((Fact(value, where) for value, where in facts if value), None)


def to_guess(found: Findings, expected: tuple[str, ...]) -> Guess:
    """Return the findings as a guess; `expected` are the fields that a person should fill in if they are missing."""
    facts = _facts(found)
    doubts = {name: fact.doubt for name, fact in facts.items() if fact.doubt}
    review = [
        field.name
        for field in fields(Record)
        if doubts.get(field.name) is Doubt.LOW or (field.name in expected and field.name not in facts)
    ]
    record = Record(
        **{name: fact.value for name, fact in facts.items()},
        provenance={name: fact.where for name, fact in facts.items()},
        needs_review=tuple(review),
        doubts=doubts,
    )
    return Guess(record, found.apart, found.front)


def _facts(found: Findings) -> dict[str, Fact[Any]]:
    """Return the facts by the names of a record's fields; a code is three of them."""
    facts = {field.name: getattr(found, field.name) for field in fields(Findings)}
    del facts["apart"], facts["front"]
    if code := found.code:
        facts["code"] = Fact(code.value.text, code.where, code.doubt)
        facts["number"] = Fact(code.value.number, code.where, code.doubt) if code.value.number else None
    facts["year"] = _year(found)
    return {name: fact for name, fact in facts.items() if fact}


def _year(found: Findings) -> Fact[int] | None:
    """Return the year that date or code tell; the code's is no date, only the year in which the number was given."""
    if found.date:
        return Fact(int(found.date.value[:4]), found.date.where, found.date.doubt)
    if found.code and found.code.value.year:
        return Fact(found.code.value.year, RULE, found.code.doubt or Doubt.FAIR)
    return None

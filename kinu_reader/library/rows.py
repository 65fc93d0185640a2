"""Rows of the catalogue to nouns of the model, and back."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, astuple, fields, replace
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from kinu_reader.model import (
    ArchivedBrief,
    Author,
    Doubt,
    Field,
    FileKind,
    IndexEntry,
    LabelFrom,
    Page,
    PageState,
    Passage,
    PassageKind,
    Pattern,
    Record,
    Stated,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

LISTED_FIELDS = ("keywords", "needs_review")  # in JSON, as MAPPED_FIELDS are
MAPPED_FIELDS = ("provenance", "doubts")
ALIKE = {"institute", "series", "place", "language", "copyright", "disclaimer"}  # in many records the same
KEPT = 2048  # texts of JSON
PLAIN_FIELDS = tuple(f.name for f in fields(Record) if f.name not in ("authors", *LISTED_FIELDS, *MAPPED_FIELDS))
AUTHOR_FIELDS = tuple(f.name for f in fields(Author))


def record_values(record: Record) -> dict[str, Any]:
    """Return the columns of `brief` that hold a record."""
    values = {name: getattr(record, name) for name in PLAIN_FIELDS}
    for name in (*LISTED_FIELDS, *MAPPED_FIELDS):
        values[name] = json.dumps(getattr(record, name), ensure_ascii=False)
    return values


def record_from(row: sqlite3.Row, authors: Iterable[sqlite3.Row]) -> Record:
    """Return the record in a row of `brief` and its rows of `author`."""
    return Record(
        **{name: _once(row[name]) if name in ALIKE else row[name] for name in PLAIN_FIELDS},
        keywords=_names(row["keywords"]),
        needs_review=_names(row["needs_review"]),
        authors=tuple(Author(**{name: _once(author[name]) for name in AUTHOR_FIELDS}) for author in authors),
        provenance=_mapped(row["provenance"]),
        doubts=_doubts(row["doubts"]),
    )


def _once(value: Any) -> Any:
    """Return the one copy of a text that many records say."""
    return sys.intern(value) if type(value) is str else value


# Ten thousand records say few things in these fields: each is read from JSON, and kept, once. Nobody changes it.


@lru_cache(maxsize=KEPT)
def _names(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


@lru_cache(maxsize=KEPT)
def _mapped(text: str) -> dict[str, str]:
    made: dict[str, str] = json.loads(text)
    return made


@lru_cache(maxsize=KEPT)
def _doubts(text: str) -> dict[str, Doubt]:
    return {name: Doubt(doubt) for name, doubt in json.loads(text).items()}


def stated_as_json(said: Stated) -> str:
    """Return what a record says in a field as text that `stated_from_json` reads."""
    parts = [said.value, said.source, said.doubt, int(said.review)]
    return json.dumps(parts, ensure_ascii=False, default=asdict)  # only an author is nothing that JSON knows


def stated_from_json(text: str) -> Stated:
    """Return what `stated_as_json` wrote."""
    value, source, doubt, review = json.loads(text)
    if isinstance(value, list):
        value = tuple(Author(**part) if isinstance(part, dict) else part for part in value)
    return Stated(value, source, Doubt(doubt) if doubt else None, bool(review))


def pattern_as_json(pattern: Pattern) -> str:
    """Return what a pattern says, but for its name, as text that `pattern_from_json` reads."""
    said = {"series": pattern.series, "institutes": pattern.institutes, "given": dict(pattern.given)}
    return json.dumps(said, ensure_ascii=False)


def pattern_from_json(name: str, text: str) -> Pattern:
    """Return the pattern of that name."""
    said = json.loads(text)
    return Pattern(name, tuple(said["series"]), tuple(said["institutes"]), said["given"])


def brief_from(
    row: sqlite3.Row, authors: Iterable[sqlite3.Row], editions: Sequence[int], tags: Sequence[str]
) -> ArchivedBrief:
    """Return the brief in a row of `brief` that also counts its `pages`."""
    return ArchivedBrief(
        id=row["id"],
        sha256=row["sha256"],
        file=row["file"],
        kind=FileKind(row["kind"]),
        record=record_from(row, authors),
        pages=row["pages"],
        imported_at=row["imported_at"],
        editions=tuple(editions),
        tags=tuple(tags),
        reading=row["reading"],
    )


def page_from(row: sqlite3.Row) -> Page:
    """Return the page in a row of `page` with the `first_page` of its brief, which renumbers them all."""
    values = dict(row)
    del values["brief"]
    first = values.pop("first_page")
    values["state"], values["label_from"] = PageState(values["state"]), LabelFrom(values["label_from"])
    if first is not None:
        values["label"], values["label_from"] = str(first + values["number"] - 1), LabelFrom.USER
    return Page(**values)


def passage_from(row: sqlite3.Row) -> Passage:
    """Return the passage in a row of `passage`; its type size is not kept."""
    kind, language = PassageKind(row["kind"]), row["language"]
    return Passage(row["number"], row["start"], row["end"], row["page"], kind, language=language)


def index_entry(brief: int, revision: int, record: Record, notes: Sequence[str]) -> IndexEntry:
    """Return what the index is to know of a brief, the notes of its bookmarks included, but for its passages."""
    title, said, fields = _told(record)
    noted = tuple((Field.NOTE, note) for note in notes)
    of_text = revision ^ record_digest(record) ^ notes_digest(notes)
    return IndexEntry(brief, revision, title, said, None, (*fields, *noted), of_text)


def with_passages(entry: IndexEntry, text: str, passages: Sequence[Passage]) -> IndexEntry:
    """Return what the index is to know of a brief, its passages included."""
    return replace(entry, passages=_listed(text, passages))


def revision_of(record: Record, text: str, passages: Sequence[Passage], notes: Sequence[str]) -> int:
    """Return a digest of all that the index is told of a brief.

    So equal content is never indexed twice, and other content under an id known before (an older copy of the catalogue
    put back, say) is never taken for what the index holds.
    """
    words = _digest(f"{number} {kind} {words}" for number, kind, words in _listed(text, passages))
    return words ^ record_digest(record) ^ notes_digest(notes)


def record_digest(record: Record) -> int:
    """Return the part of a revision that the record makes: taken out and put in by XOR, without the text at hand."""
    title, said, fields = _told(record)
    return _digest((title, said, *(f"{field} {value}" for field, value in fields)))


def notes_digest(notes: Sequence[str]) -> int:
    """Return the part of a revision that the notes of a brief's bookmarks make."""
    return _digest(notes) if notes else 0


def _digest(parts: Iterable[str]) -> int:
    digest = blake2b(digest_size=8)
    for part in parts:
        digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return int.from_bytes(digest.digest(), "big") >> 2


def _listed(text: str, passages: Sequence[Passage]) -> tuple[tuple[int, PassageKind, str], ...]:
    return tuple((p.number, p.kind, text[p.start : p.end]) for p in passages)


def _told(record: Record) -> tuple[str, str, tuple[tuple[Field, str], ...]]:
    """Return what the index is told of a record: title, what else is said of the brief, and fields by their names."""
    title = " ".join(filter(None, (record.title, record.subtitle)))
    roles = dict.fromkeys(author.role for author in record.authors)
    said = "\n".join(filter(None, (record.series, record.institute, record.date, *roles, *record.keywords)))
    named = [(Field.CODE, record.code)]
    for author in record.authors:
        named += [(Field.AUTHOR, author.name), (Field.DIVISION, author.division)]
    return title, said, tuple((field, value) for field, value in dict.fromkeys(named) if value)


def author_rows(brief: int, authors: Iterable[Author]) -> list[tuple[Any, ...]]:
    """Return the rows of `author` for a brief."""
    return [(brief, position, *astuple(author)) for position, author in enumerate(authors)]

"""Rows of the catalogue to nouns of the model, and back."""

from __future__ import annotations

import json
from dataclasses import asdict, astuple, fields
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
    Record,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

LISTED_FIELDS = ("keywords", "needs_review")  # in JSON, as MAPPED_FIELDS are
MAPPED_FIELDS = ("provenance", "doubts")
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
        **{name: row[name] for name in PLAIN_FIELDS},
        keywords=tuple(json.loads(row["keywords"])),
        needs_review=tuple(json.loads(row["needs_review"])),
        authors=tuple(Author(**{name: author[name] for name in AUTHOR_FIELDS}) for author in authors),
        provenance=json.loads(row["provenance"]),
        doubts={name: Doubt(doubt) for name, doubt in json.loads(row["doubts"]).items()},
    )


def record_as_json(record: Record) -> str:
    """Return a record as text that `record_from_json` reads."""
    return json.dumps(asdict(record), ensure_ascii=False)


def record_from_json(text: str) -> Record:
    """Return the record that `record_as_json` wrote; a field of another version of the program is left out."""
    kept = json.loads(text)
    known = {f.name: kept[f.name] for f in fields(Record) if f.name in kept}
    known["authors"] = tuple(Author(**author) for author in known["authors"])
    known |= {name: tuple(known[name]) for name in LISTED_FIELDS if name in known}
    known["doubts"] = {name: Doubt(doubt) for name, doubt in known.get("doubts", {}).items()}
    return Record(**known)


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


def index_entry(
    brief: int, record: Record, text: str, passages: Sequence[Passage], notes: Sequence[str] = ()
) -> IndexEntry:
    """Return what the index is to know of a brief, the notes of its bookmarks included.

    The revision is a digest of all the rest, so that equal content is never indexed twice and other content under an
    id known before (an older copy of the catalogue put back, say) is never taken for what the index holds.
    """
    title = " ".join(filter(None, (record.title, record.subtitle)))
    roles = dict.fromkeys(author.role for author in record.authors)
    said = "\n".join(filter(None, (record.series, record.institute, record.date, *roles, *record.keywords)))
    named = [(Field.CODE, record.code)]
    for author in record.authors:
        named += [(Field.AUTHOR, author.name), (Field.DIVISION, author.division)]
    named += [(Field.NOTE, note) for note in notes]
    fields = tuple((field, value) for field, value in dict.fromkeys(named) if value)
    listed = tuple((p.number, p.kind, text[p.start : p.end]) for p in passages)
    digest = blake2b(digest_size=8)
    parts = [f"{field} {value}" for field, value in fields]
    for part in (title, said, *parts, *(f"{number} {kind} {words}" for number, kind, words in listed)):
        digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return IndexEntry(brief, int.from_bytes(digest.digest(), "big") >> 2, title, said, listed, fields)


def author_rows(brief: int, authors: Iterable[Author]) -> list[tuple[Any, ...]]:
    """Return the rows of `author` for a brief."""
    return [(brief, position, *astuple(author)) for position, author in enumerate(authors)]

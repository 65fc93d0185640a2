"""A person's corrections of a record. They win over whatever the program reads later, and can be taken back."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kinu_reader.metadata import split_name
from kinu_reader.model import Author, Record, WrongValue
from kinu_reader.tasks.archive import catch_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kinu_reader.model import ArchivedBrief
    from kinu_reader.tasks.archive import Archive

TEXTS = (
    *("institute", "series", "code", "number", "title", "subtitle", "place", "url", "doi", "copyright", "disclaimer"),
    "abstract",
)
FORMS = {
    **dict.fromkeys(TEXTS, re.compile(".*")),
    "language": re.compile("ko|en"),
    "year": re.compile(r"\d{4}"),
    "first_page": re.compile(r"\d{1,5}"),
    "date": re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"),
}
NUMBERS = ("year", "first_page")
FIELDS = (*FORMS, "authors", "keywords")
AUTHOR = re.compile(r"(?P<name>\{[^{}]*\}|[^();{}]+?)\s*(?:\((?P<inside>[^()]*)\))?")
USER = "user"


def edit(archive: Archive, ids: Sequence[int], changes: Mapping[str, str]) -> list[ArchivedBrief]:
    """Give fields of briefs new values, an empty text clearing one; return the briefs. It is one edit to undo.

    Raises:
        WrongValue: if there is no such field, or a value cannot be one of it.
    """
    known = archive.library.briefs(ids)
    archive.library.edits.make({id: edited(brief.record, changes) for id, brief in known.items()})
    catch_up(archive)
    return list(archive.library.briefs(list(known)).values())


def undo(archive: Archive, id: int | None = None) -> list[ArchivedBrief]:
    """Take back the last edit, of one brief or of any; return its briefs, none if nothing was edited."""
    undone = archive.library.edits.undo(id)
    catch_up(archive)
    return list(archive.library.briefs(undone).values())


def delete(archive: Archive, ids: Iterable[int]) -> None:
    """Put briefs into the bin."""
    archive.library.bin.put(ids)
    catch_up(archive)


def undelete(archive: Archive, ids: Iterable[int]) -> None:
    """Put briefs back on the shelf."""
    archive.library.bin.restore(ids)
    catch_up(archive)


def edited(record: Record, changes: Mapping[str, str]) -> Record:
    """Return a record with fields changed by a person; a number or year follows from a code that was changed alone."""
    values = {name: field_value(name, text) for name, text in changes.items()}
    return replace(
        record,
        **values,
        provenance={**record.provenance, **dict.fromkeys(values, USER)},
        needs_review=tuple(name for name in record.needs_review if name not in values),
        doubts={name: doubt for name, doubt in record.doubts.items() if name not in values},
    )


def keep_edits(before: Record, read: Record) -> Record:
    """Return what was newly read, but for the fields that a person had given a value."""
    kept = {name: getattr(before, name) for name, source in before.provenance.items() if source == USER}
    return replace(
        read,
        **kept,
        provenance={**read.provenance, **dict.fromkeys(kept, USER)},
        needs_review=tuple(name for name in read.needs_review if name not in kept),
        doubts={name: doubt for name, doubt in read.doubts.items() if name not in kept},
    )


def field_value(name: str, text: str) -> Any:
    """Return the value of a field from the text that a person gives.

    Raises:
        WrongValue: if it cannot be.
    """
    text = " ".join(text.split())
    if name == "authors":
        return authors_from(text)
    if name == "keywords":
        return tuple(filter(None, (word.strip() for word in text.split(";"))))
    if name not in FORMS or (text and not FORMS[name].fullmatch(text)):
        raise WrongValue(name, text)
    if not text:
        return None
    return int(text) if name in NUMBERS else text


def authors_from(text: str) -> tuple[Author, ...]:
    """Read "Hong, Min (Research Fellow, Peace Research Division); 오경섭; {Korea Institute for National Unification}".

    Names are divided by semicolons; rank and division stand in brackets; braces hold the name of a body.

    Raises:
        WrongValue: if the brackets do not match.
    """
    authors = []
    for part in filter(None, (part.strip() for part in text.split(";"))):
        match = AUTHOR.fullmatch(part)
        if match is None:
            raise WrongValue("authors", part)
        role, _, division = (match["inside"] or "").partition(",")
        name, body = match["name"].strip("{}").strip(), match["name"].startswith("{")
        family, given = (None, None) if body else split_name(name)
        authors.append(Author(name, family, given, role.strip() or None, division.strip() or None))
    return tuple(authors)


def authors_as_text(authors: Iterable[Author]) -> str:
    """Return authors as `authors_from` reads them."""
    parts = []
    for author in authors:
        name = author.name if author.family else f"{{{author.name}}}"
        inside = ", ".join(filter(None, (author.role, author.division)))
        if author.division and not author.role:
            inside = f", {author.division}"
        parts.append(f"{name} ({inside})" if inside else name)
    return "; ".join(parts)

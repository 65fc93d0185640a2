"""A person's corrections of a record. They win over whatever the program reads later, and can be taken back."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from kinu_reader import metadata
from kinu_reader.model import (
    USER,
    Author,
    Difference,
    Progress,
    Record,
    Stated,
    WrongValue,
    restated,
    stated,
)
from kinu_reader.tasks.archive import catch_up

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

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
Correction = Callable[[Record], Record]


def edit(archive: Archive, ids: Sequence[int], changes: Mapping[str, str]) -> list[ArchivedBrief]:
    """Give fields of briefs new values, an empty text clearing one; return the briefs. It is one edit to undo.

    "tags" is one of the fields here: those that are named take the place of those that a brief has.

    Raises:
        WrongValue: if there is no such field, or a value cannot be one of it.
    """
    said = dict(changes)
    tags = said.pop("tags", None)
    listed = None if tags is None else field_value("keywords", tags)
    return correct(archive, ids, partial(edited, changes=said), tags=listed)


def correct(
    archive: Archive,
    ids: Sequence[int],
    correction: Correction,
    *,
    tags: Collection[str] | None = None,
    progress: Progress = Progress(),
) -> list[ArchivedBrief]:
    """Correct the records of briefs, and give them these tags if any; return the briefs. It is one edit to undo.

    Raises:
        WrongValue: if the correction makes a value that cannot be one; nothing is changed then.
        Cancelled: if asked to stop; the catalogue is corrected, and the index follows later.
    """
    return correct_each(archive, dict.fromkeys(ids, correction), tags=tags, progress=progress)


def correct_each(
    archive: Archive,
    corrections: Mapping[int, Correction],
    *,
    tags: Collection[str] | None = None,
    progress: Progress = Progress(),
) -> list[ArchivedBrief]:
    """Correct the record of each brief in its own way, as one edit; raises as `correct` does."""
    archive.library.edits.make(corrections, tags=tags)
    catch_up(archive, progress)
    return list(archive.library.briefs(list(corrections)).values())


def preview(archive: Archive, ids: Sequence[int], correction: Correction) -> list[Difference]:
    """Return what a correction would change, and change nothing.

    Raises:
        WrongValue: if the correction makes a value that cannot be one.
    """
    known = archive.library.briefs(ids)
    return [found for id, brief in known.items() for found in differences(id, brief.record, correction(brief.record))]


def differences(id: int, before: Record, after: Record) -> list[Difference]:
    """Return the fields in which two records of a brief differ in more than where a value was read."""
    names = [field.name for field in fields(Record) if field.name not in ("provenance", "needs_review", "doubts")]
    said = [Difference(id, name, stated(before, name), stated(after, name)) for name in names]
    return [one for one in said if replace(one.before, source=None) != replace(one.after, source=None)]


def undo(archive: Archive, id: int | None = None) -> list[ArchivedBrief]:
    """Take back the last thing done to records, tags, collections or patterns, or what it did to one brief.

    Returns its briefs: none if nothing was done, or nothing but to a collection or pattern (`edits.undoable` tells).
    """
    return _turned(archive, archive.library.edits.undo(id))


def redo(archive: Archive, id: int | None = None) -> list[ArchivedBrief]:
    """Do again what was taken back last, unless something else was done since; return its briefs."""
    return _turned(archive, archive.library.edits.redo(id))


def _turned(archive: Archive, ids: Sequence[int]) -> list[ArchivedBrief]:
    catch_up(archive)
    return list(archive.library.briefs(ids).values())


def delete(archive: Archive, ids: Iterable[int]) -> None:
    """Put briefs into the bin."""
    archive.library.bin.put(ids)
    catch_up(archive)


def undelete(archive: Archive, ids: Iterable[int]) -> None:
    """Put briefs back on the shelf."""
    archive.library.bin.restore(ids)
    catch_up(archive)


def edited(record: Record, changes: Mapping[str, str]) -> Record:
    """Return a record with fields changed by a person.

    Raises:
        WrongValue: if there is no such field, or a value cannot be one of it.
    """
    return restated(record, {name: Stated(field_value(name, text), USER) for name, text in changes.items()})


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
        family, given = (None, None) if body else metadata.split_name(name)
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

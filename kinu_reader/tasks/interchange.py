"""Metadata from elsewhere: read, matched to briefs, shown as differences, applied as one edit. And the catalogue out.

What a person had typed is a difference like any other, but marked, and not among those that are applied unasked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from kinu_reader import cite, extract
from kinu_reader.model import USER, FailureKind, UnreadableFile, WrongValue
from kinu_reader.tasks.corrections import field_text
from kinu_reader.tasks.editing import authors_as_text, authors_from, correct_each, edited, field_value
from kinu_reader.tasks.matching import Known, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from kinu_reader.cite import Foreign, ForeignRecord
    from kinu_reader.model import ArchivedBrief, Author, Record
    from kinu_reader.tasks.archive import Archive

LARGEST = 64 << 20  # bytes; a catalogue of 100,000 briefs is smaller
BOM = "\ufeff"  # without it a spreadsheet reads CSV as anything but UTF-8
COLUMNS = ("id", *cite.COLUMNS, *(name for name in cite.TOLD if name != "id"))


@dataclass(frozen=True)
class ForeignValue:
    """A value from elsewhere beside the one that a field has."""

    field: str
    before: str  # as typed into the field
    after: str
    typed: bool = False  # a person gave it the value it has


@dataclass(frozen=True)
class Match:
    """A record from elsewhere, the brief it is of if that is certain, and what it would change."""

    record: ForeignRecord
    brief: ArchivedBrief | None = None
    reason: Reason | None = None
    candidates: tuple[ArchivedBrief, ...] = ()  # among which the record does not decide
    differences: tuple[ForeignValue, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()  # fields and what cannot be a value of them


def read_records(path: Path) -> Foreign:
    """Read a file of CSV, RIS, BibTeX or CSL-JSON, in whatever encoding.

    Raises:
        UnreadableFile: if it is none.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableFile(FailureKind.TOO_LARGE, f"more than {LARGEST} bytes")
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(FailureKind.UNREADABLE, str(error)) from error
    return cite.read(extract.decode(data))


def match(archive: Archive, records: Iterable[ForeignRecord]) -> list[Match]:
    """Return for each record the brief on the shelf that it is of; two records of one brief leave the second open."""
    library = archive.library
    known = Known(library.briefs(library.ids()).values())
    found, taken = [], set()
    for record in records:
        reason, candidates = known.find(record)
        if len(candidates) != 1 or candidates[0].id in taken or reason is Reason.WEAK_CODE:
            found.append(Match(record, None, reason, candidates))
        else:
            taken.add(candidates[0].id)
            found.append(settle(Match(record, None, reason), candidates[0]))
    return found


def settle(open_match: Match, brief: ArchivedBrief) -> Match:
    """Return a match decided: what the record would change in this brief."""
    differences, refused = [], []
    for name, said in open_match.record.fields.items():
        try:
            after = _as_typed(name, said, brief.record)
        except WrongValue:
            refused.append((name, said))
            continue
        before = cite.line(field_text(brief.record, name))
        if not _same(name, before, after, brief.record):
            typed = brief.record.provenance.get(name) == USER
            differences.append(ForeignValue(name, before, after, typed))
    return replace(open_match, brief=brief, candidates=(), differences=tuple(differences), refused=tuple(refused))


def proposed(matches: Iterable[Match], *, overwrite: bool = False) -> dict[int, dict[str, str]]:
    """Return the changes of matched briefs; over what a person had typed only to `overwrite`."""
    changes = {
        match.brief.id: {d.field: d.after for d in match.differences if overwrite or not d.typed}
        for match in matches
        if match.brief is not None
    }
    return {id: fields for id, fields in changes.items() if fields}


def apply(archive: Archive, changes: Mapping[int, Mapping[str, str]]) -> list[ArchivedBrief]:
    """Give briefs the fields chosen, as one edit that is undone as one; return the briefs.

    Raises:
        WrongValue: if a value cannot be one of its field; then nothing is changed.
    """
    known = archive.library.briefs(list(changes))
    return correct_each(archive, {id: partial(edited, changes=changes[id]) for id in known})


def catalogue_csv(archive: Archive, ids: Sequence[int] | None = None) -> str:
    """Return briefs, of the whole shelf or those asked for, as CSV that `read_records` reads back."""
    wanted = archive.library.ids() if ids is None else ids
    known = archive.library.briefs(wanted)
    return cite.written([COLUMNS, *(_row(known[id]) for id in wanted if id in known)])


def _row(brief: ArchivedBrief) -> list[str]:
    own = {
        "id": str(brief.id),
        "file": brief.file,
        "sha256": brief.sha256,
        "pages": str(brief.pages),
        "tags": "; ".join(brief.tags),
        "imported_at": brief.imported_at,
    }
    return [own[name] if name in own else cite.line(field_text(brief.record, name)) for name in COLUMNS]


def _as_typed(name: str, said: str, record: Record) -> str:
    """Return what a record from elsewhere says as it is typed, with ranks and divisions that it does not know.

    Raises:
        WrongValue: if it cannot be a value of the field.
    """
    value = field_value(name, said)
    if name != "authors":
        return said
    return authors_as_text(_with_ranks(value, record.authors))


def _with_ranks(named: Iterable[Author], before: Iterable[Author]) -> list[Author]:
    """Return authors as the brief prints them, where they are the same and nothing else is said of their rank."""
    printed = {_name_key(author): author for author in before}
    return [author if author.role or author.division else printed.get(_name_key(author), author) for author in named]


def _name_key(author: Author) -> frozenset[str]:
    """Return the words of a name in no order: "Suh, Bo-hyuk" is "Bo-hyuk Suh"."""
    return frozenset(author.name.casefold().replace(",", " ").replace("-", " ").split())


def _same(name: str, before: str, after: str, record: Record) -> bool:
    """Tell whether a value says no more and nothing else than the one there is."""
    if before == after:
        return True
    match name:
        case "title":
            return after == cite.title(record)
        case "doi":
            return cite.doi(record).casefold() == cite.doi(replace(record, doi=after)).casefold()
        case "date":
            return before.startswith(f"{after}-") or (not before and after == str(record.year))
        case "code":
            return "".join(before.split()).casefold() == "".join(after.split()).casefold()
        case "authors":
            return authors_from(before) == authors_from(after)
        case _:
            return False

"""What a person did to records, tags, collections and patterns, part by part, so that it can be taken back and redone.

What was done together is one batch. Every part says what it found and what it left, and nothing else: taking it back
does not touch what came in meanwhile. All functions work inside a transaction of whoever asks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from kinu_reader.library.keeping import change_record, record_of
from kinu_reader.library.rows import stated_as_json, stated_from_json
from kinu_reader.library.schema import now
from kinu_reader.model import USER, restated, stated, typed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from kinu_reader.model import Record, Stated


class What(StrEnum):
    """What a part changed; its key is a field, a tag, the id of a collection (twice) or the name of a pattern."""

    FIELD = "field"
    TAG = "tag"
    COLLECTED = "collected"
    COLLECTION = "collection"
    PATTERN = "pattern"


OF_BRIEF = "(:brief IS NULL OR brief = :brief)"
THERE = ""  # of a tag, or of a brief in a collection, there is nothing more to say
PUT = {  # how what is there is put there, and how it is taken away
    What.TAG: (
        "INSERT OR IGNORE INTO tag SELECT id, :key FROM brief WHERE id = :brief",
        "DELETE FROM tag WHERE brief = :brief AND tag = :key",
    ),
    What.COLLECTED: (  # one brief's part may be taken back when the collection itself is gone
        "INSERT OR IGNORE INTO collected SELECT id, :brief FROM collection WHERE id = :key",
        "DELETE FROM collected WHERE brief = :brief AND collection = :key",
    ),
    What.COLLECTION: (
        "INSERT INTO collection VALUES (:key, :value) ON CONFLICT (id) DO UPDATE SET name = :value",
        "DELETE FROM collection WHERE id = :key",
    ),
    What.PATTERN: ("INSERT OR REPLACE INTO pattern VALUES (:key, :value)", "DELETE FROM pattern WHERE name = :key"),
}


@dataclass(frozen=True)
class Part:
    """One thing that was changed; None is what was, or is, not there."""

    what: What
    key: str
    before: str | None
    after: str | None
    brief: int | None = None
    id: int = 0  # 0 if it has yet to be done


def do(connection: sqlite3.Connection, parts: Sequence[Part]) -> None:
    """Do something as one batch; what was taken back before can be redone no more."""
    if not parts:
        return
    connection.execute("DELETE FROM edit WHERE undone IS NOT NULL")
    (batch,) = connection.execute("SELECT coalesce(max(batch), 0) + 1 FROM edit").fetchone()
    connection.executemany(
        "INSERT INTO edit (batch, brief, what, key, before, after, edited_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(batch, part.brief, part.what, part.key, part.before, part.after, now()) for part in parts],
    )
    _turn(connection, parts)


def differing(id: int, before: Record, after: Record) -> list[Part]:
    """Return the parts that make one record of a brief the other."""
    names = dict.fromkeys((*before.__dataclass_fields__, *before.needs_review, *after.needs_review))
    said = {name: (stated(before, name), stated(after, name)) for name in names if name not in _BESIDE}
    return [
        Part(What.FIELD, name, stated_as_json(old), stated_as_json(new), id)
        for name, (old, new) in said.items()
        if old != new
    ]


def take_back(connection: sqlite3.Connection, id: int | None) -> list[int]:
    """Take back the last batch, or what the last one did to one brief; return the briefs."""
    done = last_done(connection, id)
    (turn,) = connection.execute("SELECT coalesce(max(undone), 0) + 1 FROM edit").fetchone()
    connection.executemany("UPDATE edit SET undone = ? WHERE id = ?", [(turn, part.id) for part in done])
    turned = [replace(part, before=part.after, after=part.before) for part in reversed(done)]
    for part, found in _turn(connection, turned):
        connection.execute("UPDATE edit SET after = ? WHERE id = ?", (found, part.id))
    return briefs_of(done)


def redo(connection: sqlite3.Connection, id: int | None) -> list[int]:
    """Do again what was taken back last, everywhere or in one brief; return the briefs."""
    undone = last_undone(connection, id)
    for part, found in _turn(connection, undone):
        connection.execute("UPDATE edit SET before = ? WHERE id = ?", (found, part.id))
    connection.executemany("UPDATE edit SET undone = NULL WHERE id = ?", [(part.id,) for part in undone])
    return briefs_of(undone)


def last_done(connection: sqlite3.Connection, id: int | None) -> list[Part]:
    """Return the last batch, or its part in one brief."""
    last = f"(SELECT batch FROM edit WHERE undone IS NULL AND {OF_BRIEF} ORDER BY id DESC LIMIT 1)"
    return _parts(connection, id, f"undone IS NULL AND batch = {last}")


def last_undone(connection: sqlite3.Connection, id: int | None) -> list[Part]:
    """Return what was taken back last, everywhere or in one brief."""
    return _parts(connection, id, f"undone = (SELECT max(undone) FROM edit WHERE {OF_BRIEF})")


def briefs_of(parts: Iterable[Part]) -> list[int]:
    """Return the briefs that were changed."""
    return list(dict.fromkeys(part.brief for part in parts if part.brief is not None))


def under_edits(connection: sqlite3.Connection, id: int, read: Record) -> Record:
    """Return what was newly read with what a person said of some fields on top.

    Whoever takes back what was said gets the new reading of these fields, not the one that it replaced.
    """
    before = record_of(connection, id)
    said = typed(before) if before else {}
    for name in said.keys() - typed(read).keys():
        connection.execute(
            "UPDATE edit SET before = ? WHERE id = (SELECT max(id) FROM edit WHERE brief = ? AND what = ? AND key = ? "
            "AND undone IS NULL AND json_extract(before, '$[1]') IS NOT ?)",
            (stated_as_json(stated(read, name)), id, What.FIELD, name, USER),
        )
    return restated(read, said)


_BESIDE = ("provenance", "needs_review", "doubts")  # what `Stated` says beside the value


def _turn(connection: sqlite3.Connection, parts: Iterable[Part]) -> list[tuple[Part, str]]:
    """Bring everything to `after`; return the fields that were so brought, with what they said before."""
    fields: dict[int, list[Part]] = {}
    for part in parts:
        if part.what is not What.FIELD:
            values = {"brief": part.brief, "key": part.key, "value": part.after}
            connection.execute(PUT[part.what][part.after is None], values)
        elif part.brief is not None:
            fields.setdefault(part.brief, []).append(part)
    turned = []
    for id, listed in fields.items():
        record = record_of(connection, id)
        if record is None:
            continue
        found = {part: stated(record, part.key) for part in listed}
        due = {part: said for part, said in found.items() if _is_due(part, said)}
        news = {part.key: stated_from_json(part.after or "") for part in due}
        change_record(connection, id, record, restated(record, news))
        turned += [(part, stated_as_json(said)) for part, said in due.items()]
    return turned


def _is_due(part: Part, found: Stated) -> bool:
    """Tell whether a field is to be brought to `after`: not if something else was read into it meanwhile."""
    if part.after is None:
        return False
    if part.before is None:  # an edit of an older catalogue, which did not say what it left
        return found.source == USER
    return found == stated_from_json(part.before) or stated_from_json(part.after).source == USER


def _parts(connection: sqlite3.Connection, id: int | None, which: str) -> list[Part]:
    rows = connection.execute(f"SELECT * FROM edit WHERE {which} AND {OF_BRIEF} ORDER BY id", {"brief": id})
    return [Part(What(row["what"]), row["key"], row["before"], row["after"], row["brief"], row["id"]) for row in rows]

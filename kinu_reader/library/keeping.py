"""Rows of a brief written and rewritten, inside a transaction of whoever asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.library.rows import (
    PLAIN_FIELDS,
    author_rows,
    notes_digest,
    passage_from,
    record_digest,
    record_from,
    record_values,
    revision_of,
)
from kinu_reader.library.statements import PAGE_COLUMNS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from kinu_reader.model import Brief, Record

RECORD_COLUMNS = ", ".join((*PLAIN_FIELDS, "keywords", "needs_review", "provenance", "doubts"))  # all but the text
BRIEF_COLUMNS = (  # the text of ten thousand briefs would fill the memory
    f"id, sha256, file, kind, imported_at, reading, {RECORD_COLUMNS}, "
    "(SELECT count(*) FROM page WHERE brief = id) AS pages"
)


def record_of(connection: sqlite3.Connection, id: int) -> Record | None:
    """Return the record of a brief, None if there is no such brief."""
    row = connection.execute(f"SELECT {RECORD_COLUMNS} FROM brief WHERE id = ?", (id,)).fetchone()
    authors = connection.execute("SELECT * FROM author WHERE brief = ? ORDER BY position", (id,)).fetchall()
    return None if row is None else record_from(row, authors)


def put_record(connection: sqlite3.Connection, id: int, record: Record) -> None:
    """Give a brief a record; its revision is made anew from all that the index is told."""
    text = connection.execute("SELECT text FROM brief WHERE id = ?", (id,)).fetchone()[0]
    rows = connection.execute("SELECT * FROM passage WHERE brief = ? ORDER BY number", (id,)).fetchall()
    passages = [passage_from(row) for row in rows]
    _write_record(connection, id, record, revision_of(record, text, passages, notes_of(connection, id)))


def change_record(connection: sqlite3.Connection, id: int, before: Record, after: Record) -> None:
    """Give a brief another record than the one it has; its revision follows without a look at its text."""
    (revision,) = connection.execute("SELECT revision FROM brief WHERE id = ?", (id,)).fetchone()
    _write_record(connection, id, after, revision ^ record_digest(before) ^ record_digest(after))


def notes_of(connection: sqlite3.Connection, id: int) -> list[str]:
    """Return what a person wrote to bookmarks of a brief, oldest first."""
    rows = connection.execute(
        "SELECT note FROM bookmark WHERE brief = ? AND deleted_at IS NULL AND note != '' ORDER BY created_at, id", (id,)
    )
    return [row[0] for row in rows]


def follow_notes(connection: sqlite3.Connection, id: int, before: Sequence[str]) -> None:
    """Let the revision of a brief follow the notes of its bookmarks, which were others before."""
    changed = notes_digest(before) ^ notes_digest(notes_of(connection, id))
    (revision,) = connection.execute("SELECT revision FROM brief WHERE id = ?", (id,)).fetchone()
    connection.execute("UPDATE brief SET revision = ? WHERE id = ?", (revision ^ changed, id))


def put_brief(connection: sqlite3.Connection, id: int, brief: Brief, record: Record) -> None:
    """Give a brief text, pages, passages and record in place of those it had."""
    for table in ("page", "passage"):
        connection.execute(f"DELETE FROM {table} WHERE brief = ?", (id,))
    connection.execute("UPDATE brief SET text = ?, reading = reading + 1 WHERE id = ?", (brief.text, id))
    connection.executemany(
        f"INSERT INTO page ({', '.join(PAGE_COLUMNS)}) VALUES ({', '.join('?' * len(PAGE_COLUMNS))})",
        [(id, *(getattr(page, name) for name in PAGE_COLUMNS[1:])) for page in brief.pages],
    )
    connection.executemany(
        "INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(id, p.number, p.start, p.end, p.page, p.kind, p.language) for p in brief.passages],
    )
    put_record(connection, id, record)


def _write_record(connection: sqlite3.Connection, id: int, record: Record, revision: int) -> None:
    values = {"revision": revision, **record_values(record)}
    names = ", ".join(f"{name} = :{name}" for name in values)
    connection.execute(f"UPDATE brief SET {names} WHERE id = :id", {**values, "id": id})
    connection.execute("DELETE FROM author WHERE brief = ?", (id,))
    connection.executemany("INSERT INTO author VALUES (?, ?, ?, ?, ?, ?, ?)", author_rows(id, record.authors))

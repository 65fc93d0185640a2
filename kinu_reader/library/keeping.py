"""Rows of a brief written and rewritten, inside a transaction of whoever asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.library.rows import author_rows, index_entry, passage_from, record_from, record_values

if TYPE_CHECKING:
    import sqlite3

    from kinu_reader.model import Brief, Record

PAGE_COLUMNS = ("brief", "number", "label", "width", "height", "start", "end", "state", "label_from", "characters")


def record_of(connection: sqlite3.Connection, id: int) -> Record:
    """Return the record of a brief."""
    row = connection.execute("SELECT * FROM brief WHERE id = ?", (id,)).fetchone()
    authors = connection.execute("SELECT * FROM author WHERE brief = ? ORDER BY position", (id,)).fetchall()
    return record_from(row, authors)


def notes_of(connection: sqlite3.Connection, id: int) -> list[str]:
    """Return what a person wrote to bookmarks of a brief, oldest first."""
    rows = connection.execute(
        "SELECT note FROM bookmark WHERE brief = ? AND deleted_at IS NULL AND note != '' ORDER BY created_at, id", (id,)
    )
    return [row[0] for row in rows]


def put_record(connection: sqlite3.Connection, id: int, record: Record) -> None:
    """Give a brief a record; its revision follows."""
    text = connection.execute("SELECT text FROM brief WHERE id = ?", (id,)).fetchone()[0]
    rows = connection.execute("SELECT * FROM passage WHERE brief = ? ORDER BY number", (id,)).fetchall()
    entry = index_entry(id, record, text, [passage_from(row) for row in rows], notes_of(connection, id))
    values = {"revision": entry.revision, **record_values(record)}
    names = ", ".join(f"{name} = :{name}" for name in values)
    connection.execute(f"UPDATE brief SET {names} WHERE id = :id", {**values, "id": id})
    connection.execute("DELETE FROM author WHERE brief = ?", (id,))
    connection.executemany("INSERT INTO author VALUES (?, ?, ?, ?, ?, ?, ?)", author_rows(id, record.authors))


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

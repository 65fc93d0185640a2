"""What a person corrected, and what was corrected by the person's leave, so that it can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.library import history
from kinu_reader.library.history import THERE, Part, What
from kinu_reader.library.keeping import record_of
from kinu_reader.library.rows import pattern_as_json, pattern_from_json
from kinu_reader.model import Done

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Iterable, Mapping

    from kinu_reader.library.connection import Connections
    from kinu_reader.model import Pattern, Record


class Edits:
    """The corrections of one archive, newest on top, with all else that a person did to tags, collections, patterns."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def make(
        self,
        changes: Mapping[int, Callable[[Record], Record]],
        *,
        tags: Collection[str] | None = None,
        pattern: Pattern | None = None,
    ) -> None:
        """Change records as one edit, each as it is now; put tags in place of theirs, and keep a pattern with them."""
        with self._connections.write() as connection:
            parts = [part for id, change in changes.items() for part in _changed(connection, id, change)]
            if tags is not None:
                parts += [part for id in changes for part in _retagged(connection, id, tags)]
            if pattern is not None:
                parts += _repatterned(connection, pattern.name, pattern_as_json(pattern))
            history.do(connection, parts)

    def undo(self, id: int | None = None) -> list[int]:
        """Take back the last thing done, to any briefs or, in one brief only, to that; return the briefs."""
        with self._connections.write() as connection:
            return history.take_back(connection, id)

    def redo(self, id: int | None = None) -> list[int]:
        """Do again what was taken back last, unless something else was done since; return the briefs."""
        with self._connections.write() as connection:
            return history.redo(connection, id)

    def undoable(self, id: int | None = None) -> Done | None:
        """Return what `undo` would take back."""
        with self._connections.read() as connection:
            return _summed(history.last_done(connection, id))

    def redoable(self, id: int | None = None) -> Done | None:
        """Return what `redo` would do again."""
        with self._connections.read() as connection:
            return _summed(history.last_undone(connection, id))

    def moment(self, *, undone: bool) -> str:
        """Return when that was done which would be taken back, or made again, next; empty if there is nothing."""
        which = "undone IS NOT NULL ORDER BY undone" if undone else "undone IS NULL ORDER BY id"
        with self._connections.read() as connection:
            row = connection.execute(f"SELECT edited_at FROM edit WHERE {which} DESC LIMIT 1").fetchone()
        return "" if row is None else row[0]

    def patterns(self) -> list[Pattern]:
        """Return what a person said of whole series, by their names."""
        with self._connections.read() as connection:
            rows = connection.execute("SELECT name, said FROM pattern ORDER BY name").fetchall()
        return [pattern_from_json(row["name"], row["said"]) for row in rows]

    def drop_pattern(self, name: str) -> None:
        """Follow a pattern no longer; the records that it changed stay as they are."""
        with self._connections.write() as connection:
            history.do(connection, _repatterned(connection, name, None))

    def read_under(self, id: int, field: str) -> str | None:
        """Return what was read for a field that a person filled in, None if nothing was or nobody did."""
        with self._connections.read() as connection:
            row = connection.execute(
                "SELECT json_extract(before, '$[0]') FROM edit WHERE brief = ? AND what = ? AND key = ? "
                "AND undone IS NULL AND json_extract(before, '$[1]') IS NOT 'user' ORDER BY id DESC LIMIT 1",
                (id, What.FIELD, field),
            ).fetchone()
        return None if row is None else row[0]


def _summed(parts: list[Part]) -> Done | None:
    fields, tags = (tuple(dict.fromkeys(p.key for p in parts if p.what is what)) for what in (What.FIELD, What.TAG))
    return Done(fields, tags, tuple(history.briefs_of(parts))) if parts else None


def _changed(connection: sqlite3.Connection, id: int, change: Callable[[Record], Record]) -> list[Part]:
    record = record_of(connection, id)
    return history.differing(id, record, change(record)) if record else []


def _retagged(connection: sqlite3.Connection, id: int, tags: Iterable[str]) -> list[Part]:
    had = {row[0] for row in connection.execute("SELECT tag FROM tag WHERE brief = ?", (id,))}
    away = [Part(What.TAG, tag, THERE, None, id) for tag in sorted(had.difference(tags))]
    return away + [Part(What.TAG, tag, None, THERE, id) for tag in dict.fromkeys(tags) if tag not in had]


def _repatterned(connection: sqlite3.Connection, name: str, said: str | None) -> list[Part]:
    row = connection.execute("SELECT said FROM pattern WHERE name = ?", (name,)).fetchone()
    had = row[0] if row else None
    return [Part(What.PATTERN, name, had, said)] if had != said else []

"""Searches that a person kept, and those asked lately."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kinu_reader.library.schema import now
from kinu_reader.model import SavedSearch

if TYPE_CHECKING:
    from collections.abc import Collection

    from kinu_reader.library.connection import Connections

REMEMBERED = 100  # searches in the history


class Searches:
    """The saved searches and the history of one archive."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def save(self, text: str) -> None:
        """Keep a search; what it finds now counts as seen."""
        with self._connections.write() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO saved_search (text, saved_at, seen_at) VALUES (?, ?, ?)", (text, now(), now())
            )

    def saved(self) -> list[SavedSearch]:
        """Return the searches kept, oldest first."""
        with self._connections.read() as connection:
            rows = connection.execute("SELECT id, text, seen_at FROM saved_search ORDER BY id").fetchall()
        return [SavedSearch(**dict(row)) for row in rows]

    def forget(self, id: int) -> None:
        """Keep a search no longer."""
        with self._connections.write() as connection:
            connection.execute("DELETE FROM saved_search WHERE id = ?", (id,))

    def see(self, text: str) -> None:
        """Note that the results of a search, if it is kept, are looked at now."""
        with self._connections.write() as connection:
            connection.execute("UPDATE saved_search SET seen_at = ? WHERE text = ?", (now(), text))

    def new_since(self, moment: str, briefs: Collection[int]) -> int:
        """Return how many of the briefs came in after a moment."""
        with self._connections.read() as connection:
            return int(
                connection.execute(
                    "SELECT count(*) FROM shelf WHERE imported_at > ? AND id IN (SELECT value FROM json_each(?))",
                    (moment, json.dumps(list(briefs))),
                ).fetchone()[0]
            )

    def remember(self, text: str) -> None:
        """Put a search on top of the history."""
        with self._connections.write() as connection:
            connection.execute("INSERT OR REPLACE INTO history VALUES (?, ?)", (text, now()))
            connection.execute(
                "DELETE FROM history WHERE text NOT IN (SELECT text FROM history ORDER BY asked_at DESC LIMIT ?)",
                (REMEMBERED,),
            )

    def history(self) -> list[str]:
        """Return the searches asked lately, newest first."""
        with self._connections.read() as connection:
            return [row[0] for row in connection.execute("SELECT text FROM history ORDER BY asked_at DESC, text")]

"""What a person decided about briefs: which are editions or duplicates, and which numbers were never published."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kinu_reader.library.schema import now
from kinu_reader.model import Card, Decision, Relation

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from kinu_reader.library.connection import Connections

# By rule: the same code in another language, published within a quarter; a date without a day is near to any. What a
# person refused never counts, what a person confirmed always does, and nothing that lies in the bin is offered.
EDITIONS = """
WITH wanted AS MATERIALIZED (SELECT value AS id FROM json_each(?))
SELECT this.id AS brief, other.id AS edition
FROM wanted JOIN brief AS this USING (id)
JOIN shelf AS other ON other.code = this.code AND other.language != this.language
WHERE coalesce(
    length(this.date) < 10 OR length(other.date) < 10 OR abs(julianday(this.date) - julianday(other.date)) < 93, 1)
AND NOT EXISTS (
    SELECT 1 FROM pair WHERE relation = 'edition' AND NOT holds
    AND one = min(this.id, other.id) AND pair.other = max(this.id, other.id))
UNION SELECT one, other FROM pair JOIN shelf ON shelf.id = other
WHERE relation = 'edition' AND holds AND one IN (SELECT id FROM wanted)
UNION SELECT other, one FROM pair JOIN shelf ON shelf.id = one
WHERE relation = 'edition' AND holds AND other IN (SELECT id FROM wanted)
ORDER BY 1, 2
"""


def editions(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, list[int]]:
    """Return the other editions of those briefs that have any."""
    found: dict[int, list[int]] = {}
    for brief, edition in connection.execute(EDITIONS, (json.dumps(list(ids)),)):
        found.setdefault(brief, []).append(edition)
    return found


class Decisions:
    """The decisions kept in one archive, and the cards that they are made from."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def cards(self) -> list[Card]:
        """Return every brief on the shelf in one line."""
        with self._connections.read() as connection:
            authors: dict[int, list[str]] = {}
            for brief, name in connection.execute("SELECT brief, name FROM author ORDER BY brief, position"):
                authors.setdefault(brief, []).append(name)
            rows = connection.execute(
                "SELECT id, file, institute, series, code, number, year, date, language, title FROM shelf ORDER BY id"
            )
            return [Card(**dict(row), authors=tuple(authors.get(row["id"], ()))) for row in rows]

    def editions(self, ids: Iterable[int]) -> dict[int, list[int]]:
        """Return the other editions of those briefs that have any."""
        with self._connections.read() as connection:
            return editions(connection, ids)

    # -- pairs

    def pairs(self, relation: Relation) -> dict[tuple[int, int], bool]:
        """Return what was said of pairs of briefs, the smaller id first."""
        with self._connections.read() as connection:
            rows = connection.execute("SELECT one, other, holds FROM pair WHERE relation = ?", (relation,))
            return {(row["one"], row["other"]): bool(row["holds"]) for row in rows}

    def decide(self, one: int, other: int, relation: Relation, holds: bool | None) -> Decision:
        """Keep whether two briefs are this to one another; None forgets what was said.

        Raises:
            ValueError: if they are one and the same.
        """
        if one == other:
            raise ValueError(f"brief {one} is no pair with itself")
        pair = min(one, other), max(one, other), relation
        with self._connections.write() as connection:
            row = connection.execute(
                "SELECT holds FROM pair WHERE one = ? AND other = ? AND relation = ?", pair
            ).fetchone()
            connection.execute("DELETE FROM pair WHERE one = ? AND other = ? AND relation = ?", pair)
            if holds is not None:
                connection.execute("INSERT INTO pair VALUES (?, ?, ?, ?, ?)", (*pair, holds, now()))
        return Decision(*pair, holds=holds, before=None if row is None else bool(row["holds"]))

    # -- numbers that do not exist

    def absent(self) -> set[tuple[str, str, str]]:
        """Return institute, series and code of what was never published."""
        with self._connections.read() as connection:
            return {tuple(row) for row in connection.execute("SELECT institute, series, code FROM absent")}

    def mark_absent(self, institute: str, series: str, code: str, absent: bool) -> None:
        """Keep that a code was never published, or forget that it was said."""
        with self._connections.write() as connection:
            key = institute, series, code
            connection.execute("DELETE FROM absent WHERE institute = ? AND series = ? AND code = ?", key)
            if absent:
                connection.execute("INSERT INTO absent VALUES (?, ?, ?, ?)", (*key, now()))

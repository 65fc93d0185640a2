"""Which printed names a person said are one author's or one division's, and which are not."""

from __future__ import annotations

import json
from itertools import combinations
from typing import TYPE_CHECKING

from kinu_reader.library.schema import now

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Sequence

    from kinu_reader.library.connection import Connections
    from kinu_reader.model import Field


class Authority:
    """The names of one archive that belong together; each is a group of names as printed, of authors or divisions."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def groups(self, field: Field) -> tuple[tuple[str, ...], ...]:
        """Return the groups of names, each in alphabetical order."""
        with self._connections.read() as connection:
            rows = connection.execute(
                "SELECT entity, name FROM same_name WHERE field = ? ORDER BY entity, name", (field,)
            ).fetchall()
        found: dict[int, list[str]] = {}
        for entity, name in rows:
            found.setdefault(entity, []).append(name)
        return tuple(map(tuple, found.values()))

    def printed(self, field: Field) -> dict[str, int]:
        """Return each name as printed, and in how many briefs on the shelf."""
        column = "division" if field == "division" else "name"
        with self._connections.read() as connection:
            rows = connection.execute(
                f"SELECT {column} AS printed, count(DISTINCT brief) FROM author JOIN shelf ON brief = id "
                "WHERE printed IS NOT NULL GROUP BY printed ORDER BY printed"
            ).fetchall()
        return {name: count for name, count in rows}

    def merge(self, field: Field, names: Collection[str]) -> None:
        """Make one group of some names and of the groups in which they are."""
        with self._connections.write() as connection:
            together = {*names, *_companions(connection, field, names)}
            entity = connection.execute("SELECT coalesce(max(entity), 0) + 1 FROM same_name").fetchone()[0]
            connection.executemany(
                "INSERT OR REPLACE INTO same_name (field, name, entity, decided_at) VALUES (?, ?, ?, ?)",
                [(field, name, entity, now()) for name in together],
            )
            connection.executemany(
                "DELETE FROM not_same WHERE field = ? AND one = ? AND other = ?",
                [(field, *pair) for pair in combinations(sorted(together), 2)],
            )

    def part(self, field: Field, names: Collection[str]) -> None:
        """Take names out of their groups; a group of which one name is left is none."""
        with self._connections.write() as connection:
            connection.executemany(
                "DELETE FROM same_name WHERE field = ? AND name = ?", [(field, name) for name in names]
            )
            connection.execute(
                "DELETE FROM same_name WHERE entity IN "
                "(SELECT entity FROM same_name GROUP BY entity HAVING count(*) = 1)"
            )

    def refuse(self, field: Field, names: Collection[str]) -> None:
        """Note that of some names no two are the same."""
        rows = [(field, *pair, now()) for pair in combinations(sorted(set(names)), 2)]
        with self._connections.write() as connection:
            connection.executemany(
                "INSERT OR IGNORE INTO not_same (field, one, other, decided_at) VALUES (?, ?, ?, ?)", rows
            )

    def refused(self, field: Field) -> set[tuple[str, str]]:
        """Return the pairs of names, in alphabetical order, that are not the same."""
        with self._connections.read() as connection:
            rows = connection.execute("SELECT one, other FROM not_same WHERE field = ?", (field,)).fetchall()
        return {(one, other) for one, other in rows}

    def put_back(self, field: Field, groups: Iterable[Sequence[str]], refused: Iterable[tuple[str, str]]) -> None:
        """Say of the names of authors, or of divisions, this and nothing else."""
        moment = now()
        with self._connections.write() as connection:
            connection.execute("DELETE FROM same_name WHERE field = ?", (field,))
            connection.execute("DELETE FROM not_same WHERE field = ?", (field,))
            entity = connection.execute("SELECT coalesce(max(entity), 0) + 1 FROM same_name").fetchone()[0]
            connection.executemany(
                "INSERT INTO same_name (field, name, entity, decided_at) VALUES (?, ?, ?, ?)",
                [(field, name, entity + at, moment) for at, names in enumerate(groups) for name in names],
            )
            connection.executemany(
                "INSERT INTO not_same (field, one, other, decided_at) VALUES (?, ?, ?, ?)",
                [(field, one, other, moment) for one, other in refused],
            )


def _companions(connection: sqlite3.Connection, field: Field, names: Collection[str]) -> list[str]:
    """Return all names of the groups in which some names are."""
    rows = connection.execute(
        "SELECT name FROM same_name WHERE entity IN (SELECT entity FROM same_name WHERE field = ? "
        "AND name IN (SELECT value FROM json_each(?)))",
        (field, json.dumps(list(names))),
    )
    return [row[0] for row in rows]

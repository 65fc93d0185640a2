"""What a person attached to a brief: its tags and the collections it lies in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.model import Carried

if TYPE_CHECKING:
    from kinu_reader.library.connection import Connections


class Belongings:
    """What the briefs of one archive were given."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def copy(self, from_id: int, to_id: int) -> Carried:
        """Give a brief what another has; return what it did not have before."""
        with self._connections.write() as connection:
            tags = connection.execute(
                "INSERT OR IGNORE INTO tag (brief, tag) SELECT ?, tag FROM tag WHERE brief = ? RETURNING tag",
                (to_id, from_id),
            ).fetchall()
            collections = connection.execute(
                "INSERT OR IGNORE INTO collected (collection, brief) "
                "SELECT collection, ? FROM collected WHERE brief = ? RETURNING collection",
                (to_id, from_id),
            ).fetchall()
        return Carried(tuple(row[0] for row in tags), tuple(row[0] for row in collections))

    def take_back(self, id: int, carried: Carried) -> None:
        """Take from a brief what it was given by `copy`."""
        with self._connections.write() as connection:
            connection.executemany("DELETE FROM tag WHERE brief = ? AND tag = ?", [(id, tag) for tag in carried.tags])
            connection.executemany(
                "DELETE FROM collected WHERE brief = ? AND collection = ?", [(id, c) for c in carried.collections]
            )

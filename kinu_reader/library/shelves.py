"""Tags and collections: how a person orders briefs by hand. All of it can be taken back, with the corrections."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING

from kinu_reader.library import history
from kinu_reader.library.history import THERE, Part, What
from kinu_reader.model import WrongValue

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

    from kinu_reader.library.connection import Connections

TAGGED = "SELECT brief FROM tag WHERE tag = :key"
COLLECTED = "SELECT brief FROM collected WHERE collection = :key"


class Shelves:
    """The tags and collections of one archive."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def tag(self, ids: Collection[int], tag: str) -> None:
        """Give briefs a tag.

        Raises:
            WrongValue: if it is empty.
        """
        with self._connections.write() as connection:
            history.do(connection, _joining(connection, What.TAG, _named("tags", tag), ids))

    def untag(self, ids: Collection[int], tag: str) -> None:
        """Take a tag off briefs."""
        with self._connections.write() as connection:
            history.do(connection, _leaving(connection, What.TAG, _plain(tag), ids))

    def collections(self) -> dict[str, int]:
        """Return how many briefs on the shelf are in each collection; one may be empty."""
        query = (
            "SELECT name, count(shelf.id) FROM collection LEFT JOIN collected ON collection = collection.id "
            "LEFT JOIN shelf ON shelf.id = brief GROUP BY collection.id ORDER BY name"
        )
        with self._connections.read() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def collections_of(self, id: int) -> list[str]:
        """Return the collections that a brief is in."""
        query = "SELECT name FROM collection JOIN collected ON collection = id WHERE brief = ? ORDER BY name"
        with self._connections.read() as connection:
            return [row[0] for row in connection.execute(query, (id,))]

    def create(self, name: str) -> None:
        """Make an empty collection.

        Raises:
            WrongValue: if there is one of this name, or the name is empty.
        """
        with self._connections.write() as connection:
            history.do(connection, [_created(connection, name)])

    def rename(self, name: str, new: str) -> None:
        """Give a collection another name.

        Raises:
            WrongValue: if there is no such collection, or one of the new name, or that is empty.
        """
        with self._connections.write() as connection:
            key, had = _collection(connection, name)
            wanted = _named("collection", new)
            if had != wanted:
                if wanted.casefold() != had.casefold():
                    _free(connection, wanted)
                history.do(connection, [Part(What.COLLECTION, key, had, wanted)])

    def delete(self, name: str) -> None:
        """Take a collection apart; its briefs stay where they are.

        Raises:
            WrongValue: if there is no such collection.
        """
        with self._connections.write() as connection:
            key, had = _collection(connection, name)
            members = [row[0] for row in connection.execute(COLLECTED, {"key": key})]
            parts = _leaving(connection, What.COLLECTED, key, members)
            history.do(connection, [*parts, Part(What.COLLECTION, key, had, None)])

    def put(self, ids: Collection[int], name: str) -> None:
        """Put briefs into a collection, which is made if there is none of this name.

        Raises:
            WrongValue: if the name is empty.
        """
        with self._connections.write() as connection:
            parts = []
            if _find(connection, name) is None:
                parts.append(_created(connection, name))
            key, _ = _collection(connection, name)
            history.do(connection, [*parts, *_joining(connection, What.COLLECTED, key, ids)])

    def take(self, ids: Collection[int], name: str) -> None:
        """Take briefs out of a collection.

        Raises:
            WrongValue: if there is no such collection.
        """
        with self._connections.write() as connection:
            key, _ = _collection(connection, name)
            history.do(connection, _leaving(connection, What.COLLECTED, key, ids))


def _joining(connection: sqlite3.Connection, what: What, key: str, ids: Collection[int]) -> list[Part]:
    there = _members(connection, what, key)
    known = connection.execute("SELECT id FROM brief WHERE id IN (SELECT value FROM json_each(?))", (_listed(ids),))
    return [Part(what, key, None, THERE, row[0]) for row in known if row[0] not in there]


def _leaving(connection: sqlite3.Connection, what: What, key: str, ids: Collection[int]) -> list[Part]:
    there = _members(connection, what, key)
    return [Part(what, key, THERE, None, id) for id in dict.fromkeys(ids) if id in there]


def _members(connection: sqlite3.Connection, what: What, key: str) -> set[int]:
    query = TAGGED if what is What.TAG else COLLECTED
    return {row[0] for row in connection.execute(query, {"key": key})}


def _created(connection: sqlite3.Connection, name: str) -> Part:
    wanted = _named("collection", name)
    _free(connection, wanted)
    row = connection.execute("INSERT INTO collection (name) VALUES (?) RETURNING id", (wanted,)).fetchone()
    return Part(What.COLLECTION, str(row[0]), None, wanted)


def _collection(connection: sqlite3.Connection, name: str) -> tuple[str, str]:
    """Return the id of a collection, as the key of a part, and its name as it is written."""
    row = _find(connection, name)
    if row is None:
        raise WrongValue("collection", name)
    return str(row["id"]), row["name"]


def _find(connection: sqlite3.Connection, name: str) -> sqlite3.Row | None:
    query = "SELECT id, name FROM collection WHERE name = ? COLLATE NOCASE"
    row: sqlite3.Row | None = connection.execute(query, (_plain(name),)).fetchone()
    return row


def _free(connection: sqlite3.Connection, name: str) -> None:
    if _find(connection, name) is not None:
        raise WrongValue("collection", name)


def _named(what: str, name: str) -> str:
    plain = _plain(name)
    if not plain:
        raise WrongValue(what, name)
    return plain


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split()))


def _listed(ids: Collection[int]) -> str:
    return json.dumps(list(ids))

"""What a person keeps of briefs. Every edit and every deletion can be taken back and made again, also later."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from kinu_reader.library.keeping import follow_notes, notes_of
from kinu_reader.library.schema import now
from kinu_reader.model import Anchor, Bookmark, BookmarkFilters, BookmarkKind, Colour, Placing

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from kinu_reader.library.connection import Connections

    Values = dict[str, Any]  # of columns, and the tags

ANCHOR = tuple(f.name for f in fields(Anchor))  # columns of the same names
PLACE = (*ANCHOR, "state", "was")  # of which none makes sense without the others
COLUMNS = ("id", "brief", "kind", *PLACE, "colour", "note", "author", "created_at", "changed_at")
LISTED = f"""
SELECT {", ".join(f"bookmark.{name}" for name in COLUMNS)},
    deleted_at IS NOT NULL AS binned,
    (SELECT json_group_array(tag) FROM (SELECT tag FROM bookmark_tag WHERE bookmark = bookmark.id ORDER BY tag)) AS tags
FROM bookmark
"""
ORDER = "ORDER BY brief, start, page, created_at, id"
ON_SHELF = "brief IN (SELECT id FROM shelf)"


class Bookmarks:
    """The bookmarks of one archive. Those of briefs in the bin wait there for their briefs."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    # -- a person's edits

    def put(
        self,
        new: Iterable[Bookmark],
        pictures: Mapping[str, bytes] | None = None,
        instead_of: Iterable[str] = (),
    ) -> list[Bookmark]:
        """Keep bookmarks, with pictures (PNG) by id; return those that were not there, not even thrown away.

        Those that they are kept `instead_of` are thrown away with the same edit.
        """
        names = ", ".join(COLUMNS)
        marks = ", ".join(f":{name}" for name in COLUMNS)
        put = []
        with self._connections.write() as connection:
            moment = now()
            for bookmark in new:
                made = replace(bookmark, created=bookmark.created or moment, changed=moment)
                values = {**_values(made), "picture": (pictures or {}).get(made.id), "gone": moment}
                done = connection.execute(
                    f"INSERT OR IGNORE INTO bookmark ({names}, picture, deleted_at) VALUES ({marks}, :picture, :gone)",
                    values,
                )
                if done.rowcount:
                    _put_tags(connection, made.id, made.tags)
                    put.append(made)
            away = _away(connection, instead_of, moment)
            _edit(connection, {**{made.id: {"deleted_at": None} for made in put}, **away})
        return put

    def change(self, changed: Iterable[Bookmark]) -> None:
        """Give bookmarks the colour, note, tags and place that a person wants; it is one edit to undo."""
        with self._connections.write() as connection:
            _edit(connection, {bookmark.id: _values(bookmark) for bookmark in changed})

    def delete(self, ids: Iterable[str]) -> None:
        """Throw bookmarks away; nothing of them is lost."""
        with self._connections.write() as connection:
            _edit(connection, _away(connection, ids, now()))

    def restore(self, ids: Iterable[str], instead_of: Iterable[str] = ()) -> None:
        """Keep bookmarks again that were thrown away; others are thrown away with the same edit."""
        with self._connections.write() as connection:
            _edit(connection, {**{id: {"deleted_at": None} for id in ids}, **_away(connection, instead_of, now())})

    def undo(self) -> list[str]:
        """Take back the last edit that was not; return its bookmarks."""
        return self._walk("before", undone=False)

    def redo(self) -> list[str]:
        """Make again the edit taken back last, unless there was another since; return its bookmarks."""
        return self._walk("after", undone=True)

    def moment(self, *, undone: bool) -> str:
        """Return when that was done which would be taken back, or made again, next; empty if there is nothing."""
        which = "min" if undone else "max"
        with self._connections.read() as connection:
            query = (
                "SELECT max(edited_at) FROM bookmark_edit WHERE undone = ? AND batch = "
                f"(SELECT {which}(batch) FROM bookmark_edit WHERE undone = ?)"
            )
            return connection.execute(query, (undone, undone)).fetchone()[0] or ""

    def _walk(self, side: str, *, undone: bool) -> list[str]:
        which = "min" if undone else "max"
        with self._connections.write() as connection:
            rows = connection.execute(
                f"SELECT id, bookmark, {side} AS to_be FROM bookmark_edit WHERE undone = ? AND batch = "
                f"(SELECT {which}(batch) FROM bookmark_edit WHERE undone = ?) ORDER BY id",
                (undone, undone),
            ).fetchall()
            _apply(connection, {row["bookmark"]: json.loads(row["to_be"]) for row in rows})
            connection.executemany(
                "UPDATE bookmark_edit SET undone = ? WHERE id = ?", [(not undone, row["id"]) for row in rows]
            )
        return [row["bookmark"] for row in rows]

    # -- places

    def stale(self) -> list[Bookmark]:
        """Return the bookmarks, wherever they lie, whose brief was read anew since they were placed."""
        return self._listed("WHERE reading != (SELECT reading FROM brief WHERE brief.id = bookmark.brief)")

    def place(self, placed: Iterable[Bookmark], pictures: Mapping[str, bytes]) -> None:
        """Give bookmarks their places in a newer reading of their briefs, and pictures (PNG) by id.

        That is no edit of a person's. Who placed one in the meantime, by hand say, knew better.
        """
        names = ", ".join(f"{name} = :{name}" for name in PLACE)
        with self._connections.write() as connection:
            for bookmark in placed:
                connection.execute(
                    f"UPDATE bookmark SET {names}, picture = coalesce(:picture, picture) "
                    "WHERE id = :id AND reading < :reading",
                    {**_values(bookmark), "picture": pictures.get(bookmark.id)},
                )

    # -- looking up

    def get(self, ids: Collection[str]) -> list[Bookmark]:
        """Return those of the bookmarks that exist, in the bin or out of it, in the order asked for."""
        found = {b.id: b for b in self._listed("WHERE id IN (SELECT value FROM json_each(?))", json.dumps(list(ids)))}
        return [found[id] for id in ids if id in found]

    def of_brief(self, brief: int) -> list[Bookmark]:
        """Return the bookmarks of one brief in the order of its text, even of one in the bin."""
        return self._listed(f"WHERE brief = ? AND deleted_at IS NULL {ORDER}", brief)

    def find(self, filters: BookmarkFilters = BookmarkFilters()) -> list[Bookmark]:
        """Return the bookmarks within bounds, by brief and in the order of its text."""
        where, values = _condition(filters)
        words = filters.words.casefold().split()
        return [
            bookmark
            for bookmark in self._listed(f"WHERE {where} {ORDER}", *values)
            if all(word in _words_of(bookmark) for word in words)
        ]

    def picture(self, id: str) -> bytes | None:
        """Return the picture (PNG) of a kept area, or of the page on which an orphan stood."""
        with self._connections.read() as connection:
            row = connection.execute("SELECT picture FROM bookmark WHERE id = ?", (id,)).fetchone()
        return None if row is None else row[0]

    def count(self) -> int:
        """Return how many bookmarks there are."""
        with self._connections.read() as connection:
            query = f"SELECT count(*) FROM bookmark WHERE deleted_at IS NULL AND {ON_SHELF}"
            return int(connection.execute(query).fetchone()[0])

    def tags(self) -> dict[str, int]:
        """Return how many bookmarks have each tag."""
        query = (
            f"SELECT tag, count(*) FROM bookmark_tag JOIN bookmark ON id = bookmark WHERE deleted_at IS NULL "
            f"AND {ON_SHELF} GROUP BY tag ORDER BY tag"
        )
        with self._connections.read() as connection:
            return dict(connection.execute(query).fetchall())

    def _listed(self, rest: str, *values: Any) -> list[Bookmark]:
        with self._connections.read() as connection:
            return [_bookmark(row) for row in connection.execute(f"{LISTED} {rest}", values)]


def _condition(filters: BookmarkFilters) -> tuple[str, list[Any]]:
    """Return a WHERE clause over `bookmark` (without the word), and its values; the words are not in it."""
    parts = ["deleted_at IS NOT NULL" if filters.binned else "deleted_at IS NULL", ON_SHELF]
    briefs = None if filters.briefs is None else json.dumps(list(filters.briefs))
    bounds = (
        ("colour = ?", filters.colour),
        ("state = ?", filters.state),
        ("EXISTS (SELECT 1 FROM bookmark_tag WHERE bookmark = id AND tag = ?)", filters.tag),
        ("brief IN (SELECT value FROM json_each(?))", briefs),
        ("created_at >= ?", filters.since),
        ("created_at < ? || '~'", filters.until),  # a day stands before every moment of it, and "~" behind them all
    )
    given = [(sql, value) for sql, value in bounds if value is not None]
    return " AND ".join([*parts, *(sql for sql, _ in given)]), [value for _, value in given]


def _words_of(bookmark: Bookmark) -> str:
    return "\n".join((bookmark.anchor.quote, bookmark.was, bookmark.note, *bookmark.tags)).casefold()


def _values(bookmark: Bookmark) -> Values:
    """Return the columns of a bookmark, and its tags."""
    anchor = {name: getattr(bookmark.anchor, name) for name in ANCHOR}
    anchor["boxes"] = json.dumps(anchor["boxes"])
    names = ("id", "brief", "kind", "state", "was", "colour", "note", "author")
    own = {name: getattr(bookmark, name) for name in names}
    return {
        **own,
        **anchor,
        "created_at": bookmark.created,
        "changed_at": bookmark.changed,
        "tags": sorted(set(bookmark.tags)),
    }


def _bookmark(row: sqlite3.Row) -> Bookmark:
    anchor = {name: row[name] for name in ANCHOR}
    anchor["boxes"] = tuple((page, tuple(box)) for page, box in json.loads(anchor["boxes"]))
    return Bookmark(
        id=row["id"],
        brief=row["brief"],
        anchor=Anchor(**anchor),
        kind=BookmarkKind(row["kind"]),
        colour=Colour(row["colour"]),
        note=row["note"],
        tags=tuple(json.loads(row["tags"])),
        created=row["created_at"],
        changed=row["changed_at"],
        state=Placing(row["state"]),
        was=row["was"],
        binned=bool(row["binned"]),
        author=row["author"],
    )


def _away(connection: sqlite3.Connection, ids: Iterable[str], moment: str) -> dict[str, Values]:
    """Return what throws away those of the bookmarks that are kept."""
    kept = [id for id in ids if _state(connection, id).get("deleted_at", moment) is None]
    return {id: {"deleted_at": moment} for id in kept}


def _edit(connection: sqlite3.Connection, wanted: Mapping[str, Values]) -> None:
    """Give bookmarks other values, as one edit; those that were undone can then no longer be made again."""
    batch = connection.execute("SELECT coalesce(max(batch), 0) + 1 FROM bookmark_edit").fetchone()[0]
    rows, changes = [], {}
    for id, values in wanted.items():
        before = _state(connection, id)
        changed = {name for name in values if name in before and before[name] != values[name]}
        if changed.intersection(PLACE):
            changed.update(PLACE)
        if changed:
            changes[id] = {name: values[name] for name in changed}
            was, is_now = (json.dumps({name: side[name] for name in changed}) for side in (before, values))
            rows.append((id, was, is_now, now(), batch))
    if rows:
        connection.execute("DELETE FROM bookmark_edit WHERE undone")
        connection.executemany(
            "INSERT INTO bookmark_edit (bookmark, before, after, edited_at, batch) VALUES (?, ?, ?, ?, ?)", rows
        )
        _apply(connection, changes)


def _state(connection: sqlite3.Connection, id: str) -> Values:
    """Return all of a bookmark that a person can change; nothing if it is not there."""
    names = (*PLACE, "kind", "colour", "note", "deleted_at")
    row = connection.execute(f"SELECT {', '.join(names)} FROM bookmark WHERE id = ?", (id,)).fetchone()
    if row is None:
        return {}
    tags = connection.execute("SELECT tag FROM bookmark_tag WHERE bookmark = ? ORDER BY tag", (id,))
    return {**dict(row), "tags": [tag[0] for tag in tags]}


def _apply(connection: sqlite3.Connection, changes: Mapping[str, Values]) -> None:
    """Write values of bookmarks; the revisions of their briefs follow, for the notes are searched."""
    notes: dict[int, list[str]] = {}  # of the briefs, before
    for id, values in changes.items():
        columns = {name: value for name, value in values.items() if name != "tags"}
        names = ", ".join(f"{name} = :{name}" for name in (*columns, "changed_at"))
        (brief,) = connection.execute("SELECT brief FROM bookmark WHERE id = ?", (id,)).fetchone()
        if brief not in notes and values.keys() & {"note", "deleted_at"}:
            notes[brief] = notes_of(connection, brief)
        connection.execute(f"UPDATE bookmark SET {names} WHERE id = :id", {**columns, "changed_at": now(), "id": id})
        if "tags" in values:
            _put_tags(connection, id, values["tags"])
    for brief, before in notes.items():
        follow_notes(connection, brief, before)


def _put_tags(connection: sqlite3.Connection, id: str, tags: Sequence[str]) -> None:
    connection.execute("DELETE FROM bookmark_tag WHERE bookmark = ?", (id,))
    connection.executemany("INSERT OR IGNORE INTO bookmark_tag VALUES (?, ?)", [(id, tag) for tag in tags])

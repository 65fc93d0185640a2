"""Briefs thrown away, until the bin is emptied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.library import files
from kinu_reader.library.schema import now
from kinu_reader.model import Emptied, FileKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kinu_reader.library.connection import Connections

HELD = "SELECT brief FROM bookmark WHERE deleted_at IS NULL"  # briefs in which a person keeps bookmarks


class Bin:
    """The bin of one archive."""

    def __init__(self, connections: Connections, folder: Path) -> None:
        self._connections, self._folder = connections, folder

    def put(self, ids: Iterable[int]) -> None:
        """Put briefs into the bin; nothing of them is lost until it is emptied."""
        rows = [(now(), id) for id in ids]
        with self._connections.write() as connection:
            connection.executemany("UPDATE brief SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL", rows)

    def restore(self, ids: Iterable[int]) -> None:
        """Put briefs back on the shelf."""
        with self._connections.write() as connection:
            connection.executemany("UPDATE brief SET deleted_at = NULL WHERE id = ?", [(id,) for id in ids])

    def held(self) -> int:
        """Return how many briefs in the bin hold bookmarks."""
        with self._connections.read() as connection:
            query = f"SELECT count(*) FROM brief WHERE deleted_at IS NOT NULL AND id IN ({HELD})"
            return int(connection.execute(query).fetchone()[0])

    def empty(self, *, with_bookmarks: bool = False) -> Emptied:
        """Remove what is in the bin for good, with its files.

        Briefs in which a person keeps bookmarks stay in it, unless they are to go `with_bookmarks`: those cannot be
        made again.
        """
        going = "deleted_at IS NOT NULL" + ("" if with_bookmarks else f" AND id NOT IN ({HELD})")
        with self._connections.write() as connection:
            gone = connection.execute(f"SELECT id, sha256, kind FROM brief WHERE {going}").fetchall()
            former = connection.execute(
                f"SELECT former.sha256, kind FROM former JOIN brief ON id = brief WHERE {going}"
            ).fetchall()
            connection.execute(f"DELETE FROM brief WHERE {going}")
            connection.execute("DELETE FROM bookmark_edit WHERE bookmark NOT IN (SELECT id FROM bookmark)")
            kept = connection.execute("SELECT count(*) FROM brief WHERE deleted_at IS NOT NULL").fetchone()[0]
        for row in (*gone, *former):  # after the rows: a crash between leaves a file too many, never one too few
            files.original(self._folder, row["sha256"], FileKind(row["kind"])).unlink(missing_ok=True)
        return Emptied(len(gone), kept)

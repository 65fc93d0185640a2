"""Briefs thrown away, until the bin is emptied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.library import files
from kinu_reader.library.schema import now
from kinu_reader.model import FileKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kinu_reader.library.connection import Connections


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

    def empty(self) -> int:
        """Remove what is in the bin for good, with its files; return how many briefs that were."""
        with self._connections.write() as connection:
            gone = connection.execute("SELECT id, sha256, kind FROM brief WHERE deleted_at IS NOT NULL").fetchall()
            former = connection.execute(
                "SELECT former.sha256, kind FROM former JOIN brief ON id = brief WHERE deleted_at IS NOT NULL"
            ).fetchall()
            connection.execute("DELETE FROM brief WHERE deleted_at IS NOT NULL")
        for row in (*gone, *former):  # after the rows: a crash between leaves a file too many, never one too few
            files.original(self._folder, row["sha256"], FileKind(row["kind"])).unlink(missing_ok=True)
        return len(gone)

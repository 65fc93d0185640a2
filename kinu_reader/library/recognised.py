"""What was read off the pictures of pages, by the content of the file: it takes long to read it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kinu_reader.library.connection import Connections


class Recognised:
    """What was recognised in the files of one archive."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def pages(self, sha256: str) -> dict[int, bytes]:
        """Return what was read off a file, by page."""
        with self._connections.read() as connection:
            return dict(
                connection.execute("SELECT page, content FROM recognised WHERE sha256 = ?", (sha256,)).fetchall()
            )

    def keep(self, sha256: str, pages: Mapping[int, bytes]) -> None:
        """Keep what was read off pages of a file."""
        rows = [(sha256, page, content) for page, content in pages.items()]
        with self._connections.write() as connection:
            connection.executemany("INSERT OR REPLACE INTO recognised VALUES (?, ?, ?)", rows)

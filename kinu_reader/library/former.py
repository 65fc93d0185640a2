"""The versions of a brief that newer ones replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.model import FormerVersion

if TYPE_CHECKING:
    from kinu_reader.library.connection import Connections


class Former:
    """The former versions of the briefs of one archive."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def of(self, brief: int) -> list[FormerVersion]:
        """Return the former versions of a brief, newest first."""
        with self._connections.read() as connection:
            rows = connection.execute(
                "SELECT sha256, file, replaced_at, text IS NOT NULL AS has_text FROM former WHERE brief = ? "
                "ORDER BY replaced_at DESC, sha256",
                (brief,),
            ).fetchall()
        return [FormerVersion(row["sha256"], row["file"], row["replaced_at"], bool(row["has_text"])) for row in rows]

    def text(self, brief: int, sha256: str) -> str | None:
        """Return the text of a former version; None if there is no such version, or its text was not kept."""
        with self._connections.read() as connection:
            row = connection.execute(
                "SELECT text FROM former WHERE brief = ? AND sha256 = ?", (brief, sha256)
            ).fetchone()
        return None if row is None else row[0]

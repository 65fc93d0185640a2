"""Which briefs were read, when, and where one left off."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kinu_reader.model import Standing, Visit

if TYPE_CHECKING:
    from kinu_reader.library.connection import Connections


class Visits:
    """What was read in one archive: one visit for each brief, the last."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def note(self, brief: int, at: Standing, opened_at: str | None = None) -> bool:
        """Note where one reads in a brief opened just now, or then; tell whether it was never read before.

        A brief that is gone meanwhile is no error.
        """
        values = (brief, at.page, at.down, at.zoom, opened_at or moment(), brief)
        with self._connections.write() as connection:
            known = connection.execute("SELECT 1 FROM visit WHERE brief = ?", (brief,)).fetchone()
            written = connection.execute(
                "INSERT OR REPLACE INTO visit (brief, page, down, zoom, opened_at) "
                "SELECT ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM brief WHERE id = ?)",
                values,
            ).rowcount
        return known is None and written > 0

    def last(self, brief: int) -> Visit | None:
        """Return the last visit to a brief; None if it was never read."""
        with self._connections.read() as connection:
            row = connection.execute("SELECT * FROM visit WHERE brief = ?", (brief,)).fetchone()
        return None if row is None else Visit(brief, Standing(row["page"], row["down"], row["zoom"]), row["opened_at"])

    def forget(self) -> None:
        """Forget what was read."""
        with self._connections.write() as connection:
            connection.execute("DELETE FROM visit")


def moment() -> str:
    """Return the time in UTC as ISO 8601, to the millisecond: several briefs may be opened within a second."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")

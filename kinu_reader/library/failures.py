"""Files that could not be brought in, kept until they can or a person has seen enough of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.library.schema import now
from kinu_reader.model import Failure, FailureKind

if TYPE_CHECKING:
    from kinu_reader.library.connection import Connections


class Failures:
    """The failures of one archive, one for each path."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def put(self, failure: Failure) -> None:
        """Keep a failure until the file is imported or the failure dismissed."""
        with self._connections.write() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO failure VALUES (?, ?, ?, ?)",
                (failure.path, failure.kind, failure.detail, now()),
            )

    def all(self) -> list[Failure]:
        """Return what could not be imported, oldest first."""
        with self._connections.read() as connection:
            rows = connection.execute("SELECT path, kind, detail FROM failure ORDER BY failed_at, path").fetchall()
        return [Failure(row["path"], FailureKind(row["kind"]), row["detail"]) for row in rows]

    def dismiss(self, *paths: str) -> None:
        """Forget the failures of files."""
        with self._connections.write() as connection:
            connection.executemany("DELETE FROM failure WHERE path = ?", [(path,) for path in paths])

"""What a person corrected, so that it can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.library.keeping import put_record, record_of
from kinu_reader.library.rows import record_as_json, record_from_json
from kinu_reader.library.schema import now

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kinu_reader.library.connection import Connections
    from kinu_reader.model import Record


class Edits:
    """The corrections of one archive, newest on top. What was corrected together is one of them."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def make(self, records: Mapping[int, Record]) -> None:
        """Give briefs the records that a person wants; those they had can be had back by `undo`."""
        with self._connections.write() as connection:
            batch = connection.execute("SELECT coalesce(max(batch), 0) + 1 FROM edit").fetchone()[0]
            for id, record in records.items():
                before = record_as_json(record_of(connection, id))
                connection.execute(
                    "INSERT INTO edit (brief, before, edited_at, batch) VALUES (?, ?, ?, ?)", (id, before, now(), batch)
                )
                put_record(connection, id, record)

    def undo(self, id: int | None = None) -> list[int]:
        """Take back the last correction, of any briefs or, in one brief only, of that; return the briefs."""
        with self._connections.write() as connection:
            last = connection.execute(
                "SELECT * FROM edit WHERE brief = coalesce(?, brief) ORDER BY id DESC LIMIT 1", (id,)
            ).fetchone()
            if last is None:
                return []
            rows = connection.execute(
                "SELECT * FROM edit WHERE batch = ? AND brief = coalesce(?, brief) ORDER BY id DESC",
                (last["batch"], id),
            ).fetchall()
            for row in rows:
                put_record(connection, row["brief"], record_from_json(row["before"]))
                connection.execute("DELETE FROM edit WHERE id = ?", (row["id"],))
        return [int(row["brief"]) for row in rows]

"""What a person should look at, ordered so that one decision mends many briefs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kinu_reader.model import ToReview

if TYPE_CHECKING:
    import sqlite3

GROUPS = """
SELECT series, institute, value AS field, json_group_array(shelf.id) AS ids FROM shelf, json_each(needs_review)
GROUP BY series, institute, value ORDER BY count(*) DESC, series IS NULL, series, institute, value
"""


def groups(connection: sqlite3.Connection) -> list[ToReview]:
    """Return the briefs of one series whose same field is in doubt together, the largest group first."""
    return [
        ToReview(row["field"], row["series"], row["institute"], tuple(sorted(json.loads(row["ids"]))))
        for row in connection.execute(GROUPS)
    ]


def ordered(connection: sqlite3.Connection, ids: list[int]) -> list[int]:
    """Return briefs to review, each where the largest group that it is in stands."""
    wanted = set(ids)
    listed = dict.fromkeys(id for group in groups(connection) for id in group.briefs if id in wanted)
    return [*listed, *(id for id in ids if id not in listed)]

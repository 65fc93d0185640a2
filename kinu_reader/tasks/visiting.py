"""What was read lately, and where one left off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinu_reader.model import Filters
from kinu_reader.tasks.reading import open_brief

if TYPE_CHECKING:
    from kinu_reader.model import ArchivedBrief, Query, Standing
    from kinu_reader.tasks.archive import Archive
    from kinu_reader.tasks.reading import OpenBrief

FEW = 6  # briefs offered at once


@dataclass(frozen=True)
class Reopened:
    """A brief to read, and where one left off in it."""

    brief: OpenBrief
    left_at: Standing | None  # None if it was never read


def reopen(archive: Archive, id: int, query: Query) -> Reopened | None:
    """Return a brief with every place that answers the query; None if the archive no longer has it."""
    opened, visit = open_brief(archive, id, query), archive.library.visits.last(id)
    return None if opened is None else Reopened(opened, visit.left_at if visit else None)


def recent(archive: Archive, limit: int = FEW) -> list[ArchivedBrief]:
    """Return the briefs read last, the latest first."""
    ids = archive.library.ids(Filters(recent=True))[:limit]
    known = archive.library.briefs(ids)
    return [known[id] for id in ids if id in known]

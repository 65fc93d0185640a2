"""What an archive holds, for the sidebar: counts, and saved searches with what came in since they were looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinu_reader.model import Filters, SearchRequest
from kinu_reader.tasks.searching import answering

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kinu_reader.model import ArchivedBrief, SavedSearch
    from kinu_reader.tasks.archive import Archive


@dataclass(frozen=True)
class Holdings:
    """What there is, counted."""

    briefs: int
    to_review: int
    binned: int
    series: Mapping[str, int]
    divisions: Mapping[str, int]
    languages: Mapping[str, int]
    tags: Mapping[str, int]
    collections: Mapping[str, int]
    searches: tuple[tuple[SavedSearch, int, int], ...]  # answers, and how many of them are new
    history: tuple[str, ...]  # searches asked lately, newest first
    bookmarks: int = 0
    held: int = 0  # briefs in the bin that emptying it leaves there, for the bookmarks in them
    recent: int = 0  # briefs read lately


def holdings(archive: Archive) -> Holdings:
    """Count what the archive holds."""
    library = archive.library
    searches = []
    for saved in library.searches.saved():
        ids = answering(archive, SearchRequest(saved.text))
        searches.append((saved, len(ids), library.searches.new_since(saved.seen_at, ids)))
    return Holdings(
        library.count()[0],
        len(library.ids(Filters(needs_review=True))),
        len(library.ids(Filters(binned=True))),
        library.count_by("series"),
        library.count_by("division"),
        library.count_by("lang"),
        library.count_by("tag"),
        library.shelves.collections(),
        tuple(searches),
        tuple(library.searches.history()),
        library.bookmarks.count(),
        library.bin.held(),
        len(library.ids(Filters(recent=True))),
    )


def all_briefs(archive: Archive) -> list[ArchivedBrief]:
    """Return every brief on the shelf."""
    return list(archive.library.briefs(archive.library.ids()).values())

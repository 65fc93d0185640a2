"""A corrected brief as the pattern for its series: for those in the archive now, and for those still to come."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kinu_reader import metadata
from kinu_reader.model import Pattern, Progress, WrongValue
from kinu_reader.tasks.archive import catch_up
from kinu_reader.tasks.editing import preview

if TYPE_CHECKING:
    from collections.abc import Collection

    from kinu_reader.model import ArchivedBrief, Difference, Record
    from kinu_reader.tasks.archive import Archive


def pattern_from(archive: Archive, id: int, fields: Collection[str] = metadata.PATTERNED) -> Pattern:
    """Return what a person typed in these fields of a brief as a pattern, added to that set for its series before.

    Raises:
        WrongValue: naming the field "series" if the brief has none, "pattern" if nothing typed may be said of others.
    """
    brief = archive.library.brief(id)
    read = {field: archive.library.edits.read_under(id, field) for field in ("series", "institute")}
    pattern = metadata.pattern_of(brief.record, read["series"], read["institute"], fields) if brief else None
    if pattern is None:
        raise WrongValue("series", "")
    if not pattern.given:
        raise WrongValue("pattern", "")
    return next(
        (_added(kept, pattern) for kept in archive.library.edits.patterns() if kept.name == pattern.name), pattern
    )


def foreseen(archive: Archive, pattern: Pattern) -> list[Difference]:
    """Return what a pattern would change in the briefs that are in the archive."""
    return preview(archive, archive.library.ids(), partial(_following, pattern))


def set_pattern(archive: Archive, pattern: Pattern, progress: Progress = Progress()) -> list[ArchivedBrief]:
    """Keep a pattern for what is imported from now on, and follow it in the archive: one edit to undo.

    Returns the briefs that it changed.
    """
    ids = list(dict.fromkeys(difference.brief for difference in foreseen(archive, pattern)))
    archive.library.edits.make(dict.fromkeys(ids, partial(_following, pattern)), pattern=pattern)
    catch_up(archive, progress)
    return list(archive.library.briefs(ids).values())


def _following(pattern: Pattern, record: Record) -> Record:
    return metadata.follow([pattern], record)


def _added(kept: Pattern, new: Pattern) -> Pattern:
    series = tuple(dict.fromkeys((*kept.series, *new.series)))
    institutes = tuple(dict.fromkeys((*kept.institutes, *new.institutes)))
    return Pattern(new.name, series, institutes, {**kept.given, **new.given})

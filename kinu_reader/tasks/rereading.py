"""Records read anew after a profile has changed: what would be different, and as much of it as a person wants."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from kinu_reader import extract
from kinu_reader.model import USER, Brief, Progress, Step, UnreadableFile, Work, restated, typed
from kinu_reader.tasks.archive import catch_up
from kinu_reader.tasks.cataloguing import own_profiles, understood
from kinu_reader.tasks.editing import differences
from kinu_reader.tasks.importing import default_jobs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kinu_reader.model import ArchivedBrief, Difference, Record
    from kinu_reader.tasks.archive import Archive


@dataclass(frozen=True)
class Rereading:
    """What the records of some briefs would say if they were read now; nothing is changed yet."""

    differences: tuple[Difference, ...] = ()
    unread: tuple[int, ...] = ()  # briefs whose files cannot be read


def reread(
    archive: Archive, ids: Sequence[int], progress: Progress = Progress(), *, jobs: int | None = None
) -> Rereading:
    """Read the files of briefs again and compare the records; the sizes of type that profiles go by are not kept.

    Raises:
        Cancelled: if asked to stop.
    """
    known = list(archive.library.briefs(ids).values())
    own = own_profiles(archive)
    found: list[Difference] = []
    unread: list[int] = []
    for done, (brief, reading) in enumerate(_readings(archive, known, progress, jobs or default_jobs())):
        progress.step(Step(done, len(known), brief.record.title or brief.file, len(unread), Work.REREAD))
        if isinstance(reading, Brief):
            _, record = understood(replace(reading, name=brief.file), own)
            found += differences(brief.id, brief.record, restated(record, typed(brief.record)))
        else:
            unread.append(brief.id)
    progress.step(Step(len(known), len(known), "", len(unread), Work.REREAD))
    return Rereading(tuple(found), tuple(unread))


def accept(archive: Archive, chosen: Iterable[Difference], progress: Progress = Progress()) -> list[ArchivedBrief]:
    """Change records as they were newly read; what a person typed meanwhile stays. It is one edit to undo."""
    by_brief: dict[int, list[Difference]] = {}
    for difference in chosen:
        by_brief.setdefault(difference.brief, []).append(difference)
    archive.library.edits.make({id: partial(_as_read, listed) for id, listed in by_brief.items()})
    catch_up(archive, progress)
    return list(archive.library.briefs(list(by_brief)).values())


def _as_read(listed: Iterable[Difference], record: Record) -> Record:
    free = [difference for difference in listed if record.provenance.get(difference.field) != USER]
    return restated(record, {difference.field: difference.after for difference in free})


def _readings(
    archive: Archive, briefs: Sequence[ArchivedBrief], progress: Progress, jobs: int
) -> Iterator[tuple[ArchivedBrief, Brief | UnreadableFile]]:
    """Yield each brief with what its file says now, with what was read off the pictures of its pages before."""
    pictured = {brief.id: pages for brief in briefs if (pages := archive.library.recognised.pages(brief.sha256))}
    plain = [brief for brief in briefs if brief.id not in pictured]
    with extract.Readers(jobs) as readers:
        progress.when_cancelled(readers.stop)
        files = [archive.library.original(brief.sha256, brief.kind) for brief in plain]
        yield from zip(plain, readers.read_all(files), strict=True)
    if not pictured:
        return
    with extract.Recogniser() as recogniser:
        progress.when_cancelled(recogniser.close)
        for brief in briefs:
            if brief.id in pictured:
                try:
                    file = archive.library.original(brief.sha256, brief.kind)
                    yield brief, recogniser.brief(file, pictured[brief.id])
                except UnreadableFile as error:
                    yield brief, error

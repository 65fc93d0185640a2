"""Is an archive as it should be? What can be mended without losing anything is mended on demand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kinu_reader import extract, library
from kinu_reader.model import ArchiveProblem, ArchiveUnusable, Brief, Problem, ProblemKind, Progress, Step, Work
from kinu_reader.tasks.anchoring import reanchor
from kinu_reader.tasks.archive import catch_up, index_is_current
from kinu_reader.tasks.cataloguing import own_profiles, understood
from kinu_reader.tasks.recognising import recognise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kinu_reader.model import ArchivedBrief, Page, Passage
    from kinu_reader.tasks.archive import Archive

READ_SECONDS = 60.0  # for one file that is read anew


def check(archive: Archive, progress: Progress = Progress(), *, repair: bool = False) -> list[Problem]:
    """Return what is not as it should be; nothing is ever deleted but what a broken copy has left.

    Raises:
        Cancelled: if asked to stop.
    """
    try:
        faults = archive.library.checking.faults()
    except ArchiveUnusable as error:
        if error.problem is not ArchiveProblem.DAMAGED:
            raise
        faults = [error.detail]
    if faults:  # what else the catalogue says cannot be relied on
        return damage(archive.library.folder, faults)
    return [
        *_originals(archive, progress, repair),
        *_astray(archive, repair),
        *_texts(archive, progress, repair),
        *_index(archive, progress, repair),
    ]


def damage(folder: Path, faults: Sequence[str]) -> list[Problem]:
    """Return the damage of a catalogue with the newest copy kept of it; whether to use that, a person decides."""
    copies = [copy.name for copy in library.kept_copies(folder)]
    return [Problem(ProblemKind.CATALOGUE, fault, detail=next(iter(copies), "")) for fault in faults]


def _originals(archive: Archive, progress: Progress, repair: bool) -> Iterator[Problem]:
    """Read every original and compare it with its name; one that is another file now makes room for the right one."""
    checking = archive.library.checking
    originals = checking.originals()
    for done, original in enumerate(originals):
        progress.step(Step(done, len(originals), original.file, work=Work.CHECK))
        if original.path is None:
            if original.needed:
                yield Problem(ProblemKind.MISSING_FILE, original.file)
        elif extract.fingerprint(original.path) != original.sha256:
            aside = str(checking.put_aside(original.path)) if repair else ""
            yield Problem(ProblemKind.CHANGED_FILE, original.file, detail=aside)
    progress.step(Step(len(originals), len(originals), work=Work.CHECK))


def _astray(archive: Archive, repair: bool) -> Iterator[Problem]:
    """Find files of no brief, which are put aside, and what broken copies have left, which is nothing's only copy."""
    checking, folder = archive.library.checking, archive.library.folder
    for path in checking.strays():
        aside = str(checking.put_aside(path)) if repair else ""
        yield Problem(ProblemKind.STRAY_FILE, path.relative_to(folder).as_posix(), repair, aside)
    for path in checking.leftovers():
        if repair:
            path.unlink(missing_ok=True)
        yield Problem(ProblemKind.LEFTOVER, path.relative_to(folder).as_posix(), repair)


def _texts(archive: Archive, progress: Progress, repair: bool) -> Iterator[Problem]:
    """Find briefs whose pages or passages do not fit their text; reading their file anew mends them."""
    library = archive.library
    briefs = library.briefs(sorted({original.brief for original in library.checking.originals()}))
    for done, brief in enumerate(briefs.values()):
        progress.step(Step(done, len(briefs), brief.file, work=Work.CHECK))
        if not fits(library.text(brief.id), library.page_bounds(brief.id), library.passages(brief.id)):
            yield Problem(ProblemKind.TEXT, brief.file, repair and _read_anew(archive, brief))


def fits(text: str, pages: Sequence[Page], passages: Sequence[Passage]) -> bool:
    """Tell whether pages lie within a text, and passages in it one after the other."""
    numbers = [page.number for page in pages]
    within = all(0 <= page.start <= page.end <= len(text) for page in pages)
    starts = [0, *(passage.end for passage in passages)]
    in_order = all(
        passage.number == at and starts[at] <= passage.start < passage.end <= len(text) and passage.page in numbers
        for at, passage in enumerate(passages)
    )
    return within and in_order and numbers == list(range(1, len(pages) + 1))


def _read_anew(archive: Archive, brief: ArchivedBrief) -> bool:
    """Read the file of a brief once more, keeping what a person typed; tell whether it can be read."""
    library = archive.library
    with extract.Readers(1, READ_SECONDS) as readers:
        (reading,) = readers.read_all([library.original(brief.sha256, brief.kind)])
    if not isinstance(reading, Brief):
        return False
    library.reread(brief.id, *understood(replace(reading, name=brief.file), own_profiles(archive)))
    reanchor(library)
    if library.recognised.pages(brief.sha256):  # what was read off its pictures is kept, and put in again
        recognise(archive, [brief.id])
    return True


def _index(archive: Archive, progress: Progress, repair: bool) -> Iterator[Problem]:
    if not index_is_current(archive):
        if repair:
            catch_up(archive, progress)
        yield Problem(ProblemKind.INDEX, "index", repair)

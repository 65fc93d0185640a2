"""Text for pages that are pictures, or whose fonts say nothing: read off by Tesseract, on demand or at import."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kinu_reader import extract
from kinu_reader.model import UNSEEN, Progress, Step, Work
from kinu_reader.tasks.anchoring import reanchor
from kinu_reader.tasks.archive import catch_up
from kinu_reader.tasks.cataloguing import own_profiles, understood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.model import ArchivedBrief
    from kinu_reader.tasks.archive import Archive


def unseen_pages(archive: Archive, id: int) -> list[int]:
    """Return the pages of a brief whose text a search cannot see."""
    return [page.number for page in archive.library.page_bounds(id) if page.state in UNSEEN]


def recognise(archive: Archive, ids: Sequence[int], progress: Progress = Progress()) -> list[ArchivedBrief]:
    """Read the pages without text of some briefs; return those that were read. What was read once is kept.

    Raises:
        UnreadableFile: if Tesseract fails on a page; the briefs before it keep their text.
    """
    read = []
    with extract.Recogniser() as recogniser:
        progress.when_cancelled(recogniser.close)
        for done, id in enumerate(ids):
            brief = archive.library.brief(id)
            pages = unseen_pages(archive, id)
            if brief is None or not pages:
                continue
            progress.step(Step(done, len(ids), brief.record.title or brief.file, work=Work.OCR))
            _recognise(archive, recogniser, brief, pages, progress)
            read.append(id)
    catch_up(archive)
    return list(archive.library.briefs(read).values())


def _recognise(
    archive: Archive, recogniser: extract.Recogniser, brief: ArchivedBrief, pages: list[int], progress: Progress
) -> None:
    file = archive.library.original(brief.sha256, brief.kind)
    kept = archive.library.recognised.pages(brief.sha256)
    for done, page in enumerate(pages):
        progress.step(Step(done, len(pages), brief.record.title or brief.file, work=Work.OCR))
        if page not in kept:
            kept[page] = recogniser.page(file, page)
            archive.library.recognised.keep(brief.sha256, {page: kept[page]})
    reading = replace(recogniser.brief(file, kept), name=brief.file)
    archive.library.reread(brief.id, *understood(reading, own_profiles(archive)))
    reanchor(archive.library)

"""The open archive of a window and the work that goes on in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from kinu_reader.extract import Painter
from kinu_reader.model import ArchivedBrief, Change, Failure, SearchResult, Step
from kinu_reader.tasks.archive import catch_up, open_archive
from kinu_reader.tasks.citing import citations, styles
from kinu_reader.tasks.editing import delete, edit, undelete, undo
from kinu_reader.tasks.holdings import Holdings, holdings
from kinu_reader.tasks.importing import import_files
from kinu_reader.tasks.reading import open_brief
from kinu_reader.tasks.recognising import recognise
from kinu_reader.tasks.searching import Facets, WhyNot, all_hits, explain, facets, search, similar
from kinu_reader.tasks.understanding import warm_up
from kinu_reader.ui.jobs import Jobs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from kinu_reader.cite import Cited, StyleInfo
    from kinu_reader.extract import Picture
    from kinu_reader.library import Library
    from kinu_reader.model import Hit, Pinpoint, Progress, Query, SearchRequest
    from kinu_reader.tasks.archive import Archive
    from kinu_reader.tasks.reading import OpenBrief
    from kinu_reader.ui.jobs import Job
    from kinu_reader.ui.reader.document import OpenDocument

T = TypeVar("T")


class Session(QObject):
    """Asks tasks in worker threads; everything comes back as a signal or a call on the main thread."""

    opened = Signal(str)  # the folder of the archive, which can be searched from now on
    held = Signal(Holdings)
    failures_known = Signal(list)
    answered = Signal(SearchResult)
    work_began = Signal(Step)
    work_went_on = Signal(Step)
    work_ended = Signal(object)  # a Change, or None after indexing
    edited = Signal(ArchivedBrief)  # by a person, or its last edit was taken back
    troubled = Signal(Exception)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = Jobs(self)
        self._painter = Painter()
        self._archive: Archive | None = None
        self._work: Job | None = None
        self._request: SearchRequest | None = None
        self._searching = False

    @property
    def is_open(self) -> bool:
        """Whether there is an archive."""
        return self._archive is not None

    def close(self) -> None:
        """Stop all work, which loses nothing, and close the archive."""
        self._painter.close()
        self._jobs.close()
        if self._archive is not None:
            self._archive.close()
            self._archive = None

    # -- archive and import

    def open(self, folder: Path, then: Sequence[Path] = ()) -> None:
        """Open an archive, or make one, and import files into it."""

        def opened(archive: Archive) -> None:
            before, self._archive = self._archive, archive
            if before is not None:
                before.close()
            self.opened.emit(str(folder))
            self._failing(self._jobs.read(lambda _: warm_up(), lambda _: None))
            self._begin(lambda progress: catch_up(archive, progress), lambda _: self._ended(None))
            if then:
                self._begin(lambda progress: import_files(archive, then, progress), self._ended_quietly)

        self._failing(self._jobs.write(lambda _: open_archive(folder, create=True), opened))

    def import_files(self, paths: Sequence[Path], password: str | None = None) -> None:
        """Import files and folders; a password opens those that ask for one."""
        archive = self._archive
        if archive is not None:
            self._begin(lambda progress: import_files(archive, paths, progress, password=password), self._ended)

    def recognise(self, brief: int) -> None:
        """Read the pages of a brief that have no text."""
        archive = self._archive

        def done(read: list[ArchivedBrief]) -> None:
            self._ended(None)
            for known in read:
                self.edited.emit(known)

        if archive is not None:
            self._begin(lambda progress: recognise(archive, [brief], progress), done)

    def pause(self, pause: bool) -> None:
        """Hold the work under way, or let it go on."""
        if self._work is not None:
            (self._work.progress.pause if pause else self._work.progress.resume)()

    def cancel(self) -> None:
        """Stop the work under way; what it has done stays."""
        if self._work is not None:
            self._work.progress.cancel()

    def dismiss(self, path: str) -> None:
        """Take a failure off the list."""
        self._change(lambda library: library.dismiss_failure(path))

    def recount(self) -> None:
        """Tell anew what the archive holds and what could not be read."""
        archive = self._archive
        if archive is None:
            return

        def counted(both: tuple[Holdings, list[Failure]]) -> None:
            self.held.emit(both[0])
            self.failures_known.emit(both[1])

        self._failing(self._jobs.read(lambda _: (holdings(archive), archive.library.failures()), counted))

    def _begin(self, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        job = self._jobs.write(work, done)
        began = False

        def went_on(step: Step) -> None:
            nonlocal began
            (self.work_went_on if began else self.work_began).emit(step)
            began = True
            self._work = job

        job.progressed.connect(went_on)
        job.cancelled.connect(lambda: self._ended(None))
        job.failed.connect(lambda _: self._ended(None))
        self._failing(job)

    def _ended(self, change: object) -> None:
        self._work = None
        self.work_ended.emit(change if isinstance(change, Change) else None)
        self.recount()

    def _ended_quietly(self, change: object) -> None:
        """Tell only what is new: nobody asked for this import just now."""
        news = isinstance(change, Change) and (change.added or change.updated or change.failed)
        self._ended(change if news else None)

    def _failing(self, job: Job) -> None:
        job.failed.connect(self.troubled)

    def edit(self, brief: int, field: str, text: str) -> None:
        """Give a field of a brief another value."""
        self._edit(lambda archive: edit(archive, brief, {field: text}))

    def undo_edit(self) -> None:
        """Take the last edit back."""
        self._edit(undo)

    def delete(self, brief: int) -> None:
        """Put a brief into the bin."""
        self._rearrange(lambda archive: delete(archive, [brief]))

    def undelete(self, brief: int) -> None:
        """Put a brief back on the shelf."""
        self._rearrange(lambda archive: undelete(archive, [brief]))

    def empty_bin(self) -> None:
        """Remove what is in the bin for good."""
        self._rearrange(lambda archive: archive.library.empty_bin())

    def _rearrange(self, work: Callable[[Archive], object]) -> None:
        archive = self._archive
        if archive is not None:
            self._failing(self._jobs.write(lambda _: work(archive), lambda _: self._ended(None)))

    def _edit(self, work: Callable[[Archive], ArchivedBrief | None]) -> None:
        archive = self._archive

        def done(brief: ArchivedBrief | None) -> None:
            if brief is not None:
                self.edited.emit(brief)
                self.recount()

        if archive is not None:
            self._failing(self._jobs.write(lambda _: work(archive), done))

    # -- searches that are kept

    def save_search(self, text: str) -> None:
        """Keep a search."""
        self._change(lambda library: library.searches.save(text))

    def forget_search(self, id: int) -> None:
        """Keep a search no longer."""
        self._change(lambda library: library.searches.forget(id))

    def see_search(self, text: str) -> None:
        """Note that the results of a search are looked at, and put it on top of the history."""

        def seen(library: Library) -> None:
            library.searches.see(text)
            library.searches.remember(text)

        self._change(seen)

    def _change(self, act: Callable[[Library], None]) -> None:
        """Write something small into the catalogue and tell what it holds now."""
        archive = self._archive
        if archive is not None:
            self._failing(self._jobs.write(lambda _: act(archive.library), lambda _: self.recount()))

    # -- search and reading

    def search(self, request: SearchRequest) -> None:
        """Answer a request, unless a newer one comes first."""
        self._request = request
        if not self._searching:
            self._search_newest()

    def _search_newest(self) -> None:
        archive, request = self._archive, self._request
        if archive is None or request is None:
            return
        self._request, self._searching = None, True

        def ended() -> None:
            self._searching = False
            self._search_newest()

        job = self._jobs.read(lambda _: search(archive, request), self._on_result)
        job.ended.connect(ended)
        self._failing(job)

    def _on_result(self, result: SearchResult) -> None:
        if self._request is None:  # else a newer request waits, and this answer is stale
            self.answered.emit(result)

    def count_facets(self, request: SearchRequest, done: Callable[[Facets], None]) -> None:
        """Count what the answers to a request have in common."""
        archive = self._archive
        if archive is not None:
            self._failing(self._jobs.read(lambda _: facets(archive, request), done))

    def find_similar(self, brief: int, passage: int, done: Callable[[SearchResult], None]) -> None:
        """Find briefs like a passage."""
        archive = self._archive
        if archive is not None:
            self._failing(self._jobs.read(lambda _: similar(archive, brief, passage), done))

    def explain(self, request: SearchRequest, brief: int, done: Callable[[WhyNot], None]) -> None:
        """Find out why a brief does not answer."""
        archive = self._archive
        if archive is not None:
            self._failing(self._jobs.read(lambda _: explain(archive, request, brief), done))

    def list_briefs(self, done: Callable[[list[ArchivedBrief]], None]) -> None:
        """List every brief."""
        archive = self._archive
        if archive is not None:
            library = archive.library
            self._failing(self._jobs.read(lambda _: list(library.briefs(library.ids()).values()), done))

    def hits_of(self, request: SearchRequest, brief: int, done: Callable[[list[Hit]], None]) -> None:
        """Find all passages of one brief."""
        archive = self._archive
        if archive is not None:
            self._failing(self._jobs.read(lambda _: all_hits(archive, request, brief), done))

    def read_brief(self, brief: int, query: Query, done: Callable[[OpenBrief | None], None]) -> None:
        """Open a brief with all its hits."""
        archive = self._archive
        if archive is not None:
            self._failing(self._jobs.read(lambda _: open_brief(archive, brief, query), done))

    def cite(self, brief: int, style: str, place: Pinpoint | None, done: Callable[[Cited | None], None]) -> None:
        """Cite a brief, at a place in it if one is given."""
        archive = self._archive
        if archive is not None:
            work = partial(citations, archive, [brief], style, place=place)
            self._failing(self._jobs.read(lambda _: next(iter(work()), None), done))

    def list_styles(self, done: Callable[[list[StyleInfo]], None]) -> None:
        """List the citation styles."""
        self._failing(self._jobs.read(lambda _: styles(), done))

    def paint(self, document: OpenDocument, page: int, width: int, night: tuple[str, str] | None) -> Picture:
        """Draw a page; called in the reader's own thread."""
        return self._painter.paint(document.path, document.kind, page, width, night)

"""The open archive of a window and the work that goes on in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from kinu_reader.extract import Painter
from kinu_reader.model import ArchivedBrief, Change, Failure, Restored, SearchResult, Step
from kinu_reader.tasks.archive import catch_up, open_archive
from kinu_reader.tasks.backing_up import restore
from kinu_reader.tasks.editing import delete, edit, undelete
from kinu_reader.tasks.holdings import Holdings, holdings
from kinu_reader.tasks.importing import import_files
from kinu_reader.tasks.reading import outline
from kinu_reader.tasks.recognising import recognise
from kinu_reader.tasks.searching import search
from kinu_reader.tasks.understanding import warm_up
from kinu_reader.tasks.undoing import Undone, redo, undo
from kinu_reader.ui.jobs import Jobs
from kinu_reader.ui.reader.printing import print_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter

    from kinu_reader.extract import Heading, Picture
    from kinu_reader.model import Progress, SearchRequest
    from kinu_reader.tasks.archive import Archive
    from kinu_reader.tasks.reading import OpenBrief
    from kinu_reader.ui.jobs import Job
    from kinu_reader.ui.reader.document import OpenDocument

T = TypeVar("T")
REST_MS = 3000  # without a search, after which the index may leave the memory


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
    kept = Signal(list)  # bookmarks that are others now, or thrown away
    binned = Signal(list)  # briefs that were put into the bin
    troubled = Signal(Exception)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = Jobs(self)
        self._painter = Painter()
        self._archive: Archive | None = None
        self._work: Progress | None = None  # of the work that is shown
        self._request: SearchRequest | None = None
        self._searching = False
        self.rest = QTimer(self, singleShot=True, interval=REST_MS)
        self.rest.timeout.connect(lambda: self.ask(lambda archive: archive.index.rest(), lambda _: None))

    @property
    def is_open(self) -> bool:
        """Whether there is an archive."""
        return self._archive is not None

    def close(self) -> None:
        """Stop all work, which loses nothing, and close the archive."""
        self.rest.stop()
        self._painter.close()
        self._jobs.close()
        if self._archive is not None:
            self._archive.close()
            self._archive = None

    # -- any task

    def ask(self, work: Callable[[Archive], T], done: Callable[[T], None]) -> None:
        """Do work that changes nothing; `done` gets its result. Without an archive nothing happens."""
        archive = self._archive
        if archive is not None:
            self._failing(self._jobs.read(lambda _: work(archive), done))

    def act(self, work: Callable[[Archive], T], done: Callable[[T], None] = lambda _: None) -> None:
        """Do work that changes something small, after all earlier such work; what the archive holds is told anew."""
        archive = self._archive

        def finished(result: T) -> None:
            done(result)
            self.recount()

        if archive is not None:
            self._failing(self._jobs.write(lambda _: work(archive), finished))

    def note(self, work: Callable[[Archive], T], done: Callable[[T], None] = lambda _: None) -> None:
        """Do a small write that nobody asked for, after all earlier ones; if it cannot be done nothing is said."""
        archive = self._archive
        if archive is not None:
            self._jobs.write(lambda _: work(archive), done)

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

    def import_quietly(self, paths: Sequence[Path], done: Callable[[Change], None]) -> None:
        """Import files that nobody asked for just now, telling only what is new."""
        archive = self._archive

        def ended(change: Change) -> None:
            self._ended_quietly(change)
            done(change)

        if archive is not None:
            self._begin(lambda progress: import_files(archive, paths, progress), ended)

    def run(self, work: Callable[[Archive, Progress], T], done: Callable[[T], None]) -> None:
        """Do long work on the archive, showing how far it is; `done` gets its result."""
        archive = self._archive

        def ended(result: T) -> None:
            self._ended(None)
            done(result)

        if archive is not None:
            self._begin(lambda progress: work(archive, progress), ended)

    def restore(self, file: Path, folder: Path) -> None:
        """Put an archive back from a backup, and open it."""

        def ended(restored: Restored) -> None:
            self._ended(None)
            self.open(restored.folder)

        self._begin(lambda progress: restore(file, folder, progress), ended)

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
            (self._work.pause if pause else self._work.resume)()

    def cancel(self) -> None:
        """Stop the work under way; what it has done stays."""
        if self._work is not None:
            self._work.cancel()

    def dismiss(self, paths: Sequence[str]) -> None:
        """Take failures off the list."""
        self.act(lambda archive: archive.library.failures.dismiss(*paths))

    def recount(self) -> None:
        """Tell anew what the archive holds and what could not be read."""

        def counted(both: tuple[Holdings, list[Failure]]) -> None:
            self.held.emit(both[0])
            self.failures_known.emit(both[1])

        self.ask(lambda archive: (holdings(archive), archive.library.failures.all()), counted)

    def _begin(self, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        job = self._jobs.write(work, done)
        began, progress = False, job.progress

        def went_on(step: Step) -> None:
            nonlocal began
            (self.work_went_on if began else self.work_began).emit(step)
            began = True
            self._work = progress

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

    # -- what a person changes

    def edit(self, brief: int, field: str, text: str) -> None:
        """Give a field of a brief another value."""
        self.act(lambda archive: edit(archive, [brief], {field: text}), self.show_edited)

    def undo_edit(self) -> None:
        """Take the last edit back."""
        self.act(undo, self._show_undone)

    def redo_edit(self) -> None:
        """Do again what was taken back."""
        self.act(redo, self._show_undone)

    def _show_undone(self, undone: Undone) -> None:
        self.show_edited(undone.briefs)
        if undone.bookmarks:
            self.kept.emit(list(undone.bookmarks))

    def show_edited(self, briefs: Sequence[ArchivedBrief]) -> None:
        """Tell that these briefs are others now."""
        for brief in briefs:
            self.edited.emit(brief)

    def delete(self, briefs: Sequence[int]) -> None:
        """Put briefs into the bin."""

        def done(_: None) -> None:
            self.work_ended.emit(None)
            self.binned.emit(list(briefs))

        self.act(lambda archive: delete(archive, briefs), done)

    def undelete(self, briefs: Sequence[int]) -> None:
        """Put briefs back on the shelf."""
        self.act(lambda archive: undelete(archive, briefs), lambda _: self.work_ended.emit(None))

    def empty_bin(self) -> None:
        """Remove what is in the bin for good."""
        self.act(lambda archive: archive.library.bin.empty(), lambda _: self.work_ended.emit(None))

    def see_search(self, text: str) -> None:
        """Note that the results of a search are looked at, and put it on top of the history."""

        def seen(archive: Archive) -> None:
            archive.library.searches.see(text)
            archive.library.searches.remember(text)

        self.act(seen)

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
            self.rest.start()
            self._search_newest()

        job = self._jobs.read(lambda _: search(archive, request), self._on_result)
        job.ended.connect(ended)
        self._failing(job)

    def _on_result(self, result: SearchResult) -> None:
        if self._request is None:  # else a newer request waits, and this answer is stale
            self.answered.emit(result)

    def outline(self, opened: OpenBrief, done: Callable[[tuple[Heading, ...]], None]) -> None:
        """Read the outline of a brief."""
        self._failing(self._jobs.read(lambda _: outline(self._painter, opened), done))

    def print_pages(self, document: OpenDocument, printer: QPrinter) -> None:
        """Print pages; whatever else is asked for goes on meanwhile."""
        self._failing(self._jobs.read(partial(print_pages, self.paint, document, printer), lambda _: None))

    def paint(self, document: OpenDocument, page: int, width: int, night: tuple[str, str] | None) -> Picture:
        """Draw a page; called in the reader's own thread."""
        return self._painter.paint(document.path, document.kind, page, width, night)

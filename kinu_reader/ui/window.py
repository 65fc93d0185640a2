"""The main window: lays its parts out and connects them. What they do is their own business."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from kinu_reader.model import Filters, SearchRequest
from kinu_reader.paths import default_archive, resource, sample_archive
from kinu_reader.ui.details import Details
from kinu_reader.ui.first_start import FirstStart
from kinu_reader.ui.import_panel import ImportPanel
from kinu_reader.ui.reader import Reader
from kinu_reader.ui.reading import Reading
from kinu_reader.ui.results import ResultsPanel
from kinu_reader.ui.session import Session
from kinu_reader.ui.sidebar import Sidebar
from kinu_reader.ui.status import Status
from kinu_reader.ui.top_bar import TopBar
from kinu_reader.ui.wording import error_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from kinu_reader.model import SearchResult
    from kinu_reader.ui.appearance import Appearance
    from kinu_reader.ui.results.model import Row

PAGE = 15  # answers asked for at a time: more than a screen, little enough to lay out at once
SIDEBAR, RESULTS, DETAILS = 192, 384, 276  # px at 1440
FILE_PATTERNS = "*.pdf *.txt *.md"


class Window(QMainWindow):
    """Sidebar, results, reader and details, under the bar and above the work."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setWindowTitle("Kinu Reader")
        self._appearance = appearance
        theme = appearance.theme
        self._request = SearchRequest("", limit=PAGE)
        self._place = ""  # chosen in the sidebar, in words
        self.session = Session(self)
        self.top = TopBar(theme)
        self.first = FirstStart(theme)
        self.sidebar = Sidebar(theme)
        self.results = ResultsPanel(theme)
        self.reader = Reader(self.session.paint, theme)
        self.details = Details(theme)
        self.work = ImportPanel(theme)
        self.status = Status()
        self.reading = Reading(self.session, self.reader, self.details, self)
        self._arrange()
        self._connect()
        self._add_keys()
        self.setAcceptDrops(True)
        self._restore()

    def open_archive(self, folder: Path, then: Sequence[Path] = ()) -> None:
        """Open an archive, or make one, and import files into it."""
        self.session.open(folder, then)

    def open_sample(self) -> None:
        """Open the archive of the sample briefs, making it at first."""
        self.open_archive(sample_archive(), [resource("samples")])

    # -- layout

    def _arrange(self) -> None:
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        for pane in (self.sidebar, self.results, self.reader, self.details):
            self._panes.addWidget(pane)
        self._panes.setChildrenCollapsible(False)
        self._panes.setHandleWidth(1)
        self._panes.setStretchFactor(2, 1)
        self.results.setMinimumWidth(280)
        self.reader.setMinimumWidth(320)
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.top, self._panes, self.work, self.status):
            column.addWidget(part, 1 if part is self._panes else 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.first)
        self._stack.addWidget(main)
        self.setCentralWidget(self._stack)

    def _restore(self) -> None:
        settings = self._appearance.settings
        room = self.screen().availableSize()
        self.setMinimumSize(880, 560)
        self.resize(QSize(settings.width, settings.height).boundedTo(room))
        wide, narrow = self.width() >= 2000, self.width() < 1360
        results = 440 if wide else 344 if narrow else RESULTS
        details = 320 if wide else 248 if narrow else DETAILS
        self._panes.setSizes([SIDEBAR, results, self.width() - SIDEBAR - results - details, details])
        self.sidebar.setVisible(settings.sidebar)
        self.details.setVisible(settings.details)
        self.reader.show_panes(settings.sidebar, settings.details)
        self._show_choices()

    # -- connections

    def _connect(self) -> None:
        self._connect_bars()
        session, results = self.session, self.results
        session.opened.connect(self._on_opened)
        session.held.connect(self.sidebar.show_holdings)
        session.held.connect(self.status.show_holdings)
        session.failures_known.connect(self.work.show_failures)
        session.failures_known.connect(lambda failures: self.status.show_failures(len(failures)))
        session.answered.connect(self._on_answer)
        session.work_began.connect(self.work.start)
        session.work_went_on.connect(self.work.show_step)
        session.work_ended.connect(self._on_work_ended)
        session.troubled.connect(self._on_trouble)
        self.sidebar.chosen.connect(self._on_place)
        results.sort_chosen.connect(lambda sort: self._ask(sort=sort))
        results.import_asked.connect(self._ask_folder)
        results.clear_asked.connect(self._search_everything)
        results.view.chosen.connect(self.reading.read)
        results.view.more_of.connect(self._on_more_of)
        results.view.rows.more_wanted.connect(self._on_more_wanted)
        results.view.entered_reader.connect(lambda: self.reader.setFocus(Qt.FocusReason.OtherFocusReason))
        results.view.left.connect(self._to_search)
        self.reader.left_document.connect(results.view.walk_brief)

    def _connect_bars(self) -> None:
        top, search = self.top, self.top.search
        search.asked.connect(lambda text: self._ask(text=text))
        search.walked.connect(self.results.view.walk)
        search.left.connect(lambda: self.results.view.setFocus(Qt.FocusReason.OtherFocusReason))
        top.open_asked.connect(self._ask_archive)
        top.sample_asked.connect(self.open_sample)
        top.import_folder_asked.connect(self._ask_folder)
        top.import_files_asked.connect(self._ask_files)
        for menus in (top, self.first):
            menus.theme_menu.chosen.connect(self._appearance.use_theme)
            menus.language_menu.chosen.connect(self._appearance.use_language)
        self._appearance.changed.connect(self._show_choices)
        self.first.import_asked.connect(self._ask_folder)
        self.first.open_asked.connect(self._ask_archive)
        self.first.sample_asked.connect(self.open_sample)
        self.work.paused.connect(self.session.pause)
        self.work.cancelled.connect(self.session.cancel)
        self.work.dismissed.connect(self.session.dismiss)
        self.work.closed.connect(self.work.hide)
        self.status.failures_asked.connect(self.work.show)
        self.reader.sidebar_toggled.connect(self._show_sidebar)
        self.reader.details_toggled.connect(self._show_details)

    def _add_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+L": self._to_search,
            "F3": lambda: self.reader.next_hit.emit(),
            "Shift+F3": lambda: self.reader.previous_hit.emit(),
            "Ctrl+O": self._ask_folder,
            "Ctrl+Shift+O": self._ask_files,
            "F9": lambda: self._show_sidebar(self.sidebar.isHidden()),
            "Ctrl+I": lambda: self._show_details(self.details.isHidden()),
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)
        leave = QShortcut(QKeySequence("Esc"), self.reader)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(lambda: self.results.view.setFocus(Qt.FocusReason.OtherFocusReason))

    # -- asking

    def _ask(self, **changes: object) -> None:
        """Search anew with something changed."""
        self._request = replace(self._request, offset=0, **changes)  # type: ignore[arg-type]
        self.session.search(self._request)

    def _on_place(self, filters: Filters, name: str) -> None:
        self._place = name
        self._ask(filters=filters)

    def _search_everything(self) -> None:
        if self._place:
            self.sidebar.choose_all()
        else:
            self.top.search.clear()

    def _to_search(self) -> None:
        self.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.search.selectAll()

    def _on_more_wanted(self, offset: int) -> None:
        self.session.search(replace(self._request, offset=offset))

    def _on_more_of(self, row: Row) -> None:
        if row.answer is not None:
            id = row.answer.brief.id
            self.session.hits_of(self._request, id, lambda hits: self.results.view.rows.expand(id, hits))

    # -- hearing

    def _on_opened(self, folder: str) -> None:
        self._appearance.remember(archive=folder)
        self._stack.setCurrentIndex(1)
        self.reading.close()
        self.top.show_archive(Path(folder).name)
        self.first.show_problem("")
        self.session.recount()
        self.top.search.clear()
        self.sidebar.choose_all()
        self._ask(text="", filters=Filters())
        self.top.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_answer(self, result: SearchResult) -> None:
        if result.request.offset:
            self.results.view.rows.append(result.answers)
            return
        self.reading.follow(result.query)
        self.results.show_result(result, filter_words=self._place)
        self.status.show_result(result)

    def _on_work_ended(self, change: object) -> None:
        self.work.finish(change)  # type: ignore[arg-type]
        self.session.search(replace(self._request, offset=0))

    def _on_trouble(self, error: Exception) -> None:
        sentence = error_sentence(error)
        self.first.show_problem(sentence)
        self.status.show_problem(sentence)

    # -- choosing files

    def _import(self, paths: Sequence[Path]) -> None:
        if self.session.is_open:
            self.session.import_files(paths)
        else:
            self.open_archive(default_archive(), paths)

    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder of briefs"))
        if folder:
            self._import([Path(folder)])

    def _ask_files(self) -> None:
        files, _ = QFileDialog.getOpenFileNames(self, self.tr("Briefs"), "", self.tr("Briefs") + f" ({FILE_PATTERNS})")
        if files:
            self._import([Path(file) for file in files])

    def _ask_archive(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder of the archive"))
        if folder:
            self.open_archive(Path(folder))

    # -- panes and words

    def _show_sidebar(self, show: bool) -> None:
        self.sidebar.setVisible(show)
        self.reader.show_panes(show, not self.details.isHidden())

    def _show_details(self, show: bool) -> None:
        self.details.setVisible(show)
        self.reader.show_panes(not self.sidebar.isHidden(), show)

    def _show_choices(self) -> None:
        settings = self._appearance.settings
        for menus in (self.top, self.first):
            menus.theme_menu.show_choice(settings.theme)
            menus.language_menu.show_choice(settings.language)

    # -- Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self._import(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._appearance.remember(
            width=self.width(),
            height=self.height(),
            sidebar=not self.sidebar.isHidden(),
            details=not self.details.isHidden(),
        )
        self.hide()
        self.reader.close()
        self.session.close()
        super().closeEvent(event)

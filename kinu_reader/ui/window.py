"""The main window: lays its parts out and connects them. What they do is their own business."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMargins, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QStackedWidget

from kinu_reader.tasks.holdings import all_briefs
from kinu_reader.tasks.visiting import recent
from kinu_reader.ui.actions import Actions
from kinu_reader.ui.arranging import follow, side_by_side, stacked
from kinu_reader.ui.binding import bind
from kinu_reader.ui.citing import Manners
from kinu_reader.ui.citing.citing import Citing
from kinu_reader.ui.citing.connecting import connect
from kinu_reader.ui.citing.quoting import Quoting
from kinu_reader.ui.citing.receiving import Receiving
from kinu_reader.ui.desk import Desk, DeskPane
from kinu_reader.ui.details import Details
from kinu_reader.ui.facets import FacetBar
from kinu_reader.ui.first_start import FirstStart
from kinu_reader.ui.import_panel import ImportPanel
from kinu_reader.ui.intake import Intake
from kinu_reader.ui.noticing import Noticing
from kinu_reader.ui.palette import Palette
from kinu_reader.ui.panes import Panes
from kinu_reader.ui.places import ANSWERS, Places
from kinu_reader.ui.preferring import Preferring
from kinu_reader.ui.query_text import with_field
from kinu_reader.ui.reader import Reader
from kinu_reader.ui.reading import Reading
from kinu_reader.ui.relations.relating import Relations
from kinu_reader.ui.results import ResultsPanel
from kinu_reader.ui.searching import Searching
from kinu_reader.ui.session import Session
from kinu_reader.ui.sidebar import Place, Sidebar
from kinu_reader.ui.status import Status
from kinu_reader.ui.theme import scaled
from kinu_reader.ui.top_bar import TopBar
from kinu_reader.ui.tour import Tour, TourOffer
from kinu_reader.ui.upkeep import Upkeep
from kinu_reader.ui.widths import Widths
from kinu_reader.ui.wording import error_sentence

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from kinu_reader.model import Change
    from kinu_reader.ui.appearance import Appearance

SIZE = QSize(1440, 900)  # px, at the first start
SIDEBAR, RESULTS, DETAILS = 192, 384, 276  # px at 1440
FRAME = QMargins(8, 32, 8, 8)  # of the window, roughly: before it is shown nobody knows


class Window(QMainWindow):
    """Sidebar, results, reader and details, under the bar and above the work."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setWindowTitle("Kinu Reader")
        self._appearance = appearance
        appearance.take_off()
        theme = appearance.theme
        self.session = Session(self)
        self.intake = Intake(self.session, self)
        self.top = TopBar(theme)
        self.first = FirstStart(theme)
        self.sidebar = Sidebar(theme)
        self.facets = FacetBar(theme)
        self.results = ResultsPanel(theme)
        self.reader = Reader(self.session.paint, theme)
        self.manners = Manners(appearance, self)
        self.citing = Citing(self.session, self.manners, theme, self)
        self.receiving = Receiving(self.session, self)
        self.details = Details(theme, self.manners)
        self.work = ImportPanel(theme)
        self.status = Status()
        self.commands = Actions(self, appearance.settings.keys)
        self.palette_pane = Palette(self.commands, theme, self)
        self.searching = Searching(self.session, self.results, self.facets, appearance.settings.expand, self)
        self.reading = Reading(self.session, self.reader, self.details, self.manners, self)
        self.quoting = Quoting(self.session, self.reader, self.manners, theme, self)
        self.pane = DeskPane(self.reader, theme)
        self.panes = Panes(self.pane)
        self.places = Places(
            *(self.session, self.panes, self.sidebar, self.searching, self.reading, self.reader, self.details),
            *(self.manners, theme, self),
        )
        self.upkeep = Upkeep(self.session, self.top, self)
        self.offer, self.tour = TourOffer(), Tour(self, theme)
        self.relations = Relations(theme, self)
        self._arrange()
        self.desk = Desk(self, appearance)
        self._connect()
        self.widths = Widths(self)
        self.preferring = Preferring(appearance, self)
        bind(self)
        connect(self)
        self.noticing = Noticing(self)
        self.setAcceptDrops(True)
        appearance.put_on()
        self._restore()

    # -- layout

    def _arrange(self) -> None:
        self.places.arrange(self.results)
        self.halves = side_by_side(self.sidebar, stacked(self.facets, self.panes), stretched=1)
        main = stacked(self.top, self.offer, self.halves, self.work, self.status)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.first)
        self._stack.addWidget(main)
        self.setCentralWidget(self._stack)
        reader = self.reader
        chosen = reader.selecting.bar.findChildren(QAbstractButton)
        follow((self.sidebar, *self.results.stops, *reader.bar.stops, reader.pages, *chosen, self.details))

    def _restore(self) -> None:
        settings = self._appearance.settings
        room = self.screen().availableSize().shrunkBy(FRAME)
        self.setMinimumSize(1000, 600)
        self.resize(SIZE.boundedTo(room))
        self.restoreGeometry(QByteArray.fromHex(settings.geometry.encode()))
        self.widths.share_room()
        self.share_panes()
        self._show_facets(settings.facets)
        self.sidebar.setVisible(settings.sidebar)
        self.widths.want_details(settings.details)
        self.widths.fit()

    def share_panes(self) -> None:
        """Give list, reader and side their usual widths."""
        wide, narrow = self.width() >= 2000, self.width() < 1360
        results = scaled(440 if wide else 344 if narrow else RESULTS)
        details = scaled(320 if wide else 248 if narrow else DETAILS)
        self.panes.setSizes([results, self.width() - scaled(SIDEBAR) - results - details, details])

    # -- connections

    def _connect(self) -> None:
        self._connect_bars()
        session, results, top = self.session, self.results, self.top
        self.palette_pane.brief_chosen.connect(self.places.read)
        session.opened.connect(self._on_opened)
        session.held.connect(self.status.show_holdings)
        session.held.connect(self.results.show_holdings)
        session.held.connect(self.top.show_holdings)
        session.held.connect(lambda held: self.palette_pane.show_tags(held.tags))
        session.failures_known.connect(self.work.show_failures)
        session.failures_known.connect(lambda failures: self.status.show_failures(len(failures)))
        self.searching.answered.connect(lambda result: self.reading.follow(result.query))
        self.searching.answered.connect(self.status.show_result)
        self.places.changed.connect(lambda: self._show_facets(self.top.filters.isChecked()))
        results.table_asked.connect(lambda: self.places.go(Place.TABLE))
        session.work_began.connect(self.work.start)
        session.work_went_on.connect(self.work.show_step)
        session.work_ended.connect(self._on_work_ended)
        session.troubled.connect(self._on_trouble)
        session.edited.connect(lambda _: self.status.show_problem(""))
        self.sidebar.search_chosen.connect(top.search.setText)
        self.facets.text_asked.connect(top.search.setText)
        results.searched.suggested.connect(top.search.setText)
        results.import_asked.connect(self.intake.ask_folder)
        results.clear_asked.connect(self._search_everything)
        results.view.chosen.connect(self.reading.read)
        results.view.entered_reader.connect(lambda: self.reader.setFocus(Qt.FocusReason.OtherFocusReason))
        results.view.left.connect(self.to_search)
        self.reader.left_document.connect(results.view.walk_brief)
        self.reading.stepped.connect(results.view.follow)

    def _connect_bars(self) -> None:
        top, search = self.top, self.top.search
        search.asked.connect(lambda: self.places.go_to_answers())
        search.asked.connect(self.searching.ask_text)
        search.walked.connect(self.results.view.walk)
        search.left.connect(self.searching.look)
        search.left.connect(lambda: self.results.view.setFocus(Qt.FocusReason.OtherFocusReason))
        search.textChanged.connect(self.facets.show_text)
        top.filters_toggled.connect(self._show_facets)
        top.glossary_asked.connect(self.searching.edit_glossary)
        top.expansion.setChecked(self._appearance.settings.expand)
        top.expansion_toggled.connect(self.searching.expand)
        top.open_asked.connect(self.intake.ask_archive)
        top.sample_asked.connect(self.intake.open_sample)
        top.import_folder_asked.connect(self.intake.ask_folder)
        top.import_files_asked.connect(self.intake.ask_files)
        top.show_keys(self.commands.key)
        top.command_asked.connect(self.commands.run)
        self.palette_pane.tag_chosen.connect(lambda tag: top.search.setText(with_field("", "tag", tag)))
        self.palette_pane.search_chosen.connect(top.search.setText)
        self.palette_pane.setting_chosen.connect(lambda name: self.preferring.open(name))
        self.commands.keys_changed.connect(lambda _: top.show_keys(self.commands.key))
        self.offer.accepted.connect(self.tour.begin)
        self.intake.take_pasted(search)
        self.intake.brief_asked.connect(self.reading.read_at)
        self.intake.troubled.connect(self.status.show_problem)
        self.citing.said.connect(self.status.say)
        self.places.bookmarking.said.connect(self.status.say)
        self.first.import_asked.connect(self.intake.ask_folder)
        self.first.open_asked.connect(self.intake.ask_archive)
        self.first.sample_asked.connect(self.intake.open_sample)
        self.first.restore_asked.connect(self.upkeep.restore)
        self.work.paused.connect(self.session.pause)
        self.work.cancelled.connect(self.session.cancel)
        self.work.dismissed.connect(self.session.dismiss)
        self.work.password_given.connect(lambda path, word: self.session.import_files([Path(path)], word))
        self.work.closed.connect(self.work.hide)
        self.status.failures_asked.connect(self.work.show)
        self.reader.search_asked.connect(top.search.setText)
        self.reader.sidebar_toggled.connect(self.show_sidebar)
        self.reader.details_toggled.connect(self.show_details)

    # -- asking

    def _search_everything(self) -> None:
        if self.searching.place:
            self.sidebar.choose_all()
        else:
            self.top.search.clear()

    def find_command(self) -> None:
        """Open the palette."""
        self.palette_pane.open()
        self.session.ask(all_briefs, self.palette_pane.show_briefs)
        self.session.ask(recent, lambda briefs: self.palette_pane.show_recent(self.desk.not_read(briefs)))

    def to_search(self) -> None:
        """Go to the search field, what is in it chosen."""
        self.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.search.selectAll()

    # -- hearing

    def _on_opened(self, folder: str) -> None:
        self.desk.leave()
        self._appearance.remember(archive=folder)
        self._stack.setCurrentIndex(1)
        self.top.show_archive(Path(folder).name)
        self.first.show_problem("")
        self.session.recount()
        self.desk.sit_down(folder)
        self.top.search.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._appearance.settings.toured:
            self._appearance.remember(toured=True)  # offered once, whatever the answer
            self.offer.show()

    def _on_work_ended(self, change: Change | None) -> None:
        self.work.finish(change)
        self.searching.ask()

    def _on_trouble(self, error: Exception) -> None:
        sentence = error_sentence(error)
        self.first.show_problem(sentence)
        self.status.show_problem(sentence)

    # -- panes and words

    def _show_facets(self, show: bool) -> None:
        self.top.filters.setChecked(show)
        self.searching.show_facets(show and self.panes.place in ANSWERS)

    def show_sidebar(self, show: bool) -> None:
        """Show or hide the sidebar."""
        self.sidebar.setVisible(show)
        self.reader.show_panes(show, not self.panes.side.isHidden())

    def show_details(self, show: bool) -> None:
        """Show or hide what belongs to the line chosen."""
        self.panes.side.setVisible(show)
        self.reader.show_panes(not self.sidebar.isHidden(), show)

    # -- Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.intake.drop(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.desk.leave()
        self._appearance.remember(
            geometry=bytes(self.saveGeometry().toHex().data()).decode(),
            sidebar=not self.sidebar.isHidden(),
            details=self.widths.wants_details,
            facets=self.top.filters.isChecked(),
            expand=self.top.expansion.isChecked(),
        )
        self.hide()
        self.reader.close()
        self.session.close()
        super().closeEvent(event)

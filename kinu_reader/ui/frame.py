"""The frame of the main window: the bar to type in is there at once, the other parts once it is seen."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QWidget

from kinu_reader.ui.arranging import follow, stack

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from kinu_reader.ui.appearance import Appearance

SIZE = (1440, 900)  # px, at the first start
FRAME = (8, 32, 8, 8)  # px of the window, roughly: before it is shown nobody knows
LOADED = """
    model.queries model.records tasks.understanding tasks.searching tasks.reading ui.intake extract.child
    tasks.importing tasks.undoing ui.reader.document ui.reader.bar ui.reader.scrolling ui.reader.page_view
    ui.reader.reader ui.session ui.citing.manners ui.results ui.searching ui.sidebar ui.relations ui.details ui.reading
    ui.settings_page ui.palette ui.places ui.citing.citing ui.citing.quoting ui.citing.receiving
    ui.relations.deciders ui.relations.records ui.upkeep
"""
"""What is loaded once the window is seen, module by module: each takes a few milliseconds with what it needs."""


class Frame(QMainWindow):
    """The parts of a window, and what each of them needs to work by itself.

    What one sees first is there at once: the bar to type in, or the page with the ways in. The rest is loaded and made
    by `furnish`, or by itself once the window is painted: a part at a time, so that whatever is typed shows meanwhile.
    """

    furnished = QtCore.Signal()  # all parts are there

    def __init__(self, appearance: Appearance, *, opening: bool = False) -> None:
        """Show the bar if an archive is about to be opened, else the ways in."""
        super().__init__()
        self.setWindowTitle("Kinu Reader")
        self._appearance, self._opening = appearance, opening
        self._left = self._steps()[::-1]  # to be done
        self._making = QtCore.QTimer(self)
        self._making.timeout.connect(self._make)
        self._stack, self._main, self._blank = QStackedWidget(self), QWidget(self), QWidget(self)
        self._stack.addWidget(self._main)
        self.setCentralWidget(self._stack)
        seen, unseen = (self._make_top, self._make_first) if opening else (self._make_first, self._make_top)
        seen()
        self._left.append(unseen)
        self._size()

    def _size(self) -> None:
        room = self.screen().availableSize().shrunkBy(QtCore.QMargins(*FRAME))
        self.setMinimumSize(1000, 600)
        self.resize(QtCore.QSize(*SIZE).boundedTo(room))
        self.restoreGeometry(QtCore.QByteArray.fromHex(self._appearance.settings.geometry.encode()))

    # -- making the rest; each step takes a few milliseconds, and says itself what it needs: the window is shown before

    def furnish(self) -> None:
        """Make all parts that are not there yet."""
        while self._left:
            self._make()

    def _make(self) -> None:
        self._left.pop()()
        if not self._left:
            self._making.stop()
            self.furnished.emit()

    def _steps(self) -> list[Callable[[], object]]:
        """Return what is to be done, in order: load, then make."""
        makers = [self._make_session, self._make_lists, self._make_reader, self._make_details, self._make_bars]
        loads = [partial(import_module, f"kinu_reader.{name}") for name in LOADED.split()]
        return [*loads, *makers, self._make_places]

    def _make_top(self) -> None:
        from kinu_reader.ui.top_bar import TopBar

        self.top = TopBar(self._appearance.theme)
        stack(self._main, self.top, self._blank)
        if self._opening:
            self.top.search.setFocus()

    def _make_first(self) -> None:
        from kinu_reader.ui.first_start import FirstStart

        self.first = FirstStart(self._appearance.theme)
        self._stack.addWidget(self.first)
        if not self._opening:
            self._stack.setCurrentWidget(self.first)

    def _make_session(self) -> None:
        from kinu_reader.ui.intake import Intake
        from kinu_reader.ui.session import Session

        self.session = Session(self)
        self.intake = Intake(self.session, self)

    def _make_lists(self) -> None:
        from kinu_reader.ui.facets import FacetBar
        from kinu_reader.ui.results import ResultsPanel
        from kinu_reader.ui.searching import Searching
        from kinu_reader.ui.sidebar import Sidebar

        theme, expand = self._appearance.theme, self._appearance.settings.expand
        self.halves = QSplitter(self._main)
        self.halves.hide()  # until it is whole
        self.halves.setChildrenCollapsible(False)
        self.sidebar, self._middle = Sidebar(theme, self.halves), QWidget(self.halves)
        self.halves.setStretchFactor(1, 1)
        self.facets, self.results = FacetBar(theme, self._middle), ResultsPanel(theme)
        self.top.expansion.setChecked(expand)
        self.searching = Searching(self.session, self.results, self.facets, expand, self)

    def _make_reader(self) -> None:
        from kinu_reader.ui.reader import Reader

        self.reader = Reader(self.session.paint, self._appearance.theme)

    def _make_details(self) -> None:
        from kinu_reader.ui.citing import Manners
        from kinu_reader.ui.details import Details
        from kinu_reader.ui.reading import Reading

        self.manners = Manners(self._appearance, self)
        self.details = Details(self._appearance.theme, self.manners)
        self.reading = Reading(self.session, self.reader, self.details, self.manners, self)

    def _make_bars(self) -> None:
        from kinu_reader.ui.actions import Actions
        from kinu_reader.ui.import_panel import ImportPanel
        from kinu_reader.ui.palette import Palette
        from kinu_reader.ui.status import Status
        from kinu_reader.ui.tour import TourOffer

        theme = self._appearance.theme
        self.offer, self.work, self.status = TourOffer(self._main), ImportPanel(theme, self._main), Status(self._main)
        stack(self._main, self.top, self.offer, self._blank, self.halves, self.work, self.status)
        self.commands = Actions(self, self._appearance.settings.keys)
        self.palette_pane = Palette(self.commands, theme, self)

    def _make_places(self) -> None:
        from PySide6.QtWidgets import QAbstractButton

        from kinu_reader.ui.desk import DeskPane
        from kinu_reader.ui.panes import Panes
        from kinu_reader.ui.places import Places

        theme = self._appearance.theme
        self.pane = DeskPane(self.reader, theme)
        self.panes = Panes(self.pane, self._middle)
        stack(self._middle, self.facets, self.panes)
        self.places = Places(
            *(self.session, self.panes, self.sidebar, self.searching, self.reading, self.reader, self.details),
            *(self.manners, theme, self),
        )
        self.places.arrange(self.results)
        reader = self.reader
        chosen = reader.selecting.bar.findChildren(QAbstractButton)
        follow(
            (self.sidebar, *self.results.stops, *reader.bar.stops, reader.pages, reader.heard, *chosen, self.details)
        )

    # -- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._left:
            self._making.start(0)

"""The main window: what its parts do to one another is for `wiring` and `binding` to say, how they lie is said here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore

from kinu_reader.ui.frame import Frame
from kinu_reader.ui.theme import scaled

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

SIDEBAR, RESULTS, DETAILS = 192, 384, 276  # px at 1440


class Window(Frame):
    """Sidebar, results, reader and details, under the bar and above the work."""

    # -- making what drives the parts

    def _steps(self) -> list[Callable[[], object]]:
        return [*super()._steps(), self._make_doers, self._make_desk, self._restore, self._connect]

    def _make_doers(self) -> None:
        from kinu_reader.ui.citing.citing import Citing
        from kinu_reader.ui.citing.quoting import Quoting
        from kinu_reader.ui.citing.receiving import Receiving
        from kinu_reader.ui.relations.relating import Relations
        from kinu_reader.ui.tour import Tour
        from kinu_reader.ui.upkeep import Upkeep

        theme = self._appearance.theme
        self.citing = Citing(self.session, self.manners, theme, self)
        self.receiving = Receiving(self.session, self)
        self.quoting = Quoting(self.session, self.reader, self.manners, theme, self)
        self.upkeep = Upkeep(self.session, self.top, self)
        self.relations, self.tour = Relations(theme, self), Tour(self, theme)

    def _make_desk(self) -> None:
        from kinu_reader.ui.desk import Desk

        self.desk = Desk(self, self._appearance)

    def _connect(self) -> None:
        from kinu_reader.ui.binding import bind
        from kinu_reader.ui.citing.connecting import connect
        from kinu_reader.ui.noticing import Noticing
        from kinu_reader.ui.preferring import Preferring
        from kinu_reader.ui.wiring import wire

        wire(self)
        self.preferring = Preferring(self._appearance, self)
        bind(self)
        connect(self)
        self.noticing = Noticing(self)
        self.setAcceptDrops(True)

    def _restore(self) -> None:
        from kinu_reader.ui.widths import Widths

        settings = self._appearance.settings
        self.widths = Widths(self)
        self._blank.hide()
        self.halves.show()
        self.widths.share_room()
        self.share_panes()
        self.show_facets(settings.facets)
        self.sidebar.setVisible(settings.sidebar)
        self.widths.want_details(settings.details)
        self.widths.fit()

    def share_panes(self) -> None:
        """Give list, reader and side their usual widths."""
        wide, narrow = self.width() >= 2000, self.width() < 1360
        results = scaled(440 if wide else 344 if narrow else RESULTS)
        details = scaled(320 if wide else 248 if narrow else DETAILS)
        self.panes.setSizes([results, self.width() - scaled(SIDEBAR) - results - details, details])

    # -- asking

    def search_everything(self) -> None:
        """Go back to all briefs."""
        if self.searching.place:
            self.sidebar.choose_all()
        else:
            self.top.search.clear()

    def find_command(self) -> None:
        """Open the palette."""
        from kinu_reader.tasks.holdings import all_briefs
        from kinu_reader.tasks.visiting import recent

        self.palette_pane.open()
        self.session.ask(all_briefs, self.palette_pane.show_briefs)
        self.session.ask(recent, lambda briefs: self.palette_pane.show_recent(self.desk.not_read(briefs)))

    def to_search(self) -> None:
        """Go to the search field, what is in it chosen."""
        self.top.search.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self.top.search.selectAll()

    # -- hearing

    def show_archive(self, folder: str) -> None:
        """Show an archive that was opened, as it was left."""
        self.desk.leave()
        self._appearance.remember(archive=folder)
        self._stack.setCurrentWidget(self._main)
        self.top.show_archive(Path(folder).name)
        self.first.show_problem("")
        self.session.recount()
        self.desk.sit_down(folder)
        self.top.search.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        if not self._appearance.settings.toured:
            self._appearance.remember(toured=True)  # offered once, whatever the answer
            self.offer.show()

    def show_trouble(self, error: Exception) -> None:
        """Say what went wrong; without an archive, on the page with the ways in."""
        from kinu_reader.ui.wording import error_sentence

        sentence = error_sentence(error)
        self.first.show_problem(sentence)
        self.status.show_problem(sentence)
        if not self.session.is_open:
            self._stack.setCurrentWidget(self.first)

    # -- panes and words

    def show_facets(self, show: bool) -> None:
        """Show or hide the filters above the answers."""
        self.top.filters.setChecked(show)
        self.searching.show_facets(show and self.places.answering)

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
        if self._left:  # closed as soon as it was there: nothing was changed
            self._making.stop()
            super().closeEvent(event)
            return
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

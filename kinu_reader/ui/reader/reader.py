"""The reader: the open brief on its pages, with the hits that led there."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kinu_reader.ui.folders import show_in_folder
from kinu_reader.ui.reader.access import Announcer, HeardText
from kinu_reader.ui.reader.bar import Bar
from kinu_reader.ui.reader.find_bar import FindBar
from kinu_reader.ui.reader.finding import Finding
from kinu_reader.ui.reader.page_menu import PageMenu
from kinu_reader.ui.reader.page_view import PageView
from kinu_reader.ui.reader.pictures import Pictures
from kinu_reader.ui.reader.printing import ask_printer
from kinu_reader.ui.reader.selecting import Selecting
from kinu_reader.ui.reader.side_panel import SidePanel
from kinu_reader.ui.reader.trail import Trail
from kinu_reader.ui.reader.words import sentence_at
from kinu_reader.ui.shown_keys import no_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from kinu_reader.extract import Heading
    from kinu_reader.model import Range, Standing
    from kinu_reader.ui.reader.document import OpenDocument, Paint, PlacedBookmark, PlacedHit
    from kinu_reader.ui.theme import Theme


_LONGEST_SOUGHT = 80  # characters; who has selected more does not want to find it again


class Reader(QWidget):
    """Bar, pages and scroll strip. Owns the thread that draws pages until it is closed."""

    previous_hit = Signal()  # asked for, before the step is taken
    next_hit = Signal()
    hit_changed = Signal(int)  # index of the hit that a person stepped to
    left_document = Signal(int)  # stepped past the last (1) or the first (-1) hit
    sidebar_toggled = Signal(bool)
    details_toggled = Signal(bool)
    selected = Signal(int, int)  # start and end in the canonical text, equal if nothing is; once a drag is over
    bookmark_asked = Signal(str)  # keep the selection in this colour, one of COLOURS
    note_asked = Signal()  # keep the selection with a note
    quote_asked = Signal()  # copy the selection with its citation
    omission_asked = Signal()  # the same, once words of it are left out
    search_asked = Signal(str)  # search for the words selected
    bookmark_clicked = Signal(str)  # id
    find_asked = Signal(str, bool)  # find in the open brief: what was typed, and whether exactly that
    outline_asked = Signal()  # the outline of the open brief: `show_outline`
    print_asked = Signal(QPrinter)  # print the open brief
    trail_led = Signal(object)  # back or forward into another brief: a Stop

    def __init__(self, paint: Paint, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._document: OpenDocument | None = None
        self._hits: tuple[PlacedHit, ...] = ()
        self._current = -1
        self._key: Callable[[str], str] = no_keys
        self._pictures = Pictures(paint, parent=self)
        self.bar = Bar(theme, self)
        self.pages = PageView(theme, self._pictures, self)
        self.selecting = Selecting(self.pages, theme, self)
        self.find_bar = FindBar(theme, self)
        self.heard = HeardText(self.pages, self)
        self._announcer = Announcer(self.pages)
        self.finding = Finding(self.find_bar, self.pages, self._announcer, self)
        self.panel = SidePanel(paint, theme, self)
        middle = QHBoxLayout()
        middle.addWidget(self.panel)
        middle.addWidget(self.pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(middle, 1)
        column.addWidget(self.find_bar)
        self.setFocusProxy(self.pages)
        self._connect()
        self._connect_heard()
        self._connect_selection()
        self._follow_theme()

    # ---- what is shown

    @property
    def document(self) -> OpenDocument | None:
        """Return what is open."""
        return self._document

    @property
    def current(self) -> int:
        """Return the index of the current hit, -1 if there is none."""
        return self._current

    @property
    def offset(self) -> int:
        """Return the place in the canonical text that is in the middle of the view; 0 if there is no text."""
        caret = self.pages.caret_at(QPointF(self.pages.viewport().rect().center()))
        return caret.offset if caret is not None else 0

    def open(
        self,
        document: OpenDocument,
        hits: Sequence[PlacedHit] = (),
        current: int = -1,
        *,
        at: Standing | None = None,
        jumping: bool = True,
    ) -> None:
        """Show a document with its hits, at the current one or where one stood.

        If it is open already, it keeps its place and zoom, and going to a hit is a jump that one can go back from.
        """
        another = self._document is None or document.path != self._document.path
        renewed = document != self._document  # read anew, or its pages are labelled otherwise now
        self._document, self._hits = document, tuple(hits)
        if another:
            self.panel.show_outline(())
            self.pages.show_document(document)
        elif renewed:
            self.pages.renew(document)
        if another or renewed:
            self.panel.thumbnails.show_document(document)
            self.bar.show_pages(document.pages)
            self.bar.show_page(self.pages.page)
        self.pages.show_hits(self._hits)
        self._show_current(current if 0 <= current < len(self._hits) else -1, jumping=jumping and not another)
        if at is not None:
            self.pages.stand(at)
        if another:
            self.finding.renew()
            self._ask_outline()

    def clear(self) -> None:
        """Show nothing."""
        self._document, self._hits = None, ()
        self.panel.thumbnails.show_document(None)
        self.panel.show_outline(())
        self.pages.show_document(None)
        self.pages.use_trail(Trail())
        self.bar.show_pages(())
        self._show_current(-1)
        self.finding.close()

    def go_to_page(self, number: int) -> None:
        """Bring a page (its number, from 1) into view."""
        self.pages.go_to_page(number)

    def set_night(self, night: bool) -> None:
        """Show dark pages, or pages as printed."""
        self.panel.thumbnails.set_night(night)
        self.pages.set_night(night)
        self.bar.show_night(night)

    def show_panes(self, sidebar: bool, details: bool) -> None:
        """Show in the bar which side panes are open."""
        self.bar.sidebar.setChecked(sidebar)
        self.bar.details.setChecked(details)

    def show_keys(self, key: Callable[[str], str]) -> None:
        """Show the keys of the actions wherever a reader names them."""
        self._key = key
        for part in (self.bar, self.find_bar, self.selecting.bar):
            part.show_keys(key)

    def show_bookmarks(self, bookmarks: Sequence[PlacedBookmark]) -> None:
        """Underline these bookmarks of the open brief instead of the last ones."""
        self.pages.show_bookmarks(bookmarks)

    def show_outline(self, headings: Sequence[Heading]) -> None:
        """Show the outline of the open brief."""
        self.panel.show_outline(headings)

    def toggle_panel(self, show: bool | None = None) -> None:
        """Show or hide pages and outline beside the pages."""
        shown = self.panel.isHidden() if show is None else show
        self.panel.setVisible(shown and self._document is not None)
        self.bar.outline.setChecked(not self.panel.isHidden())
        self._ask_outline()

    def _ask_outline(self) -> None:
        """Ask for the outline only if it is seen: reading it takes the painter from the pages."""
        if self._document is not None and not self.panel.isHidden():
            self.outline_asked.emit()

    # ---- walking hits

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) hit; past the ends, say so instead."""
        index = self._current + direction
        if self._current < 0 and direction < 0:
            index = len(self._hits) - 1  # nothing is current: backwards starts from the end
        if 0 <= index < len(self._hits):
            self.choose_hit(index)
        else:
            self.left_document.emit(direction)

    def choose_hit(self, index: int) -> None:
        """Make a hit the current one."""
        self._show_current(index)
        self._announcer.say(self._hits, index)
        self.hit_changed.emit(index)

    def _select_hit(self) -> None:
        """Select the sentence of the current hit: what one keeps without having selected anything."""
        start = self._hits[self._current].start if self._current >= 0 else -1
        if start >= 0:
            self.pages.selection.select(*sentence_at(self.pages.text, start))

    def _show_current(self, index: int, *, jumping: bool = True) -> None:
        self._current = index
        self.pages.show_current(index, jumping=jumping)
        self.bar.show_hit(index, len(self._hits))

    # ---- the selection

    @property
    def selection(self) -> Range:
        """Return the start and end of what is selected in the canonical text, equal if nothing is."""
        return self.pages.selection.range

    def clear_selection(self) -> None:
        """Select nothing."""
        self.pages.selection.clear()

    # ---- finding in the brief

    def open_find(self) -> None:
        """Let a person find words in the open brief; what is selected is looked for at once, if it is short."""
        if self._document is not None:
            words = self.selecting.words
            self.finding.begin(words if len(words) <= _LONGEST_SOUGHT else "")

    def show_found(self, found: Sequence[PlacedHit]) -> None:
        """Mark what was found, and go to the first place from where one read when one began to look."""
        self.finding.show(found)

    # ---- the file

    def print(self) -> None:
        """Ask for a printer, and then that the open brief be printed."""
        if self._document is not None:
            ask_printer(self._document, self.pages.page, self.print_asked.emit, self)

    def show_in_folder(self) -> None:
        """Open the folder of the file in the file manager."""
        if self._document is not None:
            show_in_folder(self._document.path)

    def _show_menu(self, at: QPoint) -> None:
        menu = PageMenu(not self.pages.selection.empty, self.pages.two_pages, self._key, self)
        menu.copy_asked.connect(self.pages.copy)
        menu.quote_asked.connect(self.quote_asked)
        menu.omission_asked.connect(self.omission_asked)
        menu.all_asked.connect(self.pages.select_all)
        menu.turn_asked.connect(self.pages.turn)
        menu.two_asked.connect(self.pages.toggle_two_pages)
        menu.print_asked.connect(self.print)
        menu.folder_asked.connect(self.show_in_folder)
        menu.popup(at)

    # ---- making

    def _connect(self) -> None:
        bar, pages = self.bar, self.pages
        bar.previous_hit.connect(self.previous_hit)
        bar.next_hit.connect(self.next_hit)
        self.previous_hit.connect(lambda: self.step(-1))
        self.next_hit.connect(lambda: self.step(1))
        bar.page_asked.connect(self._read_page)
        bar.zoom_stepped.connect(pages.step_zoom)
        bar.fit_asked.connect(pages.fit_width)
        bar.night_asked.connect(self.set_night)
        bar.sidebar_asked.connect(self.sidebar_toggled)
        bar.details_asked.connect(self.details_toggled)
        bar.find_asked.connect(lambda open: self.open_find() if open else self.finding.close())
        bar.trail_stepped.connect(pages.go_back)
        bar.outline_asked.connect(self.toggle_panel)
        self.panel.page_chosen.connect(pages.go_to_page)
        self.panel.heading_chosen.connect(pages.go_to_height)
        pages.page_changed.connect(bar.show_page)
        pages.page_changed.connect(self.panel.thumbnails.show_page)
        pages.zoomed.connect(bar.show_zoom)
        pages.trail_changed.connect(bar.show_trail)
        pages.trail_led.connect(self.trail_led)
        pages.strip.hit_chosen.connect(self.choose_hit)
        self.finding.opened.connect(bar.show_find)
        self.finding.asked.connect(self.find_asked)
        self._theme.changed.connect(self._follow_theme)

    def _connect_heard(self) -> None:
        heard, pages = self.heard, self.pages
        pages.page_changed.connect(heard.read)
        pages.moved.connect(heard.lie_under)
        pages.selection.changed.connect(heard.follow)
        heard.walked.connect(pages.walk)
        heard.entered.connect(pages.be_walked)
        QWidget.setTabOrder(pages, heard)

    def _connect_selection(self) -> None:
        selecting, pages = self.selecting, self.pages
        selecting.selected.connect(self.selected)
        selecting.wanted.connect(self._select_hit)
        selecting.bookmark_asked.connect(self.bookmark_asked)
        selecting.note_asked.connect(self.note_asked)
        selecting.quote_asked.connect(self.quote_asked)
        selecting.search_asked.connect(self.search_asked)
        pages.bookmark_clicked.connect(self.bookmark_clicked)
        pages.menu_asked.connect(self._show_menu)

    # ---- hearing

    def _follow_theme(self) -> None:
        self.set_night(self._theme.tokens.dark)

    def _read_page(self, number: int) -> None:
        self.pages.go_to_page(number)
        self.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- Qt

    def event(self, event: QEvent) -> bool:
        # The window has a use for Esc as well, which must wait until there is nothing left to close here.
        if event.type() is QEvent.Type.ShortcutOverride and cast("QKeyEvent", event).key() == Qt.Key.Key_Escape:
            event.setAccepted(self.selecting.bar.isVisible() or self.finding.open)
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape or not (self.selecting.give_up() or self.finding.give_up()):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._pictures.stop()
        self.panel.thumbnails.pictures.stop()
        super().closeEvent(event)

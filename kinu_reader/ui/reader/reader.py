"""The reader: the open brief on its pages, with the hits that led there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kinu_reader.ui.reader.bar import Bar
from kinu_reader.ui.reader.page_view import PageView
from kinu_reader.ui.reader.pictures import Pictures

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent

    from kinu_reader.ui.reader.document import OpenDocument, Paint, PlacedHit
    from kinu_reader.ui.theme import Theme


class Reader(QWidget):
    """Bar, pages and scroll strip. Owns the thread that draws pages until it is closed."""

    previous_hit = Signal()  # asked for, before the step is taken
    next_hit = Signal()
    hit_changed = Signal(int)  # index of the hit that a person stepped to
    left_document = Signal(int)  # stepped past the last (1) or the first (-1) hit
    sidebar_toggled = Signal(bool)
    details_toggled = Signal(bool)

    def __init__(self, paint: Paint, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._document: OpenDocument | None = None
        self._hits: tuple[PlacedHit, ...] = ()
        self._current = -1
        self._pictures = Pictures(paint, parent=self)
        self.bar = Bar(theme, self)
        self.pages = PageView(theme, self._pictures, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.pages, 1)
        self.setFocusProxy(self.pages)
        self._connect()
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

    def open(self, document: OpenDocument, hits: Sequence[PlacedHit] = (), current: int = -1) -> None:
        """Show a document with its hits, at the current one. If it is open already, it keeps its place and zoom."""
        if self._document is None or document.path != self._document.path:
            self.pages.show_document(document)
            self.bar.show_pages(document.pages)
            self.bar.show_page(self.pages.page)
        self._document, self._hits = document, tuple(hits)
        self.pages.show_hits(self._hits)
        self._show_current(current if 0 <= current < len(self._hits) else -1)

    def clear(self) -> None:
        """Show nothing."""
        self._document, self._hits = None, ()
        self.pages.show_document(None)
        self.bar.show_pages(())
        self._show_current(-1)

    def go_to_page(self, number: int) -> None:
        """Bring a page (its number, from 1) into view."""
        self.pages.go_to_page(number)

    def set_night(self, night: bool) -> None:
        """Show dark pages, or pages as printed."""
        self.pages.set_night(night)
        self.bar.show_night(night)

    def show_panes(self, sidebar: bool, details: bool) -> None:
        """Show in the bar which side panes are open."""
        self.bar.sidebar.setChecked(sidebar)
        self.bar.details.setChecked(details)

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
        self.hit_changed.emit(index)

    def _show_current(self, index: int) -> None:
        self._current = index
        self.pages.show_current(index)
        self.bar.show_hit(index, len(self._hits))

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
        pages.page_changed.connect(bar.show_page)
        pages.zoomed.connect(bar.show_zoom)
        pages.strip.hit_chosen.connect(self.choose_hit)
        self._theme.changed.connect(self._follow_theme)
        self._add_key("Ctrl++", lambda: pages.step_zoom(1))
        self._add_key("Ctrl+=", lambda: pages.step_zoom(1))  # "+" without Shift
        self._add_key("Ctrl+-", lambda: pages.step_zoom(-1))
        self._add_key("Ctrl+0", pages.fit_width)

    def _add_key(self, keys: str, action: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(action)

    def _follow_theme(self) -> None:
        self.set_night(self._theme.tokens.dark)

    def _read_page(self, number: int) -> None:
        self.pages.go_to_page(number)
        self.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- Qt

    def closeEvent(self, event: QCloseEvent) -> None:
        self._pictures.stop()
        super().closeEvent(event)

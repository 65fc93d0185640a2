"""All bookmarks of the archive: searched, filtered, ordered, chosen by the many, exported."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from kinu_reader.ui.bookmarks.chosen_bar import ChosenBar
from kinu_reader.ui.bookmarks.export_menu import ExportMenu, Scope
from kinu_reader.ui.bookmarks.filters import FilterBar
from kinu_reader.ui.bookmarks.model import KEPT, BookmarksModel, Kept
from kinu_reader.ui.bookmarks.view import BookmarksView
from kinu_reader.ui.icons import size_beside_words, worded_icon
from kinu_reader.ui.notice import Notice
from kinu_reader.ui.theme import scaled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kinu_reader.model import Bookmark, Colour
    from kinu_reader.ui.bookmarks.model import Order
    from kinu_reader.ui.theme import Theme

HEADER = 48  # px


class BookmarksPanel(QFrame):
    """Head, filters and list. It holds all bookmarks, and shows those that fit."""

    discarded = Signal(list)  # ids
    changed = Signal(object)  # what returns bookmarks as a person wants them: for thousands that takes a while
    export_asked = Signal(list, str)  # bookmarks in the order shown, and what `ExportMenu` asks for
    import_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._all: dict[str, Kept] = {}
        self.setProperty("ground", "panel")
        self.rows = BookmarksModel(self)
        self.view, self.notice = BookmarksView(self.rows, theme, self), Notice(theme, self)
        self.filters, self.batch = FilterBar(theme, self), ChosenBar(theme, self)
        self._title, self._counts = QLabel(self), QLabel(self)
        self.export, self.menu = QPushButton(self), ExportMenu(self)
        self._stack = QStackedWidget(self)
        self.setFocusProxy(self.view)
        self._arrange()
        self._connect()
        self._translate()

    def show_bookmarks(self, kept: Sequence[Kept]) -> None:
        """Show these, as far as they fit what is looked for; the one gone to stays, if it is still there."""
        kept = sorted(kept, key=attrgetter("bookmark.created"), reverse=True)
        self._all = {one.bookmark.id: one for one in kept}
        self.filters.offer(kept)
        self._fill()

    def show_changed(self, bookmarks: Iterable[Bookmark]) -> bool:
        """Show what bookmarks are now; tell whether all of them were known here."""
        bookmarks = list(bookmarks)
        if any(bookmark.id not in self._all for bookmark in bookmarks):
            return False
        changed = {bookmark.id: self._all[bookmark.id].become(bookmark) for bookmark in bookmarks}
        gone = [bookmark.id for bookmark in bookmarks if bookmark.binned]
        self._all.update(changed)
        for id in gone:
            self._all.pop(id, None)
        self.filters.offer(list(self._all.values()))
        if gone:
            self._fill()
        else:  # each stays where it is: a row must not go while it is being edited
            self.rows.change(changed)
        return True

    def in_scope(self) -> list[Bookmark]:
        """Return the bookmarks that are meant, in the order shown."""
        chosen = {Scope.CHOSEN: self.view.chosen(), Scope.ALL: list(self._all.values())}
        return [kept.bookmark for kept in chosen.get(self.menu.scope, self.rows.rows)]

    # -- what is shown

    def _fill(self) -> None:
        current = self.view.currentIndex()
        row, kept = current.row(), current.data(KEPT) if current.isValid() else None
        self.rows.show(self.filters.within(self._all.values()))
        if self.rows.rowCount():
            at = self.rows.row_of(kept.bookmark.id) if kept else 0
            self.view.choose(at if at >= 0 else min(row, self.rows.rowCount() - 1))
        else:
            self.view.gone_to.emit(None)
        self._write()

    def _count_chosen(self) -> None:
        chosen = len(self.view.chosen())
        self.batch.show_count(chosen)
        counts = {Scope.SHOWN: len(self.rows.rows), Scope.CHOSEN: chosen, Scope.ALL: len(self._all)}
        self.menu.show_counts(counts)

    # -- for all that are chosen

    def _colour(self, colour: Colour) -> None:
        self._change(lambda one: replace(one, colour=colour))

    def _tag(self, tag: str) -> None:
        self._change(lambda one: replace(one, tags=tuple(dict.fromkeys([*one.tags, tag]))))

    def _change(self, into: Callable[[Bookmark], Bookmark]) -> None:
        if chosen := self.view.chosen():
            self.changed.emit(lambda: [into(kept.bookmark) for kept in chosen])

    def discard(self) -> None:
        """Ask that those chosen be thrown away."""
        if chosen := self.view.chosen():
            self.discarded.emit([kept.bookmark.id for kept in chosen])

    # -- making

    def _arrange(self) -> None:
        head = QFrame(self)
        head.setProperty("edge", "bottom")
        head.setFixedHeight(scaled(HEADER))
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        self._title.setProperty("role", "title")
        self._counts.setProperty("role", "secondary")
        row.addWidget(self._title)
        row.addWidget(self._counts, 1)
        row.addWidget(self.export)
        self.export.setIconSize(size_beside_words(16))
        self.export.setMenu(self.menu)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (head, self.filters, self._stack, self.batch):
            column.addWidget(part, 1 if part is self._stack else 0)

    def _connect(self) -> None:
        self.filters.changed.connect(self._fill)
        self.filters.order_chosen.connect(self._sort)
        self.view.selectionModel().selectionChanged.connect(self._count_chosen)
        self.view.menu_asked.connect(self.menu.popup)
        self.batch.coloured.connect(self._colour)
        self.batch.tagged.connect(self._tag)
        self.batch.discarded.connect(self.discard)
        self.menu.asked.connect(lambda what: self.export_asked.emit(self.in_scope(), what))
        self.menu.import_asked.connect(self.import_asked)
        self._theme.changed.connect(self._write)

    def _sort(self, order: Order) -> None:
        self.rows.sort_by(order)
        self._fill()

    # -- wording

    def _translate(self) -> None:
        self._title.setText(self.tr("Bookmarks"))
        self.view.setAccessibleName(self.tr("Bookmarks"))
        self.export.setText(self.tr("Export"))
        self._write()

    def _write(self) -> None:
        self.export.setIcon(worded_icon("export", self._theme.tokens, 16))
        shown, briefs = self.rows.rows, {kept.brief.id for kept in self.rows.rows}
        counts = [self.tr("%n bookmark(s)", "", len(shown)), self.tr("%n brief(s)", "", len(briefs))]
        self._counts.setText(" · ".join(counts) if shown else "")
        self._stack.setCurrentWidget(self.view if shown else self.notice)
        if self._all:
            self.notice.say("bookmark", self.tr("No bookmark fits"), self.tr("Look for less, or in all colours."))
        else:
            hint = self.tr("Select words on a page and choose a colour: they are kept here, with your note.")
            self.notice.say("bookmark", self.tr("No bookmarks yet"), hint)
        self._count_chosen()

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
            self.view.refresh()
        super().changeEvent(event)

"""The list of places: all briefs, bookmarks, those to review, and what the archive can be browsed by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QInputDialog, QListWidget, QListWidgetItem, QMenu, QMessageBox

from kinu_reader.model import Filters
from kinu_reader.ui.citing.cite_menu import CiteMenu
from kinu_reader.ui.sidebar.delegate import SidebarDelegate
from kinu_reader.ui.sidebar.entries import ENTRY, Entry, Place
from kinu_reader.ui.theme import scaled
from kinu_reader.ui.wording import language_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QContextMenuEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from kinu_reader.tasks.holdings import Holdings
    from kinu_reader.ui.theme import Theme

LEAST, FOLDED = 140, 48  # px: the least width of lines with names; of a column of icons
QWIDGETSIZE_MAX = (1 << 24) - 1  # Qt's own, which PySide does not give
OWN_LINES = (Place.BOOKMARKS, Place.REVIEW, Place.SERIES)  # places that one line leads to


class Sidebar(QListWidget):
    """Places to go; some of them bound the search."""

    chosen = Signal(Filters, str)  # bounds of the search and their name; empty for all
    went = Signal(Place)  # to the search place as well
    search_chosen = Signal(str)
    search_forgotten = Signal(int)
    bin_emptied = Signal()
    collection_renamed = Signal(str, str)
    collection_cited = Signal(str, str)  # its name, and what a CiteMenu asks for
    collection_dropped = Signal(str)  # its briefs stay where they are

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._holdings: Holdings | None = None
        self._folded = False
        self._delegate = SidebarDelegate(theme, self)
        self._aim: tuple[Place, Filters | None] = (Place.SEARCH, Filters())  # where one is when lines come
        self.setProperty("ground", "window")
        self.setItemDelegate(self._delegate)
        self.setResizeMode(self.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setMinimumWidth(scaled(LEAST))
        self.currentItemChanged.connect(self._on_current)
        theme.changed.connect(self.viewport().update)
        self._translate()

    def show_holdings(self, holdings: Holdings) -> None:
        """Show what there is; the place chosen stays chosen."""
        self._holdings = holdings
        self._fill()

    def show_place(self, place: Place) -> None:
        """Mark the line of a place that was gone to by other ways."""
        current = self.currentItem()
        if current is None or current.data(ENTRY).place is place or place not in OWN_LINES:
            return
        self.blockSignals(True)
        for at in range(self.count()):
            if self.item(at).data(ENTRY).place is place:
                self.setCurrentRow(at)
                break
        self.blockSignals(False)
        self.viewport().update()

    def fold(self, folded: bool) -> None:
        """Show a column of icons, or lines with names again."""
        self._folded = self._delegate.folded = folded
        self.setMinimumWidth(FOLDED if folded else scaled(LEAST))
        self.setMaximumWidth(FOLDED if folded else QWIDGETSIZE_MAX)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff if folded else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
        self._hide_nameless()
        self.scheduleDelayedItemsLayout()

    def count_of_review(self) -> str:
        """Return how many briefs are to be reviewed, as a word; none is ""."""
        return QLocale().toString(self._holdings.to_review) if self._holdings and self._holdings.to_review else ""

    def _hide_nameless(self) -> None:
        """Leave lines that have no icon out of a column of icons."""
        for at in range(self.count()):
            entry: Entry = self.item(at).data(ENTRY)
            self.setRowHidden(at, self._folded and not entry.icon and not entry.is_heading)

    def expect(self, place: Place, filters: Filters) -> None:
        """Mark the line that leads to a place as soon as it is known what another archive holds."""
        self._aim = (place, None) if place in OWN_LINES else (Place.SEARCH, filters)
        self._holdings = None
        self.blockSignals(True)
        self.clear()
        self.blockSignals(False)

    def choose_all(self) -> None:
        """Go to all briefs."""
        self.setCurrentRow(0)

    def _fill(self) -> None:
        if self._holdings is None:
            return
        current = self.currentItem()
        kept = current.data(ENTRY).leads_to if current else (*self._aim, None)
        self.blockSignals(True)
        self.clear()
        for entry in self._entries(self._holdings):
            item = QListWidgetItem(entry.name, self)
            item.setData(ENTRY, entry)
            counted = "" if entry.count is None else f" ({QLocale().toString(entry.count)})"
            item.setToolTip("" if entry.is_heading else entry.name + counted)
            if entry.is_heading:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            elif entry.leads_to == kept:
                self.setCurrentItem(item)
        self._hide_nameless()
        self.blockSignals(False)
        if self.currentItem() is None:
            self.choose_all()

    def _entries(self, holdings: Holdings) -> list[Entry]:
        entries = [_bound(self.tr("All briefs"), "brief", holdings.briefs, Filters())]
        entries.append(Entry(self.tr("Bookmarks"), "bookmark", holdings.bookmarks, Place.BOOKMARKS))
        if holdings.recent:
            entries.append(_bound(self.tr("Recent"), "clock", holdings.recent, Filters(recent=True)))
        if holdings.to_review:
            review = Entry(self.tr("To review"), "flag", holdings.to_review, Place.REVIEW, warns=True)
            entries.append(review)
        if holdings.binned:
            entries.append(_bound(self.tr("Bin"), "bin", holdings.binned, Filters(binned=True)))
        entries.append(Entry(self.tr("Browse")))
        entries.append(Entry(self.tr("Series"), "grid", len(holdings.series), Place.SERIES))
        entries += [_bound(name, "", n, Filters(series=name)) for name, n in holdings.series.items()]
        entries += self._browsed(self.tr("Divisions"), "division", holdings.divisions, "division")
        entries += self._browsed(self.tr("Tags"), "tag", holdings.tags, "tag")
        entries += self._browsed(self.tr("Collections"), "folder", holdings.collections, "collection")
        if len(holdings.languages) > 1:
            languages = {language_name(code) or code: (code, n) for code, n in holdings.languages.items()}
            entries.append(Entry(self.tr("Languages")))
            entries += [_bound(name, "globe", n, Filters(language=code)) for name, (code, n) in languages.items()]
        if holdings.searches:
            entries.append(Entry(self.tr("Saved searches")))
            for saved, n, new in holdings.searches:
                entries.append(Entry(saved.text, "search", n, Place.SEARCH, search=saved, new=new))
        return entries

    def _browsed(self, heading: str, icon: str, counts: Mapping[str, int], by: str) -> list[Entry]:
        """Return a heading and a line for each value of a field; nothing where there is no value."""
        lines = [_bound(name, icon, n, Filters(**{by: name})) for name, n in counts.items()]  # type: ignore[arg-type]
        return [Entry(heading), *lines] if lines else []

    def _on_current(self, item: QListWidgetItem | None) -> None:
        entry: Entry | None = item.data(ENTRY) if item else None
        if entry is None or entry.place is None:
            return
        self.went.emit(entry.place)
        if entry.search is not None:
            self.search_chosen.emit(entry.search.text)
        elif entry.filters is not None:
            self.chosen.emit(entry.filters, entry.name if entry.filters else "")

    def forget_current(self) -> None:
        """Ask that the current line, if it is a search that is kept, be kept no longer."""
        item = self.currentItem()
        entry: Entry | None = item.data(ENTRY) if item else None
        if entry is not None and entry.search is not None:
            self.search_forgotten.emit(entry.search.id)

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Sidebar"))
        self._fill()

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # names break elsewhere now; Qt sees to that for other heights only

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item = self.itemAt(event.pos())
        entry: Entry | None = item.data(ENTRY) if item else None
        menu = QMenu(self)
        if entry is not None and (saved := entry.search) is not None:
            menu.addAction(self.tr("Forget this search"), lambda: self.search_forgotten.emit(saved.id))
        elif entry is not None and entry.filters is not None and entry.filters.binned:
            menu.addAction(self.tr("Empty the bin…"), self._ask_to_empty_bin)
        elif entry is not None and entry.filters is not None and (name := entry.filters.collection):
            menu.addAction(self.tr("Rename…"), lambda: self._ask_to_rename(name))
            cites = CiteMenu(menu)
            cites.asked.connect(lambda what: self.collection_cited.emit(name, what))
            menu.addMenu(cites)
            menu.addAction(self.tr("Drop this collection"), lambda: self.collection_dropped.emit(name))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def _ask_to_rename(self, name: str) -> None:
        new, ok = QInputDialog.getText(self, self.tr("Collection"), self.tr("Name"), text=name)
        if ok and new.strip() and new.strip() != name:
            self.collection_renamed.emit(name, new.strip())

    def _ask_to_empty_bin(self) -> None:
        question = self.tr("Remove what is in the bin for good? This cannot be taken back.")
        if self._holdings and self._holdings.held:
            question += "\n\n" + self.tr("%n brief(s) stay, for you keep bookmarks in them.", "", self._holdings.held)
        if QMessageBox.question(self, self.tr("Bin"), question) == QMessageBox.StandardButton.Yes:
            self.bin_emptied.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)


def _bound(name: str, icon: str, count: int, filters: Filters) -> Entry:
    return Entry(name, icon, count, Place.SEARCH, filters)

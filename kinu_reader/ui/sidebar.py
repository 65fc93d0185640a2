"""The sidebar: all briefs, those to review, and the series, divisions and languages of the archive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QMenu,
    QMessageBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from kinu_reader.model import Filters
from kinu_reader.ui.icons import pixmap
from kinu_reader.ui.theme import font
from kinu_reader.ui.wording import language_name

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from kinu_reader.model import SavedSearch
    from kinu_reader.tasks.holdings import Holdings
    from kinu_reader.ui.theme import Theme

WIDTH, ROW, EDGE = 192, 28, 3
ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Entry:
    """A line of the sidebar: a place to go, a saved search, or a heading."""

    name: str
    icon: str = ""
    count: int | None = None
    filters: Filters | None = None  # of a place
    search: SavedSearch | None = None
    new: int = 0  # answers that came in since the search was looked at

    @property
    def is_heading(self) -> bool:
        """Whether it leads nowhere."""
        return self.filters is None and self.search is None


class Sidebar(QListWidget):
    """Places to look; choosing one bounds the search."""

    chosen = Signal(Filters, str)  # and its name; empty for all
    search_chosen = Signal(str)
    search_forgotten = Signal(int)
    bin_emptied = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._holdings: Holdings | None = None
        self.setProperty("ground", "window")
        self.setItemDelegate(SidebarDelegate(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setMinimumWidth(140)
        self.currentItemChanged.connect(self._on_current)
        theme.changed.connect(self.viewport().update)
        self._translate()

    def show_holdings(self, holdings: Holdings) -> None:
        """Show what there is; the place chosen stays chosen."""
        self._holdings = holdings
        self._fill()

    def choose_all(self) -> None:
        """Go to all briefs."""
        self.setCurrentRow(0)

    def _fill(self) -> None:
        if self._holdings is None:
            return
        current = self.currentItem()
        kept = _kept(current.data(ENTRY)) if current else (Filters(), None)
        self.blockSignals(True)
        self.clear()
        for entry in self._entries(self._holdings):
            item = QListWidgetItem(entry.name, self)
            item.setData(ENTRY, entry)
            item.setToolTip("" if entry.is_heading else entry.name)
            if entry.is_heading:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            elif (entry.filters, entry.search) == kept:
                self.setCurrentItem(item)
        self.blockSignals(False)
        if self.currentItem() is None:
            self.choose_all()

    def _entries(self, holdings: Holdings) -> list[Entry]:
        entries = [Entry(self.tr("All briefs"), "brief", holdings.briefs, Filters())]
        if holdings.to_review:
            entries.append(Entry(self.tr("To review"), "flag", holdings.to_review, Filters(needs_review=True)))
        if holdings.binned:
            entries.append(Entry(self.tr("Bin"), "bin", holdings.binned, Filters(binned=True)))
        if holdings.series:
            entries.append(Entry(self.tr("Series")))
            entries += [Entry(name, "grid", n, Filters(series=name)) for name, n in holdings.series.items()]
        if holdings.divisions:
            entries.append(Entry(self.tr("Divisions")))
            entries += [Entry(name, "division", n, Filters(division=name)) for name, n in holdings.divisions.items()]
        if len(holdings.languages) > 1:
            entries.append(Entry(self.tr("Languages")))
            entries += [
                Entry(language_name(code) or code, "globe", n, Filters(language=code))
                for code, n in holdings.languages.items()
            ]
        if holdings.searches:
            entries.append(Entry(self.tr("Saved searches")))
            entries += [Entry(saved.text, "search", n, search=saved, new=new) for saved, n, new in holdings.searches]
        return entries

    def _on_current(self, item: QListWidgetItem | None) -> None:
        entry: Entry | None = item.data(ENTRY) if item else None
        if entry is None:
            return
        if entry.search is not None:
            self.search_chosen.emit(entry.search.text)
        elif entry.filters is not None:
            self.chosen.emit(entry.filters, entry.name if entry.filters else "")

    def _forget_current(self) -> None:
        item = self.currentItem()
        entry: Entry | None = item.data(ENTRY) if item else None
        if entry is not None and entry.search is not None:
            self.search_forgotten.emit(entry.search.id)

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Sidebar"))
        self._fill()

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._forget_current()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item = self.itemAt(event.pos())
        entry: Entry | None = item.data(ENTRY) if item else None
        menu = QMenu(self)
        if entry is not None and (saved := entry.search) is not None:
            menu.addAction(self.tr("Forget this search"), lambda: self.search_forgotten.emit(saved.id))
        elif entry is not None and entry.filters is not None and entry.filters.binned:
            menu.addAction(self.tr("Empty the bin…"), self._ask_to_empty_bin)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

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


def _kept(entry: Entry) -> tuple[Filters | None, SavedSearch | None]:
    return entry.filters, entry.search


class SidebarDelegate(QStyledItemDelegate):
    """Paints the lines of the sidebar."""

    def __init__(self, theme: Theme, parent: Sidebar) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        entry: Entry = index.data(ENTRY)
        return QSize(WIDTH, 38 if entry.is_heading else ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry = index.data(ENTRY)
        rect: QRect = option.rect
        tokens = self._theme.tokens
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        if entry.is_heading:
            painter.setFont(font(12))
            painter.setPen(QColor(tokens.secondary))
            painter.drawText(rect.adjusted(16, 10, -8, 0), Qt.AlignmentFlag.AlignVCenter, entry.name)
            painter.restore()
            return
        if selected or hovered:
            painter.fillRect(rect, QColor(tokens.accent_soft if selected else tokens.hover))
        if selected:
            painter.fillRect(QRect(rect.left(), rect.top(), EDGE, rect.height()), QColor(tokens.accent))
        ratio = painter.device().devicePixelRatioF()
        colour = tokens.accent if selected else tokens.secondary
        painter.drawPixmap(rect.left() + 16, rect.top() + 5, pixmap(entry.icon, colour, 18, ratio))
        self._paint_words(painter, QRectF(rect), entry, selected)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRectF, entry: Entry, selected: bool) -> None:
        tokens = self._theme.tokens
        count = "" if entry.count is None else QLocale().toString(entry.count)
        if entry.new:
            count = f"+{entry.new} · {count}"
        painter.setFont(font(12, tabular=True))
        painter.setPen(QColor(tokens.accent if selected else tokens.secondary))
        painter.drawText(
            rect.adjusted(0, 0, -10, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count
        )
        room = rect.adjusted(42, 0, -16 - painter.fontMetrics().horizontalAdvance(count), 0)
        painter.setFont(font(13, semibold=selected))
        painter.setPen(QColor(tokens.text))
        shown = painter.fontMetrics().elidedText(entry.name, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

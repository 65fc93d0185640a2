"""All bookmarks of the archive: searched, filtered, ordered, chosen by the many, exported."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kinu_reader.model import Colour, Placing
from kinu_reader.ui.bookmarks.delegate import BookmarkDelegate
from kinu_reader.ui.bookmarks.model import KEPT, BookmarksModel, Kept, Order
from kinu_reader.ui.bookmarks.wording import colour_name
from kinu_reader.ui.icons import button_icon, swatch
from kinu_reader.ui.notice import Notice
from kinu_reader.ui.theme import scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from kinu_reader.ui.theme import Theme

HEADER, SWATCH = 48, 14  # px


class BookmarksView(QListView):
    """The list: several can be chosen, Delete throws them away."""

    gone_to = Signal(object)  # Kept, or None
    entered = Signal()  # Enter
    discarded = Signal()  # Delete
    left = Signal()  # Escape

    def __init__(self, model: BookmarksModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._delegate = BookmarkDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setMouseTracking(True)
        theme.changed.connect(self.refresh)
        self.selectionModel().currentChanged.connect(self._on_current)

    def chosen(self) -> list[Kept]:
        """Return what is chosen, from the top down."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.model().index(row, 0).data(KEPT) for row in rows]

    def choose(self, row: int) -> None:
        """Go to a row."""
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def refresh(self) -> None:
        """Lay everything out anew: other colours, fonts or words."""
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _on_current(self, current: QModelIndex) -> None:
        self.gone_to.emit(current.data(KEPT) if current.isValid() else None)

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Delete:
                self.discarded.emit()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)


class BookmarksPanel(QFrame):
    """Head, filters and list. It holds all bookmarks, and shows those that fit."""

    discarded = Signal(list)  # ids
    export_asked = Signal(list, str)  # bookmarks in the order shown, and the name of the format
    import_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._all: Sequence[Kept] = ()
        self._formats: Sequence[tuple[str, str, str]] = ()
        self.setProperty("ground", "panel")
        self.rows = BookmarksModel(self)
        self.view, self.notice = BookmarksView(self.rows, theme, self), Notice(theme, self)
        self._title, self._counts = QLabel(self), QLabel(self)
        self.export, self._menu = QPushButton(self), QMenu(self)
        self.field, self.order = QLineEdit(self), QComboBox(self)
        self.colours = {colour: QToolButton(self) for colour in Colour}
        self.tag, self.astray = QComboBox(self), QToolButton(self)
        self._stack = QStackedWidget(self)
        self.setFocusProxy(self.view)
        self._arrange()
        self._connect()
        self._translate()

    def show_bookmarks(self, kept: Sequence[Kept]) -> None:
        """Show these, as far as they fit what is looked for; the one gone to stays, if it is still there."""
        self._all = kept
        self._offer_tags()
        self._fill()

    def show_formats(self, formats: Sequence[tuple[str, str, str]]) -> None:
        """Offer these formats: id, name and extension."""
        self._formats = formats
        self._translate()

    # -- what is shown

    def _fill(self) -> None:
        current = self.view.currentIndex().data(KEPT) if self.view.currentIndex().isValid() else None
        self.rows.show([kept for kept in self._all if self._fits(kept)])
        row = self.rows.row_of(current.bookmark.id) if current else -1
        if self.rows.rowCount():
            self.view.choose(max(row, 0))
        else:
            self.view.gone_to.emit(None)
        self._write()

    def _fits(self, kept: Kept) -> bool:
        bookmark = kept.bookmark
        said = f"{bookmark.anchor.quote} {bookmark.note} {' '.join(bookmark.tags)} {kept.brief.record.title}".casefold()
        off = [colour for colour, button in self.colours.items() if button.isChecked()]
        return (
            all(word in said for word in self.field.text().casefold().split())
            and (not off or bookmark.colour in off)
            and (not self.tag.currentData() or self.tag.currentData() in bookmark.tags)
            and (not self.astray.isChecked() or bookmark.state is not Placing.PLACED)
        )

    def _offer_tags(self) -> None:
        chosen = self.tag.currentData()
        self.tag.clear()
        self.tag.addItem(self.tr("All tags"), "")
        for tag in sorted({tag for kept in self._all for tag in kept.bookmark.tags}):
            self.tag.addItem(f"#{tag}", tag)
        self.tag.setCurrentIndex(max(0, self.tag.findData(chosen)))
        self.tag.setVisible(self.tag.count() > 1)

    # -- making

    def _arrange(self) -> None:
        head, filters = QFrame(self), QFrame(self)
        head.setProperty("edge", "bottom")
        head.setFixedHeight(scaled(HEADER))
        filters.setProperty("edge", "bottom")
        filters.setProperty("ground", "window")
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        self._title.setProperty("role", "title")
        self._counts.setProperty("role", "secondary")
        row.addWidget(self._title)
        row.addWidget(self._counts, 1)
        row.addWidget(self.export)
        self.export.setMenu(self._menu)
        line = QHBoxLayout(filters)
        line.setContentsMargins(12, 5, 8, 5)
        line.setSpacing(4)
        line.addWidget(self.field, 1)
        for button in (*self.colours.values(), self.astray):
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(SWATCH, SWATCH))
            line.addWidget(button)
        for box in (self.tag, self.order):
            box.setProperty("flat", True)
            line.addWidget(box)
        for order in Order:
            self.order.addItem("", order)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (head, filters, self._stack):
            column.addWidget(part, 1 if part is self._stack else 0)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._fill)
        for button in (*self.colours.values(), self.astray):
            button.toggled.connect(self._fill)
        self.tag.activated.connect(self._fill)
        self.order.activated.connect(lambda at: self.rows.sort_by(self.order.itemData(at)))
        self.view.discarded.connect(self._discard)
        self.rows.rowsRemoved.connect(self._write)
        self._theme.changed.connect(self._write)

    def _discard(self) -> None:
        if chosen := self.view.chosen():
            self.discarded.emit([kept.bookmark.id for kept in chosen])

    def _export(self, format: str) -> None:
        chosen = self.view.chosen()
        kept = chosen if len(chosen) > 1 else self.rows.rows
        self.export_asked.emit([one.bookmark for one in kept], format)

    # -- wording

    def _translate(self) -> None:
        self._title.setText(self.tr("Bookmarks"))
        self.view.setAccessibleName(self.tr("Bookmarks"))
        self.field.setPlaceholderText(self.tr("Find in quotes and notes"))
        self.field.setAccessibleName(self.tr("Find in quotes and notes"))
        self.export.setText(self.tr("Export"))
        names = {
            Order.NEWEST: self.tr("Newest"),
            Order.BRIEF: self.tr("By brief"),
            Order.COLOUR: self.tr("By colour"),
        }
        for at, order in enumerate(Order):
            self.order.setItemText(at, names[order])
        self.order.setAccessibleName(self.tr("Order of bookmarks"))
        self.tag.setAccessibleName(self.tr("Tag"))
        for colour, button in self.colours.items():
            button.setAccessibleName(colour_name(colour))
            button.setToolTip(colour_name(colour))
        self._menu.clear()
        for id, name, extension in self._formats:
            self._menu.addAction(f"{name}\t{extension}", partial(self._export, id))
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Import bookmarks…"), self.import_asked.emit)
        self._offer_tags()
        self._write()

    def _write(self) -> None:
        tokens = self._theme.tokens
        self.export.setIcon(button_icon("export", tokens))
        shown, briefs = self.rows.rows, {kept.brief.id for kept in self.rows.rows}
        counts = [self.tr("%n bookmark(s)", "", len(shown)), self.tr("%n brief(s)", "", len(briefs))]
        self._counts.setText(" · ".join(counts) if shown else "")
        by_colour = Counter(kept.bookmark.colour for kept in self._all)
        for colour, button in self.colours.items():
            button.setIcon(swatch(tokens.bookmark(colour), SWATCH))
            button.setText(str(by_colour[colour]))
        astray = sum(kept.bookmark.state is not Placing.PLACED for kept in self._all)
        self.astray.setVisible(astray > 0)
        self.astray.setText(self.tr("%n to be checked", "", astray))
        self._stack.setCurrentWidget(self.view if shown else self.notice)
        if self._all:
            self.notice.say("bookmark", self.tr("No bookmark fits"), self.tr("Look for less, or in all colours."))
        else:
            hint = self.tr("Select words on a page and choose a colour: they are kept here, with your note.")
            self.notice.say("bookmark", self.tr("No bookmarks yet"), hint)

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
            self.view.refresh()
        super().changeEvent(event)

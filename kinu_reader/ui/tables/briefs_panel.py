"""The answers to a search as a table, for work on many records."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHeaderView, QMenu, QToolButton, QVBoxLayout, QWidget

from kinu_reader.ui.citing.cite_menu import CiteMenu
from kinu_reader.ui.heading import Heading
from kinu_reader.ui.icons import button_icon
from kinu_reader.ui.tables.batch_bar import BatchBar
from kinu_reader.ui.tables.briefs_model import COLUMNS, BriefsModel
from kinu_reader.ui.tables.view import RecordsTable
from kinu_reader.ui.theme import scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.model import ArchivedBrief
    from kinu_reader.ui.theme import Theme

WIDTHS = {"code": 108, "authors": 150, "date": 100, "language": 80, "series": 130, "institute": 170}  # px, at first
USUAL = ("code", "title", "authors", "date", "language", "series", "tags")  # columns shown at first


class BriefsPanel(QFrame):
    """Rows of briefs; what is typed into one of them goes for all rows chosen."""

    chosen = Signal(int, str)  # brief and field of the row gone to
    entered = Signal(int)  # brief
    edited = Signal(list, str, str)  # briefs, field, and the value as typed
    replaced = Signal(list, str, str, str)  # briefs, field, what, by what
    appended = Signal(list, str, str)
    tagged = Signal(list, str)
    collected = Signal(list, str)
    binned = Signal(list)
    columns_changed = Signal(list)
    closed = Signal()  # back to passages

    def __init__(self, theme: Theme, columns: Sequence[str] = USUAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("ground", "panel")
        self.rows = BriefsModel(self)
        self.table = RecordsTable(self.rows, theme, self)
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.horizontalHeader().setSortIndicatorClearable(True)
        self.table.horizontalHeader().setSectionsMovable(True)
        self.batch = BatchBar(self)
        self.cites, self.pick, self.as_list = QToolButton(self), QToolButton(self), QToolButton(self)
        self._head = Heading(self.cites, self.pick, self.as_list, parent=self)
        self.cite_menu, self._menu = CiteMenu(self), QMenu(self)
        for button, menu in ((self.cites, self.cite_menu), (self.pick, self._menu)):
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusProxy(self.table)
        self._arrange()
        self._show_columns(columns)
        self._connect()
        self._translate()

    def show_briefs(self, briefs: Sequence[ArchivedBrief], title: str) -> None:
        """Show briefs under what they are called."""
        self.rows.show(briefs)
        self._head.title.setText(title or self.tr("All briefs"))
        self._write()

    def chosen_ids(self) -> list[int]:
        """Return the briefs chosen, from the top down."""
        return [cell.brief for cell in self.table.cells(0)]

    def enter(self) -> None:
        """Ask for the first brief chosen."""
        if chosen := self.chosen_ids():
            self.entered.emit(chosen[0])

    def bin_chosen(self) -> None:
        """Ask that the briefs chosen be moved to the bin."""
        self.binned.emit(self.chosen_ids())

    # -- making

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._head, self.table, self.batch):
            column.addWidget(part, 1 if part is self.table else 0)
        for at, name in enumerate(COLUMNS):
            self.table.setColumnWidth(at, scaled(WIDTHS.get(name, 110)))
        self.table.horizontalHeader().setSectionResizeMode(COLUMNS.index("title"), QHeaderView.ResizeMode.Stretch)

    def _connect(self) -> None:
        table, batch = self.table, self.batch
        table.chosen.connect(self.chosen)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(lambda at: self.cite_menu.popup(table.viewport().mapToGlobal(at)))
        self.as_list.clicked.connect(self.closed)
        table.selection_changed.connect(self._write)
        self.rows.edited.connect(self._on_edited)
        batch.set_asked.connect(lambda field, text: self.edited.emit(self.chosen_ids(), field, text))
        batch.append_asked.connect(lambda field, text: self.appended.emit(self.chosen_ids(), field, text))
        batch.replace_asked.connect(lambda *words: self.replaced.emit(self.chosen_ids(), *words))
        batch.collect_asked.connect(lambda name: self.collected.emit(self.chosen_ids(), name))
        batch.tag_asked.connect(lambda tag: self.tagged.emit(self.chosen_ids(), tag))
        self._theme.changed.connect(self._write)

    def _on_edited(self, row: int, field: str, text: str) -> None:
        chosen, id = self.chosen_ids(), self.rows.briefs[row].id
        self.edited.emit(chosen if id in chosen else [id], field, text)

    # -- columns

    def _show_columns(self, columns: Sequence[str]) -> None:
        for at, name in enumerate(COLUMNS):
            self.table.setColumnHidden(at, name not in columns)

    def _switch_column(self, at: int, show: bool) -> None:
        self.table.setColumnHidden(at, not show)
        self.columns_changed.emit([name for n, name in enumerate(COLUMNS) if not self.table.isColumnHidden(n)])

    # -- wording

    def _translate(self) -> None:
        self.table.setAccessibleName(self.tr("Briefs"))
        self.cites.setAccessibleName(self.tr("Export references"))
        self.cites.setToolTip(self.tr("Export references"))
        self.pick.setAccessibleName(self.tr("Columns"))
        self.pick.setToolTip(self.tr("Columns"))
        self.as_list.setAccessibleName(self.tr("As a list with passages"))
        self.as_list.setToolTip(self.tr("As a list with passages"))
        self._menu.clear()
        for at, name in enumerate(COLUMNS):
            action = self._menu.addAction(self.rows.name(name))
            action.setCheckable(True)
            action.setChecked(not self.table.isColumnHidden(at))
            action.toggled.connect(partial(self._switch_column, at))
        self._write()

    def _write(self) -> None:
        self.cites.setIcon(button_icon("export", self._theme.tokens))
        self.pick.setIcon(button_icon("columns", self._theme.tokens))
        self.as_list.setIcon(button_icon("list", self._theme.tokens))
        chosen = len(self.table.selectionModel().selectedRows())
        counts = self.tr("%n brief(s)", "", self.rows.rowCount())
        if chosen > 1:
            counts += " · " + self.tr("%n chosen", "", chosen)
        self._head.counts.setText(counts)
        self.batch.show_count(chosen)

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

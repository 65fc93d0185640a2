"""To review: every doubtful field in one table, so that one decision mends many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kinu_reader.model import Doubt
from kinu_reader.ui.heading import Heading
from kinu_reader.ui.notice import Notice
from kinu_reader.ui.shown_keys import no_keys
from kinu_reader.ui.tables.review_model import UNTYPED, VALUE, ReviewModel
from kinu_reader.ui.tables.view import RecordsTable
from kinu_reader.ui.theme import scaled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kinu_reader.ui.tables.review_model import Doubtful
    from kinu_reader.ui.theme import Theme

WIDTHS = (120, 76, 120, 136, 84)  # px, at first; the value takes what is left


class ReviewPanel(QFrame):
    """The table of doubts. What is typed into, accepted or emptied in one row goes for all rows chosen."""

    chosen = Signal(int, str)  # brief and field of the row gone to
    edited = Signal(list, str, str)  # briefs, field, and the value as typed
    accepted = Signal(dict)  # brief -> its fields whose values are right

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key: Callable[[str], str] = no_keys
        self.setProperty("ground", "panel")
        self.rows = ReviewModel(self)
        self.table = RecordsTable(self.rows, theme, self)
        self.notice = Notice(theme, self)
        self._hint, self.accept, self.accept_fair = QLabel(self), QPushButton(self), QPushButton(self)
        self._head = Heading(self.accept, self.accept_fair, parent=self)
        self._stack = QStackedWidget(self)
        self.setFocusProxy(self.table)
        self._arrange()
        self.accept.clicked.connect(self.accept_chosen)
        self.accept_fair.clicked.connect(lambda: self._accept(self._fair()))
        self.table.chosen.connect(self.chosen)
        self.table.selection_changed.connect(self._write)
        self.rows.edited.connect(self._edit)
        self.rows.rowsRemoved.connect(self._write)
        self._translate()

    def show_doubts(self, doubts: Sequence[Doubtful]) -> None:
        """Show these doubtful fields, the most alike together."""
        if list(doubts) == self._doubts():
            return
        self.rows.show(doubts)
        if doubts:
            self.table.selectRow(0)
        self._write()

    def show_keys(self, key: Callable[[str], str]) -> None:
        """Show the keys that do something here."""
        self._key = key
        self._translate()

    # -- deciding

    def _doubts(self) -> list[Doubtful]:
        return [self.rows.at(row) for row in range(self.rows.rowCount())]

    def _chosen(self) -> list[Doubtful]:
        return [self.rows.at(index.row()) for index in self.table.selectionModel().selectedRows()]

    def _fair(self) -> list[Doubtful]:
        return [doubt for doubt in self._doubts() if doubt[0].record.doubts.get(doubt[1]) is Doubt.FAIR]

    def accept_chosen(self) -> None:
        """Say that the values chosen are right."""
        self._accept(self._chosen())

    def empty_current(self) -> None:
        """Ask that the field of the current row be left empty."""
        self._edit(self.table.currentIndex().row(), "")

    def _accept(self, doubts: Iterable[Doubtful]) -> None:
        """Say that values are right as they are."""
        right: dict[int, list[str]] = {}
        for brief, field in doubts:
            right.setdefault(brief.id, []).append(field)
        if right:
            self.accepted.emit(right)

    def _edit(self, row: int, text: str) -> None:
        """Ask for a value in a row, and in all rows chosen with it that are about the same field."""
        if row < 0:
            return
        brief, field = self.rows.at(row)
        chosen = [known.id for known, other in self._chosen() if other == field]
        if field != UNTYPED:
            self.edited.emit(chosen if brief.id in chosen else [brief.id], field, text)

    # -- making

    def _arrange(self) -> None:
        self._hint.setProperty("role", "secondary")
        self._hint.setWordWrap(True)
        self._hint.setContentsMargins(16, 8, 16, 8)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)
        column.addWidget(self._hint)
        for at, width in enumerate(WIDTHS):
            self.table.setColumnWidth(at, scaled(width))
        self.table.horizontalHeader().setSectionResizeMode(VALUE, QHeaderView.ResizeMode.Stretch)

    def _translate(self) -> None:
        self._head.title.setText(self.tr("To review"))
        self.table.setAccessibleName(self.tr("Doubtful fields"))
        keys = {name: self._key(name) or "–" for name in ("accept", "edit", "empty", "undo")}
        hint = self.tr("{accept} accepts, {edit} edits, {empty} leaves empty, {undo} undoes; for all rows chosen.")
        self._hint.setText(hint.format(**keys))
        title = self.tr("Nothing to review")
        self.notice.say("check", title, self.tr("Every field was read with certainty, or checked by you."))
        self._write()

    def _write(self) -> None:
        doubts, chosen, fair = self._doubts(), self._chosen(), self._fair()
        fields = self.tr("%n field(s)", "", len(doubts))
        briefs = self.tr("%n brief(s)", "", len({brief.id for brief, _ in doubts}))
        self._head.counts.setText(f"{fields} · {briefs}" if doubts else "")
        self.accept.setText(self.tr("Accept %n", "", len(chosen)))
        self.accept.setVisible(bool(chosen))
        self.accept_fair.setText(self.tr("Accept all “fair” (%n)", "", len(fair)))
        self.accept_fair.setVisible(bool(fair))
        self._hint.setVisible(bool(doubts))
        self._stack.setCurrentWidget(self.table if doubts else self.notice)

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

"""To review: every doubtful field in one table, so that one decision mends many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kinu_reader.model import Doubt
from kinu_reader.ui.notice import Notice
from kinu_reader.ui.tables.review_model import UNTYPED, VALUE, ReviewModel
from kinu_reader.ui.tables.view import RecordsTable
from kinu_reader.ui.theme import scaled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kinu_reader.ui.tables.review_model import Doubtful
    from kinu_reader.ui.theme import Theme

HEADER = 48
WIDTHS = (100, 84, 160, 150, 78)  # px, at first; the value takes what is left


class ReviewPanel(QFrame):
    """The table of doubts. What is typed into, accepted or emptied in one row goes for all rows chosen."""

    chosen = Signal(int, str)  # brief and field of the row gone to
    edited = Signal(list, str, str)  # briefs, field, and the value as typed
    accepted = Signal(dict)  # brief -> its fields whose values are right
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "panel")
        self.rows = ReviewModel(self)
        self.table = RecordsTable(self.rows, theme, self)
        self.notice = Notice(theme, self)
        self._title, self._counts, self._hint = QLabel(self), QLabel(self), QLabel(self)
        self.accept, self.accept_fair = QPushButton(self), QPushButton(self)
        self._stack = QStackedWidget(self)
        self._arrange()
        self.accept.clicked.connect(self._accept_chosen)
        self.accept_fair.clicked.connect(lambda: self._accept(self._fair()))
        self.table.chosen.connect(self.chosen)
        self.table.left.connect(self.left)
        self.table.entered.connect(self._accept_chosen)
        self.table.emptied.connect(lambda: self._edit(self.table.currentIndex().row(), ""))
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

    # -- deciding

    def _doubts(self) -> list[Doubtful]:
        return [self.rows.at(row) for row in range(self.rows.rowCount())]

    def _chosen(self) -> list[Doubtful]:
        return [self.rows.at(index.row()) for index in self.table.selectionModel().selectedRows()]

    def _fair(self) -> list[Doubtful]:
        return [doubt for doubt in self._doubts() if doubt[0].record.doubts.get(doubt[1]) is Doubt.FAIR]

    def _accept_chosen(self) -> None:
        self._accept(self._chosen())

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
        row.addWidget(self.accept)
        row.addWidget(self.accept_fair)
        self._hint.setProperty("role", "secondary")
        self._hint.setWordWrap(True)
        self._hint.setContentsMargins(16, 8, 16, 8)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)
        column.addWidget(self._hint)
        for at, width in enumerate(WIDTHS):
            self.table.setColumnWidth(at, width)
        self.table.horizontalHeader().setSectionResizeMode(VALUE, QHeaderView.ResizeMode.Stretch)

    def _translate(self) -> None:
        self._title.setText(self.tr("To review"))
        self.table.setAccessibleName(self.tr("Doubtful fields"))
        self._hint.setText(self.tr("Enter accepts, F2 edits, Del leaves empty, Ctrl+Z undoes; for all rows chosen."))
        title = self.tr("Nothing to review")
        self.notice.say("check", title, self.tr("Every field was read with certainty, or checked by you."))
        self._write()

    def _write(self) -> None:
        doubts, chosen, fair = self._doubts(), self._chosen(), self._fair()
        fields = self.tr("%n field(s)", "", len(doubts))
        briefs = self.tr("%n brief(s)", "", len({brief.id for brief, _ in doubts}))
        self._counts.setText(f"{fields} · {briefs}" if doubts else "")
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

"""Things to be decided one after another: a list of them, what speaks for the current one, and buttons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from kinu_reader.ui.arranging import give_room
from kinu_reader.ui.theme import font, scaled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

    from kinu_reader.model import ArchivedBrief
    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.session import Session

    Decision = Callable[[Archive], "Taken"]

T = TypeVar("T")  # what is decided on
SIZE, LISTED, PADDING, LEADING = QSize(920, 560), 300, 12, 22  # px


@dataclass(frozen=True)
class Taken:
    """A decision that was taken: how to take it back, and the briefs that are otherwise since."""

    back: Callable[[Archive], object]
    briefs: tuple[int, ...] = ()


class DecisionDialog(QDialog, Generic[T]):
    """A list on the left, the current entry on the right. What is decided goes from the list, and can be taken back."""

    undo_asked = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        give_room(self, SIZE)
        self._entries: list[T] = []
        self.summary, self.list, self._pane = QLabel(self), QListWidget(self), QScrollArea(self)
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.list.setAccessibleName(title)
        self.list.setItemDelegate(_Lines(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setProperty("spacious", True)
        self._pane.setWidgetResizable(True)
        self.head, self._buttons = QHBoxLayout(), QHBoxLayout()
        self.undo_button = self.add_button(self.tr("Undo"), self.undo_asked.emit)
        self.undo_button.setEnabled(False)
        self._buttons.addStretch(1)
        self.close_button = self.add_button(self.tr("Close"), self.close)
        self._arrange()
        self.list.currentRowChanged.connect(self._on_row)

    def _arrange(self) -> None:
        self.head.setSpacing(8)
        self.head.addWidget(self.summary, 1)
        self._buttons.setSpacing(8)
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.addWidget(self.list)
        halves.addWidget(self._pane)
        halves.setSizes([self.width() * LISTED // SIZE.width(), self.width() * (SIZE.width() - LISTED) // SIZE.width()])
        halves.setStretchFactor(1, 1)
        halves.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(self.head)
        column.addWidget(halves, 1)
        column.addLayout(self._buttons)

    def add_button(self, text: str, act: Callable[[], object], *, primary: bool = False) -> QPushButton:
        """Add a button; those that decide something stand on the right, before the last."""
        button = QPushButton(text, self)
        button.setProperty("primary", primary)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())
        if self._buttons.count() > 2:
            self._buttons.insertWidget(self._buttons.count() - 1, button)
        else:
            self._buttons.addWidget(button)
        return button

    @property
    def current(self) -> T | None:
        """The entry that is to be decided on."""
        row = self.list.currentRow()
        return self._entries[row] if row >= 0 else None

    def fill(self, entries: Sequence[T]) -> None:
        """List what is to be decided; the line that was current stays so, as far as there is one."""
        row = max(self.list.currentRow(), 0)
        self._entries = list(entries)
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([self.line(entry) for entry in entries])
        self.list.setCurrentRow(min(row, len(entries) - 1))
        self.list.blockSignals(False)
        self._on_row(self.list.currentRow())
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Take the current entry off the list: it is decided."""
        if (row := self.list.currentRow()) >= 0:
            self.fill([*self._entries[:row], *self._entries[row + 1 :]])

    def show_undoable(self, undoable: bool) -> None:
        """Tell whether there is something to take back."""
        self.undo_button.setEnabled(undoable)

    def line(self, entry: T) -> str:
        """Return an entry as it is listed."""
        raise NotImplementedError

    def pane(self, entry: T) -> QWidget:
        """Return what is shown of an entry."""
        raise NotImplementedError

    def nothing(self) -> str:
        """Return what is said where there is nothing to decide."""
        raise NotImplementedError

    def show_choices(self, entry: T | None) -> None:
        """Offer the buttons that make sense for an entry."""
        raise NotImplementedError

    def _on_row(self, row: int) -> None:
        entry = self._entries[row] if row >= 0 else None
        self._pane.setWidget(self.pane(entry) if entry is not None else self._nothing())
        self.show_choices(entry)

    def _nothing(self) -> QLabel:
        label = QLabel(self.nothing())
        label.setWordWrap(True)
        label.setProperty("role", "secondary")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label


class _Lines(QStyledItemDelegate):
    """Cuts each line of an entry to the room there is."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        room = option.rect.width() - 2 * PADDING
        if room > 0:  # when it is painted, not when it is measured
            metrics, lines = option.fontMetrics, str(index.data()).split("\n")
            cut = [metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines]
            option.text = "\u2028".join(cut)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = str(index.data()).count("\n") + 1
        return QSize(0, scaled(lines * LEADING + PADDING))  # Hangul is higher than Latin letters


D = TypeVar("D", bound=DecisionDialog[Any])


class Decider(QObject, Generic[D]):
    """Keeps what a person decides, and how each decision is taken back, as long as the archive is open."""

    changed = Signal()
    made = Signal(object)  # a dialog, to be opened

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._taken: list[Taken] = []
        self._dialog: D | None = None
        session.opened.connect(lambda _: self._taken.clear())

    def ask(self) -> None:
        """Ask for what is to be decided, and show it."""
        raise NotImplementedError

    def make(self) -> D:
        """Return a new dialog, connected."""
        raise NotImplementedError

    def open(self) -> None:
        """Ask, and open the dialog when the answer is there."""
        if self._dialog is None:
            self._dialog = dialog = self.make()
            dialog.undo_asked.connect(self.take_back)
            dialog.finished.connect(self._on_finished)
            dialog.show_undoable(bool(self._taken))
            self.made.emit(dialog)
        self.ask()

    def shown(self) -> D | None:
        """Return the dialog to show an answer in, now open; None if it was closed meanwhile."""
        if self._dialog is not None and not self._dialog.isVisible():
            self._dialog.open()
        return self._dialog

    def decide(self, decision: Decision, *, settled: bool = True) -> None:
        """Do something that can be taken back; unless all is `settled` by it, what is left is asked for again."""

        def decide(archive: Archive) -> tuple[Taken, list[ArchivedBrief]]:
            taken = decision(archive)
            return taken, list(archive.library.briefs(taken.briefs).values())

        def decided(result: tuple[Taken, list[ArchivedBrief]]) -> None:
            taken, briefs = result
            self._taken.append(taken)
            self._tell(briefs, again=not settled)

        if self._dialog is not None and settled:
            self._dialog.settle()
        self._session.act(decide, decided)

    def take_back(self) -> None:
        """Take back what was decided last."""
        if not self._taken:
            return
        taken = self._taken.pop()

        def undone(archive: Archive) -> list[ArchivedBrief]:
            taken.back(archive)
            return list(archive.library.briefs(taken.briefs).values())

        self._session.act(undone, lambda briefs: self._tell(briefs, again=True))

    def _tell(self, briefs: Sequence[ArchivedBrief], *, again: bool) -> None:
        self._session.show_edited(briefs)
        self._session.work_ended.emit(None)  # what answers a search may be otherwise
        self.changed.emit()
        if self._dialog is not None:
            self._dialog.show_undoable(bool(self._taken))
            if again:
                self.ask()

    def _on_finished(self) -> None:
        self._dialog = None


def heading(text: str) -> QLabel:
    """Return a small heading."""
    label = QLabel(text)
    label.setProperty("role", "secondary")
    label.setFont(font(12, semibold=True))
    return label

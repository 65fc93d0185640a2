"""Things to be decided one after another: a list of them, what speaks for the current one, and buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from kinu_reader.ui.theme import font

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.session import Session

    Decision = Callable[[Archive], Callable[[Archive], object]]  # returns what takes it back

SIZE, LISTED = QSize(920, 560), 300  # px


class DecisionDialog(QDialog):
    """A list on the left, the current entry on the right. What is decided goes from the list, and can be taken back."""

    undo_asked = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(SIZE)
        self.summary, self.list, self._pane = QLabel(self), QListWidget(self), QScrollArea(self)
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.list.setAccessibleName(title)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setStyleSheet("QListView::item { padding: 8px 12px; }")
        self._pane.setWidgetResizable(True)
        self.head, self._buttons = QHBoxLayout(), QHBoxLayout()
        self.undo_button = self.add_button(self.tr("Undo"), self.undo_asked.emit)
        self.undo_button.setEnabled(False)
        QShortcut(QKeySequence.StandardKey.Undo, self, self.undo_button.click)
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
        halves.setSizes([LISTED, SIZE.width() - LISTED])
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
    def row(self) -> int:
        """The current entry, -1 if there is none."""
        return self.list.currentRow()

    def fill(self, lines: Sequence[str], current: int = 0) -> None:
        """List entries."""
        self.list.clear()
        self.list.addItems(list(lines))
        self.list.setCurrentRow(min(current, len(lines) - 1))
        self._on_row(self.row)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_undoable(self, undoable: bool) -> None:
        """Tell whether there is something to take back."""
        self.undo_button.setEnabled(undoable)

    def pane(self, row: int) -> QWidget:
        """Return what is shown of an entry."""
        raise NotImplementedError

    def nothing(self) -> str:
        """Return what is said where there is nothing to decide."""
        raise NotImplementedError

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self._pane.setWidget(self.pane(row))
            return
        label = QLabel(self.nothing())
        label.setWordWrap(True)
        label.setProperty("role", "secondary")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pane.setWidget(label)


class Decider(QObject):
    """Keeps what a person decides, and how each decision is taken back, as long as the archive is open."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._backs: list[Callable[[Archive], object]] = []
        self._dialog: DecisionDialog | None = None
        session.opened.connect(lambda _: self._backs.clear())

    def refresh(self) -> None:
        """Ask for what is to be decided, and show it."""
        raise NotImplementedError

    def decide(self, decision: Decision) -> None:
        """Do something that can be taken back, and show what has become of it."""
        self._session.act(decision, self._on_decided)

    def take_back(self) -> None:
        """Take back what was decided last."""
        if self._backs:
            self._session.act(self._backs.pop(), lambda _: self.changed())

    def changed(self) -> None:
        """Show what is otherwise now, in the window and in the dialog if it is open."""
        self._session.work_ended.emit(None)
        if self._dialog is not None:
            self.refresh()

    def _on_decided(self, back: Callable[[Archive], object]) -> None:
        self._backs.append(back)
        self.changed()

    def _show(self, dialog: DecisionDialog) -> None:
        """Open a dialog, once."""
        self._dialog = dialog
        dialog.undo_asked.connect(self.take_back)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _on_finished(self) -> None:
        self._dialog = None


def heading(text: str) -> QLabel:
    """Return a small heading."""
    label = QLabel(text)
    label.setProperty("role", "secondary")
    label.setFont(font(12, semibold=True))
    return label

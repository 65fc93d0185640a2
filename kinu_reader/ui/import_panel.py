"""Long work at the bottom of the window: how far, how fast, how long yet, and what could not be read."""

from __future__ import annotations

import time
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kinu_reader.model import FailureKind, Work
from kinu_reader.ui.folders import show_in_folder
from kinu_reader.ui.icons import button_icon, pixmap
from kinu_reader.ui.theme import font, scaled
from kinu_reader.ui.wording import failure_reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.model import Change, Failure, Step
    from kinu_reader.ui.theme import Theme

FAILURE_ROW, NAME = 40, 300  # px
REST_MS = 10_000  # that it stays with nothing left to do
SHOWN_FAILURES = 4  # at a time; the rest is scrolled to


class ImportPanel(QFrame):
    """Shows an import under way and the failures it left behind."""

    paused = Signal(bool)
    cancelled = Signal()
    dismissed = Signal(list)  # paths
    password_given = Signal(str, str)  # path, and what opens it
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._step: Step | None = None
        self._change: Change | None = None
        self._failures: Sequence[Failure] = ()
        self._began, self._open = 0.0, False  # when work began, and whether the panel was open then
        self.setProperty("ground", "window")
        self.setProperty("edge", "top")
        self._title, self._pace, self._file = QLabel(self), QLabel(self), QLabel(self)
        self._bar = QProgressBar(self)
        self._pause, self._cancel, self._dismiss_all = (QPushButton(self) for _ in range(3))
        self._close = QToolButton(self)
        self._list = QScrollArea(self)
        self._arrange()
        self._pause.toggled.connect(self._on_pause)
        self._cancel.clicked.connect(self.cancelled)
        self._close.clicked.connect(self.closed)
        self._dismiss_all.clicked.connect(self._dismiss_them)
        self.rest = QTimer(self, singleShot=True, interval=REST_MS)
        self.rest.timeout.connect(self._rest)
        theme.changed.connect(self._dress)
        self._dress()
        self._translate()
        self.hide()

    @property
    def running(self) -> bool:
        """Whether work is under way."""
        return self._step is not None

    def start(self, step: Step) -> None:
        """Show that work begins."""
        self._open, self._began, self._change = self.isVisible(), time.monotonic(), None
        self._pause.setChecked(False)
        self.show_step(step)
        self.show()

    def show_step(self, step: Step) -> None:
        """Show how far it is."""
        self._step = step
        self._write()

    def finish(self, change: Change | None) -> None:
        """Show what it came to; with nothing new to tell the panel goes, unless it was open before."""
        was_open = self._open if self.running else self.isVisible()
        self._step, self._change = None, change
        self._write()
        self.setVisible(bool(change) or (was_open and bool(self._failures)))
        self.rest.start()

    def show_failures(self, failures: Sequence[Failure]) -> None:
        """List what could not be read."""
        self._failures = failures
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for failure in failures:
            column.addWidget(self._failure(failure))
        column.addStretch(1)
        self._list.setWidget(rows)
        self._list.setFixedHeight(scaled(FAILURE_ROW) * min(len(failures), SHOWN_FAILURES))
        self._list.setVisible(bool(failures))
        self._write()

    def _rest(self) -> None:
        """Go: what was done has been read, and nothing is left to do."""
        if not (self.running or self._failures):
            self.closed.emit()

    # -- making

    def _arrange(self) -> None:
        self._title.setFont(font(13, semibold=True))
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(300)
        self._pause.setCheckable(True)
        for label in (self._pace, self._file):
            label.setProperty("role", "secondary")
            label.setFont(font(12, tabular=True))
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addWidget(self._bar)
        row.addWidget(self._pace)
        row.addStretch(1)
        row.addWidget(self._file)
        row.addWidget(self._pause)
        row.addWidget(self._cancel)
        row.addWidget(self._dismiss_all)
        row.addWidget(self._close)
        self._list.setWidgetResizable(True)
        self._list.setProperty("ground", "panel")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row)
        whole.addWidget(self._list)

    def _failure(self, failure: Failure) -> QFrame:
        frame = QFrame()
        frame.setProperty("ground", "panel")
        frame.setProperty("edge", "top")
        frame.setFixedHeight(scaled(FAILURE_ROW))
        row = QHBoxLayout(frame)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(10)
        sign, name, reason = QLabel(frame), QLabel(frame), QLabel(frame)
        sign.setPixmap(pixmap("warning", self._theme.tokens.failure, scaled(16), self.devicePixelRatioF()))
        name.setTextFormat(Qt.TextFormat.PlainText)
        called = PurePath(failure.path).name
        name.setFixedWidth(scaled(NAME))  # so that all reasons begin in one line
        name.setText(name.fontMetrics().elidedText(called, Qt.TextElideMode.ElideMiddle, name.width()))
        name.setToolTip(failure.path)
        reason.setText(failure_reason(failure.kind))
        reason.setProperty("role", "secondary")
        folder = QPushButton(self.tr("Show in folder"), frame)
        folder.setAccessibleName(self.tr("Show {} in its folder").format(called))
        folder.clicked.connect(lambda: show_in_folder(Path(failure.path)))
        dismiss = QPushButton(self.tr("Dismiss"), frame)
        dismiss.setAccessibleName(self.tr("Dismiss {}").format(called))
        dismiss.clicked.connect(lambda: self.dismissed.emit([failure.path]))
        row.addWidget(sign)
        row.addWidget(name)
        row.addWidget(reason, 1)
        if failure.kind is FailureKind.ENCRYPTED:
            unlock = QPushButton(self.tr("Enter password…"), frame)
            unlock.clicked.connect(lambda: self._ask_password(failure))
            row.addWidget(unlock)
        row.addWidget(folder)
        row.addWidget(dismiss)
        return frame

    def _ask_password(self, failure: Failure) -> None:
        question = self.tr("Password of {}:").format(PurePath(failure.path).name)
        echo = QLineEdit.EchoMode.Password
        password, given = QInputDialog.getText(self, self.tr("Enter password…"), question, echo)
        if given and password:
            self.password_given.emit(failure.path, password)

    def _dismiss_them(self) -> None:
        self.dismissed.emit([failure.path for failure in self._failures])

    def _on_pause(self, pause: bool) -> None:
        self._translate()
        self.paused.emit(pause)

    # -- wording

    def _dress(self) -> None:
        self._close.setIcon(button_icon("close", self._theme.tokens))
        self.show_failures(self._failures)

    def _translate(self) -> None:
        self._pause.setText(self.tr("Go on") if self._pause.isChecked() else self.tr("Pause"))
        self._cancel.setText(self.tr("Cancel"))
        self._dismiss_all.setText(self.tr("Dismiss all"))
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close"))
        self.show_failures(self._failures)

    def _write(self) -> None:
        step = self._step
        for widget in (self._bar, self._pause, self._cancel, self._file):
            widget.setVisible(step is not None)
        self._close.setVisible(step is None)
        self._dismiss_all.setVisible(step is None and len(self._failures) > 1)
        if step is None:
            self._title.setText(self._summary())
            self._pace.setText("")
            return
        self._bar.setRange(0, step.total)
        self._bar.setValue(step.done)
        doing = {
            Work.IMPORT: self.tr("Importing {} of {}"),
            Work.INDEX: self.tr("Indexing {} of {}"),
            Work.REREAD: self.tr("Reading again: {} of {}"),
            Work.COMPARE: self.tr("Comparing {} of {}"),
            Work.OCR: self.tr("Reading pictures: {} of {}"),
            Work.CHECK: self.tr("Checking {} of {}"),
            Work.BACKUP: self.tr("Backing up {} of {}"),
            Work.RESTORE: self.tr("Restoring {} of {}"),
            Work.COPY: self.tr("Marking copies: {} of {}"),
            Work.PACKET: self.tr("Drawing passages: {} of {}"),
        }
        self._title.setText(doing[step.work].format(step.done, step.total))
        self._pace.setText(self._remaining(step))
        metrics = self._file.fontMetrics()
        self._file.setText(metrics.elidedText(step.name, Qt.TextElideMode.ElideMiddle, 260))

    def _remaining(self, step: Step) -> str:
        seconds = time.monotonic() - self._began
        if self._pause.isChecked():
            return self.tr("paused")
        if not step.done or seconds < 1:
            return ""
        pace = step.done / seconds
        left = (step.total - step.done) / pace
        minutes = round(left / 60)
        rest = self.tr("about %n s left", "", round(left)) if left < 90 else self.tr("about %n min left", "", minutes)
        if step.work in (Work.CHECK, Work.BACKUP, Work.RESTORE):  # files, not briefs
            return rest
        return self.tr("{} briefs/s").format(f"{pace:.1f}") + " · " + rest

    def _summary(self) -> str:
        if self._change is None:
            return self.tr("%n file(s) could not be read", "", len(self._failures))
        parts = [self.tr("%n brief(s) added", "", len(self._change.added))]
        if self._change.already:
            parts.append(self.tr("%n already in the archive", "", len(self._change.already)))
        if self._change.updated:
            parts.append(self.tr("%n new version(s)", "", len(self._change.updated)))
        if self._change.failed:
            parts.append(self.tr("%n could not be read", "", len(self._change.failed)))
        if self._change.cancelled:
            parts.append(self.tr("stopped"))
        return " · ".join(parts)

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

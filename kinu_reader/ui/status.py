"""The line at the foot of the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from kinu_reader.ui.theme import font

if TYPE_CHECKING:
    from kinu_reader.model import SearchResult
    from kinu_reader.tasks.holdings import Holdings

HEIGHT = 28


class Status(QFrame):
    """How much there is, what could not be read, and how long the search took."""

    failures_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._holdings: Holdings | None = None
        self._result: SearchResult | None = None
        self._failures = 0
        self.setFixedHeight(HEIGHT)
        self.setProperty("ground", "window")
        self.setProperty("edge", "top")
        self._briefs, self._problem, self._took = QLabel(self), QLabel(self), QLabel(self)
        self._unread, self._folder = QPushButton(self), QPushButton(self)
        self._path = ""  # of what was written last
        for button in (self._unread, self._folder):
            button.setProperty("link", True)
            button.setFixedHeight(22)
        self._unread.clicked.connect(self.failures_asked)
        self._folder.clicked.connect(lambda: show_in_folder(Path(self._path)))
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setMinimumWidth(1)  # a long path must not widen the window
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(12)
        for widget in (self._briefs, self._unread, self._problem, self._folder):
            widget.setFont(font(12, tabular=True))
            row.addWidget(widget)
        self._took.setFont(font(12, tabular=True))
        row.addStretch(1)
        row.addWidget(self._took)
        for label in (self._briefs, self._took):
            label.setProperty("role", "secondary")
        self._write()

    def show_holdings(self, holdings: Holdings) -> None:
        """Show how many briefs there are."""
        self._holdings = holdings
        self._write()

    def show_failures(self, count: int) -> None:
        """Show how many files could not be read."""
        self._failures = count
        self._write()

    def show_result(self, result: SearchResult) -> None:
        """Show how much a search found, and how fast."""
        self._result = result
        self.show_problem("")
        self._write()

    def show_problem(self, sentence: str) -> None:
        """Show what went wrong, until the next search."""
        self._show(sentence, "failure", "")

    def say(self, sentence: str, path: str = "") -> None:
        """Show what was done, until the next search; a `path` can be shown in its folder."""
        self._show(sentence, "", path)

    def _show(self, sentence: str, role: str, path: str) -> None:
        self._problem.setText(sentence)
        self._problem.setToolTip(sentence)
        self._problem.setProperty("role", role)
        self._problem.style().polish(self._problem)
        self._path = path
        self._folder.setVisible(bool(path))

    def _write(self) -> None:
        number = QLocale().toString
        briefs = self._holdings.briefs if self._holdings else 0
        said = self.tr("%n brief(s)", "", briefs)
        self._briefs.setText(said.replace(str(briefs), number(briefs)) if self._holdings else "")
        self._unread.setText(self.tr("%n file(s) could not be read", "", self._failures))
        self._unread.setVisible(self._failures > 0)
        self._folder.setText(self.tr("Show in folder"))
        self._folder.setVisible(bool(self._path))
        result = self._result
        if result is None or not result.query.needs:
            self._took.clear()
            return
        passages = self.tr("%n passage(s)", "", result.passages)
        self._took.setText(self.tr("{} in {} ms").format(passages, number(round(result.took_ms))))

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)


def show_in_folder(path: Path) -> None:
    """Open the folder that a file lies in, or a folder itself, in the file manager."""
    folder = path if path.is_dir() else path.parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

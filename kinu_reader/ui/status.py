"""The line at the foot of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from kinu_reader.ui.theme import font, scaled

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
        self.setFixedHeight(scaled(HEIGHT))
        self.setProperty("ground", "window")
        self.setProperty("edge", "top")
        self._briefs, self._problem, self._took = QLabel(self), QLabel(self), QLabel(self)
        self._unread = QPushButton(self)
        self._unread.setProperty("link", True)
        self._unread.setFixedHeight(scaled(22))
        self._unread.clicked.connect(self.failures_asked)
        self._problem.setProperty("role", "failure")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(12)
        for widget in (self._briefs, self._unread, self._problem, self._took):
            widget.setFont(font(12, tabular=True))
            row.addWidget(widget, 1 if widget is self._problem else 0)
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
        self._problem.clear()
        self._write()

    def show_problem(self, sentence: str) -> None:
        """Show what went wrong, until the next search."""
        self._problem.setText(sentence)

    def _write(self) -> None:
        number = QLocale().toString
        briefs = self._holdings.briefs if self._holdings else 0
        said = self.tr("%n brief(s)", "", briefs)
        self._briefs.setText(said.replace(str(briefs), number(briefs)) if self._holdings else "")
        self._unread.setText(self.tr("%n file(s) could not be read", "", self._failures))
        self._unread.setVisible(self._failures > 0)
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

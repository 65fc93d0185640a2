"""The line at the foot of the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from kinu_reader.ui.folders import show_in_folder
from kinu_reader.ui.theme import font, scaled
from kinu_reader.ui.wording import grouped

if TYPE_CHECKING:
    from collections.abc import Callable

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
        self._act: Callable[[], object] = lambda: None
        self.setFixedHeight(scaled(HEIGHT))
        self.setProperty("ground", "window")
        self.setProperty("edge", "top")
        self._briefs, self._notice, self._problem, self._took = (QLabel(self) for _ in range(4))
        self._unread, self.take_back = QPushButton(self), QPushButton(self)
        for button in (self._unread, self.take_back):
            button.setProperty("link", True)
            button.setFixedHeight(scaled(22))
        self._unread.clicked.connect(self.failures_asked)
        self.take_back.clicked.connect(self._on_button)
        self._problem.setProperty("role", "failure")
        for label in (self._problem, self._notice):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumWidth(1)  # a long path must not widen the window
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(12)
        for widget in (self._briefs, self._unread, self._notice, self.take_back, self._problem):
            widget.setFont(font(12, tabular=True))
            row.addWidget(widget)
        self._took.setFont(font(12, tabular=True))
        row.addStretch(1)
        row.addWidget(self._took)
        for label in (self._briefs, self._took):
            label.setProperty("role", "secondary")
        self.clear_notice()
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
        self._problem.setText(sentence)
        self._problem.setToolTip(sentence)

    def say(self, sentence: str, path: str = "") -> None:
        """Show what was written, and offer to show where."""
        self.show_notice(sentence, self.tr("Show in folder") if path else "", lambda: show_in_folder(Path(path)))

    def show_notice(self, sentence: str, button: str = "", act: Callable[[], object] = lambda: None) -> None:
        """Show what has been done, with a button that does more or takes it back; until the next deed."""
        self._notice.setText(sentence)
        self._notice.setVisible(bool(sentence))
        self.take_back.setText(button)
        self.take_back.setVisible(bool(button))
        self.take_back.setAccessibleDescription(sentence)
        self._act = act
        self._problem.clear()
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._notice, sentence))

    def clear_notice(self) -> None:
        """Show no more what was done last."""
        self._notice.clear()
        for widget in (self._notice, self.take_back):
            widget.hide()

    def _on_button(self) -> None:
        self.clear_notice()
        self._act()

    def _write(self) -> None:
        number = QLocale().toString
        briefs = self._holdings.briefs if self._holdings else 0
        said = grouped(self.tr("%n brief(s)", "", briefs), briefs)
        self._briefs.setText(said if self._holdings else "")
        self._unread.setText(self.tr("%n file(s) could not be read", "", self._failures))
        self._unread.setVisible(self._failures > 0)
        result = self._result
        if result is None or not result.query.needs:
            self._took.clear()
            return
        passages = grouped(self.tr("%n passage(s)", "", result.passages), result.passages)
        self._took.setText(self.tr("{} in {} ms").format(passages, number(round(result.took_ms))))

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

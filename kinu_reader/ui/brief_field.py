"""A field in which a brief is named by code or title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kinu_reader.model import ArchivedBrief


class BriefField(QLineEdit):
    """Offers what holds the letters typed; Enter or a click chooses."""

    chosen = Signal(int)  # brief

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ids: dict[str, int] = {}  # by the names that are offered
        self.setPlaceholderText(self.tr("Code or title of the brief"))
        self.setAccessibleName(self.tr("Code or title of the brief"))
        self.returnPressed.connect(lambda: self.choose(self.text()))

    def show_briefs(self, briefs: Sequence[ArchivedBrief]) -> None:
        """Offer these briefs."""
        for brief in briefs:
            record = brief.record
            name = " · ".join(filter(None, (record.code, record.title or brief.file, record.language)))
            self.ids[name] = brief.id
        completer = QCompleter(list(self.ids), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self.choose)
        self.setCompleter(completer)

    def choose(self, name: str) -> None:
        """Choose the brief that is offered by this name, if any."""
        if name in self.ids:
            self.chosen.emit(self.ids[name])

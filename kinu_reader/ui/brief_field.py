"""A field in which a brief is named by code or title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kinu_reader.model import ArchivedBrief


class BriefField(QLineEdit):
    """Offers what holds the letters typed; Enter or a click chooses, a part of a name too if only one holds it."""

    chosen = Signal(int)  # brief
    unknown = Signal(int)  # how many briefs have in their names what was typed, if not one

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
        """Choose the brief of this name, or the only one whose name holds it."""
        typed = name.strip().casefold()
        ids = (
            [self.ids[name]]
            if name in self.ids
            else [id for known, id in self.ids.items() if typed in known.casefold()]
        )
        if len(ids) == 1:
            self.chosen.emit(ids[0])
        elif typed:
            self.unknown.emit(len(ids))


def unknown_said(named: int) -> str:
    """Say that what was typed into a field names several briefs, or none."""
    translate = QCoreApplication.translate
    if named:
        return translate("BriefField", "Choose one of the briefs that are offered.")
    return translate("BriefField", "There is no such brief.")

"""Why is that brief not among the results? Names a brief, and says what keeps it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QDialog, QLabel, QLineEdit, QVBoxLayout

from kinu_reader.tasks.understanding import bounds
from kinu_reader.ui.wording import clause_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kinu_reader.index import Reason
    from kinu_reader.model import ArchivedBrief, Filters
    from kinu_reader.tasks.searching import WhyNot

WIDTH = 460


class WhyNotDialog(QDialog):
    """A field for the brief, and the answer below it."""

    asked = Signal(int)  # brief

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("A brief is missing?"))
        self.setFixedWidth(WIDTH)
        self._ids: dict[str, int] = {}
        self.field, self.answer = QLineEdit(self), QLabel(self)
        self.field.setPlaceholderText(self.tr("Code or title of the brief"))
        self.field.setAccessibleName(self.tr("Code or title of the brief"))
        self.answer.setWordWrap(True)
        self.answer.setTextFormat(Qt.TextFormat.PlainText)
        asked = QLabel(self.tr("Why does it not answer “{}”?").format(text), self)
        asked.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for part in (asked, self.field, self.answer):
            column.addWidget(part)

    def show_briefs(self, briefs: Sequence[ArchivedBrief]) -> None:
        """Offer these briefs."""
        for brief in briefs:
            record = brief.record
            name = " · ".join(filter(None, (record.code, record.title or brief.file, record.language)))
            self._ids[name] = brief.id
        completer = QCompleter(list(self._ids), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self._ask)
        self.field.setCompleter(completer)
        self.field.returnPressed.connect(lambda: self._ask(self.field.text()))

    def show_answer(self, why: WhyNot) -> None:
        """Say why."""
        lines = [self._bounds(why.bounds)] if why.bounded else []
        lines += filter(None, map(self._reason, why.explanation.reasons))
        if why.unseen:
            lines.append(self.tr("A search cannot see its pages {}.").format(", ".join(why.unseen)))
        if why.answers:
            lines.insert(0, self.tr("It does answer: it is among the results."))
        elif not lines:
            lines.append(self.tr("It is not indexed yet."))
        self.answer.setText("\n".join(lines))

    def _bounds(self, filters: Filters) -> str:
        left = [f"{name}: {value}" for name, value in bounds(filters).items()]
        if not left:
            return self.tr("The place chosen leaves it out.")
        return self.tr("It is left out by {}.").format(", ".join(left))

    def _ask(self, name: str) -> None:
        """Ask why the brief of this name, or the only one whose name holds it, does not answer."""
        typed = name.strip().casefold()
        ids = [id for known, id in self._ids.items() if name == known] or [
            id for known, id in self._ids.items() if typed and typed in known.casefold()
        ]
        if len(ids) == 1:
            self.asked.emit(ids[0])
        elif typed:
            self.answer.setText(
                self.tr("Choose one of the briefs that are offered.") if ids else self.tr("There is no such brief.")
            )

    def _reason(self, reason: Reason) -> str:
        either = self.tr("or")
        asked = f" {either} ".join(clause_words(clause) for clause in reason.need.typed)
        if reason.met and reason.need.banned:
            return self.tr("It holds {}, which was excluded.").format(asked)
        if reason.met or reason.need.banned:
            return ""
        lacks = self.tr("It lacks {}.").format(asked)
        near = self.tr("It holds {} instead.").format(", ".join(reason.close)) if reason.close else ""
        return f"{lacks} {near}".strip()

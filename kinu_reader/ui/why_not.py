"""Why is that brief not among the results? Names a brief, and says what keeps it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout

from kinu_reader.tasks.understanding import bounds
from kinu_reader.ui.brief_field import BriefField, unknown_said
from kinu_reader.ui.theme import scaled
from kinu_reader.ui.wording import clause_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kinu_reader.index import Reason
    from kinu_reader.model import Filters
    from kinu_reader.tasks.searching import WhyNot

WIDTH = 460


class WhyNotDialog(QDialog):
    """A field for the brief, and the answer below it."""

    asked = Signal(int)  # brief

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("A brief is missing?"))
        self.setFixedWidth(scaled(WIDTH))
        self.field, self.answer = BriefField(self), QLabel(self)
        self.field.chosen.connect(self.asked)
        self.field.unknown.connect(lambda named: self.answer.setText(unknown_said(named)))
        self.answer.setWordWrap(True)
        self.answer.setTextFormat(Qt.TextFormat.PlainText)
        asked = QLabel(self.tr("Why does it not answer “{}”?").format(text), self)
        asked.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for part in (asked, self.field, self.answer):
            column.addWidget(part)

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

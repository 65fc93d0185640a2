"""Briefs that may be one in two languages, with the evidence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from kinu_reader.ui.relations.comparing import Comparison
from kinu_reader.ui.relations.deciding import DecisionDialog, heading
from kinu_reader.ui.relations.wording import brief_line, evidence_said
from kinu_reader.ui.wording import field_name, language_name

if TYPE_CHECKING:
    from kinu_reader.model import Card
    from kinu_reader.tasks.editions import Proposal


class EditionsDialog(DecisionDialog["Proposal"]):
    """Pairs, the likeliest first."""

    decided = Signal(int, int, bool)  # two briefs, and whether they are editions of one
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Editions"), parent)
        self.refuse_button = self.add_button(self.tr("Not editions of one"), partial(self._decide, False))
        self.confirm_button = self.add_button(self.tr("Editions of one"), partial(self._decide, True), primary=True)
        self.summary.setText(
            self.tr("Are these one brief in two languages? What you say holds, whatever codes and dates say.")
        )

    # -- what an entry is

    def line(self, entry: Proposal) -> str:
        return f"{brief_line(entry.one)}\n{brief_line(entry.other)}"

    def nothing(self) -> str:
        return self.tr("There is no pair to decide on.")

    def show_choices(self, entry: Proposal | None) -> None:
        for button in (self.refuse_button, self.confirm_button):
            button.setVisible(entry is not None)

    def pane(self, entry: Proposal) -> QWidget:
        cards = entry.one, entry.other
        comparison = Comparison([self._head(card) for card in cards], self._rows(cards))
        comparison.below.addWidget(heading(self.tr("What speaks for it")))
        for reason in entry.reasons:
            comparison.say(evidence_said(reason))
        if not entry.reasons:
            comparison.say(self.tr("Nothing but that their codes agree."))
        if entry.shown:
            comparison.say(self.tr("They are taken for editions of one at present."))
        return comparison

    def _head(self, card: Card) -> QPushButton:
        button = QPushButton(self.tr("Open"))
        button.setProperty("link", True)
        button.setAutoDefault(False)
        button.setAccessibleDescription(brief_line(card))
        button.clicked.connect(partial(self.opened.emit, card.id))
        return button

    def _rows(self, cards: tuple[Card, Card]) -> list[tuple[str, list[str]]]:
        return [
            (field_name("language"), [language_name(card.language) for card in cards]),
            (field_name("title"), [card.title or "" for card in cards]),
            (field_name("code"), [card.code or "" for card in cards]),
            (field_name("date"), [card.date or "" for card in cards]),
            (field_name("authors"), ["; ".join(card.authors) for card in cards]),
            (field_name("series"), [card.series or "" for card in cards]),
        ]

    def _decide(self, holds: bool) -> None:
        if (entry := self.current) is not None:
            self.decided.emit(entry.one.id, entry.other.id, holds)

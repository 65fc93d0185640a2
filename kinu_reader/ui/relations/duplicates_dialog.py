"""Briefs that may be one, side by side: which of them stays."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QPushButton, QRadioButton, QVBoxLayout, QWidget

from kinu_reader.tasks.corrections import field_text
from kinu_reader.tasks.duplicates import offers
from kinu_reader.ui.arranging import LINK, hang
from kinu_reader.ui.relations.comparing import Comparison
from kinu_reader.ui.relations.deciding import DecisionDialog, heading
from kinu_reader.ui.relations.wording import brief_line, sameness
from kinu_reader.ui.wording import field_name, language_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kinu_reader.model import Card
    from kinu_reader.tasks.duplicates import Compared, DuplicateGroup


class DuplicatesDialog(DecisionDialog["DuplicateGroup"]):
    """Groups of briefs; of each one is kept, and the others go into the bin."""

    kept = Signal(int, object, object)  # brief; those to put away; what to take over: values as typed by field
    told_apart = Signal(object)  # pairs of briefs that are not the same
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Duplicates"), parent)
        self._compared: Mapping[int, Compared] = {}
        self.choice: QButtonGroup | None = None
        self.offers: dict[QCheckBox, tuple[str, str]] = {}
        self.apart_button = self.add_button(self.tr("Not the same"), self._tell_apart)
        self.keep_button = self.add_button(self.tr("Keep the one chosen"), self._keep, primary=True)
        self.summary.setText(
            self.tr(
                "The others go into the bin. Tags, collections and bookmarks of theirs go to the brief that is kept."
            )
        )

    def show_groups(self, groups: Sequence[DuplicateGroup], compared: Mapping[int, Compared]) -> None:
        """Show groups, with what is known of their briefs."""
        self._compared = compared
        self.fill([group for group in groups if all(card.id in compared for card in group.cards)])

    # -- what an entry is

    def line(self, entry: DuplicateGroup) -> str:
        first = entry.cards[0]
        shares = (sameness(likeness) for likeness in entry.likenesses)
        reasons = dict.fromkeys(part for share in shares for part in share.split(" · "))
        return f"{brief_line(first)}\n{' · '.join(reasons)}"

    def nothing(self) -> str:
        return self.tr("No brief seems to be here twice.")

    def show_choices(self, entry: DuplicateGroup | None) -> None:
        self.apart_button.setVisible(entry is not None and len(entry.cards) == 2)
        self.keep_button.setVisible(entry is not None)

    def pane(self, entry: DuplicateGroup) -> QWidget:
        self.choice, self.offers = QButtonGroup(self), {}
        likeliest = max(entry.cards, key=lambda card: (self._compared[card.id].made, -card.id))
        heads = [self._head(entry, card, chosen=card is likeliest) for card in entry.cards]
        rows = self._rows([self._compared[card.id] for card in entry.cards])
        comparison = Comparison(heads, rows, stressed=True)
        comparison.below.addWidget(heading(self.tr("Why they may be one")))
        codes = {card.id: at for at, card in enumerate(entry.cards, 1)}
        for likeness in entry.likenesses:
            between = f"{codes[likeness.one]} = {codes[likeness.other]}: " if len(entry.cards) > 2 else ""
            comparison.say(between + sameness(likeness))
        offered = QVBoxLayout()
        comparison.below.addLayout(offered)
        self.choice.idClicked.connect(lambda _: self._offer(entry, offered))
        self._offer(entry, offered)
        return comparison

    def _head(self, entry: DuplicateGroup, card: Card, *, chosen: bool) -> QWidget:
        assert self.choice is not None
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(LINK, 0, 0, 0)
        column.setSpacing(2)
        button = QRadioButton(self.tr("Keep this one"), head)
        button.setChecked(chosen)
        button.setAccessibleDescription(brief_line(card))
        self.choice.addButton(button, card.id)
        column.addWidget(button)
        read = QPushButton(self.tr("Open"), head)
        read.clicked.connect(partial(self.opened.emit, card.id))
        links = [read]
        if len(entry.cards) > 2:
            other = QPushButton(self.tr("Is none of these"), head)
            pairs = [tuple(sorted((card.id, one.id))) for one in entry.cards if one is not card]
            other.clicked.connect(partial(self.told_apart.emit, pairs))
            links.append(other)
        for link in links:
            link.setProperty("link", True)
            link.setAutoDefault(False)
            column.addLayout(hang(link))
        return head

    def _rows(self, compared: Sequence[Compared]) -> list[tuple[str, list[str]]]:
        records = [one.brief.record for one in compared]
        number = QLocale().toString
        return [
            (field_name("title"), [record.title or "" for record in records]),
            (field_name("code"), [record.code or "" for record in records]),
            (field_name("date"), [record.date or "" for record in records]),
            (field_name("language"), [language_name(record.language) for record in records]),
            (self.tr("Pages"), [number(one.brief.pages) for one in compared]),
            (self.tr("File"), [one.brief.file for one in compared]),
            (self.tr("Imported"), [one.brief.imported_at[:10] for one in compared]),
            (self.tr("Bookmarks"), [number(one.bookmarks) for one in compared]),
            (self.tr("Tags"), [", ".join((*one.brief.tags, *one.collections)) for one in compared]),
            (self.tr("Entered by you"), [", ".join(map(field_name, one.typed)) for one in compared]),
        ]

    def _offer(self, entry: DuplicateGroup, into: QVBoxLayout) -> None:
        """Offer what a person entered in those that go, where the one kept says something else."""
        for box in self.offers:
            box.setParent(None)
            box.deleteLater()
        kept, going = self._chosen(entry)
        briefs = {id: self._compared[id].brief for id in going}
        self.offers = {}
        for offer in offers(self._compared[kept].brief, briefs.values()):
            value = field_text(briefs[offer.brief].record, offer.field)
            box = QCheckBox(self.tr("Take over {}: {}").format(field_name(offer.field), value or "–"))
            self.offers[box] = offer.field, value
            into.addWidget(box)

    # -- deciding

    def _chosen(self, entry: DuplicateGroup) -> tuple[int, list[int]]:
        kept = self.choice.checkedId() if self.choice else entry.cards[0].id
        return kept, [card.id for card in entry.cards if card.id != kept]

    def _keep(self) -> None:
        if (entry := self.current) is not None:
            taken = dict(said for box, said in self.offers.items() if box.isChecked())
            self.kept.emit(*self._chosen(entry), taken)

    def _tell_apart(self) -> None:
        if (entry := self.current) is not None:
            self.told_apart.emit([tuple(card.id for card in entry.cards)])

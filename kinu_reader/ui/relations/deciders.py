"""What a person decides of duplicates, editions and names: asked for, done, taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kinu_reader.model import Field, restated, stated
from kinu_reader.tasks import authority, duplicates, editing, editions
from kinu_reader.ui.relations.deciding import Decider, Taken
from kinu_reader.ui.relations.duplicates_dialog import DuplicatesDialog
from kinu_reader.ui.relations.editions_dialog import EditionsDialog
from kinu_reader.ui.relations.names_dialog import NamesDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from kinu_reader.model import Decision, Progress
    from kinu_reader.tasks.archive import Archive
    from kinu_reader.tasks.authority import Suggestion
    from kinu_reader.tasks.duplicates import Compared, DuplicateGroup
    from kinu_reader.tasks.editions import Proposal
    from kinu_reader.ui.session import Session

    Named = tuple[list[Suggestion], list[tuple[str, ...]], Mapping[str, int]]


class Duplicates(Decider[DuplicatesDialog]):
    """Which of several briefs stays."""

    opened = Signal(int)  # a brief is to be read

    def ask(self) -> None:
        self._session.run(_groups, self._show)

    def make(self) -> DuplicatesDialog:
        dialog = DuplicatesDialog(self._window)
        dialog.kept.connect(lambda keep, drop, taken: self.decide(partial(_keep, keep, drop, taken)))
        dialog.told_apart.connect(self._tell_apart)
        dialog.opened.connect(self.opened)
        dialog.opened.connect(dialog.close)
        return dialog

    def _show(self, found: tuple[list[DuplicateGroup], dict[int, Compared]]) -> None:
        if (dialog := self.shown()) is not None:
            dialog.show_groups(*found)

    def _tell_apart(self, pairs: Sequence[tuple[int, int]]) -> None:
        self.decide(partial(_tell_apart, pairs), settled=len(pairs) == 1)


class Editions(Decider[EditionsDialog]):
    """Which briefs are one in two languages."""

    opened = Signal(int)

    def ask(self) -> None:
        self._session.run(editions.proposals, self._show)

    def make(self) -> EditionsDialog:
        dialog = EditionsDialog(self._window)
        dialog.decided.connect(self.say)
        dialog.opened.connect(self.opened)
        dialog.opened.connect(dialog.close)
        return dialog

    def say(self, one: int, other: int, holds: bool) -> None:
        """Keep whether two briefs are editions of one."""
        self.decide(partial(_pair, one, other, holds))

    def _show(self, found: list[Proposal]) -> None:
        if (dialog := self.shown()) is not None:
            dialog.fill(found)


class Names(Decider[NamesDialog]):
    """Which names are one author's or one division's."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(session, window)
        self._field, self._name = Field.AUTHOR, ""

    def open_for(self, field: Field = Field.AUTHOR, name: str = "") -> None:
        """Show all names of a field, or those that one may be written as."""
        self._field, self._name = field, name
        self.open()

    def ask(self) -> None:
        field = self._field
        self._session.ask(partial(_names, field), partial(self._show, field))

    def make(self) -> NamesDialog:
        dialog = NamesDialog(self._window)
        dialog.field_chosen.connect(lambda field: self.open_for(Field(field)))
        for signal, task in (
            (dialog.merged, authority.merge),
            (dialog.refused, authority.refuse),
            (dialog.parted, authority.part),
        ):
            signal.connect(partial(self._say, task))
        return dialog

    def _say(self, task: Callable[[Archive, Field, Sequence[str]], None], names: Sequence[str]) -> None:
        field = self._field

        def said(archive: Archive) -> Taken:
            before = authority.decided(archive, field)
            task(archive, field, names)
            return Taken(lambda archive: authority.put_back(archive, field, before))

        self.decide(said, settled=False)

    def _show(self, field: Field, found: Named) -> None:
        if field is self._field and (dialog := self.shown()) is not None:
            dialog.show_names(field, *found, name=self._name)


def _groups(archive: Archive, progress: Progress) -> tuple[list[DuplicateGroup], dict[int, Compared]]:
    found = duplicates.groups(archive, progress)
    return found, duplicates.compared(archive, found)


def _keep(keep: int, drop: Sequence[int], values: Mapping[str, str], archive: Archive) -> Taken:
    """Put duplicates away, and give the one kept what was entered in them."""
    done = duplicates.resolve(archive, keep, drop)
    before = archive.library.briefs([keep])[keep].record
    if values:
        editing.edit(archive, [keep], values)

    def back(archive: Archive) -> None:
        if values:
            said = {field: stated(before, field) for field in values}
            editing.correct(archive, [keep], lambda record: restated(record, said))
        duplicates.undo(archive, done)

    return Taken(back, (keep, *drop))


def _tell_apart(pairs: Sequence[tuple[int, int]], archive: Archive) -> Taken:
    said = [duplicates.not_duplicates(archive, *pair) for pair in pairs]
    return Taken(partial(_take_back, said))


def _pair(one: int, other: int, holds: bool, archive: Archive) -> Taken:
    said = (editions.confirm if holds else editions.refuse)(archive, one, other)
    return Taken(partial(_take_back, [said]), (one, other))


def _take_back(said: Sequence[Decision], archive: Archive) -> None:
    for decision in said:
        editions.undo(archive, decision)


def _names(field: Field, archive: Archive) -> Named:
    return (
        authority.suggestions(archive, field),
        authority.groups(archive, field),
        archive.library.authority.printed(field),
    )

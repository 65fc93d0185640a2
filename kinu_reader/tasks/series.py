"""The series of an archive, number by number: what is there, what is missing, what is there twice or out of order."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from kinu_reader.model import Relation
from kinu_reader.tasks.numbering import code_of, missing, names_its_year, number_of, out_of_order

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from kinu_reader.model import Card
    from kinu_reader.tasks.archive import Archive

Name = tuple[str, str]  # institute and series, as records have them; "" if not known
PADDED = re.compile(r"(?<!\d)0\d")
LINKED = 1 / 3  # of the smaller of two series: so many of its briefs must have an edition in the other to be one series


class SlotState(StrEnum):
    """Whether a number is there."""

    PRESENT = "present"
    MISSING = "missing"
    ABSENT = "absent"  # a person says that it was never published


@dataclass(frozen=True)
class Slot:
    """One number of a series, with the briefs that have it."""

    code: str
    number: int | None  # None for briefs whose number was not read
    state: SlotState
    cards: tuple[Card, ...] = ()
    duplicate: bool = False  # the same code twice in one language
    out_of_order: bool = False  # dated before a lower number

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which it is there."""
        return tuple(sorted({card.language for card in self.cards if card.language}))


@dataclass(frozen=True)
class SeriesYear:
    """The numbers of one year, in order; briefs without a number stand last."""

    year: int | None
    slots: tuple[Slot, ...]

    def of(self, state: SlotState) -> list[Slot]:
        """Return the slots with a number in one state."""
        return [slot for slot in self.slots if slot.state is state and slot.number is not None]

    def count(self, state: SlotState) -> int:
        """Return how many numbers are in one state."""
        return len(self.of(state))


@dataclass(frozen=True)
class SeriesRun:
    """A series with all its years, newest first; its editions in other languages are part of it."""

    institute: str
    name: str
    others: tuple[Name, ...]  # what its other editions call institute and series
    years: tuple[SeriesYear, ...]

    @property
    def names(self) -> tuple[Name, ...]:
        """What all its editions call institute and series."""
        return ((self.institute, self.name), *self.others)

    @property
    def slots(self) -> list[Slot]:
        """All its numbers."""
        return [slot for year in self.years for slot in year.slots]

    @property
    def briefs(self) -> int:
        """How many briefs it has."""
        return sum(len(slot.cards) for slot in self.slots)

    def count(self, state: SlotState) -> int:
        """Return how many numbers are in one state."""
        return sum(year.count(state) for year in self.years)


def series(archive: Archive, name: str = "") -> list[SeriesRun]:
    """Return the series whose name holds these words (all, if none), those with most briefs first."""
    decisions = archive.library.decisions
    cards = [card for card in decisions.cards() if card.series]
    groups = _groups(cards, decisions.editions([card.id for card in cards]))
    distinct = {pair for pair, holds in decisions.pairs(Relation.DUPLICATE).items() if not holds}
    absent = decisions.absent()
    wanted = name.casefold().strip()
    runs = []
    for group in groups:
        names = [key for key, _ in Counter(map(_name, group)).most_common()]
        if any(wanted in series.casefold() for _, series in names):
            never = {code for institute, series, code in absent if (institute, series) in names}
            runs.append(SeriesRun(*names[0], tuple(names[1:]), _years(group, never, distinct)))
    return sorted(runs, key=lambda run: (-run.briefs, run.name, run.institute))


def mark_absent(archive: Archive, institute: str, name: str, code: str, absent: bool = True) -> None:
    """Keep that a number was never published, or take that back; it is then no longer counted as missing."""
    decisions, key = archive.library.decisions, written(code)
    if absent:
        decisions.mark_absent(institute, name, key, True)
        return
    # It may have been said when another of the series' names came first.
    names = next((run.names for run in series(archive) if (institute, name) in run.names), ((institute, name),))
    for institute, name in names:
        decisions.mark_absent(institute, name, key, False)


def written(code: str) -> str:
    """Return a code as decisions are kept by it: how its blanks and letters are set makes no difference."""
    return "".join(code.split()).upper()


# -- which briefs make a series


def _name(card: Card) -> Name:
    return card.institute or "", card.series or ""


def _groups(cards: Sequence[Card], editions: Mapping[int, Collection[int]]) -> list[list[Card]]:
    """Return the briefs of each series; what two languages call it is one series if its briefs are editions."""
    named = {card.id: _name(card) for card in cards}
    sizes = Counter(named.values())
    links: Counter[frozenset[Name]] = Counter()
    for id, others in editions.items():
        for name in {named[other] for other in others if other in named} - {named[id]}:
            links[frozenset((named[id], name))] += 1
    leader = {name: name for name in sizes}
    for pair, both_ways in links.items():
        one, other = pair
        if both_ways / 2 >= LINKED * min(sizes[one], sizes[other]):
            joined, into = leader[other], leader[one]
            leader = {name: into if led == joined else led for name, led in leader.items()}
    groups: defaultdict[Name, list[Card]] = defaultdict(list)
    for card in cards:
        groups[leader[named[card.id]]].append(card)
    return list(groups.values())


# -- what it holds

_Rows = dict[int | None, list[Slot]]


def _years(
    cards: Sequence[Card], never: Collection[str], distinct: Collection[tuple[int, int]]
) -> tuple[SeriesYear, ...]:
    """Return the years of a series, newest first, each with its gaps."""
    by_year = sum(names_its_year(card.code, _year(card)) for card in cards) * 2 > len(cards)
    held: defaultdict[int | None, list[Card]] = defaultdict(list)
    for card in cards:
        held[_year(card)].append(card)
    rows = {year: _present(group, distinct) for year, group in held.items()}
    _mark_order(rows, by_year=by_year)
    padded = any(PADDED.search(card.code or "") for card in cards)
    for year, gaps in _gaps(rows, by_year=by_year).items():
        rows[year] += [_gap(number, rows[year], never, padded=padded) for number in gaps]
    newest_first = sorted(rows, key=lambda year: -(year or 0))
    return tuple(SeriesYear(year, tuple(sorted(rows[year], key=_place))) for year in newest_first)


def _year(card: Card) -> int | None:
    return card.year or (int(card.date[:4]) if card.date else None)


def _place(slot: Slot) -> tuple[float, str]:
    return math.inf if slot.number is None else slot.number, slot.code


def _present(cards: Iterable[Card], distinct: Collection[tuple[int, int]]) -> list[Slot]:
    """Return the numbers that briefs of one year have."""
    by_number: defaultdict[int, list[Card]] = defaultdict(list)
    slots = []
    for card in cards:
        number = number_of(card.number)
        if number is None:
            slots.append(Slot(card.code or "", None, SlotState.PRESENT, (card,)))
        else:
            by_number[number].append(card)
    for number, same in by_number.items():
        twice = any(_same(one, other) and (one.id, other.id) not in distinct for one, other in combinations(same, 2))
        code = next((card.code for card in same if card.code), str(number))
        slots.append(Slot(code, number, SlotState.PRESENT, tuple(same), duplicate=twice))
    return slots


def _same(one: Card, other: Card) -> bool:
    return one.language == other.language and written(one.code or "") == written(other.code or "")


def _gaps(rows: _Rows, *, by_year: bool) -> dict[int | None, list[int]]:
    """Return the missing numbers; in a series that runs on, each in the year of the number before it."""
    if by_year:
        return {year: missing(_numbers(slots), by_year=True) for year, slots in rows.items() if year is not None}
    years = {number: year for year, slots in rows.items() for number in _numbers(slots)}
    numbers = sorted(years)
    found: defaultdict[int | None, list[int]] = defaultdict(list)
    for gap in missing(numbers, by_year=False):
        found[years[numbers[bisect_left(numbers, gap) - 1]]].append(gap)
    return found


def _numbers(slots: Iterable[Slot]) -> list[int]:
    return [slot.number for slot in slots if slot.number is not None]


def _gap(number: int, slots: Sequence[Slot], never: Collection[str], *, padded: bool) -> Slot:
    """Return the slot of a number that no brief has, with the code that it would have."""
    code, known = min(
        ((slot.code, slot.number) for slot in slots if slot.number is not None and slot.cards),
        key=lambda pair: abs(pair[1] - number),
    )
    code = code_of(number, code, known, padded=padded)
    return Slot(code, number, SlotState.ABSENT if written(code) in never else SlotState.MISSING)


def _mark_order(rows: _Rows, *, by_year: bool) -> None:
    """Mark the numbers that are dated before lower ones, within their year or, if numbers run on, over all years."""
    dated = {
        (year, at): (slot.number, date)
        for year, slots in rows.items()
        for at, slot in enumerate(slots)
        if slot.number is not None and (date := _date(slot))
    }
    for years in [{year} for year in rows] if by_year else [set(rows)]:
        row = sorted((place for place in dated if place[0] in years), key=lambda place: dated[place])
        for n in out_of_order([dated[place][1] for place in row]):
            year, at = row[n]
            rows[year][at] = replace(rows[year][at], out_of_order=True)


def _date(slot: Slot) -> str | None:
    """Return the day on which a number came out first; None if no brief states the day."""
    return min((card.date for card in slot.cards if card.date and len(card.date) == 10), default=None)

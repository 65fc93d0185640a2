"""Briefs that are in the archive twice: found, told apart for good, or one of them kept and the others put away."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from kinu_reader import index
from kinu_reader.model import USER, Progress, Relation, Step, Work
from kinu_reader.tasks.bookmarking import move
from kinu_reader.tasks.editing import delete, undelete
from kinu_reader.tasks.series import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kinu_reader.model import ArchivedBrief, Card, Carried, Decision
    from kinu_reader.tasks.archive import Archive

NEARLY = 0.8  # of the pieces of two texts that must be the same
Pair = tuple[int, int]


class Sameness(StrEnum):
    """Why two briefs may be one."""

    CODE = "code"  # institute, code and language
    TEXT = "text"


@dataclass(frozen=True)
class Likeness:
    """Two briefs that may be one, and why."""

    one: int
    other: int
    reasons: tuple[Sameness, ...]
    similarity: float | None = None  # of their texts, 0 to 1; None below `NEARLY`


@dataclass(frozen=True)
class DuplicateGroup:
    """Briefs that may all be one, the oldest first."""

    cards: tuple[Card, ...]
    likenesses: tuple[Likeness, ...]


@dataclass(frozen=True)
class Offer:
    """A value that a person gave to a brief put away, and that the one kept does not have."""

    field: str
    value: object
    brief: int


@dataclass(frozen=True)
class Resolution:
    """What putting duplicates away did, to take it back with."""

    kept: int
    dropped: tuple[int, ...]
    carried: tuple[Carried, ...]
    offers: tuple[Offer, ...] = ()  # for the caller to apply with `editing.edit`, if the person wants them


@dataclass(frozen=True)
class Compared:
    """A brief beside its duplicates, with what a person made of it."""

    brief: ArchivedBrief
    bookmarks: int
    collections: tuple[str, ...]

    @property
    def typed(self) -> tuple[str, ...]:
        """The fields that a person filled in."""
        return tuple(field for field, source in self.brief.record.provenance.items() if source == USER)

    @property
    def made(self) -> int:
        """How many things a person made of it."""
        return self.bookmarks + len(self.collections) + len(self.brief.tags) + len(self.typed)


def groups(archive: Archive, progress: Progress = Progress()) -> list[DuplicateGroup]:
    """Return the briefs that may be there more than once, without those that a person told apart."""
    cards = {card.id: card for card in archive.library.decisions.cards()}
    samples = {}
    for done, id in enumerate(cards):
        progress.step(Step(done, len(cards), cards[id].title or cards[id].file, work=Work.COMPARE))
        samples[id] = index.sample(archive.library.text(id))
    similar = index.alike(samples, NEARLY)
    coded = _same_code(cards.values())
    told = archive.library.decisions.pairs(Relation.DUPLICATE)
    likenesses = []
    for pair in sorted(coded | similar.keys()):
        if told.get(pair, True):
            reasons = tuple(why for why, holds in _reasons(pair, coded, similar) if holds)
            likenesses.append(Likeness(*pair, reasons, similar.get(pair)))
    return _grouped(cards, likenesses)


def not_duplicates(archive: Archive, one: int, other: int) -> Decision:
    """Keep that two briefs are not the same one; `editions.undo` takes it back."""
    return archive.library.decisions.decide(one, other, Relation.DUPLICATE, holds=False)


def resolve(archive: Archive, keep: int, drop: Sequence[int]) -> Resolution:
    """Put duplicates of a brief into the bin; what a person attached to them goes to the one kept.

    Raises:
        ValueError: if the brief to keep is among those to put away.
    """
    if keep in drop:
        raise ValueError(f"brief {keep} cannot be both kept and put away")
    offers = offered(archive, keep, drop)
    carried = tuple(carry_over(archive, id, keep) for id in drop)
    delete(archive, drop)
    return Resolution(keep, tuple(drop), carried, offers)


def undo(archive: Archive, resolution: Resolution) -> None:
    """Put the briefs back on the shelf, and take from the one kept what it was given of theirs."""
    for carried in resolution.carried:
        archive.library.belongings.take_back(resolution.kept, carried)
        archive.library.bookmarks.restore(carried.left, instead_of=carried.bookmarks)
    undelete(archive, resolution.dropped)


def carry_over(archive: Archive, from_id: int, to_id: int) -> Carried:
    """Give a brief what a person attached to another: tags and collections, which the other keeps, and bookmarks."""
    given = archive.library.belongings.copy(from_id, to_id)
    moved, left = move(archive, from_id, to_id)
    return replace(given, bookmarks=tuple(bookmark.id for bookmark in moved), left=tuple(left))


def compared(archive: Archive, found: Iterable[DuplicateGroup]) -> dict[int, Compared]:
    """Return what a person sees of the briefs in some groups, side by side."""
    library = archive.library
    briefs = library.briefs([card.id for group in found for card in group.cards])
    return {
        id: Compared(brief, len(library.bookmarks.of_brief(id)), tuple(library.shelves.collections_of(id)))
        for id, brief in briefs.items()
    }


def offered(archive: Archive, keep: int, drop: Iterable[int]) -> tuple[Offer, ...]:
    """Return the values that a person gave to briefs about to be put away, where the one kept has another."""
    briefs = archive.library.briefs([keep, *drop])
    return tuple(offers(briefs.pop(keep), briefs.values()))


def offers(kept: ArchivedBrief, others: Iterable[ArchivedBrief]) -> Iterator[Offer]:
    """Yield the values that a person gave to some briefs, where another has another."""
    for brief in others:
        for field, source in brief.record.provenance.items():
            value = getattr(brief.record, field, None)
            if source == USER and value != getattr(kept.record, field, None):
                yield Offer(field, value, brief.id)


def _reasons(pair: Pair, coded: set[Pair], similar: Mapping[Pair, float]) -> tuple[tuple[Sameness, bool], ...]:
    return (Sameness.CODE, pair in coded), (Sameness.TEXT, pair in similar)


def _same_code(cards: Iterable[Card]) -> set[Pair]:
    """Return the briefs with one institute, series, code and language; a code of nobody's says nothing."""
    same: defaultdict[tuple[str | None, ...], list[int]] = defaultdict(list)
    for card in cards:
        if card.code and (card.institute or card.series):
            same[card.institute, card.series, written(card.code), card.language].append(card.id)
    return {pair for ids in same.values() for pair in combinations(ids, 2)}


def _grouped(cards: Mapping[int, Card], likenesses: Iterable[Likeness]) -> list[DuplicateGroup]:
    """Return the briefs that hang together."""
    leader: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    found: defaultdict[int, list[Likeness]] = defaultdict(list)
    for likeness in likenesses:
        for id in (likeness.one, likeness.other):
            if id not in leader:
                leader[id], members[id] = id, [id]
        into, joined = leader[likeness.one], leader[likeness.other]
        if into != joined:
            moved = members.pop(joined)
            members[into] += moved
            leader.update(dict.fromkeys(moved, into))
            found[into] += found.pop(joined, [])
        found[into].append(likeness)
    return [
        DuplicateGroup(tuple(cards[id] for id in sorted(ids)), tuple(found[led]))
        for led, ids in sorted(members.items())
    ]

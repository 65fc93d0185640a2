"""Editions: which briefs are one in two languages, with the evidence, and what a person says of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kinu_reader import index
from kinu_reader.model import Progress, Relation, Step, Work
from kinu_reader.tasks.landmarks import telling_signs
from kinu_reader.tasks.numbering import number_of
from kinu_reader.tasks.series import written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kinu_reader.model import Card, Decision
    from kinu_reader.tasks.archive import Archive

NEAR = timedelta(days=93)  # within which editions come out
LIKELY = 0.5  # score from which a pair is proposed
MOST = 2  # proposals for one brief
TELLING = 3  # landmarks that a text must have before it is compared


class Evidence(StrEnum):
    """What speaks for two briefs being editions of one."""

    CODE = "code"
    NUMBER = "number"  # of series that write their codes differently in each language
    DAY = "day"  # the same day
    DATE = "date"  # near days
    AUTHORS = "authors"
    TEXT = "text"  # the same numbers and names in it


WEIGHTS = {
    Evidence.CODE: 0.45,
    Evidence.NUMBER: 0.15,
    Evidence.DAY: 0.2,
    Evidence.DATE: 0.1,
    Evidence.AUTHORS: 0.3,
    Evidence.TEXT: 0.3,
}


@dataclass(frozen=True)
class Reason:
    """One piece of evidence, how strong it is (0 to 1), and what it is in words of the briefs."""

    evidence: Evidence
    strength: float
    said: str = ""


@dataclass(frozen=True)
class Proposal:
    """Two briefs that may be editions of one, and why."""

    one: Card
    other: Card
    reasons: tuple[Reason, ...]
    shown: bool  # taken for editions already, by the rule

    @property
    def score(self) -> float:
        """How likely it is, 0 to 1."""
        return _score(self.reasons)


def proposals(archive: Archive, progress: Progress = Progress()) -> list[Proposal]:
    """Return the pairs that a person should look at, the likeliest first; none that was decided on.

    They are those that the rule does not take for editions but the evidence does, and those that it takes for editions
    on little evidence. A brief with a sound edition is not proposed for another in that language.
    """
    decisions = archive.library.decisions
    cards = {card.id: card for card in decisions.cards()}
    decided = decisions.pairs(Relation.EDITION)
    shown = decisions.editions(cards)
    signs = _signs_of(archive)
    sound = {
        (id, cards[other].language)
        for id, others in shown.items()
        for other in others
        if id in cards and (_pair(id, other) in decided or _score(_of_cards(cards[id], cards[other])) >= LIKELY)
    }
    found = []
    pairs = sorted(_candidates(list(cards.values())) - decided.keys())
    for done, (one, other) in enumerate(pairs):
        here, there = cards[one], cards[other]
        progress.step(Step(done, len(pairs), here.title or here.file, work=Work.COMPARE))
        if not {(one, there.language), (other, here.language)} & sound:
            proposal = Proposal(here, there, _reasons(here, there, signs), other in shown.get(one, ()))
            if proposal.shown or proposal.score >= LIKELY:
                found.append(proposal)
    return _likeliest(found)


def evidence(archive: Archive, one: int, other: int) -> Proposal | None:
    """Return what speaks for two briefs being editions of one; None if one of them is not on the shelf."""
    decisions = archive.library.decisions
    cards = {card.id: card for card in decisions.cards() if card.id in (one, other)}
    if len(cards) < 2:
        return None
    here, there = cards[min(cards)], cards[max(cards)]
    shown = there.id in decisions.editions([here.id]).get(here.id, ())
    return Proposal(here, there, _reasons(here, there, _signs_of(archive)), shown)


def confirm(archive: Archive, one: int, other: int) -> Decision:
    """Keep that two briefs are editions of one, whatever their codes and dates."""
    return archive.library.decisions.decide(one, other, Relation.EDITION, holds=True)


def refuse(archive: Archive, one: int, other: int) -> Decision:
    """Keep that two briefs are not editions of one; they are never taken for it again."""
    return archive.library.decisions.decide(one, other, Relation.EDITION, holds=False)


def undo(archive: Archive, decision: Decision) -> None:
    """Take back what was said of two briefs, be it of editions or of duplicates."""
    archive.library.decisions.decide(decision.one, decision.other, decision.relation, decision.before)


# -- evidence


def _candidates(cards: Sequence[Card]) -> set[tuple[int, int]]:
    """Return pairs in two languages that have the code, or a near date and an author or number, in common."""
    pairs = set()
    by_code: dict[str, list[Card]] = {}
    for card in cards:
        if card.code:
            by_code.setdefault(written(card.code), []).append(card)
    for same in by_code.values():
        pairs |= {(one.id, other.id) for one in same for other in same if one.id < other.id and _apart(one, other)}
    dated = sorted((day, card.id, card) for card in cards if (day := _day(card)) and card.language == "en")
    days = [entry[0] for entry in dated]
    for card in cards:
        day = _day(card)
        if day is None or card.language != "ko":
            continue
        for _, id, other in dated[bisect_left(days, day - NEAR) : bisect_right(days, day + NEAR)]:
            if _same_authors(card.authors, other.authors) or (_day(other) == day and _same_number(card, other)):
                pairs.add(_pair(card.id, id))
    return pairs


def _apart(one: Card, other: Card) -> bool:
    return bool(one.language and other.language and one.language != other.language)


def _day(card: Card) -> date | None:
    return date.fromisoformat(card.date) if card.date and len(card.date) == 10 else None


def _same_number(one: Card, other: Card) -> bool:
    return number_of(one.number) is not None and number_of(one.number) == number_of(other.number)


@lru_cache(maxsize=100_000)
def _same_authors(ones: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Tell whether one of the authors is the same person, whichever alphabet each is written in."""
    return any(
        one == other or one in index.in_hangul(other) or other in index.in_hangul(one)
        for one in ones
        for other in others
    )


def _likeliest(found: Iterable[Proposal]) -> list[Proposal]:
    """Return proposals in order, without those that only repeat briefs which likelier ones have offered enough for."""
    offered: Counter[int] = Counter()
    kept = []
    for proposal in sorted(found, key=lambda proposal: (-proposal.score, proposal.one.id, proposal.other.id)):
        ids = proposal.one.id, proposal.other.id
        if min(offered[id] for id in ids) < MOST:
            offered.update(ids)
            kept.append(proposal)
    return kept


def _pair(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


def _score(reasons: Iterable[Reason]) -> float:
    return min(1.0, sum(WEIGHTS[reason.evidence] * reason.strength for reason in reasons))


def _reasons(one: Card, other: Card, signs: Callable[[int], frozenset[str]]) -> tuple[Reason, ...]:
    return (*_of_cards(one, other), *_of_texts(signs(one.id), signs(other.id)))


def _of_cards(one: Card, other: Card) -> Iterator[Reason]:
    """Yield what two records have in common."""
    if one.code and other.code and written(one.code) == written(other.code):
        yield Reason(Evidence.CODE, 1.0, one.code)
    elif _same_number(one, other):
        yield Reason(Evidence.NUMBER, 1.0, str(number_of(one.number)))
    day, its_day = _day(one), _day(other)
    if day and its_day and abs(day - its_day) <= NEAR:
        yield Reason(Evidence.DAY if day == its_day else Evidence.DATE, 1.0, f"{one.date}, {other.date}")
    if _same_authors(one.authors, other.authors):
        yield Reason(Evidence.AUTHORS, 1.0, f"{'; '.join(one.authors)} = {'; '.join(other.authors)}")


def _of_texts(here: frozenset[str], there: frozenset[str]) -> Iterator[Reason]:
    """Yield what two texts have in common: which part of the landmarks of the one that has fewer."""
    least = min(len(here), len(there))
    if least >= TELLING and (shared := here & there):
        said = ", ".join(sorted(sign.removeprefix("#") for sign in shared)[:12])
        yield Reason(Evidence.TEXT, len(shared) / least, said)


def _signs_of(archive: Archive) -> Callable[[int], frozenset[str]]:
    """Return what gives the signs of a brief; each brief is read once."""

    @cache
    def signs(id: int) -> frozenset[str]:
        return telling_signs(archive.library.text(id))

    return signs

"""What a search finds: copies of arrays only, so that it stays valid whatever happens to the index."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from kinu_reader.index.importance import importance
from kinu_reader.index.matching import Weights, find_places, frequencies
from kinu_reader.index.ranking import Scores, most, score
from kinu_reader.index.snapshot import Part
from kinu_reader.model import ClauseKind, Need, Query

if TYPE_CHECKING:
    from collections.abc import Collection

    from kinu_reader.index.postings import Numbers
    from kinu_reader.index.snapshot import Flags, Snapshot

ENOUGH = 20  # with so many whole answers no partial ones are looked for
MOST_PARTIAL = 200


@dataclass(frozen=True)
class _Passages:
    """The passages that answer, brief by brief."""

    bounds: dict[int, tuple[int, int]]  # brief -> its rows in what follows
    numbers: Numbers
    needs: Weights
    scores: Weights
    headings: Flags


@dataclass(frozen=True)
class Found:
    """The briefs and passages that answer a query."""

    ids: list[int]  # briefs that meet every need, best first
    scores: list[float]
    partial: list[int]  # briefs that meet some, if fewer than ENOUGH meet all; best first
    partial_scores: list[float]
    passages: int  # that answer in the briefs of `ids`
    _lacking: dict[int, tuple[str, ...]] = field(repr=False)
    _passages: _Passages = field(repr=False)

    def lacks(self, brief: int) -> tuple[str, ...]:
        """Return the words of the query that a partial brief does not hold."""
        return self._lacking.get(brief, ())

    def hits(self, brief: int) -> int:
        """Return how many passages of a brief answer."""
        first, end = self._passages.bounds.get(brief, (0, 0))
        return end - first

    def best(self, brief: int, limit: int) -> list[int]:
        """Return the numbers of passages: those that meet most needs first, then by score, then in reading order.

        A heading comes after the other passages that meet as many: its words are few, but a sentence says more.
        """
        first, end = self._passages.bounds.get(brief, (0, 0))
        rows = slice(first, end)
        numbers = self._passages.numbers[rows]
        passages = self._passages
        order = np.lexsort((numbers, -passages.scores[rows], passages.headings[rows], -passages.needs[rows]))
        best: list[int] = numbers[order[:limit]].tolist()
        return best


def find(snapshot: Snapshot, query: Query, allow: Collection[int] | None, *, exact: bool) -> Found:
    """Return what answers a query among the briefs of `allow`, or among all."""
    wanted = [need for need in query.needs if not need.banned]
    found = [find_places(snapshot, need, exact=exact, keys_too=len(wanted) > 1) for need in wanted]
    scores = score(snapshot, found, importance(wanted))
    candidates = _candidates(snapshot, query, allow, exact=exact)
    whole = candidates.copy()
    for met in scores.met:
        whole &= met
    ids = _ordered(snapshot, whole, scores.briefs)
    optional = [_is_plain(need) for need in wanted]
    partial = np.empty(0, np.int64)
    if len(ids) < ENOUGH and any(optional):
        some = _partial(candidates, whole, scores.met, optional)
        partial = _ordered(snapshot, some, scores.briefs)[:MOST_PARTIAL]
    lacking = {
        int(snapshot.ids[slot]): tuple(
            _words(need) for need, met in zip(wanted, scores.met, strict=True) if not met[slot]
        )
        for slot in partial.tolist()
    }
    shown = whole.copy()
    shown[partial] = True
    passages, answering = _answering(snapshot, scores, shown)
    return Found(
        snapshot.ids[ids].tolist(),
        scores.briefs[ids].tolist(),
        snapshot.ids[partial].tolist(),
        scores.briefs[partial].tolist(),
        int(np.count_nonzero(whole[snapshot.slot[answering]])),
        lacking,
        passages,
    )


def _candidates(snapshot: Snapshot, query: Query, allow: Collection[int] | None, *, exact: bool) -> Flags:
    """Return which briefs may answer at all."""
    candidates = snapshot.present.copy()
    if not query.needs and not query.filters:
        candidates[:] = False
    if allow is not None:
        candidates &= np.isin(snapshot.ids, np.fromiter(allow, np.int64, len(allow)))
    for need in query.needs:
        if need.banned:
            candidates[snapshot.slot[np.flatnonzero(frequencies(snapshot, need, exact=exact) > 0)]] = False
    return candidates


def _is_plain(need: Need) -> bool:
    return all(clause.kind is ClauseKind.WORD and clause.field is None for clause in need.typed)


def _words(need: Need) -> str:
    return " OR ".join(clause.text for clause in need.typed)


def _partial(candidates: Flags, whole: Flags, met: list[Flags], optional: list[bool]) -> Flags:
    """Return which briefs meet some of the optional needs and all others."""
    some = np.zeros(len(candidates), bool)
    rest = candidates & ~whole
    for flags, may_lack in zip(met, optional, strict=True):
        if may_lack:
            some |= flags
        else:
            rest &= flags
    return rest & some


def _ordered(snapshot: Snapshot, chosen: Flags, scores: Weights) -> Numbers:
    """Return the slots that are chosen, best first, then by id."""
    slots = np.flatnonzero(chosen)
    return slots[np.lexsort((snapshot.ids[slots], -scores[slots]))]


def _answering(snapshot: Snapshot, scores: Scores, shown: Flags) -> tuple[_Passages, Numbers]:
    """Return the passages that answer in the briefs shown, and their documents.

    Title and author as printed (FRONT) are in the record too: they answer only where no other passage does as well.
    """
    needs = scores.passage_needs
    documents = np.flatnonzero(needs > 0)
    documents = documents[shown[snapshot.slot[documents]]]
    front = snapshot.part[documents] == Part.FRONT
    if front.any():
        others = most(snapshot, documents[~front], needs)
        documents = documents[~front | (needs[documents] > others[snapshot.slot[documents]])]
    slots = snapshot.slot[documents]
    first = np.flatnonzero(np.diff(slots, prepend=-1))
    briefs = snapshot.ids[slots[first]].tolist()
    bounds = dict(zip(briefs, pairwise([*first.tolist(), len(slots)]), strict=True))
    headings = snapshot.part[documents] == Part.HEADING
    passages = _Passages(bounds, snapshot.number[documents], needs[documents], scores.passages[documents], headings)
    return passages, documents

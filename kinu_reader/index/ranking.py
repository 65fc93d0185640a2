"""How good an answer is.

A need that is met tf times (weighted: see `patterns`) in a document of a given length counts, as in BM25,

    idf * tf * (K1 + 1) / (tf + K1 * (1 - B + B * length / average length))

A passage scores the sum over the needs, with idf = 1 + ln(documents / (documents that meet it + 1)) and K1 =
PASSAGE_K1; that is Whoosh's own BM25F. A brief scores

    sum over the needs of importance * BM25 for the brief as a whole
    + CLOSE * sum over the neighbouring needs of BM25 for their standing close together
    + BEST_PASSAGE * the score of its best passage

where a brief's tf adds up its title, its author and code (as often as `snapshot` says) and its passages, its length is
theirs together, idf = ln(1 + (briefs - n + 0.5) / (n + 0.5)) ** RARITY for n briefs that meet the need, and K1 =
BRIEF_K1. `importance` is less than 1 for the small words of a long question. Two needs stand close where one follows
the other with at most BETWEEN words or syllables between them; how rare that is makes its idf, but it never counts
more than the two alone.

What the best passage of a brief adds is bounded by what is known of each clause alone (`Posting.best`). So who wants
the first few only has the passages of those scored that may be among them.

Only what is live is counted, and scores are rounded, so that neither the order of updates nor the layout of segments
changes them. BRIEF_K1, B, RARITY, LITTLE, CLOSE, BETWEEN and BEST_PASSAGE were chosen on four collections together
(Cranfield, TIME, ADI, KorQuAD; see tests/bench), as round numbers from the middle of where all of them do well.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from kinu_reader.index.matching import (
    PASSAGE_K1,
    counted,
    documents_within,
    find_places,
    greatest,
    in_briefs,
    passage_score,
    passages_meeting,
    saturated,
    united,
)
from kinu_reader.index.postings import documents as documents_of
from kinu_reader.index.snapshot import flagged

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kinu_reader.index.matching import Met, Places, Weights
    from kinu_reader.index.postings import Keys, Numbers
    from kinu_reader.index.snapshot import Flags, Snapshot

BRIEF_K1, B = 1.5, 0.65
RARITY = 1.1
BEST_PASSAGE = 0.03
CLOSE, BETWEEN = 0.1, 2
MOST_CLOSE = 50_000  # places of the rarer need; beyond, standing close says little and costs much
_DECIMALS, _ROUNDING = 9, 1e-8


@dataclass(frozen=True)
class Scores:
    """What a set of needs comes to in the briefs that are shown."""

    briefs: Numbers  # the slots of these, ascending
    full: Flags  # which of them are scored in full
    in_briefs: Weights  # the score of each; of the others all but what their passages add
    passages: Numbers  # of any brief, that meet any need, ascending
    needs: npt.NDArray[np.uint8]  # how many needs each of these meets
    scored: Numbers  # the passages of the briefs that are scored in full, ascending
    in_scored: Weights  # the score of each


def score(
    snapshot: Snapshot, met: Sequence[Met], importance: Sequence[float], whole: Flags, shown: Flags, depth: int | None
) -> Scores:
    """Score the briefs shown, of which those that are whole come first; how rare a need is, is counted among all.

    With a `depth`, only those are scored in full that may be among so many of the first.
    """
    sums = _Sums(snapshot, np.flatnonzero(shown))
    totals, passages, needs = passages_meeting(snapshot, met)
    idfs = [counts * passage_idf(snapshot.documents, total) for counts, total in zip(importance, totals, strict=True)]
    worth = [counts * _brief_idf(snapshot, need.in_briefs) for counts, need in zip(importance, met, strict=True)]
    for need, weight, idf in zip(met, worth, idfs, strict=True):
        sums.add_need(need, weight, idf)
    close: list[tuple[Numbers, Numbers, Weights, float]] = []
    places = [find_places(snapshot, need) for need in met if len(met) > 1]
    for one, other in pairwise(zip(met, places, worth, strict=False)):
        at, often = _close_together(snapshot, one[:2], other[:2])
        if len(at):
            slots = snapshot.slot.take(at)
            by_brief = in_briefs(snapshot, at, slots, often)
            idf = CLOSE * min(_brief_idf(snapshot, by_brief), one[2] + other[2])
            sums.add_close(by_brief, idf)
            close.append((at, slots, often, idf))
    full = sums.first(whole, depth)
    scored, in_scored = _score_passages(snapshot, full, zip(met, idfs, strict=True), close)
    briefs = sums.slots, full[sums.slots], sums.with_passages(scored, in_scored)
    return Scores(*briefs, passages, needs, scored, in_scored)


def _score_passages(
    snapshot: Snapshot,
    full: Flags,
    needs: Iterable[tuple[Met, float]],
    close: Iterable[tuple[Numbers, Numbers, Weights, float]],
) -> tuple[Numbers, Weights]:
    """Return the passages of some briefs that meet any need, and their scores."""
    scores = snapshot.scores
    scores.clear()
    for need, idf in needs:
        at, often = documents_within(snapshot, need, full)
        scores.add(at, idf * passage_score(snapshot, at, often))
    for documents, slots, all_often, idf in close:
        inside = full.take(slots).nonzero()[0]
        at, often = documents[inside], all_often[inside]
        scores.add(at, idf * passage_score(snapshot, at, often))
    documents, sums = scores.take()
    passages = snapshot.is_passage[documents]
    return documents[passages], sums[passages]


class _Sums:
    """The scores of the briefs shown as they are added up, and what their best passages add at least and at most."""

    def __init__(self, snapshot: Snapshot, slots: Numbers) -> None:
        self._snapshot, self.slots = snapshot, slots
        self._lengths = snapshot.relative_brief_lengths[slots]
        self._sums, self._least, self._most = np.zeros((3, len(slots)))

    def add_need(self, need: Met, weight: float, idf: float) -> None:
        """Add what a need comes to."""
        self._add(need.in_briefs[self.slots], weight)
        np.maximum(self._least, BEST_PASSAGE * idf * need.least[self.slots], out=self._least)
        self._most += BEST_PASSAGE * idf * need.most[self.slots]

    def add_close(self, in_briefs: Weights, idf: float) -> None:
        """Add what it comes to that two needs stand so often close together in each of all briefs."""
        often = in_briefs[self.slots]
        self._add(often, idf)
        self._most[often > 0] += BEST_PASSAGE * idf * (PASSAGE_K1 + 1)

    def _add(self, often: Weights, weight: float) -> None:
        self._sums += weight * saturated(often, BRIEF_K1, B, self._lengths)

    def first(self, whole: Flags, depth: int | None) -> Flags:
        """Tell for all briefs which may be among so many of the first of those shown."""
        full = np.zeros(len(self._snapshot.ids), bool)
        if depth is None or depth >= len(self.slots):
            full[self.slots] = True
            return full
        is_whole = whole[self.slots]
        for places in (np.flatnonzero(is_whole), np.flatnonzero(~is_whole)):
            if 0 < depth < len(places):
                least, most = (self._sums[places] + part[places] for part in (self._least, self._most))
                limit = np.partition(least, len(places) - depth)[len(places) - depth]
                full[self.slots[places[most >= limit - _ROUNDING]]] = True
            elif depth > 0:
                full[self.slots[places]] = True
            depth = max(0, depth - len(places))
        return full

    def with_passages(self, documents: Numbers, scores: Weights) -> Weights:
        """Return the scores of the briefs shown, with what the best of some passages adds."""
        best = greatest(self._snapshot, documents, scores)[self.slots]
        return np.round(self._sums + BEST_PASSAGE * best, _DECIMALS)


def _close_together(snapshot: Snapshot, one: tuple[Met, Places], other: tuple[Met, Places]) -> tuple[Numbers, Weights]:
    """Return the documents in which two needs stand close together, in either order, and how often they do."""
    (_, few), (many_met, many) = sorted((one, other), key=lambda need: sum(map(len, need[1].keys)))
    keys = united(*few.keys)
    if not len(keys) or len(keys) > MOST_CLOSE:
        return np.empty(0, np.int64), np.empty(0)
    both = flagged([posting.documents for posting in many_met.postings], snapshot.size)
    keys = keys[both.take(documents_of(keys))]
    reach = BETWEEN + max(few.width, many.width)
    beside = reduce(np.logical_or, (_beside(keys, some, reach) for some in many.keys))
    at, often = counted(keys[beside], snapshot.size)
    return at, often.astype(np.float64)


def _beside(few: Keys, many: Keys, reach: int) -> Flags:
    """Tell which keys have another within reach, before or after, but not at the same place; both ascend."""
    at = many.searchsorted(few)
    one, reach_ = np.uint64(1), np.uint64(reach)
    after, before = many.take(at, mode="clip") - few, few - many.take(at - 1, mode="clip")
    flags: Flags = (after - one < reach_) | (before - one < reach_)  # no place is far from another, like none at all
    here = np.flatnonzero(after == 0)
    flags[here] |= many.take(at[here] + 1, mode="clip") - few[here] - one < reach_
    return flags


def passage_idf(total: int, meeting: int) -> float:
    """Return how rare a need is among all documents, as Whoosh does."""
    return float(np.log(total / (meeting + 1)) + 1) if total else 0.0


def _brief_idf(snapshot: Snapshot, meeting: Weights) -> float:
    """Return how rare it is among briefs that something is met so often in each of them, or not at all."""
    count = int(np.count_nonzero(meeting))
    return float(np.log1p((len(snapshot.ids) - count + 0.5) / (count + 0.5)) ** RARITY) if count else 0.0

"""How good an answer is.

A need that is met tf times (weighted: see `patterns`) in a document of a given length counts, as in BM25,

    idf * tf * (K1 + 1) / (tf + K1 * (1 - B + B * length / average length))

A passage scores the sum over the needs, with idf = 1 + ln(documents / (documents that meet it + 1)) and K1 =
PASSAGE_K1; that is Whoosh's own BM25F. A brief scores

    sum over the needs of importance * BM25 for the brief as a whole
    + CLOSE * sum over the neighbouring needs of BM25 for their standing close together
    + BEST_PASSAGE * the score of its best passage

where a brief's tf adds up its title (TITLE times), its author and code and its passages, its length is theirs together,
idf = ln(1 + (briefs - n + 0.5) / (n + 0.5)) ** RARITY for n briefs that meet the need, and K1 = BRIEF_K1. `importance`
is less than 1 for the small words of a long question. Two needs stand close where one follows the other with at most
BETWEEN words or syllables between them; how rare that is makes its idf, but it never counts more than the two alone.

Only what is live is counted, and scores are rounded, so that neither the order of updates nor the layout of segments
changes them. BRIEF_K1, B, RARITY, LITTLE, CLOSE, BETWEEN and BEST_PASSAGE were chosen on four collections together
(Cranfield, TIME, ADI, KorQuAD; see tests/bench), as round numbers from the middle of where all of them do well.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from kinu_reader.index.matching import counted
from kinu_reader.index.postings import documents
from kinu_reader.index.snapshot import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.index.matching import Met, Weights
    from kinu_reader.index.postings import Keys, Numbers
    from kinu_reader.index.snapshot import Flags, Snapshot

PASSAGE_K1, PASSAGE_B = 1.2, 0.75
BRIEF_K1, B = 1.5, 0.65
RARITY = 1.1
TITLE, AUTHOR, CODE = 3.0, 2.0, 3.0
BEST_PASSAGE = 0.03
CLOSE, BETWEEN = 0.1, 2
MOST_CLOSE = 50_000  # places of the rarer need; beyond, standing close says little and costs much
_BOOSTS = np.ones(max(Part) + 1)  # by part
_BOOSTS[Part.TITLE], _BOOSTS[Part.AUTHOR], _BOOSTS[Part.CODE] = TITLE, AUTHOR, CODE
_DECIMALS = 9
_NONE = np.array([1 << 63], np.uint64)  # far from every key, before and after


@dataclass(frozen=True)
class Scores:
    """What a set of needs comes to in the briefs that are shown, by document and by brief (slot)."""

    answering: Numbers  # the passages that meet any need, ascending
    needs: npt.NDArray[np.uint8]  # how many each document meets
    passages: Weights  # the score of each document
    briefs: Weights  # the score of each brief


def saturated(tf: Weights, k1: float, b: float, relative_lengths: Weights) -> Weights:
    """Return the part of BM25 that a frequency makes in texts of some lengths, as multiples of the average."""
    return tf * (k1 + 1) / (tf + k1 * (1 - b + b * relative_lengths))


def meeting(snapshot: Snapshot, need: Met) -> Flags:
    """Return which briefs meet a need."""
    met = np.zeros(len(snapshot.ids), bool)
    met[need.slots] = True
    return met


def score(
    snapshot: Snapshot, found: Sequence[Met], met: Sequence[Flags], importance: Sequence[float], shown: Flags
) -> Scores:
    """Score the documents of the briefs shown, and these, by how often each need is met in each document.

    How rare a need is, is counted among all.
    """
    scores = Scores(
        np.empty(0, np.int64), np.zeros(snapshot.size, np.uint8), np.zeros(snapshot.size), np.zeros(len(snapshot.ids))
    )
    worth: list[float] = []
    for need, briefs, counts in zip(found, met, importance, strict=True):
        idf = passage_idf(snapshot.documents, len(need.documents))
        worth.append(counts * _brief_idf(snapshot, briefs))
        at, slots, often = _within(shown, need.documents, need.slots, need.often)
        scores.needs[at] += 1
        _add(snapshot, scores, at, slots, often, counts * idf, worth[-1])
    for (one, worth_one), (other, worth_other) in pairwise(zip(found, worth, strict=True)):
        at, often = _close_together(snapshot, one, other)
        if len(at):
            slots = snapshot.slot.take(at)
            close = np.zeros(len(snapshot.ids), bool)
            close[slots] = True
            idf = CLOSE * min(_brief_idf(snapshot, close), worth_one + worth_other)
            _add(snapshot, scores, *_within(shown, at, slots, often), idf, idf)
    answering = np.flatnonzero(scores.needs.astype(bool) & snapshot.is_passage)
    best = most(snapshot, answering, scores.passages)
    return replace(scores, answering=answering, briefs=np.round(scores.briefs + BEST_PASSAGE * best, _DECIMALS))


def _within(shown: Flags, documents: Numbers, slots: Numbers, often: Weights) -> tuple[Numbers, Numbers, Weights]:
    """Return those of some documents that are in the briefs shown."""
    inside = shown.take(slots)
    return (documents, slots, often) if inside.all() else (documents[inside], slots[inside], often[inside])


def _add(
    snapshot: Snapshot,
    scores: Scores,
    documents: Numbers,
    slots: Numbers,
    often: Weights,
    in_passages: float,
    in_briefs: float,
) -> None:
    """Add to the scores of documents and briefs what one thing adds that is met in them so often."""
    lengths = snapshot.relative_lengths.take(documents)
    scores.passages[documents] += in_passages * saturated(often, PASSAGE_K1, PASSAGE_B, lengths)
    boosted = often * _BOOSTS.take(snapshot.part.take(documents))
    by_brief = np.bincount(slots, boosted, len(snapshot.ids)).astype(np.float64)
    briefs = in_briefs * saturated(by_brief, BRIEF_K1, B, snapshot.relative_brief_lengths)
    np.add(scores.briefs, briefs, out=scores.briefs)


def _close_together(snapshot: Snapshot, one: Met, other: Met) -> tuple[Numbers, Weights]:
    """Return the documents in which two needs stand close together, in either order, and how often they do."""
    few, many = sorted((one, other), key=lambda met: len(met.keys))
    if not len(few.keys) or len(few.keys) > MOST_CLOSE:
        return few.documents[:0], few.often[:0]
    both = np.zeros(snapshot.size, bool)
    both[many.documents] = True
    keys = few.keys[both[documents(few.keys)]]
    reach = np.uint64(BETWEEN + max(one.width, other.width))
    at, often = counted(keys[_beside(keys, many.keys, reach)], snapshot.size)
    return at, often.astype(np.float64)


def _beside(few: Keys, many: Keys, reach: np.uint64) -> Flags:
    """Tell which keys have another within reach, before or after, but not at the same place."""
    at = np.searchsorted(many, few)
    bounded = np.concatenate([_NONE, many, _NONE])
    here = bounded[at + 1] == few
    flags: Flags = (bounded[at + 1 + here] - few <= reach) | (few - bounded[at] <= reach)
    return flags


def most(snapshot: Snapshot, documents: Numbers, values: npt.NDArray[Any]) -> Weights:
    """Return the greatest value that any of some documents has, by slot; they are passages, ascending."""
    greatest = np.zeros(len(snapshot.ids))
    slots = snapshot.slot[documents]
    first = np.flatnonzero(np.diff(slots, prepend=-1))  # the passages of a brief stand in a row
    if len(first):
        greatest[slots[first]] = np.maximum.reduceat(values[documents], first)
    return greatest


def passage_idf(total: int, meeting: int) -> float:
    """Return how rare a need is among all documents, as Whoosh does."""
    return float(np.log(total / (meeting + 1)) + 1) if total else 0.0


def _brief_idf(snapshot: Snapshot, meeting: Flags) -> float:
    """Return how rare it is among briefs that one of them meets a need."""
    count = int(np.count_nonzero(meeting))
    return float(np.log1p((len(snapshot.ids) - count + 0.5) / (count + 0.5)) ** RARITY) if count else 0.0

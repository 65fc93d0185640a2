"""How good an answer is.

A need that is met tf times (weighted: see `patterns`) in a document of a given length counts, as in BM25,

    idf * tf * (K1 + 1) / (tf + K1 * (1 - B + B * length / average length))

A passage scores the sum over the needs, with idf = 1 + ln(documents / (documents that meet it + 1)) and K1 =
PASSAGE_K1; that is Whoosh's own BM25F. A brief scores

    sum over the needs of BM25 for the brief as a whole  +  BEST_PASSAGE * the score of its best passage

where a brief's tf adds up its title (TITLE times), its record (RECORD times) and its passages, its length is theirs
together, idf = ln(1 + (briefs - n + 0.5) / (n + 0.5)) for n briefs that meet the need, and K1 = BRIEF_K1. Only what is
live is counted, and scores are rounded, so that neither the order of updates nor the layout of segments changes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kinu_reader.index.snapshot import PASSAGES, Part

if TYPE_CHECKING:
    from kinu_reader.index.matching import Weights
    from kinu_reader.index.postings import Numbers
    from kinu_reader.index.snapshot import Flags, Snapshot

PASSAGE_K1, BRIEF_K1, B = 1.2, 2.0, 0.75
TITLE, RECORD = 3.0, 1.0
BEST_PASSAGE = 0.1
_BOOSTS = np.ones(len(Part) + 1)  # by part
_BOOSTS[Part.TITLE], _BOOSTS[Part.RECORD] = TITLE, RECORD
_DECIMALS = 9


@dataclass(frozen=True)
class Scores:
    """What a set of needs comes to, by document and by brief (slot)."""

    met: list[Flags]  # for each need, which briefs meet it
    passage_needs: Weights  # how many needs each document meets; 0 for titles and records
    passages: Weights  # the score of each document
    briefs: Weights  # the score of each brief


def saturated(tf: Weights, k1: float, relative_lengths: Weights) -> Weights:
    """Return the part of BM25 that a frequency makes in texts of some lengths, as multiples of the average."""
    return tf * (k1 + 1) / (tf + k1 * (1 - B + B * relative_lengths))


def score(snapshot: Snapshot, found: list[Weights]) -> Scores:
    """Score every document and brief by how often each need is met in each document."""
    slots = len(snapshot.ids)
    needs, passages, briefs = np.zeros(snapshot.size), np.zeros(snapshot.size), np.zeros(slots)
    met: list[Flags] = []
    for tf in found:
        at = np.flatnonzero(tf > 0)
        needs[at] += 1
        lengths = snapshot.relative_lengths[at]
        passages[at] += passage_idf(snapshot.documents, len(at)) * saturated(tf[at], PASSAGE_K1, lengths)
        boosted = tf[at] * _BOOSTS[snapshot.part[at]]
        by_brief = np.bincount(snapshot.slot[at], boosted, slots).astype(np.float64)
        met.append(by_brief > 0)
        idf = _brief_idf(snapshot.briefs, int(np.count_nonzero(met[-1])))
        briefs += idf * saturated(by_brief, BRIEF_K1, snapshot.relative_brief_lengths)
    needs[snapshot.part < PASSAGES] = 0
    best = most(snapshot, np.flatnonzero(needs > 0), passages)
    return Scores(met, needs, passages, np.round(briefs + BEST_PASSAGE * best, _DECIMALS))


def most(snapshot: Snapshot, documents: Numbers, values: Weights) -> Weights:
    """Return the greatest value that any of some documents has, by slot; the documents ascend."""
    greatest = np.zeros(len(snapshot.ids))
    slots = snapshot.slot[documents]
    first = np.flatnonzero(np.diff(slots, prepend=-1))
    if len(first):
        greatest[slots[first]] = np.maximum.reduceat(values[documents], first)
    return greatest


def passage_idf(total: int, meeting: int) -> float:
    """Return how rare a need is among all documents, as Whoosh does."""
    return float(np.log(total / (meeting + 1)) + 1) if total else 0.0


def _brief_idf(total: int, meeting: int) -> float:
    return float(np.log1p((total - meeting + 0.5) / (meeting + 0.5)))

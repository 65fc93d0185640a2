"""Where the patterns of a clause are met: whole arrays at a time, for the whole index."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kinu_reader.index.patterns import Near, Pattern, patterns
from kinu_reader.index.postings import Keys, Numbers, firsts
from kinu_reader.index.postings import documents as documents_of
from kinu_reader.index.snapshot import BOOSTS, FIELD_PARTS, Part, flagged
from kinu_reader.index.snapshot import united as united_documents

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.index.limit import Limit
    from kinu_reader.index.snapshot import Flags, Snapshot
    from kinu_reader.model import Clause, Need

Weights = npt.NDArray[np.float64]
PASSAGE_K1, PASSAGE_B = 1.2, 0.75
_FEW = 3  # times as many keys as are looked for: then each is looked up, or else both are merged
_SPARSE = 16  # times as many documents as are met: then they are put in order, or else marked in one array
_MANY = 2  # times as many documents as keys: then they are counted one after the other, or else all in one array
_NOWHERE: Keys = np.empty(0, np.uint64)
_NO_DOCUMENTS: Numbers = np.empty(0, np.int64)
_POSITION = np.uint64(0xFFFFFFFF)


class Posting(NamedTuple):
    """Where a clause is met by document and by brief, and how often: the sums of the weights of what is found there."""

    documents: Numbers  # ascending
    often: Weights
    slots: Numbers  # of their briefs
    briefs: Numbers  # the same slots, ascending, each once
    in_briefs: Weights  # how often in each of these, where a word of a title counts more
    best: Weights  # what it comes to in that passage of each where it comes to most, see `passage_score`


class Met(NamedTuple):
    """Where a need is met."""

    clauses: tuple[Clause, ...]  # as many as the time allowed
    exact: bool
    postings: tuple[Posting, ...]  # of the clauses; none if it is met nowhere
    in_briefs: Weights  # for every slot, how often
    least: Weights  # for every slot, what it comes to in the best passage at least, and at most
    most: Weights


class Places(NamedTuple):
    """The very places where a need is met."""

    keys: tuple[Keys, ...]  # of each clause, ascending; empty where that would cost too much
    width: int  # positions that it takes at most


def find_briefs(snapshot: Snapshot, need: Need, *, exact: bool = False, limit: Limit | None = None) -> Met:
    """Return where a need is met, as far as the time goes."""
    clauses = tuple(takewhile(lambda _: limit is None or not limit.over, need.any_of))
    postings = tuple(posting(snapshot, clause, exact=exact) for clause in clauses)
    if not any(len(one.documents) for one in postings):
        return Met(clauses, exact, (), snapshot.nowhere, snapshot.nowhere, snapshot.nowhere)
    in_briefs, least, most = np.zeros((3, len(snapshot.ids)))
    for one in postings:
        in_briefs[one.briefs] += one.in_briefs
        least[one.briefs] = np.maximum(least[one.briefs], one.best)
        most[one.briefs] += one.best  # twice as often never comes to more than twice as much
    return Met(clauses, exact, postings, in_briefs, least, most)


def find_places(snapshot: Snapshot, met: Met) -> Places:
    """Return the places of a need."""
    found = [patterns(clause, exact=met.exact) for clause in met.clauses]
    keys = (_keys(snapshot, clause, exact=met.exact) for clause in met.clauses)
    return Places(
        tuple(some for some in keys if len(some)), max((one.width for some in found for one in some), default=0)
    )


def documents_within(snapshot: Snapshot, met: Met, briefs: Flags) -> tuple[Numbers, Weights]:
    """Return the documents of some briefs in which a need is met, and how often in each of these."""
    snapshot.tally.clear()
    for one in met.postings:
        inside = briefs.take(one.slots).nonzero()[0]
        snapshot.tally.add(one.documents[inside], one.often[inside])
    return snapshot.tally.take()


def passages_meeting(snapshot: Snapshot, met: Sequence[Met]) -> tuple[list[int], Numbers, npt.NDArray[np.uint8]]:
    """Return how many documents meet each need, the passages that meet any, and how many needs each of these meets."""
    size = snapshot.size
    each = [[one.documents for one in need.postings] for need in met]
    if sum(len(documents) for some in each for documents in some) * _SPARSE < size:
        alone = [united_documents(some, size) for some in each]
        documents = np.sort(np.concatenate([_NO_DOCUMENTS, *alone]), kind="stable")
        first = firsts(documents)
        times = np.diff(np.append(first, len(documents))).astype(np.uint8)
        passages = snapshot.is_passage[documents[first]]
        return [*map(len, alone)], documents[first][passages], times[passages]
    counts, totals = np.zeros(size, np.uint8), list[int]()
    for some in each:
        flags = flagged(some, size)
        totals.append(int(np.count_nonzero(flags)))
        counts += flags
    passages = np.flatnonzero((counts > 0) & snapshot.is_passage)
    return totals, passages, counts[passages]


def frequencies(snapshot: Snapshot, need: Need, *, exact: bool = False) -> Weights:
    """Return for every document how often it meets a need: the sum of the weights of what is found in it."""
    often = np.zeros(snapshot.size)
    for one in find_briefs(snapshot, need, exact=exact).postings:
        often[one.documents] += one.often
    return often


def holds(snapshot: Snapshot, clause: Clause) -> bool:
    """Tell whether a clause is met anywhere, at least in a brief that was deleted a moment ago."""
    if clause not in snapshot.held:
        snapshot.held[clause] = (
            len(posting(snapshot, clause).documents) > 0
            if clause.field is not None
            else any(len(places(snapshot, pattern)) for pattern in patterns(clause))
        )
    return snapshot.held[clause]


def posting(snapshot: Snapshot, clause: Clause, *, exact: bool = False) -> Posting:
    """Return where a clause is met."""
    return Posting(*snapshot.kept((clause, exact, "documents"), lambda: _posting(snapshot, clause, exact=exact)))


def _posting(snapshot: Snapshot, clause: Clause, *, exact: bool) -> Posting:
    snapshot.tally.clear()  # what was broken off left something there
    for pattern in patterns(clause, exact=exact):
        keys = places(snapshot, pattern)
        if len(keys):
            met, often = counted(keys, snapshot.size)
            snapshot.tally.add(met, often.astype(np.float64) * (clause.weight * pattern.weight))
    documents, sums = snapshot.tally.take()
    wanted = _searched(snapshot, clause, documents)
    if wanted is not None:
        documents, sums = documents[wanted], sums[wanted]
    slots = snapshot.slot.take(documents)
    by_brief = in_briefs(snapshot, documents, slots, sums)
    briefs = np.flatnonzero(by_brief)
    passages = snapshot.is_passage.take(documents)
    scores = passage_score(snapshot, documents[passages], sums[passages])
    best = greatest(snapshot, documents[passages], scores)
    return Posting(documents, sums, slots, briefs, by_brief[briefs], best[briefs])


def in_briefs(snapshot: Snapshot, documents: Numbers, slots: Numbers, often: Weights) -> Weights:
    """Return by slot how often is met in a brief what is met so often in some documents; titles count more."""
    boosted = often * BOOSTS.take(snapshot.part.take(documents))
    return np.bincount(slots, boosted, len(snapshot.ids)).astype(np.float64, copy=False)


def saturated(tf: Weights, k1: float, b: float, relative_lengths: Weights) -> Weights:
    """Return the part of BM25 that a frequency makes in texts of some lengths, as multiples of the average."""
    return tf * (k1 + 1) / (tf + k1 * (1 - b + b * relative_lengths))


def passage_score(snapshot: Snapshot, documents: Numbers, often: Weights) -> Weights:
    """Return what comes to the score of each of some passages of something that is met in it so often, but for idf."""
    return saturated(often, PASSAGE_K1, PASSAGE_B, snapshot.relative_lengths.take(documents))


def greatest(snapshot: Snapshot, documents: Numbers, values: npt.NDArray[Any]) -> Weights:
    """Return the greatest value that any of some passages has, by slot; these ascend, and each has its value."""
    found = np.zeros(len(snapshot.ids))
    slots = snapshot.slot.take(documents)
    first = firsts(slots)  # the passages of a brief stand in a row
    if len(first):
        found[slots[first]] = np.maximum.reduceat(values, first)
    return found


def _searched(snapshot: Snapshot, clause: Clause, documents: Numbers) -> Flags | None:
    """Tell in which documents a clause is looked for; None: in all of them."""
    wanted: Flags | None = None
    if clause.field is not None:
        wanted = snapshot.part[documents] == FIELD_PARTS[clause.field]
    elif snapshot.notes:
        wanted = snapshot.part[documents] != Part.NOTE
    if not snapshot.all_live:
        wanted = snapshot.live[documents] if wanted is None else wanted & snapshot.live[documents]
    return wanted


def _keys(snapshot: Snapshot, clause: Clause, *, exact: bool) -> Keys:
    """Return the places of a clause."""

    wanted = [one for one in patterns(clause, exact=exact) if not _is_covered(one)]
    if len(wanted) == 1 and snapshot.all_live:
        return places(snapshot, wanted[0])

    def found() -> tuple[Keys]:
        keys = united(*(places(snapshot, one) for one in wanted))
        return (keys if snapshot.all_live else keys[snapshot.live[documents_of(keys)]],)

    keys: Keys = snapshot.kept((clause, exact, "places"), found)[0]
    return keys


def counted(keys: Keys, size: int) -> tuple[Numbers, Numbers]:
    """Return the documents of some keys, ascending, and how many each has; those of a prefix come in any order."""
    found = documents_of(keys)
    if len(found) * _MANY > size:
        counts = np.bincount(found, minlength=size)
        met = np.flatnonzero(counts.astype(bool))
        return met, counts[met]
    if not (found[1:] >= found[:-1]).all():
        found = np.sort(found)
    first = firsts(found)
    return found[first], np.diff(np.append(first, len(found)))


def united(*some: Keys) -> Keys:
    """Return the keys that are in any of some arrays, ascending and each once; all ascend."""
    filled = [keys for keys in some if len(keys)]
    if len(filled) < 2:
        return filled[0] if filled else _NOWHERE
    keys = np.sort(np.concatenate(filled), kind="stable")  # runs that ascend are only merged
    new = keys[1:] != keys[:-1]
    return keys if new.all() else keys[np.append(True, new)]


def _is_covered(pattern: Pattern | Near) -> bool:
    """Tell whether the places of a pattern need not be known: others hold them, or they come term after term."""
    if isinstance(pattern, Near):
        return False
    return pattern.covered or (len(pattern.steps) == 1 and len(pattern.steps[0]) + pattern.steps[0][0].prefix > 1)


def places(snapshot: Snapshot, pattern: Pattern | Near) -> Keys:
    """Return each place where a pattern is met, ascending but for those of a single step of several terms."""
    if isinstance(pattern, Pattern) and len(pattern.steps) == 1:
        keys_of = snapshot.gathered if pattern.covered else snapshot.keys  # which is asked for only once
        alone = [keys_of(atom) for atom in pattern.steps[0]]
        return alone[0] if len(alone) == 1 else np.concatenate(alone)
    keys: Keys = snapshot.kept(pattern, lambda: (_places(snapshot, pattern),))[0]
    return keys


def _places(snapshot: Snapshot, pattern: Pattern | Near) -> Keys:
    return _close(snapshot, pattern) if isinstance(pattern, Near) else starts(snapshot, pattern)


def starts(snapshot: Snapshot, pattern: Pattern) -> Keys:
    """Return where a pattern starts, ascending."""
    found = [[(snapshot.sorted_keys(atom), atom.offset) for atom in step] for step in pattern.steps]
    found.sort(key=lambda step: sum(len(keys) for keys, _ in step))  # the rarest leaves least to look up
    at = united(*(_shifted(keys, offset) for keys, offset in found[0]))
    for step in found[1:]:
        if not len(at):
            break
        at = _meeting(at, step)
    return at


def _meeting(at: Keys, step: list[tuple[Keys, int]]) -> Keys:
    """Return which of some starts meet a step; most of them do by its first terms."""
    *first, last = step
    met: list[Keys] = []
    for keys, offset in first:
        met.append(common(at, keys, offset))
        at = _without(at, met[-1])
    return united(*met, common(at, *last))


def _shifted(keys: Keys, offset: int) -> Keys:
    """Return keys so many positions earlier, without those for which there is no such position."""
    if not offset or not len(keys):
        return keys
    return keys[(keys & _POSITION) >= offset] - np.uint64(offset)


def common(keys: Keys, others: Keys, offset: int = 0) -> Keys:
    """Return the keys that the others have so many positions later; all ascend."""
    later = keys + np.uint64(offset)
    if len(keys) * _FEW < len(others):
        return keys[contains(others, later)]
    both = np.sort(np.concatenate([later, others]), kind="stable")
    met: Keys = both[:-1][both[1:] == both[:-1]] - np.uint64(offset)
    return met


def _without(keys: Keys, some: Keys) -> Keys:
    """Return keys less some of them; both ascend."""
    if not len(some) or len(some) == len(keys):
        return keys[: len(keys) - len(some)]
    both = np.sort(np.concatenate([keys, some]), kind="stable")
    twice = both[1:] == both[:-1]
    once = np.ones(len(both), bool)
    once[1:] = ~twice
    once[:-1] &= ~twice
    return both[once]


def _close(snapshot: Snapshot, near: Near) -> Keys:
    """Return where the first of some words stands, if all others follow within reach."""
    words = [united(*(starts(snapshot, pattern) for pattern in word)) for word in near.words]
    if not all(len(keys) for keys in words):
        return _NOWHERE
    first = united(*words)
    for keys in sorted(words, key=len):
        first = first[follows(first, keys) <= np.uint64(near.reach)]
    return first


def follows(keys: Keys, others: Keys) -> Keys:
    """Return how far after each key the next of the others stands, 0 if there; huge if none follows in its document."""
    at = np.searchsorted(others, keys)
    found = np.append(others, np.uint64(2**64 - 1))[at]
    return found - keys


def contains(keys: Keys, wanted: Keys) -> Flags:
    """Tell which of some keys are among others; both ascend."""
    if not len(keys):
        return np.zeros(len(wanted), bool)
    at = np.searchsorted(keys, wanted)
    found: Flags = keys[np.minimum(at, len(keys) - 1)] == wanted
    return found

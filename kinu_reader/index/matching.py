"""Where the patterns of a clause are met: whole arrays at a time, for the whole index."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from kinu_reader.index.patterns import Near, Pattern, patterns
from kinu_reader.index.postings import Keys, Numbers
from kinu_reader.index.postings import documents as documents_of
from kinu_reader.index.snapshot import FIELD_PARTS, Part

if TYPE_CHECKING:
    from kinu_reader.index.limit import Limit
    from kinu_reader.index.snapshot import Flags, Snapshot, Tally
    from kinu_reader.model import Clause, Need

Weights = npt.NDArray[np.float64]
_FEW = 3  # times as many keys as are looked for: then each is looked up, or else both are merged
_MANY = 2  # times as many documents as keys: then they are counted one after the other, or else all in one array
_NOWHERE: Keys = np.empty(0, np.uint64)
_ZERO = np.zeros(1, np.int64)
_POSITION = np.uint64(0xFFFFFFFF)


class Met(NamedTuple):
    """Where a need is met."""

    documents: Numbers  # ascending
    slots: Numbers  # of their briefs
    often: Weights  # for each of them the sum of the weights of what is found in it
    keys: Keys  # of each place; empty where that would cost too much
    width: int  # positions that it takes at most


def find_places(
    snapshot: Snapshot, need: Need, *, exact: bool = False, keys_too: bool = True, limit: Limit | None = None
) -> Met:
    """Return where a need is met, as far as the time goes; without `keys_too` only in which documents and how often."""
    tally, found = snapshot.tally, list[Keys]()
    tally.start()
    width = 0
    for clause in need.any_of:
        if limit is not None and limit.over:
            break
        for pattern in patterns(clause, exact=exact):
            keys, documents, often = places(snapshot, pattern)
            if len(keys):
                _count(snapshot, tally, clause, documents, often.astype(np.float64) * (clause.weight * pattern.weight))
            if keys_too and not _is_covered(pattern):
                found.append(keys)
            width = max(width, pattern.width)
    everywhere = united(*found)
    if not snapshot.all_live:
        everywhere = everywhere[snapshot.live[documents_of(everywhere)]]
    met, sums = tally.sums()
    return Met(met, snapshot.slot.take(met), sums, everywhere, width)


def frequencies(snapshot: Snapshot, need: Need, *, exact: bool = False) -> Weights:
    """Return for every document how often it meets a need: the sum of the weights of what is found in it."""
    met = find_places(snapshot, need, exact=exact, keys_too=False)
    often = np.zeros(snapshot.size)
    often[met.documents] = met.often
    return often


def holds(snapshot: Snapshot, clause: Clause) -> bool:
    """Tell whether a clause is met anywhere, at least in a brief that was deleted a moment ago."""
    if clause not in snapshot.held:
        snapshot.held[clause] = any(len(places(snapshot, pattern)[0]) for pattern in patterns(clause))
    return snapshot.held[clause]


def _count(snapshot: Snapshot, tally: Tally, clause: Clause, met: Numbers, often: Weights) -> None:
    """Add up how often a pattern is met in some documents, if the clause is looked for there."""
    if clause.field is not None:
        wanted = snapshot.part[met] == FIELD_PARTS[clause.field]
    elif snapshot.notes:
        wanted = snapshot.part[met] != Part.NOTE
    else:
        wanted = None
    if not snapshot.all_live:
        wanted = snapshot.live[met] if wanted is None else wanted & snapshot.live[met]
    if wanted is not None:
        met, often = met[wanted], often[wanted]
    tally.add(met, often)


def counted(keys: Keys, size: int) -> tuple[Numbers, Numbers]:
    """Return the documents of some keys, ascending, and how many each has; those of a prefix come in any order."""
    found = documents_of(keys)
    if len(found) * _MANY > size:
        counts = np.bincount(found, minlength=size)
        met = np.flatnonzero(counts.astype(bool))
        return met, counts[met]
    if not (found[1:] >= found[:-1]).all():
        found = np.sort(found)
    first = np.concatenate([_ZERO[: len(found)], np.flatnonzero(found[1:] != found[:-1]) + 1])
    return found[first], np.diff(first, append=len(found))


def united(*some: Keys) -> Keys:
    """Return the keys that are in any of some arrays, ascending and each once; all ascend."""
    filled = [keys for keys in some if len(keys)]
    if len(filled) < 2:
        return filled[0] if filled else _NOWHERE
    keys = np.sort(np.concatenate(filled), kind="stable")  # runs that ascend are only merged
    new = np.ones(len(keys), bool)
    new[1:] = keys[1:] != keys[:-1]
    return keys[new]


def _is_covered(pattern: Pattern | Near) -> bool:
    """Tell whether the places of a pattern need not be known: others hold them, or they come term after term."""
    if isinstance(pattern, Near):
        return False
    return pattern.covered or (len(pattern.steps) == 1 and len(pattern.steps[0]) + pattern.steps[0][0].prefix > 1)


def places(snapshot: Snapshot, pattern: Pattern | Near) -> tuple[Keys, Numbers, Numbers]:
    """Return each place where a pattern is met, the documents of these, and how many each of them has.

    The places ascend, but for those of a single step of several terms.
    """

    def found() -> tuple[Keys, Numbers, Numbers]:
        keys = _places(snapshot, pattern)
        return keys, *counted(keys, snapshot.size)

    keys, documents, often = snapshot.kept(pattern, found)
    return keys, documents, often


def _places(snapshot: Snapshot, pattern: Pattern | Near) -> Keys:
    if isinstance(pattern, Near):
        return _close(snapshot, pattern)
    if len(pattern.steps) > 1:
        return starts(snapshot, pattern)
    alone = [snapshot.keys(atom) for atom in pattern.steps[0]]
    return alone[0] if len(alone) == 1 else np.concatenate(alone)


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

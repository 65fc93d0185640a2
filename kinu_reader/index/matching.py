"""Where the patterns of a clause are met: whole arrays at a time, segment by segment."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from kinu_reader.index.patterns import Near, Pattern, patterns
from kinu_reader.index.postings import POSITION_BITS, Keys, Numbers, documents
from kinu_reader.index.snapshot import FIELD_PARTS, Part

if TYPE_CHECKING:
    from kinu_reader.index.snapshot import Flags, Segment, Snapshot
    from kinu_reader.model import Clause, Need

Weights = npt.NDArray[np.float64]
_FEW = 8  # times as many documents as are found: then each is counted by itself
_NOWHERE: Keys = np.empty(0, np.uint64)


@dataclass(frozen=True)
class Met:
    """Where a need is met."""

    often: Weights  # for each document the sum of the weights of what is found in it
    keys: Keys  # of each place, in the whole index; empty where that would cost too much
    width: int  # positions that it takes at most


def find_places(snapshot: Snapshot, need: Need, *, exact: bool = False, keys_too: bool = True) -> Met:
    """Return where a need is met; without `keys_too` only in which documents and how often."""
    often = np.zeros(snapshot.size)
    keys: list[Keys] = []
    width = 0
    for field in dict.fromkeys(clause.field for clause in need.any_of):
        clauses = [clause for clause in need.any_of if clause.field is field]
        wanted = [(pattern, clause.weight) for clause in clauses for pattern in patterns(clause, exact=exact)]
        found = np.zeros(snapshot.size)
        for segment in snapshot.segments:
            part = found[segment.base : segment.base + segment.size]
            keys.append(in_index(segment, _add(segment, wanted, part, keys_too=keys_too)))
        if field is not None:
            found[snapshot.part != FIELD_PARTS[field]] = 0
        elif snapshot.notes:
            found[snapshot.part == Part.NOTE] = 0
        often += found
        width = max([width, *(pattern.width for pattern, _ in wanted)])
    everywhere: Keys = np.concatenate([_NOWHERE, *keys])
    if not snapshot.live.all():
        often[~snapshot.live] = 0
        everywhere = everywhere[snapshot.live[documents(everywhere)]]
    return Met(often, everywhere, width)


def frequencies(snapshot: Snapshot, need: Need, *, exact: bool = False) -> Weights:
    """Return for each document how often it meets a need: the sum of the weights of what is found in it."""
    return find_places(snapshot, need, exact=exact, keys_too=False).often


def holds(snapshot: Snapshot, clause: Clause) -> bool:
    """Tell whether a clause is met anywhere, at least in a brief that was deleted a moment ago."""
    if clause not in snapshot.held:
        wanted = patterns(clause)
        snapshot.held[clause] = any(
            len(any_order_places(segment, pattern)) for segment in snapshot.segments for pattern in wanted
        )
    return snapshot.held[clause]


def in_index(segment: Segment, keys: Keys) -> Keys:
    """Return keys of a segment as keys of the whole index."""
    return keys + (np.uint64(segment.base) << POSITION_BITS) if segment.base else keys


def _add(segment: Segment, wanted: list[tuple[Pattern | Near, float]], part: Weights, *, keys_too: bool) -> Keys:
    """Add up how often each document of a segment meets some patterns; return the places, ascending."""
    together = _NOWHERE
    for pattern, weight in wanted:
        keys = any_order_places(segment, pattern)
        if len(keys):
            _count(part, documents(keys), weight * pattern.weight)
            if keys_too and not _is_covered(pattern):
                together = united(together, keys)
    return together


def _count(part: Weights, found: Numbers, weight: float) -> None:
    """Add a weight for each document found, as often as it is."""
    if len(found) * _FEW < len(part):
        np.add.at(part, found, weight)
    else:
        part += weight * np.bincount(found, minlength=len(part))


def united(some: Keys, others: Keys) -> Keys:
    """Return the keys that are in either, ascending; both ascend, and mostly one holds the other."""
    more, less = (some, others) if len(some) >= len(others) else (others, some)
    new = less[~contains(more, less)]
    return np.sort(np.concatenate([more, new]), kind="stable") if len(new) else more


def _is_covered(pattern: Pattern | Near) -> bool:
    """Tell whether the places of a pattern need not be known: others hold them, or they come term after term."""
    if isinstance(pattern, Near):
        return False
    return pattern.covered or (len(pattern.steps) == 1 and len(pattern.steps[0]) + pattern.steps[0][0].prefix > 1)


def any_order_places(segment: Segment, pattern: Pattern | Near) -> Keys:
    """Return each place where a pattern is met."""
    if isinstance(pattern, Near):
        return _close(segment, pattern)
    if len(pattern.steps) > 1:
        return places(segment, pattern)
    alone = [segment.any_order_keys(atom) for atom in pattern.steps[0]]
    return alone[0] if len(alone) == 1 else np.concatenate(alone)


def places(segment: Segment, pattern: Pattern) -> Keys:
    """Return where a pattern starts, ascending."""
    found = [[(segment.keys(atom), np.uint64(atom.offset)) for atom in step] for step in pattern.steps]
    found.sort(key=lambda step: sum(len(keys) for keys, _ in step))  # the rarest leaves least to look up
    starts = _starts(found[0])
    for step in found[1:]:
        if not len(starts):
            break
        met = np.zeros(len(starts), bool)
        for keys, offset in step:
            met |= contains(keys, starts + offset)
        starts = starts[met]
    return starts


def any_places(segment: Segment, wanted: tuple[Pattern, ...]) -> Keys:
    """Return where any of some patterns starts, ascending and each once."""
    return reduce(united, (places(segment, pattern) for pattern in wanted), _NOWHERE)


def _close(segment: Segment, near: Near) -> Keys:
    """Return where the first of some words stands, if all others follow within reach."""
    words = [any_places(segment, word) for word in near.words]
    if not all(len(keys) for keys in words):
        return words[0][:0]
    first = reduce(united, words)
    for keys in sorted(words, key=len):
        first = first[follows(first, keys) <= np.uint64(near.reach)]
    return first


def follows(keys: Keys, others: Keys) -> Keys:
    """Return how far after each key the next of the others stands, 0 if there; huge if none follows in its document."""
    at = np.searchsorted(others, keys)
    found = np.append(others, np.uint64(2**64 - 1))[at]
    return found - keys


def _starts(step: list[tuple[Keys, np.uint64]]) -> Keys:
    """Return where a pattern may start by one of its steps."""
    shifted = [keys[(keys & np.uint64(0xFFFFFFFF)) >= offset] - offset for keys, offset in step if len(keys)]
    return reduce(united, shifted, _NOWHERE)


def contains(keys: Keys, wanted: Keys) -> Flags:
    """Tell which of some keys are among others; both ascend."""
    if not len(keys):
        return np.zeros(len(wanted), bool)
    at = np.searchsorted(keys, wanted)
    found: Flags = keys[np.minimum(at, len(keys) - 1)] == wanted
    return found

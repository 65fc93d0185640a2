"""Where the patterns of a clause are met: whole arrays at a time, segment by segment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from kinu_reader.index.patterns import Pattern, patterns
from kinu_reader.index.postings import Keys, Numbers, documents

if TYPE_CHECKING:
    from kinu_reader.index.snapshot import Flags, Segment, Snapshot
    from kinu_reader.model import Need

Weights = npt.NDArray[np.float64]


def frequencies(snapshot: Snapshot, need: Need, *, exact: bool = False) -> Weights:
    """Return for each document how often it meets a need: the sum of the weights of what is found in it."""
    total = np.zeros(snapshot.size)
    wanted = [pattern for clause in need.any_of for pattern in patterns(clause, exact=exact)]
    for segment in snapshot.segments:
        part = total[segment.base : segment.base + segment.size]
        for pattern in wanted:
            found = _documents(segment, pattern)
            if len(found):
                part += pattern.weight * np.bincount(found, minlength=segment.size)
    total[~snapshot.live] = 0
    return total


def _documents(segment: Segment, pattern: Pattern) -> Numbers:
    """Return the document of each place where a pattern is met."""
    if len(pattern.steps) == 1:
        alone = [documents(segment.any_order_keys(atom)) for atom in pattern.steps[0]]
        return alone[0] if len(alone) == 1 else np.concatenate(alone)
    return documents(places(segment, pattern))


def places(segment: Segment, pattern: Pattern) -> Keys:
    """Return where a pattern of several steps starts, ascending."""
    found = [[(segment.keys(atom), np.uint64(atom.offset)) for atom in step] for step in pattern.steps]
    found.sort(key=lambda step: sum(len(keys) for keys, _ in step))  # the rarest leaves least to look up
    starts = _starts(found[0])
    for step in found[1:]:
        if not len(starts):
            break
        met = np.zeros(len(starts), bool)
        for keys, offset in step:
            met |= _contains(keys, starts + offset)
        starts = starts[met]
    return starts


def _starts(step: list[tuple[Keys, np.uint64]]) -> Keys:
    """Return where a pattern may start by one of its steps."""
    shifted = [keys[(keys & np.uint64(0xFFFFFFFF)) >= offset] - offset for keys, offset in step if len(keys)]
    if len(shifted) == 1:
        return shifted[0]
    return np.unique(np.concatenate([np.empty(0, np.uint64), *shifted]))


def _contains(keys: Keys, wanted: Keys) -> Flags:
    """Tell which of some keys are among others; both ascend."""
    if not len(keys):
        return np.zeros(len(wanted), bool)
    at = np.searchsorted(keys, wanted)
    found: Flags = keys[np.minimum(at, len(keys) - 1)] == wanted
    return found

"""Postings as one flat array: a sorted number for each place, made of a document and a position in it.

So a term is a slice, a prefix is one slice as well, and a phrase is an intersection of slices, each less its offset.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Iterable

Keys = npt.NDArray[np.uint64]  # document << 32 | position, ascending within a term
Numbers = npt.NDArray[np.int64]

POSITION_BITS = np.uint64(32)
_POSITION = np.uint64((1 << 32) - 1)


def documents(keys: Keys) -> Numbers:
    """Return the document of each key."""
    return (keys >> POSITION_BITS).view(np.int64)


class Run(NamedTuple):
    """Postings of one field in term order: `counts[i]` keys belong to `terms[i]`."""

    terms: list[bytes]  # UTF-8, ascending
    counts: Numbers
    keys: Keys


EMPTY = Run([], np.empty(0, np.int64), np.empty(0, np.uint64))


def firsts(values: npt.NDArray[Any]) -> Numbers:
    """Return where each run of equal values begins."""
    new = np.ones(len(values), bool)
    np.not_equal(values[1:], values[:-1], out=new[1:])
    return new.nonzero()[0]


def slices(starts: Numbers, counts: Numbers) -> Numbers:
    """Return the indices of many slices, one after the other."""
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    indices: Numbers = np.arange(total) + np.repeat(starts - (ends - counts), counts)
    return indices


def merged(runs: Iterable[Run]) -> Run:
    """Merge runs whose documents increase from run to run."""
    some = [run for run in runs if run.terms]
    if len(some) < 2:
        return some[0] if some else EMPTY
    terms = sorted(set().union(*(run.terms for run in some)))
    number = {term: n for n, term in enumerate(terms)}
    owners = [np.fromiter((number[term] for term in run.terms), np.int64, len(run.terms)) for run in some]
    counts = np.zeros(len(terms), np.int64)
    for run, owner in zip(some, owners, strict=True):
        counts[owner] += run.counts
    free = np.cumsum(counts) - counts
    keys = np.empty(int(counts.sum()), np.uint64)
    for run, owner in zip(some, owners, strict=True):
        keys[slices(free[owner], run.counts)] = run.keys
        free[owner] += run.counts
    return Run(terms, counts, keys)


def moved(run: Run, targets: Numbers) -> Run:
    """Return a run with its documents renumbered; those whose target is negative are left out."""
    targeted = targets[documents(run.keys)]
    keep = targeted >= 0
    keys = (targeted.astype(np.uint64) << POSITION_BITS) | (run.keys & _POSITION)
    if keep.all():
        return run._replace(keys=keys)
    owners = np.repeat(np.arange(len(run.terms)), run.counts)[keep]
    counts = np.bincount(owners, minlength=len(run.terms))
    terms = [term for term, count in zip(run.terms, counts.tolist(), strict=True) if count]
    return Run(terms, counts[counts > 0], keys[keep])

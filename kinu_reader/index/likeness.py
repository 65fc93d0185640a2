"""How much of their text briefs have in common, found for thousands of them at once.

Of every text, the digests of all its pieces of eight letters are taken, and of those the smallest 3 %: always the same
ones of the same words. How many of these samples two texts share estimates how many pieces they share (Jaccard).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    Digests = NDArray[np.uint64]

SAMPLED = 1 / 32  # of all pieces: some 600 of a brief of ten pages
COMMON = 24  # briefs that have a piece in common before it tells nothing: mastheads, disclaimers
FEWEST = 8  # pieces sampled of a text that says enough to be compared, some 250 letters: a masthead is no brief
LEAST = 0.3  # of the rarer pieces of a text that must be shared before two texts are compared in full
_MIX = np.uint64(0x9E3779B97F4A7C15)


def sample(text: str) -> Digests:
    """Return the digests that stand for a text, in order; only letters and digits count, in one case."""
    codes = np.frombuffer(text.lower().encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    letters = codes[_telling()[codes]].astype(np.uint64)
    if letters.size < 8:
        return np.unique(letters)
    pieces = letters
    for width in (1, 2, 4):  # pieces of two letters, of four, of eight
        pieces = _mixed(pieces[:-width] * _MIX + pieces[width:])
    return np.unique(pieces[pieces < np.uint64(int(2**64 * SAMPLED))])


def _mixed(values: Digests) -> Digests:
    values = (values ^ (values >> np.uint64(31))) * np.uint64(0xBF58476D1CE4E5B9)
    return values ^ (values >> np.uint64(29))


@cache
def _telling() -> NDArray[np.bool_]:
    """Return for every character whether it is a letter or digit."""
    return np.fromiter((chr(code).isalnum() for code in range(0x110000)), dtype=np.bool_, count=0x110000)


def alike(samples: Mapping[int, Digests], least: float) -> dict[tuple[int, int], float]:
    """Return the pairs of texts, smaller key first, that share at least this part of their pieces, and the part."""
    samples = {key: sample for key, sample in samples.items() if sample.size >= FEWEST}
    found = {}
    for one, other in sorted(_candidates(samples) | _equal(samples)):
        here, there = samples[one], samples[other]
        shared = np.intersect1d(here, there, assume_unique=True).size
        likeness = shared / (here.size + there.size - shared)
        if likeness >= least:
            found[one, other] = float(likeness)
    return found


def _equal(samples: Mapping[int, Digests]) -> set[tuple[int, int]]:
    """Return each text with the one before it that says the same, however many do."""
    last: dict[bytes, int] = {}
    pairs = set()
    for key in sorted(samples):
        digests = samples[key].tobytes()
        if digests in last:
            pairs.add((last[digests], key))
        last[digests] = key
    return pairs


def _candidates(samples: Mapping[int, Digests]) -> set[tuple[int, int]]:
    """Return pairs of texts that share many of the pieces which few texts have."""
    keys = np.array(sorted(samples), dtype=np.int64)
    if keys.size < 2:
        return set()
    digests = np.concatenate([samples[int(key)] for key in keys])
    owners = np.repeat(np.arange(keys.size), [samples[int(key)].size for key in keys])
    order = np.argsort(digests, kind="stable")  # texts in order within a digest
    digests, owners = digests[order], owners[order]
    starts = np.flatnonzero(np.r_[True, digests[1:] != digests[:-1]])
    sizes = np.diff(np.r_[starts, digests.size])
    few = (sizes <= COMMON) & (sizes > 0)
    rare = np.bincount(owners[np.repeat(few, sizes)], minlength=keys.size)  # how many such pieces each text has
    pairs = []
    for step in range(1, COMMON):  # each text of a digest with the one that stands `step` places after it
        same = np.flatnonzero((digests[step:] == digests[:-step]) & np.repeat(few, sizes)[step:])
        pairs.append(owners[same] * keys.size + owners[same + step])
    values, shared = np.unique(np.concatenate(pairs), return_counts=True)
    ones, others = np.divmod(values, keys.size)
    near = shared >= LEAST * np.maximum(np.minimum(rare[ones], rare[others]), 1)
    return {(int(keys[a]), int(keys[b])) for a, b in zip(ones[near], others[near], strict=True)}

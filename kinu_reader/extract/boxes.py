"""The map from characters of the canonical text to boxes on a page, kept small in a blob.

A page holds *runs*: stretches of the canonical text that stand on one line of it. The blob is a head (number of runs,
of characters, units a point), then under zlib the starts and lengths of the runs and, in 16 bits each, the gap of every
character to the one before, its width, fall and growth: a byte a character, read back in a tenth of a millisecond.
"""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from kinu_reader.model import Box, Page

UNITS = 20.0  # a point: finer than any screen shows
WIDEST = 32000.0  # the largest edge that 16 bits hold safely
LEVEL = 4  # of the compression: half the time of the usual one, for a twentieth more bytes
HEAD = struct.Struct("<IIf")


class Run(NamedTuple):
    """A stretch of the canonical text on one line: where it starts, and a box for each of its characters."""

    start: int
    boxes: Sequence[Box]


class CharacterMap(NamedTuple):
    """The runs of a page as arrays, in the order of the text."""

    starts: NDArray[np.int64]
    lengths: NDArray[np.int64]
    edges: NDArray[np.float64]  # 4 rows: x0, y0, x1, y1; a column for each character


def pack(runs: Iterable[Run]) -> bytes:
    """Return the map of a page as a blob; runs may come in any order."""
    kept = sorted((run for run in runs if run.boxes), key=lambda run: run.start)
    flat = chain.from_iterable(chain.from_iterable(run.boxes for run in kept))
    edges = np.fromiter(flat, dtype=np.float64).reshape(-1, 4)
    widest = float(np.abs(edges).max(initial=0.0))
    units = UNITS if widest * UNITS < WIDEST else WIDEST / widest
    x0, y0, x1, y1 = np.rint(edges * units).astype(np.int64).T
    gaps = x0 - np.concatenate([[0], x1[:-1]])[: len(x0)]  # to the character before: mostly nothing
    rows = np.array([gaps, x1 - x0, np.diff(y0, prepend=0), np.diff(y1 - y0, prepend=0)])
    places = np.array([(run.start, len(run.boxes)) for run in kept], dtype="<i4").reshape(-1, 2)
    body = places.T.tobytes() + rows.astype("<i2").tobytes()  # what leaves 16 bits wraps around, and back in read_map
    return HEAD.pack(len(kept), len(edges), units) + zlib.compress(body, LEVEL)


def unpack(blob: bytes) -> list[Run]:
    """Return the runs of a blob in the order of the text."""
    starts, lengths, edges = read_map(blob)
    boxes: list[Box] = list(zip(*edges.tolist(), strict=True))
    ends = np.cumsum(lengths)
    return [
        Run(start, boxes[end - length : end])
        for start, length, end in zip(starts.tolist(), lengths.tolist(), ends.tolist(), strict=True)
    ]


def boxes_of(page: Page, start: int, end: int) -> list[Box]:
    """Return one box for each line of the page that the range of the canonical text covers, in reading order."""
    starts, lengths, edges = read_map(page.characters)
    ends = starts + lengths
    offsets = np.cumsum(lengths) - lengths
    boxes: list[Box] = []
    for run in np.flatnonzero((starts < end) & (ends > start)):
        first = offsets[run] + max(start - starts[run], 0)
        last = offsets[run] + min(end, ends[run]) - starts[run]
        x0, y0, x1, y1 = edges[:, first:last]
        boxes.append((float(x0.min()), float(y0.min()), float(x1.max()), float(y1.max())))
    return boxes


@lru_cache(maxsize=64)
def read_map(blob: bytes) -> CharacterMap:
    """Return a blob as arrays, which nobody may change."""
    runs, characters, units = HEAD.unpack_from(blob)
    body = zlib.decompress(blob[HEAD.size :])
    starts, lengths = np.frombuffer(body, dtype="<i4", count=2 * runs).astype(np.int64).reshape(2, runs)
    gaps, widths, falls, growths = np.frombuffer(body, dtype="<i2", offset=8 * runs).reshape(4, characters)
    x1 = np.cumsum(gaps + widths, dtype=np.int16)
    y0 = np.cumsum(falls, dtype=np.int16)
    y1 = y0 + np.cumsum(growths, dtype=np.int16)
    return CharacterMap(starts, lengths, np.array([x1 - widths, y0, x1, y1], dtype=np.float64) / units)

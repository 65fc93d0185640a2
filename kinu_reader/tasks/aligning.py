"""The same place in another edition: passages are aligned in their order, by landmarks, length and position."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from math import inf, log
from typing import TYPE_CHECKING

from kinu_reader.model import PassageKind
from kinu_reader.tasks.landmarks import landmarks
from kinu_reader.tasks.numbering import out_of_order
from kinu_reader.tasks.understanding import glossary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kinu_reader.model import Passage
    from kinu_reader.tasks.archive import Archive
    from kinu_reader.tasks.landmarks import Landmark

STREAMS = (  # footnotes stand at other places of the text in each edition, so they are aligned among themselves
    (PassageKind.BODY, PassageKind.HEADING),
    (PassageKind.FOOTNOTE,),
    (PassageKind.FRONT,),
)
STEPS = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))  # how many passages, here and there, may say the same
SKIP = -0.3  # for a passage that the other edition does not have
SAME, LENGTH, PLACE, SHARED, KIND = 0.8, 0.8, 3.0, 1.5, 1.0  # for a match; against unlike length, place; for landmarks
FAR, REACH = 0.25, 40  # of a text, and passages: nothing farther off is taken for the same place

Points = tuple[tuple[int, ...], tuple[int, ...]]  # offsets here and there that are the same place, in order


@dataclass(frozen=True)
class Alignment:
    """For each passage of one text, points that it has in common with another."""

    starts: tuple[int, ...]
    points: tuple[Points, ...]

    def counterpart(self, offset: int) -> int:
        """Return the offset in the other text; between two points it is in proportion."""
        if not self.starts:
            return 0
        here, there = self.points[max(bisect_right(self.starts, offset) - 1, 0)]
        at = min(max(bisect_right(here, offset) - 1, 0), len(here) - 2)
        (a, b), (c, d) = here[at : at + 2], there[at : at + 2]
        share = min(max((offset - a) / (b - a), 0.0), 1.0) if b > a else 0.0
        return c + round((d - c) * share)


def counterpart(archive: Archive, brief: int, offset: int, other: int) -> int:
    """Return the offset in another edition that is nearest to the same place."""
    return align(archive, brief, other).counterpart(offset)


def align(archive: Archive, brief: int, other: int) -> Alignment:
    """Return how the text of a brief lies along that of another edition."""
    here, there = _Text.of(archive, brief), _Text.of(archive, other)
    points: dict[int, Points] = {}
    for kinds in STREAMS:
        mine, theirs = here.stream(kinds), there.stream(kinds)
        if mine and theirs:
            points |= _aligned(here, mine, there, theirs)
    whole: Points = ((0, len(here.text)), (0, len(there.text)))
    return Alignment(
        tuple(passage.start for passage in here.passages),
        tuple(points.get(passage.number, whole) for passage in here.passages),
    )


@dataclass(frozen=True)
class _Text:
    """A text to be aligned, and how often each sign stands in it."""

    text: str
    passages: tuple[Passage, ...]
    marks: tuple[Landmark, ...]
    counts: Counter[str]

    @classmethod
    def of(cls, archive: Archive, brief: int) -> _Text:
        text = archive.library.text(brief)
        marks = tuple(landmarks(text, glossary()))
        passages = tuple(sorted(archive.library.passages(brief), key=lambda passage: passage.start))
        return cls(text, passages, marks, Counter(mark.sign for mark in marks))

    def stream(self, kinds: Sequence[PassageKind]) -> list[Passage]:
        return [passage for passage in self.passages if passage.kind in kinds]

    def within(self, passages: Sequence[Passage]) -> list[Landmark]:
        """Return the landmarks of consecutive passages."""
        starts = [mark.start for mark in self.marks]
        first = bisect_right(starts, passages[0].start - 1)
        return list(self.marks[first : bisect_right(starts, passages[-1].end - 1)])


def _aligned(here: _Text, mine: Sequence[Passage], there: _Text, theirs: Sequence[Passage]) -> dict[int, Points]:
    """Return the points of each passage of one stream, by its number."""
    found: dict[int, Points] = {}
    at, reached = 0, theirs[0].start
    for i, m, j, n in [*_beads(here, mine, there, theirs), (len(mine), 0, len(theirs), 0)]:
        begins = theirs[j].start if n else theirs[-1].end
        if skipped := mine[at:i]:  # said here only: it lies between what stands on both sides of it
            between: Points = ((skipped[0].start, skipped[-1].end), (reached, begins))
            below: Points = (between[0], (begins, begins))  # a heading goes with what follows it
            found |= {p.number: below if p.kind is PassageKind.HEADING else between for p in skipped}
        if n:
            ours, others = mine[i : i + m], theirs[j : j + n]
            found |= dict.fromkeys((passage.number for passage in ours), _points(here, ours, there, others))
            reached = others[-1].end
        at = i + m
    return found


def _points(here: _Text, ours: Sequence[Passage], there: _Text, others: Sequence[Passage]) -> Points:
    """Return the ends of passages that say the same, and between them the landmarks that each has once, in order."""
    mine, theirs = (
        {mark.sign: mark.start for mark in marks if counts[mark.sign] == 1}
        for marks in (here.within(ours), there.within(others))
        for counts in (Counter(mark.sign for mark in marks),)
    )
    shared = sorted(
        (start, theirs[sign])
        for sign, start in mine.items()
        if sign in theirs and ours[0].start < start < ours[-1].end and others[0].start < theirs[sign] < others[-1].end
    )
    crossed = out_of_order([there for _, there in shared])
    kept = [pair for at, pair in enumerate(shared) if at not in crossed]
    pairs = [(ours[0].start, others[0].start), *kept, (ours[-1].end, others[-1].end)]
    return tuple(pair[0] for pair in pairs), tuple(pair[1] for pair in pairs)


class _Stream:
    """Passages of one kind, measured for a comparison with those of another text."""

    def __init__(self, text: _Text, passages: Sequence[Passage]) -> None:
        self.size = len(passages)
        self.heading = [passage.kind is PassageKind.HEADING for passage in passages]
        self.signs = [frozenset(mark.sign for mark in text.within([passage])) for passage in passages]
        lengths = [passage.end - passage.start for passage in passages]
        self.upto = [0.0, *(total / sum(lengths) for total in accumulate(lengths))]  # part of the whole before each


def _beads(
    here: _Text, mine: Sequence[Passage], there: _Text, theirs: Sequence[Passage]
) -> list[tuple[int, int, int, int]]:
    """Return which passages say the same: from, how many, here and there; the best row of them in order."""
    one, other = _Stream(here, mine), _Stream(there, theirs)
    weights = {sign: 1 / (here.counts[sign] * there.counts[sign]) ** 0.5 for sign in here.counts & there.counts}
    far = min(FAR, REACH / max(one.size, other.size))
    best: dict[tuple[int, int], float] = {(0, 0): 0.0}
    steps: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(one.size + 1):
        for j in range(other.size + 1):
            if (so_far := best.get((i, j))) is None:
                continue
            ways = [(1, 0, SKIP), (0, 1, SKIP)]
            if abs(one.upto[i] - other.upto[j]) <= far:
                ways += [(m, n, _likeness(one, i, m, other, j, n, weights)) for m, n in STEPS]
            for m, n, gain in ways:
                to = i + m, j + n
                if to[0] <= one.size and to[1] <= other.size and so_far + gain > best.get(to, -inf):
                    best[to], steps[to] = so_far + gain, (m, n)
    beads, at = [], (one.size, other.size)
    while at != (0, 0):
        m, n = steps[at]
        at = at[0] - m, at[1] - n
        if m and n:
            beads.append((at[0], m, at[1], n))
    return beads[::-1]


def _likeness(one: _Stream, i: int, m: int, other: _Stream, j: int, n: int, weights: Mapping[str, float]) -> float:
    """Return what speaks for some passages here and some there saying the same."""
    if i + m > one.size or j + n > other.size:
        return -inf
    length, its_length = one.upto[i + m] - one.upto[i], other.upto[j + n] - other.upto[j]
    apart = abs(one.upto[i] + one.upto[i + m] - other.upto[j] - other.upto[j + n]) / 2
    signs = frozenset().union(*one.signs[i : i + m]) & frozenset().union(*other.signs[j : j + n])
    shared = min(sum(weights[sign] for sign in signs), 2.0)
    unlike = any(one.heading[i : i + m]) != any(other.heading[j : j + n])
    return SAME + SHARED * shared - LENGTH * abs(log(length / its_length)) - PLACE * apart - KIND * unlike

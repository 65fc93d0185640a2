"""What a search finds: copies of arrays only, so that it stays valid whatever happens to the index."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from kinu_reader.index.importance import importance
from kinu_reader.index.matching import Weights, find_places
from kinu_reader.index.ranking import Scores, meeting, most, score
from kinu_reader.index.snapshot import Part
from kinu_reader.model import ClauseKind, Need, Query

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from kinu_reader.index.limit import Limit
    from kinu_reader.index.postings import Numbers
    from kinu_reader.index.snapshot import Flags, Snapshot

ENOUGH = 20  # with so many whole answers no partial ones are looked for
MOST_PARTIAL = 200


@dataclass(frozen=True)
class _Passages:
    """The passages that answer, in the order of the index; all arrays are of all documents, but for the first."""

    documents: Numbers  # that answer, ascending
    rows: tuple[Numbers, Numbers]  # where the passages of each slot begin and end
    numbers: Numbers
    needs: npt.NDArray[np.uint8]
    scores: Weights
    parts: npt.NDArray[np.uint8]

    def of(self, slot: int) -> Numbers:
        """Return the documents that answer in a brief."""
        begin, after = self.rows
        first, end = np.searchsorted(self.documents, (begin[slot], after[slot]))
        return self.documents[first:end]


@dataclass(frozen=True)
class Found:
    """The briefs and passages that answer a query."""

    ids: list[int]  # briefs that meet every need, best first
    partial: list[int]  # briefs that meet some, if fewer than ENOUGH meet all; best first
    passages: int  # that answer in the briefs of `ids`
    cut_short: bool  # the time was over before all was looked for
    _slots: dict[int, int] = field(repr=False)  # of the briefs above
    _scores: Weights = field(repr=False)  # by slot
    _lacking: dict[int, tuple[str, ...]] = field(repr=False)
    _passages: _Passages = field(repr=False)

    def score(self, brief: int) -> float:
        """Return how well a brief answers; 0 if it does not."""
        return float(self._scores[self._slots[brief]]) if brief in self._slots else 0.0

    def lacks(self, brief: int) -> tuple[str, ...]:
        """Return the words of the query that a partial brief does not hold."""
        return self._lacking.get(brief, ())

    def hits(self, brief: int) -> int:
        """Return how many passages of a brief answer."""
        return len(self._answering(brief))

    def best(self, brief: int, limit: int) -> list[int]:
        """Return the numbers of passages: those that meet most needs first, then by score, then in reading order.

        A heading comes after the other passages that meet as many: its words are few, but a sentence says more.
        """
        documents, passages = self._answering(brief), self._passages
        numbers, headings = passages.numbers[documents], passages.parts[documents] == Part.HEADING
        order = np.lexsort((numbers, -passages.scores[documents], headings, -passages.needs[documents].astype(int)))
        best: list[int] = numbers[order[:limit]].tolist()
        return best

    def _answering(self, brief: int) -> Numbers:
        return self._passages.of(self._slots[brief]) if brief in self._slots else self._passages.documents[:0]


def find(snapshot: Snapshot, query: Query, allow: Collection[int] | None, *, exact: bool, limit: Limit) -> Found:
    """Return what answers a query among the briefs of `allow`, or among all.

    Needs that the time does not reach are not asked for, but for what must not be there.
    """
    candidates = _candidates(snapshot, query, allow, exact=exact)
    wanted = [need for need in query.needs if not need.banned]
    found = [
        find_places(snapshot, need, exact=exact, keys_too=len(wanted) > 1, limit=limit)
        for need in itertools.takewhile(lambda need: not limit.over, wanted)
    ]
    if not found and (wanted or not (query.needs or query.filters)):
        candidates[:] = False
    wanted = wanted[: len(found)]
    met = [meeting(snapshot, need) for need in found]
    whole = np.logical_and.reduce([candidates, *met])
    shown = whole
    if np.count_nonzero(whole) < ENOUGH:
        shown = whole | _partial(candidates, met, [_is_plain(need) for need in wanted])
    if not shown.any():
        return _nothing(cut_short=limit.reached)
    scores = score(snapshot, found, met, importance(wanted), shown)
    full = _ordered(whole, scores.briefs)
    partial = _ordered(shown & ~whole, scores.briefs)[:MOST_PARTIAL]
    passages = _answering(snapshot, scores, whole, partial)
    ids, less = snapshot.ids[full].tolist(), snapshot.ids[partial].tolist()
    return Found(
        ids,
        less,
        int(np.count_nonzero(whole[snapshot.slot[passages.documents]])),
        limit.reached,
        dict(zip([*ids, *less], [*full.tolist(), *partial.tolist()], strict=True)),
        scores.briefs,
        dict(zip(less, _lacking(wanted, met, partial), strict=True)),
        passages,
    )


def _nothing(*, cut_short: bool) -> Found:
    none, bytes_, floats = np.empty(0, np.int64), np.empty(0, np.uint8), np.empty(0)
    return Found([], [], 0, cut_short, {}, floats, {}, _Passages(none, (none, none), none, bytes_, floats, bytes_))


def _lacking(wanted: Sequence[Need], met: Sequence[Flags], slots: Numbers) -> Iterator[tuple[str, ...]]:
    """Yield for each of some briefs the words of the needs that it does not meet."""
    words = [_words(need) for need in wanted]
    for row in zip(*(flags[slots].tolist() for flags in met), strict=True):
        yield tuple(itertools.compress(words, (not holds for holds in row)))


def _candidates(snapshot: Snapshot, query: Query, allow: Collection[int] | None, *, exact: bool) -> Flags:
    """Return which briefs may answer at all."""
    candidates = np.ones(len(snapshot.ids), bool)
    if allow is not None:
        candidates = np.isin(snapshot.ids, np.fromiter(allow, np.int64, len(allow)))
    for need in query.needs:
        if need.banned:
            met = find_places(snapshot, need, exact=exact, keys_too=False)
            candidates[met.slots] = False
    return candidates


def _is_plain(need: Need) -> bool:
    return all(clause.kind is ClauseKind.WORD and clause.field is None for clause in need.typed)


def _words(need: Need) -> str:
    return " OR ".join(clause.text for clause in need.typed)


def _partial(candidates: Flags, met: list[Flags], optional: list[bool]) -> Flags:
    """Return which briefs meet all needs that are required, and, where none is, some of the optional ones."""
    some = np.zeros(len(candidates), bool)
    rest = candidates.copy()
    for flags, may_lack in zip(met, optional, strict=True):
        if may_lack:
            some |= flags
        else:
            rest &= flags
    return rest & some if all(optional) else rest  # a required need bounds them already


def _ordered(chosen: Flags, scores: Weights) -> Numbers:
    """Return the slots that are chosen, best first, then by id."""
    slots = np.flatnonzero(chosen)  # in the order of the ids
    return slots[np.argsort(-scores[slots], kind="stable")]


def _answering(snapshot: Snapshot, scores: Scores, whole: Flags, partial: Numbers) -> _Passages:
    """Return the passages that answer in the briefs shown.

    Title and author as printed (FRONT) are in the record too: they answer only where no other passage does as well.
    """
    shown = whole.copy()
    shown[partial] = True
    needs, documents = scores.needs, scores.answering
    documents = documents[shown[snapshot.slot[documents]]]
    front = snapshot.part[documents] == Part.FRONT
    if front.any():
        others = most(snapshot, documents[~front], needs)
        documents = documents[~front | (needs[documents] > others[snapshot.slot[documents]])]
    return _Passages(documents, snapshot.rows, snapshot.number, needs, scores.passages, snapshot.part)

"""What a search finds: copies of arrays only, so that it stays valid whatever happens to the index."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from functools import reduce
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from kinu_reader.index.importance import importance
from kinu_reader.index.matching import Weights, find_briefs, greatest
from kinu_reader.index.ranking import Scores, score
from kinu_reader.index.snapshot import Part
from kinu_reader.model import ClauseKind, Need, Query

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from kinu_reader.index.limit import Limit
    from kinu_reader.index.postings import Numbers
    from kinu_reader.index.snapshot import Flags, Snapshot

ENOUGH = 20  # with so many whole answers no partial ones are looked for
MOST_PARTIAL = 200
_NONE, _NO_SCORES = np.empty(0, np.int64), np.empty(0)


@dataclass(frozen=True)
class _Passages:
    """The passages that answer, in the order of the index, and where those of each brief begin and end."""

    documents: Numbers  # ascending
    needs: npt.NDArray[np.uint8]  # how many needs each of them meets
    scored: Numbers  # those that have scores, ascending
    scores: Weights  # of each of these
    begins: Numbers  # the first document of each brief that is shown
    ends: Numbers
    numbers: Numbers  # of all documents, as `parts`
    parts: npt.NDArray[np.uint8]

    def of(self, brief: int) -> slice:
        """Return which of the documents are in a brief, by its place among those shown."""
        first, end = self.documents.searchsorted((self.begins[brief], self.ends[brief])).tolist()
        return slice(first, end)

    def best(self, rows: slice, limit: int) -> list[int]:
        """Return the numbers of the best of the documents of a brief."""
        documents = self.documents[rows]
        numbers, headings = self.numbers[documents], self.parts[documents] == Part.HEADING
        scores = np.zeros(len(documents))
        first, end = self.scored.searchsorted((documents[0], documents[-1] + 1))
        if first < end:
            scores = self.scores[self.scored.searchsorted(documents)]
        order = np.lexsort((numbers, -scores, headings, -self.needs[rows].astype(int)))
        best: list[int] = numbers[order[:limit]].tolist()
        return best


@dataclass(frozen=True)
class Found:
    """The briefs and passages that answer a query."""

    ids: list[int]  # briefs that meet every need, best first
    partial: list[int]  # briefs that meet some, if fewer than ENOUGH meet all; best first
    passages: int  # that answer in the briefs of `ids`
    cut_short: bool  # the time was over before all was looked for
    _shown: Numbers = field(repr=False)  # the briefs above, ascending
    _scores: Weights = field(repr=False)  # of each of these
    _lacking: dict[int, tuple[str, ...]] = field(repr=False)
    _passages: _Passages | None = field(repr=False)

    def score(self, brief: int) -> float:
        """Return how well a brief answers; 0 if it does not."""
        at = self._place(brief)
        return 0.0 if at is None else float(self._scores[at])

    def lacks(self, brief: int) -> tuple[str, ...]:
        """Return the words of the query that a partial brief does not hold."""
        return self._lacking.get(brief, ())

    def hits(self, brief: int) -> int:
        """Return how many passages of a brief answer."""
        rows = self._rows(brief)
        return int(rows.stop - rows.start)

    def best(self, brief: int, limit: int) -> list[int]:
        """Return the numbers of passages: those that meet most needs first, then by score, then in reading order.

        A heading comes after the other passages that meet as many: its words are few, but a sentence says more.
        """
        rows = self._rows(brief)
        return [] if self._passages is None or rows.start == rows.stop else self._passages.best(rows, limit)

    def _rows(self, brief: int) -> slice:
        at = self._place(brief)
        return slice(0, 0) if at is None or self._passages is None else self._passages.of(at)

    def _place(self, brief: int) -> int | None:
        """Return the place of a brief among those shown, if it is one of them."""
        at = int(self._shown.searchsorted(brief))
        return at if at < len(self._shown) and self._shown[at] == brief else None


def find(
    snapshot: Snapshot, query: Query, allow: Collection[int] | None, *, exact: bool, limit: Limit, depth: int | None
) -> Found:
    """Return what answers a query among the briefs of `allow`, or among all; see `Index.find` for the `depth`.

    Needs that the time does not reach are not asked for, but for what must not be there.
    """
    wanted = [need for need in query.needs if not need.banned]
    found = [
        find_briefs(snapshot, need, exact=exact, limit=limit)
        for need in itertools.takewhile(lambda need: not limit.over, wanted)
    ]
    asked = wanted or not (query.needs or query.filters)
    if asked and not any(need.postings for need in found):
        return _nothing(cut_short=limit.reached)
    wanted = wanted[: len(found)]
    candidates = _candidates(snapshot, query, allow, exact=exact)
    met = [need.in_briefs > 0 for need in found]
    whole = reduce(np.logical_and, met, candidates)
    shown = whole
    if np.count_nonzero(whole) < ENOUGH:
        shown = whole | _partial(candidates, met, [_is_plain(need) for need in wanted])
    if not shown.any():
        return _nothing(cut_short=limit.reached)
    scores = score(snapshot, found, importance(wanted), whole, shown, depth)
    return _found(snapshot, scores, whole, wanted, met, cut_short=limit.reached)


def _found(
    snapshot: Snapshot, scores: Scores, whole: Flags, wanted: Sequence[Need], met: Sequence[Flags], *, cut_short: bool
) -> Found:
    """Return the briefs that are scored: all that are whole, and the best of the others."""
    is_whole = whole[scores.briefs]
    full = np.append(_ordered(is_whole & scores.full, scores.in_briefs), np.flatnonzero(is_whole & ~scores.full))
    partial = _ordered(~is_whole, scores.in_briefs)[:MOST_PARTIAL]
    listed = is_whole.copy()
    listed[partial] = True
    slots = scores.briefs[listed]
    passages = _answering(snapshot, scores, slots)
    ids, less = snapshot.ids[scores.briefs[full]].tolist(), snapshot.ids[scores.briefs[partial]].tolist()
    return Found(
        ids,
        less,
        int(np.count_nonzero(whole.take(snapshot.slot.take(passages.documents)))),
        cut_short,
        snapshot.ids[slots],
        scores.in_briefs[listed],
        dict(zip(less, _lacking(wanted, met, scores.briefs[partial]), strict=True)),
        passages,
    )


def _nothing(*, cut_short: bool) -> Found:
    return Found([], [], 0, cut_short, _NONE, _NO_SCORES, {}, None)


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
            candidates &= find_briefs(snapshot, need, exact=exact).in_briefs == 0
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
    """Return which briefs are chosen, best first, then by id."""
    places = chosen.nonzero()[0]  # in the order of the ids
    return places[np.argsort(-scores[places], kind="stable")]


def _answering(snapshot: Snapshot, scores: Scores, slots: Numbers) -> _Passages:
    """Return the passages that answer, and where those of some briefs begin and end.

    Title and author as printed (FRONT) are in the record too: they answer only where no other passage does as well.
    """
    documents, needs = scores.passages, scores.needs
    if snapshot.has_front:
        front = snapshot.part[documents] == Part.FRONT
        others = greatest(snapshot, documents[~front], needs[~front])
        keep = ~front | (needs > others[snapshot.slot[documents]])
        documents, needs = documents[keep], needs[keep]
    begins, ends = snapshot.rows
    rows = begins[slots], ends[slots]
    return _Passages(documents, needs, scores.scored, scores.in_scored, *rows, snapshot.number, snapshot.part)

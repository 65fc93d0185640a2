"""The index as it is at one generation: its segments, and what is known of every document and brief as arrays."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from kinu_reader.index.codec import COLUMNS, ArrayTermsReader
from kinu_reader.index.postings import POSITION_BITS, firsts
from kinu_reader.model import Field, PassageKind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Sequence

    from kinu_reader.index.patterns import Atom
    from kinu_reader.index.postings import Keys, Numbers, Run
    from kinu_reader.model import Clause

Flags = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
Stamp = tuple[int, int]  # of a file: its number, and when it was written, in nanoseconds
MOST_KEPT = 6_000_000  # numbers of 8 bytes
LARGEST_KEPT = (
    400_000  # places of one term: those of the commonest are copied again sooner than all others are made anew
)
_LARGEST_REUSED = 30 << 20  # bytes
_MANY = 8  # times as many documents as are named: then these are put in order, or else marked in one array
TITLE, AUTHOR, CODE = 3.0, 2.0, 3.0  # how much what these say counts in a brief


class Part(IntEnum):
    """What a document of the index is in its brief."""

    TITLE = 1
    RECORD = 2
    AUTHOR = 3
    DIVISION = 4
    CODE = 5
    NOTE = 6
    FRONT = 7
    HEADING = 8
    PASSAGE = 9


BOOSTS = np.ones(max(Part) + 1)  # by part
BOOSTS[Part.TITLE], BOOSTS[Part.AUTHOR], BOOSTS[Part.CODE] = TITLE, AUTHOR, CODE
PASSAGES = Part.FRONT  # and what is beyond
FIELD_PARTS = {
    Field.TITLE: Part.TITLE,
    Field.AUTHOR: Part.AUTHOR,
    Field.DIVISION: Part.DIVISION,
    Field.CODE: Part.CODE,
    Field.NOTE: Part.NOTE,
}
PASSAGE_PARTS = {PassageKind.FRONT: Part.FRONT, PassageKind.HEADING: Part.HEADING}  # the others are Part.PASSAGE


class Segment:
    """The postings of one segment, whose documents are numbered from `base` in the whole index."""

    def __init__(self, reader: Any, base: int) -> None:
        self.base = base
        self.size: int = reader.doc_count_all()
        self.deleted: list[int] = sorted(reader._perdoc.deleted_docs())
        self._perdoc = reader._perdoc
        self._terms: ArrayTermsReader = reader._terms

    def keys(self, atom: Atom) -> Keys:
        """Return where a term stands, ascending."""
        if atom.prefix:
            return np.sort(self._terms.prefix_keys(atom.field, atom.term))
        return self._terms.keys(atom.field, atom.term)

    def any_order_keys(self, atom: Atom) -> Keys:
        """Return where a term stands, the terms of a prefix one after the other; a part of the file."""
        return self._terms.prefix_keys(atom.field, atom.term) if atom.prefix else self.keys(atom)

    def terms(self, field: str, prefix: str, limit: int) -> list[str]:
        """Return the first terms of a field that have a prefix, in order."""
        return self._terms.terms(field, prefix, limit)

    def begins(self, field: str, prefix: str) -> bool:
        """Tell whether a term of a field has a prefix."""
        return self._terms.begins(field, prefix)

    def run(self, field: str) -> Run:
        """Return all postings of a field."""
        return self._terms.run(field)

    def rest(self) -> None:
        """Let the system have the memory of what was read."""
        self._terms.rest()

    def column(self, name: str) -> npt.NDArray[Any]:
        """Return a number for each document."""
        kind = np.dtype(COLUMNS[name])
        values = np.zeros(self.size, kind)
        if self._perdoc.has_column(name):
            file, start, length = self._perdoc._get_column_file(name)
            stored = np.frombuffer(file.get(start, length), kind.newbyteorder(">"))
            values[: len(stored)] = stored  # Whoosh leaves out zeros at the end
            file.close()
        return values


class Tally:
    """Sums by document, at the cost of the documents that are added to alone."""

    def __init__(self, size: int) -> None:
        self._sums = np.zeros(size)
        self._added: list[Numbers] = []

    def clear(self) -> None:
        """Begin anew, whatever was added and even if that was broken off."""
        for documents in self._added:
            self._sums[documents] = 0
        self._added.clear()

    def add(self, documents: Numbers, values: Floats) -> None:
        """Add values to documents, each of which is named once, in order."""
        self._added.append(documents)
        self._sums[documents] += values

    def take(self) -> tuple[Numbers, Floats]:
        """Return the documents that were added to, ascending, and their sums."""
        documents = united(self._added, len(self._sums))
        return documents, self._sums[documents]


def united(some: Sequence[Numbers], size: int) -> Numbers:
    """Return which of `size` documents are in any of some arrays that ascend, ascending and each once."""
    if len(some) < 2:
        return some[0] if some else np.empty(0, np.int64)
    if sum(map(len, some)) * _MANY > size:
        return np.flatnonzero(flagged(some, size))
    documents = np.sort(np.concatenate(some), kind="stable")  # quick, because each part ascends
    return documents[firsts(documents)]


def flagged(some: Sequence[Numbers], size: int) -> Flags:
    """Tell for each of all documents whether it is in any of some arrays."""
    flags = np.zeros(size, bool)
    for documents in some:
        flags[documents] = True
    return flags


class Snapshot:
    """All segments of a state of the index, named by its generation and the stamp of that.

    By document are `brief`, `number`, `part`, `is_passage`, `slot`, `live` and `relative_lengths`. The passages of a
    brief stand in a row, and so do its other documents, but not always beside them: a record can be replaced alone.
    `slot` is the place of the brief among all `ids`, ascending; of what is deleted it says nothing. By slot are
    `revisions`, `rows` (the first passage, and that after the last) and `relative_brief_lengths`.
    """

    def __init__(self, reader: Any, state: tuple[int, Stamp]) -> None:
        # The C library of Linux gives large arrays back at once, and a search would wait for the same pages again and
        # again; only when it has taken back one as large as this does it keep those that are smaller for the next one.
        np.empty(_LARGEST_REUSED, np.uint8)
        self.state = state
        self._reader = reader
        leaves = [(leaf, base) for leaf, base in reader.leaf_readers() if leaf.doc_count_all()]
        self.segments = [Segment(leaf, base) for leaf, base in leaves]
        self.size = sum(segment.size for segment in self.segments)
        self.live: Flags = np.ones(self.size, bool)
        for segment in self.segments:
            self.live[[segment.base + document for document in segment.deleted]] = False
        self.brief: Numbers = self._column("brief")
        self.number: Numbers = self._column("number")
        self.part: npt.NDArray[np.uint8] = self._column("part", np.uint8)
        self.is_passage: Flags = self.part >= PASSAGES
        self.tally, self.scores = Tally(self.size), Tally(self.size)  # of what is done now; cleared by who begins
        self._kept: dict[Hashable, tuple[npt.NDArray[Any], ...]] = {}  # of what was asked for
        self._room = MOST_KEPT
        self.held: dict[Clause, bool] = {}  # what was asked for already, and whether it is anywhere
        self.notes, self.has_front = (bool((self.part == part).any()) for part in (Part.NOTE, Part.FRONT))
        titles = np.flatnonzero((self.part == Part.TITLE) & self.live)  # of which each brief has one
        titles = titles[np.argsort(self.brief[titles], kind="stable")]
        self.ids: Numbers = self.brief[titles]
        self.nowhere: Floats = np.zeros(len(self.ids))  # how often nothing is met in each brief
        self.slot: Numbers = self._slots()
        revisions = self._column("revision")
        self.revisions: Numbers = revisions[titles]
        self.rows = self._rows()
        self.text_revisions: Numbers = np.where(self.rows[0] < self.rows[1], np.append(revisions, 0)[self.rows[0]], 0)
        if (self.ids[1:] == self.ids[:-1]).any():
            raise ValueError("a brief is in the index twice")
        self.all_live = bool(self.live.all())
        self.documents = int(np.count_nonzero(self.live))
        lengths = self._column("length").astype(np.float64)
        self.relative_lengths = lengths / _average(lengths[self.live])
        of_briefs = np.bincount(self.slot[self.live], lengths[self.live], len(self.ids)).astype(np.float64)
        self.relative_brief_lengths = of_briefs / _average(of_briefs)

    def _column(self, name: str, kind: Any = np.int64) -> npt.NDArray[Any]:
        columns = [segment.column(name).astype(kind) for segment in self.segments]
        return np.concatenate([np.empty(0, kind), *columns])

    def _slots(self) -> Numbers:
        first = np.flatnonzero(np.diff(self.brief, prepend=-1))
        slots = np.searchsorted(self.ids, self.brief[first]).clip(max=max(0, len(self.ids) - 1))
        return np.repeat(slots, np.diff(first, append=self.size))

    def _rows(self) -> tuple[Numbers, Numbers]:
        passages = np.flatnonzero(self.is_passage & self.live)
        slots = self.slot[passages]
        if (self.ids.take(slots, mode="clip") != self.brief[passages]).any():
            raise ValueError("a text has no record")
        begins = np.diff(slots, prepend=-1) != 0
        if np.count_nonzero(begins) != np.count_nonzero(np.bincount(slots)):  # `np.unique` loads a third of numpy first
            raise ValueError("the passages of a brief stand in two places")
        firsts, ends = np.zeros(len(self.ids), np.int64), np.zeros(len(self.ids), np.int64)
        firsts[slots[begins]] = passages[begins]
        ends[slots] = passages + 1  # the last one stays
        return firsts, ends

    def contents(self) -> dict[int, int]:
        """Return the revision of each brief."""
        return dict(zip(self.ids.tolist(), self.revisions.tolist(), strict=True))

    def texts(self) -> dict[int, int]:
        """Return the revision of the text of each brief that has passages."""
        some = self.rows[0] < self.rows[1]
        return dict(zip(self.ids[some].tolist(), self.text_revisions[some].tolist(), strict=True))

    def documents_of(self, briefs: Collection[int], *, passages: bool = True) -> list[int]:
        """Return the numbers of the documents of some briefs, or of those that are no passages."""
        wanted = self.live if passages else self.live & ~self.is_passage
        found: list[int] = np.flatnonzero(wanted & np.isin(self.brief, np.fromiter(briefs, np.int64))).tolist()
        return found

    def keys(self, atom: Atom) -> Keys:
        """Return where a term stands in the whole index, ascending; the terms of a prefix come one after the other."""
        keys: Keys = self.kept(atom, lambda: (self.gathered(atom),), LARGEST_KEPT)[0]
        return keys

    def kept(self, wanted: Hashable, make: Callable[[], tuple[Any, ...]], largest: int = MOST_KEPT) -> tuple[Any, ...]:
        """Return the arrays that were made for something, or make them now; what is kept has bounds."""
        arrays = self._kept.get(wanted)
        if arrays is None:
            arrays = make()
            size = sum(map(len, arrays))
            if size > largest:
                return arrays
            self._room -= size
            if self._room < 0:
                self._kept.clear()
                self._room = MOST_KEPT - size
            self._kept[wanted] = arrays
        return arrays

    def sorted_keys(self, atom: Atom) -> Keys:
        """Return where a term stands in the whole index, ascending."""
        return np.sort(self.keys(atom)) if atom.prefix else self.keys(atom)

    def gathered(self, atom: Atom) -> Keys:
        """Return the same, read from the files; a copy, because what lies in them may be unaligned."""
        parts = [segment.any_order_keys(atom) for segment in self.segments]
        gathered = np.empty(sum(map(len, parts)), np.uint64)
        first = 0
        for segment, part in zip(self.segments, parts, strict=True):
            into = gathered[first : first + len(part)]
            into.view(np.uint8)[:] = part.view(np.uint8)  # as bytes, because numpy is slow with what is not aligned
            into += np.uint64(segment.base) << POSITION_BITS
            first += len(part)
        return gathered

    def rest(self) -> None:
        """Let the system have the memory of what was read."""
        for segment in self.segments:
            segment.rest()

    def close(self) -> None:
        """Let go of the files; arrays taken from here stay valid."""
        self._reader.close()


def _average(lengths: Floats) -> float:
    return (float(lengths.mean()) if len(lengths) else 0.0) or 1.0

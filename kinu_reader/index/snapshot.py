"""The index as it is at one generation: its segments, and what is known of every document and brief as arrays."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from kinu_reader.index.codec import COLUMNS, ArrayTermsReader
from kinu_reader.index.postings import POSITION_BITS
from kinu_reader.model import Field, PassageKind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from kinu_reader.index.patterns import Atom, Near, Pattern
    from kinu_reader.index.postings import Keys, Numbers, Run
    from kinu_reader.model import Clause

Flags = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
MOST_KEPT = 6_000_000  # numbers of 8 bytes
_LARGEST_REUSED = 30 << 20  # bytes


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
        self._sums, self._seen = np.zeros(size), np.zeros(size, bool)
        self._new: list[Numbers] = []

    def start(self) -> None:
        """Forget what was added, even if that was broken off."""
        for documents in self._new:
            self._sums[documents], self._seen[documents] = 0, False
        self._new.clear()

    def add(self, documents: Numbers, values: Floats) -> None:
        """Add values to documents, each of which is named once."""
        new = documents[~self._seen[documents]]
        if len(new):
            self._new.append(new)
            self._seen[new] = True
        self._sums[documents] += values

    def sums(self) -> tuple[Numbers, Floats]:
        """Return the documents that were added to, ascending, and their sums."""
        documents = np.concatenate([np.empty(0, np.int64), *self._new])
        if len(self._new) > 1:
            documents.sort(kind="stable")  # quick, because each part ascends
        return documents, self._sums[documents]


class Snapshot:
    """All segments of a state of the index, named by its generation and the time of that.

    By document are `brief`, `number`, `part`, `is_passage`, `slot`, `live` and `relative_lengths`. The passages of a
    brief stand in a row, and so do its other documents, but not always beside them: a record can be replaced alone.
    `slot` is the place of the brief among all `ids`, ascending; of what is deleted it says nothing. By slot are
    `revisions`, `rows` (the first passage, and that after the last) and `relative_brief_lengths`.
    """

    def __init__(self, reader: Any, state: tuple[int, float]) -> None:
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
        self.tally = Tally(self.size)
        self._kept: dict[Atom | Pattern | Near, tuple[npt.NDArray[Any], ...]] = {}  # of what was asked for
        self._room = MOST_KEPT
        self.held: dict[Clause, bool] = {}  # what was asked for already, and whether it is anywhere
        self.notes = bool((self.part == Part.NOTE).any())
        titles = np.flatnonzero((self.part == Part.TITLE) & self.live)  # of which each brief has one
        titles = titles[np.argsort(self.brief[titles], kind="stable")]
        self.ids: Numbers = self.brief[titles]
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
        if np.count_nonzero(begins) != len(np.unique(slots)):
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
        keys: Keys = self.kept(atom, lambda: (self._gathered(atom),))[0]
        return keys

    def kept(self, wanted: Atom | Pattern | Near, make: Callable[[], tuple[Any, ...]]) -> tuple[Any, ...]:
        """Return the arrays that were made for something, or make them now; what is kept has bounds."""
        arrays = self._kept.get(wanted)
        if arrays is None:
            arrays = make()
            size = sum(map(len, arrays))
            self._room -= size
            if self._room < 0:
                self._kept.clear()
                self._room = MOST_KEPT - size
            self._kept[wanted] = arrays
        return arrays

    def sorted_keys(self, atom: Atom) -> Keys:
        """Return where a term stands in the whole index, ascending."""
        return np.sort(self.keys(atom)) if atom.prefix else self.keys(atom)

    def _gathered(self, atom: Atom) -> Keys:
        """Return the places of a term in all segments, copied: those in the files may be unaligned."""
        parts = [segment.any_order_keys(atom) for segment in self.segments]
        gathered = np.empty(sum(map(len, parts)), np.uint64)
        first = 0
        for segment, part in zip(self.segments, parts, strict=True):
            into = gathered[first : first + len(part)]
            into.view(np.uint8)[:] = part.view(np.uint8)  # as bytes, because numpy is slow with what is not aligned
            into += np.uint64(segment.base) << POSITION_BITS
            first += len(part)
        return gathered

    def close(self) -> None:
        """Let go of the files; arrays taken from here stay valid."""
        self._reader.close()


def _average(lengths: Floats) -> float:
    return (float(lengths.mean()) if len(lengths) else 0.0) or 1.0

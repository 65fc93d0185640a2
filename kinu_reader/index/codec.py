"""A Whoosh codec that keeps the terms and postings of a segment in one file of flat arrays, `.arr`, to be mapped.

Whoosh keeps the rest: segments, table of contents, commit, lock, deletions and columns. The file is part of the
segment, so a commit has all of it or nothing.

Whoosh pickles codec and schema into its table of contents: a class here that is moved or renamed needs a new VERSION.
"""

from __future__ import annotations

import mmap
import struct
from bisect import bisect_left
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from kinu_reader.index.engine import (
    COLUMN,
    TEXT,
    NumericColumn,
    Schema,
    W3Codec,
    W3FieldWriter,
    W3TermsReader,
)
from kinu_reader.index.postings import Keys, Run

VERSION = 2
_MAGIC = b"KINUARR2"
_HEAD = struct.Struct("<8sQQQ")  # magic, terms, keys, bytes of all terms
_AFTER = b"\xff" * 4  # sorts after whatever UTF-8 follows a prefix
_CACHED_TERMS = 4096
_BETWEEN_SIGNPOSTS = 32  # terms

FIELDS = ("forms", "text")  # the order in which they are written
COLUMNS = {"brief": "q", "revision": "q", "number": "i", "part": "B", "length": "I"}  # name -> type of the numbers


def schema() -> Any:
    """Return the Whoosh schema: fields of postings, and a number of each column for every document."""
    columns = {name: COLUMN(NumericColumn(kind)) for name, kind in COLUMNS.items()}
    return Schema(**columns, **{name: TEXT(stored=False) for name in FIELDS})


class ArrayCodec(W3Codec):  # type: ignore[misc]
    """Whoosh's own codec, but for postings."""

    ARRAYS_EXT = ".arr"

    def field_writer(self, storage: Any, segment: Any) -> ArrayFieldWriter:
        """Return what writes the terms of a segment."""
        return ArrayFieldWriter(self, storage, segment)

    def terms_reader(self, storage: Any, segment: Any) -> ArrayTermsReader:
        """Return what reads the terms of a segment."""
        terms = segment.make_filename(self.TERMS_EXT)
        arrays = _mapped(storage, segment.make_filename(self.ARRAYS_EXT))
        postings = segment.open_file(storage, self.POSTS_EXT)
        return ArrayTermsReader(self, storage.open_file(terms), storage.file_length(terms), postings, arrays)


def _mapped(storage: Any, name: str) -> memoryview:
    """Return a file of a segment, without a copy if it lies in a mapped compound file."""
    compound: Any = getattr(storage, "a", None)
    if getattr(compound, "_source", None) and compound.file_exists(name):
        start, length = compound.range(name)
        return memoryview(compound._source)[start : start + length]
    with storage.open_file(name) as file:
        return memoryview(file.read())


class ArrayFieldWriter(W3FieldWriter):  # type: ignore[misc]
    """Writes the terms and postings of one segment; Whoosh's own dictionary stays empty."""

    def __init__(self, codec: Any, storage: Any, segment: Any) -> None:
        super().__init__(codec, storage, segment)
        self._arrays = self._create_file(ArrayCodec.ARRAYS_EXT)
        self._runs: list[Run] = []

    def add_run(self, name: str, run: Run) -> None:
        """Take the terms and postings of one field; they are written at close."""
        first = sum(len(earlier.terms) for earlier in self._runs)
        self._tindex.extras.setdefault("arrays", {})[name] = first, first + len(run.terms)
        self._runs.append(run)

    def close(self) -> None:
        """Write the arrays of all fields, and close."""
        terms = [term for run in self._runs for term in run.terms]
        keys = sum(len(run.keys) for run in self._runs)
        lengths = np.fromiter(map(len, terms), np.uint64, len(terms))
        self._arrays.write(_HEAD.pack(_MAGIC, len(terms), keys, int(lengths.sum())))
        for run in self._runs:
            self._arrays.write(run.counts.astype("<u8").tobytes())
        self._arrays.write(lengths.astype("<u8").tobytes())
        for run in self._runs:
            self._arrays.write(np.ascontiguousarray(run.keys, "<u8").data)
        self._arrays.write(b"".join(terms))
        self._arrays.close()
        super().close()


class ArrayTermsReader(W3TermsReader):  # type: ignore[misc]
    """The terms of one segment, each a slice of the mapped file."""

    def __init__(self, codec: Any, dbfile: Any, length: int, postfile: Any, raw: memoryview) -> None:
        super().__init__(codec, dbfile, length, postfile)
        magic, terms, keys, letters = _HEAD.unpack(raw[: _HEAD.size])
        if magic != _MAGIC or len(raw) != _HEAD.size + 8 * (2 * terms + keys) + letters:
            raise ValueError("not a whole file of array postings")
        self._starts = _starts(np.frombuffer(raw, "<u8", terms, _HEAD.size))
        self._spelt = _starts(np.frombuffer(raw, "<u8", terms, _HEAD.size + 8 * terms)).data  # read one by one
        self._keys: Keys = np.frombuffer(raw, "<u8", keys, _HEAD.size + 16 * terms)
        self._file: Any = raw.obj
        self._letters = bytes(raw[len(raw) - letters :])  # in memory: looking up a term touches many places
        self._signposts = [self._term(number) for number in range(0, terms, _BETWEEN_SIGNPOSTS)]
        if self._starts[-1] != keys or self._spelt[-1] != letters:
            raise ValueError("the counts of the array postings do not add up")
        self.keys = lru_cache(_CACHED_TERMS)(self._find)

    def _term(self, number: int) -> bytes:
        return self._letters[self._spelt[number] : self._spelt[number + 1]]

    def _bounds(self, field: str) -> tuple[int, int]:
        """Return the number of the first term of a field, and that after its last."""
        first, last = self._tindex.extras.get("arrays", {}).get(field, (0, 0))
        return int(first), int(last)

    def _number(self, field: str, term: bytes) -> int:
        """Return the number of the first term that does not sort before a given one."""
        first, last = self._bounds(field)
        low = bisect_left(self._signposts, term, -(-first // _BETWEEN_SIGNPOSTS), -(-last // _BETWEEN_SIGNPOSTS))
        low *= _BETWEEN_SIGNPOSTS
        return bisect_left(
            range(last), term, max(first, low - _BETWEEN_SIGNPOSTS), max(first, min(low, last)), key=self._term
        )

    def _find(self, field: str, term: str) -> Keys:
        """Return the postings of a term."""
        wanted = term.encode()
        number = self._number(field, wanted)
        if number == self._bounds(field)[1] or self._term(number) != wanted:
            return self._keys[:0]
        return self._keys[self._starts[number] : self._starts[number + 1]]

    def terms(self, field: str, prefix: str, limit: int) -> list[str]:
        """Return the first terms of a field that have a prefix."""
        first, end = self._with_prefix(field, prefix)
        return [self._term(number).decode() for number in range(first, min(end, first + limit))]

    def begins(self, field: str, prefix: str) -> bool:
        """Tell whether a term of a field has a prefix."""
        start = prefix.encode()
        number = self._number(field, start)
        return number < self._bounds(field)[1] and self._term(number).startswith(start)

    def _with_prefix(self, field: str, prefix: str) -> tuple[int, int]:
        start = prefix.encode()
        return self._number(field, start), self._number(field, start + _AFTER)

    def prefix_keys(self, field: str, prefix: str) -> Keys:
        """Return the postings of all terms with a prefix, term after term."""
        first, end = self._with_prefix(field, prefix)
        return self._keys[self._starts[first] : self._starts[end]]

    def run(self, field: str) -> Run:
        """Return everything of one field, to merge it."""
        first, last = self._bounds(field)
        keys = self._keys[self._starts[first] : self._starts[last]].copy()
        lengths = np.diff(self._starts[first : last + 1]).astype(np.int64)
        return Run([self._term(number) for number in range(first, last)], lengths, keys)

    def rest(self) -> None:
        """Count what was read of the mapped file no longer as memory of the process: at a touch it is there again."""
        if isinstance(self._file, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):  # not on Windows
            self._file.madvise(mmap.MADV_DONTNEED)

    def close(self) -> None:
        """Let go of the mapped file."""
        self.keys.cache_clear()
        self._file = None
        self._keys, self._letters = self._keys[:0].copy(), b""
        super().close()


def _starts(lengths: Keys) -> npt.NDArray[Any]:
    """Return where each of some slices begins that follow each other, and where the last one ends.

    There is one for each term, in memory as long as the index is open: in four bytes wherever that is enough.
    """
    starts = np.zeros(len(lengths) + 1, np.uint32 if lengths.sum() < 1 << 32 else np.int64)
    np.cumsum(lengths, dtype=starts.dtype, out=starts[1:])
    return starts

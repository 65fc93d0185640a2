"""A Whoosh codec that keeps the postings of a segment in one file of flat arrays, `.arr`, to be mapped into memory.

Whoosh keeps the rest: segments, table of contents, commit, lock, deletions, columns and the term dictionary, whose
values are here the numbers of the terms. The file is part of the segment, so a commit has all of it or nothing.

Whoosh pickles codec and schema into its table of contents: a class here that is moved or renamed needs a new VERSION.
"""

from __future__ import annotations

import struct
from functools import lru_cache
from itertools import islice
from typing import Any

import numpy as np

from kinu_reader.index.engine import (
    COLUMN,
    TEXT,
    NumericColumn,
    Schema,
    W3Codec,
    W3FieldWriter,
    W3TermsReader,
    pack_ushort,
)
from kinu_reader.index.postings import Keys, Numbers, Run

VERSION = 1
_MAGIC = b"KINUARR1"
_HEAD = struct.Struct("<8sQQ")  # magic, terms, keys
_NUMBER = struct.Struct("<I")
_AFTER = b"\xff" * 4  # sorts after whatever UTF-8 follows a prefix
_CACHED_TERMS = 4096

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
    """Writes the term dictionary and the arrays of one segment."""

    def __init__(self, codec: Any, storage: Any, segment: Any) -> None:
        super().__init__(codec, storage, segment)
        self._arrays = self._create_file(ArrayCodec.ARRAYS_EXT)
        self._tindex.extras["arrays"] = {}
        self._runs: list[Run] = []

    def add_run(self, name: str, field: Any, run: Run) -> None:
        """Write the dictionary of one field; its arrays follow at close."""
        self.start_field(name, field)
        first = sum(len(earlier.terms) for earlier in self._runs)
        prefix, pack, add = pack_ushort(self._fieldid), _NUMBER.pack, self._tindex.add
        for number, term in enumerate(run.terms, first):
            add(prefix + term, pack(number))
        self.finish_field()
        self._tindex.extras["arrays"][name] = first, first + len(run.terms)
        self._runs.append(run)

    def close(self) -> None:
        """Write the arrays of all fields, and close."""
        terms, keys = (sum(len(part) for part in parts) for parts in self._parts())
        self._arrays.write(_HEAD.pack(_MAGIC, terms, keys))
        for run in self._runs:
            self._arrays.write(run.counts.astype("<u8").tobytes())
        for run in self._runs:
            self._arrays.write(np.ascontiguousarray(run.keys, "<u8").data)
        self._arrays.close()
        super().close()

    def _parts(self) -> tuple[list[list[bytes]], list[Keys]]:
        return [run.terms for run in self._runs], [run.keys for run in self._runs]


class ArrayTermsReader(W3TermsReader):  # type: ignore[misc]
    """The terms of one segment, each a slice of the mapped file."""

    def __init__(self, codec: Any, dbfile: Any, length: int, postfile: Any, raw: memoryview) -> None:
        super().__init__(codec, dbfile, length, postfile)
        magic, terms, keys = _HEAD.unpack(raw[: _HEAD.size])
        if magic != _MAGIC or len(raw) != _HEAD.size + 8 * (terms + keys):
            raise ValueError("not a whole file of array postings")
        counts = np.frombuffer(raw, "<u8", terms, _HEAD.size).astype(np.int64)
        self._starts: Numbers = np.append(0, np.cumsum(counts))
        self._keys: Keys = np.frombuffer(raw, "<u8", keys, _HEAD.size + 8 * terms)
        if self._starts[-1] != keys:
            raise ValueError("the counts of the array postings do not add up")
        self.keys = lru_cache(_CACHED_TERMS)(self._find)

    def _find(self, field: str, term: str) -> Keys:
        """Return the postings of a term."""
        value = self._tindex.get(self._keycoder(field, term.encode()))
        if value is None:
            return self._keys[:0]
        (number,) = _NUMBER.unpack(value)
        return self._keys[self._starts[number] : self._starts[number + 1]]

    def prefix_keys(self, field: str, prefix: str) -> Keys:
        """Return the postings of all terms with a prefix, term after term."""
        last = self._tindex.extras["arrays"].get(field, (0, 0))[1]
        start = prefix.encode()
        first, end = self._number(field, start, last), self._number(field, start + _AFTER, last)
        return self._keys[self._starts[first] : self._starts[end]]

    def _number(self, field: str, term: bytes, last: int) -> int:
        """Return the number of the first term that does not sort before a given one."""
        place = self._tindex.closest_key_pos(self._keycoder(field, term))
        if place is not None:
            key, at, length = self._tindex.key_and_range_at(place)
            if self._keydecoder(key)[0] == field:
                (number,) = _NUMBER.unpack(self._dbfile.get(at, length))
                return int(number)
        return last

    def run(self, field: str) -> Run:
        """Return everything of one field, to merge it."""
        first, last = self._tindex.extras["arrays"].get(field, (0, 0))
        terms = [term for _, term in islice(self.terms_from(field, b""), last - first)]
        keys = self._keys[self._starts[first] : self._starts[last]].copy()
        return Run(terms, np.diff(self._starts[first : last + 1]), keys)

    def close(self) -> None:
        """Let go of the mapped file."""
        self.keys.cache_clear()
        self._keys = self._keys[:0].copy()
        super().close()

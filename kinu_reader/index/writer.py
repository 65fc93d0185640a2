"""Writing the index: the only way in, because Whoosh's own writer would leave segments without arrays."""

from __future__ import annotations

import unicodedata
from array import array
from typing import TYPE_CHECKING, Any

import numpy as np

from kinu_reader.index.codec import COLUMNS, FIELDS, ArrayCodec
from kinu_reader.index.engine import SegmentReader, SegmentWriter
from kinu_reader.index.inverting import Inverter
from kinu_reader.index.postings import moved
from kinu_reader.index.snapshot import FIELD_PARTS, PASSAGE_PARTS, Part, Segment

if TYPE_CHECKING:
    from kinu_reader.index.inverting import Lexicon
    from kinu_reader.model import IndexEntry

MERGED_AT_ONCE = 10_000  # documents of old segments that even a small commit may rewrite: half a second of work


class ArrayWriter(SegmentWriter):  # type: ignore[misc]
    """Whoosh's writer of segments, for documents that are read by `analysis`."""

    def __init__(self, index: Any, lexicon: Lexicon | None = None, *, timeout: float = 0.0, delay: float = 0.1) -> None:
        super().__init__(index, codec=ArrayCodec(), timeout=timeout, delay=delay)
        self._inverter = Inverter(lexicon)
        self._columns = {name: array(kind) for name, kind in COLUMNS.items()}

    def add_entry(self, entry: IndexEntry) -> None:
        """Add a brief: title, record and fields, and in a row its passages, if they come with it; one document each."""
        columns = {"brief": entry.brief, "revision": entry.revision}
        said = [(Part.TITLE, entry.title), (Part.RECORD, entry.record)]
        said += [(FIELD_PARTS[field], text) for field, text in entry.fields]
        for part, text in said:
            self.add_text(text, {**columns, "number": 0, "part": part})
        columns["revision"] = entry.text_revision
        for number, kind, text in entry.passages or ():
            self.add_text(text, {**columns, "number": number, "part": PASSAGE_PARTS.get(kind, Part.PASSAGE)})

    def add_text(self, text: str, columns: dict[str, int]) -> None:
        """Add one document."""
        length = self._inverter.add(self.docnum, unicodedata.normalize("NFC", text))
        for name, value in columns.items():
            self._columns[name].append(value)
        self._columns["length"].append(length)
        self._count(1)

    def _count(self, documents: int) -> None:
        self._added = True
        self.docnum += documents

    def merge_policy(self, _: Any, segments: list[Any]) -> list[Any]:
        """Merge segments that are not clearly larger than all smaller ones together; return those that stay.

        So their number grows with the logarithm of the documents, and a commit costs about what it adds.
        """
        budget = max(MERGED_AT_ONCE, 4 * self.doc_count())
        stay: list[Any] = []
        merge: list[Any] = []
        total = self.doc_count()
        for segment in sorted(segments, key=lambda segment: segment.doc_count()):
            live = segment.doc_count()
            wasteful = segment.deleted_count() > live
            if (live <= total or wasteful) and live <= budget:
                merge.append(segment)
                total += live
                budget -= live
            else:
                stay.append(segment)
        for segment in segments:  # in their old order
            if segment in merge:
                reader = SegmentReader(self.storage, self.schema, segment)
                self.add_reader(reader)
                reader.close()
        return [segment for segment in segments if segment in stay]

    def commit(self, *, optimize: bool = False) -> None:
        """Make everything visible at once; `optimize` leaves a single segment."""
        super().commit(mergetype=None if optimize else self.merge_policy, optimize=optimize)

    def add_reader(self, reader: Any) -> None:
        """Take over what lives in a segment; Whoosh itself would ask for each field of each document."""
        segment = Segment(reader, 0)
        live = np.ones(segment.size, bool)
        live[segment.deleted] = False
        targets = np.where(live, self.docnum + np.cumsum(live) - 1, -1)
        for name in FIELDS:
            self._inverter.add_run(name, moved(segment.run(name), targets))
        for name, values in self._columns.items():
            values.frombytes(segment.column(name)[live].tobytes())
        self._count(int(np.count_nonzero(live)))

    def _flush_segment(self) -> None:
        self._write_columns()
        self.perdocwriter.close()
        for name in FIELDS:
            self.fieldwriter.add_run(name, self._inverter.finish(name))
        self.fieldwriter.close()

    def _write_columns(self) -> None:
        """Write all numbers of a column at once, as Whoosh's own writer does one by one."""
        documents = self.perdocwriter
        for name, values in self._columns.items():
            documents._create_column(name, self.schema[name].column_type)
            column = documents._get_column(name)
            column._dbfile.write(np.asarray(values).astype(f">{COLUMNS[name]}").tobytes())
            column._count = len(values)
        documents._doccount = self.docnum

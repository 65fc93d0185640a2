"""Writing the index: the only way in, because Whoosh's own writer would leave segments without arrays."""

from __future__ import annotations

import unicodedata
from typing import Any

import numpy as np

from kinu_reader.index import analysis
from kinu_reader.index.codec import FIELDS, ArrayCodec
from kinu_reader.index.engine import SegmentReader, SegmentWriter
from kinu_reader.index.postings import Stream, moved
from kinu_reader.index.snapshot import Part
from kinu_reader.model import IndexEntry, PassageKind

MERGED_AT_ONCE = 10_000  # documents of old segments that even a small commit may rewrite: half a second of work


class ArrayWriter(SegmentWriter):  # type: ignore[misc]
    """Whoosh's writer of segments, for documents that are read by `analysis`."""

    def __init__(self, index: Any, *, timeout: float = 0.0, delay: float = 0.1) -> None:
        super().__init__(index, codec=ArrayCodec(), timeout=timeout, delay=delay)
        self._streams = {name: Stream() for name in FIELDS}

    def add_entry(self, entry: IndexEntry) -> None:
        """Add a brief: its title, its record and its passages, one document each and all in a row."""
        columns = {"brief": entry.brief, "revision": entry.revision}
        self.add_text(entry.title, {**columns, "number": 0, "part": Part.TITLE})
        self.add_text(entry.record, {**columns, "number": 0, "part": Part.RECORD})
        for number, kind, text in entry.passages:
            part = Part.FRONT if kind is PassageKind.FRONT else Part.PASSAGE
            self.add_text(text, {**columns, "number": number, "part": part})

    def add_text(self, text: str, columns: dict[str, int]) -> None:
        """Add one document."""
        reading = analysis.read(unicodedata.normalize("NFC", text))
        for name, terms in (("text", analysis.text_terms(reading)), ("forms", analysis.form_terms(reading))):
            self._streams[name].add(self.docnum, [term for term, _, _ in terms], [position for _, position, _ in terms])
        self.perdocwriter.start_doc(self.docnum)
        for name, value in {**columns, "length": len(reading.spans)}.items():
            self.perdocwriter.add_column_value(name, self.schema[name].column_type, value)
        self.perdocwriter.finish_doc()
        self._added = True
        self.docnum += 1

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

    def add_postings_to_pool(self, reader: Any, startdoc: int, docmap: dict[int, int] | None) -> None:
        """Take over the postings of a segment that is merged; Whoosh calls it."""
        if docmap is None:
            targets = np.arange(startdoc, startdoc + reader.doc_count_all(), dtype=np.int64)
        else:
            targets = np.full(reader.doc_count_all(), -1, np.int64)
            targets[list(docmap)] = list(docmap.values())
        for name, stream in self._streams.items():
            stream.add_run(moved(reader._terms.run(name), targets))

    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        for name, stream in self._streams.items():
            self.fieldwriter.add_run(name, self.schema[name], stream.finish())
        self.fieldwriter.close()

"""BibTeX: a technical report, its series as type and its code as number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.cite import tex
from kinu_reader.cite.items import date_parts, doi, line, title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.model import Entry

NAME, EXTENSION = "BibTeX", ".bib"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def export(entries: Sequence[Entry]) -> str:
    """Return the entries as one BibTeX text, in UTF-8 as every TeX of today reads it."""
    return "\n".join(_entry(entry, key) for entry, key in zip(entries, tex.keys(entries), strict=True))


def _entry(entry: Entry, key: str) -> str:
    record = entry.record
    year, month, *_ = (*date_parts(record), 0, 0)
    fields = {
        "author": tex.names(record.authors),
        "title": f"{{{tex.escaped(title(record))}}}" if title(record) else "",  # kept as it is printed: ROK, KINU
        "institution": tex.escaped(line(record.institute)),
        "address": tex.escaped(line(record.place)),
        "type": tex.escaped(line(record.series)),
        "number": tex.escaped(line(record.code or record.number)),
        "year": str(year or ""),
        "month": _MONTHS[month - 1] if 0 < month <= len(_MONTHS) else "",
        "doi": tex.verbatim(doi(record)),
        "url": tex.verbatim(line(record.url)),
        "language": tex.escaped(line(record.language)),
    }
    return tex.entry_text("techreport", key, fields)

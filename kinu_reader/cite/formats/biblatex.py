"""BibLaTeX: a report, with the whole date and the language of the brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.cite import tex
from kinu_reader.cite.items import date_parts, doi, line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.model import Entry

NAME, EXTENSION = "BibLaTeX", ".bib"
_LANGUAGES = {"en": "english", "ko": "korean"}


def export(entries: Sequence[Entry]) -> str:
    """Return the entries as one BibLaTeX text, in UTF-8."""
    return "\n".join(_entry(entry, key) for entry, key in zip(entries, tex.keys(entries), strict=True))


def _entry(entry: Entry, key: str) -> str:
    record = entry.record
    language = line(record.language)
    fields = {
        "author": tex.names(record.authors),
        "title": _kept(record.title),
        "subtitle": _kept(record.subtitle),
        "institution": tex.escaped(line(record.institute)),
        "location": tex.escaped(line(record.place)),
        "type": tex.escaped(line(record.series)),
        "number": tex.escaped(line(record.code or record.number)),
        "date": "-".join(f"{part:02}" for part in date_parts(record)),
        "pagetotal": str(entry.pages or ""),
        "doi": tex.verbatim(doi(record)),
        "url": tex.verbatim(line(record.url)),
        "langid": _LANGUAGES.get(language.split("-")[0].lower(), tex.escaped(language)),
    }
    return tex.entry_text("report", key, fields)


def _kept(text: str | None) -> str:
    """Return a title in braces of its own, which keep its capitals as they are printed."""
    return f"{{{tex.escaped(line(text))}}}" if line(text) else ""

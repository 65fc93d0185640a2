"""A text from elsewhere to records, in whichever of the forms it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.cite.readers import bibtex, csl_json, ris, table

if TYPE_CHECKING:
    from kinu_reader.cite.foreign import Foreign

SUFFIXES = (".csv", ".tsv", ".ris", ".bib", ".json", ".txt")


def read(text: str) -> Foreign:
    """Return the records in RIS, BibTeX, CSL-JSON or a table; what is spoilt in it is told, and costs only itself."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    forms = ((ris.knows, ris.read), (bibtex.knows, bibtex.read), (csl_json.knows, csl_json.read))
    return next((reads for knows, reads in forms if knows(text)), table.read)(text)

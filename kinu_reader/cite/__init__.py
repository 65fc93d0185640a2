"""Records -> citations, references and exchange formats. Only this room knows CSL, citeproc and the Korean note style.

citeproc and lxml are imported by the first citation, rispy and bibtexparser by the first file that is read, not with
the room.
"""

from __future__ import annotations

from kinu_reader.cite.adding import add_style
from kinu_reader.cite.citing import Cited, bibliography, cite, gaps
from kinu_reader.cite.exporting import Format, export, formats
from kinu_reader.cite.foreign import Foreign, ForeignRecord
from kinu_reader.cite.items import csl_item, doi, line, title
from kinu_reader.cite.quoting import quote
from kinu_reader.cite.readers.table import COLUMNS, TOLD, written
from kinu_reader.cite.reading import SUFFIXES, read
from kinu_reader.cite.rich import Rich, paragraphs
from kinu_reader.cite.styles import DEFAULT, KOREAN_NOTE, StyleInfo, StyleUnusable, styles

__all__ = [
    "COLUMNS",
    "DEFAULT",
    "KOREAN_NOTE",
    "SUFFIXES",
    "TOLD",
    "Cited",
    "Foreign",
    "ForeignRecord",
    "Format",
    "Rich",
    "StyleInfo",
    "StyleUnusable",
    "add_style",
    "bibliography",
    "cite",
    "csl_item",
    "doi",
    "export",
    "formats",
    "gaps",
    "line",
    "paragraphs",
    "quote",
    "read",
    "styles",
    "title",
    "written",
]

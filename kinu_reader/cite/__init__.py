"""Records -> citations, references and exchange formats. Only this room knows CSL, citeproc and the Korean note style.

Each part is loaded when it is asked for, citeproc and lxml by the first citation, rispy and bibtexparser by the first
file that is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.cite.exporting import Format, export, formats  # not late: folder and function have the same name
from kinu_reader.cite.styles import DEFAULT, KOREAN_NOTE, StyleInfo, StyleUnusable, styles
from kinu_reader.late import late

if TYPE_CHECKING:
    from kinu_reader.cite.adding import add_style
    from kinu_reader.cite.citing import Cited, bibliography, cite, gaps
    from kinu_reader.cite.foreign import Foreign, ForeignRecord
    from kinu_reader.cite.items import csl_item, doi, line, title
    from kinu_reader.cite.quoting import quote
    from kinu_reader.cite.readers.table import COLUMNS, TOLD, written
    from kinu_reader.cite.reading import SUFFIXES, read
    from kinu_reader.cite.rich import Rich, paragraphs

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

__getattr__ = late(
    __name__,
    {
        "adding": ("add_style",),
        "citing": ("Cited", "bibliography", "cite", "gaps"),
        "foreign": ("Foreign", "ForeignRecord"),
        "items": ("csl_item", "doi", "line", "title"),
        "quoting": ("quote",),
        "readers.table": ("COLUMNS", "TOLD", "written"),
        "reading": ("SUFFIXES", "read"),
        "rich": ("Rich", "paragraphs"),
    },
)

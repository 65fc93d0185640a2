"""Records -> citations, references and exchange formats. Only this room knows CSL, citeproc and the Korean note style.

citeproc and lxml are imported by the first citation, not with the room.
"""

from __future__ import annotations

from kinu_reader.cite.citing import Cited, bibliography, cite, gaps
from kinu_reader.cite.exporting import Format, export, formats
from kinu_reader.cite.items import csl_item
from kinu_reader.cite.quoting import quote
from kinu_reader.cite.rich import Rich
from kinu_reader.cite.styles import DEFAULT, KOREAN_NOTE, StyleInfo, StyleUnusable, styles

__all__ = [
    "DEFAULT",
    "KOREAN_NOTE",
    "Cited",
    "Format",
    "Rich",
    "StyleInfo",
    "StyleUnusable",
    "bibliography",
    "cite",
    "csl_item",
    "export",
    "formats",
    "gaps",
    "quote",
    "styles",
]

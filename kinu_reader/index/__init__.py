"""Passages -> full text -> what answers a query. Only this room knows Whoosh, Korean endings and the query language.

The index is derived from the catalogue: it may be deleted at any time, is compared by `Index.contents` and caught up by
`Index.update`. `parse` reads what a person types and `expand` adds what else that may mean; `highlights` marks
in a text what `Index.find` found in it.
"""

from kinu_reader.index.expansion import Glossary, expand, load_glossary
from kinu_reader.index.explaining import Explanation, Reason
from kinu_reader.index.found import Found
from kinu_reader.index.marking import highlights
from kinu_reader.index.parsing import parse
from kinu_reader.index.store import Index, IndexDamaged

__all__ = [
    "Explanation",
    "Found",
    "Glossary",
    "Index",
    "IndexDamaged",
    "Reason",
    "expand",
    "highlights",
    "load_glossary",
    "parse",
]

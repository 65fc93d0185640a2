"""Passages -> full text -> what answers a query. Only this room knows Whoosh, Korean endings and the query language.

The index is derived from the catalogue: it may be deleted at any time, is compared by `Index.contents` and caught up by
`Index.update`. `parse` reads what a person types and `expand` adds what else that may mean; `highlights` marks
in a text what `Index.find` found in it. `in_hangul` reads a Korean name in Latin letters. `sample` and `alike` find
texts that are nearly the same.

Everything here is loaded when it is asked for, numpy and Whoosh with it: a window can be shown before.
"""

from typing import TYPE_CHECKING

from kinu_reader.late import late

if TYPE_CHECKING:
    from kinu_reader.index.expansion import Glossary, expand, in_hangul, load_glossary, with_groups
    from kinu_reader.index.explaining import Explanation, Reason
    from kinu_reader.index.fields import NAMED, name_of
    from kinu_reader.index.found import Found
    from kinu_reader.index.initials import with_authors
    from kinu_reader.index.likeness import alike, sample
    from kinu_reader.index.limit import Limit
    from kinu_reader.index.marking import highlights, marker
    from kinu_reader.index.parsing import parse
    from kinu_reader.index.store import Index

__all__ = [
    "NAMED",
    "Explanation",
    "Found",
    "Glossary",
    "Index",
    "Limit",
    "Reason",
    "alike",
    "expand",
    "highlights",
    "in_hangul",
    "load_glossary",
    "marker",
    "name_of",
    "parse",
    "sample",
    "with_authors",
    "with_groups",
]

__getattr__ = late(
    __name__,
    {
        "expansion": ("Glossary", "expand", "in_hangul", "load_glossary", "with_groups"),
        "explaining": ("Explanation", "Reason"),
        "fields": ("NAMED", "name_of"),
        "found": ("Found",),
        "initials": ("with_authors",),
        "likeness": ("alike", "sample"),
        "limit": ("Limit",),
        "marking": ("highlights", "marker"),
        "parsing": ("parse",),
        "store": ("Index",),
    },
)

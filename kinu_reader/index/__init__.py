"""Passages -> full text -> what answers a query. Only this room knows Whoosh, Korean endings and the query language.

The index is derived from the catalogue: it may be deleted at any time, is compared by `Index.contents` and caught up by
`Index.update`. `parse` reads what a person types and `expand` adds what else that may mean; `highlights` marks
in a text what `Index.find` found in it.

numpy and Whoosh are loaded with `Index`, which is asked for when an archive is opened: a window can be shown before.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from kinu_reader.index.expansion import Glossary, expand, load_glossary
from kinu_reader.index.limit import Limit
from kinu_reader.index.marking import highlights, marker
from kinu_reader.index.parsing import parse

if TYPE_CHECKING:
    from kinu_reader.index.explaining import Explanation, Reason
    from kinu_reader.index.found import Found
    from kinu_reader.index.store import Index

__all__ = [
    "Explanation",
    "Found",
    "Glossary",
    "Index",
    "Limit",
    "Reason",
    "expand",
    "highlights",
    "load_glossary",
    "marker",
    "parse",
]

_LATE = {"Explanation": "explaining", "Reason": "explaining", "Found": "found", "Index": "store"}


def __getattr__(name: str) -> Any:
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATE[name]}"), name)

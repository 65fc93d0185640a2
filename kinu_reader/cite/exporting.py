"""The exchange formats: the folder `formats` is the list of them."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinu_reader.cite import formats as _formats

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kinu_reader.model import Entry


@dataclass(frozen=True)
class Format:
    """A way to hand briefs to another program; `export` gives the text of a file, to be written in UTF-8."""

    id: str  # as on the command line
    name: str
    extension: str
    export: Callable[[Sequence[Entry]], str]


def formats() -> list[Format]:
    """Return every exchange format; each module in the folder holds one."""
    found = []
    for name in sorted(module.name for module in pkgutil.iter_modules(_formats.__path__)):
        module = importlib.import_module(f"{_formats.__name__}.{name}")
        found.append(Format(name.replace("_", "-"), module.NAME, module.EXTENSION, module.export))
    return found


def export(name: str, entries: Sequence[Entry]) -> str:
    """Return the entries as one text; line ends are those of the format, so write it without translating them.

    Raises:
        KeyError: if there is no such format.
    """
    return {format_.id: format_ for format_ in formats()}[name].export(entries)

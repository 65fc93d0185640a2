"""The formats in which bookmarks leave: the folder `formats` is the list of them."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinu_reader.annotations import formats as _formats

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinu_reader.annotations.kept import Sheet


@dataclass(frozen=True)
class Format:
    """A kind of file for bookmarks; `export` gives its content, text to be written in UTF-8."""

    id: str  # as on the command line
    name: str
    extension: str
    export: Callable[[Sheet], str | bytes]


def formats() -> list[Format]:
    """Return every format; each module in the folder holds one."""
    found = []
    for name in sorted(module.name for module in pkgutil.iter_modules(_formats.__path__)):
        module = importlib.import_module(f"{_formats.__name__}.{name}")
        found.append(Format(name, module.NAME, module.EXTENSION, module.export))
    return found


def export(name: str, sheet: Sheet) -> bytes:
    """Return bookmarks as the content of a file.

    Raises:
        KeyError: if there is no such format.
        TemplateUnusable: if a person's own template has a mistake.
    """
    written = {format_.id: format_ for format_ in formats()}[name].export(sheet)
    return written if isinstance(written, bytes) else written.encode("utf-8")

"""Plain text, for mail and for whatever reads nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from kinu_reader.annotations.cleaning import line, lines
from kinu_reader.annotations.templates import render

if TYPE_CHECKING:
    from kinu_reader.annotations.kept import Sheet, Words

NAME, EXTENSION = "Text", ".txt"
INDENT = "    "


def export(sheet: Sheet) -> str:
    """Return the bookmarks as one text."""
    return render("bookmarks.txt", sheet, line, {"indented": _indented, "rich": _rich})


def _indented(text: str) -> Markup:
    """Return lines set in, so that none of them looks like one of ours."""
    return Markup("\n".join(f"{INDENT}{part.strip()}".rstrip() for part in lines(text).strip().split("\n")))


def _rich(words: Words) -> Markup:
    return Markup(line(words.text))

"""One HTML page that needs nothing else, in the language of its citations; every value is escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from kinu_reader.annotations import notes
from kinu_reader.annotations.cleaning import lines
from kinu_reader.annotations.colours import HEX
from kinu_reader.annotations.templates import render

if TYPE_CHECKING:
    from kinu_reader.annotations.kept import Sheet, Words

NAME, EXTENSION = "HTML", ".html"


def export(sheet: Sheet) -> str:
    """Return the bookmarks as one page."""
    return page("bookmarks.html", sheet)


def page(template: str, sheet: Sheet, **more: Any) -> str:
    """Return a template of HTML filled in."""
    return render(template, sheet, lines, {"rich": _rich, "markdown": _markdown}, inks=HEX, **more)


def _rich(words: Words) -> Markup:
    return Markup(lines(words.html))


def _markdown(note: str) -> Markup:
    return Markup(notes.html(note))

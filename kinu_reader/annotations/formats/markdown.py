"""Markdown for Obsidian, Logseq and every other reader of it: a quote, its citation, the note, tags, a link back."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import quote as percent

from markupsafe import Markup

from kinu_reader.annotations.cleaning import line, lines
from kinu_reader.annotations.styled import stretches
from kinu_reader.annotations.templates import render

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kinu_reader.annotations.kept import Sheet, Words
    from kinu_reader.annotations.templates import Filter

NAME, EXTENSION = "Markdown", ".md"

# Besides Markdown's own: # and [[ ]] link, == marks, %% hides, $ sets mathematics, (( )), {{ }} and :: are Logseq's.
_SPECIAL = re.compile(r"[\\`*_\[\]{}<>|~$#=^%]|&(?=[#\w])|(?<=:):|(?<=\()\(")
_STARTS_LIST = re.compile(r"^(?:(?=[-+])|(\d+)(?=[.)]))")
_TAG = re.compile(r"<(?=[A-Za-z/!?])(?!(?:https?|mailto|kinu-reader):)")
_NOT_IN_TAG = re.compile(r"[^\w/-]+")
_AROUND = {"i": "*", "b": "**"}


def export(sheet: Sheet) -> str:
    """Return the bookmarks as one Markdown text."""
    return render("bookmarks.md", sheet, escaped, _FILTERS)


def escaped(text: str) -> str:
    """Return a text as one line that Markdown shows as it is."""
    return _STARTS_LIST.sub(r"\1\\", _SPECIAL.sub(r"\\\g<0>", line(text)))


def _quoted(text: str) -> Markup:
    return Markup("\n".join(f"> {escaped(part)}".rstrip() for part in lines(text).split("\n")))


def _rich(words: Words) -> Markup:
    """Return a citation with its italics; the marks must stand at the words themselves, not beside a space."""
    parts = []
    for text, styles in stretches(words.html):
        around = "".join(mark for style, mark in _AROUND.items() if style in styles)
        core = _SPECIAL.sub(r"\\\g<0>", lines(text).replace("\n", " "))
        bare = core.strip()
        marked = f"{around}{bare}{around[::-1]}" if bare else ""
        parts.append(core.replace(bare, marked, 1) if bare else core)
    return Markup(_STARTS_LIST.sub(r"\1\\", "".join(parts).strip()))


def _note(text: str) -> Markup:
    """Return a note, which is Markdown itself, without the tags of HTML that could act or hide."""
    return Markup(_TAG.sub(r"\\<", lines(text)).strip())


def _tag(text: str) -> Markup:
    """Return a tag as both programs read it, without its mark: no spaces, and not of digits alone."""
    name = _NOT_IN_TAG.sub("-", line(text)).strip("-/")
    return Markup(f"_{name}" if name.isdecimal() else name)


def _target(link: str) -> Markup:
    return Markup(percent(link, safe=":/?&=-._~"))


def _yaml(text: object) -> Markup:
    """Return a value for the front matter: what JSON writes, YAML reads."""
    value = [line(part) for part in text] if isinstance(text, list) else line(text) if isinstance(text, str) else text
    return Markup(json.dumps(value, ensure_ascii=False))


_FILTERS: Mapping[str, Filter] = {
    "quoted": _quoted,
    "rich": _rich,
    "note": _note,
    "tag": _tag,
    "target": _target,
    "yaml": _yaml,
}

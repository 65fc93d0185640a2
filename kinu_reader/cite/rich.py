"""Text with italics in the three forms that a clipboard carries: plain, HTML and RTF."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinu_reader.cite.wording import CLOSE, OPEN

if TYPE_CHECKING:
    from collections.abc import Iterable

PARAGRAPH = "\u2029"  # no field of a record holds one: `items.line` takes it out

_MARKS = re.compile("[\ue000-\uf8ff]")
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_TAGS = {
    "i": ("<i>", "</i>"),
    "b": ("<b>", "</b>"),
    "u": ("<u>", "</u>"),
    "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"),
    "small-caps": ('<span style="font-variant:small-caps">', "</span>"),
}
_WORDS = {"i": r"{\i ", "b": r"{\b ", "u": r"{\ul ", "sup": r"{\super ", "sub": r"{\sub ", "small-caps": r"{\scaps "}
_HTML = {OPEN[style]: tags[0] for style, tags in _TAGS.items()} | {CLOSE[style]: tag[1] for style, tag in _TAGS.items()}
_RTF = {OPEN[style]: word for style, word in _WORDS.items()} | {CLOSE[style]: "}" for style in _WORDS}


@dataclass(frozen=True)
class Rich:
    """A citation, to be had as plain text, as a piece of HTML, and as an RTF document."""

    marked: str  # italics between private characters, as `wording` has them: to be put into a longer text

    @property
    def text(self) -> str:
        """The words alone."""
        return _MARKS.sub("", self.marked).replace(PARAGRAPH, "\n")

    @property
    def html(self) -> str:
        """A piece of HTML, everything that is not ours escaped."""
        escaped = html.escape(self.marked, quote=False)
        dressed = _MARKS.sub(lambda mark: _HTML.get(mark[0], ""), escaped).replace("\n", "<br>")
        return "".join(f"<p>{part}</p>" for part in dressed.split(PARAGRAPH)) if PARAGRAPH in dressed else dressed

    @property
    def straight(self) -> Rich:
        """The same with the quotation marks of a typewriter."""
        return Rich(self.marked.translate(_STRAIGHT))

    @property
    def rtf(self) -> str:
        """A whole RTF document, in ASCII."""
        body = "".join(_RTF.get(character) or _rtf_character(character) for character in self.marked)
        return rf"{{\rtf1\ansi\ansicpg1252\uc1\deff0{{\fonttbl{{\f0 Times New Roman;}}}}\f0 {body}}}"


def paragraphs(parts: Iterable[Rich]) -> Rich:
    """Return texts as one, each a paragraph of its own."""
    return Rich(PARAGRAPH.join(part.marked for part in parts))


def _rtf_character(character: str) -> str:
    if character == PARAGRAPH:
        return r"\par "
    if character in "\\{}":
        return f"\\{character}"
    if character.isascii():
        return r"\line " if character == "\n" else character
    units = character.encode("utf-16-le", "surrogatepass")
    numbers = (int.from_bytes(units[i : i + 2], "little", signed=True) for i in range(0, len(units), 2))
    return "".join(rf"\u{number}?" for number in numbers)

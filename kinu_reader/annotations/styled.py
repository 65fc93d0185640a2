"""A citation's piece of HTML taken apart into stretches of one style, for formats that have their own italics."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import NamedTuple


class Stretch(NamedTuple):
    """Words in one style: any of i, b, u, sup, sub, small-caps."""

    text: str
    styles: frozenset[str]


def stretches(html: str) -> list[Stretch]:
    """Return the words of a piece of HTML with their styles; other tags count for nothing."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Stretch] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.handle_data("\n")
        else:
            self._open.append("small-caps" if tag == "span" else tag)

    def handle_endtag(self, tag: str) -> None:
        name = "small-caps" if tag == "span" else tag
        if name in self._open:
            self._open.reverse()  # the tag that closes is the one opened last
            self._open.remove(name)
            self._open.reverse()

    def handle_data(self, data: str) -> None:
        self.found.append(Stretch(data, frozenset(self._open)))

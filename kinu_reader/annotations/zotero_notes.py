"""Notes that Zotero makes of annotations: HTML in which each highlight still says where it was made.

They come as such, within its RDF, or as the value of a key in its JSON. What stands behind a highlight in its paragraph
is what a person wrote on it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote

MARK, ITEMS = "data-annotation", "data-citation-items"
_ENDS = {"p", "li", "div", "blockquote", "h1", "h2", "h3"}  # with which ends what belongs to a highlight
_QUOTES = "“”\"'‘’ \n"


@dataclass
class Noted:
    """A highlight in a note: what Zotero says of it, its words, and what stands behind them."""

    data: dict[str, Any]
    words: list[str] = field(default_factory=list)
    comment: list[str] = field(default_factory=list)


def nodes(text: str) -> list[dict[str, Any]]:
    """Return the highlights of notes as Zotero's JSON has annotations, each with the title of its document.

    Raises:
        ValueError: if what a highlight says of itself is no JSON.
    """
    reader = _Reader()
    reader.feed(unescape(text) if "&lt;span" in text else text)  # in RDF it is escaped
    reader.close()
    return [_node(noted, reader.titles) for noted in reader.found]


def _node(noted: Noted, titles: dict[str, dict[str, Any]]) -> dict[str, Any]:
    data = noted.data
    uris = (data.get("citationItem") or {}).get("uris") or [""]
    item = titles.get(str(uris[0]), {})
    return {
        "annotationType": "highlight" if noted.words else "image",
        "annotationText": "".join(noted.words).strip(_QUOTES),
        "annotationComment": " ".join("".join(noted.comment).split()),
        "annotationColor": data.get("color"),
        "annotationPageLabel": data.get("pageLabel"),
        "annotationPosition": data.get("position"),
        "title": item.get("title"),
        "number": item.get("number"),
    }


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Noted] = []
        self.titles: dict[str, dict[str, Any]] = {}  # what is known of documents, by their addresses in Zotero
        self._open: Noted | None = None  # the highlight whose paragraph is being read
        self._depth = 0  # of spans within the words; 0 behind them
        self._citation = 0  # of spans within the citation, which is no comment

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        for cited in _listed(values.get(ITEMS)):
            for uri in cited.get("uris") or ():
                self.titles[str(uri)] = cited.get("itemData") or {}
        if mark := values.get(MARK):
            self._open = Noted(json.loads(unquote(mark)))
            self.found.append(self._open)
            self._depth = int(tag == "span")
        elif tag == "span":
            self._depth += self._depth > 0
            self._citation += self._citation > 0 or values.get("class") == "citation"

    def handle_endtag(self, tag: str) -> None:
        if tag in _ENDS:
            self._open, self._depth, self._citation = None, 0, 0
        elif tag == "span" and self._citation:
            self._citation -= 1
        elif tag == "span" and self._depth:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._open is not None and not self._citation:
            (self._open.words if self._depth else self._open.comment).append(data)


def _listed(value: str | None) -> list[dict[str, Any]]:
    items = json.loads(unquote(value)) if value else []
    return [item for item in items if isinstance(item, dict)]

"""Bookmarks that come back from JSON-LD: our own exactly as they were, those of other programs as far as they go."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from kinu_reader.model import Anchor, Bookmark, BookmarkKind, Colour, KinuError, Placing

if TYPE_CHECKING:
    from kinu_reader.model import Box

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
ANCHOR = "kinu:anchor"  # what the W3C has no word for
TERMS = {"kinu": "urn:kinu-reader:terms#", ANCHOR: {"@type": "@json"}}
FRAGMENTS = "http://tools.ietf.org/rfc/rfc3778"  # how a page of a PDF is named
ID, SHA256 = "urn:kinu-reader:bookmark:", "urn:sha256:"
FAULTS = (AttributeError, KeyError, TypeError, ValueError)  # what data of another shape brings about


class NotUnderstood(KinuError):
    """This file holds no bookmarks in a form that is known."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


@dataclass(frozen=True)
class Source:
    """What a file of bookmarks says of the document that one belongs to."""

    sha256: str = ""
    title: str = ""
    code: str = ""
    file: str = ""  # its name, without folders


@dataclass(frozen=True)
class Returned:
    """A bookmark read back; `bookmark.brief` is an id of the archive it left, or 0."""

    bookmark: Bookmark
    source: Source


@dataclass(frozen=True)
class Reading:
    """What a file of JSON-LD gave; `refused` says of each annotation that was left out which one, and why."""

    returned: tuple[Returned, ...]
    refused: tuple[str, ...] = ()


def read_jsonld(text: str) -> Reading:
    """Return the bookmarks of a collection, a page, a list of annotations, or a single one.

    Raises:
        NotUnderstood: if there are none to be found.
    """
    returned, refused = [], []
    for number, annotation in enumerate(_annotations(loaded(text)), start=1):
        try:
            returned.append(_returned(annotation))
        except FAULTS as error:
            refused.append(f"{number}: {type(error).__name__}: {error}")
    return Reading(tuple(returned), tuple(refused))


def loaded(text: str) -> Any:
    """Return what a text of JSON holds.

    Raises:
        NotUnderstood: if it is no JSON.
    """
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotUnderstood(f"no JSON: {error}") from error


def _annotations(document: Any) -> list[Any]:
    if isinstance(document, dict) and document.get("type") == "AnnotationCollection":
        document = document.get("first")
    if isinstance(document, dict) and document.get("type") == "AnnotationPage":
        return _listed(document.get("items"))
    annotations = _listed(document)
    if not any(isinstance(one, dict) and one.get("type") == "Annotation" for one in annotations):
        raise NotUnderstood("no W3C annotations")  # a bare list may come from any program
    return annotations


def _returned(annotation: dict[str, Any]) -> Returned:
    target = annotation["target"]
    selectors = {selector["type"]: selector for selector in _listed(target.get("selector"))}
    bodies = _listed(annotation.get("body"))
    ours = annotation.get(ANCHOR, {})
    bookmark = Bookmark(
        id=unquote(_text(annotation, "id").removeprefix(ID)),
        brief=_number(ours, "brief"),
        anchor=_anchor(selectors, ours),
        kind=BookmarkKind(_text(ours, "kind") or BookmarkKind.PASSAGE),
        colour=Colour(_text(target, "styleClass")) if target.get("styleClass") in list(Colour) else Colour.AMBER,
        note="\n\n".join(_text(body, "value") for body in bodies if body.get("purpose") != "tagging"),
        tags=tuple(_text(body, "value") for body in bodies if body.get("purpose") == "tagging"),
        created=_text(annotation, "created"),
        changed=_text(annotation, "modified"),
        state=Placing(_text(ours, "state") or Placing.PLACED),
        was=_text(ours, "was"),
        author=_name(annotation.get("creator")),
    )
    return Returned(bookmark, _source(target["source"]))


def _anchor(selectors: dict[str, Any], ours: dict[str, Any]) -> Anchor:
    position = selectors.get("TextPositionSelector", {})
    quote = selectors.get("TextQuoteSelector", {})
    if not (position or quote or ours):
        raise ValueError("no place in a text")
    return Anchor(
        start=_number(position, "start"),
        end=_number(position, "end"),
        quote=_text(quote, "exact"),
        prefix=_text(quote, "prefix"),
        suffix=_text(quote, "suffix"),
        page=_number(ours, "page") or 1,
        page_label=_text(ours, "pageLabel"),
        boxes=tuple(map(_box, _listed(ours.get("boxes")))),
        times=_number(ours, "times") or 1,
    )


def _box(numbers: list[Any]) -> tuple[int, Box]:
    page, x0, y0, x1, y1 = numbers
    box = float(x0), float(y0), float(x1), float(y1)
    if type(page) is not int or page < 1 or not all(map(math.isfinite, box)):
        raise ValueError("a box that lies on no page")
    return page, box


def _name(creator: Any) -> str:
    """Return the names of those who made an annotation; one who is only an address has none."""
    agents = (agent for agent in _listed(creator) if isinstance(agent, dict))
    return ", ".join(name for agent in agents if (name := _text(agent, "name")))


def _source(source: Any) -> Source:
    if isinstance(source, str):
        source = {"id": source}
    id = _text(source, "id")
    return Source(
        sha256=id.removeprefix(SHA256) if id.startswith(SHA256) else "",
        title=_text(source, "dcterms:title"),
        code=_text(source, "dcterms:identifier"),
        file=_text(source, "schema:name"),
    )


def _listed(value: Any) -> list[Any]:
    """Return the values of a key that may have none, one or several."""
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(holder: dict[str, Any], key: str) -> str:
    value = holder.get(key, "")
    if not isinstance(value, str):
        raise TypeError(f"{key} is no text")
    return value


def _number(holder: dict[str, Any], key: str) -> int:
    value = holder.get(key, 0)
    if type(value) is not int or value < 0:
        raise ValueError(f"{key} is no number")
    return value

"""Highlights and notes out of Zotero: its own JSON, that of Better BibTeX, and the notes it makes of highlights."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING, Any

from kinu_reader.annotations import zotero_notes
from kinu_reader.annotations.colours import nearest
from kinu_reader.annotations.exchange import FAULTS, NotUnderstood, Source, loaded
from kinu_reader.annotations.zotero_notes import MARK
from kinu_reader.model import BookmarkKind, Colour

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinu_reader.model import Box

NOWHERE = Source()
_STYLES = re.compile(r"</?(?:i|b|sub|sup)>")  # the only markup that the text of a highlight may have
_KINDS = {"image": BookmarkKind.AREA, "ink": BookmarkKind.AREA, "note": BookmarkKind.PAGE}


@dataclass(frozen=True)
class Foreign:
    """What a person marked in another program: its place is still to be found by the quote, or by the page."""

    quote: str
    page: int | None  # from 1
    page_label: str
    note: str = ""
    colour: Colour = Colour.AMBER
    tags: tuple[str, ...] = ()
    created: str = ""  # ISO 8601
    changed: str = ""
    kind: BookmarkKind = BookmarkKind.PASSAGE
    source: Source = NOWHERE
    author: str = ""
    boxes: tuple[Box, ...] = ()  # points on the page as PDF has them: from the bottom, before it is turned


def read_zotero(text: str) -> list[Foreign]:
    """Return the annotations of a file in the order that they have in it.

    Raises:
        NotUnderstood: if it holds none that can be read.
    """
    try:
        document = loaded(text) if MARK not in text or text.lstrip()[:1] in ("{", "[") else zotero_notes.nodes(text)
        holders = {node["key"]: node for node in _nodes(document) if isinstance(node.get("key"), str)}
        found = [_foreign(node, source) for node, source in _annotations(document, NOWHERE, holders)]
    except (*FAULTS, RecursionError) as error:
        raise NotUnderstood(f"no annotations of Zotero: {error}") from error
    if not found:
        raise NotUnderstood("no annotations of Zotero")
    return found


def _nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Yield every object; what Zotero's interface wraps as "data" counts for its wrapping."""
    if isinstance(node, dict):
        yield node
    for inner in _within(node):
        yield from _nodes(inner)


def _annotations(node: Any, source: Source, holders: dict[str, Any]) -> Iterator[tuple[dict[str, Any], Source]]:
    """Yield every annotation with its document: the objects around it, or those that its key names."""
    if isinstance(node, dict):
        if "annotationType" in node:
            own = _source(node, source) if "title" in node else source
            yield node, _parents(node, own, holders)
            return
        source = _source(node, source)
        if MARK in str(node.get("note")):
            for noted in zotero_notes.nodes(str(node["note"])):
                yield noted, _parents(node, _source(noted, source), holders)
    for inner in _within(node):
        yield from _annotations(inner, source, holders)


def _within(node: Any) -> list[Any]:
    return list(node.values()) if isinstance(node, dict) else node if isinstance(node, list) else []


def _parents(node: dict[str, Any], source: Source, holders: dict[str, Any]) -> Source:
    seen: set[str] = set()
    key = node.get("parentItem")
    while isinstance(key, str) and key in holders and key not in seen:
        seen.add(key)
        holder = holders[key].get("data", holders[key])
        source = _source(holder, source)
        key = holder.get("parentItem")
    return source


def _source(node: dict[str, Any], known: Source) -> Source:
    """Return what is known of a document with what this object adds: the item's title counts, not that of its file."""
    path = node.get("filename") or node.get("path") or ""
    is_file = bool(path) or node.get("itemType") == "attachment"
    title = node.get("title") or ""
    return Source(
        title=known.title if is_file and known.title else str(title or known.title),
        file=PureWindowsPath(str(path)).name or known.file,  # knows both kinds of slashes
        code=str(node.get("reportNumber") or node.get("number") or known.code),
    )


def _foreign(node: dict[str, Any], source: Source) -> Foreign:
    page = _position(node).get("pageIndex")
    tags = (tag["tag"] if isinstance(tag, dict) else tag for tag in node.get("tags") or ())
    return Foreign(
        quote=_STYLES.sub("", str(node.get("annotationText") or "")),
        page=page + 1 if type(page) is int and page >= 0 else None,
        page_label=str(node.get("annotationPageLabel") or ""),
        note=str(node.get("annotationComment") or ""),
        colour=nearest(str(node.get("annotationColor") or "")),
        tags=tuple(map(str, tags)),
        created=str(node.get("dateAdded") or ""),
        changed=str(node.get("dateModified") or ""),
        kind=_KINDS.get(str(node["annotationType"]), BookmarkKind.PASSAGE),
        source=source,
        author=str(node.get("annotationAuthorName") or ""),
        boxes=tuple(_boxes(_position(node).get("rects"))),
    )


def _boxes(rects: Any) -> Iterator[Box]:
    for x0, y0, x1, y1 in rects or ():
        box = float(x0), float(y0), float(x1), float(y1)
        if all(map(math.isfinite, box)):
            yield box


def _position(node: dict[str, Any]) -> dict[str, Any]:
    """Return where on its page an annotation lies: Zotero keeps that as JSON within the JSON."""
    position = node.get("annotationPosition") or {}
    found = json.loads(position) if isinstance(position, str) else position
    return found if isinstance(found, dict) else {}

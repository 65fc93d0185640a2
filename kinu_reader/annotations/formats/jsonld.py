"""W3C Web Annotations as JSON-LD, from which every bookmark comes back as it was."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote as percent

from kinu_reader.annotations.colours import HEX
from kinu_reader.annotations.exchange import ANCHOR, CONTEXT, FRAGMENTS, ID, SHA256, TERMS
from kinu_reader.model import BookmarkKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinu_reader.annotations.kept import Kept, Sheet
    from kinu_reader.model import Bookmark

NAME, EXTENSION = "JSON-LD", ".jsonld"


def export(sheet: Sheet) -> str:
    """Return the bookmarks as an AnnotationCollection."""
    page = {"type": "AnnotationPage", "startIndex": 0, "items": [_annotation(kept) for kept in sheet.kept]}
    collection = {"@context": [CONTEXT, TERMS], "type": "AnnotationCollection", "total": len(sheet.kept), "first": page}
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def _annotation(kept: Kept) -> dict[str, Any]:
    bookmark = kept.bookmark
    annotation = {
        "id": ID + percent(bookmark.id, safe=""),
        "type": "Annotation",
        "motivation": "commenting" if bookmark.note else "highlighting",
        "creator": {"type": "Person", "name": bookmark.author} if bookmark.author else "",
        "created": bookmark.created,
        "modified": bookmark.changed,
        "body": list(_bodies(bookmark)),
        "target": {
            "type": "SpecificResource",
            "source": _source(kept),
            "styleClass": bookmark.colour,
            "selector": list(_selectors(bookmark)),
        },
        "stylesheet": {
            "type": "CssStylesheet",
            "value": f".{bookmark.colour} {{ background: {HEX[bookmark.colour]} }}",
        },
        ANCHOR: {
            "kind": bookmark.kind,
            "state": bookmark.state,
            "was": bookmark.was,
            "brief": bookmark.brief,
            "page": bookmark.anchor.page,
            "pageLabel": bookmark.anchor.page_label,
            "times": bookmark.anchor.times,
            "boxes": [[page, *box] for page, box in bookmark.anchor.boxes],
            "citation": kept.citation.text,
            "link": kept.link,
        },
    }
    return {key: value for key, value in annotation.items() if value not in ("", [])}


def _source(kept: Kept) -> dict[str, str]:
    facts = {"dcterms:title": kept.title, "dcterms:identifier": kept.code, "schema:name": kept.file}
    source = {"id": SHA256 + kept.sha256, "type": "Text", "language": kept.language, **facts}
    return {key: value for key, value in source.items() if value}


def _bodies(bookmark: Bookmark) -> Iterator[dict[str, str]]:
    if bookmark.note:
        yield {"type": "TextualBody", "purpose": "commenting", "format": "text/markdown", "value": bookmark.note}
    for tag in bookmark.tags:
        yield {"type": "TextualBody", "purpose": "tagging", "value": tag}


def _selectors(bookmark: Bookmark) -> Iterator[dict[str, Any]]:
    anchor = bookmark.anchor
    place = f"page={anchor.page}"
    if bookmark.kind is BookmarkKind.AREA and anchor.boxes:
        x0, y0, x1, y1 = anchor.boxes[0][1]
        place += f"&viewrect={x0:g},{y0:g},{x1 - x0:g},{y1 - y0:g}"
    yield {"type": "FragmentSelector", "conformsTo": FRAGMENTS, "value": place}
    yield {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end}
    yield {"type": "TextQuoteSelector", "exact": anchor.quote, "prefix": anchor.prefix, "suffix": anchor.suffix}

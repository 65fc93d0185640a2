"""CSL-JSON: a list of items, or one."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from kinu_reader.cite.foreign import Foreign, ForeignRecord, authors, body, date, kept, language, numbered, person
from kinu_reader.cite.items import is_east_asian

if TYPE_CHECKING:
    from collections.abc import Iterator

_BETWEEN = re.compile(r"[\s,]*")


def knows(text: str) -> bool:
    """Tell whether a text is JSON."""
    return bool(re.match(r"\s*(?:\[\s*[{\]]|\{)", text))


def read(text: str) -> Foreign:
    """Read CSL-JSON; after a place that is no JSON nothing more can be read."""
    records, spoilt = [], []
    for at, item in _items(text):
        if isinstance(item, dict):
            records.append(_record(item, at))
        else:
            spoilt.append(at)
    return Foreign(tuple(records), spoilt=tuple(spoilt))


def _items(text: str) -> Iterator[tuple[int, Any]]:
    """Yield the items with the line of each; None stands for the rest of a spoilt text."""
    listed = re.match(r"\s*\[", text)
    at = listed.end() if listed else 0
    decoder = json.JSONDecoder()
    while True:
        at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr]  # it matches nothing as well
        if at >= len(text) or text[at] == "]":
            return
        number = text.count("\n", 0, at) + 1
        try:
            item, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            yield number, None
            return
        yield number, item


def _record(item: dict[str, Any], at: int) -> ForeignRecord:
    def said(*names: str) -> str:
        return next((str(item[name]) for name in names if item.get(name)), "")

    printed = _date(item.get("issued"))
    names = item["author"] if isinstance(item.get("author"), list) else []
    fields = {
        "title": said("title"),
        "authors": authors(_author(name) for name in names if isinstance(name, dict)),
        "series": said("collection-title", "genre"),
        "institute": said("publisher"),
        "place": said("publisher-place"),
        "date": printed,
        "year": printed[:4],
        "doi": said("DOI"),
        "url": said("URL"),
        "language": language(said("language")),
        "keywords": re.sub(r"\s*,\s*", "; ", said("keyword")),
        "abstract": said("abstract"),
        **numbered(said("number")),
    }
    return ForeignRecord(kept(fields), at)


def _date(issued: Any) -> str:
    if not isinstance(issued, dict):
        return ""
    parts = issued.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    if isinstance(first, list) and first:
        return date("-".join(str(part) for part in first if part))
    return date(str(issued.get("raw") or issued.get("literal") or ""))


def _author(name: dict[str, Any]) -> str:
    if name.get("literal"):
        literal = str(name["literal"])
        return literal if is_east_asian(literal) else body(literal)
    particles = (name.get("non-dropping-particle"), name.get("family"))
    given = " ".join(str(part) for part in (name.get("given"), name.get("dropping-particle")) if part)
    behind = ", ".join(str(part) for part in (given, name.get("suffix")) if part)
    return person(" ".join(str(part) for part in particles if part), behind)

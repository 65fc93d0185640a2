"""Tell apart briefs that a style would cite alike: by more names, given names, the title, or 2024a and 2024b."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from kinu_reader.cite.processing import Cite, Distinction

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kinu_reader.cite.items import Item
    from kinu_reader.cite.processing import Style

_FIRST = frozenset({"first"})


def told_apart(items: Sequence[Item], style: Style) -> dict[str, Distinction]:
    """Return how to tell apart the items that would be cited alike, by their ids; `items` are in alphabetical order."""
    if style.is_note or style.is_numbered or len(items) < 2:
        return {}
    found: dict[str, Distinction] = {}
    for group in _alike(items, style, {}):
        ways = {way: _texts(group, style, dict.fromkeys(_ids(group), way)) for way in _ways(group, style)}
        best = max(ways, key=lambda way: len(set(ways[way].values())))  # the first of equals: the least change
        found |= dict.fromkeys(_ids(group), best)
    for group in _alike(items, style, found):
        found |= _last_resort(group, style, found)
    return found


def _ways(group: Sequence[Item], style: Style) -> list[Distinction]:
    longest = max(len(item.get("author", ())) for item in group)
    names = range(max(longest, 1)) if style.option("disambiguate-add-names") == "true" else (0,)
    given = (False, True) if style.option("disambiguate-add-givenname") == "true" else (False,)
    return [Distinction(more_names=more, given_names=full) for full, more in product(given, names)]


def _last_resort(group: Sequence[Item], style: Style, found: Mapping[str, Distinction]) -> dict[str, Distinction]:
    if style.option("disambiguate-add-year-suffix") == "true":
        return {item["id"]: replace(found[item["id"]], year_suffix=_letters(place)) for place, item in enumerate(group)}
    return {key: replace(found[key], with_title=True) for key in _ids(group)}


def _alike(items: Sequence[Item], style: Style, found: Mapping[str, Distinction]) -> list[list[Item]]:
    groups: dict[str, list[Item]] = defaultdict(list)
    texts = _texts(items, style, found)
    for item in items:
        groups[texts[item["id"]]].append(item)
    return [group for group in groups.values() if len(group) > 1]


def _texts(items: Iterable[Item], style: Style, found: Mapping[str, Distinction]) -> dict[str, str]:
    return {
        item["id"]: style.citation(Cite(item, position=_FIRST, distinction=found.get(item["id"], Distinction())))
        for item in items
    }


def _ids(items: Iterable[Item]) -> list[str]:
    return [item["id"] for item in items]


def _letters(place: int) -> str:
    """Return a, b … z, aa, ab …"""
    return (_letters(place // 26 - 1) if place >= 26 else "") + chr(ord("a") + place % 26)

"""Tell apart briefs that a style would cite alike: by more names, given names, the title, or 2024a and 2024b.

Styles differ in when a given name is added: to every citation of one of two people of one family name, first authors
only or not, or only to citations that would else be the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from kinu_reader.cite import wording
from kinu_reader.cite.processing import Cite, Distinction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kinu_reader.cite.items import Item
    from kinu_reader.cite.processing import Style

    Longer = Mapping[int, bool]  # the place of an author to whether the whole given name is added, or its initials

_FIRST = frozenset({"first"})
_BY_CITE = "by-cite"  # what holds if a style does not say


def told_apart(items: Sequence[Item], style: Style) -> dict[str, Distinction]:
    """Return how to tell apart the items that would be cited alike, by their ids; `items` are in the style's order."""
    if style.is_note or style.is_numbered or len(items) < 2:
        return {}
    rule = (style.option("givenname-disambiguation-rule") or _BY_CITE) if _adds_given(style) else ""
    everywhere = rule not in ("", _BY_CITE)
    longer = _longer(items, rule) if everywhere else {}
    found = {key: Distinction(given_names=_frozen(names)) for key, names in longer.items()}
    for group in _alike(items, style, found):
        ways = list(_ways(group, style, found, by_cite=rule == _BY_CITE))
        texts = [_texts(group, style, way) for way in ways]
        for item in group:
            found[item["id"]] = ways[_least(item["id"], texts)][item["id"]]
    for group in _alike(items, style, found):
        found |= _last_resort(group, style, found)
    return found


def _adds_given(style: Style) -> bool:
    return style.option("disambiguate-add-givenname") == "true"


def _longer(items: Sequence[Item], rule: str) -> dict[str, dict[int, bool]]:
    """Return the authors whose given names are added, by the ids of items, and whether wholly."""
    given: dict[str, set[str]] = defaultdict(set)
    people = [
        (item["id"], place, author["family"], author.get("given", ""))
        for item in items
        for place, author in enumerate(item.get("author", ())[: 1 if rule.startswith("primary") else None])
        if "family" in author
    ]
    for _, _, family, name in people:
        given[family].add(name)
    found: dict[str, dict[int, bool]] = defaultdict(dict)
    for key, place, family, name in people:
        if others := given[family] - {name}:
            short = {_initials(other) for other in others}
            alike = _initials(name) in short
            if not rule.endswith("-with-initials"):
                found[key][place] = alike
            elif short != {_initials(name)}:
                found[key][place] = False
    return found


def _initials(given: str) -> str:
    return wording.initials(given, "", hyphen=True)


def _frozen(longer: Longer) -> frozenset[tuple[int, bool]]:
    return frozenset(longer.items())


def _ways(
    group: Sequence[Item], style: Style, found: Mapping[str, Distinction], *, by_cite: bool
) -> Iterator[dict[str, Distinction]]:
    """Yield ways to tell a group apart, those that change least first: more names, and only then given names."""
    base = {key: found.get(key, Distinction()) for key in _ids(group)}
    given = {key: _frozen(names) for key, names in _longer(group, _BY_CITE).items()} if by_cite else {}
    longest = max(len(item.get("author", ())) for item in group)
    yield base
    for more in range(1, longest if style.option("disambiguate-add-names") == "true" else 1):
        named = {key: replace(one, more_names=more) for key, one in base.items()}
        yield named
        yield {key: replace(one, given_names=given.get(key, one.given_names)) for key, one in named.items()}
    yield {key: replace(one, given_names=given.get(key, one.given_names)) for key, one in base.items()}


def _least(key: str, texts: Sequence[Mapping[str, str]]) -> int:
    """Return the first way in which the fewest others are cited like an item."""
    alike = [Counter(way.values())[way[key]] for way in texts]
    return alike.index(min(alike))


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

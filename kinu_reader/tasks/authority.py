"""One author or division under several printed names: what probably belongs together, and what a person decided.

Nothing is merged by itself. What is merged stays as printed in every record; it is found, filtered and counted as one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, combinations
from typing import TYPE_CHECKING

from kinu_reader import index
from kinu_reader.model import Clause, ClauseKind, Expansion, Field, Need, WrongValue

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from kinu_reader.model import ArchivedBrief, Author, Query
    from kinu_reader.tasks.archive import Archive

HANGUL = re.compile("[가-힣]{2,5}")
_SMALL = frozenset(("of", "the", "for", "on", "and"))


class Reason(StrEnum):
    """Why names are probably one."""

    SAME_IN_HANGUL = "same-in-hangul"  # one is how the other is spelt in Latin letters
    SPELLING = "spelling"  # the same letters but for hyphens, case and order
    EDITIONS = "editions"  # two editions of a brief print the one and the other
    SAME_DIVISION = "same-division"  # they are printed with one division; never the only reason


@dataclass(frozen=True)
class Suggestion:
    """Names that are probably one author's or one division's."""

    names: tuple[str, ...]  # as printed, the most frequent first
    reasons: tuple[Reason, ...]


_Pair = tuple[str, str]  # in alphabetical order
_Links = defaultdict[_Pair, set[Reason]]


def groups(archive: Archive, field: Field) -> list[tuple[str, ...]]:
    """Return the names that a person merged, each group and its names with the most frequent first."""
    printed = archive.library.authority.printed(field)
    found = [_by_frequency(names, printed) for names in archive.library.authority.groups(field)]
    return sorted(found, key=lambda names: (-sum(printed.get(name, 0) for name in names), names))


def merge(archive: Archive, field: Field, names: Collection[str]) -> None:
    """Make names one author's or one division's.

    Raises:
        WrongValue: if there are fewer than two, or one is printed in no brief.
    """
    printed = archive.library.authority.printed(field)
    for name in names:
        if name not in printed:
            raise WrongValue(field, name)
    _check_several(field, names)
    archive.library.authority.merge(field, names)


def part(archive: Archive, field: Field, names: Collection[str]) -> None:
    """Take names out of what they were merged with.

    Raises:
        WrongValue: if one is merged with nothing.
    """
    merged = set(chain.from_iterable(archive.library.authority.groups(field)))
    for name in names:
        if name not in merged:
            raise WrongValue(field, name)
    archive.library.authority.part(field, names)


def refuse(archive: Archive, field: Field, names: Collection[str]) -> None:
    """Have no two of some names suggested as one again.

    Raises:
        WrongValue: if there are fewer than two.
    """
    _check_several(field, names)
    archive.library.authority.refuse(field, names)


@dataclass(frozen=True)
class Decided:
    """All that a person said of the names of authors, or of divisions."""

    groups: tuple[tuple[str, ...], ...]
    refused: frozenset[tuple[str, str]]


def decided(archive: Archive, field: Field) -> Decided:
    """Return what was said of names so far, to come back to with `put_back`."""
    return Decided(archive.library.authority.groups(field), frozenset(archive.library.authority.refused(field)))


def put_back(archive: Archive, field: Field, before: Decided) -> None:
    """Say of names again what was said before."""
    archive.library.authority.put_back(field, before.groups, before.refused)


def _check_several(field: Field, names: Collection[str]) -> None:
    if len(set(names)) < 2:
        raise WrongValue(field, "; ".join(names))


# ---- what probably belongs together


def suggestions(archive: Archive, field: Field) -> list[Suggestion]:
    """Return names of authors or divisions that are probably one, those with the most reasons first."""
    library = archive.library
    briefs = library.briefs(library.ids())
    pairs = list(_edition_pairs(briefs))
    same = {name: names[0] for names in library.authority.groups(Field.DIVISION) for name in names}
    links = _division_links(briefs, pairs) if field is Field.DIVISION else _author_links(briefs, pairs, same)
    parts = _Parts(library.authority.groups(field), library.authority.refused(field), apart=field is Field.AUTHOR)
    for (one, other), reasons in sorted(links.items(), key=lambda link: (-len(link[1]), link[0])):
        parts.join(one, other, reasons)
    printed = library.authority.printed(field)
    found = [
        Suggestion(_by_frequency(names, printed), tuple(reason for reason in Reason if reason in reasons))
        for names, reasons in parts.joined()
    ]
    return sorted(found, key=lambda one: (-len(one.reasons), one.names))


def _by_frequency(names: Iterable[str], printed: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: (-printed.get(name, 0), name)))


def _pair(one: str, other: str) -> _Pair:
    return (one, other) if one < other else (other, one)


def _edition_pairs(briefs: Mapping[int, ArchivedBrief]) -> Iterator[tuple[Author, Author]]:
    """Yield the authors of two editions who must be one: by their names, and the last that is left over in both."""
    for brief in briefs.values():
        for other in brief.editions:
            if brief.id < other and other in briefs:
                left = list(briefs[other].record.authors)
                lone = []
                for author in brief.record.authors:
                    same = next((theirs for theirs in left if _may_be_one(author.name, theirs.name)), None)
                    if same is None:
                        lone.append(author)
                    else:
                        left.remove(same)
                        yield author, same
                if len(left) == len(lone) == 1:
                    yield lone[0], left[0]


def _may_be_one(one: str, other: str) -> bool:
    return one == other or not _in_hangul(one).isdisjoint(_in_hangul(other))


def _in_hangul(name: str) -> frozenset[str]:
    return frozenset((name,) if HANGUL.fullmatch(name) else index.in_hangul(name))


class _Parts:
    """Names that are joined step by step, unless a person or their Hangul says that they are apart."""

    def __init__(self, merged: Iterable[Sequence[str]], refused: Collection[_Pair], *, apart: bool) -> None:
        self._of: dict[str, set[str]] = {name: part for part in map(set, merged) for name in part}
        self._reasons: dict[str, set[Reason]] = {}
        self._refused, self._apart = refused, apart

    def join(self, one: str, other: str, reasons: Collection[Reason]) -> None:
        """Join two names and all that they were joined with."""
        ours, theirs = (self._of.get(name, {name}) for name in (one, other))
        if ours is theirs or any(_pair(a, b) in self._refused for a in ours for b in theirs):
            return
        if self._apart and len([name for name in ours | theirs if HANGUL.fullmatch(name)]) > 1:
            return
        both = ours | theirs
        self._of.update(dict.fromkeys(both, both))
        for name in both:
            self._reasons.setdefault(name, set()).update(reasons)

    def joined(self) -> Iterator[tuple[set[str], set[Reason]]]:
        """Yield what was joined, and why."""
        seen: set[str] = set()
        for name, reasons in self._reasons.items():
            if name not in seen:
                seen |= self._of[name]
                yield self._of[name], set(chain(reasons, *(self._reasons[other] for other in self._of[name])))


# -- authors


def _author_links(
    briefs: Mapping[int, ArchivedBrief], pairs: Sequence[tuple[Author, Author]], same: Mapping[str, str]
) -> _Links:
    """Return which names of authors may be one; `same` names each division that was merged with others."""
    authors = [author for brief in briefs.values() for author in brief.record.authors]
    divisions: defaultdict[str, set[str]] = defaultdict(set)
    for author in authors:
        if author.division:
            divisions[author.name].add(same.get(author.division, author.division))
    facing = Counter(_pair(one.name, other.name) for one, other in pairs if one.name != other.name)
    links = _spelling_links(authors)
    _add_readings(links, sorted(divisions.keys() | {author.name for author in authors}), divisions, facing)
    for pair in facing:
        if pair in links or _not_another_family(*pair):
            links[pair].add(Reason.EDITIONS)
    for (one, other), reasons in links.items():
        if divisions[one] & divisions[other]:
            reasons.add(Reason.SAME_DIVISION)
    return links


def _not_another_family(one: str, other: str) -> bool:
    """Tell whether a name in Hangul and one in Latin letters, though spelt unlike it, may be of one family."""
    hangul, latin = (one, other) if HANGUL.fullmatch(one) else (other, one)
    readings = _in_hangul(latin)
    return bool(HANGUL.fullmatch(hangul)) and (not readings or any(name[0] == hangul[0] for name in readings))


def _spelling_links(authors: Iterable[Author]) -> _Links:
    """Link names with the same letters in family and given name."""
    links: _Links = defaultdict(set)
    alike: defaultdict[_Pair, set[str]] = defaultdict(set)
    for author in authors:
        if author.family and author.given and not HANGUL.fullmatch(author.name):
            alike[_letters(author.family), _letters(author.given)].add(author.name)
    for names in alike.values():
        for pair in combinations(sorted(names), 2):
            links[pair].add(Reason.SPELLING)
    return links


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text.casefold()))


def _add_readings(
    links: _Links, names: Iterable[str], divisions: Mapping[str, set[str]], facing: Collection[_Pair]
) -> None:
    """Link names in Latin letters with what they are in Hangul, and with each other if that is the same.

    Where several authors in Hangul may be meant, one must be borne out by an edition or a division.
    """
    read = {name: (name,) if HANGUL.fullmatch(name) else index.in_hangul(name) for name in names}
    spelt: defaultdict[str, set[str]] = defaultdict(set)
    for name, readings in read.items():
        for hangul in readings:
            spelt[hangul].add(name)
    for name, readings in read.items():
        if name in readings or not readings:
            continue
        meant = [hangul for hangul in readings if hangul in read]
        if len(meant) > 1:
            borne = (
                h for h in meant if _pair(name, h) in facing or divisions.get(name, set()) & divisions.get(h, set())
            )
            meant = list(borne)
        for hangul in meant if len(meant) == 1 else ():
            links[_pair(name, hangul)].add(Reason.SAME_IN_HANGUL)
        for other in spelt[readings[0]] - {name}:
            if not HANGUL.fullmatch(other) and read[other][0] in readings:
                links[_pair(name, other)].add(Reason.SAME_IN_HANGUL)


# -- divisions


def _division_links(briefs: Mapping[int, ArchivedBrief], pairs: Iterable[tuple[Author, Author]]) -> _Links:
    """Return which names of divisions may be one."""
    links: _Links = defaultdict(set)
    for one, other in pairs:
        if one.division and other.division and one.division != other.division:
            links[_pair(one.division, other.division)].add(Reason.EDITIONS)
    alike: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for brief in briefs.values():
        for author in brief.record.authors:
            if author.division:
                words = re.findall(r"\w+", author.division.casefold())
                alike[tuple(sorted(set(words) - _SMALL))].add(author.division)
    for names in alike.values():
        for pair in combinations(sorted(names), 2):
            links[pair].add(Reason.SPELLING)
    return links


# ---- searching


def widened(archive: Archive, query: Query, without: Collection[str] = ()) -> Query:
    """Return a query that finds an author or division named in it, by the name of its field, under all its names."""
    merged = {field: archive.library.authority.groups(field) for field in (Field.AUTHOR, Field.DIVISION)}
    added: list[Expansion] = []

    def widen(need: Need) -> Need:
        clauses = list(need.any_of)
        for clause in need.typed:
            for name in _others(clause, merged.get(clause.field, ()) if clause.field else ()):
                if name not in without:
                    clauses.append(Clause(ClauseKind.PHRASE, name, clause.field, expanded=True))
                    added.append(Expansion(clause.text, name, ClauseKind.PHRASE))
        return replace(need, any_of=tuple(dict.fromkeys(clauses)))

    needs = tuple(map(widen, query.needs))
    return replace(query, needs=needs, expanded=tuple(dict.fromkeys((*query.expanded, *added)))) if added else query


def _others(clause: Clause, merged: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the names that were merged with one that holds the words of a clause."""
    words = re.compile(rf"(?<!\w){re.escape(clause.text)}(?!\w)", re.IGNORECASE)
    for names in merged:
        if any(map(words.search, names)):
            yield from (name for name in names if not words.search(name))

"""What else a query may mean: the glossary's terms in both languages, and other spellings of a Korean name.

Each becomes a further clause of the needs that say it, of lower weight; where several words make one term, each of
their needs is met by it. Nothing in quotes is touched, and nothing is added that the archive does not hold.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kinu_reader.index import analysis, korean, names
from kinu_reader.index.english import stem
from kinu_reader.model import Clause, ClauseKind, Expansion, Need, Query
from kinu_reader.paths import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kinu_reader.index.analysis import Word

WEIGHT = 0.375  # exact in binary, as all weights: see `patterns`
LONGEST = 8  # words of a query that are looked up as one term
MOST_ADDED = 12  # clauses for one term
_HEADING = 5  # words in capitals that are no row of acronyms
_NAME = 3  # syllables of nearly all Korean names; the last is not taken for an ending
_ACRONYM = re.compile(r"[A-Z]{2,8}s?")
_Key = tuple[str, ...]


@dataclass(frozen=True)
class Glossary:
    """Terms that mean the same, found by what each of them says."""

    terms: Mapping[_Key, tuple[str, ...]]


def load_glossary(path: Path | None = None, user_path: Path | None = None) -> Glossary:
    """Return the terms of a glossary (the program's own if none is named) and of the person's, if there is one.

    A line holds the Korean term, the English one and others divided by semicolons, between tabs. The person's lines
    come first; one that begins with a minus takes away what the program's own says of its term.
    """
    own = _lines(path or resource("glossary.tsv"))
    theirs = _lines(user_path) if user_path is not None and user_path.is_file() else []
    gone = {_key(term) for line in theirs if line.startswith("-") for term in _terms(line[1:])[:1]}
    groups = [_terms(line) for line in theirs if not line.startswith("-")]
    groups += [terms for terms in map(_terms, own[1:]) if terms and _key(terms[0]) not in gone]
    return with_groups(Glossary({}), groups)


def with_groups(glossary: Glossary, groups: Iterable[Sequence[str]]) -> Glossary:
    """Return a glossary in which the terms of each group mean the same too."""
    found: defaultdict[_Key, dict[str, None]] = defaultdict(dict)
    found.update({key: dict.fromkeys(terms) for key, terms in glossary.terms.items()})
    for terms in groups:
        for term in terms:
            found[_key(term)].update(dict.fromkeys(terms))
    return Glossary({key: tuple(terms) for key, terms in found.items() if key})


def _lines(path: Path) -> list[str]:
    text = path.read_text("utf-8-sig", errors="replace")
    return [line for line in unicodedata.normalize("NFC", text).splitlines() if line.strip() and line[0] != "#"]


def _terms(line: str) -> list[str]:
    return [term.strip() for column in line.split("\t") for term in column.split(";") if term.strip()]


def _key(term: str) -> _Key:
    """Return what a term says, whatever its blanks, hyphens and plurals; an acronym only says itself."""
    if _ACRONYM.fullmatch(term):
        return (term,)
    return _said(analysis.read(term))


def _said(words: Sequence[Word]) -> _Key:
    said: list[str] = []
    for word in words:
        if word.kind == "hangul" and said and "가" <= said[-1][-1] <= "힣":
            said[-1] += word.south or word.text
        else:
            said.append((word.south or word.text) if word.kind == "hangul" else stem(word.text))
    return tuple(said)


# ---- adding to a query


@dataclass(frozen=True)
class _Addition:
    """A clause for some needs in a row."""

    first: int
    end: int
    clause: Clause
    expansion: Expansion


def expand(
    query: Query,
    glossary: Glossary,
    *,
    holds: Callable[[Clause], bool] = lambda clause: True,
    without: Collection[str] = (),
) -> Query:
    """Return a query that also looks for what its words may mean.

    `holds` tells what the archive holds at all (`Index.holds`); `without` are terms that the person took away.
    """
    added = list(_additions(query, glossary, lambda one: one.expansion.term not in without and holds(one.clause)))
    if not added:
        return query
    needs = [
        replace(need, any_of=(*need.any_of, *dict.fromkeys(one.clause for one in added if one.first <= at < one.end)))
        for at, need in enumerate(query.needs)
    ]
    return replace(query, needs=tuple(needs), expanded=tuple(dict.fromkeys(one.expansion for one in added)))


def _additions(query: Query, glossary: Glossary, wanted: Callable[[_Addition], bool]) -> Iterator[_Addition]:
    """Yield what is added; a word belongs to the longest term that it is a part of, from left to right."""
    words: list[Sequence[Word]] = [_words(need) for need in query.needs]
    if len(words) >= _HEADING and query.text.isupper():  # NAM is an acronym, but not in VIET NAM
        words = [[word._replace(capitals=False) for word in said] for said in words]
    needs, first = query.needs, 0
    while first < len(needs):
        end = first + 1
        for last in range(min(len(needs), first + LONGEST), first, -1):
            found = [one for one in _for_words(needs, words, first, last, glossary) if wanted(one)]
            if found:
                yield from found[:MOST_ADDED]
                end = last
                break
        first = end


def _words(need: Need) -> Sequence[Word]:
    """Return the words of a need that may be a part of a term; none if it is more than a plain word."""
    plain = len(need.any_of) == 1 and not need.banned and need.any_of[0].kind is ClauseKind.WORD
    return analysis.typed(need.any_of[0].text) if plain else ()


def _for_words(
    needs: Sequence[Need], words: list[Sequence[Word]], first: int, end: int, glossary: Glossary
) -> list[_Addition]:
    """Return what some needs in a row say together as one term or one name."""
    if not all(words[first:end]):
        return []
    clauses = [need.any_of[0] for need in needs[first:end]]
    field = clauses[0].field
    if any(clause.field is not field for clause in clauses):
        return []
    said = list(itertools.chain.from_iterable(words[first:end]))
    wanted = [(term, *_kind(term)) for term in _synonyms(said, glossary)]
    wanted += [(term, kind, term) for term, kind in _names(said)]
    typed = " ".join(clause.text for clause in clauses)
    return [
        _Addition(first, end, Clause(kind, text, field, weight=WEIGHT, expanded=True), Expansion(typed, term, kind))
        for term, kind, text in wanted
    ]


def _kind(term: str) -> tuple[ClauseKind, str]:
    """Return how a term is looked for: an acronym only where it is written as one."""
    return (ClauseKind.ACRONYM, term.removesuffix("s")) if _ACRONYM.fullmatch(term) else (ClauseKind.WORD, term)


def _synonyms(words: list[Word], glossary: Glossary) -> list[str]:
    """Return the terms that mean what was typed, each once and without itself."""
    if len(words) == 1 and words[0].kind == "latin" and words[0].capitals:
        keys = [(words[0].text.upper(),), _said(words)]
    else:
        keys = [_said(words)]
        rest = korean.stem(keys[0][-1]) if keys[0] and words[-1].kind == "hangul" else None
        if rest and len(rest) > 1:
            keys.append((*keys[0][:-1], rest))
    for key in keys:
        if key in glossary.terms:
            others = {_key(term): term for term in reversed(glossary.terms[key])}
            return [term for other, term in reversed(others.items()) if other not in keys]
    return []


def _names(words: list[Word]) -> Iterator[tuple[str, ClauseKind]]:
    """Yield the other spellings of a Korean name."""
    if len(words) == 1 and words[0].kind == "hangul":
        written = words[0].text
        text = written if len(written) == _NAME or names.from_hangul(written) else korean.stem(written) or ""
        if names.from_hangul(text):
            yield text, ClauseKind.NAME
    elif 2 <= len(words) <= 4 and all(word.kind == "latin" for word in words):
        texts = [word.text for word in words]
        found = names.readings(texts)
        if found:
            yield " ".join(texts), ClauseKind.NAME
            yield from ((hangul, ClauseKind.WORD) for hangul in found[1])


@lru_cache(maxsize=5_000)
def in_hangul(name: str) -> tuple[str, ...]:
    """Return what a name in Latin letters may be in Hangul, the likeliest first; nothing if it is no Korean name."""
    words = [word.text for word in analysis.read(name) if word.kind == "latin"]
    found = names.readings(words) if 2 <= len(words) <= 4 else None
    return found[1] if found else ()

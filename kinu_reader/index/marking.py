"""Highlights: where a text holds what a query looks for, by the patterns that find it in the index.

Only the stretches of a text that look like a pattern of the query are analysed (see `looks`), and each of them once:
the same few words answer in one passage after the other.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from kinu_reader.index import analysis
from kinu_reader.index.analysis import FORMS, SOFT, TEXT
from kinu_reader.index.folding import fold
from kinu_reader.index.looks import SYLLABLE, look
from kinu_reader.index.patterns import Atom, Near, Pattern, patterns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kinu_reader.index.looks import Look
    from kinu_reader.model import Query, Range

Key = tuple[str, str]  # a field and a term
Place = tuple[int, int]  # the first position, and how many
_CLUSTER = re.compile("[ᄀ-ᅟꥠ-ꥼ]+[ᅠ-ᆧힰ-ퟆ]*[ᆨ-ᇿퟋ-ퟻ]*|.[\u0300-\u036f\u3099\u309a]*", re.DOTALL)
_CHUNK = re.compile("[^ ]+")
_OTHER_BLANK = re.compile(r"[^\S ]")
_BETWEEN = f" {analysis.DOTS}"  # what may stand between two eojeols that follow softly
_LONGEST_KNOWN = 64  # characters of a stretch that is kept


def highlights(query: Query, text: str, *, exact: bool = False) -> tuple[Range, ...]:
    """Return the ranges of `text` to mark, sorted and disjoint; a phrase is one range with the blanks in it."""
    return marker(query, exact).marks(text)


def _composed(text: str) -> tuple[str, list[int]]:
    """Return the text as NFC and, if it was not, where each of its characters begins in the text given."""
    if unicodedata.is_normalized("NFC", text):
        return text, []
    pieces = [match.group() for match in _CLUSTER.finditer(text)]
    composed = [unicodedata.normalize("NFC", piece) for piece in pieces]
    starts = [0, *accumulate(map(len, pieces))]
    bounds: list[int] = []
    for piece, start, end in zip(composed, starts, starts[1:], strict=False):
        bounds += [min(start + at, end) for at in range(len(piece))]
    return "".join(composed), [*bounds, len(text)]


# ---- what a query wants


@lru_cache(maxsize=64)
def marker(query: Query, exact: bool) -> Marker:
    """Return what marks texts for a query; `exact` takes words as typed."""
    clauses = dict.fromkeys(clause for need in query.needs if not need.banned for clause in need.any_of)
    wanted = dict.fromkeys(pattern for clause in clauses for pattern in patterns(clause, exact=exact))
    return Marker(tuple(pattern for pattern in wanted if isinstance(pattern, Near) or not pattern.covered))


class Marker:
    """The patterns of a query, and what was found of them in stretches of text."""

    def __init__(self, wanted: tuple[Pattern | Near, ...]) -> None:
        atoms = dict.fromkeys(atom for pattern in wanted for atom in _atoms(pattern))
        self.patterns = tuple((pattern, _openings(pattern)) for pattern in wanted)
        self.terms = frozenset((atom.field, atom.term) for atom in atoms if not atom.prefix)
        self.prefixes = tuple((atom.field, atom.term) for atom in atoms if atom.prefix)
        self._looks = _looks(pattern for pattern in wanted if isinstance(pattern, Pattern))
        self._near = tuple(tuple(map(_looks, pattern.words)) for pattern in wanted if isinstance(pattern, Near))
        self._known = lru_cache(maxsize=4096)(self._found)

    def marks(self, text: str) -> tuple[Range, ...]:
        """Return the ranges of a text to mark, sorted and disjoint."""
        composed, bounds = _composed(text)
        flat = composed if composed.isprintable() else _OTHER_BLANK.sub(" ", composed)
        found: list[Range] = []
        for start, end in self._stretches(flat, fold(flat)):
            known = self._known if end - start <= _LONGEST_KNOWN else self._found
            found += [(start + a, start + b) for a, b in known(flat[start:end], _goes_on(flat, start))]
        ranges = _merged(sorted(found))
        return tuple((bounds[start], bounds[end]) for start, end in ranges) if bounds else tuple(ranges)

    def _stretches(self, flat: str, folded: str) -> set[Range]:
        """Return the stretches of whole chunks in which a pattern may be met, from its first to its last word."""
        found = {stretch for wanted in self._looks for stretch in _seen(wanted, flat, folded)}
        for words in self._near:
            each = [[stretch for wanted in word for stretch in _seen(wanted, flat, folded)] for word in words]
            if all(each):
                together = [stretch for stretches in each for stretch in stretches]
                found.add((min(start for start, _ in together), max(end for _, end in together)))
        return found

    def _found(self, text: str, follows: bool) -> tuple[Range, ...]:
        stretch = _Stretch(self, follows=follows)
        for match in _CHUNK.finditer(text):
            stretch.add(match.group(), match.start())
        return tuple(dict.fromkeys(stretch.ranges()))


def _atoms(pattern: Pattern | Near) -> Iterator[Atom]:
    if isinstance(pattern, Near):
        for word in pattern.words:
            for part in word:
                yield from _atoms(part)
    else:
        for step in pattern.steps:
            yield from step


def _openings(pattern: Pattern | Near) -> frozenset[Key]:
    """Return the terms of the first step; none where they cannot tell that a pattern is not met."""
    if isinstance(pattern, Near) or any(atom.prefix for atom in pattern.steps[0]):
        return frozenset()
    return frozenset((atom.field, atom.term) for atom in pattern.steps[0])


def _looks(wanted: Iterable[Pattern]) -> tuple[Look | None, ...]:
    """Return what some patterns look like, without what looks like another of them as well."""
    found = dict.fromkeys(map(look, wanted))
    all_seen = {one.loose for one in found if one is not None and one.loose == one.found.pattern}
    return tuple(one for one in found if one is None or one.loose == one.found.pattern or one.loose not in all_seen)


def _seen(wanted: Look | None, flat: str, folded: str) -> list[Range]:
    """Return the stretches of whole chunks where a look is found."""
    if wanted is None:
        return [(0, len(flat))]
    if wanted.opens and not any(letter in folded for letter in wanted.opens):
        return []
    found: list[Range] = []
    text, search, reach = flat if wanted.raw else folded, wanted.found.search, wanted.reach
    match = search(text)
    while match is not None:
        start, end = match.span()
        if reach is not None and (reached := reach.match(text, start)):
            end = max(end, reached.end())
        after = text.find(" ", end)
        found.append((text.rfind(" ", 0, start) + 1, after if after >= 0 else len(text)))
        match = search(text, start + 1)
    return found


def _goes_on(flat: str, start: int) -> bool:
    """Tell whether an eojeol stands last before a chunk."""
    if start > 1 and "가" <= flat[start - 2] <= "힣":  # and one blank, as a rule
        return True
    before = flat[max(0, start - _LONGEST_KNOWN) : start].rstrip(_BETWEEN)
    return bool(SYLLABLE.match(before[-1:]))


# ---- what a stretch of text holds of it


@lru_cache(maxsize=20_000)
def _known_terms(chunk: str, soft: bool) -> tuple[tuple[Key, int, int], ...]:
    return _terms(chunk, soft)


def _terms(chunk: str, soft: bool) -> tuple[tuple[Key, int, int], ...]:
    """Return the terms of a chunk with their fields, positions and widths."""
    words = analysis.chunk(chunk).words
    if soft:
        words = (words[0]._replace(glue=SOFT), *words[1:])
    said = [((TEXT, term), position, width) for term, position, width in analysis.text_terms(words)]
    return (*said, *(((FORMS, term), position, width) for term, position, width in analysis.form_terms(words)))


class _Stretch:
    """Some chunks in a row: where the wanted terms stand in them."""

    def __init__(self, wanted: Marker, *, follows: bool) -> None:
        self._chunks: list[tuple[int, int, str]] = []  # first position, first character, text
        self._firsts: list[int] = []
        self._wanted = wanted
        self._terms: dict[Key, dict[int, int]] = {}  # positions, and how many each covers
        self._length = 0
        self._open = follows  # an eojeol stands last

    def add(self, text: str, start: int) -> None:
        """Add the next chunk."""
        chunk = analysis.chunk(text)
        if chunk.dots:
            return
        terms = (_known_terms if len(text) <= _LONGEST_KNOWN else _terms)(text, self._open and chunk.opens)
        for key, position, width in terms:
            if key in self._wanted.terms or (self._wanted.prefixes and self._begins(key)):
                self._terms.setdefault(key, {})[position + self._length] = width
        if chunk.width:
            self._chunks.append((self._length, start, text))
            self._firsts.append(self._length)
        self._length += chunk.width
        self._open = chunk.closes

    def _begins(self, key: Key) -> bool:
        return any(key[0] == field and key[1].startswith(prefix) for field, prefix in self._wanted.prefixes)

    def ranges(self) -> Iterator[Range]:
        """Yield where the patterns stand; of words near to each other each of them."""
        if not self._terms:
            return
        found: set[Place] = set()  # several patterns of a word stand at one place
        for pattern, openings in self._wanted.patterns:
            if openings and openings.isdisjoint(self._terms):
                continue
            found.update(self._close(pattern) if isinstance(pattern, Near) else self._places(pattern))
        for start, width in found:
            first = self._span(start)
            yield first[0], first[1] if width == 1 else self._span(start + width - 1)[1]

    def _span(self, position: int) -> Range:
        """Return the characters of a position."""
        first, base, text = self._chunks[bisect_right(self._firsts, position) - 1]
        start, end = analysis.spans(analysis.chunk(text).words)[position - first]
        return base + start, base + end

    def _close(self, near: Near) -> Iterator[Place]:
        """Yield the words that stand with all the others."""
        words = [sorted({place for pattern in word for place in self._places(pattern)}) for word in near.words]
        if not all(words):
            return
        starts = [[start for start, _ in places] for places in words]
        for first in sorted(start for each in starts for start in each):
            window = [(bisect_left(each, first), bisect_right(each, first + near.reach)) for each in starts]
            if all(begin < end for begin, end in window):
                for places, (begin, end) in zip(words, window, strict=True):
                    yield from places[begin:end]

    def _places(self, pattern: Pattern) -> Iterator[Place]:
        steps: list[list[tuple[int, dict[int, int]]]] = []
        for step in pattern.steps:
            known = [(atom.offset, positions) for atom in step if (positions := self._positions(atom))]
            if not known:
                return
            steps.append(known)
        first, others = steps[0], steps[1:]
        for offset, positions in first:
            for position, width in positions.items():
                start = position - offset
                if start >= 0 and all(any(start + at in known for at, known in step) for step in others):
                    # a compound covers several words
                    yield start, pattern.width if others else max(width, pattern.width)

    def _positions(self, atom: Atom) -> dict[int, int]:
        if not atom.prefix:
            return self._terms.get((atom.field, atom.term), {})
        found: dict[int, int] = {}
        for (field, term), positions in self._terms.items():
            if field == atom.field and term.startswith(atom.term):
                found.update(positions)
        return found


def _merged(ranges: list[Range]) -> list[Range]:
    """Return sorted ranges with those that overlap made one."""
    merged: list[Range] = []
    for start, end in ranges:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged

"""Highlights: where a text holds what a query looks for, by the patterns that find it in the index.

Only the chunks of a text that may hold a term of the query are analysed, with the one before each: a guess from their
letters that may be wrong in one way only.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from kinu_reader.index import analysis, northern
from kinu_reader.index.analysis import CAPITALS, FORMS, HARD, NAME, SOFT, TEXT
from kinu_reader.index.folding import fold
from kinu_reader.index.patterns import Atom, Near, Pattern, patterns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinu_reader.model import Query, Range

Key = tuple[str, str]  # a field and a term
Place = tuple[int, int]  # the first position, and how many
_CLUSTER = re.compile("[ᄀ-ᅟꥠ-ꥼ]+[ᅠ-ᆧힰ-ퟆ]*[ᆨ-ᇿퟋ-ퟻ]*|.[\u0300-\u036f\u3099\u309a]*", re.DOTALL)
_CHUNK = re.compile("[^ ]+")
_OTHER_BLANK = re.compile(r"[^\S ]")
_LONGEST_KNOWN = 64


def highlights(query: Query, text: str, *, exact: bool = False) -> tuple[Range, ...]:
    """Return the ranges of `text` to mark, sorted and disjoint; a phrase is one range with the blanks in it."""
    composed, bounds = _composed(text)
    wanted = _wanted(query, exact)
    found = [place for stretch in _stretches(composed, wanted) for place in stretch.ranges()]
    ranges = _merged(sorted(found))
    return tuple((bounds[start], bounds[end]) for start, end in ranges) if bounds else tuple(ranges)


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


class _Wanted(NamedTuple):
    """The patterns of a query, their terms, and what a chunk is like that may hold one."""

    patterns: tuple[tuple[Pattern | Near, frozenset[Key]], ...]  # each with the terms of its first step, if it has one
    terms: frozenset[Key]
    prefixes: tuple[Key, ...]
    likely: re.Pattern[str] | None  # None: any chunk may


@lru_cache(maxsize=64)
def _wanted(query: Query, exact: bool) -> _Wanted:
    clauses = dict.fromkeys(clause for need in query.needs if not need.banned for clause in need.any_of)
    found = dict.fromkeys(pattern for clause in clauses for pattern in patterns(clause, exact=exact))
    near = any(isinstance(pattern, Near) for pattern in found)
    atoms = dict.fromkeys(atom for pattern in found for atom in _atoms(pattern))
    looks = "|".join(sorted({_look(atom) for atom in atoms}))
    return _Wanted(
        tuple((pattern, _openings(pattern)) for pattern in found),
        frozenset((atom.field, atom.term) for atom in atoms if not atom.prefix),
        tuple((atom.field, atom.term) for atom in atoms if atom.prefix),
        None if near or not looks else re.compile(looks),
    )


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


def _look(atom: Atom) -> str:
    """Return a regular expression that is found in each folded chunk that gives a term: two letters will do."""
    if atom.term[0] == NAME:
        return "[a-z]"
    term = atom.term.lstrip(SOFT + HARD + CAPITALS)
    if "가" <= term[0] <= "힣":
        begins = "(?<![가-힣])" if atom.field == FORMS else ""  # where an eojeol or a part of one does
        return begins + f"[{analysis.DOTS}]?".join(f"[{northern.spellings(syllable)}]" for syllable in term[:2])
    second = "[iy]" if term[1:2] == "i" else re.escape(term[1:2])  # the stem of "dying" is "die"
    return rf"(?<![a-z]){re.escape(term[0])}" + (rf"\W?{second}" if second else "")


# ---- what a text holds of it


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


def _stretches(text: str, wanted: _Wanted) -> Iterator[_Stretch]:
    """Yield the stretches of neighbouring chunks that may hold what is wanted, each after the chunk before it."""
    flat = _OTHER_BLANK.sub(" ", text)
    stretch, last = _Stretch(wanted), 0
    for start, end in _likely(fold(flat), wanted.likely):
        if last and not analysis.is_dots(flat[last:start].replace(" ", "")):
            yield stretch
            stretch, last = _Stretch(wanted), 0
        if not last:
            before = flat[max(0, start - _LONGEST_KNOWN) : start].rstrip(f" {analysis.DOTS}").rpartition(" ")[2]
            stretch.follow(before)
        stretch.add(text[start:end], start)
        last = end
    if last:
        yield stretch


def _likely(text: str, likely: re.Pattern[str] | None) -> Iterator[Range]:
    """Yield where chunks stand in which something like a wanted term is found."""
    if likely is None:
        yield from (match.span() for match in _CHUNK.finditer(text))
        return
    found = likely.search(text)
    while found is not None:
        start, end = text.rfind(" ", 0, found.start() + 1) + 1, text.find(" ", found.end())
        yield start, end if end >= 0 else len(text)
        found = likely.search(text, end) if end >= 0 else None


class _Stretch:
    """Some chunks in a row: where the wanted terms stand in them."""

    def __init__(self, wanted: _Wanted) -> None:
        self._chunks: list[tuple[int, int, str]] = []  # first position, first character, text
        self._firsts: list[int] = []
        self._wanted = wanted
        self._terms: dict[Key, dict[int, int]] = {}  # positions, and how many each covers
        self._length = 0
        self._open = False  # an eojeol stands last

    def follow(self, text: str) -> None:
        """Take note of the chunk before the first."""
        self._open = analysis.chunk(text).closes

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

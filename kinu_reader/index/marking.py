"""Highlights: where a text holds what a query looks for, by the patterns that find it in the index."""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate
from typing import TYPE_CHECKING

from kinu_reader.index import analysis
from kinu_reader.index.analysis import FORMS, TEXT, Reading, Term
from kinu_reader.index.patterns import Atom, Pattern, patterns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinu_reader.model import Query, Range

_CLUSTER = re.compile("[ᄀ-ᅟꥠ-ꥼ]+[ᅠ-ᆧힰ-ퟆ]*[ᆨ-ᇿퟋ-ퟻ]*|.[\u0300-\u036f\u3099\u309a]*", re.DOTALL)


def highlights(query: Query, text: str, *, exact: bool = False) -> tuple[Range, ...]:
    """Return the ranges of `text` to mark, sorted and disjoint; a phrase is one range with the blanks in it."""
    composed, bounds = _composed(text)
    marked = _Marked(analysis.read(composed))
    found = [
        place
        for need in query.needs
        if not need.banned
        for clause in need.any_of
        for pattern in patterns(clause, exact=exact)
        for place in marked.places(pattern)
    ]
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


class _Marked:
    """One text as terms, to be asked for patterns."""

    def __init__(self, reading: Reading) -> None:
        self._spans = reading.spans
        self._terms: dict[tuple[str, str], dict[int, int]] = {}  # positions, and how many each covers
        self._add(TEXT, analysis.text_terms(reading))
        self._add(FORMS, analysis.form_terms(reading))

    def _add(self, field: str, terms: list[Term]) -> None:
        for text, position, width in terms:
            self._terms.setdefault((field, text), {})[position] = width

    def places(self, pattern: Pattern) -> Iterator[Range]:
        """Yield where a pattern stands."""
        first, *others = [[(atom.offset, self._positions(atom)) for atom in step] for step in pattern.steps]
        for offset, positions in first:
            for position, width in positions.items():
                start = position - offset
                if start >= 0 and all(any(start + at in known for at, known in step) for step in others):
                    wide = pattern.width if others else max(width, pattern.width)  # a compound covers several words
                    yield self._spans[start][0], self._spans[start + wide - 1][1]

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

"""What a text says alike in Korean and English: numbers, names in Latin letters, terms of the glossary.

A landmark is a sign and where it stands; the same sign in two editions may be the same place. Numbers are signs in
whatever way they are written: 12만, 120,000; April, 4월; eleven, 열한.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinu_reader.index import Glossary

_SCALES = {"만": 10**4, "억": 10**8, "조": 10**12, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_NUMBER = re.compile(
    rf"(?<![\d.])(?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?)(?:\s?(?P<scale>{'|'.join(_SCALES)}))?", re.IGNORECASE
)
_COUNTED = (
    "two 두 | three 세 | four 네 | five 다섯 | six 여섯 | seven 일곱 | eight 여덟 | nine 아홉 | ten 열"
    " | eleven 열한 | twelve 열두"
)
_MONTHS = (
    *("january", "february", "march", "april", "", "june", "july"),  # may is far more often a verb
    *("august", "september", "october", "november", "december"),
)
_ORDINALS = "first 첫째 | second 둘째 | third 셋째 | fourth 넷째"
_WORDS = {
    **{word: f"#{n}" for n, words in enumerate(_COUNTED.split("|"), 2) for word in words.split()},
    **{word: f"#{n}" for n, word in enumerate(_MONTHS, 1)},
    **{word: f"#{n}th" for n, words in enumerate(_ORDINALS.split("|"), 1) for word in words.split()},
}
_WORD = re.compile(r"[A-Za-z]+|(?<![가-힣])[가-힣]{1,2}(?![가-힣])")
_SMALL = re.compile(r"#\d")
_NAMED = re.compile(r"\b[A-Z][A-Za-z&]+")


class Landmark(NamedTuple):
    """A sign, and where in the text it begins."""

    sign: str
    start: int


def telling_signs(text: str) -> frozenset[str]:
    """Return the names in Latin letters of a text, and its numbers of two digits or more: what not any text has."""
    marks = (*_numbers(text), *_names(text))
    return frozenset(mark.sign for mark in marks if not _SMALL.fullmatch(mark.sign))


def landmarks(text: str, glossary: Glossary) -> list[Landmark]:
    """Return the landmarks of a text in its order, terms of the glossary among them."""
    pattern, signs = _terms(tuple(dict.fromkeys(glossary.terms.values())))
    found = [*_numbers(text), *_names(text)]
    found += [
        Landmark(_WORDS[word], match.start()) for match in _WORD.finditer(text) if (word := match[0].lower()) in _WORDS
    ]
    found += [Landmark(signs[match[0].casefold()], match.start()) for match in pattern.finditer(text)]
    return sorted(found, key=lambda landmark: landmark.start)


def _numbers(text: str) -> Iterator[Landmark]:
    for match in _NUMBER.finditer(text):
        scale = _SCALES.get((match["scale"] or "").lower(), 1)
        yield Landmark(f"#{float(match['digits'].replace(',', '')) * scale:.12g}", match.start())


def _names(text: str) -> Iterator[Landmark]:
    return (Landmark(match[0].lower(), match.start()) for match in _NAMED.finditer(text))


@lru_cache(maxsize=4)
def _terms(groups: tuple[tuple[str, ...], ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return what finds the terms, the longest first, and the sign of each: its group."""
    signs: dict[str, str] = {}
    for n, group in enumerate(groups):
        for term in group:
            signs.setdefault(term.casefold(), f"@{n}")
    longest = sorted(signs, key=len, reverse=True)
    # Korean particles follow a term without a space, so only its start is the start of a word.
    parts = [rf"\b{re.escape(term)}" + ("(?![a-z])" if term[-1].isascii() else "") for term in longest]
    return re.compile("|".join(parts) or "(?!)", re.IGNORECASE), signs

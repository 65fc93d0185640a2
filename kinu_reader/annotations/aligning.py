"""Words against text by edit distance: the door to edlib."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import edlib

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinu_reader.model import Range

SYMBOLS = 254  # edlib knows 256; one of ours is all that the words do not hold, another their rarest characters
RARE, OTHER = "\uffff", "\ufffe"
STEP = re.compile(r"(\d+)([=XID])")


def distance(one: str, other: str) -> int:
    """Return how many characters must be changed, added or taken away to make one text of the other."""
    if not one or not other:
        return len(one or other)
    return int(_align(one, other, "NW", "distance", -1)["editDistance"])


def nearest(words: str, text: str, most: int) -> tuple[int, list[Range]]:
    """Return the least distance of the words to any part of the text, and the parts that have it.

    Returns:
        -1 and no parts where none is within `most`.
    """
    if not words or not text:
        return -1, []
    found = _align(words, text, "HW", "locations", most)
    return found["editDistance"], [(start or 0, end + 1) for start, end in found["locations"]]


def within(words: str, text: str, most: int, part: Range) -> list[Range]:
    """Return where a part of the words comes to lie when all of them are laid along the text; nothing beyond `most`."""
    if not words or not text:
        return []
    found = _align(words, text, "HW", "path", most)
    if found["editDistance"] < 0:
        return []
    (at, _), *_ = found["locations"]  # the path is that of the first
    pairs = dict(_pairs(found["cigar"], at or 0))
    first, last = part
    if first == last:
        return [(pairs[first], pairs[first])] if first in pairs else [(found["locations"][0][1] + 1,) * 2]
    return [(pairs[first], max(pairs[first], pairs[last - 1] + 1))]


def _pairs(path: str, at: int) -> Iterator[Range]:
    """Yield each character of the words with where it lies in the text; one that was lost lies before the next."""
    word = 0
    for length, step in STEP.findall(path):
        for _ in range(int(length)):
            if step != "D":  # D: a character of the text that the words do not have
                yield word, at
                word += 1
            if step != "I":  # I: a character of the words that the text does not have
                at += 1


def _align(words: str, text: str, mode: str, task: str, most: int) -> dict[str, Any]:
    """Align by codes in place of characters, for edlib takes an alphabet of 256 and Hangul alone has 11,172."""
    ranked = Counter(words).most_common(SYMBOLS)
    codes = {ord(character): chr(n) for n, (character, _) in enumerate(ranked)}
    table = _Codes(codes, set(map(ord, words)))
    answer: dict[str, Any] = edlib.align(words.translate(table), text.translate(table), mode=mode, task=task, k=most)
    return answer


class _Codes(dict[int, str]):
    """The codes of the characters; those without one of their own share two."""

    def __init__(self, codes: dict[int, str], rare: set[int]) -> None:
        super().__init__(codes)
        self._rare = rare

    def __missing__(self, character: int) -> str:
        return RARE if character in self._rare else OTHER

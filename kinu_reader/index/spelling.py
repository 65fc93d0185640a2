"""Did you mean: words of the archive that are close to one that nothing holds.

Close is one slip of a key, also in Hangul, whose letters are keys too; two in longer Latin words that begin alike; the
whole word typed in the other keyboard layout; and the word in quotes where its syllables stand in compounds only.
"""

from __future__ import annotations

import string
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from kinu_reader.index import analysis, hangul, korean
from kinu_reader.index.analysis import CROSSED, FORMS, TEXT
from kinu_reader.index.matching import holds
from kinu_reader.index.patterns import Atom
from kinu_reader.model import Clause, ClauseKind, Query

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kinu_reader.index.analysis import Word
    from kinu_reader.index.postings import Keys
    from kinu_reader.index.snapshot import Snapshot

MOST = 3  # suggestions
_ALIKE = 3  # letters with which a word begins that is two slips away
_LONG = 6  # letters of a word in which two slips are looked for
_MOST_TERMS = 1500  # that are compared for it
_LATIN_BEGINNINGS, _HANGUL_BEGINNINGS = (3, 5, 7), (2,)  # letters or syllables
_HANGUL_KEYS = string.ascii_lowercase + "QWERTOP"


def suggest(snapshot: Snapshot, query: Query) -> tuple[str, ...]:
    """Return search texts in which words that nothing holds are replaced by close ones, the likeliest first."""
    text = unicodedata.normalize("NFC", query.text)
    best, others = text, list[str]()
    for clause in _plain_clauses(query):
        if clause.text not in text or holds(snapshot, clause):
            continue
        replaced = close_words(snapshot, clause.text, lambda base, keys: len(keys))
        if _stands_apart(snapshot, clause.text):
            replaced = [*replaced[: MOST - 1], f'"{clause.text}"']
        if replaced:
            others += [text.replace(clause.text, other, 1) for other in replaced[1:]]
            best = best.replace(clause.text, replaced[0], 1)
    found = [best, *others] if best != text else others
    return tuple(dict.fromkeys(found))[:MOST]


def _stands_apart(snapshot: Snapshot, text: str) -> bool:
    """Tell whether two syllables that are nowhere a word stand side by side in compounds; quoted, they are found."""
    return len(text) == 2 and len(snapshot.keys(Atom(TEXT, text + CROSSED))) > 0


def _plain_clauses(query: Query) -> Iterator[Clause]:
    for need in query.needs:
        if not need.banned:
            yield from (clause for clause in need.typed if clause.kind is ClauseKind.WORD)


def close_words(snapshot: Snapshot, typed: str, count: Callable[[int, Keys], int]) -> list[str]:
    """Return what stands instead of a word, the likeliest first.

    `count` tells how many places of a segment matter, by the number of its first document and the keys of the places.
    """

    def often(field: str, term: str) -> int:
        return sum(count(segment.base, segment.keys(Atom(field, term))) for segment in snapshot.segments)

    @cache
    def begins(field: str, start: str) -> bool:
        return any(segment.begins(field, start) for segment in snapshot.segments)

    found: dict[str, tuple[int, int]] = {}  # how far, and how seldom
    for word, far in (*_layouts(typed), *_slips(snapshot, typed)):
        if word not in found:
            found[word] = (far, -_times(word, often, begins))
    words = [word for word, (_, seldom) in found.items() if seldom < 0 and word != typed and len(word) > 1]
    return sorted(words, key=lambda word: (found[word], word))[:MOST]


def _times(text: str, often: Callable[[str, str], int], begins: Callable[[str, str], bool]) -> int:
    """Return how often a word is held, as it is or less its ending.

    Most slips begin as no word of the archive does, and many of them alike: that is asked first.
    """
    field, sizes = (TEXT, _LATIN_BEGINNINGS) if text.isascii() else (FORMS, _HANGUL_BEGINNINGS)
    if not all(begins(field, text[:size]) for size in sizes):
        return 0
    words = analysis.read(text)
    if len(words) != 1:
        return 0
    if words[0].kind != "hangul":
        return often(TEXT, words[0].text)
    rest = korean.stem(words[0].text)
    return often(FORMS, words[0].text) or (often(FORMS, rest) if rest and len(rest) > 1 else 0)


def _layouts(typed: str) -> Iterator[tuple[str, int]]:
    """Yield what the same keys type in the other layout."""
    if typed.isascii():
        word = hangul.syllables(typed)
        if word:
            yield word, 0
    else:
        keys = hangul.keys(typed)
        if keys.isascii():
            yield keys.lower(), 0


def _slips(snapshot: Snapshot, typed: str) -> Iterator[tuple[str, int]]:
    """Yield words that one or two slips make of what was typed, and how many."""
    words = analysis.read(typed)
    if len(words) != 1:
        return
    if words[0].kind == "hangul":
        yield from ((word, 1) for word in _hangul_slips(words[0]))
    elif words[0].kind == "latin":
        text = words[0].text
        yield from ((word, 1) for word in _one_slip(text, string.ascii_lowercase))
        if len(text) >= _LONG:
            yield from ((word, 2) for word in _two_slips(snapshot, text))


def _one_slip(keys: str, alphabet: Iterable[str]) -> Iterator[str]:
    """Yield what one key too many, too few, wrong or too early makes."""
    for at in range(len(keys) + 1):
        before, after = keys[:at], keys[at:]
        if after:
            yield before + after[1:]
            yield from (before + key + after[1:] for key in alphabet)
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        yield from (before + key + after for key in alphabet)


def _hangul_slips(word: Word) -> Iterator[str]:
    """Yield the same for Hangul, whose ending stays; and one syllable too many or too early."""
    text = word.text
    rest = korean.stem(text) or text
    rest = rest if len(rest) > 1 else text
    ending = text[len(rest) :]
    for keys in _one_slip(hangul.keys(rest), _HANGUL_KEYS):
        slipped = hangul.syllables(keys)
        if slipped:
            yield slipped + ending
    for at in range(len(rest)):
        yield rest[:at] + rest[at + 1 :] + ending
        yield rest[:at] + rest[at + 1 : at + 2] + rest[at] + rest[at + 2 :] + ending


def _two_slips(snapshot: Snapshot, text: str) -> Iterator[str]:
    """Yield words of the archive that begin alike and are at most two slips away."""
    for segment in snapshot.segments:
        for term in segment.terms(TEXT, text[:_ALIKE], _MOST_TERMS):
            if abs(len(term) - len(text)) <= 2 and distance(term, text) <= 2:
                yield term


def distance(one: str, other: str) -> int:
    """Return how many letters are to be put in, taken out, replaced or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b)))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                row[j] = min(row[j], older[j - 2] + 1)
    return row[-1]

"""A text as words with positions: what is written into the index, and what a query looks for.

A position is one syllable of Hangul or hanja, or one run of other letters or of digits; positions follow each other
without regard to blanks and punctuation. Two kinds of terms stand at positions:

* TEXT, what is written: a Latin word or a number, and of Hangul every two neighbouring syllables of one eojeol.
* FORMS, what that may mean: the stem of a Latin word, a hyphenated word written together, an eojeol as a whole and less
  its ending, and the first syllable of an eojeol, marked by how it follows what comes before.

So a word inside a compound is found, a compound is found with a blank in it, and 통일 정책 still does not hold 일정.
"""

from __future__ import annotations

import itertools
import re
import warnings
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple, cast

from kinu_reader.index import korean
from kinu_reader.index.folding import fold
from kinu_reader.index.hanja import HANJA

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinu_reader.model import Range

TEXT, FORMS = "text", "forms"
SOFT, HARD = "+", ">"  # how an eojeol begins: after a blank or middle dot that parts it from another, or after all else
LONGEST_TERM = 64  # characters of a Latin word that are told apart
LONGEST_FORM = 16  # syllables; an eojeol beyond is found by its parts only

_SYLLABLE = f"{korean.HANGUL}{HANJA}"
_DOT = "·ㆍ‧・•∙⋅･ᆞ"  # the middle dots of Korean print; two of them are letters to Unicode
_LETTER = rf"[^\W\d_{_SYLLABLE}{_DOT}]"
_WORD = re.compile(
    rf"(?P<hangul>[{_SYLLABLE}]+)"
    rf"|(?P<initials>{_LETTER}(?:\.{_LETTER})+(?!{_LETTER}))"
    rf"|(?P<latin>{_LETTER}+(?:['’]{_LETTER}+)*)"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?!\d)|\d+)"
)
_DOTS_AND_BLANKS = re.compile(rf"[\s{_DOT}]*")
_HYPHENS = frozenset("-‐‑")
_POSSESSIVE = ("'s", "’s")


class Word(NamedTuple):
    """A number, a Latin word or an eojeol, folded."""

    text: str
    position: int
    kind: str  # "latin", "number" or "hangul"
    glue: str  # SOFT or HARD; before a Latin word "-" where a hyphen ties it to the word before
    parts: tuple[int, ...]  # of an eojeol with middle dots: how many syllables stand before each part but the first


class Reading(NamedTuple):
    """A text as words, and where each position stands in it."""

    words: list[Word]
    spans: list[Range]


Term = tuple[str, int, int]  # a term, its position, and how many positions it covers


@cache
def _stemmer() -> Callable[[str], str]:
    with warnings.catch_warnings():  # Whoosh has invalid escapes; late, because parsing a query needs none of it
        warnings.simplefilter("ignore")
        from whoosh.lang.snowball.english import EnglishStemmer

    return cast("Callable[[str], str]", EnglishStemmer().stem)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the Snowball stem of an English word; other words come back as they are."""
    return _stemmer()(word) if word.isascii() else word


def read(text: str) -> Reading:
    """Return the words of a text, which should be NFC."""
    folded = fold(text)
    words: list[Word] = []
    spans: list[Range] = []
    end, last = 0, ""
    for match in _WORD.finditer(folded):
        start, kind, word = match.start(), cast("str", match.lastgroup), match.group()
        gap = folded[end:start]
        if kind == "hangul":
            _add_eojeol(words, spans, word, start, gap if last == "hangul" else None)
        else:
            word, width, kind = _plain(word, kind)
            glue = "-" if kind == last == "latin" and gap in _HYPHENS else HARD
            words.append(Word(word, len(spans), kind, glue, ()))
            spans.append((start, start + width))
        end, last = match.end(), kind
    return Reading(words, spans)


def _plain(word: str, kind: str) -> tuple[str, int, str]:
    """Return a Latin word or number without the signs in it, the length of what it stands for, and its kind."""
    if kind == "number":
        return word.replace(",", "")[:LONGEST_TERM], len(word), kind
    if word.endswith(_POSSESSIVE) and len(word) > 2:
        word = word[:-2]
    return word.replace(".", "").replace("'", "").replace("’", "")[:LONGEST_TERM], len(word), "latin"


def _add_eojeol(words: list[Word], spans: list[Range], text: str, start: int, gap: str | None) -> None:
    """Add an eojeol, or add it to the one before if a middle dot ties a single syllable to it: 한·미 is 한미."""
    before = words[-1] if words else None
    glue = SOFT if gap is not None and _DOTS_AND_BLANKS.fullmatch(gap) else HARD
    position = len(spans)
    spans.extend([(at, at + 1) for at in range(start, start + len(text))])
    if before is not None and gap and gap in _DOT and len(before.text) < LONGEST_FORM:
        last_part = len(before.text) - (before.parts[-1] if before.parts else 0)
        if last_part == 1 or len(text) == 1:
            words[-1] = before._replace(text=before.text + text, parts=(*before.parts, len(before.text)))
            return
    words.append(Word(text, position, "hangul", glue, ()))


def text_terms(reading: Reading) -> list[Term]:
    """Return what is written."""
    terms: list[Term] = []
    for word, position, kind, _, _ in reading.words:
        if kind == "hangul":
            terms += [(word[at : at + 2], position + at, 2) for at in range(len(word) - 1)]
        else:
            terms.append((word, position, 1))
    return terms


def form_terms(reading: Reading) -> list[Term]:
    """Return what that may mean."""
    terms: list[Term] = []
    compound: list[Word] = []
    for word in reading.words:
        if compound and word.glue != "-":
            terms += _joined(compound)
            compound = []
        if word.kind == "hangul":
            terms += _eojeol_terms(word)
        elif word.kind == "latin":
            terms.append((stem(word.text), word.position, 1))
            compound.append(word)
    return terms + _joined(compound)


def _joined(compound: list[Word]) -> list[Term]:
    """Return a hyphenated word as it is written together."""
    if len(compound) < 2:
        return []
    joined = "".join(word.text for word in compound)[:LONGEST_TERM]
    return [(stem(joined), compound[0].position, len(compound))]


def _eojeol_terms(word: Word) -> list[Term]:
    text, position = word.text, word.position
    terms = [(word.glue + text[0], position, 1)]
    bounds = (0, *word.parts, len(text))
    pieces = [(text, 0)]
    if word.parts:
        terms += [(SOFT + text[part], position + part, 1) for part in word.parts]
        pieces += [(text[a:b], a) for a, b in itertools.pairwise(bounds)]
    for piece, at in pieces:
        if len(piece) <= LONGEST_FORM:
            terms.append((piece, position + at, len(piece)))
            rest = korean.stem(piece)
            if rest:
                terms.append((rest, position + at, len(rest)))
    return terms

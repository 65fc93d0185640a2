"""A text as words with positions: what is written into the index, and what a query looks for.

A position is one syllable of Hangul or hanja, or one run of other letters or of digits; positions follow each other
without regard to blanks and punctuation. Two kinds of terms stand at positions:

* TEXT, what is written: a Latin word or a number, and of Hangul every two neighbouring syllables of one eojeol, marked
  where a border between the words of a compound goes through them.
* FORMS, what that may mean: the stem of a Latin word, a hyphenated word written together, an eojeol as a whole and less
  its ending, and the first syllable of an eojeol, marked by how it follows what comes before. A word in capitals and a
  word that may be part of a Korean name have a form of their own; northern spellings have the southern forms beside.

So a word inside a compound is found, a compound is found with a blank in it, and 통일 정책 still does not hold 일정.

A text is read chunk by chunk, from blank to blank: what a chunk says depends on its neighbours in one thing only, so
that each of the chunks, which come again and again, is analysed once.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, cast

from kinu_reader.index import korean, names
from kinu_reader.index.compounds import crossed
from kinu_reader.index.english import stem
from kinu_reader.index.folding import fold
from kinu_reader.index.hanja import HANJA
from kinu_reader.index.northern import southern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.model import Range

TEXT, FORMS = "text", "forms"
SOFT, HARD = "+", ">"  # how an eojeol begins: after a blank or middle dot that parts it from another, or after all else
CAPITALS, NAME = "^", "@"  # before a word that is written in capitals, and before the key of a name
CROSSED = "|"  # after two syllables of which each belongs to another word of a compound
LONGEST_TERM = 64  # characters of a Latin word that are told apart
LONGEST_FORM = 16  # syllables; an eojeol beyond is found by its parts only
LONGEST_ACRONYM = 8

_SYLLABLE = f"{korean.HANGUL}{HANJA}"
DOTS = "·ㆍ‧・•∙⋅･ᆞ"  # the middle dots of Korean print; two of them are letters to Unicode
_LETTER = rf"[^\W\d_{_SYLLABLE}{DOTS}]"
_WORD = re.compile(
    rf"(?P<hangul>[{_SYLLABLE}]+)"
    rf"|(?P<initials>{_LETTER}(?:\.{_LETTER})+(?!{_LETTER}))"
    rf"|(?P<latin>{_LETTER}+(?:['’]{_LETTER}+)*)"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?!\d)|\d+)"
)
_CHUNK = re.compile(r"\S+")
_SIMPLE = re.compile(r"(?:([가-힣]+)|([a-z]+))([.,]?)")  # most chunks, and the quicker read
_EOJEOL = re.compile("[가-힣]+")
_LONGEST_KNOWN = 64  # characters of a chunk that is kept
_HYPHENS = frozenset("-‐‑")
_POSSESSIVE = ("'s", "’s")


class Word(NamedTuple):
    """A number, a Latin word or an eojeol, folded; its place is counted from the start of its chunk or text."""

    text: str
    kind: str  # "latin", "number" or "hangul"
    position: int
    start: int  # in characters, as `end`
    end: int
    glue: str = HARD  # or SOFT; before a Latin word "-" where a hyphen ties it to the word before
    parts: tuple[int, ...] = ()  # of an eojeol with middle dots: how many syllables stand before each but the first
    south: str = ""  # the southern spelling, if this may be a northern one
    capitals: bool = False  # of a Latin word: an acronym
    upper: bool = False  # of a Latin word: begins with a capital, or a hyphen ties it to one that does

    @property
    def width(self) -> int:
        """How many positions it takes."""
        return len(self.text) if self.kind == "hangul" else 1


class Chunk(NamedTuple):
    """What stands between two blanks."""

    words: tuple[Word, ...]
    width: int  # positions
    opens: bool  # with an eojeol, but for middle dots
    closes: bool  # with one
    dots: bool  # is nothing but middle dots


Term = tuple[str, int, int]  # a term, its position, and how many positions it covers


def chunk(text: str) -> Chunk:
    """Return what a text without blanks says."""
    return _known_chunk(text) if len(text) <= _LONGEST_KNOWN else read_chunk(text)


def read_chunk(text: str) -> Chunk:
    """Return the same, for one who keeps what he was told."""
    simple = _SIMPLE.fullmatch(text)
    if simple is not None:
        eojeol, word, stop = simple.groups()
        if word:
            return Chunk((Word(word[:LONGEST_TERM], "latin", 0, 0, len(word)),), 1, False, False, False)
        only = Word(eojeol, "hangul", 0, 0, len(eojeol), HARD, (), _south(eojeol))
        return Chunk((only,), len(eojeol), True, not stop, False)
    folded = fold(text)
    words: list[Word] = []
    end, width = 0, 0
    for match in _WORD.finditer(folded):
        kind, gap = cast("str", match.lastgroup), folded[end : match.start()]
        before = words[-1] if words else None
        if kind == "hangul":
            _add_eojeol(words, match, width, gap)
        else:
            words.append(_plain(match, width, text, before if gap in _HYPHENS else None))
        width = words[-1].position + words[-1].width
        end = match.end()
    if not words:
        return Chunk((), 0, False, False, is_dots(text))
    opens = words[0].kind == "hangul" and is_dots(text[: words[0].start])
    closes = words[-1].kind == "hangul" and is_dots(text[words[-1].end :])
    return Chunk(tuple(words), width, opens, closes, False)


_known_chunk = lru_cache(maxsize=20_000)(read_chunk)


def is_dots(text: str) -> bool:
    """Tell whether a text is empty but for middle dots."""
    return not text.strip(DOTS)


def _plain(match: re.Match[str], position: int, text: str, tied: Word | None) -> Word:
    """Return a Latin word or number without the signs in it; `tied`: what a hyphen ties it to."""
    word, (start, end) = match.group(), match.span()
    if match.lastgroup == "number":
        return Word(word.replace(",", "")[:LONGEST_TERM], "number", position, start, end)
    if word.endswith(_POSSESSIVE) and len(word) > 2:
        word, end = word[:-2], end - 2
    written = text[start:end]
    if not word.isalpha():
        word = word.replace(".", "").replace("'", "").replace("’", "")
    ties = tied is not None and tied.kind == "latin"
    capitals = 1 < len(word) <= LONGEST_ACRONYM and written.isupper() and written.isascii()
    upper = written[:1].isupper() or (ties and tied is not None and tied.upper)
    return Word(word[:LONGEST_TERM], "latin", position, start, end, "-" if ties else HARD, (), "", capitals, upper)


def _add_eojeol(words: list[Word], match: re.Match[str], position: int, gap: str) -> None:
    """Add an eojeol, or add it to the one before if a middle dot ties a single syllable to it: 한·미 is 한미."""
    text, (start, end) = match.group(), match.span()
    before = words[-1] if words else None
    if before is None or before.kind != "hangul":
        counted = before is not None and before.kind == "number" and not gap  # 3류, 5리
        words.append(Word(text, "hangul", position, start, end, HARD, (), "" if counted else _south(text)))
        return
    if gap and gap in DOTS and len(before.text) < LONGEST_FORM:
        last_part = len(before.text) - (before.parts[-1] if before.parts else 0)
        if last_part == 1 or len(text) == 1:
            text, parts = before.text + text, (*before.parts, len(before.text))
            words[-1] = before._replace(text=text, end=end, parts=parts, south=_south(text))
            return
    words.append(Word(text, "hangul", position, start, end, SOFT if is_dots(gap) else HARD, (), _south(text)))


def _south(text: str) -> str:
    return southern(text) if 1 < len(text) <= LONGEST_FORM else ""


def read(text: str) -> list[Word]:
    """Return the words of a text, which should be NFC."""
    words: list[Word] = []
    position, open_end = 0, False
    for match in _CHUNK.finditer(text):
        said = chunk(match.group())
        if said.dots:
            continue
        base = match.start()
        for word in said.words:
            words.append(word._replace(position=word.position + position, start=word.start + base, end=word.end + base))
        if open_end and said.opens:
            first = len(words) - len(said.words)
            words[first] = words[first]._replace(glue=SOFT)
        position += said.width
        open_end = said.closes
    return words


@lru_cache(maxsize=1000)
def typed(text: str) -> tuple[Word, ...]:
    """Return the words of something typed, which is read by one after the other who looks at a query."""
    return tuple(read(text))


def spans(words: Sequence[Word]) -> list[Range]:
    """Return where in the text each position stands."""
    found: list[Range] = []
    for word in words:
        if word.kind == "hangul":
            dots = [sum(part <= at for part in word.parts) for at in range(len(word.text))] if word.parts else None
            starts = range(word.start, word.start + len(word.text))
            found += [(at + dots[n], at + dots[n] + 1) if dots else (at, at + 1) for n, at in enumerate(starts)]
        else:
            found.append((word.start, word.end))
    return found


def text_terms(words: Sequence[Word]) -> list[Term]:
    """Return what is written."""
    terms: list[Term] = []
    number = -1  # where the last one ends
    for word in words:
        if word.kind == "hangul":
            for text in (word.text, word.south) if word.south else (word.text,):
                terms += _grams(text, word, counts=word.start == number)
        else:
            terms.append((word.text, word.position, 1))
            number = word.end if word.kind == "number" else -1
    return terms


def _grams(text: str, word: Word, *, counts: bool) -> list[Term]:
    grams = [(a + b, at, 2) for at, (a, b) in enumerate(itertools.pairwise(text), word.position)]
    for at in crossed(text, counts=counts):
        if at not in word.parts:
            grams[at] = (grams[at][0] + CROSSED, word.position + at, 2)
    return grams


def plain_terms(text: str) -> tuple[list[Term], list[Term]] | None:
    """Return what is written in a chunk and what it may mean, if it is nothing but an eojeol as the south spells it.

    Most chunks that come up for the first time are; the way through words and their kinds would take as long again.
    """
    if not _EOJEOL.fullmatch(text) or _south(text):
        return None
    grams = [(text[at : at + 2], at, 2) for at in range(len(text) - 1)]
    for at in crossed(text):
        grams[at] = (grams[at][0] + CROSSED, at, 2)
    return grams, [(HARD + text[0], 0, 1), *_whole(text, 0)]


def form_terms(words: Sequence[Word]) -> list[Term]:
    """Return what that may mean."""
    if len(words) == 1 and words[0].kind == "hangul":  # as most chunks are
        return _said(words[0])
    terms: list[Term] = []
    compound: list[Word] = []
    for word, after in itertools.zip_longest(words, words[1:]):
        if compound and word.glue != "-":
            terms += _joined(compound)
            compound = []
        if word.kind == "hangul":
            terms += _said(word)
        elif word.kind == "latin":
            terms += _latin_terms(word, goes_on=after is not None and after.glue == "-")
            compound.append(word)
    return terms + _joined(compound)


def _latin_terms(word: Word, *, goes_on: bool) -> list[Term]:
    terms = [stem(word.text)]
    if word.capitals:
        terms.append(CAPITALS + word.text)
    if word.upper:
        terms += [NAME + key + "-" * goes_on for key in names.keys(word.text)]
    return [(term, word.position, 1) for term in terms]


def _joined(compound: list[Word]) -> list[Term]:
    """Return a hyphenated word as it is written together."""
    if len(compound) < 2:
        return []
    joined = "".join(word.text for word in compound)[:LONGEST_TERM]
    return [(stem(joined), compound[0].position, len(compound))]


def _said(word: Word) -> list[Term]:
    terms = _eojeol_terms(word, word.text)
    return terms + _eojeol_terms(word, word.south) if word.south else terms


def _eojeol_terms(word: Word, text: str) -> list[Term]:
    position = word.position
    terms = [(word.glue + text[0], position, 1), *_whole(text, position)]
    for start, end in itertools.pairwise((0, *word.parts, len(text))) if word.parts else ():
        terms += [(SOFT + text[start], position + start, 1)] * (start > 0)
        terms += _whole(text[start:end], position + start)
    return terms


def _whole(text: str, position: int) -> list[Term]:
    """Return an eojeol, or a part of one between middle dots, as a whole and less its ending."""
    if len(text) > LONGEST_FORM:
        return []
    rest = korean.stem(text)
    whole = (text, position, len(text))
    return [whole, (rest, position, len(rest))] if rest else [whole]

"""What a clause looks for, as patterns over terms: the same for the whole index and for marking one text.

Each pattern carries a weight, and the weights of the patterns that meet at one place add up: a word as typed counts
more than its stem, an eojeol as a whole more than the same syllables inside a longer one.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kinu_reader.index import analysis, korean
from kinu_reader.index.analysis import FORMS, HARD, SOFT, TEXT, Word
from kinu_reader.model import Clause, ClauseKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_STEM, _EXACT = 0.5, 0.5  # a Latin word: by its stem, and more if it is the very word
_INSIDE, _WHOLE, _AT_START, _STRIPPED, _STRIPPED_APART = 0.4, 0.6, 0.3, 1.0, 0.7  # an eojeol


class Atom(NamedTuple):
    """A term so many positions after the start of a pattern; with `prefix` any term that begins so."""

    field: str
    term: str
    offset: int = 0
    prefix: bool = False


Step = tuple[Atom, ...]  # any of them will do


@dataclass(frozen=True)
class Pattern:
    """Steps that must all be met, counted from one position."""

    steps: tuple[Step, ...]
    width: int  # positions from the first to the last syllable or word
    weight: float = 1.0


def patterns(clause: Clause, *, exact: bool = False) -> tuple[Pattern, ...]:
    """Return what a clause looks for; nothing if it holds no letter and no digit.

    `exact` takes words as typed: no stems, no endings taken off, no blank inside a word.
    """
    words = analysis.read(clause.text).words
    if not words:
        return ()
    if clause.kind is ClauseKind.PREFIX:
        return (_prefix(words),)
    first, alone = words[0], len(words) == 1
    if alone and first.kind == "hangul" and len(first.text) == 1:
        return (Pattern(((Atom(FORMS, first.text),),), 1),)
    if clause.kind is ClauseKind.PHRASE:
        return (_sequence(words),)
    if alone and first.kind == "hangul":
        return (_grams(first.text),) if exact else tuple(_eojeol(first.text))
    if exact:
        return (_sequence(words),)
    return tuple(_plain_word(first) if alone else _compound(words))


def _width(words: Sequence[Word]) -> int:
    return sum(len(word.text) if word.kind == "hangul" else 1 for word in words)


# ---- Latin words and numbers


def _plain_word(word: Word) -> Iterator[Pattern]:
    if word.kind == "number":
        yield Pattern(((Atom(TEXT, word.text),),), 1)
        return
    yield Pattern(((Atom(TEXT, word.text),),), 1, _EXACT)
    yield Pattern(((Atom(FORMS, analysis.stem(word.text)),),), 1, _STEM)


def _compound(words: Sequence[Word]) -> Iterator[Pattern]:
    """Yield several words typed as one: UN안보리, CO 24-15, non-proliferation."""
    yield _sequence(words, weight=_EXACT)
    yield _sequence(words, stems=True, weight=_STEM)
    last = words[-1]
    rest = korean.stem(last.text) if last.kind == "hangul" else None
    if rest:
        yield _sequence((*words[:-1], last._replace(text=rest)), whole_end=True, weight=_STRIPPED)
    if all(word.kind == "latin" for word in words) and all(word.glue == "-" for word in words[1:]):
        together = "".join(word.text for word in words)[: analysis.LONGEST_TERM]
        yield Pattern(((Atom(TEXT, together),),), 1, _EXACT)
        yield Pattern(((Atom(FORMS, analysis.stem(together)),),), 1, _STEM)


# ---- Hangul


def _starts(syllable: str, offset: int, *, soft: bool = False) -> Step:
    """Return the step that an eojeol begins here; `soft`: and only a blank or dot parts it from the one before."""
    return tuple(Atom(FORMS, glue + syllable, offset) for glue in ((SOFT,) if soft else (SOFT, HARD)))


def _gram_steps(text: str, offset: int = 0) -> tuple[Step, ...]:
    return tuple((Atom(TEXT, a + b, offset + at),) for at, (a, b) in enumerate(pairwise(text)))


def _grams(text: str, weight: float = 1.0) -> Pattern:
    return Pattern(_gram_steps(text), len(text), weight)


def _eojeol(text: str) -> Iterator[Pattern]:
    """Yield one Hangul word of two syllables or more, as typed and less its ending."""
    yield _grams(text, _INSIDE)
    if len(text) <= analysis.LONGEST_FORM:
        yield Pattern(((Atom(FORMS, text),),), len(text), _WHOLE)
    if len(text) > 2:
        steps = [_starts(text[0], 0)]
        for at, (a, b) in enumerate(pairwise(text)):  # a blank may stand at any place, if an eojeol begins at the first
            steps.append((Atom(TEXT, a + b, at), *_starts(b, at + 1, soft=True)))
        yield Pattern(tuple(steps), len(text), _AT_START)
    rest = korean.stem(text)
    if rest and 2 <= len(rest) <= analysis.LONGEST_FORM:
        yield from _stripped(rest)


def _stripped(text: str) -> Iterator[Pattern]:
    """Yield a word whose ending was taken off: it must end its eojeol, or 김정은 would find 김정일."""
    yield Pattern(((Atom(FORMS, text),),), len(text), _STRIPPED)
    for at in range(1, len(text)):
        first, last = text[:at], text[at:]
        steps = (_starts(first[0], 0), *_gram_steps(first), _starts(last[0], at, soft=True), (Atom(FORMS, last, at),))
        yield Pattern(steps, len(text), _STRIPPED_APART)


# ---- one after the other


def _sequence(words: Sequence[Word], *, stems: bool = False, whole_end: bool = False, weight: float = 1.0) -> Pattern:
    """Return words that follow each other; blanks and punctuation between syllables and words do not count."""
    steps: list[Step] = []
    offset = 0
    for number, word in enumerate(words):
        if word.kind != "hangul":
            form = stems and word.kind == "latin"
            steps.append((Atom(FORMS, analysis.stem(word.text), offset) if form else Atom(TEXT, word.text, offset),))
            offset += 1
        elif whole_end and number == len(words) - 1:
            steps.append((Atom(FORMS, word.text, offset),))
        else:
            steps += _syllables(word.text, offset)
            offset += len(word.text)
    return Pattern(tuple(steps), _width(words), weight)


def _syllables(text: str, offset: int) -> Iterator[Step]:
    """Yield for each syllable of an eojeol all that can prove it: a neighbour, or that an eojeol begins with it."""
    for at, syllable in enumerate(text):
        before = (Atom(TEXT, text[at - 1] + syllable, offset + at - 1),) if at else ()
        after = (Atom(TEXT, text[at : at + 2], offset + at),) if at + 1 < len(text) else ()
        yield before + after + _starts(syllable, offset + at)


def _prefix(words: Sequence[Word]) -> Pattern:
    """Return what begins as typed; the words before the last one are whole."""
    last, before = words[-1], words[:-1]
    offset = _width(before)
    steps = _sequence(before).steps
    if last.kind == "hangul":
        steps += (_starts(last.text[0], offset), *_gram_steps(last.text, offset))
    else:
        steps += ((Atom(TEXT, last.text, offset, prefix=True),),)
    return Pattern(steps, _width(words))

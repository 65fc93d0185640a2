"""What a clause looks for, as patterns over terms: the same for the whole index and for marking one text.

Each pattern carries a weight, and the weights of the patterns that meet at one place add up: a word as typed counts
more than its stem, an eojeol as a whole more than the same syllables inside a longer one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kinu_reader.index import analysis, korean, names
from kinu_reader.index.analysis import CAPITALS, CROSSED, FORMS, HARD, NAME, SOFT, TEXT, Word
from kinu_reader.index.english import stem
from kinu_reader.index.romanising import key
from kinu_reader.model import Clause, ClauseKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_STEM, _EXACT = 0.5, 0.5  # a Latin word: by its stem, and more if it is the very word
_EOJEOL = 3  # positions that an eojeol takes as a rule
_INSIDE, _WHOLE, _AT_START, _STRIPPED, _STRIPPED_APART = 0.375, 0.625, 0.3125, 1.0, 0.6875  # an eojeol


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
    covered: bool = False  # wherever it is met, another pattern of its clause is met too


@dataclass(frozen=True)
class Near:
    """Words, each by any of its patterns, that all start within so many positions of the first of them."""

    words: tuple[tuple[Pattern, ...], ...]
    reach: int
    weight: float = 1.0

    @property
    def width(self) -> int:
        """Positions that the words take at most."""
        return self.reach


@lru_cache(maxsize=1000)
def patterns(clause: Clause, *, exact: bool = False) -> tuple[Pattern | Near, ...]:
    """Return what a clause looks for; nothing if it holds no letter and no digit.

    `exact` takes words as typed: no stems, no endings taken off, no blank inside a word.
    """
    words: Sequence[Word] = analysis.typed(clause.text)
    if exact:
        words = [word._replace(south="") for word in words]
    if not words:
        return ()
    if clause.kind is ClauseKind.NAME:
        return tuple(_name(words))
    if clause.kind is ClauseKind.ACRONYM:
        return (Pattern(((Atom(FORMS, CAPITALS + words[0].text),),), 1),)
    if clause.kind is ClauseKind.PREFIX:
        return tuple(_prefix(words))
    if clause.kind is ClauseKind.NEAR and len(words) > 1:
        return (_near(words, clause.within, exact=exact),)
    if clause.kind is ClauseKind.PHRASE and (len(words) > 1 or len(words[0].text) > 1):
        return (_sequence(words),)
    found = _word(words, exact=exact)
    if clause.expanded:  # counts less anyway, whether or not it is the very word
        return tuple(pattern for pattern in found if not pattern.covered)
    return tuple(found)


def _word(words: Sequence[Word], *, exact: bool) -> Iterator[Pattern]:
    first = words[0]
    if len(words) > 1:
        yield from (_sequence(words),) if exact else _compound(words)
    elif first.kind != "hangul":
        yield from (_sequence(words),) if exact else _plain_word(first)
    elif len(first.text) == 1:
        yield Pattern(((Atom(FORMS, first.text),),), 1)
    elif exact:
        yield _grams(first.text)
    else:
        for text in filter(None, (first.text, first.south)):
            yield from _eojeol(text)


def _near(words: Sequence[Word], within: int, *, exact: bool) -> Near:
    """Return words close to each other; where Hangul is among them, a word is taken as three syllables long."""
    hangul = any(word.kind == "hangul" for word in words)
    widths = [word.width for word in words]
    each = tuple(tuple(_word([word], exact=exact)) for word in dict.fromkeys(words))
    return Near(each, within * (_EOJEOL if hangul else 1) + sum(widths) - min(widths))


def _width(words: Sequence[Word]) -> int:
    return sum(word.width for word in words)


# ---- Latin words and numbers


def _plain_word(word: Word) -> Iterator[Pattern]:
    if word.kind == "number":
        yield Pattern(((Atom(TEXT, word.text),),), 1)
        return
    yield Pattern(((Atom(TEXT, word.text),),), 1, _EXACT, covered=True)
    yield Pattern(((Atom(FORMS, stem(word.text)),),), 1, _STEM)


def _compound(words: Sequence[Word]) -> Iterator[Pattern]:
    """Yield several words typed as one: UN안보리, CO 24-15, non-proliferation."""
    yield replace(_sequence(words, weight=_EXACT), covered=True)
    yield _sequence(words, stems=True, weight=_STEM)
    last = words[-1]
    rest = korean.stem(last.text) if last.kind == "hangul" else None
    if rest:
        yield _sequence((*words[:-1], last._replace(text=rest)), whole_end=True, weight=_STRIPPED)
    if all(word.kind == "latin" for word in words) and all(word.glue == "-" for word in words[1:]):
        together = "".join(word.text for word in words)[: analysis.LONGEST_TERM]
        yield Pattern(((Atom(TEXT, together),),), 1, _EXACT)
        yield Pattern(((Atom(FORMS, stem(together)),),), 1, _STEM)


# ---- Hangul


def _starts(syllable: str, offset: int, *, soft: bool = False) -> Step:
    """Return the step that an eojeol begins here; `soft`: and only a blank or dot parts it from the one before."""
    return tuple(Atom(FORMS, glue + syllable, offset) for glue in ((SOFT,) if soft else (SOFT, HARD)))


def _gram(two: str, offset: int) -> Step:
    """Return the step that two syllables stand here, be they of one word or of two."""
    return Atom(TEXT, two, offset), Atom(TEXT, two + CROSSED, offset)


def _gram_steps(text: str, offset: int = 0) -> tuple[Step, ...]:
    return tuple(_gram(a + b, offset + at) for at, (a, b) in enumerate(pairwise(text)))


def _grams(text: str, weight: float = 1.0) -> Pattern:
    """Return the pattern of a word at any place of an eojeol; two syllables alone must not belong to two words."""
    steps = _gram_steps(text) if len(text) > 2 else ((Atom(TEXT, text),),)
    return Pattern(steps, len(text), weight)


def _eojeol(text: str) -> Iterator[Pattern]:
    """Yield one Hangul word of two syllables or more, as typed and less its ending."""
    yield _grams(text, _INSIDE)
    if len(text) <= analysis.LONGEST_FORM:
        yield Pattern(((Atom(FORMS, text),),), len(text), _WHOLE, covered=True)
    if len(text) > 2:
        steps = [_starts(text[0], 0)]
        for at, (a, b) in enumerate(pairwise(text)):  # a blank may stand at any place, if an eojeol begins at the first
            steps.append((*_gram(a + b, at), *_starts(b, at + 1, soft=True)))
        steps.append((*_gram(text[-2:], len(text) - 2), Atom(FORMS, text[-1], len(text) - 1)))  # not 안보 리스크
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
            steps.append((Atom(FORMS, stem(word.text), offset) if form else Atom(TEXT, word.text, offset),))
            offset += 1
        elif whole_end and number == len(words) - 1:
            steps.append((Atom(FORMS, word.text, offset),))
        else:
            steps += _syllables(word, offset)
            offset += len(word.text)
    return Pattern(tuple(steps), _width(words), weight)


def _syllables(word: Word, offset: int) -> Iterator[Step]:
    """Yield for each syllable of an eojeol all that can prove it: a neighbour, or that an eojeol begins with it."""
    spellings = [spelling for spelling in (word.text, word.south) if spelling]
    for at in range(len(word.text)):
        proofs: list[Atom] = []
        for text in spellings:
            before = _gram(text[at - 1 : at + 1], offset + at - 1) if at else ()
            after = _gram(text[at : at + 2], offset + at) if at + 1 < len(text) else ()
            proofs += [*before, *after, *_starts(text[at], offset + at)]
        yield tuple(dict.fromkeys(proofs))


def _prefix(words: Sequence[Word]) -> Iterator[Pattern]:
    """Yield what begins as typed; the words before the last one are whole."""
    last, before = words[-1], words[:-1]
    offset = _width(before)
    steps = _sequence(before).steps
    if last.kind != "hangul":
        yield Pattern((*steps, (Atom(TEXT, last.text, offset, prefix=True),)), _width(words))
        return
    for text in filter(None, (last.text, last.south)):
        yield Pattern((*steps, _starts(text[0], offset), *_gram_steps(text, offset)), _width(words))


def _name(words: Sequence[Word]) -> Iterator[Pattern]:
    """Yield a Korean name in Latin letters, the family name first or last, the given name in one word or apart."""
    name = names.from_hangul(words[0].text) if words[0].kind == "hangul" else _latin_name(words)
    for style in name or ():
        for given in dict.fromkeys((style.apart, (style.whole,))):
            for first in (0, len(given)):  # where the family name stands
                family = tuple(Atom(TEXT, word, first) for word in style.family)
                capital = tuple(Atom(FORMS, NAME + found, first) for found in dict.fromkeys(map(key, style.family)))
                others = (_given(keys, at + (first == 0), last=at == len(given) - 1) for at, keys in enumerate(given))
                yield Pattern((family, capital, *others), len(given) + 1)


def _given(keys: tuple[str, ...], offset: int, *, last: bool) -> Step:
    """Return the step that a syllable of a given name stands here; the last has no further one tied to it."""
    alone = tuple(Atom(FORMS, NAME + one, offset) for one in keys)
    return alone if last else alone + tuple(Atom(FORMS, f"{NAME}{one}-", offset) for one in keys)


def _latin_name(words: Sequence[Word]) -> names.Name | None:
    found = names.readings([word.text for word in words])
    return found[0] if found else None

"""Texts -> postings. The chunks of a text are only numbered as they come; their terms are laid out all at once.

Briefs share most of their words, so what the chunks say is kept from one segment to the next.
"""

from __future__ import annotations

import itertools
from array import array
from collections import defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from kinu_reader.index import analysis
from kinu_reader.index.analysis import FORMS, HARD, SOFT, TEXT
from kinu_reader.index.postings import EMPTY, POSITION_BITS, Keys, Numbers, Run, merged, slices

if TYPE_CHECKING:
    from kinu_reader.index.analysis import Term
    from kinu_reader.index.snapshot import Flags

_DOTS = -1  # the number of a chunk that only parts eojeols
_STOPS = ".,"
_PLACE = itemgetter(1)  # of a term
_HALF = np.uint32(16)  # bits


class _Terms:
    """The terms of one field for each chunk, one after the other."""

    def __init__(self) -> None:
        self.vocabulary: defaultdict[str, int] = defaultdict()
        self.vocabulary.default_factory = self.vocabulary.__len__
        self._numbers, self._offsets, self._ends = array("I"), array("I"), array("I", [0])
        self._spelt = list[bytes]()  # the terms in UTF-8
        self._order = list[int]()  # their numbers, in order
        self._soft = array("I")  # of as many terms as were known the last time

    def add(self, terms: list[Term]) -> None:
        """Add the terms of a chunk, in any order."""
        terms.sort(key=_PLACE)
        vocabulary = self.vocabulary
        self._numbers.extend([vocabulary[term] for term, _, _ in terms])
        self._offsets.extend([place for _, place, _ in terms])
        self._ends.append(len(self._numbers))

    def run(self, which: Numbers, soft: Flags, keys: Keys) -> Run:
        """Return the postings where chunks, each as often as `which` names it, stand at some keys."""
        if not self.vocabulary:
            return EMPTY
        softly = self._softly()
        ends = np.frombuffer(self._ends, np.uint32).astype(np.int64)
        often = np.diff(ends)[which]
        picked = slices(ends[which], often)
        numbers, offsets = (
            np.frombuffer(self._numbers, np.uint32)[picked],
            np.frombuffer(self._offsets, np.uint32)[picked],
        )
        opening = np.repeat(soft, often) & (offsets == 0)
        numbers[opening] = softly[numbers[opening]]
        names, ranks = self._ranked(numbers)
        return _sorted(names, ranks, np.repeat(keys, often) + offsets)

    def _ranked(self, numbers: npt.NDArray[np.uint32]) -> tuple[list[bytes], npt.NDArray[np.uint32]]:
        """Return the terms with some numbers, in order, and the place of each number's term among them."""
        met = np.zeros(len(self.vocabulary), bool)
        met[numbers] = True
        order = self._in_order()
        order = order[met[order]]
        rank = np.empty(len(self.vocabulary), np.uint32)
        rank[order] = np.arange(len(order), dtype=np.uint32)
        return [self._spelt[number] for number in order.tolist()], rank[numbers]

    def _in_order(self) -> Numbers:
        """Return the numbers of all terms, in the order of these."""
        known = len(self._spelt)
        if known < len(self.vocabulary):
            self._spelt += [term.encode() for term in itertools.islice(self.vocabulary, known, None)]
            self._order += sorted(range(known, len(self._spelt)), key=self._spelt.__getitem__)
            self._order.sort(key=self._spelt.__getitem__)  # the old and the new, which are only merged
        return np.array(self._order, np.int64)

    def _softly(self) -> Numbers:
        """Return the number that each term has where its chunk follows another eojeol after a blank."""
        known = len(self._soft)
        new = itertools.islice(self.vocabulary.items(), known, None)
        hard = [(number, SOFT + term[1:]) for term, number in new if term[0] == HARD]
        soft = [(number, self.vocabulary[term]) for number, term in hard]
        self._soft.extend(range(known, len(self.vocabulary)))
        for number, other in soft:
            self._soft[number] = other
        return np.array(self._soft, np.int64)


def _sorted(names: list[bytes], terms: npt.NDArray[np.uint32], keys: Keys) -> Run:
    """Return postings in the order of the terms; the keys ascend already."""
    order = np.argsort(terms.astype(np.uint16), kind="stable")  # numpy counts what has 16 bits, four times as quick
    order = order[np.argsort((terms >> _HALF).astype(np.uint16)[order], kind="stable")]
    terms, keys = terms[order], keys[order]
    first = np.ones(len(keys), bool)  # two readings of one eojeol can be the same
    first[1:] = (keys[1:] != keys[:-1]) | (terms[1:] != terms[:-1])
    held = np.bincount(terms[first], minlength=len(names))
    listed = list(itertools.compress(names, held.tolist()))
    return Run(listed, held[held > 0], keys[first])


class Lexicon(dict[str, int]):
    """The number of each chunk, which is analysed when it is first met."""

    MOST = 200_000  # chunks kept from one segment to the next

    def __init__(self) -> None:
        super().__init__()
        self.forget()

    def forget(self) -> None:
        """Begin anew."""
        self.clear()
        self.terms = {TEXT: _Terms(), FORMS: _Terms()}
        self.widths: list[int] = []
        self.opens, self.closes = array("B"), array("B")
        self.says = array("I")  # which of the chunks that were analysed has the same terms
        self._analysed = 0

    def __missing__(self, text: str) -> int:
        self[text] = number = self._like(text[:-1]) if text[-1] in _STOPS and text[:-1].isalnum() else self._new(text)
        return number

    def _like(self, word: str) -> int:
        """Number a word with a stop behind it: it says what the word says, but no eojeol follows it softly."""
        known = self[word]
        return self._add(self.widths[known], self.opens[known], False, self.says[known])

    def _new(self, text: str) -> int:
        plain = analysis.plain_terms(text)
        if plain is not None:
            return self._keep(*plain, len(text), True, True)
        chunk = analysis.read_chunk(text)
        if chunk.dots:
            return _DOTS
        written, meant = analysis.text_terms(chunk.words), analysis.form_terms(chunk.words)
        return self._keep(written, meant, chunk.width, chunk.opens, chunk.closes)

    def _keep(self, written: list[Term], meant: list[Term], width: int, opens: int, closes: int) -> int:
        self.terms[TEXT].add(written)
        self.terms[FORMS].add(meant)
        self._analysed += 1
        return self._add(width, opens, closes, self._analysed - 1)

    def _add(self, width: int, opens: int, closes: int, says: int) -> int:
        self.widths.append(width)
        self.opens.append(opens)
        self.closes.append(closes)
        self.says.append(says)
        return len(self.says) - 1


class Inverter:
    """The texts of a segment as they come, and runs taken over from merged segments."""

    LIMIT = 400_000  # chunks held before they are inverted

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        self._runs: dict[str, list[Run]] = {TEXT: [], FORMS: []}
        self._lexicon = Lexicon() if lexicon is None else lexicon
        self._start()

    def _start(self) -> None:
        if len(self._lexicon) > Lexicon.MOST:
            self._lexicon.forget()
        self._numbers = array("i")
        self._documents, self._lengths = array("I"), array("I")

    def add(self, document: int, text: str) -> int:
        """Add a text, which should be NFC, and return how many positions it takes; documents come in order."""
        lexicon = self._lexicon
        numbers = list(map(lexicon.__getitem__, text.split()))
        if _DOTS in numbers:
            numbers = [number for number in numbers if number != _DOTS]
        self._numbers.extend(numbers)
        self._documents.append(document)
        self._lengths.append(len(numbers))
        widths = lexicon.widths
        length = sum(map(widths.__getitem__, numbers))
        if len(self._numbers) > self.LIMIT:
            self._invert()
        return length

    def add_run(self, field: str, run: Run) -> None:
        """Add postings of documents after all that came before."""
        self._invert()
        self._runs[field].append(run)

    def finish(self, field: str) -> Run:
        """Return everything of one field as one run."""
        self._invert()
        return merged(self._runs[field])

    def _invert(self) -> None:
        if self._numbers:
            places = self._places()
            for field, terms in self._lexicon.terms.items():
                self._runs[field].append(terms.run(*places))
        self._start()

    def _places(self) -> tuple[Numbers, Flags, Keys]:
        """Return what each chunk says, whether it follows another eojeol softly, and the key where it begins."""
        numbers = np.frombuffer(self._numbers, np.int32).astype(np.int64)
        owners = np.repeat(np.frombuffer(self._documents, np.uint32), np.frombuffer(self._lengths, np.uint32))
        widths = np.array(self._lexicon.widths, np.int64)[numbers]
        opens, closes = (np.frombuffer(flags, bool) for flags in (self._lexicon.opens, self._lexicon.closes))
        soft = opens[numbers]
        soft[1:] &= closes[numbers[:-1]] & (owners[1:] == owners[:-1])
        soft[:1] = False
        ends = np.cumsum(widths)
        first = np.flatnonzero(np.diff(owners, prepend=owners[0] + 1))
        before = np.repeat((ends - widths)[first], np.diff(first, append=len(owners)))
        keys = (owners.astype(np.uint64) << POSITION_BITS) | (ends - widths - before).astype(np.uint64)
        return np.frombuffer(self._lexicon.says, np.uint32).astype(np.int64)[numbers], soft, keys

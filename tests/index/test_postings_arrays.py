"""Postings as flat arrays, against dictionaries."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.index.postings import EMPTY, Run, Stream, documents, merged, moved

WORDS = st.lists(st.sampled_from(["a", "b", "한", "é", "zz"]), max_size=6)
TEXTS = st.lists(WORDS, max_size=6)
Plain = dict[str, list[tuple[int, int]]]


def plain(texts: list[list[str]], first: int = 0) -> Plain:
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for document, words in enumerate(texts, first):
        for position, word in enumerate(words):
            found[word].append((document, position))
    return dict(found)


def unpacked(run: Run) -> Plain:
    places = list(zip(documents(run.keys).tolist(), (run.keys & np.uint64(0xFFFFFFFF)).tolist(), strict=True))
    bounds = [0, *np.cumsum(run.counts).tolist()]
    return {term.decode(): places[bounds[n] : bounds[n + 1]] for n, term in enumerate(run.terms)}


def inverted(texts: list[list[str]], first: int = 0) -> Run:
    stream = Stream()
    for document, words in enumerate(texts, first):
        stream.add(document, words, range(len(words)))
    return stream.finish()


@given(TEXTS)
def test_a_stream_is_inverted(texts: list[list[str]]) -> None:
    run = inverted(texts)
    assert unpacked(run) == plain(texts)
    assert run.terms == sorted(run.terms)


@given(TEXTS)
def test_a_long_stream_is_inverted_in_pieces(texts: list[list[str]]) -> None:
    stream = Stream()
    stream.LIMIT = 3
    for document, words in enumerate(texts):
        stream.add(document, words, range(len(words)))
    assert unpacked(stream.finish()) == plain(texts)


def test_the_same_term_at_the_same_place_counts_once() -> None:
    stream = Stream()
    stream.add(0, ["가", "가", "가"], [0, 0, 1])
    assert unpacked(stream.finish()) == {"가": [(0, 0), (0, 1)]}


@given(TEXTS, TEXTS)
def test_runs_are_merged(earlier: list[list[str]], later: list[list[str]]) -> None:
    run = merged([inverted(earlier), EMPTY, inverted(later, len(earlier))])
    assert unpacked(run) == plain(earlier + later)


@given(TEXTS, st.data())
def test_documents_are_moved_or_left_out(texts: list[list[str]], data: st.DataObject) -> None:
    keep = data.draw(st.lists(st.booleans(), min_size=len(texts), max_size=len(texts)))
    targets = np.where(keep, np.cumsum(keep) - 1 + 10, -1).astype(np.int64)
    run = moved(inverted(texts), targets)
    assert unpacked(run) == plain([words for words, kept in zip(texts, keep, strict=True) if kept], 10)

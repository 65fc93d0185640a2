"""Postings as flat arrays, against dictionaries."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.index import analysis
from kinu_reader.index.inverting import Inverter
from kinu_reader.index.matching import united
from kinu_reader.index.postings import EMPTY, Run, documents, merged, moved

CHUNKS = ["북한이", "통일·정책,", "·", "a", "zz-top", "(한·미)", "2019년", "-", "력사의", "Suh", "U.S.", "é"]
TEXTS = st.lists(st.lists(st.sampled_from(CHUNKS), max_size=6).map(" ".join), max_size=6)
FIELDS = {analysis.TEXT: analysis.text_terms, analysis.FORMS: analysis.form_terms}
Plain = dict[str, set[tuple[int, int]]]


def plain(texts: list[str], field: str, first: int = 0) -> Plain:
    """Return where each term stands, text by text, each read as a whole."""
    found: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for document, text in enumerate(texts, first):
        for term, position, _ in FIELDS[field](analysis.read(text)):
            found[term].add((document, position))
    return dict(found)


def unpacked(run: Run) -> Plain:
    places = list(zip(documents(run.keys).tolist(), (run.keys & np.uint64(0xFFFFFFFF)).tolist(), strict=True))
    bounds = [0, *np.cumsum(run.counts).tolist()]
    listed = {term.decode(): places[bounds[n] : bounds[n + 1]] for n, term in enumerate(run.terms)}
    assert all(places == sorted(set(places)) for places in listed.values())
    return {term: set(places) for term, places in listed.items()}


def inverted(texts: list[str], field: str, first: int = 0, limit: int = 1000) -> Run:
    inverter = Inverter()
    inverter.LIMIT = limit
    for document, text in enumerate(texts, first):
        assert inverter.add(document, text) == sum(word.width for word in analysis.read(text))
    return inverter.finish(field)


@pytest.mark.parametrize("field", FIELDS)
@given(texts=TEXTS, limit=st.sampled_from([1, 3, 1000]))
def test_chunks_say_together_what_their_text_says(texts: list[str], field: str, limit: int) -> None:
    run = inverted(texts, field, limit=limit)
    assert unpacked(run) == plain(texts, field)
    assert run.terms == sorted(run.terms)


@given(st.text(st.sampled_from("북한의 a-·.5'")))
def test_a_text_of_any_signs_is_read_alike_whole_and_in_chunks(text: str) -> None:
    for field in FIELDS:
        assert unpacked(inverted([text], field)) == plain([text], field)


@given(st.text(st.sampled_from("통일정책재부담력사로동북한은김a·"), min_size=1, max_size=18))
def test_the_short_way_to_the_terms_of_an_eojeol_leads_to_the_same(text: str) -> None:
    short = analysis.plain_terms(text)
    words = analysis.read_chunk(text).words
    if short is not None:
        assert short == (analysis.text_terms(words), analysis.form_terms(words))


@given(TEXTS, TEXTS)
def test_runs_are_merged(earlier: list[str], later: list[str]) -> None:
    first, second = (inverted(texts, "text", start) for texts, start in ((earlier, 0), (later, len(earlier))))
    assert unpacked(merged([first, EMPTY, second])) == plain(earlier + later, "text")


@given(TEXTS, st.data())
def test_documents_are_moved_or_left_out(texts: list[str], data: st.DataObject) -> None:
    keep = data.draw(st.lists(st.booleans(), min_size=len(texts), max_size=len(texts)))
    targets = np.where(keep, np.cumsum(keep) - 1 + 10, -1).astype(np.int64)
    run = moved(inverted(texts, "text"), targets)
    assert unpacked(run) == plain([text for text, kept in zip(texts, keep, strict=True) if kept], "text", 10)


KEYS = st.sets(st.integers(0, 50)).map(lambda some: np.array(sorted(some), np.uint64))


@given(KEYS, KEYS)
def test_keys_are_united_in_order(some: np.ndarray, others: np.ndarray) -> None:
    assert united(some, others).tolist() == sorted(set(some.tolist()) | set(others.tolist()))

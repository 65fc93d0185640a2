"""Names of public persons against the spellings they are known under, in sets that the method did not know at first.

Each set says when it was written. What was first measured on it (recall; names of others among those that can be told
apart): 1.000 and 0 of 70 after tuning on the first, 0.913 and 2 of 64 on the second as first met, 0.961 and 4 of 40 on
the third as first met.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest

from kinu_reader.index import Index, expand, load_glossary, parse
from kinu_reader.model import IndexEntry, PassageKind

Pairs = list[tuple[str, str]]


def pairs(name: str) -> Pairs:
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(hangul, latin) for hangul, latin in rows]


@dataclass(frozen=True)
class Measured:
    """A set of names, and which texts each of them finds."""

    same: Pairs
    apart: Pairs
    found: dict[str, set[str]]


@pytest.fixture(scope="module", params=["", "_second", "_third"])
def measured(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Measured:
    same = pairs(f"names{request.param or '_first'}.tsv")
    apart = pairs(f"names_apart{request.param}.tsv")
    texts = sorted({text for pair in (*same, *apart) for text in pair})
    index = Index.open(tmp_path_factory.mktemp("names"))
    index.update(
        IndexEntry(brief, 1, "", "", ((0, PassageKind.BODY, f"The view of {text} matters."),))
        for brief, text in enumerate(texts)
    )
    glossary = load_glossary()
    queries = {text: expand(parse(text), glossary, holds=index.holds) for text in texts}
    return Measured(same, apart, {text: {texts[id] for id in index.find(query).ids} for text, query in queries.items()})


def test_a_name_is_found_both_ways(measured: Measured) -> None:
    both = [*measured.same, *((latin, hangul) for hangul, latin in measured.same)]
    missing = [(typed, text) for typed, text in both if text not in measured.found[typed]]
    assert len(missing) <= 0.05 * len(both), missing


def test_hardly_ever_is_another_found(measured: Measured) -> None:
    hangul = {name for name, _ in measured.same}
    latin = {name for _, name in measured.same}
    wrong = [(a, b) for a in hangul for b in measured.found[a] & latin if (a, b) not in measured.same]
    wrong += [(b, a) for b in latin for a in measured.found[b] & hangul if (a, b) not in measured.same]
    assert len(wrong) <= 0.001 * 2 * len(hangul) * len(latin), wrong
    assert not [
        (a, b) for a, b in combinations(sorted(latin), 2) if b in measured.found[a] and not _one(measured, a, b)
    ]


def _one(measured: Measured, one: str, other: str) -> bool:
    """Tell whether two spellings are of one person."""
    return any((name, one) in measured.same and (name, other) in measured.same for name, _ in measured.same)


def test_near_names_are_told_apart(measured: Measured) -> None:
    both = [*measured.apart, *((latin, hangul) for hangul, latin in measured.apart)]
    wrong = [(typed, text) for typed, text in both if text in measured.found[typed]]
    assert len(wrong) <= 0.1 * len(both), wrong

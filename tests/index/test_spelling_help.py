"""Did you mean, and why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.index import Index, hangul, parse
from kinu_reader.index.spelling import distance
from kinu_reader.model import IndexEntry, PassageKind

if TYPE_CHECKING:
    from pathlib import Path


def entry(brief: int, *passages: str) -> IndexEntry:
    return IndexEntry(brief, 1, "", "", tuple((n, PassageKind.BODY, text) for n, text in enumerate(passages)))


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    index = Index.open(tmp_path_factory.mktemp("spelling"))
    index.update(
        [
            entry(1, "통일 정책과 북한의 비핵화", "peace treaty and denuclearization of North Korea"),
            entry(2, "북한인권 문제, 국제사회의 제재", "unification of Korea"),
        ]
    )
    return index


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("xhddlf", "통일"),
        ("qlgorghk", "비핵화"),
        ("ㅜㅐㄳㅗ", "north"),
        ("통읠", "통일"),
        ("비핵와를", "비핵화를"),
        ("통통일", "통일"),
        ("denuclearisaton", "denuclearization"),
        ("peece treaty", "peace treaty"),
        ("unifcation -war", "unification -war"),
        ("tretay xhddlf", "treaty 통일"),
    ],
)
def test_the_likeliest_is_offered(index: Index, typed: str, meant: str) -> None:
    assert index.suggest(parse(typed))[0] == meant


@pytest.mark.parametrize("typed", ["peace", "통일정책", '"peece"', "zzzzzz", "-peece", "", "9999"])
def test_nothing_is_offered_without_need_or_reason(index: Index, typed: str) -> None:
    assert index.suggest(parse(typed)) == ()


def test_a_brief_says_what_it_lacks(index: Index) -> None:
    explained = index.explain(parse("peace 통읠 제재 -북한"), 1)
    told = [(reason.need.any_of[0].text, reason.met, reason.passages, reason.close) for reason in explained.reasons]
    assert told == [
        ("peace", True, (1,), ()),
        ("통읠", False, (), ("통일",)),
        ("제재", False, (), ()),
        ("북한", True, (0,), ()),
    ]
    assert not explained.answers
    assert index.explain(parse("peace 통일 -war"), 1).answers
    assert not index.explain(parse("peace"), 99).known


def test_a_brief_in_another_segment_is_explained(tmp_path: Path) -> None:
    index = Index.open(tmp_path)
    index.update(entry(brief, *["peace"] * 50) for brief in range(4))
    index.update([entry(9, "war", "peece")])
    assert index.explain(parse("war peace"), 9).reasons[1].close == ("peece",)


def test_a_single_syllable_is_not_what_was_meant(tmp_path: Path) -> None:
    index = Index.open(tmp_path)
    index.update([entry(1, "한 미 통 알 통일")])
    assert index.suggest(parse("통알")) == ("통일",)
    assert index.suggest(parse("한미")) == index.suggest(parse("ㄱ")) == ()


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=6))
def test_hangul_is_typed_by_its_keys(text: str) -> None:
    assert hangul.syllables(hangul.keys(text)) == text


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_distance_is_even_both_ways(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)
    assert distance(one, other) <= max(len(one), len(other))


def test_distance_of_neighbours_swapped() -> None:
    assert distance("treaty", "tretay") == 1

"""The query language."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.index import highlights, parse
from kinu_reader.index.parsing import MOST_CLAUSES
from kinu_reader.model import Clause, ClauseKind, Need, Query


def word(text: str) -> Clause:
    return Clause(ClauseKind.WORD, text)


def phrase(text: str) -> Clause:
    return Clause(ClauseKind.PHRASE, text)


def prefix(text: str) -> Clause:
    return Clause(ClauseKind.PREFIX, text)


def needs(*clauses: Clause) -> tuple[Need, ...]:
    return tuple(Need((clause,)) for clause in clauses)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("통일 정책", needs(word("통일"), word("정책"))),
        ('"peace treaty" now', needs(phrase("peace treaty"), word("now"))),
        ("“평화 협정”", needs(phrase("평화 협정"))),
        ("„peace treaty“", needs(phrase("peace treaty"))),
        ("«peace treaty»", needs(phrase("peace treaty"))),
        ("unif* 북*", needs(prefix("unif"), prefix("북"))),
        ("CO 24-15", needs(word("CO 24-15"))),
        ("co24-15", needs(word("co24-15"))),
        ("policy 2020-2024", needs(word("policy"), word("2020-2024"))),
        ("peace AND war", needs(word("peace"), word("war"))),
        ("통일 통일", needs(word("통일"))),
        ("peace OR war", (Need((word("peace"), word("war"))),)),
        ("a1 | b1|c1", (Need((word("a1"), word("b1"), word("c1"))),)),
        ("(peace OR 평화) treaty", (Need((word("peace"), word("평화"))), Need((word("treaty"),)))),
        ("peace -war", (Need((word("peace"),)), Need((word("war"),), banned=True))),
        ('peace -"cold war"', (Need((word("peace"),)), Need((phrase("cold war"),), banned=True))),
        ("NOT war", (Need((word("war"),), banned=True),)),
        ("-(war OR 전쟁)", (Need((word("war"), word("전쟁")), banned=True),)),
        ("-(war 전쟁) peace", (*(Need((word(w),), banned=True) for w in ("war", "전쟁")), Need((word("peace"),)))),
        ("peace NOT (war 전쟁)", (Need((word("peace"),)), *(Need((word(w),), banned=True) for w in ("war", "전쟁")))),
        ("ＣＯ　２４－１５", needs(word("ＣＯ ２４－１５"))),
        ("CO 24–15 peace", needs(word("CO 24–15"), word("peace"))),
    ],
)
def test_reads_operators(text: str, expected: tuple[Need, ...]) -> None:
    assert parse(text) == Query(text, expected)


def test_a_star_behind_one_letter_is_said_to_be_read_as_nothing() -> None:
    assert parse("u* x") == Query("u* x", needs(word("u"), word("x")), plain=True)
    assert not parse("un* 북*").plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OR", needs(word("OR"))),
        ("NOT OR x", needs(word("NOT"), word("OR"), word("x"))),
        ("x OR", needs(word("x"), word("OR"))),
        ("x OR -y", needs(word("x"), word("OR"), word("y"))),
        ('"north korea', needs(word("north"), word("korea"))),
        ("NOT NOT x", needs(word("NOT"), word("x"))),
    ],
)
def test_operators_without_sense_are_words(text: str, expected: tuple[Need, ...]) -> None:
    assert parse(text) == Query(text, expected, plain=True)


def test_what_cannot_be_searched_is_named() -> None:
    assert parse("통일 !!! ***") == Query("통일 !!! ***", needs(word("통일")), ignored=("!!!", "***"))
    assert parse("  ") == Query("  ", ())


def test_too_many_words_are_named_not_dropped() -> None:
    words = [f"w{number}x" for number in range(MOST_CLAUSES + 2)]
    query = parse(" ".join(words))
    assert len(query.needs) == MOST_CLAUSES
    assert query.ignored == tuple(words[-2:])
    chain = parse(" OR ".join(words))
    assert [len(need.any_of) for need in chain.needs] == [MOST_CLAUSES]
    assert chain.ignored == tuple(words[-2:])


def test_reads_decomposed_hangul() -> None:
    assert parse(unicodedata.normalize("NFD", "비핵화")).needs == needs(word("비핵화"))


ALPHABET = st.sampled_from(
    [*'"“”«»()|*-– \t·', "OR", "NOT", "AND", " OR ", " NOT ", "통일", "북", "a", "24-15", "CO ", "\ud800"]
)


@given(st.one_of(st.text(), st.lists(ALPHABET).map("".join)))
def test_never_raises(text: str) -> None:
    query = parse(text)
    assert query.text == text
    assert all(need.any_of for need in query.needs)
    highlights(query, text)


@pytest.mark.parametrize(
    ("typed", "read"),
    [("ﬁnancial", "financial"), ("denu\u00adclear", "denuclear"), ("\u200b통일\ufeff", "통일"), ("통일~2", "통일")],
)
def test_what_is_not_seen_is_not_searched(typed: str, read: str) -> None:
    assert parse(typed).needs == parse(read).needs

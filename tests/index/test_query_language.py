"""Fields, bounds and nearness in a search text, and where they are looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.index import Index, highlights, parse
from kinu_reader.model import Clause, ClauseKind, Field, Filters, IndexEntry, Need, PassageKind

if TYPE_CHECKING:
    from pathlib import Path

WORD, PHRASE, PREFIX, NEAR = ClauseKind.WORD, ClauseKind.PHRASE, ClauseKind.PREFIX, ClauseKind.NEAR


def only(clause: Clause) -> tuple[Need, ...]:
    return (Need((clause,)),)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("title:peace", Clause(WORD, "peace", Field.TITLE)),
        ("Author:서보혁", Clause(WORD, "서보혁", Field.AUTHOR)),
        ("author: Suh", Clause(WORD, "Suh", Field.AUTHOR)),
        ('author:"Suh Bo-hyuk"', Clause(PHRASE, "Suh Bo-hyuk", Field.AUTHOR)),
        ("code:CO 24-15", Clause(WORD, "CO 24-15", Field.CODE)),
        ("제목：통일", Clause(WORD, "통일", Field.TITLE)),
        ("note:todo*", Clause(PREFIX, "todo", Field.NOTE)),
        ('"peace treaty"~5', Clause(NEAR, "peace treaty", within=5)),
        ('title:"peace treaty"~2', Clause(NEAR, "peace treaty", Field.TITLE, 2)),
        ('"peace treaty"~', Clause(PHRASE, "peace treaty")),
        ("title:", Clause(WORD, "title")),
        ("what?", Clause(WORD, "what")),
        ("U.S.", Clause(WORD, "U.S.")),
    ],
)
def test_reads_fields_and_nearness(text: str, clause: Clause) -> None:
    query = parse(text)
    assert (query.needs, query.plain) == (only(clause), False)


def test_a_field_before_brackets_holds_for_all_in_them() -> None:
    query = parse("title:(peace OR war) treaty")
    either = (Clause(WORD, "peace", Field.TITLE), Clause(WORD, "war", Field.TITLE))
    assert query.needs == (Need(either), Need((Clause(WORD, "treaty"),)))


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("year:2019", Filters(years=(2019, 2019))),
        ("year:2019..2024", Filters(years=(2019, 2024))),
        ("year:2024-2019", Filters(years=(2019, 2024))),
        ("year:2019..", Filters(years=(2019, None))),
        ("연도:..2024", Filters(years=(None, 2024))),
        ("lang:ko", Filters(language="ko")),
        ("언어:영어", Filters(language="en")),
        ('series:"Online Series" tag:later', Filters(series="Online Series", tag="later")),
        ("tag:a tag:b", Filters(tag="b")),
        ('모음:"To cite" collection:later', Filters(collection="later")),
    ],
)
def test_bounds_on_the_record_are_left_to_the_catalogue(text: str, filters: Filters) -> None:
    query = parse(f"peace {text}")
    assert (query.needs, query.filters, query.plain) == (only(Clause(WORD, "peace")), filters, False)


@pytest.mark.parametrize(
    "text", ["year:soon x", "year: x", "-lang:ko x", "x OR year:2019", 'series:"" x', "year:20192024 x"]
)
def test_bounds_without_sense_are_words(text: str) -> None:
    query = parse(text)
    assert query.plain
    assert not query.filters
    assert "x" in [clause.text for need in query.needs for clause in need.any_of]


def test_a_colon_after_a_capital_and_a_blank_is_none_of_ours() -> None:
    assert [need.any_of[0].text for need in parse("Note: the treaty").needs] == ["Note", "the", "treaty"]


def test_a_heading_in_capitals_has_no_operators() -> None:
    assert len(parse("RESULTS OF POLLS IN BRITAIN OR FRANCE").needs) == 7
    assert len(parse("NATO OR UN").needs) == 1


def test_a_dash_between_blanks_bans_nothing() -> None:
    assert parse("peace - at last").needs == parse("peace at last").needs


def entry(brief: int, text: str, title: str = "", **fields: str) -> IndexEntry:
    said = tuple((Field(name), value) for name, value in fields.items())
    return IndexEntry(brief, 1, title, "", ((0, PassageKind.BODY, text),), said)


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return Index.open(tmp_path / "index")


def test_fields_are_looked_for_in_their_place_alone(index: Index) -> None:
    index.update(
        [
            entry(1, "Suh Bo-hyuk on peace", title="Harvest", author="Hong Min"),
            entry(2, "on harvest", title="Peace", author="Suh Bo-hyuk", code="CO 24-15"),
            entry(3, "as CO 24-15 says", note="peace"),
        ]
    )
    found = {
        text: sorted(index.find(parse(text)).ids)
        for text in (
            "title:peace",
            "author:suh",
            "suh",
            "code:24-15",
            "24-15",
            "note:peace",
            "peace",
            "title:peace OR war",
        )
    }
    assert found == {
        "title:peace": [2],
        "author:suh": [2],
        "suh": [1, 2],
        "code:24-15": [2],
        "24-15": [2, 3],
        "note:peace": [3],
        "peace": [1, 2],
        "title:peace OR war": [2],
    }


def test_a_field_is_never_lacking(index: Index) -> None:
    index.update([entry(1, "war", title="peace"), entry(2, "war")])
    assert index.find(parse("title:peace war summit")).partial == [1]


def test_bounds_alone_are_answered_by_all_that_are_allowed(index: Index) -> None:
    index.update([entry(1, "peace"), entry(2, "war")])
    assert index.find(parse("year:2019"), [2]).ids == [2]


NEAR_CASES = [
    ('"peace treaty"~2', "a treaty for lasting peace", ["treaty", "peace"]),
    ('"peace treaty"~2', "a treaty that was signed for lasting peace", []),
    ('"peace treaty summit"~3', "summit on a peace treaty", ["summit", "peace", "treaty"]),
    ('"peace policies"~1', "policy of peace", ["policy", "peace"]),
    ('"통일 협력"~3', "협력과 평화 통일", ["협력", "통일"]),
    ('"통일 협력"~1', "협력과 오랜 침묵 끝의 평화와 통일", []),
]


@pytest.mark.parametrize(("typed", "text", "marked"), NEAR_CASES)
def test_words_near_to_each_other(index: Index, typed: str, text: str, marked: list[str]) -> None:
    index.update([entry(1, text)])
    query = parse(typed)
    assert index.find(query).ids == [1] * bool(marked)
    assert [text[start:end] for start, end in highlights(query, text)] == marked


WORDS = ["peace", "war", "a", "통일", "정책의"]


@given(
    st.lists(st.sampled_from(WORDS), max_size=12),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=3),
    st.integers(0, 6),
)
def test_nearness_is_found_where_it_is_marked(
    tmp_path_factory: pytest.TempPathFactory, text: list[str], wanted: list[str], within: int
) -> None:
    index = Index.open(tmp_path_factory.mktemp("near"))
    index.update([entry(1, " ".join(text))])
    query = parse(f'"{" ".join(wanted)}"~{within}')
    assert bool(index.find(query).ids) == bool(highlights(query, " ".join(text)))
    index.close()


ALPHABET = [
    "title:",
    "year:",
    "2019..",
    "author:",
    '"',
    "~3",
    "(",
    ")",
    " ",
    "-",
    "OR ",
    "통일",
    "tag:x",
    "note: ",
    "*",
    "：",
]


@given(st.lists(st.sampled_from(ALPHABET)).map("".join))
def test_never_raises_whatever_the_fields(text: str) -> None:
    query = parse(text)
    assert query.text == text
    highlights(query, text)

"""What is looked for beside the words that were typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kinu_reader.index import Glossary, Index, expand, highlights, load_glossary, parse
from kinu_reader.model import Clause, ClauseKind, IndexEntry, PassageKind

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return load_glossary()


def terms(text: str, glossary: Glossary) -> list[str]:
    return [one.term for one in expand(parse(text), glossary).expanded]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("통일정책", "unification policy"),
        ("통일 정책을", "unification policy"),
        ("unification policies", "통일정책"),
        ("North Korea policy", "대북정책"),
        ("로동신문", "Rodong Sinmun"),
        ("핵무기의", "nuclear weapons"),
        ("D.P.R.K.", "북한"),
        ("SAC", "국무위원회"),
    ],
)
def test_terms_of_the_other_language(typed: str, expected: str, glossary: Glossary) -> None:
    assert expected in terms(typed, glossary)


@pytest.mark.parametrize(
    "typed", ['"북한"', "sac", "-북한", "북한*", "북한 OR 미국", "외교사절단", "NAMES OF TREATIES IN VIET NAM"]
)
def test_nothing_is_added(typed: str, glossary: Glossary) -> None:
    query = parse(typed)
    assert expand(query, glossary) == query


def test_several_words_share_what_they_mean_together(glossary: Glossary) -> None:
    query = expand(parse("new peace regime"), glossary)
    assert [[clause.text for clause in need.any_of][:2] for need in query.needs] == [
        ["new"],
        ["peace", "평화체제"],
        ["regime", "평화체제"],
    ]
    assert all(clause.weight < 1 for need in query.needs for clause in need.any_of if clause.expanded)
    assert [need.typed for need in query.needs] == [need.any_of for need in parse("new peace regime").needs]


def test_a_term_can_be_taken_away(glossary: Glossary) -> None:
    query = expand(parse("핵무기"), glossary, without=["nuclear weapons"])
    assert [one.term for one in query.expanded] == ["nuclear arsenal"]


def entry(brief: int, text: str) -> IndexEntry:
    return IndexEntry(brief, 1, "", "", ((0, PassageKind.BODY, text),))


def test_what_is_added_is_found_and_marked_but_ranks_lower(tmp_path: Path, glossary: Glossary) -> None:
    texts = ["ROK forces", "the rok of old", "대한민국 국군", "South Korea’s army", "South Korea now"]
    index = Index.open(tmp_path)
    index.update(entry(brief, text) for brief, text in enumerate(texts))
    query = expand(parse("대한민국"), glossary, holds=index.holds)
    found = index.find(query).ids
    assert found[0] == 2
    assert sorted(found) == [0, 2, 3, 4]
    assert {one.term for one in query.expanded} == {"ROK", "South Korea"}
    assert [[text[a:b] for a, b in highlights(query, text)] for text in texts] == [
        ["ROK"],
        [],
        ["대한민국"],
        ["South Korea"],
        ["South Korea"],
    ]


def test_partial_answers_lack_what_was_typed(tmp_path: Path, glossary: Glossary) -> None:
    index = Index.open(tmp_path)
    index.update([entry(1, "nuclear weapons"), entry(2, "peace")])
    found = index.find(expand(parse("핵무기 peace"), glossary, holds=index.holds))
    assert {brief: found.lacks(brief) for brief in found.partial} == {1: ("peace",), 2: ("핵무기",)}


def test_a_person_adds_and_takes_away(tmp_path: Path) -> None:
    theirs = tmp_path / "glossary.tsv"
    theirs.write_text("# ours\n온실가스\tgreenhouse gas\tGHG\n-핵무기\n", "utf-8")
    glossary = load_glossary(user_path=theirs)
    assert terms("온실가스", glossary) == ["greenhouse gas", "GHG"]
    assert terms("핵무기", glossary) == []
    assert terms("통일정책", glossary)
    assert terms("통일정책", load_glossary(user_path=tmp_path / "none")) == terms("통일정책", glossary)


def test_an_acronym_is_only_what_is_in_capitals(tmp_path: Path) -> None:
    index = Index.open(tmp_path)
    index.update([entry(1, "the NAM summit"), entry(2, "Viet Nam")])
    assert index.holds(Clause(ClauseKind.ACRONYM, "NAM"))
    index.update([], [1])
    index.update([entry(3, "nam"), entry(4, "Nam")])
    assert not index.find(expand(parse("비동맹운동"), load_glossary())).ids

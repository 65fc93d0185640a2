"""What finds what, and what is marked: one sentence against one query."""

from __future__ import annotations

import itertools
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kinu_reader.index import Index, highlights, parse
from kinu_reader.model import ClauseKind, IndexEntry, PassageKind

if TYPE_CHECKING:
    from pathlib import Path

CASES = [  # query, text, what is marked; nothing is marked where the text must not answer
    ("통일정책", "정부의 통일 정책은 무엇인가", ["통일 정책"]),
    ("통일정책", "통일정책을 세우다", ["통일정책"]),
    ("통일정책", "조세 정책의 통일성", []),
    ("통일정책", "평화와 통일, 정책을 말하다", []),
    ("통일 정책", "통일정책의 방향", ["통일", "정책"]),
    ("일정", "회담 일정을 조율했다", ["일정"]),
    ("일정", "통일 정책의 방향", []),
    ("의정", "북한이탈주민의 정착", []),
    ("의정부", "회의 정부안", []),
    ("대북제재", "대북 제재를 강화하였다", ["대북 제재"]),
    ("핵무기", "北韓의 核武器 개발", ["核武器"]),
    ("핵무기", "핵 무역 기구", []),
    ("핵무기", "핵 무기를 줄이다", ["핵 무기"]),
    ("북한이탈주민정착지원", "북한 이탈주민 정착 지원", ["북한 이탈주민 정착 지원"]),
    ("국제사회의", "국제사회는 결의했다", ["국제사회"]),
    ("대북정책을", "새로운 대북 정책은", ["대북 정책"]),
    ("김정은", "김정은이 말했다", ["김정은"]),
    ("김정은", "金正恩 위원장", ["金正恩"]),
    ("김정은", "김정일은 말했다", []),
    ("정상회의", "남북 정상회담", []),
    ("한국은", "한국의 선택", ["한국"]),
    ("북", "북은 답했다", ["북"]),
    ("북", "북·미 회담", ["북"]),
    ("북", "북한은 답했다", []),
    ("핵", "비핵화와 핵심 과제", []),
    ("한미", "한·미 동맹", ["한·미"]),
    ("한미동맹", "한ㆍ미 동맹", ["한ㆍ미 동맹"]),
    ("한·미", "한미 관계", ["한미"]),
    ("통일*", "통일부가 밝혔다", ["통일"]),
    ("통일*", "평화통일", []),
    ("북*", "북한은", ["북"]),
    ('"통일 정책"', "통일정책을", ["통일정책"]),
    ('"통일 정책"', "통일의 정책", []),
    ("UN안보리", "UN 안보리의 결의", ["UN 안보리"]),
    ("UN안보리", "UN안보리는 결의를 채택", ["UN안보리"]),
    ("UN안보리", "UN 총회", []),
    ("2019년", "2019년 신년사", ["2019년"]),
    ("2019년", "2018년 신년사", []),
    ("7·4", "7·4 남북공동성명", ["7·4"]),
    ("7·4", "74 지점", []),
    ("CO 24-15", "Online Series CO 24-15", ["CO 24-15"]),
    ("co24-15", "Online Series CO 24-15", ["CO 24-15"]),
    ("24-15", "Online Series CO 24-15", ["24-15"]),
    ("CO 24-15", "Online Series CO 24-16", []),
    ("COVID-19", "after COVID-19", ["COVID-19"]),
    ("K-culture", "K-culture 확산", ["K-culture"]),
    ("non-proliferation", "the nonproliferation treaty", ["nonproliferation"]),
    ("nonproliferation", "a non-proliferation treaty", ["non-proliferation"]),
    ("Korea", "KOREA’S peace", ["KOREA"]),
    ("Korea's", "Korea and", ["Korea"]),
    ("policies", "one policy", ["policy"]),
    ("policies", "the police", []),
    ("polic*", "one policy", ["policy"]),
    ('"peace treaty"', "a peace treaty, and", ["peace treaty"]),
    ('"peace, treaty!"', "a peace treaty", ["peace treaty"]),
    ('"peace treaty"', "peace treaties", []),
    ("US", "U.S. policy", ["U.S"]),
    ("1000", "1,000 people", ["1,000"]),
    ("cafe", "a café", ["café"]),
    ("peace OR 평화", "항구적 평화를", ["평화"]),
    ("peace -war", "peace at last", ["peace"]),
]


def entry(brief: int, *passages: str, title: str = "", record: str = "", revision: int = 1) -> IndexEntry:
    return IndexEntry(
        brief, revision, title, record, tuple((n, PassageKind.BODY, text) for n, text in enumerate(passages))
    )


@pytest.fixture(scope="module")
def sentences(tmp_path_factory: pytest.TempPathFactory) -> Index:
    index = Index.open(tmp_path_factory.mktemp("sentences"))
    index.update(entry(brief, text) for brief, (_, text, _) in enumerate(CASES))
    return index


@pytest.mark.parametrize(("brief", "query", "text", "marked"), [(n, *case) for n, case in enumerate(CASES)])
def test_found_and_marked(sentences: Index, brief: int, query: str, text: str, marked: list[str]) -> None:
    parsed = parse(query)
    assert (brief in sentences.find(parsed).ids) == bool(marked)
    assert [text[start:end] for start, end in highlights(parsed, text)] == marked


def test_exact_takes_words_as_typed(tmp_path: Path) -> None:
    index = Index.open(tmp_path)
    index.update([entry(1, "policies"), entry(2, "policy"), entry(3, "통일 정책"), entry(4, "통일정책을")])
    assert index.find(parse("policies"), exact=True).ids == [1]
    assert index.find(parse("POLICY"), exact=True).ids == [2]
    assert index.find(parse("통일정책"), exact=True).ids == [4]
    assert highlights(parse("policies"), "one policy", exact=True) == ()


def test_highlights_of_decomposed_text_keep_its_offsets() -> None:
    text = unicodedata.normalize("NFD", "완전한 비핵화와 café")
    marked = [unicodedata.normalize("NFC", text[a:b]) for a, b in highlights(parse("비핵화 cafe"), text)]
    assert marked == ["비핵화", "café"]


WORDS = [
    "통일",
    "통일정책",
    "정책의",
    "북",
    "북한이",
    "한·미",
    "핵무기",
    "peace",
    "policies",
    "policy",
    "non-proliferation",
    "7·4",
]
GLUE = st.sampled_from([" ", " ", ", ", "", "·", "\n", "-"])
TEXTS = st.lists(st.tuples(st.sampled_from(WORDS), GLUE), min_size=1, max_size=6).map(
    lambda parts: "".join(word + glue for word, glue in parts)
)
QUERIES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(lambda word: f"{word}*"),
    TEXTS.map(lambda text: f'"{text}"'),
    TEXTS.map(lambda text: text.replace(" ", "")),
)


@given(texts=st.lists(TEXTS, min_size=1, max_size=4), typed=QUERIES, exact=st.booleans())
def test_a_text_answers_exactly_if_something_is_marked(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], typed: str, exact: bool
) -> None:
    query = parse(typed)
    index = Index.open(tmp_path_factory.mktemp("one"))
    index.update(entry(brief, text) for brief, text in enumerate(texts))
    found = index.find(query, exact=exact)
    index.close()
    marks = [highlights(query, text, exact=exact) for text in texts]
    if len(query.needs) == 1:
        assert sorted(found.ids) == [brief for brief, marked in enumerate(marks) if marked]
    for text, marked in zip(texts, marks, strict=True):
        assert all(0 <= start < end <= len(text) for start, end in marked)
        assert all(before[1] <= after[0] for before, after in itertools.pairwise(marked))


@example(["de\xadnuclear"])
@given(st.lists(st.text(), min_size=1, max_size=3))
def test_whatever_is_written_is_found_by_its_own_words(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    index = Index.open(tmp_path_factory.mktemp("any"))
    index.update([entry(1, *texts), entry(2, "nothing of that")])
    for text in texts:
        for typed in text.split():
            query = parse(f'"{typed}"')
            if query.needs and all(clause.kind is ClauseKind.PHRASE for need in query.needs for clause in need.any_of):
                assert 1 in index.find(query).ids
                assert highlights(query, text)
    index.close()


def test_a_passage_of_any_length(tmp_path: Path) -> None:
    index = Index.open(tmp_path)
    index.update([entry(1, "북한" * 100_000 + " peace " * 100_000 + "last word", "x" * 1_000_000)])
    assert index.find(parse('"last word"')).best(1, 1) == [0]
    assert index.find(parse("북한")).hits(1) == 1
    assert index.find(parse("x" * 1_000_000)).best(1, 1) == [1]

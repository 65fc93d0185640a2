"""What a pattern looks like: marking the stretches that look so marks what reading the whole text would."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kinu_reader.index import expand, highlights, load_glossary, parse
from kinu_reader.index.folding import _ONLY_CASE, fold
from kinu_reader.index.marking import Marker
from kinu_reader.index.patterns import patterns

GLOSSARY = load_glossary()
PIECES = [
    *(
        "통일",
        "정책",
        "통일정책을",
        "통 일",
        "북한이",
        "한·미",
        "北韓",
        "로동",
        "노동",
        "력사의",
        "3류",
        "핵",
        "김정은",
    ),
    *("policy", "policies", "Kim", "Jong-un", "Chong Un", "UN", "enquiry", "inquiries", "grey", "paediatric", "dying"),
    *("non-proliferation", "nonproliferation", "U.S.", "CO24-15", "1,234", "café", "Ｋｉｍ", "o'neill's", "WMD"),
]
GLUE = st.sampled_from([" ", " ", " ", "", "-", " — ", "·", " · ", "\n", ", ", "(", "…", "_"])
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), GLUE), min_size=1, max_size=9).map(
    lambda parts: "".join(piece + glue for piece, glue in parts)
)
TYPED = st.one_of(
    st.sampled_from(
        [*PIECES, "inquiry", "die", "pediatric", "24", "북조선", "역사", "po*", "통*", "Kim Jong-un", "gray"]
    ),
    TEXTS.map(lambda text: f'"{text}"'),
    TEXTS.map(lambda text: f'"{text}"~3'),
    TEXTS,
)


@example(text="Jong-un UN Chong Un ", typed="Jong-un UN ", exact=False)
@given(text=TEXTS, typed=TYPED, exact=st.booleans())
@settings(max_examples=400)
def test_what_looks_like_nothing_holds_nothing(text: str, typed: str, exact: bool) -> None:
    query = expand(parse(typed), GLOSSARY)
    clauses = [clause for need in query.needs if not need.banned for clause in need.any_of]
    whole = Marker(tuple(dict.fromkeys(pattern for one in clauses for pattern in patterns(one, exact=exact))))
    whole._looks, whole._near = (None,), ()  # reads all of a text
    assert highlights(query, text, exact=exact) == whole.marks(text)


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("inquiry", "an enquiry into", ["enquiry"]),
        ("24", "CO24", ["24"]),
        ("skeptics", "a sceptic's", ["sceptic"]),
        ("equation", "equations", ["equations"]),
        ("hemoglobin", "haemoglobin", ["haemoglobin"]),
        ('"north korea"', "north — korea", ["north — korea"]),
    ],
)
def test_words_that_do_not_look_like_their_stems(typed: str, text: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in highlights(parse(typed), text)] == marked


@pytest.mark.parametrize(("typed", "text"), [("한동호", "Han Dong-ho"), ("홍민", "Hong Min")])
def test_a_surname_that_is_an_english_word_is_marked_with_its_name(typed: str, text: str) -> None:
    query = expand(parse(typed), GLOSSARY)
    assert highlights(query, f"{text} wrote it") == ((0, len(text)),)


@given(st.one_of(st.text(), st.text(st.sampled_from("aB 7가힣…“·ㆍＫé"))))
def test_a_text_that_changes_in_case_only_is_folded_like_any_other(text: str) -> None:
    assert len(fold(text)) == len(text)
    if _ONLY_CASE.fullmatch(text):
        assert fold(text) == fold(f"{text}漢")[:-1]  # which takes the other way

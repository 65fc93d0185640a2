"""Hangul and hanja: what is one word, what is its ending, how hanja is read."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.index import korean
from kinu_reader.index.folding import fold
from kinu_reader.index.hanja import read


@pytest.mark.parametrize(
    ("eojeol", "rest"),
    [
        ("통일정책의", "통일정책"),
        ("국제사회에서는", "국제사회"),
        ("미국과의", "미국"),
        ("통일로", "통일"),
        ("한국으로", "한국"),
        ("강화하였다", "강화"),
        ("주민들이", "주민"),
        ("북은", "북"),
        ("핵을", "핵"),
    ],
)
def test_longest_ending_comes_off(eojeol: str, rest: str) -> None:
    assert korean.stem(eojeol) == rest


@pytest.mark.parametrize("eojeol", ["북한", "국가", "효과", "평가", "전문가", "비핵화", "북", "통일"])
def test_what_only_looks_like_an_ending_stays(eojeol: str) -> None:
    assert korean.stem(eojeol) is None


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=8))
def test_stem_is_a_beginning_of_the_word(eojeol: str) -> None:
    rest = korean.stem(eojeol)
    assert rest is None or (rest and eojeol.startswith(rest) and len(rest) < len(eojeol))


@pytest.mark.parametrize(
    ("hanja", "hangul"),
    [
        ("北韓", "북한"),
        ("南北統一", "남북통일"),
        ("歷史", "역사"),
        ("勞動", "노동"),
        ("女性", "여성"),
        ("比率", "비율"),
        ("分裂", "분열"),
        ("不足", "부족"),
        ("不安", "불안"),
        ("金正恩", "김정은"),
        ("金融", "금융"),
        ("資金", "자금"),
        ("協力", "협력"),
    ],
)
def test_hanja_is_read_as_koreans_read_it(hanja: str, hangul: str) -> None:
    assert read(hanja) == hangul


def test_every_hanja_of_the_standard_has_a_hangul_reading() -> None:
    rows, cells = range(0xCA, 0xFE), range(0xA1, 0xFF)
    listed = [bytes((row, cell)).decode("euc_kr") for row in rows for cell in cells]
    assert len(listed) == 4888
    assert all("가" <= read(hanja) <= "힣" for hanja in listed)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [("ＡＢＣ１２", "abc12"), ("Café", "cafe"), ("İSTANBUL", "istanbul"), ("km²", "km2"), ("が", "が")],
)
def test_fold(typed: str, folded: str) -> None:
    assert fold(unicodedata.normalize("NFC", typed)) == folded


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)

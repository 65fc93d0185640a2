from __future__ import annotations

import pytest

from kinu_reader.extract.joining import Seam, seam, usage


def join(before: str, after: str, *others: str, spaced: bool = False) -> str:
    used = usage((line, False) for line in (before, after, *others))
    joint = seam(before, after, spaced, used)
    return before[:-1] + after if joint is Seam.NO_HYPHEN else before + joint.value + after


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("after consulta-", "tions with", "after consultations with"),
        ("the non-", "proliferation regime", "the non-proliferation regime"),
        ("an inter-", "Korean summit", "an inter-Korean summit"),
        ("the ROK-", "U.S. alliance", "the ROK-U.S. alliance"),
        ("a UN-", "led process", "a UN-led process"),
        ("evidence-", "based advice", "evidence-based advice"),
        ("in 2019-", "2020 trade", "in 2019-2020 trade"),
        ("two words -", "apart", "two words - apart"),
        ("a line", "and the next", "a line and the next"),
        ("from 1990–", "1999", "from 1990–1999"),
        ("한·", "미 동맹", "한·미 동맹"),
        ("(통일연구원", ")은", "(통일연구원)은"),
        ("안보리(UNSC)", "는 오늘", "안보리(UNSC)는 오늘"),
        ("기관장", "www.example.org", "기관장 www.example.org"),
        ("필요하다.", "그러나", "필요하다. 그러나"),
        ("꾸준한 관심이", "다. 하루", "꾸준한 관심이다. 하루"),
    ],
)
def test_two_lines_are_joined(before: str, after: str, whole: str) -> None:
    assert join(before, after) == whole


def test_the_rest_of_the_brief_decides_about_a_hyphen() -> None:
    assert join("more co-", "operation now", "their co-operation was") == "more co-operation now"
    assert join("more co-", "operation now", "their cooperation was") == "more cooperation now"
    assert join("a decision-", "makers meet", "the decision of the makers was") == "a decision-makers meet"


def test_the_rest_of_the_brief_decides_about_hangul() -> None:
    assert join("새로운 통일정", "책 과제", "이 통일정책 논의") == "새로운 통일정책 과제"
    assert join("평화와 통일", "정책 과제", "이 통일 정책 논의") == "평화와 통일 정책 과제"


def test_a_space_at_the_end_of_a_line_divides_words() -> None:
    assert join("새로운 통일", "정책", spaced=True) == "새로운 통일 정책"


def test_where_spaces_are_written_a_line_without_one_ends_inside_a_word() -> None:
    used = usage([("가나다 라마", True), ("바사아 자차", True), ("한반도의", False)])
    assert seam("우리는", "데이터를", False, used) is Seam.NOTHING


def test_characters_of_two_lines_never_become_one() -> None:
    assert seam("cafe", "\u0301s", False, usage([])) is Seam.SPACE

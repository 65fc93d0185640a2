"""The Korean note style, letter for letter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kinu_reader.cite import KOREAN_NOTE, bibliography, cite, gaps
from kinu_reader.model import Author, Entry, Pinpoint, Record

Make = Callable[..., Entry]
TITLE = "「한국·쿠바 수교와 통일외교」"
FULL = f"서보혁, {TITLE}, Online Series CO 24-15 (서울: 통일연구원, 2024. 2. 20.)"


def notes(entries: list[Entry], *places: Pinpoint | None) -> list[str]:
    return [one.in_text.text for one in cite(entries, KOREAN_NOTE, pinpoints=places)]


def reference(entry: Entry) -> str:
    return cite([entry], KOREAN_NOTE)[0].reference.text


def test_first_next_and_later_notes(korean: Make) -> None:
    a, b = korean("1"), korean("2", title="다른 글", code="CO 24-16")
    said = notes([a, a, b, a], Pinpoint("3"), Pinpoint("5"), None, Pinpoint("7"))
    assert said == [
        f"{FULL}, 3쪽",
        "위의 글, 5쪽",
        "서보혁, 「다른 글」, Online Series CO 24-16 (서울: 통일연구원, 2024. 2. 20.)",
        f"서보혁, {TITLE}, 7쪽",
    ]


def test_the_same_page_again_is_not_named_again(korean: Make) -> None:
    assert notes([korean()] * 2, Pinpoint("3"), Pinpoint("3"))[1] == "위의 글"


def test_the_whole_brief_after_a_page_of_it_is_named_anew(korean: Make) -> None:
    assert notes([korean()] * 2, Pinpoint("3"), None)[1] == f"서보혁, {TITLE}"


def test_reference(korean: Make) -> None:
    assert reference(korean()) == f"서보혁. {TITLE}. Online Series CO 24-15. 서울: 통일연구원, 2024."


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ("홍민 오경섭", "홍민·오경섭"),
        ("홍민 오경섭 김갑식", "홍민·오경섭·김갑식"),
        ("홍민 오경섭 김갑식 박영자", "홍민 외"),
    ],
)
def test_more_than_three_authors_are_the_first_and_others(korean: Make, names: str, shown: str) -> None:
    brief = korean(authors=tuple(Author(name) for name in names.split()))
    assert notes([brief])[0].startswith(f"{shown}, {TITLE}")
    assert reference(brief).startswith(f"{names.replace(' ', '·')}. {TITLE}")


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Pinpoint("1–2"), "1–2쪽"),
        (Pinpoint("3", note="4"), "3쪽 각주 4"),
        (Pinpoint("iv"), "iv쪽"),
        (Pinpoint(paragraph=5), "5문단"),
        (Pinpoint(note="4"), "각주 4"),
    ],
)
def test_pinpoints(korean: Make, place: Pinpoint, said: str) -> None:
    assert notes([korean()], place) == [f"{FULL}, {said}"]


@pytest.mark.parametrize(
    ("fields", "note", "whole"),
    [
        ({"date": "2024-03"}, "(서울: 통일연구원, 2024. 3.)", "서울: 통일연구원, 2024."),
        ({"date": None, "year": 2024}, "(서울: 통일연구원, 2024)", "서울: 통일연구원, 2024."),
        ({"date": None}, "(서울: 통일연구원, 발행일 미상)", "서울: 통일연구원, 발행일 미상."),
        ({"place": None}, "(통일연구원, 2024. 2. 20.)", "통일연구원, 2024."),
        ({"institute": None}, "(서울, 2024. 2. 20.)", "서울, 2024."),
    ],
)
def test_what_is_not_known_is_left_out_or_said(korean: Make, fields: dict[str, object], note: str, whole: str) -> None:
    brief = korean(**fields)
    assert notes([brief])[0].endswith(note)
    assert reference(brief).endswith(whole)


def test_no_author_and_no_series(korean: Make) -> None:
    brief = korean(authors=(), series=None, code=None)
    assert notes([brief]) == [f"{TITLE} (서울: 통일연구원, 2024. 2. 20.)"]
    assert reference(brief) == f"{TITLE}. 서울: 통일연구원, 2024."


def test_marks_inside_the_title_are_turned(korean: Make) -> None:
    assert "「‘두 국가’와 『헌법』 개정」" in notes([korean(title="'두 국가'와 「헌법」 개정")])[0]


def test_english_briefs_follow_english_rules_beside_korean_ones(entry: Make, korean: Make) -> None:
    said = notes([entry("1"), korean("2"), entry("1"), entry("1")], Pinpoint("3"), Pinpoint("3"), Pinpoint("4"))
    assert said == [
        "Bo-hyuk Suh, South Korea and Cuba, Online Series CO 24-15 "
        "(Seoul: Korea Institute for National Unification, 2024), 3.",
        f"{FULL}, 3쪽",
        "Suh, South Korea and Cuba, 4.",
        "Suh, South Korea and Cuba.",
    ]


def test_korean_rules_beside_any_style(entry: Make, korean: Make) -> None:
    said = [one.in_text.text for one in cite([entry("1"), korean("2")], "apa", korean=True)]
    assert said == ["(Suh, 2024)", FULL]
    assert cite([korean()], "apa")[0].in_text.text == "(서보혁, 2024)"


def test_korean_briefs_stand_in_their_alphabet_before_or_after_the_others(entry: Make, korean: Make) -> None:
    briefs = [entry("e"), *(korean(name, authors=(Author(name),)) for name in ("홍민", "김갑식", "서보혁", "나용우"))]
    order = [one.id for one in bibliography([*briefs, briefs[0]], KOREAN_NOTE)]
    assert order == ["김갑식", "나용우", "서보혁", "홍민", "e"]
    order = [one.id for one in bibliography(briefs, "apa", korean=True, korean_first=False)]
    assert order == ["e", "김갑식", "나용우", "서보혁", "홍민"]


def test_gaps_by_korean_rules() -> None:
    assert gaps(Entry("1", Record(title="글", language="ko")), KOREAN_NOTE) == (
        "authors",
        "series",
        "code",
        "institute",
        "place",
        "date",
    )

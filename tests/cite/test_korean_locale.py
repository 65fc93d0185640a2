"""Citations in any style, worded in Korean."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kinu_reader.cite import cite
from kinu_reader.model import Author, Entry, Pinpoint

Make = Callable[..., Entry]


@pytest.mark.parametrize(
    ("style", "place", "citation"),
    [
        ("apa", Pinpoint("3"), "(서보혁, 2024, 3쪽)"),
        ("apa", Pinpoint("1–2"), "(서보혁, 2024, 1–2쪽)"),
        ("apa", Pinpoint("3", note="4"), "(서보혁, 2024, 3쪽, 각주 4)"),
        ("apa", Pinpoint(paragraph=5), "(서보혁, 2024, 5문단)"),
        ("ieee", Pinpoint("3"), "[1, 3쪽]"),
        ("modern-language-association", Pinpoint("3"), "(서보혁 3)"),
    ],
)
@pytest.mark.parametrize("locale", ["ko", "ko-KR"])
def test_places(korean: Make, style: str, place: Pinpoint, citation: str, locale: str) -> None:
    assert cite([korean()], style, locale, [place])[0].in_text.text == citation


@pytest.mark.parametrize(
    ("style", "fields", "reference"),
    [
        ("apa", {}, "서보혁. (2024). 한국·쿠바 수교와 통일외교 (Online Series CO 24-15). 통일연구원."),
        (
            "apa",
            {"date": None},
            "서보혁. (발행일 미상). 한국·쿠바 수교와 통일외교 (Online Series CO 24-15). 통일연구원.",
        ),
        (
            "apa",
            {"series": "현안분석", "code": "15"},
            "서보혁. (2024). 한국·쿠바 수교와 통일외교 (현안분석 15호). 통일연구원.",
        ),
        (
            "modern-language-association",
            {"authors": (Author("홍민"), Author("오경섭"))},
            "홍민 및 오경섭. 한국·쿠바 수교와 통일외교. Online Series CO 24-15, 통일연구원, 2024년 2월 20일.",
        ),
    ],
)
def test_references(korean: Make, style: str, fields: dict[str, object], reference: str) -> None:
    assert cite([korean(**fields)], style, "ko-KR")[0].reference.text == reference


def test_a_locale_that_is_not_known_is_english(korean: Make) -> None:
    assert cite([korean()], "apa", "xx-YY", [Pinpoint("3")])[0].in_text.text == "(서보혁, 2024, p. 3)"

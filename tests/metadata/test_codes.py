"""Codes, and the lines that say what a brief is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.metadata.codes import find_code
from kinu_reader.metadata.labels import Label, is_institute, read_label
from kinu_reader.metadata.profiles.un_document import WORDS


@pytest.mark.parametrize(
    ("text", "code", "number", "year"),
    [
        ("CO 24-15", "CO 24-15", "15", 2024),
        ("CO24-20", "CO 24-20", "20", 2024),
        ("CO 18-27(E)", "CO 18-27", "27", 2018),
        ("CO 06–01", "CO 06-01", "1", 2006),
        ("KINU 연구총서 20-05", "연구총서 20-05", "5", 2020),
        ("연구총서 97-13", "연구총서 97-13", "13", 1997),
        ("협동연구총서 20-10-01", "협동연구총서 20-10-01", "10-01", 2020),
        ("KINU Insight 2017 No. 1", "2017 No. 1", "1", 2017),
        ("이슈브리프 제 12 호", "제12호", "12", None),
        ("Working Papers No. 002", "No. 002", "2", None),
        ("Issue Brief # 53", "No. 53", "53", None),
        ("Vol. 17, No. 1, 2008", "Vol. 17, No. 1", "1", None),
        ("제32권 2호 2023", "제32권 2호", "2", None),
    ],
)
def test_code(text: str, code: str, number: str, year: int | None) -> None:
    found = find_code(text)
    assert found is not None
    assert (found.text, found.number, found.year) == (code, number, year)


@pytest.mark.parametrize("text", ["", "COVID-19", "ECO 24-15", "CO 2415", "Norway 12", "24-15"])
def test_no_code(text: str) -> None:
    assert find_code(text) is None


@pytest.mark.parametrize(
    ("line", "institute", "series", "code", "date"),
    [
        ("Online Series", None, "Online Series", None, None),
        ("KINU Online Series CO 24-15 | 3", None, "Online Series", "CO 24-15", None),
        ("온라인 시리즈 2024. 02. 20. CO 24-15", None, "온라인 시리즈", "CO 24-15", "2024-02-20"),
        ("Dolbit Center for Peninsula Studies Online Series CO 24-15", "Dolbit Center for Peninsula Studies",
         "Online Series", "CO 24-15", None),
        ("새벽정책연구소 이슈브리프 제9호 2021. 12. 15.", "새벽정책연구소", "이슈브리프", "제9호", "2021-12-15"),
        ("발행처 국회입법조사처", "국회입법조사처", None, None, None),
        ("통일연구원 | Korea Institute for National Unification", "통일연구원", None, None, None),
        ("２０２４. ３. １２.", None, None, None, "2024-03-12"),
        ("Vol. 33, No. 1, March 2021, 23-42", None, None, "Vol. 33, No. 1", "2021-03"),
        ("Vol. 17, No. 1, 2008, pp. 62-91.", None, None, "Vol. 17, No. 1", "2008"),
        ("[2020년 7월]", None, None, None, "2020-07"),
        ("KINU 정책연구시리즈 19-02", None, "KINU 정책연구시리즈", "정책연구시리즈 19-02", None),
        ("Thursday, August 6, 2020", None, None, None, "2020-08-06"),
    ],
)  # fmt: skip
def test_label(line: str, institute: str | None, series: str | None, code: str | None, date: str | None) -> None:
    label = read_label(line)
    assert (label.institute, label.series, label.code and label.code.text, label.date) == (
        institute,
        series,
        code,
        date,
    )


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Insight into a Border Region",
        "The summit of 12 June 2018 and what followed",
        "제12호 태풍이 남긴 것",
        "See CO 24-15 for the earlier discussion of this point.",
        "1. Introduction",
    ],
)
def test_a_line_that_says_more_is_no_label(line: str) -> None:
    assert read_label(line) == Label()


def test_each_series_has_its_own_words() -> None:
    label = read_label("General Assembly Distr.: General Security Council 13 January 2025", WORDS)
    assert (label.series, label.date) == ("General Assembly", "2025-01-13")
    label = read_label("A/79/816-S/2025/148", WORDS)
    assert label.code is not None
    assert (label.code.text, label.code.own) == ("A/79/816-S/2025/148", True)
    assert read_label("A/79/816-S/2025/148") == Label()


def test_formula_is_a_label_without_facts() -> None:
    assert read_label("KINU www.example.org") == Label(formula=True)


@pytest.mark.parametrize("name", ["Hanmaru Institute for Unification Policy", "한마루통일정책연구원", "The World Bank"])
def test_institute(name: str) -> None:
    assert is_institute(name)


@pytest.mark.parametrize("text", ["Report of the Credentials Committee", "The Institute was founded in 1991.", "통일"])
def test_no_institute(text: str) -> None:
    assert not is_institute(text)


@given(st.text(max_size=200))
def test_a_label_never_raises(text: str) -> None:
    label = read_label(text)
    assert isinstance(bool(label), bool)
    assert label.code is None or 0 <= label.code.start < label.code.end <= len(text)

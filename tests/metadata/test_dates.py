"""Dates in every form that briefs print."""

from __future__ import annotations

import calendar
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.metadata.dates import find_date

MONTHS = calendar.month_name[1:]

FORMS = (
    "{d.year}. {d.month:02}. {d.day:02}.",
    "{d.year}.{d.month}.{d.day}.",
    "{d.year}-{d.month:02}-{d.day:02}",
    "{d.year}/{d.month}/{d.day}",
    "{d.year}년 {d.month}월 {d.day}일",
    "{d.year}년{d.month}월{d.day}일",
    "[시행 {d.year}.{d.month}.{d.day}]",
    "{month} {d.day}, {d.year}",
    "{month:.3} {d.day}, {d.year}",
    "{month:.3}. {d.day} {d.year}",
    "{d.day} {month} {d.year}",
    "Seoul, {d.day:02} {month:.3} {d.year}",
)


@given(date=st.dates(datetime.date(1950, 1, 1), datetime.date(2099, 12, 31)), form=st.sampled_from(FORMS))
def test_a_printed_date_comes_back(date: datetime.date, form: str) -> None:
    text = form.format(d=date, month=MONTHS[date.month - 1])
    found = find_date(text)
    assert found is not None, text
    assert found.iso == date.isoformat(), text


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("’24. 3. 12.", "2024-03-12"),
        ("'98.11.2", "1998-11-02"),
        ("June 2023", "2023-06"),
        ("Sept. 2023", "2023-09"),
        ("2020년 7월호", "2020-07"),
        ("2024. 3. 12.(화)", "2024-03-12"),
        ("DECEMBER 2013", "2013-12"),
        ("Febuary 2011", "2011-02"),
        ("2025. 2", "2025-02"),
        ("2019년", "2019"),
        ("May 2012 (revised 3 June 2013)", "2013-06-03"),
    ],
)
def test_as_precise_as_printed(text: str, iso: str) -> None:
    found = find_date(text)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize(
    "text", ["", "2024. 13. 40.", "February 30, 2024", "CO 24-15", "12,024", "resolution 2577", "1.2024.3", "제12호"]
)
def test_no_date(text: str) -> None:
    assert find_date(text) is None


def test_range_bounds_the_date() -> None:
    text = "온라인시리즈 2024. 02. 20. CO 24-15"
    found = find_date(text)
    assert found is not None
    assert text[found.start : found.end] == "2024. 02. 20."


@given(st.text())
def test_never_raises(text: str) -> None:
    found = find_date(text)
    assert found is None or 0 <= found.start < found.end <= len(text)

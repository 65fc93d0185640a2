from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.tasks.numbering import code_of, missing, names_its_year, number_of, out_of_order


@pytest.mark.parametrize(
    ("present", "by_year", "gaps"),
    [
        ([1, 2, 4], True, [3]),
        ([3], True, [1, 2]),
        ([15], True, list(range(1, 15))),
        ([1, 2, 3, 915], True, []),  # one number misread
        ([2103, 2104, 2106], False, [2105]),
        ([2103, 2140], False, []),
        ([1, 2103, 2104, 2106], False, [2105]),
        ([*range(1, 60, 2), *range(5000, 5010)], False, list(range(2, 59, 2))),
        ([], True, []),
    ],
)
def test_gaps(present: list[int], by_year: bool, gaps: list[int]) -> None:
    assert missing(present, by_year=by_year) == gaps


@given(st.sets(st.integers(1, 10**6), max_size=40), st.booleans())
def test_gaps_are_few_ordered_and_none_is_there(present: set[int], by_year: bool) -> None:
    gaps = missing(present, by_year=by_year)
    assert gaps == sorted(set(gaps) - present)
    assert len(gaps) <= 99 + len(present)


def test_numbers_far_apart_are_cut_without_end() -> None:
    assert missing(range(0, 60_000, 20), by_year=False) == []


@given(st.lists(st.integers(0, 50), max_size=30))
def test_without_what_breaks_the_order_the_rest_is_in_order(values: list[int]) -> None:
    wrong = out_of_order(values)
    kept = [value for at, value in enumerate(values) if at not in wrong]
    assert kept == sorted(kept)
    assert bool(wrong) == (values != sorted(values))


def test_one_wrong_date_is_one_that_breaks_the_order() -> None:
    assert out_of_order(["2024-01-02", "2024-12-30", "2024-01-20", "2024-02-01", "2024-02-01"]) == {1}


@pytest.mark.parametrize(
    ("number", "like", "its_number", "padded", "code"),
    [
        (3, "CO 24-15", 15, True, "CO 24-03"),
        (24, "CO 24-23", 23, True, "CO 24-24"),
        (9, "2023 No. 12", 12, False, "2023 No. 9"),
        (2104, "제2103호", 2103, False, "제2104호"),
        (11, "협동연구총서 20-10-01", 10, True, "협동연구총서 20-11-01"),
        (5, "Special", 4, False, "5"),
    ],
)
def test_the_code_of_a_number_that_is_missing(number: int, like: str, its_number: int, padded: bool, code: str) -> None:
    assert code_of(number, like, its_number, padded=padded) == code


def test_codes_that_name_their_year() -> None:
    assert names_its_year("CO 24-15", 2024)
    assert names_its_year("Vol. 22, No. 2, 2013", 2013)
    assert not names_its_year("제24호", 2024)
    assert not names_its_year("No. 2103", 2023)
    assert not names_its_year(None, 2023)
    assert [number_of(text) for text in ("15", "10-02", "A/79/1", None)] == [15, 10, None, None]

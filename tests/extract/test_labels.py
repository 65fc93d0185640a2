"""The labels of pages: the file's own, what is printed, or the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.extract.labels import _value, page_labels, roman
from kinu_reader.extract.reading import read_file
from kinu_reader.model import Furniture, LabelFrom

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Setter


def labels(pages: int, **printed: str) -> list[str]:
    furniture = [Furniture(text, int(page.lstrip("p"))) for page, text in printed.items()]
    return [label.text for label in page_labels([""] * pages, furniture)]


def test_pages_without_a_number_go_with_their_neighbours() -> None:
    assert labels(6, p2="- 12 -", p3="- 13 -", p5="15") == ["11", "12", "13", "14", "15", "16"]


def test_roman_front_matter_comes_before_the_first_page() -> None:
    printed = {"p2": "ii", "p3": "iii", "p6": "2", "p7": "3", "p8": "4"}
    assert labels(8, **printed) == ["i", "ii", "iii", "iv", "1", "2", "3", "4"]
    capitals = {"p1": "III", "p2": "IV", "p4": "1", "p5": "2"}
    assert labels(5, **capitals) == ["III", "IV", "V", "1", "2"]


def test_a_number_in_a_running_head_counts_if_it_keeps_step() -> None:
    heads = {"p1": "4 | Road Papers", "p2": "Road Papers 5", "p3": "6 | Road Papers", "p4": "Road Papers 7"}
    assert labels(4, **heads) == ["4", "5", "6", "7"]
    assert labels(4, **dict.fromkeys(("p1", "p2", "p3", "p4"), "Road Papers 2024")) == ["1", "2", "3", "4"]


def test_one_number_alone_is_not_believed() -> None:
    found = page_labels(["", ""], [Furniture("17", 1)])
    assert [label.source for label in found] == [LabelFrom.COUNT, LabelFrom.COUNT]
    assert [label.text for label in found] == ["1", "2"]


def test_the_label_of_the_file_wins() -> None:
    found = page_labels(["A-1", ""], [Furniture("8", 1), Furniture("9", 2)])
    assert found == [("A-1", LabelFrom.FILE), ("9", LabelFrom.PRINTED)]


@given(st.integers(1, 3999))
def test_roman_numerals_go_there_and_back(number: int) -> None:
    assert _value(roman(number)) == number


@pytest.mark.parametrize("korean", [False, True])
def test_front_matter_of_a_whole_brief(setter: Callable[..., Setter], korean: bool) -> None:
    def draw(setter: Setter, page: int) -> None:
        setter.foot(290, 800, roman(page) if page < 3 else f"- {page - 2} -")

    made = setter(korean=korean, each_page=draw)
    for count in (16, 19, 14, 18, 15, 12, 17, 16, 19, 21, 25, 18):
        made.paragraph(made.words(count))
    brief = read_file(made.press.save())
    expected = [roman(page.number) if page.number < 3 else str(page.number - 2) for page in brief.pages]
    assert len(brief.pages) > 3
    assert [page.label for page in brief.pages] == expected

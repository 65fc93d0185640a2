from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.tasks.links import Link, make, read

OFFSETS = st.tuples(st.integers(0, 10**17), st.integers(0, 10**17)).map(sorted)


@given(st.uuids(), st.integers(0, 10**17), OFFSETS)
def test_a_link_is_read_as_it_was_made(archive: object, brief: int, offsets: list[int]) -> None:
    link = Link(str(archive).replace("-", ""), brief, *offsets)
    assert read(make(*link)) == link


LIKE_LINKS = st.from_regex(r"\A(kinu-reader|file)://[0-9a-z]{0,4}/[0-9]{0,3}/?(\?passage=[0-9]{0,3}-[0-9]{1,3})?\Z")


@given(st.text() | LIKE_LINKS)
def test_what_is_read_of_any_text_is_a_link_that_can_be_made(text: str) -> None:
    found = read(text)
    assert found is None or read(make(*found)) == found


def test_a_link_to_a_whole_brief_names_no_passage() -> None:
    assert make("ab12", 7) == "kinu-reader://ab12/7"
    assert read("kinu-reader://ab12/7/") == Link("ab12", 7)  # some desktops add the slash


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://ab12/7",
        "kinu-reader://ab12",
        "kinu-reader://ab12/seven",
        "kinu-reader://ab12/７",
        "kinu-reader://../7",
        "kinu-reader://ab12/7?passage=9-3",
        "kinu-reader://ab12/7?passage=3-9&run=x",
        "kinu-reader://ab12/7?passage=3-9\nkinu-reader://ab12/8",
        f"kinu-reader://ab12/{'9' * 40}",
    ],
)
def test_what_is_no_link_is_none(text: str) -> None:
    assert read(text) is None

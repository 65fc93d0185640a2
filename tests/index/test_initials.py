"""Authors named by a family name and initials."""

from __future__ import annotations

import pytest

from kinu_reader.index import parse, with_authors
from kinu_reader.index.initials import may_be

AUTHORS = ["Suh Bo-hyuk", "Seo, Bohyeok", "서보혁", "Suh Jae-jean", "홍민", "John Bruton", "Institute for Peace"]


@pytest.mark.parametrize(
    ("author", "family", "letters", "meant"),
    [
        ("Suh Bo-hyuk", "suh", "b", True),
        ("Bo-hyuk Suh", "suh", "bh", True),
        ("Suh, Bo-hyuk", "seo", "b", True),
        ("Suh Bo-hyuk", "suh", "s", False),
        ("Suh Bo-hyuk", "han", "b", False),
        ("서보혁", "suh", "bh", True),
        ("서보혁", "suh", "h", False),
        ("노가온", "roh", "g", True),
        ("최진욱", "choi", "j", True),
        ("홍민", "hong", "mm", False),
        ("John F. Bruton", "bruton", "jf", True),
        ("John Bruton", "bruton", "jf", False),
        ("Seo, Bohyeok", "suh", "bh", True),
        ("Institute for Peace", "peace", "i", True),
        ("통일연구원", "suh", "b", False),
    ],
)
def test_who_may_be_meant(author: str, family: str, letters: str, meant: bool) -> None:
    assert may_be(author, family, tuple(letters)) == meant


@pytest.mark.parametrize(
    ("typed", "added"),
    [
        ("B. Suh", ["Seo, Bohyeok", "Suh Bo-hyuk", "서보혁"]),
        ("Suh B.-H. sanctions", ["Seo, Bohyeok", "Suh Bo-hyuk", "서보혁"]),
        ("Suh, J.-J.", ["Suh Jae-jean"]),
        ("b. suh", ["Seo, Bohyeok", "Suh Bo-hyuk", "서보혁"]),
        ("author:Suh author:B", ["Seo, Bohyeok", "Suh Bo-hyuk", "서보혁"]),
        ("M Hong", ["홍민"]),
        ("b suh", []),  # without a dot it may be any letter
        ("A study", []),
        ("UN policy", []),
        ('"B. Suh"', []),
        ("B. -Suh", []),
        ("title:B title:Suh", []),
    ],
)
def test_initials_add_the_authors_they_may_mean(typed: str, added: list[str]) -> None:
    query = with_authors(parse(typed), lambda: AUTHORS)
    assert [one.term for one in query.expanded] == added
    for need in query.needs:
        assert len(need.any_of) in (1, 1 + len(added))
    assert with_authors(parse(typed), lambda: AUTHORS, without=AUTHORS) == parse(typed)


def test_authors_are_not_asked_for_without_initials() -> None:
    def authors() -> list[str]:
        raise AssertionError

    assert with_authors(parse("Suh Bo-hyuk on the UN"), authors).expanded == ()

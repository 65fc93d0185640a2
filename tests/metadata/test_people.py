"""Author lines in Korean and English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.metadata.names import split_name
from kinu_reader.metadata.people import read_affiliation, read_authors, read_byline, read_names
from kinu_reader.model import Author


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        (
            "Gu, Na-rae (Research Fellow, Peace Research Division)",
            [Author("Gu, Na-rae", "Gu", "Na-rae", "Research Fellow", "Peace Research Division")],
        ),
        (
            "Na-rae Gu, Senior Research Fellow, Peace Research Division",
            [Author("Na-rae Gu", "Gu", "Na-rae", "Senior Research Fellow", "Peace Research Division")],
        ),
        ("구나래(평화연구실 연구위원)", [Author("구나래", "구", "나래", "연구위원", "평화연구실")]),
        ("구나래 (한마루연구원 평화연구실 부연구위원)", [Author("구나래", "구", "나래", "부연구위원", "평화연구실")]),
        ("구나래(한마루연구원 선임연구위원)", [Author("구나래", "구", "나래", "선임연구위원", None)]),
        ("구나래 한마루연구원 연구위원", [Author("구나래", "구", "나래", "연구위원", None)]),
        ("구나래 선임연구위원", [Author("구나래", "구", "나래", "선임연구위원", None)]),
        ("연구위원 구나래", [Author("구나래", "구", "나래", "연구위원", None)]),
        ("저자: 남궁별(인권연구실 실장)", [Author("남궁별", "남궁", "별", "실장", "인권연구실")]),
        (
            "구나래·하도담 연구위원",
            [Author("구나래", "구", "나래"), Author("하도담", "하", "도담", "연구위원")],
        ),
        (
            "Gu, Na-rae (Director, Peace Research Division); Ha, Do-dam (Research Professor)",
            [
                Author("Gu, Na-rae", "Gu", "Na-rae", "Director", "Peace Research Division"),
                Author("Ha, Do-dam", "Ha", "Do-dam", "Research Professor", None),
            ],
        ),
        ("By Na-Rae Gu", [Author("Na-Rae Gu", "Gu", "Na-Rae")]),
        (
            "Gu, Na-rae (Director of the Peace Research Division)",
            [Author("Gu, Na-rae", "Gu", "Na-rae", "Director", "Peace Research Division")],
        ),
        (
            "Na-rae Gu, Ph.D., Research Fellow at the Dolbit Institute",
            [Author("Na-rae Gu", "Gu", "Na-rae", "Research Fellow", None)],
        ),
        (
            "GU Na-rae / Research Fellow, Peace Research Division",
            [Author("GU Na-rae", "GU", "Na-rae", "Research Fellow", "Peace Research Division")],
        ),
        ("구나래 (Gu, Na-rae) 연구위원", [Author("구나래", "구", "나래", "연구위원", None)]),
        ("구나래(具나래) 한마루연구원 평화연구실 연구위원", []),
        ("구나래(具羅來) 연구위원", [Author("구나래", "구", "나래", "연구위원", None)]),
        ("평화연구실 연구위원 구나래", [Author("구나래", "구", "나래", "연구위원", "평화연구실")]),
        ("구나래 연구위원(평화연구실)", [Author("구나래", "구", "나래", "연구위원", "평화연구실")]),
        ("[글: 구나래 | 평화연구실 연구위원]", [Author("구나래", "구", "나래", "연구위원", "평화연구실")]),
        ("작성: 구나래 외 2인", [Author("구나래", "구", "나래")]),
        ("By Na-Rae Gu et al.", [Author("Na-Rae Gu", "Gu", "Na-Rae")]),
        (
            "Noh, Na-rae and Han, Do-dam",
            [Author("Noh, Na-rae", "Noh", "Na-rae"), Author("Han, Do-dam", "Han", "Do-dam")],
        ),
    ],
)
def test_sure_authors(line: str, authors: list[Author]) -> None:
    assert list(read_authors(line)) == authors


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Rails before Trains",
        "Widening the Horizon (Second Part)",
        "통일 연구원",
        "구나래 연구위원은 이 글에서 접경지역을 다룬다.",
        "Trade, Post-conflict",
        "The Research Fellow (Gu) spoke first.",
    ],
)
def test_no_author_line(line: str) -> None:
    assert read_authors(line) == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("김 한 별*", ["김한별"]),
        ("김한별, 이도담", ["김한별", "이도담"]),
        ("Mary Ann Fields and John Brook", ["Mary Ann Fields", "John Brook"]),
        ("S.O. Field, G. Brook and Olaf Älv1 ", ["S.O. Field", "G. Brook", "Olaf Älv"]),
        ("Na-rae Gu and Claude Sonnet 4.6", ["Na-rae Gu", "Claude Sonnet 4.6"]),
        ("지평을 넓히며", []),
        ("한반도", []),
        ("전망", []),
        ("Policy Implications", []),
        ("Research Fellow", []),
    ],
)
def test_names_alone(line: str, names: list[str]) -> None:
    assert [author.name for author in read_names(line)] == names


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("선우한별", ("선우", "한별")),
        ("한별", ("한", "별")),
        ("Gu Na-rae", ("Gu", "Na-rae")),
        ("Na-rae Gu", ("Gu", "Na-rae")),
        ("Lee Seo Hang", ("Lee", "Seo Hang")),
        ("Seungho Lee", ("Lee", "Seungho")),
        ("Mary Ann Fields", ("Fields", "Mary Ann")),
        ("Plato", (None, None)),
        ("Hong Min", (None, None)),
        ("SUH Bo-hyuk", ("SUH", "Bo-hyuk")),
        ("Min HONG", ("HONG", "Min")),
        ("Claude Sonnet 4.6", (None, None)),
        ("Jan van der Meer", ("van der Meer", "Jan")),
        ("Juan Manuel de la Cruz", ("de la Cruz", "Juan Manuel")),
        ("van der Meer, Jan", ("van der Meer", "Jan")),
        ("Martin Luther King Jr.", ("King", "Martin Luther, Jr.")),
        ("King, Martin Luther, Jr.", ("King", "Martin Luther, Jr.")),
        ("King, Jr., Martin Luther", ("King", "Martin Luther, Jr.")),
        ("Sang-hyun Lee III", ("Lee", "Sang-hyun, III")),
    ],
)
def test_split(name: str, parts: tuple[str | None, str | None]) -> None:
    assert split_name(name) == parts


SYLLABLES = st.sampled_from("가나다라마바서아자하별담율온솔")


@given(st.sampled_from("김이박한노문임"), st.text(SYLLABLES, min_size=2, max_size=2))
def test_a_korean_name_is_its_parts(family: str, given_name: str) -> None:
    (author,) = read_authors(f"{family}{given_name}(통일정책연구실 부연구위원)")
    assert (author.family, author.given) == (family, given_name)
    assert (author.role, author.division) == ("부연구위원", "통일정책연구실")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("구나래0, 하도담, 임별솔 한마루연구원 {na,do,im}@example.org", ["구나래", "하도담", "임별솔"]),
        ("구나래 한마루연구원", []),
        ("고령화, 이민, 노동과 복지", []),
    ],
)
def test_names_before_where_they_work(line: str, names: list[str]) -> None:
    assert [author.name for author in read_byline(line)] == names


@pytest.mark.parametrize(
    ("line", "role", "division"),
    [
        ("평화연구실 연구위원", "연구위원", "평화연구실"),
        ("(Research Fellow, Peace Research Division)", "Research Fellow", "Peace Research Division"),
        ("A Research Fellow speaks, and the Division listens", None, None),
        ("통일로 가는 길", None, None),
    ],
)
def test_affiliation(line: str, role: str | None, division: str | None) -> None:
    assert read_affiliation(line) == (role, division)


@given(st.text(max_size=200))
def test_never_raises(line: str) -> None:
    assert all(author.name for author in (*read_authors(line), *read_names(line), *read_byline(line)))

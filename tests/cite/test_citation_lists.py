"""Citations in order, lists of references, and briefs that a style would cite alike."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kinu_reader.cite import bibliography, cite, gaps
from kinu_reader.model import Author, Entry, Pinpoint, Record

Make = Callable[..., Entry]
CHICAGO = "chicago-notes-bibliography-17th-edition"
LEE, PARK, CHOI = (Author(f"{name}, A", name, "A") for name in ("Lee", "Park", "Choi"))


def said(entries: list[Entry], style: str, *places: Pinpoint | None) -> list[str]:
    return [one.in_text.text for one in cite(entries, style, pinpoints=places)]


def test_notes_know_what_stands_before_them(entry: Make) -> None:
    a, b = entry("a"), entry("b", title="Another", code="CO 24-16")
    notes = said([a, a, b, a], CHICAGO, Pinpoint("3"), Pinpoint("5"), Pinpoint("1"), Pinpoint("7"))
    assert notes[1] == "Suh, 5."
    assert notes[2].startswith("Bo-hyuk Suh, Another, Online Series CO 24-16 (")
    assert notes[3] == "Suh, South Korea and Cuba, 7."


@pytest.mark.parametrize(
    ("style", "place", "expected"),
    [
        ("apa", Pinpoint("1–2"), "(Suh, 2024, pp. 1–2)"),
        ("apa", Pinpoint("iv–vi"), "(Suh, 2024, pp. iv–vi)"),
        ("apa", Pinpoint("1, 3"), "(Suh, 2024, pp. 1, 3)"),
        ("apa", Pinpoint("A-3"), "(Suh, 2024, p. A-3)"),
        ("apa", Pinpoint("3", note="4"), "(Suh, 2024, p. 3, n. 4)"),
        ("modern-language-association", Pinpoint(note="4"), "(Suh, n. 4)"),
        ("apa", Pinpoint(paragraph=5), "(Suh, 2024, para. 5)"),
        ("apa", Pinpoint(), "(Suh, 2024)"),
        ("modern-language-association", Pinpoint("101–102"), "(Suh 101–02)"),
        ("chicago-author-date-17th-edition", Pinpoint("101-102"), "(Suh 2024, 101–2)"),
    ],
)
def test_pinpoints(entry: Make, style: str, place: Pinpoint, expected: str) -> None:
    assert said([entry()], style, place) == [expected]


def test_numbers_follow_the_order_of_first_citation(entry: Make) -> None:
    a, b = entry("a"), entry("b", title="Another")
    assert said([b, a, b], "ieee") == ["[1]", "[2]", "[1]"]
    assert [one.id for one in bibliography([b, a, b], "ieee")] == ["b", "a"]


def test_one_author_and_one_year_get_letters_in_the_order_of_the_bibliography(entry: Make) -> None:
    briefs = [entry("1", title="Establishment"), entry("2", title="Another"), entry("3", title="Third", date="2023")]
    assert said(briefs, "apa") == ["(Suh, 2024b)", "(Suh, 2024a)", "(Suh, 2023)"]
    years = [one.reference.text.split(". ")[1] for one in bibliography(briefs, "apa")]
    assert years == ["(2023)", "(2024a)", "(2024b)"]


def test_two_people_of_one_family_name_are_told_apart(entry: Make) -> None:
    briefs = [entry("1"), entry("2", authors=(Author("Suh, Jin", "Suh", "Jin"),))]
    assert said(briefs, "apa") == ["(B.-H. Suh, 2024)", "(J. Suh, 2024)"]


SUHS = (Author("Suh, Bo-hyuk", "Suh", "Bo-hyuk"), Author("Suh, Byung-chul", "Suh", "Byung-chul"))


def test_two_first_authors_of_one_family_name_are_told_apart_wherever_they_are_cited(entry: Make) -> None:
    briefs = [entry("1", authors=SUHS[:1]), entry("2", authors=(SUHS[1], LEE), date="2021")]
    assert said(briefs, "apa") == ["(B.-H. Suh, 2024)", "(B.-C. Suh & Lee, 2021)"]
    assert said(briefs, "chicago-author-date-17th-edition") == ["(B.-H. Suh 2024)", "(B.-C. Suh and Lee 2021)"]
    assert said(briefs, "harvard-cite-them-right") == ["(Suh, 2024)", "(Suh and Lee, 2021)"]


def test_second_authors_of_one_family_name_are_not_told_apart(entry: Make) -> None:
    briefs = [entry("1", authors=(LEE, SUHS[0])), entry("2", authors=(PARK, SUHS[1]))]
    assert said(briefs, "apa") == ["(Lee & Suh, 2024)", "(Park & Suh, 2024)"]


def test_equal_initials_are_written_out_unless_the_style_has_initials_only(entry: Make) -> None:
    two = (Author("Kim, Jin-ha", "Kim", "Jin-ha"), Author("Kim, Ji-hye", "Kim", "Ji-hye"))
    briefs = [entry("1", authors=two[:1], title="A"), entry("2", authors=two[1:], title="B")]
    assert said(briefs, "chicago-author-date-17th-edition") == ["(Jin-ha Kim 2024)", "(Ji-hye Kim 2024)"]
    assert said(briefs, "apa") == ["(Kim, 2024a)", "(Kim, 2024b)"]


def test_no_more_names_are_added_than_tell_apart(entry: Make) -> None:
    han = Author("Han, A", "Han", "A")
    authors = [(LEE, PARK, CHOI, han), (LEE, PARK, CHOI, han), (LEE, CHOI, PARK, han)]
    briefs = [entry(str(place), authors=names, title=f"Title {place}") for place, names in enumerate(authors)]
    texts = ["(Lee, Park, et al., 2024a)", "(Lee, Park, et al., 2024b)", "(Lee, Choi, et al., 2024)"]
    assert said(briefs, "apa") == texts


def test_references_are_sorted_as_the_style_sorts_them(entry: Make) -> None:
    briefs = [
        entry("late", authors=SUHS[:1], title="A", date="2024"),
        entry("early", authors=SUHS[:1], title="B", date="2021-05"),
        entry("undated", authors=SUHS[:1], title="C", date=None),
        entry("initials", authors=SUHS[1:], title="D", date="2024"),
        entry("particle", authors=(Author("van der Meer, Jan", "van der Meer", "Jan"),)),
    ]

    def order(style: str) -> list[str]:
        return [one.id for one in bibliography(briefs, style)]

    assert order("apa") == ["initials", "undated", "early", "late", "particle"]  # B.-C. before B.-H.; V
    assert order("harvard-cite-them-right") == ["particle", "initials", "early", "late", "undated"]  # Meer; no date
    assert order(CHICAGO) == ["particle", "late", "early", "undated", "initials"]  # by title, not by date


def test_a_particle_is_dressed_as_the_family_name_it_stands_by(entry: Make) -> None:
    authors = (Author("van der Meer, Jan", "van der Meer", "Jan"),)
    (cited,) = cite([entry(authors=authors)], "iso690-author-date-en")
    assert cited.reference.text.startswith("VAN DER MEER, Jan, 2024.")


def test_more_names_are_shown_before_letters_are_given(entry: Make) -> None:
    briefs = [entry("1", authors=(LEE, PARK, CHOI)), entry("2", authors=(LEE, CHOI, PARK))]
    assert said(briefs, "apa") == ["(Lee, Park, et al., 2024)", "(Lee, Choi, et al., 2024)"]


def test_mla_names_the_title_of_one_among_several(entry: Make) -> None:
    briefs = [entry("1", title="Establishment"), entry("2", title="Another")]
    assert said(briefs, "modern-language-association", Pinpoint("3")) == ["(Suh, Establishment 3)", "(Suh, Another)"]


def test_italics_of_a_title_stand_upright_in_italics(entry: Make) -> None:
    (apa,) = cite([entry(title="Reading <i>Rodong</i> Anew")], "apa")
    (ieee,) = cite([entry(title="<i>Rodong</i> Anew")], "ieee")
    assert "<i>Reading </i>Rodong<i> Anew</i>" in apa.reference.html
    assert "“<i>Rodong</i> Anew,”" in ieee.reference.html
    assert "Reading Rodong Anew (" in apa.reference.text


def test_a_dash_stands_for_the_author_above(entry: Make) -> None:
    briefs = [entry("1", title="Establishment"), entry("2", title="Another"), entry("3", authors=(LEE,))]
    texts = [one.reference.text for one in bibliography(briefs, "chicago-author-date-17th-edition")]
    assert [text.split(".")[0] for text in texts] == ["Lee, A", "Suh, Bo-hyuk", "———"]
    assert texts[2].startswith("———. 2024b. Establishment. ")


def test_names_are_filed_without_accents_and_marks(entry: Make) -> None:
    names = ["Özil", "Oz", "O'Neill", "Park", "Ám"]
    briefs = [entry(name, authors=(Author(f"{name}, A", name, "A"),)) for name in names]
    assert [one.id for one in bibliography(briefs, "apa")] == ["Ám", "O'Neill", "Oz", "Özil", "Park"]


def test_gaps_are_what_the_style_would_print() -> None:
    bare = Entry("1", Record(title="A Title"))
    assert gaps(bare, "apa") == ("authors", "series", "code", "institute", "date")
    assert "place" in gaps(bare, CHICAGO)
    assert gaps(Entry("1", Record()), "apa")[:2] == ("authors", "title")


@pytest.mark.parametrize("style", ["apa", CHICAGO, "ieee"])
def test_korean_items_follow_korean_rules_beside_others(entry: Make, korean: Make, style: str) -> None:
    briefs = [entry("b"), korean("홍", authors=(Author("홍민"),)), korean("서"), entry("a", authors=(LEE,))]
    first = bibliography(briefs, style, korean=True)
    last = bibliography(briefs, style, korean=True, korean_first=False)
    assert "「한국·쿠바 수교와 통일외교」" in next(one for one in first if one.id == "서").reference.text
    assert "South Korea and Cuba" in next(one for one in first if one.id == "a").reference.text
    if style != "ieee":  # numbers go by the order of citing
        assert [one.id for one in first] == ["서", "홍", "a", "b"]
        assert [one.id for one in last] == ["a", "b", "서", "홍"]


def test_gaps_by_korean_rules(korean: Make) -> None:
    assert gaps(korean(place=None), "apa", korean=True) == ("place",)
    assert gaps(korean(place=None), "apa") == ()


def test_gaps_of_a_whole_record(entry: Make) -> None:
    assert gaps(entry(), "apa") == gaps(entry(), CHICAGO) == ()


def test_no_entries() -> None:
    assert cite([]) == bibliography([]) == []


def test_html_keeps_italics_and_nothing_else_of_the_record(entry: Make) -> None:
    reference = cite([entry(title="<b>Food</b> & Energy")])[0].reference
    assert "<i>&lt;b&gt;Food&lt;/b&gt; &amp; Energy</i>" in reference.html
    assert "<b>Food</b> & Energy (Online" in reference.text

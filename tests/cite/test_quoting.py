"""Quotations: marks, omissions and the place of the citation."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.cite import KOREAN_NOTE, Rich, cite, paragraphs, quote
from kinu_reader.model import Entry, Pinpoint

Make = Callable[..., Entry]


@pytest.mark.parametrize(
    ("passage", "korean", "quoted"),
    [
        ('He said "no".', False, "“He said ‘no’.”"),
        ("The “two ‘hostile’ states” line", False, "“The ‘two “hostile” states’ line”"),
        ("Kim's speech", False, "“Kim’s speech”"),
        ("두 줄에\n  걸친 글", True, "“두 줄에 걸친 글”"),
        ("\"두 국가\"론과 '헌법'", True, "“‘두 국가’론과 ‘헌법’”"),
    ],
)
def test_marks(passage: str, korean: bool, quoted: str) -> None:
    assert quote(passage, korean=korean).text == quoted


def test_straight_marks_if_wished() -> None:
    assert quote("The “two states” line’s end", straight=True).text == "\"The 'two states' line's end\""


def test_straight_marks_reach_the_citation(entry: Make) -> None:
    note = cite([entry(title="The “two states” line")], "modern-language-association", pinpoints=[Pinpoint("3")])[0]
    said = quote("It’s so.", note.in_text, straight=True).text
    assert not set(said) & set("“”‘’")


def test_several_texts_are_paragraphs() -> None:
    both = paragraphs([Rich("one & two"), Rich("three\nfour")])
    assert both.text == "one & two\nthree\nfour"
    assert both.html == "<p>one &amp; two</p><p>three<br>four</p>"
    assert both.rtf.count(r"\par ") == 1
    assert paragraphs([Rich("alone")]).html == "alone"


def test_omissions_give_way_to_an_ellipsis() -> None:
    passage = "Trade, which had fallen, rose again in spring."
    assert quote(passage, omit=[(5, 24)]).text == "“Trade … rose again in spring.”"
    assert quote(passage, omit=[(0, 6)]).text == "“… which had fallen, rose again in spring.”"
    assert quote(passage, omit=[(30, 46), (5, 24)]).text == "“Trade … rose …”"


def test_the_full_stop_stands_after_a_citation_in_brackets(entry: Make) -> None:
    [cited] = cite([entry()], "apa", pinpoints=[Pinpoint("3")])
    assert quote("Trade rose.", cited.in_text).text == "“Trade rose” (Suh, 2024, p. 3)."
    assert quote("Did it rise?", cited.in_text).text == "“Did it rise?” (Suh, 2024, p. 3)"


def test_a_note_stands_on_a_line_of_its_own_and_keeps_its_italics(entry: Make, korean: Make) -> None:
    [note] = cite([entry()], "chicago-notes-bibliography-17th-edition", pinpoints=[Pinpoint("3")])
    quotation = quote("Trade rose.", note.in_text)
    assert quotation.text.startswith("“Trade rose.”\nBo-hyuk Suh, South Korea and Cuba, ")
    assert quotation.html.startswith("“Trade rose.”<br>Bo-hyuk Suh, <i>South Korea and Cuba</i>, ")
    [note] = cite([korean()], KOREAN_NOTE, pinpoints=[Pinpoint("3")])
    assert quote("무역이 늘었다.", note.in_text, korean=True).text.endswith("2024. 2. 20.), 3쪽")


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(-3, 45), st.integers(-3, 45)), max_size=3))
def test_anything_can_be_quoted(passage: str, omit: list[tuple[int, int]]) -> None:
    text = quote(passage, omit=omit).text
    assert text[0] + text[-1] == "“”"
    assert "\n" not in text

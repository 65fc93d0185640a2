"""Letters and marks: case, quotation marks, initials, page ranges, and where two parts meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.cite import wording
from kinu_reader.cite.rich import Rich


@pytest.mark.parametrize(
    ("plain", "title"),
    [
        ("relations between ROK and DPRK after the summit", "Relations between ROK and DPRK after the Summit"),
        ("on the way: in search of peace", "On the Way: In Search of Peace"),
        ("long-term outlook for intra-ethnic trade", "Long-Term Outlook for Intra-Ethnic Trade"),
        ("what it is for", "What It Is For"),
        ("“the end” of an era? the road ahead", "“The End” of an Era? The Road Ahead"),
        ("the case of (a small) state", "The Case of (a Small) State"),
        ("A NEW ORDER", "A NEW ORDER"),
        ("", ""),
    ],
)
def test_title_case(plain: str, title: str) -> None:
    assert wording.cased(plain, "title", "en") == title
    assert wording.cased(plain, "title", "ko") == plain


@pytest.mark.parametrize(
    ("case", "text", "result"),
    [
        ("sentence", "relations between ROK and Korea", "Relations between ROK and Korea"),
        ("sentence", "A NEW ORDER", "A new order"),
        ("capitalize-all", "one two", "One Two"),
        ("capitalize-first", "“one two", "“One two"),
        ("uppercase", "one", "ONE"),
        ("lowercase", "ONE", "one"),
        (None, "one", "one"),
    ],
)
def test_other_cases(case: str | None, text: str, result: str) -> None:
    assert wording.cased(text, case, "en") == result


@pytest.mark.parametrize(
    ("given_name", "apa", "nlm", "harvard"),
    [
        ("Bo-hyuk", "B.-H.", "BH", "B.-H."),
        ("Min", "M.", "M", "M."),
        ("Scott A.", "S. A.", "SA", "S.A."),
        ("Sang Keun", "S. K.", "SK", "S.K."),
        ("Anne-Marie", "A.-M.", "AM", "A.-M."),
        ("B.-h.", "B.-H.", "BH", "B.-H."),
        ("Élise", "É.", "É", "É."),
    ],
)
def test_initials(given_name: str, apa: str, nlm: str, harvard: str) -> None:
    assert wording.initials(given_name, ". ", hyphen=True) == apa
    assert wording.initials(given_name, "", hyphen=False) == nlm
    assert wording.initials(given_name, ".", hyphen=True) == harvard


@given(st.text(max_size=12))
def test_initials_of_anything(text: str) -> None:
    assert isinstance(wording.initials(text, ". ", hyphen=True), str)


@pytest.mark.parametrize(
    ("straight", "english", "korean"),
    [
        ('"peace"', "“peace”", "“peace”"),
        ("'peace'", "“peace”", "‘peace’"),
        ("the people's party", "the people’s party", "the people’s party"),
        ("say \"what 'peace' is\"", "say “what ‘peace’ is”", "say “what ‘peace’ is”"),
        ('"두 국가"론', "“두 국가”론", "“두 국가”론"),
        ("'두 국가'와 '헌법'", "“두 국가”와 “헌법”", "‘두 국가’와 ‘헌법’"),
    ],
)
def test_straight_marks_are_curled(straight: str, english: str, korean: str) -> None:
    assert wording.curled(straight, korean=False) == english
    assert wording.curled(straight, korean=True) == korean


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("peace", "“peace”"),
        ("on “peace”", "“on ‘peace’”"),
        ("on “the ‘two’ states”", "“on ‘the “two” states’”"),
        ("the people’s “party’s” line", "“the people’s ‘party’s’ line”"),
    ],
)
def test_marks_inside_marks_are_turned(text: str, quoted: str) -> None:
    assert wording.quoted(text, "“", "”") == quoted


def test_marks_inside_british_and_french_marks() -> None:
    assert wording.quoted("on “peace” and ‘war’", "‘", "’") == "‘on “peace” and “war”’"
    assert wording.quoted("on “peace”", "« ", " »") == "« on “peace” »"


@pytest.mark.parametrize(
    ("pages", "rule", "short"),
    [
        ("101–102", "chicago", "101–2"),
        ("112-115", "chicago", "112–15"),
        ("100–104", "chicago", "100–104"),
        ("99–101", "chicago", "99–101"),
        ("1496–1504", "chicago", "1496–504"),
        ("101–102", "minimal-two", "101–02"),
        ("4-5", None, "4–5"),
        ("12–13, 15", "minimal", "12–3, 15"),
        ("iv–vi", "chicago", "iv–vi"),
        ("A-3", "chicago", "A-3"),
        ("15–15", "minimal", "15–5"),
    ],
)
def test_page_ranges(pages: str, rule: str | None, short: str) -> None:
    assert wording.page_range(pages, rule) == short


@pytest.mark.parametrize(
    ("text", "american", "british"),
    [
        ("“Peace”, 2024", "“Peace,” 2024", "“Peace”, 2024"),
        ("“On ‘Peace’”. Seoul", "“On ‘Peace.’” Seoul", "“On ‘Peace’”. Seoul"),
        ("Whither Reform?. Seoul", "Whither Reform? Seoul", "Whither Reform? Seoul"),
        ("“Whither Reform?”. Seoul", "“Whither Reform?” Seoul", "“Whither Reform?” Seoul"),
        ("of the Elites’. Seoul", "of the Elites’. Seoul", "of the Elites’. Seoul"),
        ("Seoul: KINU;. CO 24-15", "Seoul: KINU; CO 24-15", "Seoul: KINU; CO 24-15"),
        ("Why Not Now?: , Seoul", "Why Not Now?, Seoul", "Why Not Now?, Seoul"),
        ("Wait... What. ", "Wait... What.", "Wait... What."),
    ],
)
def test_marks_where_parts_meet(text: str, american: str, british: str) -> None:
    assert wording.tidied(text, marks_inside=True) == american
    assert wording.tidied(text, marks_inside=False) == british


def test_one_mark_where_italics_end() -> None:
    text = wording.tidied(wording.marked("of the U.S.", "i") + ". Seoul", marks_inside=True)
    assert Rich(text).html == "<i>of the U.S.</i> Seoul"


def test_rich_text_in_three_forms() -> None:
    found = Rich(f"{wording.marked('통일 & {x}', 'i')} \\ 😀\n{wording.marked('B', 'small-caps')}")
    assert found.text == "통일 & {x} \\ 😀\nB"
    assert found.html.startswith("<i>통일 &amp; {x}</i> ")
    assert found.html.endswith('<span style="font-variant:small-caps">B</span>')
    assert r"{\i \u-11851?\u-14468? & \{x\}} \\ \u-10179?\u-8704?\line {\scaps B}}" in found.rtf
    assert found.rtf.isascii()

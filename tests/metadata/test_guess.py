"""Records guessed from briefs that are built by hand: where a fact may come from, and what is never invented."""

from __future__ import annotations

import pkgutil
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.metadata import guess, profiles
from kinu_reader.metadata.profiles import __path__ as PROFILES
from kinu_reader.model import Brief, Doubt, FileKind, Furniture, Page, PageState, Passage, PassageKind, Record

PROSE = "The council met twice in the spring, and both times the bridge was on its list. " * 4
PROSE_KO = "협의회는 봄에 두 번 모였고 두 번 모두 다리를 의제에 올렸다. 이 글은 그 까닭을 살펴본다. " * 4


def passage(text: str, size: float = 10.0, kind: PassageKind = PassageKind.BODY, page: int = 1) -> tuple[str, Passage]:
    return text, Passage(0, 0, 0, page, kind, size, bold=kind is PassageKind.HEADING)


def brief(*parts: tuple[str, Passage], furniture: tuple[Furniture, ...] = (), **information: str) -> Brief:
    """Return a brief of these passages, one after another with an empty line between."""
    passages, start = [], 0
    for number, (text, look) in enumerate(parts):
        passages.append(replace(look, number=number, start=start, end=start + len(text)))
        start += len(text) + 2
    text = "\n\n".join(text for text, _ in parts)
    page = Page(1, "1", 595, 842, 0, len(text), PageState.GOOD, b"")
    return Brief(FileKind.PDF, text, (page,), tuple(passages), furniture, information, "brief.pdf")


HEAD = passage("Bridges before Summits", 18, PassageKind.HEADING)
AUTHOR = passage("Gu, Na-rae (Research Fellow, Peace Research Division)")
BODY = passage(PROSE)
SIDE_BOX = (Furniture("Online Series", 1), Furniture("2023. 5. 4.", 1), Furniture("CO 23-12", 1))


def test_a_side_box_tells_series_date_and_code() -> None:
    record = guess(brief(passage("Dolbit Institute for Policy"), HEAD, AUTHOR, BODY, furniture=SIDE_BOX)).record
    assert (record.series, record.code, record.number) == ("Online Series", "CO 23-12", "12")
    assert (record.date, record.year) == ("2023-05-04", 2023)
    assert record.institute == "Dolbit Institute for Policy"
    assert record.needs_review == ()
    assert record.provenance["code"] == "page 1"


def test_a_running_head_tells_them_with_its_page() -> None:
    furniture = (Furniture("Dolbit Institute for Policy Online Series CO 23-12", 2),)
    record = guess(brief(HEAD, AUTHOR, BODY, furniture=furniture)).record
    assert (record.code, record.provenance["code"]) == ("CO 23-12", "page 2")
    assert (record.institute, record.provenance["institute"]) == ("Dolbit Institute for Policy", "page 2")


def test_the_year_of_a_code_is_no_date() -> None:
    record = guess(brief(HEAD, AUTHOR, BODY, furniture=(Furniture("Online Series CO 98-03", 1),))).record
    assert (record.year, record.provenance["year"], record.date) == (1998, "rule", None)
    assert record.needs_review == ("date",)


def test_the_file_never_wins_over_page_one() -> None:
    record = guess(brief(HEAD, AUTHOR, BODY, title="Another Title", author="Somebody Else")).record
    assert (record.title, record.provenance["title"]) == ("Bridges before Summits", "page 1")
    assert [author.name for author in record.authors] == ["Gu, Na-rae"]
    assert not {"title", "authors"} & set(record.needs_review)


def test_the_file_is_asked_last_and_doubted() -> None:
    record = guess(brief(BODY, title="Bridges before Summits", author="Na-rae Gu")).record
    assert (record.title, record.provenance["title"]) == ("Bridges before Summits", "file")
    assert [author.family for author in record.authors] == ["Gu"]
    assert {"title", "authors", "date"} == set(record.needs_review)


@pytest.mark.parametrize(
    "title", ["Microsoft Word - Document1", "보고서 양식(2022)", "draft final.hwp", "current.wpf", "Untitled", ""]
)
def test_a_template_title_is_none(title: str) -> None:
    record = guess(brief(BODY, title=title, author="user")).record
    assert record.title is None
    assert record.authors == ()
    assert {"title", "authors"} <= set(record.needs_review)


def test_nothing_is_invented() -> None:
    record = guess(brief(BODY)).record
    about = ("provenance", "needs_review", "doubts")
    stated = {name for name, value in vars(record).items() if value and name not in about}
    assert stated == {"language"}


def test_an_empty_brief_has_an_empty_record() -> None:
    record = guess(brief()).record
    assert replace(record, needs_review=()) == Record()


def test_a_cited_code_is_not_the_briefs_own() -> None:
    found = guess(
        brief(HEAD, AUTHOR, passage("The earlier brief (Online Series CO 20-01) asked for the reverse. " + PROSE))
    )
    assert found.record.code is None
    assert found.record.series is None


def test_a_dated_heading_is_no_date() -> None:
    record = guess(brief(HEAD, AUTHOR, BODY, passage("March 1998", 12, PassageKind.HEADING), BODY)).record
    assert record.date is None


def test_a_series_brief_without_code_is_to_be_reviewed() -> None:
    record = guess(
        brief(HEAD, AUTHOR, BODY, furniture=(Furniture("Online Series", 1), Furniture("5 May 2023", 1)))
    ).record
    assert record.needs_review == ("code",)


def test_another_number_is_no_code_of_the_series() -> None:
    record = guess(brief(HEAD, AUTHOR, BODY, furniture=(Furniture("Online Series No. 7", 1),))).record
    assert (record.code, "code" in record.needs_review) == ("No. 7", True)


def test_a_foot_tells_the_copyright() -> None:
    record = guess(brief(HEAD, AUTHOR, BODY, furniture=(Furniture("© 2023 Dolbit Institute", 1),))).record
    assert record.copyright == "© 2023 Dolbit Institute"


def test_disclaimer_and_copyright_are_set_apart() -> None:
    last = passage(PROSE + "That is all. ©Dolbit 2023", page=2)
    words = (
        "The views expressed here are the author's own and do not necessarily reflect those of the Dolbit Institute."
    )
    found = guess(brief(HEAD, AUTHOR, BODY, last, passage(f"* {words}", 8, PassageKind.FOOTNOTE, 2)))
    assert found.record.disclaimer == words
    assert found.record.copyright == "©Dolbit 2023"
    text = brief(HEAD, AUTHOR, BODY, last, passage(f"* {words}", 8, PassageKind.FOOTNOTE, 2)).text
    assert [text[start:end] for start, end in found.apart] == [" ©Dolbit 2023", f"* {words}"]


def test_an_institute_known_from_the_disclaimer_is_doubtful() -> None:
    words = "이 글은 필자 개인의 견해이며, 새벽통일연구원의 공식 견해가 아닙니다."
    record = guess(brief(passage("먼저 다리를", 18, PassageKind.HEADING), passage(PROSE_KO), passage(words))).record
    assert record.institute == "새벽통일연구원"
    assert "institute" in record.needs_review
    assert record.language == "ko"


def test_a_rare_running_head_is_no_passage() -> None:
    stray = passage("Dolbit Institute for Policy", 8, page=2)
    source = brief(passage("Dolbit Institute for Policy"), HEAD, AUTHOR, BODY, stray, BODY)
    assert [source.text[start:end] for start, end in guess(source).apart] == ["Dolbit Institute for Policy"] * 2


def test_names_that_only_look_like_names_are_doubted() -> None:
    record = guess(brief(HEAD, passage("Mary Fields and John Brook"), BODY)).record
    assert [author.family for author in record.authors] == ["Fields", "Brook"]
    assert "authors" in record.needs_review


def test_a_title_over_two_passages_and_a_subtitle() -> None:
    second = passage("and Letters before Bridges", 18, PassageKind.HEADING)
    subtitle = passage("A note on the order of things", 13, PassageKind.HEADING)
    record = guess(brief(HEAD, second, subtitle, AUTHOR, BODY)).record
    assert record.title == "Bridges before Summits and Letters before Bridges"
    assert record.subtitle == "A note on the order of things"


def test_the_folder_is_the_registry() -> None:
    names = {profile.name for profile in profiles()}
    assert names == {module.name for module in pkgutil.iter_modules(PROFILES)}
    assert {"generic", "online_series"} <= names


def test_every_profile_answers_in_bounds() -> None:
    for source in (brief(), brief(BODY), brief(HEAD, AUTHOR, BODY, furniture=SIDE_BOX)):
        assert all(0 <= profile.matches(source) <= 1 for profile in profiles())


def test_the_file_may_say_which_line_is_the_title() -> None:
    louder = passage("DOLBIT", 30, PassageKind.HEADING)
    assert guess(brief(HEAD, louder, AUTHOR, BODY, title="Bridges before Summits (final)")).record.title == HEAD[0]


def test_a_title_taken_for_a_running_head_is_found_in_the_margin() -> None:
    repeated = (Furniture(HEAD[0], 1), Furniture(HEAD[0], 3))
    record = guess(brief(passage("Dolbit Institute for Policy"), AUTHOR, BODY, furniture=repeated)).record
    assert (record.title, "title" in record.needs_review) == (HEAD[0], True)


def test_an_author_of_another_title_is_a_templates() -> None:
    record = guess(brief(HEAD, BODY, title="논문 작성 예시", author="하도담")).record
    assert record.authors == ()
    assert "authors" in record.needs_review


def test_a_note_tells_the_rank_of_the_only_author() -> None:
    note = passage("* 평화연구실 부연구위원, 02-000-0000", 8, PassageKind.FOOTNOTE)
    record = guess(
        brief(passage("먼저 다리를", 18, PassageKind.HEADING), passage("구 나 래*"), passage(PROSE_KO), note)
    ).record
    (author,) = record.authors
    assert (author.name, author.role, author.division) == ("구나래", "부연구위원", "평화연구실")


def test_a_line_below_tells_the_rank_of_the_only_author() -> None:
    below = passage("Research Fellow, Peace Research Division")
    (author,) = guess(brief(HEAD, passage("Na-rae Gu"), below, BODY)).record.authors
    assert (author.name, author.role, author.division) == ("Na-rae Gu", "Research Fellow", "Peace Research Division")


def test_a_date_that_ends_a_line_is_doubted() -> None:
    record = guess(brief(HEAD, passage("Speech to the Dolbit Forum, 5 May 2023"), BODY)).record
    assert (record.date, record.doubts["date"]) == ("2023-05-05", Doubt.LOW)


@pytest.mark.parametrize("end", ["(c) 750,000", "in the hands of the Copyright Office", "Copyright Information"])
def test_a_word_about_copyright_is_no_mark(end: str) -> None:
    assert guess(brief(HEAD, AUTHOR, BODY, passage(PROSE + end))).record.copyright is None


def test_another_language_is_none() -> None:
    record = guess(
        brief(HEAD, passage("Le conseil se réunit deux fois au printemps et parle du pont chaque fois. " * 9))
    )
    assert record.record.language is None


PARTS = st.builds(
    passage,
    st.text(st.sampled_from("가통일CO 24-15.©*제호Institute,()년월'\"1209Nov"), min_size=1, max_size=80),
    st.sampled_from([0.0, 8.0, 10.0, 12.0, 18.0]),
    st.sampled_from(PassageKind),
    st.integers(1, 3),
)


@given(st.lists(PARTS, max_size=8), st.lists(st.builds(Furniture, st.text(max_size=40), st.integers(1, 3)), max_size=3))
def test_any_brief_gives_ranges_in_its_text(parts: list[tuple[str, Passage]], furniture: list[Furniture]) -> None:
    source = brief(*parts, furniture=tuple(furniture))
    found = guess(source)
    assert all(0 <= start < end <= len(source.text) for start, end in (*found.apart, *found.front))
    assert set(found.record.needs_review) <= set(Record.__dataclass_fields__)

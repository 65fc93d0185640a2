"""What the canonical text of a PDF is, on pages with known words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pymupdf
import pytest

from kinu_reader.extract.reading import read_file
from kinu_reader.model import FileKind, PageState, PassageKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Press

    from kinu_reader.model import Brief

FILLER = [
    "The valley road was opened in the spring of that year and it",
    "carried timber to the coast for as long as the bridges stood,",
    "which was longer than the engineers had dared to hope at first",
    "and shorter than the towns along the river came to believe in",
    "when they built their markets and schools beside the new road.",
]


def passages(brief: Brief, *kinds: PassageKind) -> list[str]:
    return [brief.text[p.start : p.end] for p in brief.passages if not kinds or p.kind in kinds]


def test_lines_become_paragraphs_and_a_bigger_line_a_heading(press: Callable[..., Press]) -> None:
    paper = press().line(72, 100, "A Road and Its Towns", 16, "hebo").lines(72, 140, FILLER).lines(72, 240, FILLER)
    brief = read_file(paper.save())
    assert brief.kind is FileKind.PDF
    assert brief.name == "brief.pdf"
    assert passages(brief) == ["A Road and Its Towns", " ".join(FILLER), " ".join(FILLER)]
    assert [p.kind for p in brief.passages] == [PassageKind.HEADING, PassageKind.BODY, PassageKind.BODY]
    assert (brief.passages[0].size, brief.passages[0].bold) == (16, True)
    assert brief.text == "\n\n".join(passages(brief))


def test_paragraphs_are_told_by_indents_and_unfilled_lines(press: Callable[..., Press]) -> None:
    paper = press().lines(72, 100, FILLER)
    paper.line(86, 175, "An indented line starts a paragraph although no gap").line(
        72, 190, "stands before it and it ends early."
    )
    paper.line(72, 205, "The short line before this one ended a paragraph as well.")
    brief = read_file(paper.save())
    assert passages(brief) == [
        " ".join(FILLER),
        "An indented line starts a paragraph although no gap stands before it and it ends early.",
        "The short line before this one ended a paragraph as well.",
    ]


def test_a_paragraph_runs_over_a_page_break_between_running_heads(press: Callable[..., Press]) -> None:
    paper = press()
    for number in (1, 2, 3):
        paper.new_page().line(72, 40, "Institute of Roads", 8).line(280, 810, f"– {number} –", 8)
        paper.lines(72, 100, FILLER[:-1]).lines(72, 700, FILLER[:3])
    brief = read_file(paper.save())
    through = " ".join(FILLER[:3] + FILLER[:-1])
    assert passages(brief) == [" ".join(FILLER[:-1]), through, through, " ".join(FILLER[:3])]
    assert [(piece.text, piece.page) for piece in brief.furniture if piece.page == 2] == [
        ("Institute of Roads", 2),
        ("– 2 –", 2),
    ]
    assert [page.label for page in brief.pages] == ["1", "2", "3"]
    second = brief.passages[1]
    assert second.page == 1
    assert brief.pages[0].end < second.end
    assert brief.pages[1].start > second.start
    assert brief.text[brief.pages[1].start :].startswith(FILLER[0])


def test_a_sentence_of_the_body_that_comes_again_stays(press: Callable[..., Press]) -> None:
    paper = press()
    for _ in range(2):
        paper.new_page().lines(72, 60, ["Nothing has changed since the road was last repaired by them.", *FILLER])
    brief = read_file(paper.save())
    assert brief.text.count("Nothing has changed") == 2
    assert brief.furniture == ()


def test_a_full_width_title_then_the_left_column_then_the_right(press: Callable[..., Press]) -> None:
    left = [f"left {n} of the column that is read before" for n in range(8)]
    right = [f"right {n} of the column that is read after" for n in range(8)]
    paper = press()
    for n in range(8):  # drawn line by line across the gutter, as some programs do
        paper.line(60, 160 + 14 * n, left[n]).line(310, 160 + 14 * n, right[n])
    paper.line(60, 100, "One Title That Runs Over Both of the Columns Below", 18, "hebo")
    brief = read_file(paper.save())
    assert brief.text == "\n\n".join(["One Title That Runs Over Both of the Columns Below", " ".join(left + right)])


@pytest.mark.parametrize("interleaved", [False, True])
@pytest.mark.parametrize("x", [40, 500])
def test_a_side_box_leaves_the_text(press: Callable[..., Press], interleaved: bool, x: float) -> None:
    box = {1: "Road Papers", 2: "2024.02.20", 3: "RP 24-15"}
    paper = press()
    for n, line in enumerate(FILLER):
        paper.line(150, 150 + 15 * n, line)
        if interleaved and n in box:
            paper.line(x, 150 + 15 * n, box[n])
    if not interleaved:
        for n, text in box.items():
            paper.line(x, 150 + 15 * n, text)
    brief = read_file(paper.save())
    assert brief.text == " ".join(FILLER)
    assert [piece.text for piece in brief.furniture] == list(box.values())


def test_hyphens_at_line_ends(press: Callable[..., Press]) -> None:
    lines = [
        "The council held long consulta-",
        "tions on the non-",
        "proliferation of inter-",
        "Korean road works and tolls.",
    ]
    brief = read_file(press().lines(72, 100, lines).save())
    words = "The council held long consultations on the non-proliferation of inter-Korean road works and tolls."
    assert brief.text == words


def test_hangul_broken_inside_a_word(press: Callable[..., Press]) -> None:
    lines = ["통일정책은 길을 내는 일에서 시작되고 마을은 그 길에서 자란다. 새로운 통일정", "책은 다리를 먼저 살핀다."]
    brief = read_file(press().lines(72, 100, lines, font="cjk").save())
    assert brief.text == lines[0] + lines[1]


def test_ligatures_spaces_and_parted_letters(press: Callable[..., Press]) -> None:
    paper = press().new_page()
    paper.page.insert_htmlbox((72, 80, 500, 120), '<p style="font-family:serif">scientific office\u00a0affect</p>')
    paper.line(72, 160, "cafe\u0301 on the quay", font="cjk")
    text = read_file(paper.save()).text
    assert "scientific office affect" in text
    assert "café on the quay" in text


def test_text_drawn_twice_comes_once(press: Callable[..., Press]) -> None:
    paper = press().line(72, 100, "A heading made bold by hand", 14).line(72.4, 100, "A heading made bold by hand", 14)
    assert read_file(paper.save()).text == "A heading made bold by hand"


def test_footnotes_stand_apart_from_the_paragraph_they_interrupt(press: Callable[..., Press]) -> None:
    paper = press().new_page().lines(72, 600, FILLER[:4])
    paper.lines(
        72,
        720,
        ["1) See the survey of the northern", "bridges, kept in the town hall.", "2) Ibid., page 4."],
        8,
        pitch=10,
    )
    paper.new_page().lines(72, 100, FILLER[:4])
    brief = read_file(paper.save())
    assert passages(brief, PassageKind.BODY) == [" ".join(FILLER[:4] + FILLER[:4])]
    assert passages(brief, PassageKind.FOOTNOTE) == [
        "1) See the survey of the northern bridges, kept in the town hall.",
        "2) Ibid., page 4.",
    ]
    assert [p.kind for p in brief.passages] == [PassageKind.BODY, PassageKind.FOOTNOTE, PassageKind.FOOTNOTE]


def test_a_long_paragraph_is_cut_at_sentences(press: Callable[..., Press]) -> None:
    brief = read_file(press().lines(72, 60, FILLER * 8, 9, pitch=12).save())
    assert len(brief.passages) > 1
    assert all(text.endswith("road.") for text in passages(brief))
    assert " ".join(passages(brief)) == brief.text == " ".join(FILLER * 8)


def test_page_labels_of_the_file_win(press: Callable[..., Press]) -> None:
    paper = press()
    for number in range(3):
        paper.new_page().lines(72, 100, FILLER).line(280, 810, str(number + 7))
    paper.document.set_page_labels([{"startpage": 0, "prefix": "A-", "style": "D", "firstpagenum": 1}])
    assert [page.label for page in read_file(paper.save()).pages] == ["A-1", "A-2", "A-3"]


def test_printed_page_numbers_are_labels(press: Callable[..., Press]) -> None:
    paper = press()
    for number in range(3):
        paper.new_page().lines(72, 100, FILLER).line(280, 810, str(number + 7))
    assert [page.label for page in read_file(paper.save()).pages] == ["7", "8", "9"]


def test_what_the_file_claims_is_passed_on(press: Callable[..., Press]) -> None:
    paper = press().lines(72, 100, FILLER)
    paper.document.set_metadata({"title": "Roads", "author": "Ha, Na"})
    information = read_file(paper.save()).information
    assert (information["title"], information["author"]) == ("Roads", "Ha, Na")


def test_page_states(press: Callable[..., Press]) -> None:
    paper = press().new_page().lines(72, 100, FILLER).new_page().new_page()
    grey = pymupdf.Pixmap(pymupdf.csGRAY, (0, 0, 60, 80))
    paper.page.insert_image(paper.page.rect, pixmap=grey)
    paper.new_page().page.insert_image(paper.page.rect, pixmap=grey)
    paper.line(72, 800, "scanned")
    brief = read_file(paper.save())
    assert [page.state for page in brief.pages] == [
        PageState.GOOD,
        PageState.GOOD,  # an empty sheet has nothing else to say
        PageState.NO_TEXT,
        PageState.LITTLE_TEXT,
    ]
    assert brief.pages[2].start == brief.pages[2].end


def test_a_file_of_pictures_is_a_brief_without_text(press: Callable[..., Press]) -> None:
    paper = press().new_page()
    paper.page.insert_image(paper.page.rect, pixmap=pymupdf.Pixmap(pymupdf.csGRAY, (0, 0, 60, 80)))
    brief = read_file(paper.save())
    assert (brief.text, brief.passages) == ("", ())
    assert brief.pages[0].state is PageState.NO_TEXT


def test_a_paragraph_over_three_pages_is_one_passage_before_its_notes(press: Callable[..., Press]) -> None:
    paper = press()
    for number in (1, 2, 3):
        paper.new_page().lines(72, 100, FILLER[:4])
        paper.lines(72, 760, [f"{number}) See the survey of bridge {number}."], 8)
    brief = read_file(paper.save())
    assert passages(brief) == [
        " ".join(FILLER[:4] * 3),
        "1) See the survey of bridge 1.",
        "2) See the survey of bridge 2.",
        "3) See the survey of bridge 3.",
    ]


def test_where_paragraphs_are_indented_a_full_stop_at_a_page_end_need_not_end_one(press: Callable[..., Press]) -> None:
    paper = press().new_page()
    for y in (100, 175, 250):
        paper.line(84, y, FILLER[0]).lines(72, y + 15, FILLER[1:])
    paper.new_page().lines(72, 100, FILLER)
    brief = read_file(paper.save())
    assert passages(brief) == [" ".join(FILLER), " ".join(FILLER), " ".join(FILLER * 2)]


def test_three_columns_are_read_one_after_another(press: Callable[..., Press]) -> None:
    columns = [[f"{name} {n} of the road papers" for n in range(6)] for name in ("one", "two", "six")]
    paper = press()
    for n in range(6):
        for x, column in zip((50, 220, 390), columns, strict=True):
            paper.line(x, 160 + 14 * n, column[n])
    assert read_file(paper.save()).text == " ".join(line for column in columns for line in column)


def test_a_head_made_of_words_of_the_first_page_goes_even_once(press: Callable[..., Press]) -> None:
    paper = press().line(72, 100, "Road Papers", 16, "hebo").lines(72, 140, FILLER[:4])
    paper.new_page().line(450, 40, "Road Papers", 8).lines(72, 100, FILLER[:4])
    brief = read_file(paper.save())
    assert [(piece.text, piece.page) for piece in brief.furniture] == [("Road Papers", 2)]
    assert passages(brief) == ["Road Papers", " ".join(FILLER[:4] * 2)]


def test_an_address_at_the_foot_goes_from_a_single_page(press: Callable[..., Press]) -> None:
    paper = press().lines(72, 100, FILLER).line(72, 800, "River Street 12 · Tel. 02-000-0000 · www.example.org", 8)
    brief = read_file(paper.save())
    assert brief.text == " ".join(FILLER)
    assert len(brief.furniture) == 1


def test_a_raised_mark_of_a_note_stays_with_its_word(press: Callable[..., Press]) -> None:
    paper = press().line(72, 100, "The bridge was never built")
    paper.line(72 + pymupdf.Font("helv").text_length("The bridge was never built", 10) + 1, 96, "12", 6)
    assert read_file(paper.save()).text == "The bridge was never built12"


def test_authors_with_rank_and_division_stand_apart(press: Callable[..., Press]) -> None:
    bylines = ["Ha, Na-ru (Research Fellow, Road Division)", "Do, Da-on (Senior Fellow, Bridge Division)"]
    assert passages(read_file(press().lines(72, 100, [*bylines]).lines(72, 180, FILLER).save()))[:2] == bylines

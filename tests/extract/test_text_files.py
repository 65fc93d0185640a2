"""What the canonical text of a text file is, and the pages we typeset of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pymupdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.extract import typeset
from kinu_reader.extract.boxes import boxes_of, unpack
from kinu_reader.extract.plain import lay_out_file, read_text
from kinu_reader.extract.text_paragraphs import TextParagraph, text_paragraphs
from kinu_reader.model import FileKind, PassageKind

if TYPE_CHECKING:
    from pathlib import Path

CUT = """Institute of Roads



A Road to the Coast, and What It Carried

Ha, Na-ru (Research Fellow, Road Division)

The valley road was opened in spring and carried timber. Towns along the river built markets, and the mayor's large



Road Papers

RP 24-15

plan for a 'Global Coast' was read aloud in every school.

The second paragraph stands whole. ©Roads 2024

* This text is the author's own view."""


def texts(source: str, *, markdown: bool = False) -> list[str]:
    return [paragraph.text for paragraph in text_paragraphs(source, markdown=markdown)[0]]


def test_a_paragraph_cut_by_a_page_end_is_made_whole() -> None:
    paragraphs, furniture = text_paragraphs(CUT)
    assert furniture == ["Road Papers", "RP 24-15"]
    assert [paragraph.text for paragraph in paragraphs] == [
        "Institute of Roads",
        "A Road to the Coast, and What It Carried",
        "Ha, Na-ru (Research Fellow, Road Division)",
        "The valley road was opened in spring and carried timber. Towns along the river built markets, and the mayor's "
        "large plan for a 'Global Coast' was read aloud in every school.",
        "The second paragraph stands whole. ©Roads 2024",
        "* This text is the author's own view.",
    ]
    kinds = [paragraph.kind for paragraph in paragraphs]
    assert kinds == [PassageKind.HEADING] * 2 + [PassageKind.BODY] * 4


def test_a_korean_paragraph_is_made_whole_over_sure_furniture() -> None:
    first = "통일정책은 마을과 마을을 잇는 길을 내는 일에서 시작하여 강을 건너는 다리를 놓고 시장을 여는 일로 이어지며"
    source = f"{first}\n\n온라인 시리즈\n\nCO 24-15\n\n- 3 -\n\n학교와 병원을 짓는 일이 남는다."
    paragraphs, furniture = text_paragraphs(source)
    assert [paragraph.text for paragraph in paragraphs] == [f"{first} 학교와 병원을 짓는 일이 남는다."]
    assert furniture == ["온라인 시리즈", "CO 24-15", "- 3 -"]


def test_short_lines_between_whole_paragraphs_stay() -> None:
    source = "The first paragraph ends as it should.\n\nRoad Papers\n\nRP 24-15\n\nThe next one begins anew."
    assert texts(source) == source.split("\n\n")


def test_wrapped_lines_are_joined_and_whole_lines_are_not() -> None:
    wrapped = (
        "The valley road was opened in the spring of that year and it\n"
        "carried timber to the coast for as long as the bridges stood,\n"
        "which was longer than the engineers had dared to hope.\n"
        "A new paragraph begins without a blank line, and its consulta-\n"
        "tions end here.\n"
    )
    assert texts(wrapped) == [
        "The valley road was opened in the spring of that year and it carried timber to the coast for as long as the "
        "bridges stood, which was longer than the engineers had dared to hope.",
        "A new paragraph begins without a blank line, and its consultations end here.",
    ]
    whole = [f"Paragraph {n} is one line " + "of several words " * (8 + 5 * n) + "and ends." for n in range(5)]
    assert texts("\n".join(whole)) == whole


def test_a_form_feed_is_a_page_end() -> None:
    first = "The valley road was opened in spring and carried timber until the"
    assert texts(f"{first}\n\n- 1 -\n\f\nBridges fell into the river after the great flood of that year.") == [
        f"{first} Bridges fell into the river after the great flood of that year."
    ]
    assert texts("It ends here.\n\fThe next page begins.") == ["It ends here.", "The next page begins."]


def test_markdown_loses_its_marks() -> None:
    source = "# A Road\n\nIt was *long* and **steep**, `so` to say.\n\nOver the hill\n-------------\nIt went on."
    paragraphs, _ = text_paragraphs(source, markdown=True)
    assert [(paragraph.text, paragraph.kind) for paragraph in paragraphs] == [
        ("A Road", PassageKind.HEADING),
        ("It was long and steep, so to say.", PassageKind.BODY),
        ("Over the hill", PassageKind.HEADING),
        ("It went on.", PassageKind.BODY),
    ]


def test_a_text_brief_has_pages_without_labels(tmp_path: Path) -> None:
    path = tmp_path / "roads.txt"
    path.write_text(CUT * 12, encoding="utf-16")
    brief = read_text(path)
    assert brief.kind is FileKind.TEXT
    assert len(brief.pages) > 3
    assert {page.label for page in brief.pages} == {""}
    assert {piece.text for piece in brief.furniture} == {"Road Papers", "RP 24-15"}
    for before, after in zip(brief.pages, brief.pages[1:], strict=False):
        assert before.end < after.start
    start = brief.text.index("Global Coast")
    assert boxes_of(brief.pages[0], start, start + 12)


MIXED = [
    TextParagraph("A Title That Is Long Enough to Need Another Line of Its Own on This Page", PassageKind.HEADING),
    TextParagraph("통일정책은 길을 내는 일에서 시작한다. The road and the Хлеб — 北韓. " * 9, PassageKind.BODY),
    TextParagraph("wordwithoutanyspace" * 12, PassageKind.BODY),
]


def test_drawn_text_stands_in_its_boxes() -> None:
    paragraphs = [TextParagraph(paragraph.text.strip(), paragraph.kind) for paragraph in MIXED]
    layout = typeset.lay_out(paragraphs)
    document = typeset.draw(layout)
    drawn = [
        (page.number + 1, c["c"], pymupdf.Rect(c["bbox"]))
        for page in document
        for block in page.get_text("rawdict")["blocks"]
        for line in block["lines"]
        for span in line["spans"]
        for c in span["chars"]
        if c["c"] != " "
    ]
    laid = [
        (page, paragraph.text[start + n], box)
        for paragraph in layout.written
        for page, start, boxes in paragraph.stretches
        for n, box in enumerate(boxes)
        if paragraph.text[start + n] != " "
    ]
    assert [(page, c) for page, c, _ in drawn] == [(page, c) for page, c, _ in laid]
    for (_, _, ink), (_, _, box) in zip(drawn, laid, strict=True):
        assert abs(ink.x0 - box[0]) < 0.6
        assert abs(ink.x1 - box[2]) < 0.6
        assert box[1] < (ink.y0 + ink.y1) / 2 < box[3]


@given(st.lists(st.text(st.sampled_from("ab 한글. 漢\U0001f600"), min_size=1, max_size=200), min_size=1, max_size=8))
def test_no_line_leaves_the_page(sources: list[str]) -> None:
    paragraphs = [TextParagraph(" ".join(text.split()), PassageKind.BODY) for text in sources if text.strip()]
    layout = typeset.lay_out(paragraphs)
    for paragraph in layout.written:
        boxed = [start + n for _, start, boxes in paragraph.stretches for n in range(len(boxes))]
        assert [offset for offset in range(len(paragraph.text)) if paragraph.text[offset] != " "] == [
            offset for offset in boxed if paragraph.text[offset] != " "
        ]
        for page, _, boxes in paragraph.stretches:
            assert 1 <= page <= len(layout.faces)
            assert all(0 < x0 <= x1 < typeset.WIDTH and 0 < y0 < y1 < typeset.HEIGHT for x0, y0, x1, y1 in boxes)


def test_the_same_file_is_always_laid_out_the_same(tmp_path: Path) -> None:
    path = tmp_path / "roads.md"
    path.write_text(CUT, encoding="utf-8")
    assert lay_out_file(path) == lay_out_file(path)


@pytest.mark.parametrize("size", [9 << 20])
def test_a_huge_text_is_refused(tmp_path: Path, size: int) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(size)
    with pytest.raises(Exception, match="too-large"):
        read_text(path)


def test_the_map_of_a_text_page_is_small(tmp_path: Path) -> None:
    path = tmp_path / "roads.txt"
    path.write_text(CUT * 2, encoding="utf-8")
    brief = read_text(path)
    assert sum(len(run.boxes) for run in unpack(brief.pages[0].characters)) > 500
    assert len(brief.pages[0].characters) < 3 * len(brief.text)

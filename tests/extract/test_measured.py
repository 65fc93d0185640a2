"""How much of briefs with known paragraphs is read exactly: every trap of the layouts that institutes use, counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pymupdf
import pytest

from kinu_reader.extract.boxes import unpack
from kinu_reader.extract.reading import read_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Setter

    from kinu_reader.model import Brief

Layout = "Callable[[Setter], None]"
TWO = [(60, 225), (310, 225)]
THREE = [(50, 155), (220, 155), (390, 155)]
NAMES = {False: "Institute of Roads and Harbours", True: "도로와 항구 연구소"}


def numbered(form: str) -> Callable[[Setter, int], None]:
    def draw(setter: Setter, page: int) -> None:
        setter.foot(72, 50, NAMES[setter.korean])
        setter.foot(280, 800, form.format(page, 6))

    return draw


def columns_of(setter: Setter, edges: list[tuple[int, int]], top: float = 170.0) -> None:
    measure = type(setter.columns[0])
    setter.columns = [measure(x, width, top, 700.0) for x, width in edges]
    setter.column = len(setter.columns)


def one_column(setter: Setter) -> None:
    setter.each_page = numbered("- {} -")
    setter.heading("1. " + ("길과 다리" if setter.korean else "Roads and Bridges"))
    for count in (5, 3, 7, 4, 6, 8, 3, 5, 9, 6, 4, 7, 5, 6):
        setter.paragraph(setter.words(count))


def indented(setter: Setter) -> None:
    setter.indent, setter.gap, setter.each_page = 14.0, 0.0, numbered("{} / {}")
    for count in (5, 4, 7, 4, 6, 8, 3, 5, 9, 6, 4, 7, 5, 6, 8, 5, 7, 6):
        setter.paragraph(setter.words(count))


def two_columns(setter: Setter) -> None:
    setter.each_page = numbered("{}")
    columns_of(setter, TWO)
    setter.next_column()
    title = (
        "두 단 위에 걸친 넓은 제목을 가진 보고서"
        if setter.korean
        else "A Title That Runs Over Both of the Columns Below"
    )
    setter.press.line(60, 120, title, 18, "cjk" if setter.korean else "tibo")
    setter.truth.append(title)
    for count in (4, 3, 5, 4, 6, 3, 4, 5, 6, 4, 5, 3, 4, 5):
        setter.paragraph(setter.words(count))


def three_columns(setter: Setter) -> None:
    columns_of(setter, THREE, 120.0)
    setter.pitch = 15.0
    for count in (3, 2, 4, 3, 4, 3, 2, 4, 3, 3):
        setter.paragraph(setter.words(count))


def side_box(x: float, when: str) -> Callable[[Setter], None]:
    box = ["Road Papers", "2024.02.20", "RP 24-15"]

    def draw(setter: Setter, page: int) -> None:
        for number, text in enumerate(box):
            setter.press.line(x, 160 + 16 * number, text, 8.5)
            setter.furniture.append(text)

    def lay_out(setter: Setter) -> None:
        setter.columns[0].x, setter.columns[0].width = 150.0, 330.0
        setter.each_page = draw if when == "first" else None
        for count in (4, 5, 3, 6):
            setter.paragraph(setter.words(count))
        if when == "last":
            draw(setter, 1)

    return lay_out


def footnotes(size: float) -> Callable[[Setter], None]:
    def lay_out(setter: Setter) -> None:
        setter.columns[0].bottom = 640.0
        notes: list[str] = []

        def draw(setter: Setter, page: int) -> None:
            setter.press.rule(72, 210, 690)
            for number in (2 * page - 1, 2 * page):
                words = (
                    "이 일에 관한 마을의 기록을 볼 것"
                    if setter.korean
                    else "See the records of the town hall on this work"
                )
                notes.append(f"{number}) {words}, {number}.")
                setter.press.line(72, 690 + 14 * (2 - number % 2), notes[-1], size, setter.font)

        setter.each_page = draw
        for count in (9, 12, 8, 14, 9, 10):
            setter.paragraph(setter.words(count))
        setter.apart += notes

    return lay_out


def tables(ruled: bool) -> Callable[[Setter], None]:
    def lay_out(setter: Setter) -> None:
        setter.paragraph(setter.words(4))
        setter.y += 12
        places = (
            ["등대", "부두", "다리", "시장", "학교"]
            if setter.korean
            else ["Pier", "Canal", "Bridge", "Market", "School"]
        )
        for number, place in enumerate(places):
            cells = [place, f"{1900 + 7 * number}", f"{number},512", "새로 지음" if setter.korean else "rebuilt"]
            if ruled:
                setter.press.rule(72, 500, setter.y - 12)
            for x, cell in zip((72, 200, 300, 400), cells, strict=True):
                setter.press.line(x, setter.y, cell, setter.size, setter.font)
            setter.truth.append(" ".join(cells))
            setter.y += 20
        if ruled:
            setter.press.rule(72, 500, setter.y - 12)
        setter.y += 16
        setter.paragraph(setter.words(5))

    return lay_out


def captions(setter: Setter) -> None:
    setter.paragraph(setter.words(4))
    setter.press.page.draw_rect((120, setter.y, 420, setter.y + 90), color=(0, 0, 0))
    setter.y += 112
    caption = "그림 1. 강을 건너는 세 번째 다리" if setter.korean else "Figure 1. The third bridge over the river"
    setter.press.line(160, setter.y, caption, 8.5, setter.font)
    setter.truth.append(caption)
    setter.y += 34
    setter.paragraph(setter.words(5)).paragraph(setter.words(3))


def text_box(setter: Setter) -> None:
    """A framed box to the right of the text, which stands narrower beside it."""
    setter.columns[0].width = 270.0
    for count in (4, 5, 4):
        setter.paragraph(setter.words(count))
    inside = type(setter.columns[0])(372.0, 140.0, 0.0, 700.0)
    setter.press.page.draw_rect((362, 150, 524, 330), color=(0, 0, 0))
    text, y = setter.words(2), 170.0
    for line in setter.broken(text, inside.width, 0, False):
        setter.press.line(inside.x, y, line, setter.size, setter.font)
        y += 15
    setter.apart.append(text)


def syllables(spaced: bool) -> Callable[[Setter], None]:
    """Hangul broken after any syllable."""

    def lay_out(setter: Setter) -> None:
        setter.spaced, setter.columns[0].width = spaced, 380.0
        for count in (5, 4, 7, 4, 6, 8, 5, 6, 7, 9, 6, 8):
            setter.paragraph(setter.words(count), anywhere=True)

    return lay_out


def addressed(setter: Setter) -> None:
    setter.paragraph(setter.words(5)).paragraph(setter.words(4))
    address = (
        "서울시 강변로 12 전화 02-000-0000 www.example.org"
        if setter.korean
        else "12 River Street, Tel. 00-000, www.example.org"
    )
    setter.foot(72, 800, address)
    setter.foot(500, 800, "1")


LAYOUTS: dict[str, Callable[[Setter], None]] = {
    "one column": one_column,
    "indented": indented,
    "two columns": two_columns,
    "three columns": three_columns,
    **{f"box at {x}, {when}": side_box(x, when) for x in (40.0, 500.0) for when in ("first", "last")},
    "small notes": footnotes(8.0),
    "notes under a rule": footnotes(10.5),
    "ruled table": tables(True),
    "plain table": tables(False),
    "captions": captions,
    "text box": text_box,
    "address": addressed,
}
KOREAN_LAYOUTS = {"syllables, spaces drawn": syllables(True), "syllables, no spaces": syllables(False)}


def test_briefs_are_read_as_they_were_set(setter: Callable[..., Setter]) -> None:
    right = total = 0
    wrong: list[str] = []
    for korean in (False, True):
        for seed, (name, lay_out) in enumerate((LAYOUTS | (KOREAN_LAYOUTS if korean else {})).items()):
            made = setter(korean=korean, seed=seed)
            lay_out(made)
            brief = read_file(made.press.save())
            assert_boxes_hold(brief, made.press.path)
            read = paragraphs_of(brief)
            said = " ".join(read)
            assert [text for text in made.furniture if len(text) > 3 and text in said] == [], name
            known = made.truth + made.apart
            missed = [f"{name}: {text[:80]}" for text in known if text not in read]
            total, right, wrong = total + len(known), right + len(known) - len(missed), wrong + missed
            places = [read.index(text) for text in made.truth if text in read and made.truth.count(text) == 1]
            assert places == sorted(places), name
    assert right >= 0.98 * total, f"{right} of {total}\n" + "\n".join(wrong)


def paragraphs_of(brief: Brief) -> list[str]:
    """Return the paragraphs; those cut at sentences, because they are long, are one line of the text."""
    return brief.text.split("\n\n")


def assert_boxes_hold(brief: Brief, path: object) -> None:
    """Check that in the middle of the box of every character stands that character, and that none is without a box."""
    boxed = set()
    with pymupdf.open(path) as document:
        for page in brief.pages:
            drawn = [
                (c["c"], pymupdf.Rect(c["bbox"]) * document[page.number - 1].rotation_matrix)
                for block in document[page.number - 1].get_text("rawdict", flags=pymupdf.TEXTFLAGS_RAWDICT)["blocks"]
                for line in block.get("lines", ())
                for span in line["spans"]
                for c in span["chars"]
            ]
            places = {(round(box.x0), round(box.y0)): c for c, box in drawn if c.strip()}
            for run in unpack(page.characters):
                for offset, box in enumerate(run.boxes, run.start):
                    boxed.add(offset)
                    c = brief.text[offset]
                    if c != " ":
                        near = [(round(box[0]) + dx, round(box[1]) + dy) for dx in (0, -1, 1) for dy in (0, -1, 1)]
                        assert c in {places.get(place) for place in near}, (c, box)
    assert all(offset in boxed for offset, c in enumerate(brief.text) if not c.isspace())


@pytest.mark.parametrize(
    "form",
    [
        "{}",
        "- {} -",
        "– {} –",
        "{} / {}",
        "{}/{}",
        "Page {} of {}",
        "p. {}",
        "[{}]",
        "〈 {} 〉",
        "{}쪽",
        "| {} |",
        "({})",
    ],
)
def test_page_numbers_in_every_form_are_furniture_and_labels(setter: Callable[..., Setter], form: str) -> None:
    made = setter(korean="쪽" in form or "〈" in form, each_page=numbered(form), seed=3)
    for count in (9, 12, 8, 14, 9, 12, 9):
        made.paragraph(made.words(count))
    brief = read_file(made.press.save())
    assert paragraphs_of(brief) == made.truth
    assert {piece.text for piece in brief.furniture} == set(made.furniture)
    assert [page.label for page in brief.pages] == [str(page.number) for page in brief.pages]
    assert {page.label_from for page in brief.pages} == {"printed"}

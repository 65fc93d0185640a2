"""Boxes hold exactly the characters that the canonical text says, on the page as displayed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pymupdf
import pytest

from kinu_reader.extract.boxes import boxes_of, unpack
from kinu_reader.extract.reading import read_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Press

    from kinu_reader.model import Box, Brief

LINES = [
    "The needle lies in the hay of this line and",
    "the thread lies in the other one.",
    "통일정책 논의와 바늘 이야기",
]


def covered(brief: Brief) -> list[int]:
    """Return how many boxes each character of the text has."""
    counts = [0] * len(brief.text)
    for page in brief.pages:
        for run in unpack(page.characters):
            for offset in range(run.start, run.start + len(run.boxes)):
                counts[offset] += 1
    return counts


def test_every_character_but_spaces_has_one_box(press: Callable[..., Press]) -> None:
    paper = press().lines(72, 100, LINES[:2]).line(72, 200, LINES[2], font="cjk").new_page().lines(72, 100, LINES[:2])
    brief = read_file(paper.save())
    assert {count for c, count in zip(brief.text, covered(brief), strict=True) if not c.isspace()} == {1}


def test_a_box_holds_exactly_its_word(press: Callable[..., Press]) -> None:
    paper = press().lines(72, 100, LINES[:2], 12).line(72, 200, LINES[2], font="cjk")
    brief = read_file(paper.save())
    with pymupdf.open(paper.path) as document:
        drawn = [
            character
            for block in document[0].get_text("rawdict")["blocks"]
            for line in block["lines"]
            for span in line["spans"]
            for character in span["chars"]
        ]
    for word in ("needle", "thread", "통일정책", "바늘"):
        start = brief.text.index(word)
        (box,) = boxes_of(brief.pages[0], start, start + len(word))
        assert "".join(c["c"] for c in drawn if _holds(box, c["bbox"])) == word


def _holds(outer: Box, inner: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] < x < outer[2] and outer[1] < y < outer[3]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("cropped", [False, True])
def test_the_box_lies_on_the_ink_however_the_page_is_turned(
    press: Callable[..., Press], rotation: int, cropped: bool
) -> None:
    paper = press(size=(400, 600)).line(100, 200, "Needle", 14)
    if cropped:
        paper.page.set_cropbox(pymupdf.Rect(50, 80, 350, 550))
    paper.page.set_rotation(rotation)
    brief = read_file(paper.save())
    page = brief.pages[0]
    (box,) = boxes_of(page, 0, len("Needle"))
    with pymupdf.open(paper.path) as document:
        pixels = document[0].get_pixmap(dpi=72, colorspace="gray")
    assert (page.width, page.height) == (pixels.width, pixels.height)
    dark = [(x, y) for x in range(pixels.width) for y in range(pixels.height) if pixels.pixel(x, y)[0] < 128]
    assert dark
    assert all(box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1 for x, y in dark)


def test_a_dropped_hyphen_leaves_no_gap_in_the_map(press: Callable[..., Press]) -> None:
    paper = press().lines(72, 100, ["after very long and careful consulta-", "tions in the valley"])
    brief = read_file(paper.save())
    start = brief.text.index("consultations")
    upper, lower = boxes_of(brief.pages[0], start, start + len("consultations"))
    assert upper[3] <= lower[1] + 5
    assert lower[0] == pytest.approx(72, abs=1)

from __future__ import annotations

from typing import TYPE_CHECKING

import pymupdf
import pytest

from kinu_reader.extract import Painter, Picture
from kinu_reader.model import FailureKind, FileKind, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from conftest import Press

PAPER, INK, HIGHLIGHT, CURRENT = (255, 255, 255), (0, 0, 0), (0xFF, 0xE3, 0x8A), (0xFF, 0xB8, 0x4D)


@pytest.fixture(scope="module")
def painter() -> Iterator[Painter]:
    with Painter() as painter:
        yield painter


def pixel(picture: Picture, x: int, y: int) -> tuple[int, ...]:
    at = y * picture.stride + 3 * x
    return tuple(picture.samples[at : at + 3])


@pytest.fixture
def page(press: Callable[..., Press]) -> Path:
    """Return a page of 200 × 100 points with a black square from 50, 20 to 90, 60."""
    paper = press("square.pdf", (200, 100)).new_page()
    paper.page.draw_rect((50, 20, 90, 60), color=(0, 0, 0), fill=(0, 0, 0))
    return paper.save()


def test_a_page_is_drawn_as_wide_as_asked(painter: Painter, page: Path) -> None:
    picture = painter.paint(page, FileKind.PDF, 1, 400)
    assert (picture.width, picture.height) == (400, 200)
    assert len(picture.samples) == picture.stride * picture.height
    assert pixel(picture, 140, 80) == INK
    assert pixel(picture, 10, 10) == PAPER


def test_a_night_page_takes_ink_and_paper_given(painter: Painter, page: Path) -> None:
    picture = painter.paint(page, FileKind.PDF, 1, 400, night=("#D3D9E1", "#1D2229"))
    assert pixel(picture, 140, 80) == (0xD3, 0xD9, 0xE1)
    assert pixel(picture, 10, 10) == (0x1D, 0x22, 0x29)


def test_a_part_of_a_page_is_drawn_at_the_same_scale(painter: Painter, page: Path) -> None:
    picture = painter.paint(page, FileKind.PDF, 1, 400, clip=(50, 20, 150, 60))
    assert (picture.width, picture.height) == (200, 80)
    assert pixel(picture, 10, 10) == INK
    assert pixel(picture, 150, 10) == PAPER


def test_marks_are_multiplied_over_the_page(painter: Painter, page: Path) -> None:
    marks = [((40.0, 10.0, 120.0, 30.0), False), ((40.0, 25.0, 120.0, 70.0), False), ((130.0, 10.0, 150.0, 30.0), True)]
    drawn = pymupdf.Pixmap(painter.png(page, FileKind.PDF, 1, 400, marks))
    assert (drawn.width, drawn.height) == (400, 200)
    assert drawn.pixel(220, 40) == drawn.pixel(220, 55) == HIGHLIGHT  # where two boxes overlap, once
    assert drawn.pixel(280, 40) == CURRENT
    assert drawn.pixel(140, 80) == INK
    assert drawn.pixel(10, 10) == PAPER


def test_a_huge_page_is_drawn_smaller(painter: Painter, press: Callable[..., Press]) -> None:
    path = press("poster.pdf", (8400, 8400)).new_page().save()
    picture = painter.paint(path, FileKind.PDF, 1, 12600)
    assert picture.width * picture.height <= 40_100_000


def test_a_turned_page_is_drawn_as_displayed(painter: Painter, press: Callable[..., Press]) -> None:
    paper = press("turned.pdf", (200, 100)).new_page()
    paper.page.draw_rect((0, 0, 40, 40), color=(0, 0, 0), fill=(0, 0, 0))
    paper.page.set_rotation(90)
    picture = painter.paint(paper.save(), FileKind.PDF, 1, 100)
    assert (picture.width, picture.height) == (100, 200)
    assert pixel(picture, 90, 10) == INK


def test_a_text_file_is_drawn_from_its_layout(painter: Painter, tmp_path: Path) -> None:
    path = tmp_path / "roads.txt"
    path.write_text("통일정책은 길을 내는 일이다.\n\nThe road goes on.", encoding="utf-8")
    picture = painter.paint(path, FileKind.TEXT, 1, 504)
    assert (picture.width, picture.height) == (504, 713)
    assert min(picture.samples) < 100


def test_a_changed_file_is_drawn_anew(painter: Painter, tmp_path: Path) -> None:
    path = tmp_path / "roads.txt"
    path.write_text("one", encoding="utf-8")
    first = painter.paint(path, FileKind.TEXT, 1, 300)
    path.write_text("another text", encoding="utf-8")
    assert painter.paint(path, FileKind.TEXT, 1, 300).samples != first.samples


@pytest.mark.parametrize("number", [0, 2, 99])
def test_a_page_that_is_not_there_is_told(painter: Painter, page: Path, number: int) -> None:
    with pytest.raises(UnreadableFile) as failed:
        painter.paint(page, FileKind.PDF, number, 100)
    assert failed.value.kind is FailureKind.UNREADABLE


def test_a_missing_or_broken_file_is_told(painter: Painter, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4 and no more")
    for path in (broken, tmp_path / "missing.pdf"):
        with pytest.raises(UnreadableFile):
            painter.paint(path, FileKind.PDF, 1, 100)

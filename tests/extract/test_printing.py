"""HTML on pages: words of both languages, pictures at their size, nothing cut where there is room for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pymupdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.extract.png import png_file
from kinu_reader.extract.printing import print_html

if TYPE_CHECKING:
    import random

HEAD = "<html><head><style>img { width: 100%; }</style></head><body>"


def png(width: int, height: int) -> bytes:
    pixels = pymupdf.Pixmap(pymupdf.csRGB, (0, 0, width, height), False)
    pixels.clear_with(128)
    return bytes(pixels.tobytes("png"))


def test_both_languages_are_set_in_fonts_that_come_with_the_file() -> None:
    words = "통일정책 徐輔赫 “한·미” and <i>English</i> &lt;b&gt;"
    file = print_html(f"{HEAD}<h1>자료집</h1><article><p>{words}</p></article></body></html>", {})
    assert len(file) < 200_000
    with pymupdf.open("pdf", file) as document:
        text = document[0].get_text()
        assert "통일정책 徐輔赫 “한·미” and English <b>" in text
        assert "1 / 1" in text
        embedded = {font[3] for font in document[0].get_fonts() if font[1] != "n/a"}
        assert any("Droid" in name for name in embedded)


def test_an_article_with_its_picture_stays_on_one_page() -> None:
    pictures = {f"{number}.png": png(900, 500) for number in range(7)}
    articles = "".join(f'<article><p><img src="{name}"></p><p>words of {name}</p></article>' for name in pictures)
    with pymupdf.open("pdf", print_html(f"{HEAD}{articles}</body></html>", pictures)) as document:
        for page in document:
            shown = page.get_image_info()
            assert len(shown) == page.get_text().count("words of")
            for image in shown:
                x0, y0, x1, y1 = image["bbox"]
                assert x1 - x0 == pytest.approx(450, abs=1)
                assert (x1 - x0) / (y1 - y0) == pytest.approx(900 / 500, rel=0.02)
        assert sum(page.get_text().count("words of") for page in document) == len(pictures)


def test_an_article_longer_than_a_page_goes_on() -> None:
    lines = "".join(f"<p>line {number} ends</p>" for number in range(150))
    with pymupdf.open(
        "pdf", print_html(f"{HEAD}<article>{lines}</article><article>last</article></body>", {})
    ) as document:
        text = "".join(page.get_text() for page in document)
        assert document.page_count > 2
        assert [f"line {number} ends" in text for number in range(150)] == [True] * 150
        assert text.count("last") == 1


def test_nothing_is_a_page_too() -> None:
    with pymupdf.open("pdf", print_html("", {})) as document:
        assert document.page_count == 1


def test_pictures_are_the_ones_that_were_given() -> None:
    colours = [(200, 30, 40), (20, 160, 60), (240, 230, 138)]
    pictures = {}
    for number, colour in enumerate(colours):
        rows = np.full((40, 90, 3), colour, np.uint8)
        rows[:, 45:] = 255 - rows[:, 45:]
        pictures[f"{number}.png"] = png_file(rows.tobytes(), 90, 40, 270)
    pictures["grey.png"] = pymupdf.Pixmap(pymupdf.csGRAY, 8, 8, bytes([70]) * 64, False).tobytes("png")
    articles = "".join(f'<article><p><img src="{name}"></p></article>' for name in pictures)
    with pymupdf.open("pdf", print_html(f"{HEAD}{articles}</body></html>", pictures)) as document:
        shown = [pymupdf.Pixmap(document, image[0]) for page in document for image in page.get_images()]
        assert sorted(tuple(pixels.pixel(0, 0)) for pixels in shown if pixels.n == 3) == sorted(colours)
        for pixels in shown:
            if pixels.n == 3:
                assert [255 - part for part in pixels.pixel(89, 39)] == list(pixels.pixel(0, 0))
        assert [tuple(pixels.pixel(0, 0)) for pixels in shown if pixels.n == 1] == [(70,)]


@given(st.integers(1, 30), st.integers(1, 30), st.integers(0, 9), st.randoms())
def test_a_picture_written_is_the_same_picture(width: int, height: int, more: int, rng: random.Random) -> None:
    stride = 3 * width + more
    samples = rng.randbytes(stride * height)
    read = pymupdf.Pixmap(png_file(samples, width, height, stride))
    assert (read.width, read.height) == (width, height)
    rows = [samples[n * stride : n * stride + 3 * width] for n in range(height)]
    assert bytes(read.samples) == b"".join(rows)

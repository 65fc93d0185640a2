"""HTML on pages: words of both languages, pictures at their size, nothing cut where there is room for it."""

from __future__ import annotations

import pymupdf
import pytest

from kinu_reader.extract.printing import print_html

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

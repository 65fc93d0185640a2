"""HTML to the pages of a PDF. Only child processes load this module."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pymupdf

if TYPE_CHECKING:
    from collections.abc import Mapping

SHEET = pymupdf.paper_rect("a4")
SPACE = pymupdf.Rect(62, 56, SHEET.width - 62, SHEET.height - 64)  # within the margins
FOOT = pymupdf.Point(SHEET.width / 2, SHEET.height - 34)
SMALL = 8.5
SOFT = (0.36, 0.4, 0.46)


def printed(html: str, pictures: Mapping[str, bytes]) -> bytes:
    """Return a text as a PDF with numbered pages, its fonts embedded as far as they are used."""
    shelf = pymupdf.Archive()
    for name, picture in pictures.items():
        shelf.add(picture, name)
    story = pymupdf.Story(html, archive=shelf, em=10.5)
    raw = io.BytesIO()
    writer = pymupdf.DocumentWriter(raw)
    more = True
    while more:
        device = writer.begin_page(SHEET)
        more, _ = story.place(SPACE)
        story.draw(device)
        writer.end_page()
    writer.close()
    with pymupdf.open("pdf", raw.getvalue()) as document:
        document.subset_fonts()
        for page in document:
            number = f"{page.number + 1} / {document.page_count}"
            left = pymupdf.get_text_length(number, "helv", SMALL) / 2
            page.insert_text(FOOT - (left, 0), number, fontname="helv", fontsize=SMALL, color=SOFT)
        return bytes(document.tobytes(garbage=1, deflate=True))

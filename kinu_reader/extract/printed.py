"""HTML to the pages of a PDF. Only child processes load this module."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pymupdf

if TYPE_CHECKING:
    from collections.abc import Mapping

SHEET = pymupdf.paper_rect("a4")
SPACE = pymupdf.Rect(62, 56, SHEET.width - 62, SHEET.height - 64)  # within the margins
ENDLESS = pymupdf.Rect(SPACE.x0, 0, SPACE.x1, 1e6)
FOOT = pymupdf.Point(SHEET.width / 2, SHEET.height - 34)
SMALL = 8.5
SOFT = (0.36, 0.4, 0.46)
_ARTICLE = re.compile("(?=<article)")


def printed(html: str, pictures: Mapping[str, bytes]) -> bytes:
    """Return a text as a PDF with numbered pages, its fonts embedded as far as they are used.

    What stands before the first `article`, and each article, is kept on one page if it has room on any.
    """
    shelf = pymupdf.Archive()
    for name, picture in pictures.items():
        shelf.add(picture, name)
    head, body, rest = html.partition("<body>")
    raw = io.BytesIO()
    writer = pymupdf.DocumentWriter(raw)
    device, y = writer.begin_page(SHEET), SPACE.y0
    for block in _ARTICLE.split(rest):
        story = pymupdf.Story(head + body + block, archive=shelf, em=10.5)
        _, filled = story.place(ENDLESS)  # in less room than they need, pictures would shrink
        height = pymupdf.Rect(filled).height
        story.reset()
        more = True
        while more:
            if y + min(height, SPACE.height) > SPACE.y1:
                writer.end_page()
                device, y = writer.begin_page(SHEET), SPACE.y0
            more, filled = story.place((SPACE.x0, y, SPACE.x1, SPACE.y1))
            story.draw(device)
            y = SPACE.y1 if more else filled[3]
    writer.end_page()
    writer.close()
    return _numbered(raw.getvalue())


def _numbered(raw: bytes) -> bytes:
    with pymupdf.open("pdf", raw) as document:
        document.subset_fonts()
        for page in document:
            number = f"{page.number + 1} / {document.page_count}"
            left = pymupdf.get_text_length(number, "helv", SMALL) / 2
            page.insert_text(FOOT - (left, 0), number, fontname="helv", fontsize=SMALL, color=SOFT)
        return bytes(document.tobytes(garbage=1, deflate=True))

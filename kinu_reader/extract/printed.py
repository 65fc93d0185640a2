"""HTML to the pages of a PDF. Only child processes load this module."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import pymupdf

from kinu_reader.extract.png import Packed, packed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SHEET = pymupdf.paper_rect("a4")
SPACE = pymupdf.Rect(62, 56, SHEET.width - 62, SHEET.height - 64)  # within the margins
ENDLESS = pymupdf.Rect(SPACE.x0, 0, SPACE.x1, 1e6)
FOOT = pymupdf.Point(SHEET.width / 2, SHEET.height - 34)
STAND_IN, NUMBER = b"\x01\xfekinu\xfe\x01", 4  # how the pixels of a stand-in begin, and the bytes of its number
SMALL = 8.5
SOFT = (0.36, 0.4, 0.46)
_ARTICLE = re.compile("(?=<article)")


def printed(html: str, pictures: Mapping[str, bytes]) -> bytes:
    """Return a text as a PDF with numbered pages, its fonts embedded as far as they are used.

    What stands before the first `article`, and each article, is kept on one page if it has room on any.
    """
    shelf, lent = _shelf(pictures)
    head, body, rest = html.partition("<body>")
    raw = io.BytesIO()
    writer = pymupdf.DocumentWriter(raw)
    device, y = writer.begin_page(SHEET), SPACE.y0
    for block in _ARTICLE.split(rest):
        story = pymupdf.Story(head + body + block, archive=shelf, em=10.5)
        _, filled = story.place(ENDLESS)  # in less room than they need, pictures would shrink
        height = pymupdf.Rect(filled).height
        if y > SPACE.y0 and y + min(height, SPACE.height) > SPACE.y1:
            writer.end_page()
            device, y = writer.begin_page(SHEET), SPACE.y0
        if height <= SPACE.height:
            story.draw(device, pymupdf.Matrix(1, 0, 0, 1, 0, y))
            y += filled[3]
            continue
        story.reset()
        more, filled = story.place((SPACE.x0, y, SPACE.x1, SPACE.y1))
        story.draw(device)
        while more:
            writer.end_page()
            device = writer.begin_page(SHEET)
            more, filled = story.place(SPACE)
            story.draw(device)
        y = filled[3]
    writer.end_page()
    writer.close()
    return _finished(raw.getvalue(), lent)


def _shelf(pictures: Mapping[str, bytes]) -> tuple[Any, list[Packed]]:
    """Return where pictures are found by their names, most of them stand-ins, and those that these stand in for."""
    shelf, lent = pymupdf.Archive(), list[Packed]()
    for name, file in pictures.items():
        picture = packed(file)
        if picture and picture.width * picture.height >= len(STAND_IN) + NUMBER:
            shelf.add(_stand_in(picture, len(lent)), name)
            lent.append(picture)
        else:
            shelf.add(file, name)
    return shelf, lent


def _stand_in(picture: Packed, number: int) -> bytes:
    """Return a PNG file as large as a picture, of nothing but its number.

    MuPDF unpacks what it sets and packs it again, which takes longer than all the rest.
    """
    pixels = STAND_IN + number.to_bytes(NUMBER, "big")
    pixels += bytes(picture.width * picture.height - len(pixels))
    grey = pymupdf.Pixmap(pymupdf.csGRAY, picture.width, picture.height, pixels, False)
    return bytes(grey.tobytes("png"))


def _finished(raw: bytes, lent: Sequence[Packed]) -> bytes:
    """Return the pages with their numbers, and with the pictures that others stood in for."""
    with pymupdf.open("pdf", raw) as document:
        document.subset_fonts()
        for page in document:
            number = f"{page.number + 1} / {document.page_count}"
            left = pymupdf.get_text_length(number, "helv", SMALL) / 2
            page.insert_text(FOOT - (left, 0), number, fontname="helv", fontsize=SMALL, color=SOFT)
        for xref in range(1, document.xref_length()):
            if document.xref_get_key(xref, "Subtype") == ("name", "/Image"):
                start = document.xref_stream(xref)[: len(STAND_IN) + NUMBER]
                if start.startswith(STAND_IN):
                    _put(document, xref, lent[int.from_bytes(start[len(STAND_IN) :], "big")])
        return bytes(document.tobytes(garbage=1, deflate=True))


def _put(document: Any, xref: int, picture: Packed) -> None:
    """Put a picture where another stands: a PDF packs its pixels as a PNG file does."""
    document.update_stream(xref, picture.data, compress=False)
    document.xref_set_key(xref, "Filter", "/FlateDecode")
    rows = f"<</Predictor 15/Colors 3/BitsPerComponent 8/Columns {picture.width}>>"
    document.xref_set_key(xref, "DecodeParms", rows)
    document.xref_set_key(xref, "ColorSpace", "/DeviceRGB")

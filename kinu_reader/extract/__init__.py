"""A file to canonical text with boxes, a page to pixels: the only room that knows PyMuPDF, and only in its children.

Each part is loaded when it is asked for: a window can be shown before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.late import late

if TYPE_CHECKING:
    from kinu_reader.extract.annotating import Annotator
    from kinu_reader.extract.boxes import boxes_of
    from kinu_reader.extract.decoding import decode
    from kinu_reader.extract.files import SUFFIXES, fingerprint
    from kinu_reader.extract.ocr import Recogniser, ocr_available, ocr_languages
    from kinu_reader.extract.orders import CopyMark, Heading, Picture, Shape
    from kinu_reader.extract.painter import Painter
    from kinu_reader.extract.pointing import Caret, caret_at, line_of, next_line, offset_in
    from kinu_reader.extract.printing import print_html
    from kinu_reader.extract.readers import Readers
    from kinu_reader.extract.unlocking import unlock

__all__ = [
    "SUFFIXES",
    "Annotator",
    "Caret",
    "CopyMark",
    "Heading",
    "Painter",
    "Picture",
    "Readers",
    "Recogniser",
    "Shape",
    "boxes_of",
    "caret_at",
    "decode",
    "fingerprint",
    "line_of",
    "next_line",
    "ocr_available",
    "ocr_languages",
    "offset_in",
    "print_html",
    "unlock",
]

__getattr__ = late(
    __name__,
    {
        "annotating": ("Annotator",),
        "boxes": ("boxes_of",),
        "decoding": ("decode",),
        "files": ("SUFFIXES", "fingerprint"),
        "ocr": ("Recogniser", "ocr_available", "ocr_languages"),
        "orders": ("CopyMark", "Heading", "Picture", "Shape"),
        "painter": ("Painter",),
        "pointing": ("Caret", "caret_at", "line_of", "next_line", "offset_in"),
        "printing": ("print_html",),
        "readers": ("Readers",),
        "unlocking": ("unlock",),
    },
)

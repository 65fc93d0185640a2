"""A file to canonical text with boxes, a page to pixels: the only room that knows PyMuPDF, and only in its children.

numpy is loaded with `boxes_of`, which is asked for when a brief is opened: a window can be shown before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kinu_reader.extract.annotating import Annotator, CopyMark, Shape
from kinu_reader.extract.files import SUFFIXES, fingerprint
from kinu_reader.extract.ocr import Recogniser, ocr_available
from kinu_reader.extract.painter import Painter, Picture
from kinu_reader.extract.printing import print_html
from kinu_reader.extract.readers import Readers
from kinu_reader.extract.unlocking import unlock

if TYPE_CHECKING:
    from kinu_reader.extract.boxes import boxes_of

__all__ = [
    "SUFFIXES",
    "Annotator",
    "CopyMark",
    "Painter",
    "Picture",
    "Readers",
    "Recogniser",
    "Shape",
    "boxes_of",
    "fingerprint",
    "ocr_available",
    "print_html",
    "unlock",
]


def __getattr__(name: str) -> Any:
    if name != "boxes_of":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from kinu_reader.extract.boxes import boxes_of

    return boxes_of

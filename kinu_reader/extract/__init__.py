"""A file to canonical text with boxes, a page to pixels: the only room that knows PyMuPDF, and only in its children."""

from __future__ import annotations

from kinu_reader.extract.boxes import boxes_of
from kinu_reader.extract.files import SUFFIXES, fingerprint
from kinu_reader.extract.ocr import Recogniser, ocr_available
from kinu_reader.extract.painter import Painter, Picture
from kinu_reader.extract.readers import Readers
from kinu_reader.extract.unlocking import unlock

__all__ = [
    "SUFFIXES",
    "Painter",
    "Picture",
    "Readers",
    "Recogniser",
    "boxes_of",
    "fingerprint",
    "ocr_available",
    "unlock",
]

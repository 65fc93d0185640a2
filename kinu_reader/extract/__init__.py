"""A file to canonical text with boxes, a page to pixels: the only room that knows PyMuPDF, and only in its children."""

from __future__ import annotations

from kinu_reader.extract.boxes import boxes_of
from kinu_reader.extract.files import SUFFIXES, fingerprint
from kinu_reader.extract.painter import Painter, Picture
from kinu_reader.extract.readers import Readers

__all__ = ["SUFFIXES", "Painter", "Picture", "Readers", "boxes_of", "fingerprint"]

"""A Word document: a heading for each brief, every quote with its citation and note."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kinu_reader.annotations.kept import Sheet

NAME, EXTENSION = "Word", ".docx"


def export(sheet: Sheet) -> bytes:
    """Return the bookmarks as a document for Word."""
    from kinu_reader.annotations.word import document  # loads python-docx

    return document(sheet)

"""Annotations of PDF, drawn into a copy. Only child processes load this module."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pymupdf

from kinu_reader.extract.drawing import open_document
from kinu_reader.extract.orders import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kinu_reader.extract.orders import CopyMark
    from kinu_reader.model import FileKind

EDGE, STEP = 12.0, 24.0  # points: where notes stand on a page, and how far below each other
LINE = 1.5  # width of the square around an area


def write(path: Path, kind: FileKind, marks: Sequence[CopyMark], target: Path, author: str) -> tuple[str, ...]:
    """Write a copy with marks; return the ids of those that lie on no page.

    Raises:
        UnreadableFile: if the file cannot be read.
    """
    with open_document(path, kind) as document:
        pages = range(1, document.page_count + 1)
        notes: Counter[int] = Counter()
        for mark in sorted((mark for mark in marks if mark.page in pages), key=lambda mark: mark.page):
            _add(document, mark, author, notes[mark.page])
            notes[mark.page] += mark.shape is Shape.NOTE
        if kind.is_text:
            document.subset_fonts()  # the CJK font alone has four megabytes
        document.save(target, deflate=True, encryption=pymupdf.PDF_ENCRYPT_KEEP)
    return tuple(dict.fromkeys(mark.id for mark in marks if mark.page not in pages))


def _add(document: Any, mark: CopyMark, author: str, notes_before: int) -> None:
    page = document[mark.page - 1]
    annotation = _drawn(page, mark, notes_before)
    ink = int(mark.colour.lstrip("#"), 16)
    annotation.set_colors(stroke=[(ink >> shift & 0xFF) / 255 for shift in (16, 8, 0)])
    annotation.set_info(
        content=mark.note,
        title=mark.author or author,
        creationDate=_pdf_date(mark.created),
        modDate=_pdf_date(mark.changed or mark.created),
    )
    annotation.update()
    document.xref_set_key(annotation.xref, "NM", pymupdf.get_pdf_str(mark.id))


def _drawn(page: Any, mark: CopyMark, notes_before: int) -> Any:
    """Return a new annotation. PyMuPDF takes places on the page before it is turned; boxes are as displayed."""
    back = page.derotation_matrix
    if mark.shape is Shape.HIGHLIGHT:
        return page.add_highlight_annot([pymupdf.Rect(box).quad * back for box in mark.boxes])
    if mark.shape is Shape.SQUARE:
        square = page.add_rect_annot(pymupdf.Rect(mark.boxes[0]) * back)
        square.set_border(width=LINE)
        return square
    beside = mark.boxes[0][1] if mark.boxes else EDGE + STEP * notes_before
    return page.add_text_annot(pymupdf.Point(EDGE, min(beside, page.rect.height - STEP)) * back, "")


def _pdf_date(text: str) -> str:
    """Return a date of ISO 8601 as PDF has it; nothing if it is none."""
    try:
        date = datetime.fromisoformat(text)
    except ValueError:
        return ""
    return f"{date.astimezone(UTC):D:%Y%m%d%H%M%S}Z" if date.tzinfo else f"{date:D:%Y%m%d%H%M%S}"

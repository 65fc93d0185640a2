"""A page to pixels. Only child processes load this module."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pymupdf

from kinu_reader.extract.orders import Drawing, Picture
from kinu_reader.extract.pdf import open_pdf
from kinu_reader.extract.plain import lay_out_file
from kinu_reader.extract.png import png_file
from kinu_reader.extract.typeset import draw as draw_layout
from kinu_reader.model import FailureKind, FileKind, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

MOST_PIXELS = 40_000_000
DOCUMENTS, PAGES = 4, 24  # kept for the next drawing
HIGHLIGHT, CURRENT = (0xFF, 0xE3, 0x8A), (0xFF, 0xB8, 0x4D)


def draw(drawing: Drawing) -> Picture | bytes:
    """Return the page as pixels, or as the bytes of a PNG file.

    Raises:
        UnreadableFile: if there is no such page.
    """
    path = drawing.path
    changed = path.stat().st_mtime_ns
    displayed = _page(path, drawing.kind, changed, drawing.page)
    sheet = pymupdf.Rect(drawing.clip) & displayed.rect if drawing.clip else displayed.rect
    if sheet.is_empty:
        raise UnreadableFile(FailureKind.UNREADABLE, "nothing of the page is to be drawn")
    scale = min(max(drawing.width, 1) / displayed.rect.width, (MOST_PIXELS / abs(sheet)) ** 0.5)
    pixels = _pixels(displayed, scale, sheet, drawing.night)
    if not drawing.png:
        return Picture(pixels.width, pixels.height, pixels.stride, bytes(pixels.samples))
    shown = np.frombuffer(pixels.samples, np.uint8).reshape(pixels.height, pixels.stride).copy()
    place = pymupdf.Matrix(scale, 0, 0, scale, -sheet.x0 * scale, -sheet.y0 * scale)
    for current in (False, True):  # the current one last, for boxes overlap
        colour = CURRENT if current else HIGHLIGHT
        boxes = [box for box, is_current in drawing.marks if is_current == current]
        _multiply(shown, pixels, [pymupdf.Rect(box) * place for box in boxes], colour)
    return png_file(shown.tobytes(), pixels.width, pixels.height, pixels.stride)


def open_document(path: Path, kind: FileKind) -> Any:
    """Return the document of a file, a text as the pages that we set.

    Raises:
        UnreadableFile: if it cannot be read.
    """
    return open_pdf(path) if kind is FileKind.PDF else draw_layout(lay_out_file(path))


@lru_cache(maxsize=DOCUMENTS)
def _document(path: Path, kind: FileKind, changed: int) -> Any:
    return open_document(path, kind)


@lru_cache(maxsize=PAGES)
def _page(path: Path, kind: FileKind, changed: int, number: int) -> Any:
    document = _document(path, kind, changed)
    if not 1 <= number <= document.page_count:
        raise UnreadableFile(FailureKind.UNREADABLE, f"there is no page {number}")
    return document[number - 1].get_displaylist()


def _pixels(displayed: Any, scale: float, sheet: Any, night: tuple[str, str] | None) -> Any:
    matrix = pymupdf.Matrix(scale, scale)
    if night is None:
        return displayed.get_pixmap(matrix=matrix, colorspace=pymupdf.csRGB, alpha=False, clip=sheet)
    grey = displayed.get_pixmap(matrix=matrix, colorspace=pymupdf.csGRAY, alpha=False, clip=sheet)
    toned = pymupdf.Pixmap(pymupdf.csRGB, grey)
    ink, paper = (int(colour.lstrip("#"), 16) for colour in night)
    toned.tint_with(ink, paper)
    return toned


def _multiply(shown: NDArray[np.uint8], pixels: Any, boxes: Sequence[Any], colour: Sequence[int]) -> None:
    """Multiply a colour over boxes; where they overlap, once."""
    original = np.frombuffer(pixels.samples_mv, np.uint8).reshape(pixels.height, pixels.stride)
    for box in boxes:
        area = (box & pymupdf.Rect(0, 0, pixels.width, pixels.height)).irect
        rows, columns = slice(area.y0, area.y1), slice(3 * area.x0, 3 * area.x1)
        parts = np.tile(np.array(colour, np.uint16), max(0, area.x1 - area.x0))
        shown[rows, columns] = original[rows, columns] * parts // 255

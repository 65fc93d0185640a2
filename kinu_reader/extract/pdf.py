"""A PDF file to a brief: the one place where the steps follow each other. Only child processes load this module."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

import pymupdf

from kinu_reader.extract.assembly import Face, assemble
from kinu_reader.extract.child import OUT_OF_MEMORY
from kinu_reader.extract.files import PDF_MARK
from kinu_reader.extract.furniture import Sheet, clear, page_number
from kinu_reader.extract.joining import write
from kinu_reader.extract.lines import page_text, turned
from kinu_reader.extract.order import arrange
from kinu_reader.extract.paragraphs import paragraphs
from kinu_reader.model import Brief, FailureKind, FileKind, Furniture, PageState, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from kinu_reader.extract.assembly import Written
    from kinu_reader.extract.lines import Line

MOST_PAGES = 5000
HEAD = 1024  # bytes in which a PDF must name itself
FACTS = ("title", "author", "subject", "keywords", "creationDate")
LITTLE = 100  # characters: less, beside pictures, is little text
PICTURES = 0.3  # of a page are covered by pictures
BROKEN = 0.1  # of the characters have no meaning
MEANINGLESS = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")  # unknown, or private to a font
A4 = (595.0, 842.0)

DAMAGE = (RuntimeError, ValueError, IndexError, pymupdf.mupdf.FzErrorBase)  # what PyMuPDF raises for it

pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)


def read_pdf(path: Path) -> Brief:
    """Return what a PDF file says.

    Raises:
        UnreadableFile: if it is no PDF, is locked, damaged or too large.
    """
    with open_pdf(path) as document:
        if document.page_count > MOST_PAGES:
            raise UnreadableFile(FailureKind.TOO_LARGE, f"{document.page_count} pages")
        read = [_read_page(document, number) for number in range(1, document.page_count + 1)]
        facts = {key: value for key in FACTS if (value := (document.metadata or {}).get(key))}
    sheets, furniture = clear([page.sheet for page in read])
    backs = {page.sheet.number: page.back for page in read if page.back is not None}
    written = [_turn_back(paragraph, backs) for paragraph in write(paragraphs(sheets))]
    labels = page_labels([page.label for page in read], furniture)
    faces = [
        Face(page.sheet.number, label, page.width, page.height, page.state)
        for page, label in zip(read, labels, strict=True)
    ]
    return assemble(FileKind.PDF, written, faces, furniture=furniture, information=facts, name=path.name)


def open_pdf(path: Path) -> Any:
    """Return the document of a PDF file that has pages to show.

    Raises:
        UnreadableFile: if it is no PDF, is locked, or damaged beyond repair.
    """
    with path.open("rb") as file:
        named = PDF_MARK in file.read(HEAD)
    try:
        document = pymupdf.open(path)
        if not document.is_pdf:  # a web page named .pdf opens as HTML
            raise UnreadableFile(FailureKind.NOT_A_DOCUMENT, f"this is {(document.metadata or {}).get('format')}")
        if document.needs_pass:  # asked before the pages, which raise ValueError
            raise UnreadableFile(FailureKind.ENCRYPTED, "a password is needed")
        if document.page_count == 0:  # damage is repaired to fewer pages, or none, without an error
            raise UnreadableFile(FailureKind.UNREADABLE, "no pages could be read")
    except (RuntimeError, pymupdf.mupdf.FzErrorBase) as error:
        if OUT_OF_MEMORY.search(str(error)):
            raise
        kind = FailureKind.UNREADABLE if named else FailureKind.NOT_A_DOCUMENT
        raise UnreadableFile(kind, str(error)) from error
    return document


def page_labels(labels: Sequence[str], furniture: Sequence[Furniture]) -> list[str]:
    """Return the label of each page: the file's own, else the number printed on it, else its place."""
    printed: dict[int, int] = {}
    for piece in furniture:
        number = page_number(piece.text)
        if number is not None:
            printed.setdefault(piece.page, number)
    shifts = [number - page for page, number in printed.items()]
    steady = len(shifts) > 1 and len(set(shifts)) == 1 and shifts[0] + 1 > 0
    return [label or str(page + shifts[0] if steady else page) for page, label in enumerate(labels, 1)]


class _ReadPage(NamedTuple):
    sheet: Sheet  # as read
    width: float  # as displayed
    height: float
    back: Any  # the matrix from the one to the other, or None
    state: PageState
    label: str


def _read_page(document: Any, number: int) -> _ReadPage:
    try:
        page = document[number - 1]
        text = page_text(page, number)
        state = _state(page, text.lines)
        width, height = float(page.rect.width), float(page.rect.height)
    except DAMAGE as error:  # the other pages may be read
        if OUT_OF_MEMORY.search(str(error)):
            raise
        return _ReadPage(Sheet(number, *A4, arrange([])), *A4, None, PageState.NO_TEXT, "")
    sheet = Sheet(number, text.width, text.height, arrange(text.lines))
    return _ReadPage(sheet, width, height, text.back, state, _label(page))


def _turn_back(paragraph: Written, backs: Mapping[int, Any]) -> Written:
    """Return a paragraph with its boxes on the pages as displayed."""
    if not backs:
        return paragraph
    stretches = [
        stretch._replace(boxes=[turned(box, backs[stretch.page]) for box in stretch.boxes])
        if stretch.page in backs
        else stretch
        for stretch in paragraph.stretches
    ]
    return replace(paragraph, stretches=stretches)


def _label(page: Any) -> str:
    try:
        return str(page.get_label())
    except DAMAGE:  # a damaged tree of labels is no reason to lose the text
        return ""


def _state(page: Any, fragments: Sequence[Line]) -> PageState:
    text = "".join(line.text for line in fragments)
    if not text:
        return PageState.NO_TEXT if page.get_bboxlog() else PageState.GOOD  # an empty sheet says all it has to say
    if len(MEANINGLESS.findall(text)) > BROKEN * len(text):
        return PageState.BROKEN_FONTS
    if len(text) < LITTLE and _pictured(page) > PICTURES:
        return PageState.LITTLE_TEXT
    return PageState.GOOD


def _pictured(page: Any) -> float:
    """Return the share of a page that pictures cover, overlaps counted twice."""
    area = abs(page.rect) or 1.0
    return float(sum(abs(pymupdf.Rect(picture["bbox"]) & page.rect) for picture in page.get_image_info()) / area)

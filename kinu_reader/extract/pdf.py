"""A PDF file to a brief: the one place where the steps follow each other. Only child processes load this module."""

from __future__ import annotations

import contextlib
import gc
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

import pymupdf

from kinu_reader.extract.assembly import Face, assemble
from kinu_reader.extract.child import OUT_OF_MEMORY
from kinu_reader.extract.files import PDF_MARK
from kinu_reader.extract.furniture import body_size, clear
from kinu_reader.extract.joining import write
from kinu_reader.extract.labels import page_labels
from kinu_reader.extract.lines import PageText, page_text, turned
from kinu_reader.extract.marks import place, raw_marks
from kinu_reader.extract.order import arrange
from kinu_reader.extract.paragraphs import paragraphs
from kinu_reader.extract.quality import state_of
from kinu_reader.extract.recognised import recognised_text
from kinu_reader.model import Brief, FailureKind, FileKind, PageState, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from kinu_reader.extract.assembly import Written
    from kinu_reader.extract.marks import RawMark

MOST_PAGES = 5000
HEAD = 1024  # bytes in which a PDF must name itself
FACTS = ("title", "author", "subject", "keywords", "creationDate")
A4 = (595.0, 842.0)
NOTHING: Mapping[int, list[Any]] = MappingProxyType({})

DAMAGE = (RuntimeError, ValueError, IndexError, pymupdf.mupdf.FzErrorBase)  # what PyMuPDF raises for it

pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)


def read_pdf(path: Path, recognised: Mapping[int, list[Any]] = NOTHING) -> Brief:
    """Return what a PDF file says; `recognised` holds what was read off the pictures of some of its pages.

    Raises:
        UnreadableFile: if it is no PDF, is locked, damaged or too large.
    """
    with open_pdf(path) as document, _uncollected():
        if document.page_count > MOST_PAGES:
            raise UnreadableFile(FailureKind.TOO_LARGE, f"{document.page_count} pages")
        numbers = range(1, document.page_count + 1)
        read = [_read_page(document, number, recognised.get(number)) for number in numbers]
        facts = {key: value for key in FACTS if (value := (document.metadata or {}).get(key))}
    texts = [page.text for page in read]
    sheets, furniture = clear(texts)
    columns = [
        arrange(sheet.lines, text.rules, sheet.margin, text.frames) for sheet, text in zip(sheets, texts, strict=True)
    ]
    found = paragraphs(columns, body_size(sheet.lines for sheet in sheets))
    backs = {number: text.back for number, text in enumerate(texts, 1) if text.back is not None}
    written = [_turn_back(paragraph, backs) for paragraph in write(found)]
    labels = page_labels([page.label for page in read], furniture)
    faces = [
        Face(number, label.text, page.width, page.height, page.state, label.source)
        for number, (page, label) in enumerate(zip(read, labels, strict=True), 1)
    ]
    brief = assemble(FileKind.PDF, written, faces, furniture=furniture, information=facts, name=path.name)
    marks = [mark for page in read for mark in page.marks]
    return replace(brief, marks=place(marks, brief.pages)) if marks else brief


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector of cycles away while millions of characters come and go, none of which makes a cycle."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def open_pdf(path: Path) -> Any:
    """Return the document of a PDF file that has pages to show.

    Raises:
        UnreadableFile: if it is no PDF, is locked, or damaged beyond repair.
    """
    document = _opened(path)
    if document.needs_pass:  # asked before the pages, which raise ValueError
        raise UnreadableFile(FailureKind.ENCRYPTED, "a password is needed")
    if document.page_count == 0:  # damage is repaired to fewer pages, or none, without an error
        raise UnreadableFile(FailureKind.UNREADABLE, "no pages could be read")
    return document


def write_unlocked(path: Path, password: str, target: Path) -> None:
    """Write a copy of a PDF that asks for no password.

    Raises:
        UnreadableFile: if the password is wrong, or the file cannot be read.
    """
    with _opened(path) as document:
        if document.needs_pass and not document.authenticate(password):
            raise UnreadableFile(FailureKind.ENCRYPTED, "the password is wrong")
        # Without a new id the copy is the same each time, and found again by its fingerprint.
        document.save(target, encryption=pymupdf.PDF_ENCRYPT_NONE, no_new_id=True)


def _opened(path: Path) -> Any:
    with path.open("rb") as file:
        named = PDF_MARK in file.read(HEAD)
    try:
        document = pymupdf.open(path)
    except (RuntimeError, pymupdf.mupdf.FzErrorBase) as error:
        if OUT_OF_MEMORY.search(str(error)):
            raise
        kind = FailureKind.UNREADABLE if named else FailureKind.NOT_A_DOCUMENT
        raise UnreadableFile(kind, str(error)) from error
    if not document.is_pdf:  # a web page named .pdf opens as HTML
        raise UnreadableFile(FailureKind.NOT_A_DOCUMENT, f"this is {(document.metadata or {}).get('format')}")
    return document


class _ReadPage(NamedTuple):
    text: PageText
    width: float = A4[0]  # points, as displayed
    height: float = A4[1]
    state: PageState = PageState.NO_TEXT
    label: str = ""
    marks: Sequence[RawMark] = ()


def _read_page(document: Any, number: int, recognised: list[Any] | None) -> _ReadPage:
    try:
        page = document[number - 1]
        width, height = float(page.rect.width), float(page.rect.height)
        if recognised is None:
            text = page_text(page, number)
            state = state_of(page, text)
        else:
            text = recognised_text(recognised, number, width, height)
            state = PageState.OCR if text.lines else PageState.NO_TEXT
    except DAMAGE as error:  # the other pages may be read
        if OUT_OF_MEMORY.search(str(error)):
            raise
        return _ReadPage(PageText([], (), *A4))
    return _ReadPage(text, width, height, state, _label(page), _marks(page, number))


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


def _marks(page: Any, number: int) -> list[RawMark]:
    try:
        return raw_marks(page, number)
    except DAMAGE:  # nor are damaged annotations
        return []

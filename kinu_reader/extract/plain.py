"""A text file to a brief: its true paragraphs, on pages typeset by us. Only child processes load this module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.extract import typeset
from kinu_reader.extract.assembly import assemble
from kinu_reader.extract.decoding import decode
from kinu_reader.extract.files import kind_of
from kinu_reader.extract.text_paragraphs import text_paragraphs
from kinu_reader.model import FailureKind, FileKind, Furniture, UnreadableFile

if TYPE_CHECKING:
    from pathlib import Path

    from kinu_reader.extract.text_paragraphs import TextParagraph
    from kinu_reader.model import Brief

LARGEST = 8 << 20  # bytes: some 4,000 pages


def read_text(path: Path) -> Brief:
    """Return what a text file says.

    Raises:
        UnreadableFile: if it is empty, too large, or no text.
    """
    paragraphs, furniture = _paragraphs(path)
    layout = typeset.lay_out(paragraphs)
    removed = [Furniture(text, 1) for text in furniture]
    return assemble(kind_of(path), layout.written, layout.faces, furniture=removed, name=path.name)


def lay_out_file(path: Path) -> typeset.Layout:
    """Return the pages of a text file, the same at every call.

    Raises:
        UnreadableFile: if it is empty, too large, or no text.
    """
    return typeset.lay_out(_paragraphs(path)[0])


def _paragraphs(path: Path) -> tuple[list[TextParagraph], list[str]]:
    if path.stat().st_size > LARGEST:
        raise UnreadableFile(FailureKind.TOO_LARGE, f"{path.stat().st_size >> 20} MB of text")
    paragraphs, furniture = text_paragraphs(decode(path.read_bytes()), markdown=kind_of(path) is FileKind.MARKDOWN)
    if not paragraphs:
        raise UnreadableFile(FailureKind.EMPTY, "the file has no words")
    return paragraphs, furniture

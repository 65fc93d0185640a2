"""What a reading child does: a file in, a brief out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.extract.files import kind_of
from kinu_reader.model import FileKind

if TYPE_CHECKING:
    from pathlib import Path

    from kinu_reader.model import Brief


def read_file(path: Path) -> Brief:
    """Return what a file says.

    Raises:
        UnreadableFile: if it says nothing that can be read.
        OSError: if it cannot be opened.
    """
    # Imported here: this module is loaded by the parent too, which must never load PyMuPDF.
    if kind_of(path) is FileKind.PDF:
        from kinu_reader.extract.pdf import read_pdf

        return read_pdf(path)
    from kinu_reader.extract.plain import read_text

    return read_text(path)

"""What can be said of a file without reading it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from kinu_reader.model import FailureKind, FileKind, UnreadableFile

if TYPE_CHECKING:
    from pathlib import Path

KINDS = {".pdf": FileKind.PDF, ".txt": FileKind.TEXT, ".md": FileKind.MARKDOWN}
SUFFIXES = frozenset(KINDS)
PDF_MARK = b"%PDF-"


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of a file's bytes in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def kind_of(path: Path) -> FileKind:
    """Tell what a file is by its first bytes, then by its name.

    Raises:
        UnreadableFile: if it is empty or of a kind that is not read.
    """
    with path.open("rb") as file:
        head = file.read(len(PDF_MARK))
    if not head:
        raise UnreadableFile(FailureKind.EMPTY, "the file has no content")
    if head == PDF_MARK:
        return FileKind.PDF
    kind = KINDS.get(path.suffix.lower())
    if kind is None:
        raise UnreadableFile(FailureKind.UNSUPPORTED, f"files of the kind {path.suffix or path.name} are not read")
    return kind

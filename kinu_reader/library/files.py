"""The originals: one file for each content, named by its SHA-256, never changed."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from kinu_reader.model import FailureKind, FileKind, UnreadableFile

if TYPE_CHECKING:
    from pathlib import Path

CHUNK = 1 << 20
SUFFIXES = {FileKind.PDF: ".pdf", FileKind.TEXT: ".txt", FileKind.MARKDOWN: ".md"}


def original(folder: Path, sha256: str, kind: FileKind) -> Path:
    """Return where an archive keeps the file with this content."""
    return folder / "files" / sha256[:2] / (sha256 + SUFFIXES[kind])


def find(folder: Path, sha256: str) -> Path | None:
    """Return where an archive has the file with this content, of whatever kind; None if it has not."""
    paths = (original(folder, sha256, kind) for kind in FileKind)
    return next((path for path in paths if path.is_file()), None)


def keep(source: Path, target: Path, sha256: str) -> None:
    """Copy a file so that `target` is either absent or whole, also after a crash.

    Raises:
        UnreadableFile: if the file is no longer the one that was read.
    """
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    digest = hashlib.sha256()
    with source.open("rb") as from_file, part.open("wb") as to_file:
        while chunk := from_file.read(CHUNK):
            digest.update(chunk)
            to_file.write(chunk)
        to_file.flush()
        os.fsync(to_file.fileno())
    if digest.hexdigest() != sha256:
        part.unlink()
        raise UnreadableFile(FailureKind.UNREADABLE, "the file changed while it was read")
    part.replace(target)

"""Files behind a password: an unlocked copy is what the archive keeps, so that nothing else need know the word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.extract.child import Child, Limits

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 60.0


def unlock(path: Path, password: str, target: Path, seconds: float = SECONDS) -> None:
    """Write a copy of a PDF that asks for no password; the same file gives the same bytes.

    Raises:
        UnreadableFile: of the kind ENCRYPTED if the password is wrong; otherwise if the file cannot be read.
    """
    child = Child(_unlock, Limits(seconds))
    try:
        child.run(path, password, target)
    finally:
        child.close()


def _unlock(path: Path, password: str, target: Path) -> None:
    from kinu_reader.extract.pdf import write_unlocked  # loads PyMuPDF: in the child only

    write_unlocked(path, password, target)

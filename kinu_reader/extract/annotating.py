"""A copy of a brief with highlights and notes that any program for PDF shows; the file itself is only read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Self

from kinu_reader.extract.child import Child, Limits

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kinu_reader.extract.orders import CopyMark
    from kinu_reader.model import FileKind

SECONDS = 120.0


class Annotator:
    """One child process that makes copies, one after another."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._child = Child(_annotate, Limits(seconds))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._child.close()

    def copy(self, path: Path, kind: FileKind, marks: Sequence[CopyMark], target: Path, author: str) -> tuple[str, ...]:
        """Write a copy with marks, of a text the pages that we set; return the ids of those that lie on no page of it.

        Raises:
            UnreadableFile: if the file cannot be read.
            OSError: if the copy cannot be written.
        """
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            part.touch()  # in this process, where a folder that takes nothing is an OSError
            missing: tuple[str, ...] = self._child.run(path, kind, tuple(marks), part, author)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
        return missing


def _annotate(path: Path, kind: FileKind, marks: Sequence[CopyMark], target: Path, author: str) -> tuple[str, ...]:
    from kinu_reader.extract.annotated import write  # loads PyMuPDF: in the child only

    return write(path, kind, marks, target, author)

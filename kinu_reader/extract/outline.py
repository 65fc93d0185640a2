"""The table of contents that a file carries. Only child processes load this module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.extract.orders import Heading
from kinu_reader.extract.pdf import open_pdf
from kinu_reader.model import FileKind

if TYPE_CHECKING:
    from pathlib import Path

MOST = 2000  # headings


def outline(path: Path, kind: FileKind) -> tuple[Heading, ...]:
    """Return the headings in the order of the file; those that lead nowhere are left out.

    Raises:
        UnreadableFile: if the file cannot be opened.
    """
    if kind is not FileKind.PDF:
        return ()
    with open_pdf(path) as document:
        entries = [
            Heading(level, " ".join(title.split()), page, _height(target))
            for level, title, page, target in document.get_toc(simple=False)[:MOST]
            if 1 <= page <= document.page_count
        ]
    return tuple(entry for entry in entries if entry.title)


def _height(target: dict[str, object]) -> float:
    return float(getattr(target.get("to"), "y", 0.0))

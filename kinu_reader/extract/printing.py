"""A text of HTML set on the pages of a PDF, with its pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.extract.child import Child, Limits

if TYPE_CHECKING:
    from collections.abc import Mapping

SECONDS = 120.0
LARGEST = 512 << 20  # bytes


def print_html(html: str, pictures: Mapping[str, bytes], seconds: float = SECONDS) -> bytes:
    """Return the text as a PDF of A4 pages; `pictures` are PNG files by the names that the text calls them.

    Raises:
        UnreadableFile: if it cannot be set.
    """
    child = Child(_print, Limits(seconds, answer=LARGEST))
    try:
        file: bytes = child.run(html, dict(pictures))
    finally:
        child.close()
    return file


def _print(html: str, pictures: Mapping[str, bytes]) -> bytes:
    from kinu_reader.extract.printed import printed  # loads PyMuPDF: in the child only

    return printed(html, pictures)

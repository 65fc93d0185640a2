"""What the reader is given: the open document, its placed hits, and how its pages are drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from kinu_reader.model import Box, FileKind, Page


class Picture(Protocol):
    """The pixels of a drawn page: rows of `stride` bytes, three bytes (red, green, blue) for each pixel."""

    @property
    def width(self) -> int:
        """Return the width in pixels."""

    @property
    def height(self) -> int:
        """Return the height in pixels."""

    @property
    def stride(self) -> int:
        """Return the bytes from one row to the next."""

    @property
    def samples(self) -> bytes:
        """Return `stride * height` bytes."""


@dataclass(frozen=True)
class OpenDocument:
    """The brief whose pages are shown. Its file never changes, so its path names its pictures."""

    brief: int
    path: Path
    kind: FileKind
    pages: tuple[Page, ...]
    title: str
    text: str = ""  # canonical text: what is selected, copied, and read out to those who cannot see the page


@dataclass(frozen=True)
class PlacedHit:
    """A hit and where its words stand: (page number, box) for every line, in reading order."""

    page: int
    boxes: tuple[tuple[int, Box], ...]
    passage: int
    start: int = -1  # in the text of the document; -1 where that is not known


@dataclass(frozen=True)
class PlacedBookmark:
    """A bookmark and where its words stand: (page number, box) for every line, in reading order."""

    id: str
    colour: str  # one of COLOURS
    boxes: tuple[tuple[int, Box], ...]
    note: str = ""


COLOURS = ("amber", "green", "blue", "rose")  # as the tokens of the theme are called
Night = tuple[str, str]  # ink and paper, as #RRGGBB
Paint = Callable[[OpenDocument, int, int, Night | None], Picture]
"""Draw a page (by number) at a width in pixels; blocks, and raises KinuError if the page cannot be drawn."""

"""What the child processes are asked for, and what they answer with: plain data that both sides know."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kinu_reader.model import Box, FileKind

TESSERACT = "tesseract"  # the program that reads pictures


@dataclass(frozen=True)
class Picture:
    """A drawn page: red, green and blue, a byte each; a row takes `stride` bytes."""

    width: int
    height: int
    stride: int
    samples: bytes


@dataclass(frozen=True)
class Drawing:
    """What is to be drawn."""

    path: Path
    kind: FileKind
    page: int  # from 1
    width: int  # pixels of the whole page from left to right
    night: tuple[str, str] | None = None  # ink and paper, as "#RRGGBB"
    clip: Box | None = None  # the part to draw, in points; None is the whole page
    marks: Sequence[tuple[Box, bool]] = ()  # boxes to highlight, each with whether it is the current one
    png: bool = False


@dataclass(frozen=True)
class Heading:
    """An entry of a table of contents, and the place it leads to."""

    level: int  # from 1
    title: str
    page: int  # from 1
    height: float = 0.0  # points from the top of the page


@dataclass(frozen=True)
class Contents:
    """Whose table of contents is asked for."""

    path: Path
    kind: FileKind


class Shape(StrEnum):
    """How a mark looks."""

    HIGHLIGHT = "highlight"  # over words, a box for each line
    SQUARE = "square"  # around the first box
    NOTE = "note"  # a sign at the edge of the page, beside the first box if there is one


@dataclass(frozen=True)
class CopyMark:
    """One mark to be made in the copy, on one page."""

    id: str  # names it in the copy as well
    page: int  # from 1
    shape: Shape
    boxes: tuple[Box, ...]
    note: str
    colour: str  # "#RRGGBB"
    created: str = ""  # ISO 8601
    changed: str = ""
    author: str = ""  # where it is not the one of all others

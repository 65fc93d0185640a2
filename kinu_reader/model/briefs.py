"""What a file says: pages, passages, furniture, and the marks it carries."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


Box = tuple[float, float, float, float]
Range = tuple[int, int]


class PageState(StrEnum):
    """How far the text of a page can be trusted."""

    GOOD = "good"
    LITTLE_TEXT = "little-text"
    NO_TEXT = "no-text"
    BROKEN_FONTS = "broken-fonts"
    OCR = "ocr"  # read off a picture, by this program or by the one that made the file


UNSEEN = (PageState.NO_TEXT, PageState.BROKEN_FONTS)  # pages whose text a search cannot see


class TextQuality(StrEnum):
    """How far a search can trust what it sees of a whole brief; every brief has one."""

    GOOD = "good"
    OCR = "ocr"  # every page is seen, some as they were read off a picture
    PARTIAL = "partial"  # some pages cannot be seen


class LabelFrom(StrEnum):
    """Where the label of a page was found."""

    FILE = "file"
    PRINTED = "printed"  # inferred from the numbers printed on this page and its neighbours
    COUNT = "count"  # none was found: the place of the page in the file
    USER = "user"  # counted from the number that a person gave to the first page


class PassageKind(StrEnum):
    """What a passage is on its page; only BODY, HEADING and FOOTNOTE are what the author wrote at length."""

    BODY = "body"
    HEADING = "heading"
    FOOTNOTE = "footnote"
    FRONT = "front"  # title, author line, date, code: also in the record


class FileKind(StrEnum):
    """What the original file is."""

    PDF = "pdf"
    TEXT = "text"
    MARKDOWN = "markdown"

    @property
    def is_text(self) -> bool:
        """Tell whether its pages are set by us."""
        return self is not FileKind.PDF


@dataclass(frozen=True)
class Page:
    """One physical page; `start` and `end` bound what stands on it in the canonical text."""

    number: int  # from 1
    label: str  # as printed, else the number; "" in a text brief, whose pages are typeset by us
    width: float  # points, as displayed
    height: float
    start: int
    end: int
    state: PageState
    characters: bytes  # packed map of characters to boxes: `extract.boxes`
    label_from: LabelFrom = LabelFrom.COUNT


@dataclass(frozen=True)
class Passage:
    """One paragraph of the canonical text, the unit of index and result; it may run over a page break."""

    number: int  # from 0, in reading order
    start: int
    end: int
    page: int  # the page it starts on
    kind: PassageKind = PassageKind.BODY
    size: float = 0.0  # prevailing font size in points; 0 in a text brief
    bold: bool = False
    language: str = ""  # ko, en, mixed, other; "" if it holds no words


@dataclass(frozen=True)
class Furniture:
    """A running head, foot, page number or side box: taken out of the text, kept as evidence for the record."""

    text: str
    page: int


@dataclass(frozen=True)
class FileMark:
    """A highlight or note that the file itself carries; `start` is `end` where it lies on no text."""

    page: int
    start: int
    end: int
    boxes: tuple[Box, ...]
    note: str = ""
    colour: str = ""  # "#RRGGBB"
    author: str = ""
    created: str = ""  # ISO 8601, as precise as the file says


@dataclass(frozen=True)
class Brief:
    """What reading one file gives."""

    kind: FileKind
    text: str
    pages: tuple[Page, ...]
    passages: tuple[Passage, ...]
    furniture: tuple[Furniture, ...] = ()
    information: Mapping[str, str] = field(default_factory=dict)  # title, author, created … as the file claims
    name: str = ""  # the file's name without folder, a weak hint for the record
    language: str = ""  # ko, en, mixed, other; "" if it holds no words
    marks: tuple[FileMark, ...] = ()

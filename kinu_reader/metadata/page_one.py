"""The lines of page one before the text begins, and which of them is the title."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from kinu_reader.metadata.closing import is_disclaimer
from kinu_reader.metadata.labels import read_label
from kinu_reader.metadata.people import read_authors, read_names
from kinu_reader.model import PassageKind

if TYPE_CHECKING:
    from kinu_reader.metadata.labels import Label
    from kinu_reader.model import Author, Brief, Passage, Range

_TITLE_LINES = 4
_MOST_LINES = 24  # a page without running text, such as a table, is no title page to its end
_SECTION = re.compile(
    r"^(?:[0-9]{1,2}|[IVXivx]{1,4}|[Ⅰ-Ⅹ]|[가나다])[.)]\s|^\d\s[가-힣]"
    r"|^(?:Abstract|(?:Executive )?Summary|Introduction|Contents|Background)\s*$"
    r"|^(?:요\s*약|초\s*록|목\s*차|서론|들어가며|들어가는 말|머리말)\s*$",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[A-Za-z]{3}|[^\W\d_a-zA-Z]{2}")  # a single letter may be set large, but is no title
_SENTENCE = re.compile(r"(?:[.!?]|다\.|까\?)[”’\"']?\s*(?:\d{1,2}\)?)?$")
NAME_SIZE = 0.85  # of the title's: what is set larger than that is no author line
LARGER = 1.12  # how much larger than the text a title must be set to be one by its size alone


@dataclass(frozen=True)
class Line:
    """A passage before the text begins, with what it says."""

    text: str
    start: int
    end: int
    size: float
    heading: bool
    label: Label
    authors: tuple[Author, ...]

    @property
    def span(self) -> Range:
        """Return where it stands in the canonical text."""
        return self.start, self.end


@dataclass(frozen=True)
class TitleBlock:
    """Title, subtitle and authors as they stand on page one."""

    title: tuple[Line, ...] = ()  # its lines; several if they were set as several passages
    subtitle: Line | None = None
    authors: tuple[Line, ...] = ()
    guessed_authors: bool = False  # they only look like names
    doubtful: bool = False  # nothing but its place says that this is the title


def text_size(brief: Brief) -> float:
    """Return the size in points in which most of a brief is set; 0 for a text brief."""
    sizes: Counter[float] = Counter()
    for passage in brief.passages:
        sizes[passage.size] += passage.end - passage.start
    return sizes.most_common(1)[0][0] if sizes else 0.0


def lines_of(brief: Brief) -> list[Line]:
    """Return the lines that stand before the text of page one."""
    size = text_size(brief)
    lines: list[Line] = []
    for passage in brief.passages[:_MOST_LINES]:
        text = brief.text[passage.start : passage.end].strip()
        if passage.page > 1 or _begins_text(text, passage, size, bool(lines)):
            break
        if passage.kind is PassageKind.FOOTNOTE or is_disclaimer(text):
            continue
        heading = passage.kind in (PassageKind.HEADING, PassageKind.FRONT)
        authors = read_authors(text)
        label = read_label("" if authors else text)
        lines.append(Line(text, passage.start, passage.end, passage.size, heading, label, authors))
    return lines


def _begins_text(text: str, passage: Passage, size: float, after_first: bool) -> bool:
    if passage.size > size * LARGER and not _SECTION.match(text):
        return False
    if _SECTION.match(text):
        # Not the very first line: "1. Title" at the head of a page without a masthead may be all the title there is.
        return after_first or passage.size <= size * LARGER
    return len(text) > 160 or (len(text) > 60 and bool(_SENTENCE.search(text)) and not read_authors(text))


def find_title_block(lines: list[Line], size: float) -> TitleBlock:
    """Return title, subtitle and authors among the lines before the text."""
    named = tuple(line for line in lines if line.authors)
    candidates = [line for line in lines if not line.authors and not line.label and _WORDS.search(line.text)]
    if not candidates:
        return TitleBlock(authors=named)
    largest = max(line.size for line in candidates)
    title = _title_by_size(candidates, largest) if largest else (_title_by_place(candidates, named),)
    after = [line for line in lines if line.start > title[-1].start]
    subtitle = _subtitle(after, title[0], size)
    if named:
        return TitleBlock(title, subtitle, named, doubtful=_plain(title[0], size))
    guessed = next((line for line in after if line is not subtitle and not line.label), None)
    if guessed and read_names(guessed.text) and guessed.size <= title[0].size * NAME_SIZE:
        return TitleBlock(title, subtitle, (guessed,), guessed_authors=True, doubtful=_plain(title[0], size))
    return TitleBlock(title, subtitle, doubtful=_plain(title[0], size))


def _title_by_size(candidates: list[Line], largest: float) -> tuple[Line, ...]:
    """Return the first of the largest lines, with those of the same size right after it."""
    first = next(n for n, line in enumerate(candidates) if line.size >= largest - 0.2)
    lines = candidates[first : first + _TITLE_LINES]
    return tuple(takewhile(lambda line: abs(line.size - lines[0].size) <= 0.2, lines))


def _title_by_place(candidates: list[Line], named: tuple[Line, ...]) -> Line:
    """Return the line above the authors, else the first heading, else the first line."""
    above = [line for line in candidates if named and line.start < named[0].start]
    if above:
        return next((line for line in above if line.heading), above[-1])
    return next((line for line in candidates if line.heading), candidates[0])


def _subtitle(after: list[Line], title: Line, size: float) -> Line | None:
    """Return the line under the title if its size, or a dash before it, says that it goes on with the title."""
    below = after[0] if after else None
    if not below or below.authors or below.label:
        return None
    dashed = re.match(r"[-–—―:]\s?\S", below.text)
    return below if dashed or size * LARGER < below.size < title.size else None


def _plain(title: Line, size: float) -> bool:
    return bool(size) and title.size <= size * LARGER and not title.heading

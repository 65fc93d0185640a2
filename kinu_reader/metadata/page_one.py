"""The lines of the first pages before the text begins, and which of them is the title."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from kinu_reader.metadata.closing import is_disclaimer
from kinu_reader.metadata.colophon import is_colophon
from kinu_reader.metadata.labels import GENERAL, LONGEST, read_label
from kinu_reader.metadata.people import read_affiliation, read_authors, read_byline, read_names
from kinu_reader.model import PassageKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.metadata.labels import Label, Vocabulary
    from kinu_reader.model import Author, Brief, Passage, Range

_TITLE_LINES = 4
_LONGEST_TITLE = 450  # characters; those of the United Nations are this long
_LONGEST_NAMES = 400  # characters of an author line, with what its people are
_MOST_LINES = 24  # a page without running text, such as a table, is no title page to its end
_NAMES_WITHIN = 3  # lines below the title
_FRONT_PAGES = 3  # a cover, a title page, and the one with its back
_SECTION = re.compile(
    r"^(?:[0-9]{1,2}|[IVXivx]{1,4}|[Ⅰ-Ⅹ]|[가나다])[.)]\s|^\d\s[가-힣]"
    r"|^(?:Abstract|(?:Executive )?Summary|Introduction|(?:Table of )?Contents?|Background)\s*$"
    r"|^(?:국문\s?)?(?:요\s*약|초\s*록|목\s*차|차\s*례|서론|들어가며|들어가는 말|머리말|문제\s?제기)\s*$",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[A-Za-z]{3}|[^\W\d_a-zA-Z]{2}")  # a single letter may be set large, but is no title
_SENTENCE = re.compile(r"(?:[.!?]|다\.|까\?)[”’\"']?\s*(?:\d{1,2}\)?)?$")
_BY_ALONE = re.compile(r"^(?:(?:Speech|Statement|Remarks|Address|Written|Prepared) )?[Bb]y$|^저자$|^글$")
_HONOUR = re.compile(r"^(?:His|Her) Excellency$|^The Honou?rable$")
NAME_SIZE = 0.85  # of the title's: what is set larger than that is no author line
LEAST = 0.9  # of the text's size: names are not set smaller
LARGER = 1.12  # how much larger than the text a title must be set to be one by its size alone
SURE = 12  # letters in common with what the file claims: fewer are chance
CAPITALS = 0.9  # of the letters: "ARTICLE 73 e" is in capitals too
SAME, NEAR = 0.2, 0.85  # points between lines of one size; of the largest size, what may stand between two such lines


@dataclass(frozen=True)
class Line:
    """A passage before the text begins, with what it says."""

    text: str
    start: int
    end: int
    page: int
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
    affiliation: Line | None = None  # rank and division on a line of their own below the authors
    guessed_authors: bool = False  # they only look like names
    doubtful: bool = False  # nothing but its place says that this is the title

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return all its lines."""
        singles = tuple(line for line in (self.subtitle, self.affiliation) if line)
        return (*self.title, *singles, *self.authors)


def text_size(brief: Brief) -> float:
    """Return the size in points in which most of a brief is set; 0 for a text brief."""
    sizes: Counter[float] = Counter()
    for passage in brief.passages:
        sizes[passage.size] += passage.end - passage.start
    return sizes.most_common(1)[0][0] if sizes else 0.0


def lines_of(brief: Brief, words: Vocabulary = GENERAL) -> list[Line]:
    """Return the lines that stand before the text of page one, or of a page after pages that have none."""
    size = text_size(brief)
    lines: list[Line] = []
    for passage in brief.passages[: _MOST_LINES * 2]:
        text = brief.text[passage.start : passage.end].strip()
        on_page = sum(line.page == passage.page for line in lines)
        if passage.page > _FRONT_PAGES or on_page >= _MOST_LINES:
            break
        if _begins_text(text, passage, size, words, after_first=bool(lines)):
            break
        if passage.kind is PassageKind.FOOTNOTE or is_disclaimer(text):
            continue
        lines.append(_line(text, passage, words, lines))
    return lines


def _line(text: str, passage: Passage, words: Vocabulary, before: Sequence[Line]) -> Line:
    heading = passage.kind in (PassageKind.HEADING, PassageKind.FRONT)
    authors = read_authors(text)
    above = [line for line in before if not _HONOUR.match(line.text)]
    if above and _BY_ALONE.match(above[-1].text) and not _HONOUR.match(text):
        authors = authors or read_names(text)
    label = read_label("" if authors else text, words)
    return Line(text, passage.start, passage.end, passage.page, passage.size, heading, label, authors)


def _begins_text(text: str, passage: Passage, size: float, words: Vocabulary, *, after_first: bool) -> bool:
    if passage.size > size * LARGER and not _SECTION.match(text):
        return False
    if read_label(text, words):
        return False
    if (passage.bold or is_loud(text)) and len(text) <= _LONGEST_TITLE and not _SECTION.match(text):
        return False
    if _SECTION.match(text):
        # Not the very first line: "1. Title" at the head of a page without a masthead may be all the title there is.
        return after_first or passage.size <= size * LARGER
    long = len(text) > LONGEST + 20 or (len(text) > 60 and bool(_SENTENCE.search(text)))
    return long and not (len(text) <= _LONGEST_NAMES and read_authors(text))


def find_title_block(lines: Sequence[Line], size: float, claimed: str = "") -> TitleBlock:
    """Return title, subtitle and authors among the lines before the text.

    The title is sought page by page. What the file claims to be its title may confirm which of the lines is.
    """
    found = TitleBlock(authors=tuple(line for line in lines if line.authors))
    for page in sorted({line.page for line in lines}):
        block = _block([line for line in lines if line.page == page], size, claimed)
        if block.title and (not found.title or (found.doubtful and not block.doubtful)):
            found = block if block.authors else replace(block, authors=found.authors)
        if found.title and not found.doubtful:
            break
    return found


def _block(lines: Sequence[Line], size: float, claimed: str) -> TitleBlock:
    named = tuple(line for line in lines if line.authors)
    candidates = [line for line in lines if _may_be_title(line)]
    if not candidates:
        return TitleBlock(authors=named)
    largest = max(line.size for line in candidates)
    title = _title_by_size(candidates, largest) if largest else (_title_by_place(candidates, named),)
    confirmed = _confirmed(candidates, claimed)
    if confirmed and not set(confirmed) <= set(title):
        title = confirmed
    after = [line for line in lines if line.start > title[-1].start]
    if _is_translation(after, title):
        after = after[1:]
    subtitle = _subtitle(after, title, size)
    doubtful = not confirmed and _plain(title[0], size)
    block = TitleBlock(title, subtitle, named, doubtful=doubtful)
    return _with_names(block, [line for line in after if line is not subtitle and not line.label], lines, size)


def _with_names(block: TitleBlock, after: Sequence[Line], lines: Sequence[Line], size: float) -> TitleBlock:
    """Return the block with what looks like names under its title, and with the affiliation under those."""
    if block.authors:
        below = next((line for line in lines if line.start > block.authors[-1].start), None)
    else:
        near = [n for n, line in enumerate(after[:_NAMES_WITHIN]) if _may_name(line, block.title[0], size)]
        if not near:
            return block
        below = (*after[near[0] + 1 :], None)[0]
        block = replace(block, authors=(after[near[0]],), guessed_authors=True)
    if below and not below.label and any(read_affiliation(below.text)):
        return replace(block, affiliation=below)
    return block


def _may_be_title(line: Line) -> bool:
    says_else = line.authors or line.label or _BY_ALONE.match(line.text) or is_colophon(line.text)
    return not says_else and bool(_WORDS.search(line.text))


def _may_name(line: Line, title: Line, size: float) -> bool:
    """Tell whether a line looks like names, and is set as large as names are."""
    fits = size * LEAST <= line.size <= max(title.size * NAME_SIZE, size)
    return fits and bool(read_names(line.text) or read_byline(line.text))


def _confirmed(candidates: Sequence[Line], claimed: str) -> tuple[Line, ...]:
    """Return the lines that together are how the file's own title begins."""
    claim = bare(claimed)
    for first in range(len(candidates)):
        for last in range(min(first + _TITLE_LINES, len(candidates)), first, -1):
            said = bare(" ".join(line.text for line in candidates[first:last]))
            if len(said) >= SURE and said in claim:
                return tuple(candidates[first:last])
    return ()


def _title_by_size(candidates: Sequence[Line], largest: float) -> tuple[Line, ...]:
    """Return the first of the largest lines, with those of the same size right after it."""
    first = next(n for n, line in enumerate(candidates) if line.size >= largest - SAME)
    run = list(takewhile(lambda line: line.size >= largest * NEAR, candidates[first : first + _TITLE_LINES]))
    alike = [n for n, line in enumerate(run) if line.size >= largest - SAME and line.heading == run[0].heading]
    return tuple(run[: max(alike) + 1])


def _title_by_place(candidates: Sequence[Line], named: Sequence[Line]) -> Line:
    """Return the line above the authors, else the first heading, else the first line."""
    above = [line for line in candidates if named and line.start < named[0].start]
    if above:
        return next((line for line in above if line.heading), above[-1])
    return next((line for line in candidates if line.heading), candidates[0])


def _subtitle(after: Sequence[Line], title: Sequence[Line], size: float) -> Line | None:
    """Return the line under the title if its size, or a dash before it, says that it goes on with the title."""
    below = after[0] if after else None
    if not below or below.authors or below.label or _SECTION.match(below.text):
        return None
    dashed = re.match(r"[-–—―:]\s?\S", below.text)
    smaller = size * LARGER < below.size < title[0].size and not _names_people(after)
    larger = below.heading and title[0].size <= below.size  # the title is known, though this is set larger
    return below if dashed or smaller or (larger and below.size > SAME) else None


def _is_translation(after: Sequence[Line], title: Sequence[Line]) -> bool:
    """Tell whether the line under a title only says it again in the other language."""
    if not after or not after[0].heading or after[0].label or _names_people(after):
        return False
    korean, below = (bool(re.search("[가-힣]", text)) for text in (title[0].text, after[0].text))
    return korean != below and bool(_WORDS.search(after[0].text))


def _names_people(after: Sequence[Line]) -> bool:
    """Tell whether the first of the lines under a title names people; a title may look like it, if others follow."""
    first, *others = after[:_NAMES_WITHIN]
    if first.authors or not (read_names(first.text) or read_byline(first.text)):
        return bool(first.authors)
    return not any(line.authors or read_names(line.text) for line in others)


def _plain(title: Line, size: float) -> bool:
    prose = title.text[:1].islower() or (title.text.endswith(".") and not title.text.endswith("..."))
    return prose or (bool(size) and title.size <= size * LARGER and not title.heading)


def is_loud(text: str) -> bool:
    """Tell whether a text is set in capitals, but for a letter or two."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 3 and sum(letter.isupper() for letter in letters) >= CAPITALS * len(letters)


def bare(text: str) -> str:
    """Return a text by which two settings of one title can be compared."""
    return re.sub(r"[\W_]+", "", text).casefold()

"""What the writing itself tells: where sentences end, what opens a list item, a note or a numbered heading."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinu_reader.model import Range

SENTENCE_END = re.compile(
    r"[.!?。？！…][\"'”’」』)\]*]*$|(?<!\d)[.!?][\"'”’」』)\]]*\d{1,3}\)?$|[:;]$"  # the second: with the mark of a note
)
SENTENCE_WITHIN = re.compile(r"(?:[a-z]{3}|[가-힣])[.!?] ")  # not U.S. or No. 3
OPEN_END = re.compile(r"\w[-\u2010,]$")
BULLET = re.compile(r"(?:o|[•●○◦■□▪▫◆◇▶▷►※★☆‣❍❏➢✓·ㆍ‧①-⑳⑴-⒇㉠-㉻§\-–—])\s")
NUMBER = re.compile(
    r"(?:\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|\(?[ivxIVX]{1,4}[.)]|[ⅰ-ⅻⅠ-Ⅻ][.)]?|[가나다라마바사아자차카타파하][.)]"
    r"|\d{1,2}(?:\.\d{1,2})+\.?)\s"
)
NUMBERED_HEADING = re.compile(
    r"(?:제\s?\d{1,3}\s?[장절관항조부]|[IVXⅠ-Ⅻ]{1,5}\.?|\d{1,2}(?:\.\d{1,2})*\.?|\(\d{1,2}\)|[A-Z]\.|[가나다라마바사]\.)\s+\S"
)
YEAR_END = re.compile(r"(?:19|20)\d\d\.(?: ?\d{1,2}\.)?$")
DAY_START = re.compile(r"\d{1,2}\. ?(?:\d{1,2}(?:\.|일)|[가-힣])")
NOTE = re.compile(r"(?:\d{1,3}[.)]?|\[\d{1,3}\]|[*†‡§]{1,3}|\*+\))\s?(?=\S)")
NOTE_NUMBER = re.compile(r"\d{1,3}")
BYLINE = re.compile(r"[^().]{2,60}\([^()]{3,120}\)")
CUT = re.compile(r"(?<=[.!?。])[\"'”’」』)\]\d]*\s+(?=\S)")


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends where a sentence, or a colon before a list, ends."""
    return bool(SENTENCE_END.search(text))


def holds_sentence(text: str) -> bool:
    """Tell whether a sentence ends at the end of a text or within it."""
    return ends_sentence(text) or bool(SENTENCE_WITHIN.search(text))


def is_open(text: str) -> bool:
    """Tell whether a line ends in the middle of a word or of an enumeration."""
    return bool(OPEN_END.search(text))


def is_broken_date(before: str, after: str) -> bool:
    """Tell whether a date in numbers runs over the end of a line: 2020. / 3. 11."""
    return bool(YEAR_END.search(before) and DAY_START.match(after))


def starts_bullet(text: str) -> bool:
    """Tell whether a line starts with the bullet of an item."""
    return bool(BULLET.match(text))


def starts_item(text: str) -> bool:
    """Tell whether a line starts with a bullet, or with what may be the number of an item."""
    return bool(BULLET.match(text) or NUMBER.match(text))


def starts_note(text: str) -> bool:
    """Tell whether a line starts as a footnote does."""
    return bool(NOTE.match(text))


def note_number(text: str) -> int | None:
    """Return the number that a note starts with, or None."""
    match = NOTE_NUMBER.match(text)
    return int(match[0]) if match else None


def is_byline(text: str) -> bool:
    """Tell whether a whole line is a name with something in brackets, as authors stand with rank and division."""
    return bool(BYLINE.fullmatch(text))


def starts_lower(text: str) -> bool:
    """Tell whether a text goes on in the middle of a sentence: with a small letter."""
    return text[:1].islower()


def is_numbered(text: str) -> bool:
    """Tell whether a line starts with the number of a chapter or section."""
    return bool(NUMBERED_HEADING.match(text))


def is_hangul(c: str) -> bool:
    """Tell whether a character is written as Korean words are: syllables, jamo, hanja."""
    return "가" <= c <= "힣" or "\u3131" <= c <= "\u318e" or "一" <= c <= "鿿" or "\uf900" <= c <= "\ufaff"


def columns_wide(text: str) -> int:
    """Return the width of a text in columns of a typewriter, in which Hangul takes two."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def cut(text: str, most: int) -> Iterator[Range]:
    """Yield ranges of about equal length, each at most about `most` characters, that end where sentences end."""
    start = 0
    if len(text) > most:
        length = len(text) / -(-len(text) // most)
        for end in CUT.finditer(text):
            if end.end() - start >= length and len(text) - end.end() >= length / 2:
                yield start, len(text[: end.end()].rstrip())
                start = end.end()
    yield start, len(text)

"""What a text is made of, for who selects in it: words, sentences, paragraphs. No widgets here."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kinu_reader.model import Range

PARAGRAPH_BREAK = "\n\n"  # between the paragraphs of a canonical text
_WORD = re.compile(r"\w+(?:[-'’·.]\w+)*")  # a Korean eojeol, without the marks around it
_SENTENCE_END = re.compile(r"(?P<last>\S*)[.!?。…]+[\"'”’)\]」』》〉]*\s+(?=[^a-z\s])")
_NO_END = re.compile(r"[(\"“‘]*(?:[A-Z](?:\.[A-Z])*|Dr|Mrs?|Ms|Prof|St|Nos?|pp?|vols?|cf|vs|e\.g|i\.e|[Ff]ig)")


def nothing_at(text: str, at: int) -> Range:
    """Return the empty range: a selection that goes by letters."""
    return at, at


def word_at(text: str, at: int) -> Range:
    """Return the word at an offset, or the one that ends there; else the single character."""
    start, end = paragraph_at(text, at)
    for word in _WORD.finditer(text, start, end):
        if word.start() <= at <= word.end() and (at < word.end() or not _starts_word(text, at)):
            return word.span()
    return at, min(at + 1, end)


def sentence_at(text: str, at: int) -> Range:
    """Return the sentence at an offset, without the blank after it."""
    start, end = paragraph_at(text, at)
    paragraph = text[start:end]
    ends = [match.end() for match in _SENTENCE_END.finditer(paragraph) if not _NO_END.fullmatch(match["last"])]
    bounds = [0, *ends, len(paragraph)]
    number = min(bisect_right(bounds, at - start), len(bounds) - 1) - 1
    return start + bounds[number], start + len(paragraph[: bounds[number + 1]].rstrip())


def paragraph_at(text: str, at: int) -> Range:
    """Return the paragraph at an offset."""
    start = text.rfind(PARAGRAPH_BREAK, 0, at)
    end = text.find(PARAGRAPH_BREAK, at)
    return (0 if start < 0 else start + len(PARAGRAPH_BREAK)), (len(text) if end < 0 else end)


def next_word(text: str, at: int, direction: int) -> int:
    """Return where the next word begins (direction 1), or the word before (-1)."""
    if direction > 0:
        following = _WORD.search(text, word_at(text, at)[1] if _starts_word(text, at) else at)
        return following.start() if following else len(text)
    begins = [0, *(word.start() for word in _WORD.finditer(text, max(0, at - 1000), at))]
    return max(begin for begin in begins if begin < at or begin == 0)


def _starts_word(text: str, at: int) -> bool:
    return _WORD.match(text, at) is not None

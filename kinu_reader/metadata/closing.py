"""What stands at the end of a brief without being a part of it: the copyright mark and the disclaimer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinu_reader.metadata.findings import Fact

if TYPE_CHECKING:
    from kinu_reader.model import Brief, Passage, Range

# A mark in the middle of a sentence is somebody else's: only one that ends its passage is the brief's own.
_COPYRIGHT = re.compile(
    r"\s*(?P<mark>(?:(?:Copyright\s)?[©ⓒ]|Copyright\s(?=(?:19|20)\d\d\b)|\([Cc]\)\s(?=.*\b(?:19|20)\d\d\b))\s?[^.!?。©ⓒ]{2,60}?"
    r"(?:[.,]?\s?All rights reserved\.?)?)\s*$"
)
_COPYRIGHT_FIRST = re.compile(r"(?P<mark>[©ⓒ]\s?(?:19|20)\d\d\s[^.(]{2,60}?)\s?[.(]")  # of a longer notice in a foot
_MARK = re.compile(r"^[*※†‡∗＊]+\s*|^\d{1,2}\)\s*")
_OPINION = re.compile(
    r"\b(?:views?|opinions?|content|contents|analyses|comments)\b.{0,160}\b(?:authors?|writers?|personal|own)\b"
    r"|\b(?:authors?|writers?)\b.{0,80}\b(?:views?|opinions?)\b"
    r"|(?:필자|저자|집필자|글쓴이|연구자).{0,20}(?:견해|의견|입장)",
    re.DOTALL,
)
_OFFICIAL = re.compile(r"\b(?:official|necessarily|attributed)\b|공식|무관|다를 수|일치하지")
_LONGEST = 420  # characters; a longer paragraph argues about opinions
INSTITUTE_IN_DISCLAIMER = re.compile(
    r"(?:of|by) (?P<en>the [A-Z][^.,;]*?)\s*(?:\([A-Z]+\))?\.?$"
    r"|(?P<ko>[가-힣A-Za-z]+(?:연구원|연구소|센터|재단|학회))의? (?:공식|입장)"
)


@dataclass(frozen=True)
class Closing:
    """What was found at the end, with the ranges it takes up."""

    copyright: Fact[str] | None = None
    disclaimer: Fact[str] | None = None
    apart: tuple[Range, ...] = ()


def read_closing(brief: Brief) -> Closing:
    """Return copyright mark and disclaimer, each the last of its kind."""
    copyright_mark = disclaimer = None
    apart: list[Range] = []
    for passage in reversed(brief.passages):
        text = brief.text[passage.start : passage.end]
        where = f"page {passage.page}"
        if not disclaimer and is_disclaimer(text):
            disclaimer = Fact(_MARK.sub("", text).strip(), where)
            apart.append((passage.start, passage.end))
        elif not copyright_mark and (found := _COPYRIGHT.search(text)):
            copyright_mark = Fact(found["mark"], _where_end(brief, passage))
            apart.append((passage.start + found.start(), passage.end))
    for furniture in brief.furniture:
        if not disclaimer and is_disclaimer(furniture.text):
            disclaimer = Fact(_MARK.sub("", furniture.text).strip(), f"page {furniture.page}")
        found = _COPYRIGHT.search(furniture.text) or _COPYRIGHT_FIRST.match(furniture.text)
        if not copyright_mark and found:
            copyright_mark = Fact(found["mark"], f"page {furniture.page}")
    return Closing(copyright_mark, disclaimer, tuple(apart))


def is_disclaimer(text: str) -> bool:
    """Tell whether a passage only says whose opinion the brief is."""
    return len(text) <= _LONGEST and bool(_OPINION.search(text) and _OFFICIAL.search(text))


def _where_end(brief: Brief, passage: Passage) -> str:
    """Return the page on which a passage ends."""
    pages = [page.number for page in brief.pages if page.start < passage.end <= page.end]
    return f"page {pages[-1] if pages else passage.page}"

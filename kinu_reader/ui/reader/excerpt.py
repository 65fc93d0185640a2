"""The text of the pages around the one being read, as one text for those who hear it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinu_reader.ui.utf16 import characters, units

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kinu_reader.model import Page

MOST = 200_000  # characters, which a text field takes in 2 ms; most briefs are shorter
_AHEAD = 3 / 4  # of these for the pages that follow: one reads on


@dataclass(frozen=True)
class Excerpt:
    """Pages one after the other, each under a heading. Positions are Qt's, offsets those of the canonical text."""

    text: str = ""
    pages: tuple[Page, ...] = ()
    whole: str = ""  # the canonical text
    begins: tuple[int, ...] = ()  # positions at which the text of each page begins, behind its heading
    of: int = 0  # pages that there are in all

    def holds(self, number: int) -> bool:
        """Tell whether a page is here, and those beside it that there are."""
        first, last = (self.pages[0].number, self.pages[-1].number) if self.pages else (1, 0)
        return first + (first > 1) <= number <= last - (last < self.of)

    def page_at(self, position: int) -> int:
        """Return the number of the page at a position; 0 if there is none."""
        return self.pages[max(0, bisect_right(self.begins, position) - 1)].number if self.pages else 0

    def begin(self, number: int) -> int:
        """Return the position at which a page begins, 0 if it is not here."""
        return next((at for at, page in zip(self.begins, self.pages, strict=True) if page.number == number), 0)

    def offset(self, position: int) -> int:
        """Return the offset at a position; within a heading, where its page begins."""
        if not self.pages:
            return 0
        at = max(0, bisect_right(self.begins, position) - 1)
        page, within = self.pages[at], position - self.begins[at]
        return page.start + characters(self.whole[page.start : page.end], max(0, within))

    def position(self, offset: int) -> int | None:
        """Return the first position of an offset; None if it is on no page here."""
        for begin, page in zip(self.begins, self.pages, strict=True):
            if page.start <= offset <= page.end:
                return begin + units(self.whole[page.start : offset])
        return None


def excerpt(text: str, pages: Sequence[Page], number: int, heading: Callable[[Page], str], most: int = MOST) -> Excerpt:
    """Return a page (by number, from 1) with those before and behind it, as many as are `most` characters together."""
    if not 1 <= number <= len(pages):
        return Excerpt()
    first = last = number - 1
    size = pages[first].end - pages[first].start
    for room, step in ((most * _AHEAD, 1), (most, -1), (most, 1)):
        while 0 <= (at := (first if step < 0 else last) + step) < len(pages):
            size += pages[at].end - pages[at].start
            if size > room:
                size -= pages[at].end - pages[at].start
                break
            first, last = min(first, at), max(last, at)
    chosen = tuple(pages[first : last + 1])
    parts, begins, position = [], [], 0
    for page in chosen:
        above, body = f"{heading(page)}\n", f"{text[page.start : page.end]}\n"
        begins.append(position + units(above))
        position = begins[-1] + units(body)
        parts += [above, body]
    return Excerpt("".join(parts), chosen, text, tuple(begins), len(pages))

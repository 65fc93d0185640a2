"""Making an anchor: the words of a range, with what stands around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.model import Anchor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.model import Box

CONTEXT = 200  # characters kept on either side of the words: what tells apart the rows of a table, or lists of names


def anchor(
    text: str,
    start: int,
    end: int,
    *,
    page: int = 1,
    page_label: str = "",
    boxes: Sequence[tuple[int, Box]] = (),
    file: str = "",
    reading: int = 0,
) -> Anchor:
    """Return the anchor of a range of the text; of a place between two characters where `start` is `end`."""
    prefix, suffix = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    quote = text[start:end]
    stood = times(quote, text)
    return Anchor(start, end, quote, prefix, suffix, page, page_label, tuple(boxes), file, reading, stood)


def times(quote: str, text: str) -> int:
    """Return how often words stand in a text, whatever the blanks between them; once if there are none."""
    words = " ".join(quote.split())
    return " ".join(text.split()).count(words) if words else 1

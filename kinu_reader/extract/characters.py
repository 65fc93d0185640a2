"""Characters as the canonical text has them: NFC, plain spaces, hyphens and brackets, nothing that has no width."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kinu_reader.model import Box, Range

ZERO_WIDTH = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\ufeff"
CONTROLS = [chr(n) for n in (*range(9), *range(14, 32), *range(127, 160))]
SPACES = [
    *"\t\n\v\f\r\u00a0\u1680\u2028\u2029\u202f\u205f\u3000",
    *(chr(n) for n in range(0x2000, 0x200B)),
]
SURROGATES = [chr(n) for n in range(0xD800, 0xE000)]
HWP_BRACKETS = {
    "\U000f0852": "「",
    "\U000f0853": "」",
    "\U000f0854": "『",
    "\U000f0855": "』",
}  # private use, common in PDF
SYMBOLS = {  # of the fonts Symbol and Wingdings, which word processors use for the bullets of lists
    "\uf0b7": "•",
    "\uf06c": "●",
    "\uf06e": "■",
    "\uf06f": "□",
    "\uf076": "❖",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf0e0": "→",
    "\uf0fc": "✓",
}
PLAIN: dict[int, str] = str.maketrans(
    {
        **dict.fromkeys([*ZERO_WIDTH, *CONTROLS], ""),
        **dict.fromkeys(SPACES, " "),
        **dict.fromkeys(SURROGATES, "\ufffd"),  # half a character
        **HWP_BRACKETS,
        **SYMBOLS,
        "\u00ad": "-",  # drawn, so it is a hyphen: whether it stays is decided where lines are joined
    }
)


def plain(text: str) -> str:
    """Return a text in NFC with plain characters and single spaces, none at its ends."""
    return unicodedata.normalize("NFC", " ".join(text.translate(PLAIN).split()))


def plain_with_boxes(text: str, boxes: Sequence[Box]) -> tuple[str, Sequence[Box]]:
    """Return a text in NFC with plain characters and single spaces, and a box for each of its characters."""
    if not (text.isascii() and text.isprintable()):
        clean = text.translate(PLAIN)
        if len(clean) < len(text):
            boxes = [box for c, box in zip(text, boxes, strict=True) if c.translate(PLAIN)]
        text = clean
    if "  " in text:
        kept = [at for at in range(len(text)) if text[at : at + 2] != "  "]
        text, boxes = "".join(text[at] for at in kept), [boxes[at] for at in kept]
    return (text, boxes) if unicodedata.is_normalized("NFC", text) else compose(text, boxes)


def compose(text: str, boxes: Sequence[Box]) -> tuple[str, list[Box]]:
    """Return the text in NFC and a box for each character; what is joined has the box around its parts."""
    composed: list[str] = []
    where: list[Box] = []
    for start, end in _clusters(text):
        whole = unicodedata.normalize("NFC", text[start:end])
        composed.append(whole)
        apart = len(whole) == end - start
        where.extend(boxes[start:end] if apart else [union(boxes[start:end])] * len(whole))
    return "".join(composed), where


def union(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around others."""
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return min(x0), min(y0), max(x1), max(y1)


def _clusters(text: str) -> Iterator[Range]:
    """Yield the ranges that NFC treats apart from each other."""
    start = 0
    for at in range(1, len(text)):
        if not unicodedata.combining(text[at]) and not _would_join(text[start:at], text[at]):
            yield start, at
            start = at
    if text:
        yield start, len(text)


def _would_join(before: str, after: str) -> bool:
    apart = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", after)
    return unicodedata.normalize("NFC", before + after) != apart

"""Text made fit to be written: what cannot be printed could end a line, a cell or a document."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def lines(text: str) -> str:
    """Return a text with plain line ends, without control characters and marks that turn the direction of writing."""
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text))


def line(text: str) -> str:
    """Return a text as one line of what can be printed."""
    return " ".join(lines(text).split())

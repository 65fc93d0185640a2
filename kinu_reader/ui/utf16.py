"""Places in a text as Qt counts them: in UTF-16, where some characters take two."""

from __future__ import annotations


def units(text: str) -> int:
    """Return how long a text is for Qt."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def characters(text: str, position: int) -> int:
    """Return how many characters of a text lie before a position of Qt."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * position].decode("utf-16-le", "ignore"))

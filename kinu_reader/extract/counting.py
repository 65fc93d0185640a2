"""Counting letters at the speed of C."""

from __future__ import annotations

import string

LETTERS, VOWELS = string.ascii_letters.encode(), b"AEIOUaeiou"


def count(text: bytes, what: bytes) -> int:
    """Return how many of a text's bytes are among some."""
    return len(text) - len(text.translate(None, what))

"""How a part of the window shows the keys of the actions it offers: it is told by `show_keys`."""

from __future__ import annotations


def no_keys(name: str) -> str:
    """Return the key of an action where nobody has said which it is."""
    return ""


def with_key(words: str, keys: str) -> str:
    """Return words with the key for them behind, as a tooltip has it."""
    return f"{words}  {keys}".rstrip()

"""Any paper, Korean or English, of an institute or a series that is not known yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.metadata.findings import to_guess
from kinu_reader.metadata.reading import read_facts
from kinu_reader.model import Profile

if TYPE_CHECKING:
    from kinu_reader.model import Brief, Guess


def matches(brief: Brief) -> float:
    """Return a little for anything: every other profile that knows a brief goes first."""
    return 0.1


def guess(brief: Brief) -> Guess:
    """Read what any paper has; a code is not missed where none is printed."""
    return to_guess(read_facts(brief), expected=("title", "authors", "date"))


PROFILE = Profile("generic", matches, guess)

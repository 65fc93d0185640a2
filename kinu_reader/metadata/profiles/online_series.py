"""The Online Series: short briefs in Korean or English with a code such as CO 24-15 in head, side box or masthead."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kinu_reader.metadata.findings import to_guess
from kinu_reader.metadata.page_one import lines_of
from kinu_reader.metadata.reading import labels_of, read_facts
from kinu_reader.model import Profile

if TYPE_CHECKING:
    from kinu_reader.model import Brief, Guess

_SERIES = re.compile(r"Online Series|온라인\s?시리즈")


def matches(brief: Brief) -> float:
    """Return how sure series name and code make it; a code that is cited in the text counts for nothing."""
    labels = [label for label, _ in labels_of(brief, lines_of(brief))]
    named = any(label.series and _SERIES.fullmatch(label.series) for label in labels)
    coded = any(label.code and label.code.text.startswith("CO ") for label in labels)
    return 0.5 * named + 0.45 * coded


def guess(brief: Brief) -> Guess:
    """Read the facts; every brief of this series has a code, and no other number is one."""
    found = read_facts(brief)
    if found.code and not found.code.value.text.startswith("CO "):
        found = replace(found, code=replace(found.code, doubtful=True))
    return to_guess(found, expected=("code", "title", "authors", "date"))


PROFILE = Profile("online_series", matches, guess)

"""Reports and highlights of the U.S. Government Accountability Office: GAO-23-106826 in the foot of every page."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kinu_reader.metadata.codes import Code
from kinu_reader.metadata.dates import full_year
from kinu_reader.metadata.findings import FILE, Fact, first, to_guess
from kinu_reader.metadata.reading import read_facts
from kinu_reader.metadata.rules import places
from kinu_reader.model import Profile

if TYPE_CHECKING:
    from kinu_reader.model import Brief, Guess

# Alone on the cover, or before the short title in a foot; the notes cite others in the middle of a sentence.
_CODE = re.compile(
    r"(?:Page \d+\s+)?(?P<code>GAO-(?P<year>\d\d)-(?P<number>\d{3,6})[A-Z]{0,3})(?:\s\|\s?.{3,80}|,?\s?a report to .+)?"
)
_INSTITUTE = "U.S. Government Accountability Office"


def matches(brief: Brief) -> float:
    """Return much for a number of this office where a brief says what it is, if it names the office too."""
    return 0.9 * (_code(brief) is not None and _named(brief) is not None)


def guess(brief: Brief) -> Guess:
    """Read the facts; the office is the author, and nobody need be named."""
    found = replace(read_facts(brief), institute=_named(brief), code=_code(brief), authors=None)
    return to_guess(found, expected=("code", "title", "date"))


def _code(brief: Brief) -> Fact[Code] | None:
    for text, where in places(brief):
        if match := _CODE.fullmatch(text):
            number, year = match["number"], full_year(int(match["year"]))
            return Fact(Code(match["code"], number, *match.span("code"), year=year, own=True), where)
    return None


def _named(brief: Brief) -> Fact[str] | None:
    said = [*places(brief), (brief.information.get("author", ""), FILE)]
    return first((_INSTITUTE if "Accountability Office" in text else None, where) for text, where in said)


PROFILE = Profile("gao", matches, guess)

"""Codes and numbers of series: CO 24-15, 제12호, 2023 No. 2, 연구총서 20-05."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinu_reader.metadata.dates import full_year

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class CodeForm:
    """How the codes of a series are printed.

    The pattern names its groups: `number`, and where they are printed `year` (two or four digits) and others. `written`
    sets a code from them, so that both editions of a brief have the same; if empty, a code is taken as printed.
    """

    pattern: re.Pattern[str]
    written: str = ""
    own: bool = False  # of the series that is being read, not any series


@dataclass(frozen=True)
class Code:
    """A code, what it tells, and where it stands in the text that was searched."""

    text: str
    number: str | None
    start: int
    end: int
    year: int | None = None
    own: bool = False  # printed as this series prints its codes


_DASH = r"\s?[-–‐‑]\s?"
# The (E) of an English edition is read, but it is no part of the code: it says nothing that the language does not.
EDITION = r"(?:\s?\([EK]\)|[EK]\b)?"
NAMED = "연구총서|정책연구시리즈|협동연구총서|학술회의총서|Research Monograph|Policy Study(?: Series)?|Study Series"

# The most telling form before the others.
FORMS = tuple(
    CodeForm(re.compile(pattern), written)
    for pattern, written in (
        (
            rf"\b(?P<name>CO|IN|PS|IB|CR)\s?(?P<year>\d\d){_DASH}(?P<number>\d{{2,3}})(?!\d){EDITION}",
            "{name} {year}-{number}",
        ),
        (
            rf"(?P<name>{NAMED})\s?(?P<year>\d\d){_DASH}(?P<number>\d\d(?:-\d\d)?)(?!\d){EDITION}",
            "{name} {year}-{number}",
        ),
        (r"(?P<year>(?:19|20)\d\d)\s+No\.\s?(?P<number>\d+)", "{year} No. {number}"),
        (r"제\s?\d+\s?권\s?제?\s?(?P<number>\d+)\s?호", ""),
        (r"\bVol\.\s?\d+,?\s?No\.\s?(?P<number>\d+)", ""),
        (r"제\s?(?P<number>\d+)\s?호", "제{number}호"),
        (r"(?:\bNo\.?\s?|#\s?)(?P<number>\d+)\b", "No. {number}"),
    )
)


def find_code(text: str, forms: Iterable[CodeForm] = FORMS) -> Code | None:
    """Return the first code in a text, the first of the forms before the others, or None."""
    for form in forms:
        if match := form.pattern.search(text):
            return _read(match, form)
    return None


def _read(match: re.Match[str], form: CodeForm) -> Code:
    said = {name: value or "" for name, value in match.groupdict().items()}
    number, year = said.get("number"), said.get("year")
    return Code(
        form.written.format_map(said) if form.written else match[0].strip(),
        (number.lstrip("0") or "0") if number else None,
        *match.span(),
        year=_year(year) if year else None,
        own=form.own,
    )


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else full_year(int(digits))

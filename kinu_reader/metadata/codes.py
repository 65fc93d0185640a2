"""Codes and numbers of series: CO 24-15, 제12호, 2023 No. 2, 연구총서 20-05."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinu_reader.metadata.dates import full_year

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Code:
    """A code, what it tells, and where it stands in the text that was searched."""

    text: str  # as printed, but with its spaces set right, so that both editions of a brief have the same
    number: str
    start: int
    end: int
    year: int | None = None


def _lettered(match: re.Match[str]) -> tuple[str, str, int | None]:
    letters, year, number = match.groups()
    return f"{letters} {year}-{number}", number, full_year(int(year))


def _named(match: re.Match[str]) -> tuple[str, str, int | None]:
    name, year, number = match.groups()
    return f"{name} {year}-{number}", number, full_year(int(year))


def _of_year(match: re.Match[str]) -> tuple[str, str, int | None]:
    year, number = match.groups()
    return f"{year} No. {number}", number, int(year)


def _volume(match: re.Match[str]) -> tuple[str, str, int | None]:
    return match[0], match[2], None


def _issue_ko(match: re.Match[str]) -> tuple[str, str, int | None]:
    return f"제{match[1]}호", match[1], None


def _issue_en(match: re.Match[str]) -> tuple[str, str, int | None]:
    return f"No. {match[1]}", match[1], None


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[str, str, int | None]]], ...] = (
    # The (E) of an English edition is read, but it is no part of the code: it says nothing that the language does not.
    (re.compile(r"\b(CO|IN|PS|IB|CR)\s?(\d\d)\s?[-–‐‑]\s?(\d{2,3})(?!\d)(?:\s?\([EK]\))?"), _lettered),
    (re.compile(r"(연구총서|정책연구시리즈|협동연구총서|학술회의총서)\s?(\d\d)-(\d\d(?:-\d\d)?)(?!\d)"), _named),
    (re.compile(r"((?:19|20)\d\d)\s+No\.\s?(\d+)"), _of_year),
    (re.compile(r"제\s?(\d+)\s?권\s?제?\s?(\d+)\s?호"), _volume),
    (re.compile(r"\bVol\.\s?(\d+),?\s?No\.\s?(\d+)"), _volume),
    (re.compile(r"제\s?(\d+)\s?호"), _issue_ko),
    (re.compile(r"(?:\bNo\.?\s?|#\s?)(\d+)\b"), _issue_en),
)


def find_code(text: str) -> Code | None:
    """Return the first code in a text, the most telling form before the others, or None."""
    for form, read in _FORMS:
        if match := form.search(text):
            code, number, year = read(match)
            return Code(code, number.lstrip("0") or "0", match.start(), match.end(), year)
    return None

"""Dates as briefs print them, in Korean and in English, to ISO 8601 as precise as printed."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (  # "Febuary" has been printed
    r"(?P<name>(?i:Jan(?:uary)?|Feb(?:r?uary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?))\.?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SHORT_YEAR = r"['’‘](?P<short>\d\d)"
_DOT = r"\s?[.．]\s?"
_WEEKDAY = r"(?:\s?\([월화수목금토일]\))?"

# The most precise forms come first: a form further down would also match a part of them.
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_YEAR}\s?년\s*(?P<month>\d\d?)\s?월\s*(?P<day>\d\d?)\s?일{_WEEKDAY}",
        rf"(?<![\d.]){_YEAR}\s?[./．-]\s?(?P<month>\d\d?)\s?[./．-]\s?(?P<day>\d\d?)(?!\d)[.．]?{_WEEKDAY}",
        rf"{_SHORT_YEAR}{_DOT}(?P<month>\d\d?){_DOT}(?P<day>\d\d?)(?!\d)[.．]?{_WEEKDAY}",
        rf"\b{_MONTH}\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+{_YEAR}(?!\d)",
        rf"(?<!\d)(?P<day>\d\d?)(?:st|nd|rd|th)?\s+{_MONTH},?\s+{_YEAR}(?!\d)",
        rf"{_YEAR}\s?년\s*(?P<month>\d\d?)\s?월(?:호)?",
        rf"\b{_MONTH},?\s+{_YEAR}(?!\d)",
        rf"(?<![\d.]){_YEAR}{_DOT}(?P<month>\d\d?)(?!\d)[.．]?",
        rf"{_YEAR}\s?년",
    )
)


@dataclass(frozen=True)
class FoundDate:
    """A date and where it stands in the text that was searched."""

    iso: str
    start: int
    end: int


def find_date(text: str) -> FoundDate | None:
    """Return the most precise date in a text, the first of its form, or None; a day that no calendar has is none."""
    for form in _FORMS:
        for match in form.finditer(text):
            if iso := _iso(match):
                return FoundDate(iso, match.start(), match.end())
    return None


def _iso(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    year = int(parts["year"]) if parts.get("year") else full_year(int(parts["short"]))
    if not parts.get("month") and not parts.get("name"):
        return f"{year}"
    month = MONTHS.index(parts["name"][:3].lower()) + 1 if parts.get("name") else int(parts["month"])
    day = int(parts["day"]) if parts.get("day") else None
    try:
        date = datetime.date(year, month, day or 1)
    except ValueError:
        return None
    return date.isoformat() if day else f"{date:%Y-%m}"


def full_year(two_digits: int) -> int:
    """Return the year of the last or this century that two digits mean; numbered series began in the eighties."""
    return two_digits + (1900 if two_digits >= 80 else 2000)

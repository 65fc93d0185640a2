"""The names of fields in a search text, in both languages, and what stands behind them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kinu_reader.model import Field, TextQuality

if TYPE_CHECKING:
    from kinu_reader.model import Filters

FIELDS = {  # looked for in the index
    "title": Field.TITLE,
    "제목": Field.TITLE,
    "author": Field.AUTHOR,
    "저자": Field.AUTHOR,
    "division": Field.DIVISION,
    "부서": Field.DIVISION,
    "code": Field.CODE,
    "코드": Field.CODE,
    "note": Field.NOTE,
    "메모": Field.NOTE,
}
_BOUNDS = {  # left to the catalogue
    "series": "series",
    "시리즈": "series",
    "year": "years",
    "연도": "years",
    "lang": "language",
    "language": "language",
    "언어": "language",
    "tag": "tag",
    "태그": "tag",
    "collection": "collection",
    "모음": "collection",
    "quality": "quality",
    "품질": "quality",
}
NAMED = "|".join([*FIELDS, *_BOUNDS])  # for a regular expression
_NAMES = {stands_for: name for name, stands_for in reversed([*FIELDS.items(), *_BOUNDS.items()])}
_LANGUAGES = {"korean": "ko", "한국어": "ko", "english": "en", "영어": "en"}
_QUALITIES = {
    **{quality.value: quality for quality in TextQuality},
    **{"좋음": TextQuality.GOOD, "일부": TextQuality.PARTIAL},
}
_YEARS = re.compile(r"(?P<first>\d{4})?\s*(?P<span>\.\.+|…|[-–~])?\s*(?P<last>\d{4})?")


def name_of(typed: str) -> str:
    """Return the first of the names of a field that is named in any of them; what is no name stays as it is."""
    typed = typed.lower()
    return _NAMES.get(FIELDS.get(typed) or _BOUNDS.get(typed) or "", typed)


def bounded(filters: Filters, name: str, value: str) -> Filters | None:
    """Return filters with a bound more, in place of an earlier one of its kind; None if the value makes no sense."""
    bound, value = _BOUNDS[name], value.strip()
    if bound == "years":
        years = _years(value)
        return replace(filters, years=years) if years else None
    if not value:
        return None
    if bound == "quality":
        quality = _QUALITIES.get(value.lower())
        return replace(filters, quality=quality) if quality else None
    if bound == "series":
        return replace(filters, series=value)
    if bound == "tag":
        return replace(filters, tag=value)
    if bound == "collection":
        return replace(filters, collection=value)
    return replace(filters, language=_LANGUAGES.get(value.lower(), value.lower()))


def _years(value: str) -> tuple[int | None, int | None] | None:
    """Return the first and last year of 2019, 2019..2024, 2019.. and ..2024."""
    match = _YEARS.fullmatch(value)
    if match is None or not (match["first"] or match["last"]):
        return None
    first = int(match["first"]) if match["first"] else None
    last = int(match["last"]) if match["last"] else None
    if not match["span"]:
        return (first, first) if last is None else None
    return (last, first) if first and last and last < first else (first, last)

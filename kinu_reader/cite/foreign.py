"""What other programs say of briefs: records whose values are texts, as a person would type them into the fields."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinu_reader.cite.items import is_east_asian, line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ISO = re.compile(r"\s*(\d{4})(?:\D+(\d\d?)(?:\D+(\d\d?))?)?\D*", re.ASCII)
_LANGUAGES = {"ko": ("ko", "kor", "korean", "한국어", "국문"), "en": ("en", "eng", "english", "영어", "영문")}
_SERIAL = re.compile(r"(?:97[89][- ]?)?\d{1,5}[- ]\d{2,7}[- ]\d{1,6}[- ][\dXx]|\d{4}-\d{3}[\dXx]|\d{9}[\dXx]|\d{13}")


@dataclass(frozen=True)
class ForeignRecord:
    """A record from elsewhere: each value as it is typed into that field, and what it says of its brief's file."""

    fields: Mapping[str, str]
    line: int  # of the file, from 1, on which it begins
    file: str = ""  # name of the brief's file
    sha256: str = ""


@dataclass(frozen=True)
class Foreign:
    """What a file from elsewhere holds, and what of it was not understood."""

    records: tuple[ForeignRecord, ...] = ()
    unknown: tuple[str, ...] = ()  # columns
    spoilt: tuple[int, ...] = ()  # lines on which something begins that cannot be read


def kept(fields: Mapping[str, str]) -> dict[str, str]:
    """Return the fields that have a value, each on one line."""
    return {name: value for name, text in fields.items() if (value := line(text))}


def date(text: str) -> str:
    """Return a date in figures, year first, as ISO 8601; another is returned as it stands."""
    match = _ISO.fullmatch(text)
    return "-".join(part.zfill(2) for part in match.groups() if part) if match else text


def language(text: str) -> str:
    """Return the code of a language of briefs, by whatever name; another is returned as it stands."""
    name = text.strip().casefold()
    for code, names in _LANGUAGES.items():
        if name in names or re.match(rf"{code}[-_]", name):
            return code
    return text


def numbered(text: str) -> dict[str, str]:
    """Return the field that the number of a report is: a code, or in figures only a number; an ISSN or ISBN is none."""
    text = line(text)
    if not text or _SERIAL.fullmatch(text):
        return {}
    return {"number" if text.isdecimal() else "code": text}


def person(family: str, given: str) -> str:
    """Return a name in two parts as it is typed."""
    family, given = _plain(family), _plain(given)
    if is_east_asian(family) and is_east_asian(given):
        return family + given
    return f"{family}, {given}" if family and given else family or given


def body(name: str) -> str:
    """Return a name that is not taken apart as it is typed."""
    name = _plain(name)
    return name if is_east_asian(name) and len(name) <= 4 else f"{{{name}}}" if name else ""


def authors(names: Iterable[str]) -> str:
    """Return typed names as one text."""
    return "; ".join(filter(None, names))


def _plain(name: str) -> str:
    """Return a name without the signs that would divide what is typed."""
    return line(re.sub(r"[;{}()]", " ", name))

"""A record as a CSL item, the form in which styles and exchange formats know it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kinu_reader.model import Author, Entry, Record

Item = dict[str, Any]

_HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_EAST_ASIAN = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
_DATE = re.compile(r"([1-9]\d{3})(?:-(1[0-2]|0?[1-9])(?:-(3[01]|[12]\d|0?[1-9]))?)?(?!\d)", re.ASCII)
_SUFFIX = re.compile(r",\s*((?:Jr|Sr)\.?|II|III|IV)$")
_RESOLVER = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ue000-\uf8ff\ufffe\uffff]+")


def csl_item(entry: Entry) -> Item:
    """Return a brief as CSL JSON: a report, its series as genre and its code as number; unknown fields are left out."""
    record = entry.record
    item: Item = {
        "id": entry.key,
        "type": "report",
        "genre": line(record.series),
        "number": line(record.code or record.number),
        "title": title(record),
        "author": [_name(author) for author in record.authors if line(author.name)],
        "publisher": line(record.institute),
        "publisher-place": line(record.place),
        "issued": {"date-parts": [list(date_parts(record))]} if date_parts(record) else None,
        "DOI": doi(record),
        "URL": line(record.url),
        "language": line(record.language),
    }
    return {name: value for name, value in item.items() if value}


def title(record: Record) -> str:
    """Return title and subtitle in one; a colon only where the title has no closing mark of its own."""
    main, sub = line(record.title), line(record.subtitle)
    return f"{main}{' ' if main[-1] in '?!:' else ': '}{sub}" if main and sub else main or sub


def doi(record: Record) -> str:
    """Return the DOI without the address of a resolver."""
    return _RESOLVER.sub("", line(record.doi))


def date_parts(record: Record) -> tuple[int, ...]:
    """Return year, month and day as far as they are known."""
    match = _DATE.match(record.date or "")
    if match:
        return tuple(int(part) for part in match.groups() if part)
    return (record.year,) if record.year else ()


def line(text: str | None) -> str:
    """Return a field as one line of what can be printed: a line break in a value must never start a new field."""
    return " ".join(_CONTROL.sub(" ", text or "").split())


def is_korean(record: Record) -> bool:
    """Tell whether a brief is cited by Korean rules: by its language, else by its title."""
    if record.language:
        return record.language.lower().startswith("ko")
    return bool(_HANGUL.search(record.title or ""))


def is_east_asian(text: str) -> bool:
    """Tell whether a name is written family first, without a space or comma, and is never shortened to initials."""
    return bool(_EAST_ASIAN.search(text))


def is_body(author: Author) -> bool:
    """Tell whether an author has a name that is not taken apart: an institute, or one name only."""
    return not (line(author.family) and line(author.given)) and not is_east_asian(author.name)


def given_and_suffix(author: Author) -> tuple[str, str]:
    """Return a given name, and apart from it what stands behind it after a comma: "Martin Luther" and "Jr."."""
    match = _SUFFIX.search(line(author.given))
    return (line(author.given)[: match.start()], match[1]) if match else (line(author.given), "")


def _name(author: Author) -> dict[str, str]:
    if is_body(author) or is_east_asian(author.name):
        return {"literal": line(author.name)}
    given, suffix = given_and_suffix(author)
    return {"family": line(author.family), "given": given, **({"suffix": suffix} if suffix else {})}

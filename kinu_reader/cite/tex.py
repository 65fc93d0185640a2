"""What BibTeX and BibLaTeX share: keys, names, and an escaper for the ten characters that mean something to TeX."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from kinu_reader.cite.items import date_parts, given_and_suffix, is_body, is_east_asian, line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kinu_reader.model import Author, Entry

_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "&%$#_{}"},
    }
)
_NAME_WORDS = re.compile(r"\band\b|,", re.IGNORECASE)


def escaped(text: str) -> str:
    """Return a text as TeX prints it; a percent sign or a brace would else swallow the rest of the file."""
    return text.translate(_ESCAPES)


def verbatim(address: str) -> str:
    """Return a URL or DOI for a field that is read as it stands; only braces and blanks must not occur in it."""
    return re.sub(r"[{}\\\s]", lambda character: f"%{ord(character[0]):02X}", address)


def names(authors: Iterable[Author]) -> str:
    """Return the value of an author field; bodies and Hangul names stand in braces, that they are not taken apart."""
    return " and ".join(_name(author) for author in authors if line(author.name))


def _name(author: Author) -> str:
    if is_body(author) or is_east_asian(author.name):
        return f"{{{escaped(line(author.name))}}}"
    given, suffix = given_and_suffix(author)
    return ", ".join(_part(line(part)) for part in (author.family, suffix, given) if part)  # "King, Jr., Martin Luther"


def _part(name: str) -> str:
    return f"{{{escaped(name)}}}" if _NAME_WORDS.search(name) else escaped(name)


def keys(entries: Sequence[Entry]) -> list[str]:
    """Return a key of ASCII letters and figures for each entry, no two alike: suh2024co2415."""
    found: list[str] = []
    for entry in entries:
        key = base = _key(entry)
        count = 1
        while key in found:
            count += 1
            key = f"{base}-{count}"
        found.append(key)
    return found


def _key(entry: Entry) -> str:
    record = entry.record
    family = next((author.family or author.name for author in record.authors), "")
    year = str(date_parts(record)[0]) if date_parts(record) else ""
    rest = year + _ascii(record.code or record.number or "")
    return (_ascii(family) or "brief") + (rest or _ascii(entry.key))


def _ascii(text: str) -> str:
    split = unicodedata.normalize("NFKD", text)
    return re.sub(r"[^a-z0-9]", "", split.encode("ascii", "ignore").decode("ascii").lower())


def entry_text(kind: str, key: str, fields: Mapping[str, str]) -> str:
    """Return one entry; a field without value is left out, and a month stands bare, for it is TeX's own word."""
    values = {name: value if name == "month" else f"{{{value}}}" for name, value in fields.items() if value}
    body = "".join(f"  {name} = {value},\n" for name, value in values.items())
    return f"@{kind}{{{key},\n{body}}}\n"

"""Field terms in the search text: what a facet writes there is what a person could have typed.

`lang:ko`, `series:"Online Series"`, `year:2019..2024`, in either language: `언어:ko`. The text is the only place that
holds them, so what is searched can always be read, copied and changed by hand.
"""

from __future__ import annotations

import re

from kinu_reader.index import NAMED, name_of

TERM = re.compile(
    rf"(?<!\S)(?P<field>{NAMED})[:：](?P<gap>\s*)"
    r'(?:["“”](?P<quoted>[^"“”]*)["“”]|(?P<plain>[^\s"“”]+))(?!\S)',
    re.IGNORECASE,
)
NAMES = ("author", "division")  # in quotes, so that no other spelling is looked for: as many answer as were counted


def _name(term: re.Match[str]) -> str:
    """Return the field that a term gives a value to; none where it is but a word before a colon, as in "Note: see"."""
    typed = term["field"]
    return "" if term["gap"] and typed != typed.lower() else name_of(typed)


def field_value(text: str, field: str) -> str | None:
    """Return the value that a text gives to a field; None if it does not."""
    for term in TERM.finditer(text):
        if _name(term) == field:
            return term["quoted"] if term["quoted"] is not None else term["plain"]
    return None


def with_field(text: str, field: str, value: str) -> str:
    """Return the text with this value, and no other, for a field."""
    value = re.sub('["“”]', " ", value).strip()
    shown = f'"{value}"' if field in NAMES or re.search(r"\s", value) else value
    return " ".join(filter(None, (without_field(text, field), f"{field}:{shown}")))


def without_field(text: str, field: str) -> str:
    """Return the text without any value for a field."""
    return " ".join(TERM.sub(lambda term: "" if _name(term) == field else term.group(), text).split())

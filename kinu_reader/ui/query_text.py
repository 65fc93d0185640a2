"""Field terms in the search text: what a facet writes there is what a person could have typed.

`lang:ko`, `series:"Online Series"`, `year:2019..2024`. The text is the only place that holds them, so what is
searched can always be read, copied and changed by hand.
"""

from __future__ import annotations

import re

TERM = re.compile(r'(?<!\S)(?P<field>[a-z]+):(?:"(?P<quoted>[^"]*)"|(?P<plain>[^\s"]+))(?!\S)')


def field_value(text: str, field: str) -> str | None:
    """Return the value that a text gives to a field; None if it does not."""
    for term in TERM.finditer(text):
        if term["field"] == field:
            return term["quoted"] if term["quoted"] is not None else term["plain"]
    return None


def with_field(text: str, field: str, value: str) -> str:
    """Return the text with this value, and no other, for a field."""
    value = value.replace('"', " ").strip()
    shown = f'"{value}"' if re.search(r"\s", value) else value
    return " ".join(filter(None, (without_field(text, field), f"{field}:{shown}")))


def without_field(text: str, field: str) -> str:
    """Return the text without any value for a field."""
    return " ".join(TERM.sub(lambda term: "" if term["field"] == field else term.group(), text).split())


def without_fields(text: str) -> str:
    """Return the words of the text alone."""
    return " ".join(TERM.sub("", text).split())

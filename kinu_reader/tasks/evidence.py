"""Where on its pages a brief says what its record says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kinu_reader.tasks.corrections import field_text
from kinu_reader.tasks.reading import place_at

if TYPE_CHECKING:
    from kinu_reader.model import Record
    from kinu_reader.tasks.archive import Archive
    from kinu_reader.tasks.reading import Place


def evidence(archive: Archive, id: int, field: str) -> Place | None:
    """Return where the value of a field is printed: on the page it was read from, else where it first stands.

    None where the brief does not print the value as it stands in the record: a date in figures, say.
    """
    brief = archive.library.brief(id)
    if brief is None:
        return None
    text, page = archive.library.text(id), _page(brief.record.provenance.get(field, ""))
    bounds = {known.number: (known.start, known.end) for known in archive.library.page_bounds(id)}
    for value in _printed(brief.record, field):
        pattern = re.compile(r"\s+".join(map(re.escape, value.split())), re.IGNORECASE)
        match = pattern.search(text, *bounds.get(page, (0, len(text)))) or pattern.search(text)
        if match:
            return place_at(archive, id, *match.span())
    return None


def _page(source: str) -> int:
    """Return the page that a provenance names, 0 if none."""
    kind, _, number = source.partition(" ")
    return int(number) if kind == "page" and number.isdecimal() else 0


def _printed(record: Record, field: str) -> list[str]:
    """Return what to look for: the value, or the names of authors."""
    values = [author.name for author in record.authors] if field == "authors" else [field_text(record, field)]
    return [value for value in values if value.strip()]

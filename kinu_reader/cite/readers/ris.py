"""RIS: tags of two characters. One record is read at a time, so that a spoilt one costs only itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kinu_reader.cite.foreign import Foreign, ForeignRecord, authors, body, date, kept, language, numbered, person
from kinu_reader.cite.items import is_east_asian

if TYPE_CHECKING:
    from collections.abc import Iterator

_START = re.compile(r"^TY  ?-", re.MULTILINE)


def knows(text: str) -> bool:
    """Tell whether a text is RIS."""
    return bool(_START.match(text.lstrip()))


def read(text: str) -> Foreign:
    """Read RIS."""
    import rispy  # late: a window starts without it

    records, spoilt = [], []
    for at, part in _parts(text):
        try:
            (found,) = rispy.loads(part)
        except Exception:  # whatever a spoilt record raises, it costs only itself
            spoilt.append(at)
        else:
            records.append(_record(found, at))
    return Foreign(tuple(records), spoilt=tuple(spoilt))


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Yield the records with the line of each; one that lacks its end gets one."""
    starts = [match.start() for match in _START.finditer(text)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        lines = [re.sub(r"^([A-Z][A-Z0-9]) ?-", r"\1  -", each, count=1) for each in text[start:end].splitlines()]
        yield text.count("\n", 0, start) + 1, "\n".join([*lines, "ER  - "])


def _record(found: dict[str, Any], at: int) -> ForeignRecord:
    def said(*names: str) -> str:
        return next((str(found[name]) for name in names if found.get(name)), "")

    address = next(iter(found.get("urls") or ()), "") or said("url")
    number = next(filter(None, map(numbered, (said("issn"), said("number")))), {})
    fields = {
        "title": said("title", "primary_title"),
        "authors": authors(map(_author, found.get("authors") or found.get("first_authors") or ())),
        "series": said("secondary_title", "tertiary_title"),
        "institute": said("publisher"),
        "place": said("place_published"),
        "date": date(said("date") or said("year", "publication_year")),
        "year": said("year", "publication_year")[:4],
        "doi": said("doi"),
        "url": address,
        "language": language(said("language")),
        "keywords": "; ".join(found.get("keywords") or ()),
        "abstract": said("abstract", "notes_abstract"),
        **number,
    }
    return ForeignRecord(kept(fields), at, said("file_attachments1").replace("\\", "/").rsplit("/", 1)[-1])


def _author(name: str) -> str:
    """Return a name as typed; by the rules of RIS a person's has a comma, so that any other is a body's."""
    family, comma, given = name.partition(",")
    if comma:
        return person(family, given)
    return name if is_east_asian(name) else body(name)

"""EndNote XML, as read by EndNote and by what imports from it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as Xml

from kinu_reader.cite.items import date_parts, doi, is_body, is_east_asian, line, title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.model import Author, Entry

NAME, EXTENSION = "EndNote XML", ".xml"
_REPORT = "27"  # EndNote's number for this type


def export(entries: Sequence[Entry]) -> str:
    """Return the entries as one XML document."""
    root = Xml.Element("xml")
    records = Xml.SubElement(root, "records")
    for number, entry in enumerate(entries, start=1):
        records.append(_record(number, entry))
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def _record(number: int, entry: Entry) -> Xml.Element:
    record = entry.record
    element = Xml.Element("record")
    _add(element, "rec-number", str(number))
    Xml.SubElement(element, "ref-type", name="Report").text = _REPORT
    for author in record.authors:
        _add(element, "contributors/authors/author", _author(author))
    _add(element, "titles/title", title(record))
    _add(element, "titles/secondary-title", line(record.series))
    _add(element, "pages", str(entry.pages or ""))
    _add(
        element, "isbn", line(record.code or record.number)
    )  # EndNote keeps a report's number where books have the ISBN
    parts = date_parts(record)
    _add(element, "dates/year", str(parts[0]) if parts else "")
    _add(element, "dates/pub-dates/date", "-".join(f"{part:02}" for part in parts) if len(parts) > 1 else "")
    _add(element, "pub-location", line(record.place))
    _add(element, "publisher", line(record.institute))
    _add(element, "work-type", line(record.series))
    _add(element, "electronic-resource-num", doi(record))
    _add(element, "urls/related-urls/url", line(record.url))
    _add(element, "language", line(record.language))
    return element


def _author(author: Author) -> str:
    """Return "Family, Given"; a trailing comma tells EndNote that a name is not to be taken apart."""
    if is_body(author):
        return f"{line(author.name)},"
    return line(author.name) if is_east_asian(author.name) else f"{line(author.family)}, {line(author.given)}"


def _add(parent: Xml.Element, path: str, value: str) -> None:
    """Add a value under a path; only what is repeated, the last element, is made anew."""
    if not value:
        return
    *folders, name = path.split("/")
    for folder in folders:
        found = parent.find(folder)
        parent = Xml.SubElement(parent, folder) if found is None else found
    Xml.SubElement(parent, name).text = value

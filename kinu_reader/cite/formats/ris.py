"""RIS, as read by most reference managers. A value is one line, so that none can start a field of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.cite.items import date_parts, doi, is_body, is_east_asian, line, title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kinu_reader.model import Author, Entry

NAME, EXTENSION = "RIS", ".ris"


def export(entries: Sequence[Entry]) -> str:
    """Return the entries as one RIS text, with the line ends that RIS prescribes."""
    lines = []
    for entry in entries:
        lines += [f"{tag}  - {value}" for tag, value in _fields(entry) if value]
        lines += ["ER  - ", ""]
    return "".join(f"{text}\r\n" for text in lines)


def _fields(entry: Entry) -> Iterator[tuple[str, str]]:
    record = entry.record
    yield "TY", "RPRT"
    yield "ID", line(entry.key)
    for author in record.authors:
        yield "AU", _author(author)
    yield "TI", title(record)
    yield "T2", line(record.series)
    yield "SN", line(record.code or record.number)  # not IS, which Zotero reads as the issue of a journal
    yield "M3", line(record.series)
    yield from _dates(date_parts(record))
    yield "PB", line(record.institute)
    yield "CY", line(record.place)
    yield "SP", str(entry.pages or "")
    yield "DO", doi(record)
    yield "UR", line(record.url)
    yield "LA", line(record.language)


def _author(author: Author) -> str:
    """Return "Family, Given"; a body and a Hangul name are whole, without a comma that would divide them."""
    if is_body(author) or is_east_asian(author.name):
        return line(author.name.replace(",", " "))
    return f"{line(author.family)}, {line(author.given)}"


def _dates(parts: tuple[int, ...]) -> Iterator[tuple[str, str]]:
    if parts:
        yield "PY", f"{parts[0]:04}"
        yield "DA", "/".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])])

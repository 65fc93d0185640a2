"""The Korean note style: 서보혁, 「한국·쿠바 수교」, Online Series CO 24-15 (서울: 통일연구원, 2024. 2. 20.), 3쪽."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.cite import wording
from kinu_reader.cite.items import date_parts, is_east_asian, line, title

if TYPE_CHECKING:
    from kinu_reader.model import Author, Pinpoint, Record

_SHOWN = 3  # authors in a note; of more, the first alone
_NO_DATE = "발행일 미상"


def note(record: Record, pinpoint: Pinpoint | None, position: frozenset[str]) -> str:
    """Return a note: in full the first time, 위의 글 right after, author and title later on."""
    if "ibid-with-locator" in position:
        return _row("위의 글", place(pinpoint))
    if "ibid" in position:
        return "위의 글"
    if "subsequent" in position:
        return _row(_authors(record, _SHOWN), _title(record), place(pinpoint))
    imprint = f"({_row(_publisher(record), _date(record))})"
    if series := _series(record):
        return _row(_authors(record, _SHOWN), _title(record), f"{series} {imprint}", place(pinpoint))
    return _row(_authors(record, _SHOWN), f"{_title(record)} {imprint}".strip(), place(pinpoint))


def reference(record: Record) -> str:
    """Return an entry of the bibliography."""
    year = str(date_parts(record)[0]) if date_parts(record) else _NO_DATE
    parts = [_authors(record, None), _title(record), _series(record), _row(_publisher(record), year)]
    return " ".join(f"{part.removesuffix('.')}." for part in parts if part)


def place(pinpoint: Pinpoint | None) -> str:
    """Return the place cited: 3쪽, 1–2쪽, 3쪽 각주 4, 5문단."""
    if pinpoint is None:
        return ""
    if pinpoint.paragraph is not None and not pinpoint.label:
        return f"{pinpoint.paragraph}문단"
    parts = [
        f"{line(pinpoint.label)}쪽" if pinpoint.label else "",
        f"각주 {line(pinpoint.note)}" if pinpoint.note else "",
    ]
    return " ".join(part for part in parts if part)


def _row(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _authors(record: Record, most: int | None) -> str:
    names = [_name(author) for author in record.authors if line(author.name)]
    return f"{names[0]} 외" if most is not None and len(names) > most else "·".join(names)


def _name(author: Author) -> str:
    if is_east_asian(author.name) or not (author.family and author.given):
        return line(author.name)
    return f"{line(author.given)} {line(author.family)}"


def _title(record: Record) -> str:
    inner = wording.curled(wording.dressed(title(record)), korean=True).replace("「", "『").replace("」", "』")
    return f"「{inner}」" if inner else ""


def _series(record: Record) -> str:
    return " ".join(part for part in (line(record.series), line(record.code or record.number)) if part)


def _publisher(record: Record) -> str:
    return ": ".join(part for part in (line(record.place), line(record.institute)) if part)


def _date(record: Record) -> str:
    parts = date_parts(record)
    if len(parts) > 1:
        return " ".join(f"{part}." for part in parts)
    return str(parts[0]) if parts else _NO_DATE

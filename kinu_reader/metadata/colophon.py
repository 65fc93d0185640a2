"""What stands beside its name: the pairs of a colophon, such as 발행일 2020년 12월 31일 or 발행처 통일연구원."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinu_reader.metadata.dates import find_date
from kinu_reader.metadata.findings import Fact
from kinu_reader.metadata.labels import is_institute
from kinu_reader.metadata.people import read_authors, read_names

if TYPE_CHECKING:
    from kinu_reader.model import Author, Brief

_PAGES = 6  # from the front; another colophon may stand on the last page
_DATE = re.compile(
    r"(?:발\s?행\s?일?|발간일|펴낸\s?날|Published(?: on)?|Date(?: of publication)?)\s*[:：|]?\s+(?=[\d'’A-Z])"
)
_DATE_SPAN = 32
_PUBLISHER = re.compile(r"(?:발\s?행\s?처|펴낸\s?곳|Publisher|Published by)\s*[:：|]?\s+(?P<name>[^\d:：|,]{2,60})")
_NEXT = re.compile(
    r"\s(?:발\s?행\s?인|펴낸\s?이|편\s?집\s?인|등\s?록|주\s?소|전\s?화|인\s?쇄|홈페이지|ISBN|Address|Tel)\b.*"
)
_ANY = re.compile(
    r"^(?:인\s?쇄|발\s?행|발간|펴낸|편\s?집|등\s?록|주\s?소|전\s?화|팩\s?스|홈페이지|가\s?격|값|ISBN|ISSN|Printed|Published|Tel)"
    r"(?:\s?[인처일곳이번호]{1,2})?\s?[:：|.]?\s"
)
_AUTHORS = re.compile(
    r"^(?:저\s?자|집필자|글쓴이|연구책임자|연구\s?진|공동연구자|Authors?)\s*[:：|]?\s+(?P<names>.{2,120})$"
)


@dataclass(frozen=True)
class Colophon:
    """What the pairs say."""

    date: Fact[str] | None = None
    institute: Fact[str] | None = None
    authors: Fact[tuple[Author, ...]] | None = None


def read_colophon(brief: Brief) -> Colophon:
    """Return the first date, publisher and authors that stand beside their names."""
    date = institute = authors = None
    last = brief.pages[-1].number if brief.pages else 1
    for passage in brief.passages:
        if _PAGES < passage.page < last:
            continue
        text, where = brief.text[passage.start : passage.end].strip(), f"page {passage.page}"
        if not date and (iso := _date(text)):
            date = Fact(iso, where)
        if not institute and (name := _publisher(text)):
            institute = Fact(name, where)
        if not authors and (match := _AUTHORS.match(text)):
            names = read_authors(match["names"]) or read_names(match["names"])
            authors = Fact(names, where) if names else None
    return Colophon(date, institute, authors)


def is_colophon(text: str) -> bool:
    """Tell whether a text begins as a line of a colophon does."""
    return bool(_ANY.match(text))


def _date(text: str) -> str | None:
    if not (match := _DATE.search(text)):
        return None
    beside = text[match.end() : match.end() + _DATE_SPAN]
    found = find_date(beside)
    return found.iso if found and found.start == 0 else None


def _publisher(text: str) -> str | None:
    if not (match := _PUBLISHER.search(text)):
        return None
    name = _NEXT.sub("", match["name"]).strip(" ·|/")
    return name if is_institute(name) else None

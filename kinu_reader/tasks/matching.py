"""Which brief is a record from elsewhere of? By bytes of its file, code, DOI, title and file name, in this order."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING

from kinu_reader import cite
from kinu_reader.model import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kinu_reader.cite import ForeignRecord
    from kinu_reader.model import ArchivedBrief

ALIKE = 0.85  # of two titles, from which they are of one brief
APART = 0.05  # by which a title must be more alike than the next
TELLING_CODE = re.compile(r"\d\D+\d")  # CO 24-15, 2023 No. 2; but 제12호 is a number of any series


class Reason(StrEnum):
    """Why a record is taken to be of a brief."""

    CONTENT = "content"  # the same bytes
    CODE = "code"
    WEAK_CODE = "weak-code"  # a number such as 제12호, with nothing else that agrees
    DOI = "doi"
    TITLE = "title"
    FILE = "file"


class Known:
    """The briefs that records are looked for among."""

    def __init__(self, briefs: Iterable[ArchivedBrief]) -> None:
        self._by: dict[tuple[Reason, str], list[ArchivedBrief]] = defaultdict(list)
        self._pairs: dict[int, frozenset[str]] = {}
        self._holding: dict[str, list[int]] = defaultdict(list)
        self._briefs = {brief.id: brief for brief in briefs}
        for brief in self._briefs.values():
            record = brief.record
            for title in {_squashed(record.title), _squashed(cite.title(record))}:
                self._add(Reason.TITLE, title, brief)
            self._add(Reason.CONTENT, brief.sha256, brief)
            self._add(Reason.CODE, _squashed(record.code), brief)
            self._add(Reason.DOI, cite.doi(record).casefold(), brief)
            self._add(Reason.FILE, _stem(brief.file), brief)
            self._pairs[brief.id] = pairs = _pairs(cite.title(record))
            for pair in pairs:
                self._holding[pair].append(brief.id)

    def find(self, record: ForeignRecord) -> tuple[Reason | None, tuple[ArchivedBrief, ...]]:
        """Return the briefs a record may be of, by the first reason that gives any; one if that is certain."""
        said = record.fields
        weak: tuple[ArchivedBrief, ...] = ()
        keys = (
            (Reason.CONTENT, record.sha256),
            (Reason.CODE, _squashed(said.get("code") or said.get("number"))),
            (Reason.DOI, cite.doi(Record(doi=said.get("doi"))).casefold()),
            (Reason.TITLE, _squashed(said.get("title"))),
        )
        for reason, key in keys:
            if found := self._by.get((reason, key)):
                left = self._narrowed(found, record)
                if reason is not Reason.CODE or any(_agrees(brief, record) for brief in left):
                    return reason, left
                weak = left
        if alike := self._alike(said.get("title", "")):
            return Reason.TITLE, self._narrowed(alike, record)
        if named := self._by.get((Reason.FILE, _stem(record.file))):
            return Reason.FILE, self._narrowed(named, record)
        return (Reason.WEAK_CODE, weak) if weak else (None, ())

    def _add(self, reason: Reason, key: str, brief: ArchivedBrief) -> None:
        if key:
            self._by[reason, key].append(brief)

    def _alike(self, title: str) -> list[ArchivedBrief]:
        """Return the briefs with the title that is most alike, if it is alike enough."""
        wanted = _pairs(title)
        shared = Counter(id for pair in wanted for id in self._holding.get(pair, ()))
        scored = sorted(
            ((2 * n / (len(wanted) + len(self._pairs[id])), id) for id, n in shared.most_common(20)), reverse=True
        )
        best = scored[0][0] if scored else 0.0
        return [self._briefs[id] for score, id in scored if score >= ALIKE and score > best - APART]

    def _narrowed(self, found: list[ArchivedBrief], record: ForeignRecord) -> tuple[ArchivedBrief, ...]:
        """Return those of several briefs that agree with what else a record says, as far as any does."""
        left = list({brief.id: brief for brief in found}.values())
        for name in ("language", "title", "year", "series", "institute"):
            if len(left) > 1 and (said := _squashed(record.fields.get(name))):
                agreeing = [b for b in left if _squashed(str(getattr(b.record, name) or "")) == said]
                left = agreeing or left
        if len(left) > 1:
            alike = {brief.id for brief in self._alike(record.fields.get("title", ""))}
            left = [brief for brief in left if brief.id in alike] or left
        return tuple(left)


def _agrees(brief: ArchivedBrief, record: ForeignRecord) -> bool:
    """Tell whether a record with the code of a brief is of that brief: the code tells, or something else agrees."""
    if TELLING_CODE.search(record.fields.get("code", "")):
        return True
    same = (_squashed(getattr(brief.record, name)) for name in ("title", "series", "doi"))
    said = (_squashed(record.fields.get(name)) for name in ("title", "series", "doi"))
    return any(one and one == other for one, other in zip(same, said, strict=True))


def _squashed(text: str | None) -> str:
    """Return the letters and figures of a text, however it is spaced and written."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text or "").casefold())


def _stem(name: str) -> str:
    return unicodedata.normalize("NFC", PurePath(name).stem).casefold()


def _pairs(title: str) -> frozenset[str]:
    """Return the pairs of neighbouring letters of a title: the more two titles share, the more alike they are."""
    text = _squashed(title)
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))

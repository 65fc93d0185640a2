"""Real documents whose metadata is known, where they lie on this machine."""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from kinu_reader.extract import Readers
from kinu_reader.metadata import guess
from kinu_reader.model import Brief, Doubt, Record

if TYPE_CHECKING:
    from pathlib import Path

LONGEST = 60  # pages
# The script that made the list took a symbol from the text of these two; their page one prints another.
PRINTED = {"en-un/A_53_603.pdf": "A/53/603", "en-un/A_53_601.pdf": "A/53/601"}
# The list adds to these titles what the documents do not print.
ADDED = re.compile(r"\s*\((?:2 pages|발췌)\)|[\W_]+")


@pytest.fixture(scope="module")
def known(shared: Path) -> list[dict[str, Any]]:
    entries = json.loads((shared / "corpora" / "briefs" / "known.json").read_text(encoding="utf-8"))
    return [entry for entry in entries if entry["pages"] <= LONGEST]


@pytest.fixture(scope="module")
def records(shared: Path, known: list[dict[str, Any]]) -> dict[str, Record]:
    paths = [shared / "corpora" / "briefs" / entry["file"] for entry in known]
    with Readers(jobs=2) as readers:
        briefs = list(readers.read_all(paths))
    named = zip(known, briefs, strict=True)
    return {entry["file"]: guess(brief).record for entry, brief in named if isinstance(brief, Brief)}


def share(right: list[bool]) -> float:
    return sum(right) / len(right)


def test_united_nations(known: list[dict[str, Any]], records: dict[str, Record]) -> None:
    entries = [entry for entry in known if entry["file"].startswith("en-un/") and entry["file"] in records]
    symbols = {entry["file"]: PRINTED.get(entry["file"], entry["symbol"]) for entry in entries if "symbol" in entry}
    dates = {entry["file"]: datetime.strptime(entry["date"], "%d %B %Y").date().isoformat() for entry in entries}
    assert share([records[file].code == symbol for file, symbol in symbols.items()]) >= 0.98
    assert share([records[file].date == date for file, date in dates.items()]) >= 0.98
    assert all(not records[entry["file"]].authors for entry in entries)  # the file names only who typed it
    assert share([bool(records[entry["file"]].title) for entry in entries]) >= 0.98


def test_titles(known: list[dict[str, Any]], records: dict[str, Record]) -> None:
    right = []
    for entry in known:
        if "title" in entry:
            record, title = records[entry["file"]], ADDED.sub("", entry["title"]).casefold()
            read = [ADDED.sub("", said or "").casefold() for said in (record.title, record.subtitle)]
            right.append(title in (read[0], "".join(read)))
    assert share(right) >= 0.9


def test_working_papers(known: list[dict[str, Any]], records: dict[str, Record]) -> None:
    for entry in known:
        if entry["file"].startswith("en-workingpapers/"):
            record = records[entry["file"]]
            assert record.number == entry["number"].lstrip("0")
            assert record.series == "Human-in-the-Loop Economic Research Working Papers"
            assert record.authors[0].name == "Chen Zhu"
            assert record.abstract


def test_a_brief_of_the_assembly_service(records: dict[str, Record]) -> None:
    (record,) = (record for file, record in records.items() if "nars-issue" in file)
    assert (record.series, record.code, record.number) == ("이슈와 논점", "제1695호", "1695")
    assert [(author.name, author.role) for author in record.authors] == [("김창호", "입법조사관")]
    assert record.title == "코로나-19 관련 보험약관상 재해보험금 지급문제 및 개선과제"
    assert (record.date, record.institute) == ("2020-04-02", "국회입법조사처")  # as page one prints it
    assert record.needs_review == ()


def test_numbers_of_offices(records: dict[str, Record]) -> None:
    nist, gao = records["en-other/nist-ai-100-1.pdf"], records["en-other/gao-23-106826-highlights.pdf"]
    assert (nist.series, nist.code, nist.date) == ("NIST AI", "NIST AI 100-1", "2023-01")
    assert nist.doi == "10.6028/NIST.AI.100-1"
    assert (gao.institute, gao.code) == ("U.S. Government Accountability Office", "GAO-23-106826")
    assert nist.needs_review == gao.needs_review == ()


def test_a_template_does_not_win(records: dict[str, Record]) -> None:
    record = records["ko/hclt2019-korquad2.pdf"]
    assert record.title == "KorQuAD 2.0: 웹문서 기계독해를 위한 한국어 질의응답 데이터셋"
    assert [author.name for author in record.authors] == ["김영민", "임승영", "이현정", "박소윤", "김명지"]
    assert record.doubts["authors"] is Doubt.LOW

"""Every sample brief, read by the real reader, gives the record that stands in sample_truth.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kinu_reader.extract import Readers
from kinu_reader.metadata import guess
from kinu_reader.model import Brief, Guess, PassageKind
from kinu_reader.paths import resource

TRUTH: dict[str, dict[str, Any]] = json.loads(Path(__file__).with_name("sample_truth.json").read_text(encoding="utf-8"))


def read(paths: list[Path]) -> dict[str, Brief]:
    with Readers(jobs=2) as readers:
        briefs = list(readers.read_all(paths))
    assert all(isinstance(brief, Brief) for brief in briefs), briefs
    return {path.name: brief for path, brief in zip(paths, briefs, strict=True) if isinstance(brief, Brief)}


@pytest.fixture(scope="module")
def briefs() -> dict[str, Brief]:
    return read([resource("samples") / name for name in TRUTH])


@pytest.fixture(scope="module")
def guesses(briefs: dict[str, Brief]) -> dict[str, Guess]:
    return {name: guess(brief) for name, brief in briefs.items()}


def test_every_sample_has_its_truth() -> None:
    assert {path.name for path in resource("samples").iterdir()} == set(TRUTH)


@pytest.mark.parametrize("name", TRUTH)
def test_record(name: str, guesses: dict[str, Guess]) -> None:
    truth, record = TRUTH[name], guesses[name].record
    fields = ("institute", "series", "code", "number", "year", "title", "subtitle", "date", "language", "copyright")
    assert {field: getattr(record, field) for field in fields} == {field: truth[field] for field in fields}
    authors = [[author.name, author.family, author.given, author.role, author.division] for author in record.authors]
    assert authors == truth["authors"]
    assert list(record.needs_review) == truth["review"]


@pytest.mark.parametrize("name", TRUTH)
def test_every_stated_field_says_where(name: str, guesses: dict[str, Guess]) -> None:
    record = guesses[name].record
    stated = {
        field
        for field in ("institute", "series", "code", "year", "title", "authors", "date", "language", "disclaimer")
        if getattr(record, field)
    }
    assert stated <= set(record.provenance)
    assert all(where.startswith("page ") or where == "rule" for where in record.provenance.values())


@pytest.mark.parametrize("name", TRUTH)
def test_ranges_bound_what_they_name(name: str, briefs: dict[str, Brief], guesses: dict[str, Guess]) -> None:
    text, found = briefs[name].text, guesses[name]
    front = [text[start:end] for start, end in found.front]
    apart = [text[start:end].strip().lstrip("* ") for start, end in found.apart]
    assert found.record.title in front
    assert any(found.record.authors[0].name in part for part in front)
    if found.record.disclaimer:
        assert found.record.disclaimer in apart
    if found.record.copyright:
        assert found.record.copyright in apart
    assert not set(found.front) & set(found.apart)


@pytest.mark.parametrize("name", TRUTH)
def test_no_running_text_is_set_apart(name: str, briefs: dict[str, Brief], guesses: dict[str, Guess]) -> None:
    brief = briefs[name]
    for passage in brief.passages:
        if passage.kind is PassageKind.BODY and passage.end - passage.start > 250:
            taken = [end - start for start, end in guesses[name].apart if passage.start <= start < passage.end]
            assert sum(taken) < 30, brief.text[passage.start : passage.end]


def test_seed(shared: Path) -> None:
    paths = sorted((shared / "samples").glob("*.txt"))
    (brief,) = read(paths).values()
    record = guess(brief).record
    assert record.institute == "Korea Institute for National Unification"
    assert (record.series, record.code, record.number, record.year) == ("Online Series", "CO 24-15", "15", 2024)
    assert record.title is not None
    assert record.title.startswith("Establishment of Diplomatic Relations")
    assert record.title.endswith("Unification Diplomacy")
    (author,) = record.authors
    assert (author.name, author.family, author.given) == ("Suh, Bo-hyuk", "Suh", "Bo-hyuk")
    assert (author.role, author.division) == ("Research Fellow", "North Korean Research Division")
    assert (record.language, record.copyright, record.date) == ("en", "©KINU 2024", None)
    assert record.provenance["year"] == "rule"
    assert record.disclaimer is not None
    assert record.disclaimer.startswith("The content of this article is the author's personal view")
    assert record.needs_review == ("date",)

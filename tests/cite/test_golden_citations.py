"""Citations letter for letter: those handed to the project, and records of our own with what the styles prescribe."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kinu_reader.cite import cite, csl_item
from kinu_reader.model import Author, Entry, Pinpoint, Record

if TYPE_CHECKING:
    from collections.abc import Sequence

STYLES = (
    "apa",
    "chicago-notes-bibliography-17th-edition",
    "chicago-author-date-17th-edition",
    "modern-language-association",
    "harvard-cite-them-right",
    "ieee",
    "nlm-citation-sequence",
)
OWN = json.loads((Path(__file__).parent / "own_records.json").read_text(encoding="utf-8"))


def four(entry: Entry, style: str) -> dict[str, str]:
    """Cite a brief on page 3, then on pages 4 and 5, then as a whole."""
    cited = cite([entry] * 3, style, pinpoints=[Pinpoint("3"), Pinpoint("4–5"), None])
    names = ("cite_p3", "then_p4_5", "then_no_page")
    texts = {name: one.in_text.text for name, one in zip(names, cited, strict=True)}
    return texts | {"reference": cited[0].reference.text}


def from_csl(item: dict[str, Any]) -> Entry:
    authors = tuple(
        Author(f"{name['family']}, {name['given']}", name["family"], name["given"])
        if "family" in name
        else Author(
            name["literal"], name["literal"][0], name["literal"][1:]
        )  # as a Korean name is kept in the catalogue
        for name in item.get("author", ())
    )
    record = Record(
        institute=item["publisher"],
        series=item["genre"],
        code=item["number"],
        title=item["title"],
        authors=authors,
        date="-".join(f"{part:02}" for part in item["issued"]["date-parts"][0]),
        language=item["language"],
        place=item["publisher-place"],
        url=item.get("URL"),
    )
    return Entry(item["id"], record)


@pytest.fixture(scope="session")
def golden(shared: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((shared / "golden" / "citations.json").read_text(encoding="utf-8"))
    return found


def test_golden_citations_are_equal_to_the_letter(golden: dict[str, Any]) -> None:
    entries = [from_csl(item) for item in golden["records"]]
    assert len(entries) * len(golden["styles"]) * 4 == 168
    for style, expected in golden["styles"].items():
        assert {entry.key: four(entry, style) for entry in entries} == expected, style


def test_golden_records_are_equal_as_csl(golden: dict[str, Any]) -> None:
    assert [csl_item(from_csl(item)) for item in golden["records"]] == golden["records"]


def own_entry(record: dict[str, Any]) -> Entry:
    authors: Sequence[dict[str, str]] = record.get("authors", ())
    return Entry("1", Record(**(record | {"authors": tuple(Author(**author) for author in authors)})))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("own", OWN, ids=[own["name"] for own in OWN])
def test_own_records(own: dict[str, Any], style: str) -> None:
    texts = four(own_entry(own["record"]), style)
    assert {name: texts[name] for name in own["expected"][style]} == own["expected"][style]


@pytest.mark.parametrize(
    ("date", "year", "parts"),
    [
        ("2024-02-20", None, [2024, 2, 20]),
        ("2024-02", 1999, [2024, 2]),
        ("2024", None, [2024]),
        ("2024-13-40", None, [2024]),
        ("2024-02-40", None, [2024, 2]),
        (None, 2019, [2019]),
        ("undated", 2019, [2019]),
    ],
)
def test_dates_are_as_precise_as_they_are_known(date: str | None, year: int | None, parts: list[int]) -> None:
    assert csl_item(Entry("1", Record(date=date, year=year)))["issued"] == {"date-parts": [parts]}


def test_what_is_not_known_is_left_out() -> None:
    assert csl_item(Entry("1", Record(authors=(Author(" "),), title="\n", date="undated"))) == {
        "id": "1",
        "type": "report",
    }


def test_a_subtitle_stands_after_a_colon_or_the_mark_of_the_title() -> None:
    titles = [csl_item(Entry("1", Record(title=title, subtitle="A Note")))["title"] for title in ("Food", "Why?")]
    assert titles == ["Food: A Note", "Why? A Note"]


def test_a_doi_is_kept_without_its_resolver() -> None:
    forms = ("10.1/a", "doi:10.1/a", "https://doi.org/10.1/a", "http://dx.doi.org/10.1/a")
    assert {csl_item(Entry("1", Record(doi=form)))["DOI"] for form in forms} == {"10.1/a"}

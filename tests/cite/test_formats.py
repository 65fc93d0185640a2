"""Exchange formats: what is written is read back by the libraries that others read it with, whatever a record holds."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as Xml

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import SeparateCoAuthors
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.cite import export, formats
from kinu_reader.cite.items import line, title
from kinu_reader.model import Author, Entry, Record

if TYPE_CHECKING:
    from collections.abc import Callable

    Make = Callable[..., Entry]

IDS = ["biblatex", "bibtex", "csl-json", "endnote-xml", "ris"]
BODY = Author("Ministry of Unification")
TEX = {"textbackslash{}": "\\", "textasciitilde{}": "~", "textasciicircum{}": "^"}

# What a title page, or a person who wishes us ill, may put into a record.
NASTY = st.text(
    st.one_of(
        st.sampled_from("{}\\%$#_&~^\"'<>@,=\r\n\t\x0b\x00\u2028\ud800\ue000"),
        st.characters(max_codepoint=0x24F),
        st.sampled_from("서보혁·통일연구원徐"),
    ),
    max_size=40,
)
PEOPLE = st.one_of(
    st.builds(Author, NASTY),
    st.builds(lambda family, given: Author(f"{family}, {given}", family, given), NASTY, NASTY),
    st.sampled_from([BODY, Author("서보혁", "서", "보혁"), Author("Suh, Bo-hyuk", "Suh", "Bo-hyuk")]),
)
FIELDS = ("institute", "series", "code", "title", "subtitle", "language", "place", "url", "doi")
RECORDS = st.builds(
    Record,
    authors=st.lists(PEOPLE, max_size=3).map(tuple),
    date=st.sampled_from([None, "2024", "2024-02", "2024-02-20", "nonsense"]),
    **{name: st.none() | NASTY for name in FIELDS},
)
ENTRIES = st.lists(st.builds(Entry, st.integers(1, 9).map(str), RECORDS, st.integers(0, 9)), max_size=3)


def tex_read(text: str) -> str:
    """Read as TeX reads: escapes undone, braces gone."""
    found = re.sub(r"\\(text\w+\{\}|[&%$#_{}])", lambda escape: TEX.get(escape[1], escape[1]).translate(HIDE), text)
    return re.sub("[{}]", "", found).translate(SHOW)


HIDE, SHOW = str.maketrans("{}", "\x01\x02"), str.maketrans("\x01\x02", "{}")


def bib_entries(text: str) -> list[Any]:
    library = bibtexparser.parse_string(text, append_middleware=[SeparateCoAuthors()])
    assert not library.failed_blocks
    assert not library.comments
    return list(library.entries)


@pytest.fixture
def shelf(entry: Make, korean: Make) -> list[Entry]:
    """Briefs of all sorts: people and bodies, Korean and English, and one of which hardly anything is known."""
    authors = (Author("Hong, Min", "Hong", "Min"), BODY, Author("서보혁", "서", "보혁"))
    return [
        entry("1", url="https://example.org/a_b?c=1&d=%20#e", doi="https://doi.org/10.1000/a_b"),
        korean("2", subtitle="의미와 과제"),
        entry("3", title="Food & Energy: 100% of {What} We_Know #1 $~^\\", authors=authors, date="2023-03"),
        Entry("4", Record()),
    ]


def test_the_folder_is_the_list() -> None:
    assert [one.id for one in formats()] == IDS
    assert {one.extension for one in formats()} == {".bib", ".json", ".xml", ".ris"}
    assert len({one.name for one in formats()}) == len(IDS)


@pytest.mark.parametrize("name", IDS)
def test_no_entries(name: str) -> None:
    assert isinstance(export(name, []), str)


def test_an_unknown_format() -> None:
    with pytest.raises(KeyError):
        export("docx", [])


def test_ris_comes_back_through_rispy(shelf: list[Entry]) -> None:
    first, second, third, last = rispy.loads(export("ris", shelf))
    assert first == {
        "type_of_reference": "RPRT",
        "id": "1",
        "authors": ["Suh, Bo-hyuk"],
        "title": "South Korea and Cuba",
        "secondary_title": "Online Series",
        "issn": "CO 24-15",
        "type_of_work": "Online Series",
        "year": "2024",
        "date": "2024/02/20",
        "publisher": "Korea Institute for National Unification",
        "place_published": "Seoul",
        "start_page": "6",
        "doi": "10.1000/a_b",
        "urls": ["https://example.org/a_b?c=1&d=%20#e"],
        "language": "en",
    }
    assert second["title"] == "한국·쿠바 수교와 통일외교: 의미와 과제"
    assert third["authors"] == ["Hong, Min", "Ministry of Unification", "서보혁"]
    assert last == {"type_of_reference": "RPRT", "id": "4"}


def test_ris_ends_its_lines_as_prescribed(shelf: list[Entry]) -> None:
    text = export("ris", shelf)
    assert text.count("\r\n") == text.count("\n") == text.count("\r")
    assert text.endswith("ER  - \r\n\r\n")


def test_bibtex_comes_back_through_bibtexparser(shelf: list[Entry]) -> None:
    text = export("bibtex", shelf)
    assert "author = {{서보혁}}," in text
    assert "author = {Hong, Min and {Ministry of Unification} and {서보혁}}," in text
    assert "month = feb," in text
    first, second, third, last = bib_entries(text)
    assert [one.entry_type for one in (first, second, third, last)] == ["techreport"] * 4
    assert [one.key for one in (first, second, third, last)] == [
        "suh2024co2415",
        "brief2024co2415",
        "hong2023co2415",
        "brief4",
    ]
    assert first["number"], first["type"] == ("CO 24-15", "Online Series")
    assert first["url"] == "https://example.org/a_b?c=1&d=%20#e"
    assert second["title"] == "{한국·쿠바 수교와 통일외교: 의미와 과제}"
    assert tex_read(third["title"]) == "Food & Energy: 100% of {What} We_Know #1 $~^\\"
    assert last.fields == []


def test_biblatex_comes_back_through_bibtexparser(shelf: list[Entry]) -> None:
    first, second, third, _ = bib_entries(export("biblatex", shelf))
    assert first["date"] == "2024-02-20"
    assert first["langid"] == "english"
    assert (second["title"], second["subtitle"]) == ("{한국·쿠바 수교와 통일외교}", "{의미와 과제}")
    assert third["date"] == "2023-03"
    assert third["author"] == ["Hong, Min", "{Ministry of Unification}", "{서보혁}"]


def test_no_two_keys_are_alike(entry: Make) -> None:
    keys = [one.key for one in bib_entries(export("bibtex", [entry("1"), entry("2"), entry("3")]))]
    assert keys == ["suh2024co2415", "suh2024co2415-2", "suh2024co2415-3"]


def test_endnote_xml(shelf: list[Entry]) -> None:
    root = Xml.fromstring(export("endnote-xml", shelf).encode())
    first, _, third, last = root.findall("./records/record")
    assert first.findtext("ref-type") == "27"
    assert first.findtext("dates/pub-dates/date") == "2024-02-20"
    assert first.findtext("urls/related-urls/url") == "https://example.org/a_b?c=1&d=%20#e"
    assert [name.text for name in third.findall("contributors/authors/author")] == [
        "Hong, Min",
        "Ministry of Unification,",
        "서보혁",
    ]
    assert [child.tag for child in last] == ["rec-number", "ref-type"]


def test_csl_json_is_in_utf_8(shelf: list[Entry]) -> None:
    text = export("csl-json", shelf)
    assert "한국·쿠바 수교와 통일외교" in text
    assert json.loads(text)[0]["number-of-pages"] == "6"
    assert json.loads(text)[3] == {"id": "4", "type": "report"}


def assert_is_csl(item: dict[str, Any]) -> None:
    """Check an item against what the schema of CSL-JSON says of a report."""
    texts = {"id", "type", "genre", "number", "number-of-pages", "title", "publisher", "publisher-place", "DOI", "URL"}
    assert set(item) <= texts | {"author", "issued", "language"}
    assert all(isinstance(item[name], str) and item[name] for name in (texts | {"language"}) & set(item))
    assert item["type"] == "report"
    for name in item.get("author", ()):
        assert set(name) in ({"literal"}, {"family", "given"})
        assert all(isinstance(part, str) for part in name.values())
    if "issued" in item:
        [parts] = item["issued"]["date-parts"]
        assert 1 <= len(parts) <= 3
        assert all(isinstance(part, int) for part in parts)


@given(ENTRIES)
def test_any_csl_json_keeps_to_the_schema(entries: list[Entry]) -> None:
    items = json.loads(export("csl-json", entries))
    assert len(items) == len(entries)
    for item in items:
        assert_is_csl(item)


@given(ENTRIES)
def test_no_record_can_start_a_field_of_ris(entries: list[Entry]) -> None:
    lines = export("ris", entries).split("\r\n")
    assert [text[:6] for text in lines if text].count("TY  - ") == len(entries)
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - [^\x00-\x1f\u2028\u2029]*", text) for text in lines if text)
    records = rispy.loads("\r\n".join(lines))
    assert [record.get("title", "") for record in records] == [_title(entry) for entry in entries]
    assert [len(record.get("authors", ())) for record in records] == [
        sum(bool(_author(author)) for author in entry.record.authors) for entry in entries
    ]


@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
@given(entries=ENTRIES)
def test_no_record_can_leave_its_braces(name: str, entries: list[Entry]) -> None:
    text = export(name, entries)
    found = bib_entries(text)
    assert len(found) == len(entries)
    for one, entry in zip(found, entries, strict=True):
        fields = {field.key: field.value for field in one.fields}
        assert tex_read(fields.get("institution", "")) == line(entry.record.institute)
        assert tex_read(fields.get("number", "")) == line(entry.record.code)
        assert "%" not in re.sub(r"\\%", "", "".join(fields.get(key, "") for key in ("title", "institution", "type")))
        assert not re.search(r"[\x00-\x09\x0b-\x1f]", text)


@given(ENTRIES)
def test_any_endnote_xml_is_well_formed(entries: list[Entry]) -> None:
    records = Xml.fromstring(export("endnote-xml", entries).encode()).findall("./records/record")
    assert [record.findtext("publisher") or "" for record in records] == [
        line(entry.record.institute) for entry in entries
    ]


def _title(entry: Entry) -> str:
    return title(entry.record)


def _author(author: Author) -> str:
    return line(author.name.replace(",", " ")) or line(author.family)

"""Other programs' files: read record by record, whatever is spoilt in them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.cite import export, line, read, written
from kinu_reader.cite.foreign import date, language, numbered
from kinu_reader.cite.readers.table import guarded, unguarded
from kinu_reader.model import Author, Entry

if TYPE_CHECKING:
    from collections.abc import Callable

    Make = Callable[..., Entry]

AUTHORS = (Author("Hong, Min", "Hong", "Min"), Author("Ministry of Unification"), Author("서보혁", "서", "보혁"))
NOISE = "TY  -@{}[]\",;:=\n\\abERA1가'$%~&"
CELLS = st.text(st.sampled_from("'=+-@\t＝ab,;\"가 "), max_size=6)


@pytest.mark.parametrize("form", ["ris", "bibtex", "biblatex", "csl-json"])
def test_what_we_write_is_read_back(entry: Make, form: str) -> None:
    title = "Food & Energy: 100% of What_We Know #1"
    made = entry("1", title=title, authors=AUTHORS, doi="10.1000/a_b", url="https://example.org/a_b?c=1&d=%20#e")
    (record,) = read(export(form, [made])).records
    said = record.fields
    assert said["title"] == title
    assert said["authors"] == "Hong, Min; {Ministry of Unification}; 서보혁"
    assert (said["series"], said["code"], said["year"]) == ("Online Series", "CO 24-15", "2024")
    assert (said["institute"], said["place"]) == ("Korea Institute for National Unification", "Seoul")
    assert said["date"] == ("2024-02" if form == "bibtex" else "2024-02-20")
    assert (said["doi"], said["url"]) == ("10.1000/a_b", "https://example.org/a_b?c=1&d=%20#e")
    assert said["language"] == "en"
    assert record.line == (1 if form != "csl-json" else 2)


@pytest.mark.parametrize("form", ["ris", "bibtex", "biblatex", "csl-json"])
def test_particles_and_suffixes_come_back(entry: Make, form: str) -> None:
    names = ["King, Martin Luther, Jr.", "van der Meer, Jan", "Doe, John, III"]
    authors = tuple(Author(name, *name.split(", ", 1)) for name in names)
    (record,) = read(export(form, [entry("1", authors=authors)])).records
    assert record.fields["authors"] == "; ".join(names)


def test_a_spoilt_ris_record_costs_only_itself() -> None:
    text = "\ufeffTY  - RPRT\r\nTI  - One\r\nER  - \r\n\r\nTY - RPRT\r\nT1  - Two\r\nAU  - Suh, Bo-hyuk\r\n"
    found = read(text)  # the second lacks its end, and a blank in its first line
    assert [(record.line, record.fields["title"]) for record in found.records] == [(1, "One"), (5, "Two")]
    assert found.records[1].fields["authors"] == "Suh, Bo-hyuk"


def test_the_file_of_a_record_is_told() -> None:
    (ris,) = read("TY  - RPRT\nTI  - One\nL1  - file:///home/me/CO-24-15.pdf\nER  - \n").records
    (bib,) = read("@report{a, title={One}, file={Full text:/home/me/CO-24-15.pdf:application/pdf}}").records
    assert ris.file == bib.file == "CO-24-15.pdf"


def test_bibtex_of_other_programs() -> None:
    text = r"""% a comment
@string{kinu = "Korea Institute"}
@techreport{a, title = {M{\"u}ller on {ROK} policy}, author = {Jane Q. Public and M{\"u}ller, Hans and {The Body}},
  institution = kinu, number = 7, month = feb, year = 2024, issn = {1234-5678}, keywords = {trade, 통일}}
@broken{ here
@report{b, title={One}, title={Two}}
@book{c, title = {Food & Energy in 100%}, number = {978-89-8479-123-4}}
"""
    found = read(text)
    first, last = found.records
    assert first.fields == {
        "title": "Müller on ROK policy",
        "authors": "Public, Jane Q.; Müller, Hans; {The Body}",
        "institute": "Korea Institute",
        "number": "7",
        "date": "2024-02",
        "year": "2024",
        "keywords": "trade; 통일",
    }
    assert last.fields == {"title": "Food & Energy in 100%"}
    assert len(found.spoilt) == 2


def test_csl_json_of_other_programs() -> None:
    items = [
        {
            "title": "One",
            "author": [{"family": "서", "given": "보혁"}, {"literal": "통일연구원"}],
            "issued": {"raw": "2024"},
        },
        {"title": "Two", "author": "nobody", "issued": {"date-parts": [[2024, 2]]}, "language": "ko-KR", "number": 12},
        7,
    ]
    found = read(json.dumps(items, ensure_ascii=False, indent=1) + "}")
    assert [record.fields for record in found.records] == [
        {"title": "One", "authors": "서보혁; 통일연구원", "date": "2024", "year": "2024"},
        {"title": "Two", "date": "2024-02", "year": "2024", "language": "ko", "number": "12"},
    ]
    assert len(found.spoilt) == 1
    assert read('[{"title": "One"}, {"title": ').spoilt == (1,)


def test_a_korean_table() -> None:
    text = (
        "sep=;\n파일명;제목;저자명;발행일;보고서 번호;비고\na.pdf;통일;홍민, 오경섭;2024. 2. 20.;CO 24-15;x\n\n;;;;;\n"
    )
    found = read(text)
    (record,) = found.records
    assert found.unknown == ("비고",)
    assert (record.line, record.file) == (3, "a.pdf")
    assert record.fields == {"title": "통일", "authors": "홍민; 오경섭", "date": "2024-02-20", "code": "CO 24-15"}


def test_tables_with_tabs_line_breaks_and_rows_too_long() -> None:
    found = read('title\tauthors\n"One\nand two"\tKim and Lee\nTwo\tA\tB\nThree\n')
    assert [(record.line, record.fields["title"]) for record in found.records] == [(2, "One and two"), (5, "Three")]
    assert found.records[0].fields["authors"] == "Kim; Lee"
    assert found.spoilt == (4,)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=4))
def test_no_cell_is_a_formula_and_all_come_back(rows: list[list[str]]) -> None:
    text = written([["title", "place"], *rows])
    found = [(r.fields.get("title", ""), r.fields.get("place", "")) for r in read(text).records]
    assert found == [(line(a), line(b)) for a, b in rows if a.strip() or b.strip()]


@given(st.text(st.sampled_from("'=+-@\t\r＝a1"), max_size=5))
def test_the_guard_is_taken_off_again(value: str) -> None:
    assert guarded(value)[:1] not in tuple("=+-@\t\r＝")
    assert unguarded(guarded(value)) == value


@given(st.sampled_from(["", "@book{a, ", "TY  - ", "[{"]), st.text(st.sampled_from(NOISE), max_size=60))
def test_reading_never_raises(start: str, rest: str) -> None:
    found = read(start + rest)
    assert all(record.line >= 1 for record in found.records)


def test_values_are_read_as_they_are_typed() -> None:
    assert [date(text) for text in ("2024/02/20", "2024. 2. 20.", "2024년 2월", "2024", "Spring 2024")] == [
        *("2024-02-20", "2024-02-20", "2024-02", "2024", "Spring 2024"),
    ]
    assert [language(text) for text in ("en-US", "Korean", "kor", "fr")] == ["en", "ko", "ko", "fr"]
    assert numbered("1234-567X") == numbered("978-89-8479-123-4") == {}
    assert numbered("12") == {"number": "12"}

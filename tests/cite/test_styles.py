"""Which styles there are, and what becomes of a file that a person drops in."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kinu_reader.cite import KOREAN_NOTE, StyleInfo, StyleUnusable, add_style, cite, processing, pruning, styles
from kinu_reader.cite.styles import FAVOURITES, style_file
from kinu_reader.model import Author, Pinpoint

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kinu_reader.model import Entry

    Make = Callable[..., Entry]

SUH, HONG = Author("Suh, Bo-hyuk", "Suh", "Bo-hyuk"), Author("Hong, Min", "Hong", "Min")
OWN = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
  <info><title>Our Journal &amp; Yours</title><id>ours</id></info>
  <citation><layout prefix="&lt;" suffix="&gt;"><names variable="author"/><date variable="issued" prefix=" ">
    <date-part name="year"/></date></layout></citation>
  <bibliography><layout suffix="."><text variable="title" font-weight="bold"/></layout></bibliography>
</style>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "our-journal.csl").write_text(OWN, encoding="utf-8")
    return tmp_path


def test_ours_and_the_usual_ones_come_first(folder: Path) -> None:
    found = styles(folder)
    assert found[1] == StyleInfo("our-journal", "Our Journal & Yours")
    assert [style.id for style in found[:9]] == [KOREAN_NOTE, "our-journal", *FAVOURITES]
    assert len(found) > 2000
    assert len({style.id for style in found}) == len(found)


def test_a_dropped_in_style_is_used_and_read_anew_when_it_changes(folder: Path, entry: Make) -> None:
    [cited] = cite([entry()], "our-journal", folder=folder)
    assert cited.in_text.text == "<Bo-hyuk Suh 2024>"
    assert cited.in_text.html == "&lt;Bo-hyuk Suh 2024&gt;"
    assert cited.reference.html == "<b>South Korea and Cuba</b>."
    (folder / "our-journal.csl").write_text(OWN.replace('prefix=" "', 'prefix=", "'), encoding="utf-8")
    assert cite([entry()], "our-journal", folder=folder)[0].in_text.text == "<Bo-hyuk Suh, 2024>"


@pytest.mark.parametrize("content", ["", "no XML", "<style/>", OWN.replace("citation>", "cite>"), OWN[:300]])
def test_a_file_that_is_no_style_is_said_to_be_none(tmp_path: Path, entry: Make, content: str) -> None:
    (tmp_path / "broken.csl").write_text(content, encoding="utf-8")
    with pytest.raises(StyleUnusable) as caught:
        cite([entry()], "broken", folder=tmp_path)
    assert caught.value.style == "broken"


@pytest.mark.parametrize(
    ("layout", "authors", "written"),
    [
        ('<names variable="author"><substitute><choose><if type="report"><text variable="publisher"/>'
         '<text variable="title"/></if></choose></substitute></names><text variable="publisher" prefix=" by "/>',
         (), "Korea Institute for National Unification"),
        ('<text macro="in"/><text variable="title"/>', (), "South Korea and Cuba"),
        ('<names variable="author"><name form="count"/></names>', (SUH, HONG), "2"),
        ('<names variable="author"><name et-al-min="2" et-al-use-first="1" et-al-subsequent-min="3"/></names>',
         (SUH, HONG), "Bo-hyuk Suh et al."),
        ('<names variable="author"><name name-as-sort-order="first" and="text" '
         'delimiter-precedes-last="after-inverted-name"/></names>', (SUH, HONG), "Suh, Bo-hyuk, and Min Hong"),
        ('<text term="number" form="symbol"/>', (), "no."),
        ('<number variable="number"/>', (), "CO 24-15"),
        ('<date variable="issued" form="text" date-parts="year-month"><date-part name="month" form="short"/></date>',
         (), "Feb. 2024"),
        ('<date variable="issued" form="numeric"/>', (), "02/20/2024"),
        ('<text variable="title" quotes="true"/>', (), "“South Korea and Cuba”"),
    ],
)  # fmt: skip
def test_what_citeproc_overlooks_is_mended(
    tmp_path: Path, entry: Make, layout: str, authors: tuple[Author, ...], written: str
) -> None:
    macro = '<macro name="in"><text term="in"/><text variable="container-title"/></macro>'
    text = OWN.replace("<citation>", f"{macro}<citation>").replace(
        '<text variable="title" font-weight="bold"/>', layout
    )
    (tmp_path / "mended.csl").write_text(text.replace(' suffix="."', ""), encoding="utf-8")
    assert cite([entry(authors=authors)], "mended", folder=tmp_path)[0].reference.text == written


@pytest.mark.parametrize(
    "wrong",
    [
        '<text macro="not-there"/>',
        '<text macro="itself"/>',
        '<text term="and" form="odd"/><date variable="issued"><date-part name="day" form="odd"/></date>',
        "<names/>",
    ],
)
def test_a_style_with_a_fault_in_it_is_said_to_have_one(tmp_path: Path, entry: Make, wrong: str) -> None:
    macro = '<macro name="itself"><text macro="itself"/></macro>'
    text = OWN.replace("<citation>", f"{macro}<citation>").replace('<names variable="author"/>', wrong)
    (tmp_path / "faulty.csl").write_text(text, encoding="utf-8")
    with pytest.raises(StyleUnusable) as caught:
        cite([entry()], "faulty", folder=tmp_path)
    assert caught.value.detail


@pytest.mark.parametrize("name", ["no-such-style", "../apa", "", "a/b", "korean-note.csl"])
def test_a_style_that_is_not_there(entry: Make, name: str) -> None:
    with pytest.raises(StyleUnusable):
        cite([entry()], name)


def test_an_entity_reads_no_file(tmp_path: Path, entry: Make) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET", encoding="utf-8")
    doctype = f'<!DOCTYPE style [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    text = OWN.replace("?>\n", f"?>{doctype}", 1).replace("Our Journal", "&x;")
    (tmp_path / "entity.csl").write_text(text, encoding="utf-8")
    with pytest.raises(StyleUnusable):
        cite([entry()], "entity", folder=tmp_path)


def test_a_style_that_depends_on_another_is_that_other() -> None:
    assert style_file("vancouver-nlm").name == "nlm-citation-sequence.csl"
    assert style_file("mla").name == "modern-language-association.csl"


@pytest.mark.parametrize(
    "style",
    [name for name in FAVOURITES if "modern-language" not in name]
    + ["iso690-note-cs", "oscola", "bluebook-law-review"],
)
def test_a_pruned_style_writes_what_the_whole_one_writes(
    style: str, entry: Make, korean: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    briefs = [
        entry("1"),
        entry("1"),
        entry("2", authors=(), date=None),
        korean("3", url="https://example.org/"),
        entry("4", series=None, code=None, doi="10.1000/1", place=None),
    ]
    places = [Pinpoint("3"), Pinpoint("4–5"), None, Pinpoint(paragraph=2)]
    pruned = cite(briefs, style, pinpoints=places)
    processing.style.cache_clear()
    monkeypatch.setattr(pruning, "prune", lambda style, *, ambiguous=False: None)
    whole = cite(briefs, style, pinpoints=places)
    processing.style.cache_clear()
    assert pruned == whole


def test_the_room_is_cheap_to_import() -> None:
    code = "import sys, kinu_reader.cite; print(sorted({'lxml', 'citeproc', 'six'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_style_brought_along_is_kept(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    added = add_style(folder / "our-journal.csl", own)
    assert added == StyleInfo("our-journal", "Our Journal & Yours")
    assert added in styles(own)
    assert [file.name for file in own.iterdir()] == ["our-journal.csl"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notes.csl", "no XML at all"),
        ("page.csl", "<html/>"),
        ("empty.csl", OWN.replace("<text", "<!-- <text").replace("/></layout></bib", "/> --></layout></bib")),
        ("style.xml", OWN),
    ],
)
def test_a_file_that_is_no_style_is_not_kept(tmp_path: Path, name: str, content: str) -> None:
    file, own = tmp_path / name, tmp_path / "own"
    content = content.replace('<names variable="author"/>', "") if name == "empty.csl" else content
    content = re.sub(r"<date .*?</date>", "", content, flags=re.DOTALL) if name == "empty.csl" else content
    file.write_text(content, encoding="utf-8")
    with pytest.raises(StyleUnusable):
        add_style(file, own)
    assert not own.is_dir() or not list(own.iterdir())


def test_a_style_that_is_no_style_leaves_the_one_before(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    add_style(folder / "our-journal.csl", own)
    (folder / "our-journal.csl").write_text("spoilt", encoding="utf-8")
    with pytest.raises(StyleUnusable):
        add_style(folder / "our-journal.csl", own)
    assert "our-journal" in [style.id for style in styles(own)]

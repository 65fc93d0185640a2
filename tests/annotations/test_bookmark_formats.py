"""Files of bookmarks: read back by what others read them with, and no value can be anything but a value."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import zipfile
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kinu_reader.annotations.cleaning import line, lines
from kinu_reader.annotations.exporting import export, formats
from kinu_reader.annotations.formats import markdown
from kinu_reader.annotations.kept import Kept, Sheet, Words
from kinu_reader.annotations.templates import TemplateUnusable
from kinu_reader.model import Anchor, Bookmark, BookmarkKind, Colour, Placing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

IDS = ["csv", "docx", "html", "jsonld", "markdown", "text"]
QUOTE = "통일정책은 길을 내는 일이다."
NASTY = st.text(
    st.one_of(
        st.sampled_from("\\`*_{}[]()#+-.!|<>~$=^:&%@\"'/;,\r\n\t\x0b\x00\u2028\ud800\u202e"),
        st.characters(max_codepoint=0x24F),
        st.sampled_from("통일연구원徐＝＋"),
    ),
    max_size=30,
)
ATTACKS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "]](javascript:alert(1)) [[page]] #tag ((block)) {{query}} key:: value",
    "---\ntags: [x]\n---",
    "=cmd|' /C calc'!A0",
    "{{ 7 * 7 }}{% include 'x' %}",
    "<!-- --> <![CDATA[ ]]> &lt; &#60;",
]


def words(text: str) -> Words:
    return Words(line(text), html.escape(line(text), quote=False))


def made(text: str | None = None, **changes: Any) -> Kept:
    """Return a bookmark; with a text, every value that may come from outside is that text."""
    anchor = Anchor(10, 26, text or QUOTE, "앞 ", " 뒤", 1, "3", ((1, (72.0, 90.0, 300.0, 104.0)),))
    note, tags = (text, (text,)) if text else ("*굵게* 읽을 것", ("북핵 문제", "2024"))
    bookmark = Bookmark("4f2a", 7, anchor, note=note, tags=tags, created="2024-05-01T10:00:00+00:00")
    for name in ("kind", "colour", "state", "was", "anchor", "brief", "id", "note"):
        if name in changes:
            bookmark = Bookmark(**{**vars(bookmark), name: changes.pop(name)})
    values = {
        "title": text or "외교 지평의 확대",
        "code": text or "CO 24-15",
        "file": text or "co-24-15.pdf",
        "sha256": "ab" * 32,
        "citation": words(text) if text else Words("서보혁, 3쪽.", "서보혁, <i>외교 지평</i>, 3쪽."),
        "reference": words(text or "서보혁. 외교 지평의 확대."),
        "place": "p. 3",
        "link": "kinu-reader://ab12/7?passage=10-26",
        "language": text or "ko",
    }
    return Kept(bookmark, **{**values, **changes})


def written(name: str, *kept: Kept, locale: str = "en-US", templates: Path | None = None) -> str:
    return export(name, Sheet(kept, locale, templates)).decode("utf-8")


def test_the_folder_is_the_list_of_formats() -> None:
    assert [known.id for known in formats()] == IDS
    assert {known.extension for known in formats()} == {".csv", ".docx", ".html", ".jsonld", ".md", ".txt"}


@pytest.mark.parametrize("name", IDS)
@pytest.mark.parametrize("locale", ["en-US", "ko-KR"])
def test_every_format_has_quote_citation_note_and_link(name: str, locale: str) -> None:
    content = export(name, Sheet((made(),), locale))
    text = content.decode("utf-8") if name != "docx" else whole_docx(content)
    for part in (QUOTE, "서보혁", "3쪽", "굵게", "kinu-reader://ab12/7?passage=10-26"):
        assert part in text


@pytest.mark.parametrize("name", ["html", "markdown", "text", "docx"])
def test_what_no_longer_stands_is_said(name: str) -> None:
    def text(*kept: Kept) -> str:
        content = export(name, Sheet(kept, "ko-KR"))
        return content.decode("utf-8") if name != "docx" else whole_docx(content)

    assert "찾지 못했습니다" in text(made(state=Placing.ORPHAN))
    assert "옛말" in text(made(state=Placing.MOVED, was="옛말"))
    assert "찾지 못했습니다" not in text(made())


@pytest.mark.parametrize("name", ["html", "markdown", "text", "docx"])
def test_a_page_without_words_is_named(name: str) -> None:
    nothing = Anchor(0, 0, "", "", "", 2, "ii")
    content = export(name, Sheet((made(anchor=nothing, kind=BookmarkKind.PAGE),), "ko-KR"))
    assert re.search(r"\b쪽\b", content.decode("utf-8") if name != "docx" else whole_docx(content))


@pytest.mark.parametrize("name", IDS)
@given(text=NASTY)
@settings(max_examples=25)
def test_any_text_can_be_written(name: str, text: str) -> None:
    text = text.replace("\ud800", "") if name == "jsonld" else text  # no database holds half a character
    assert export(name, Sheet((made(text or None),)))


# -- Markdown


def rendered(text: str) -> tuple[str, set[str]]:
    """Return the words of a Markdown text as a reader shows them, and the tags that it made of it."""
    reader = _Page()
    reader.feed(MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough").render(text))
    reader.close()
    return "".join(reader.words), reader.tags


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.tags.add("comment")


@given(NASTY)
def test_markdown_shows_a_value_as_it_is(text: str) -> None:
    shown, tags = rendered(f"x {markdown.escaped(text)} x")
    assert shown.split() == f"x {line(text)} x".split()
    assert tags == {"p"}
    shown, tags = rendered(markdown.escaped(text))
    assert shown.split() == line(text).split()
    assert tags <= {"p"}


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_value_is_markdown(attack: str) -> None:
    text = written("markdown", made(attack, note=""))
    assert re.match(r"---\n(?:\w+: .*\n){4}---\n\n", text)
    shown, tags = rendered(text.split("\n---\n", 1)[1])
    assert tags == {"h2", "p", "blockquote", "a"}
    places = 4 if "\n" in attack else 5  # title, code, reference, citation, and the quote, which may have lines
    assert shown.count(line(attack)) == places
    assert not re.search(r"(?<!\\)\[\[|\(\(|(?<!\\)\{\{|::", text)


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_note_is_markdown_but_no_html(attack: str) -> None:
    _, tags = rendered(written("markdown", made(note=attack)).split("\n---\n", 1)[1])
    assert not tags & {"script", "img", "comment"}


def test_a_note_keeps_its_own_links() -> None:
    text = written("markdown", made(note="see <https://example.org> and [[page]] 1 < 2"))
    assert "\nsee <https://example.org> and [[page]] 1 < 2\n" in text


def test_front_matter_is_what_yaml_reads() -> None:
    front = written("markdown", made('a"b\n---\nc: d')).split("---\n")[1]
    values = dict(row.split(": ", 1) for row in front.splitlines())
    assert set(values) == {"title", "updated", "bookmarks", "tags"}
    assert [json.loads(value) for value in values.values()] == [
        "Bookmarks",
        "2024-05-01T10:00:00+00:00",
        1,
        ["a-b-----c-d"],
    ]


def test_tags_are_tags_in_obsidian_and_logseq() -> None:
    text = written("markdown", made())
    assert "#북핵-문제 #_2024 [Open in Kinu Reader](kinu-reader://ab12/7?passage=10-26)" in text


def test_markdown_keeps_italics_and_the_markdown_of_a_note() -> None:
    text = written("markdown", made())
    assert "서보혁, *외교 지평*, 3쪽." in text
    assert "\n*굵게* 읽을 것\n" in text
    assert f"\n> {QUOTE}\n" in text


# -- HTML


@pytest.mark.parametrize("attack", [*ATTACKS, "\u202e\x00"])
@pytest.mark.parametrize("locale", ["en-US", "ko-KR"])
def test_no_value_is_html(attack: str, locale: str) -> None:
    plain, attacked = _Page(), _Page()
    plain.feed(written("html", made(), locale=locale))
    attacked.feed(written("html", made(attack), locale=locale))
    assert attacked.tags <= plain.tags | {"i", "h4", "hr"}  # what a note may hold, see test_notes
    assert {name for name, _ in attacked.attributes} == {name for name, _ in plain.attributes}
    assert line(attack) in line("".join(attacked.words))


def test_html_needs_nothing_else() -> None:
    page = _Page()
    page.feed(written("html", made()))
    assert not page.tags & {"script", "link", "iframe", "img"}
    assert ("lang", "ko") in page.attributes
    assert [value for name, value in page.attributes if name == "href"] == ["kinu-reader://ab12/7?passage=10-26"]


def test_html_speaks_the_language_of_its_citations() -> None:
    assert '<html lang="ko">' in written("html", made(), locale="ko-KR")
    assert "<h1>북마크</h1>" in written("html", made(), locale="ko-KR")
    assert "<h1>Bookmarks</h1>" in written("html", made())


# -- CSV


def rows(*kept: Kept) -> list[dict[str, str]]:
    text = export("csv", Sheet(kept)).decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


@given(st.lists(NASTY, max_size=4))
def test_no_cell_is_a_formula_or_ends_its_row(texts: list[str]) -> None:
    found = rows(*[made(text or None) for text in texts])
    assert len(found) == len(texts)
    for row, text in zip(found, texts, strict=True):
        assert row["note"].removeprefix("'") in (lines(text), lines(text).removeprefix("'")) or not text
        assert not any(value.lstrip()[:1] in tuple("=+-@＝＋－＠") for value in row.values() if value.strip())


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", " =1", "＝1", "\n\n=1"])
def test_a_formula_gets_an_apostrophe(formula: str) -> None:
    assert rows(made(formula))[0]["title"].startswith("'")


def test_a_row_says_where_and_how() -> None:
    (row,) = rows(made(colour=Colour.ROSE, paragraph=4))
    assert (row["place"], row["paragraph"], row["colour"], row["state"]) == ("p. 3", "4", "rose", "placed")


# -- Word


def whole_docx(content: bytes) -> str:
    """Return the words of a document, links included."""
    document = docx.Document(io.BytesIO(content))
    links = [rel.target_ref for rel in document.part.rels.values() if rel.is_external]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *links])


def runs(content: bytes) -> Iterator[Any]:
    for paragraph in docx.Document(io.BytesIO(content)).paragraphs:
        yield from paragraph.runs


def test_word_has_italics_headings_and_a_korean_font() -> None:
    content = export("docx", Sheet((made(),)))
    assert [run.text for run in runs(content) if run.italic] == ["외교 지평", "굵게"]
    styles = [paragraph.style.name for paragraph in docx.Document(io.BytesIO(content)).paragraphs]
    assert styles[:4] == ["Title", "Heading 1", "Normal", "Quote"]
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert 'w:eastAsia="맑은 고딕"' in package.read("word/styles.xml").decode("utf-8")


@pytest.mark.parametrize("attack", [*ATTACKS, "\x02\x0b\x0c\ufffe"])
def test_no_value_is_a_field_of_word(attack: str) -> None:
    content = export("docx", Sheet((made(attack),)))
    assert line(attack) in line(whole_docx(content))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        body = package.read("word/document.xml").decode("utf-8")
    assert not re.search("<w:(?:instrText|fldSimple|altChunk)|<script", body)


# -- text


@pytest.mark.parametrize("attack", [*ATTACKS, "\x1b[31mred\x1b[0m\r\n\r\nReference: me"])
def test_text_has_no_controls_and_every_foreign_line_is_set_in(attack: str) -> None:
    text = written("text", made(attack))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e]", text)
    assert "\nReference: me" not in text


# -- templates


def test_ones_own_template_goes_first_and_cannot_forget_to_escape(tmp_path: Path) -> None:
    (tmp_path / "bookmarks.html").write_text("{% for kept in sheet.kept %}<b>{{ kept.title }}</b>{% endfor %}", "utf-8")
    (tmp_path / "bookmarks.md").write_text("{% for kept in sheet.kept %}{{ kept.title }}{% endfor %}", "utf-8")
    assert written("html", made("<i>"), templates=tmp_path) == "<b>&lt;i&gt;</b>"
    assert written("markdown", made("*a*"), templates=tmp_path) == "\\*a\\*"
    assert written("text", made(), templates=tmp_path) == written("text", made())


@pytest.mark.parametrize(
    "mistake",
    ["{% for %}", "{{ nothing }}", "{{ sheet.nothing }}", "{{ 1 / 0 }}", "{{ ''.__class__.__mro__ }}", "{{ sheet()}}"],
)
def test_a_mistake_in_ones_own_template_is_told(tmp_path: Path, mistake: str) -> None:
    (tmp_path / "bookmarks.md").write_text(mistake, "utf-8")
    with pytest.raises(TemplateUnusable) as failed:
        written("markdown", made(), templates=tmp_path)
    assert failed.value.name == "bookmarks.md"


def test_bookmarks_of_a_brief_stand_under_one_heading() -> None:
    text = written("markdown", made(), made(id="b"), made("Other", brief=8), made(id="d"))
    assert [row for row in text.splitlines() if row.startswith("## ")] == [
        "## 외교 지평의 확대 (CO 24-15)",
        "## Other (Other)",
        "## 외교 지평의 확대 (CO 24-15)",
    ]


def test_nothing_at_all_is_an_empty_file_of_the_format() -> None:
    for name in IDS:
        assert export(name, Sheet(()))

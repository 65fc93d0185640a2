"""Notes as people write them: rich in HTML and in Word, and never more than words."""

from __future__ import annotations

import io
from html.parser import HTMLParser

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.annotations import notes
from kinu_reader.annotations.exporting import export
from kinu_reader.annotations.kept import Kept, Sheet, Words
from kinu_reader.model import Anchor, Bookmark

NOTE = """# 논점

**굵게** and *set apart*, ~~gone~~, `code`, [a link](https://example.org/a?b=1&c=2)
on a second line

- one
- two
  1. inner

> said elsewhere

3. third
4. fourth

```
x < y
```

---
1. anew
"""
TAGS = {
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "strong",
    "em",
    "s",
    "code",
    "a",
    "br",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "hr",
}
ATTACKS = [
    "<script>alert(1)</script>",
    '<a href="javascript:alert(1)">x</a>',
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](vbscript:x) [y](data:text/html,<b>) [z](file:///etc/passwd)",
    "![x](https://example.org/track.png)",
    "<javascript:alert(1)>",
    '[x](https://example.org "a\\" onmouseover=alert(1)")',
    "[x]: javascript:alert(1)\n\n[x]",
]
SIGNS = "\\`*_{}[]()#+-.!|<>~=:&\"'/ \n\r\x00\u202e1"
MARKED = st.text(st.one_of(st.sampled_from(SIGNS), st.characters()), max_size=60)


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def written(note: str, name: str) -> bytes:
    bookmark = Bookmark("4f2a", 7, Anchor(0, 3, "abc", "", "", 1, "1"), note=note)
    nothing = Words("", "")
    return export(name, Sheet((Kept(bookmark, "Title", "", "a.pdf", "", nothing, nothing),)))


def test_a_note_is_rich_in_html() -> None:
    page = written(NOTE, "html").decode()
    for piece in (
        "<h3>논점</h3>",
        "<strong>굵게</strong>",
        "<em>set apart</em>",
        "<s>gone</s>",
        "<code>code</code>",
        '<a href="https://example.org/a?b=1&amp;c=2">a link</a><br',
        "<li>one</li>",
        '<ol start="3">',
        "<p>said elsewhere</p>",
        "x &lt; y",
    ):
        assert piece in page


def test_a_note_is_rich_in_word() -> None:
    page = docx.Document(io.BytesIO(written(NOTE, "docx")))
    found = {paragraph.text: paragraph for paragraph in page.paragraphs}
    assert found["논점"].style.name == "Heading 3"
    assert found["one"].style.name == "List Bullet"
    assert found["inner"].style.name == "List Number 2"
    assert found["said elsewhere"].style.name == "Quote"
    line = next(paragraph for text, paragraph in found.items() if text.startswith("굵게"))
    assert [run.text for run in line.runs if run.bold] == ["굵게"]
    assert [run.text for run in line.runs if run.italic] == ["set apart"]
    assert [run.text for run in line.runs if run.font.strike] == ["gone"]
    assert [run.text for run in line.runs if run.font.name == "Consolas"] == ["code"]
    assert [(link.text, link.address) for link in line.hyperlinks] == [("a link", "https://example.org/a?b=1&c=2")]
    numbers = {text: found[text]._p.pPr.numPr.numId.val for text in ("third", "fourth", "anew")}
    assert numbers["third"] == numbers["fourth"] != numbers["anew"]
    own = page.part.numbering_part.element
    starts = [own.num_having_numId(numbers[text]).lvlOverride_lst[0].startOverride.val for text in ("third", "anew")]
    assert starts == [3, 1]


@pytest.mark.parametrize("note", ATTACKS)
def test_a_note_runs_and_fetches_nothing(note: str) -> None:
    for tag, values in Tags(notes.html(note)).found:
        assert tag in TAGS
        assert not values.keys() - {"href", "title", "start", "class"}
        assert (values.get("href") or "https:").startswith("https:")
    for said in notes.paragraphs(note):
        assert all(run.target.startswith("https:") for run in said.runs if run.target)


@given(MARKED)
def test_any_note_is_only_words(note: str) -> None:
    for tag, values in Tags(notes.html(note)).found:
        assert tag in TAGS
        assert not values.keys() - {"href", "title", "start", "class"}
    assert written(note, "docx")


def test_what_is_no_markdown_stays_as_it_is() -> None:
    (said,) = notes.paragraphs("2 * 3 < 7 & <b>not bold</b>\nsecond line")
    assert "".join(run.text for run in said.runs) == "2 * 3 < 7 & <b>not bold</b>\nsecond line"

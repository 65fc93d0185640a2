"""A document for Word, made with python-docx, which takes a while to load: only who writes one waits for it."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from kinu_reader.annotations.cleaning import line, lines
from kinu_reader.annotations.colours import HEX
from kinu_reader.annotations.styled import stretches
from kinu_reader.annotations.word_notes import add_note, link
from kinu_reader.annotations.wording import labels

if TYPE_CHECKING:
    from docx.document import Document as Page
    from docx.text.paragraph import Paragraph

    from kinu_reader.annotations.kept import Kept, Sheet, Words
    from kinu_reader.annotations.wording import Labels

LATIN, KOREAN = "Times New Roman", "맑은 고딕"
STYLES = {"i": "italic", "b": "bold", "u": "underline", "sup": "superscript", "sub": "subscript"}


def document(sheet: Sheet) -> bytes:
    """Return the bookmarks as a document for Word."""
    page = Document()
    words = labels(sheet.locale)
    _prepare(page, words)
    page.add_heading(words.bookmarks, level=0)
    for group in sheet.groups:
        code = f" ({line(group.code)})" if group.code else ""
        page.add_heading(line(group.title or group.file) + code, level=1)
        _cited(page.add_paragraph(), group.reference)
        for kept in group.kept:
            _add(page, kept, words)
    file = io.BytesIO()
    page.save(file)
    return file.getvalue()


def _prepare(page: Page, words: Labels) -> None:
    for name in ("Normal", "Title", "Heading 1", "Quote"):
        font = page.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            font.attrib.pop(qn(f"w:{kind}"), None)  # a font of the theme would win over ours
        font.set(qn("w:ascii"), LATIN)
        font.set(qn("w:hAnsi"), LATIN)
        font.set(qn("w:eastAsia"), KOREAN)  # without it Word sets Hangul in whatever it finds
    facts = page.core_properties
    facts.title, facts.author, facts.comments, facts.language = words.bookmarks, "", "", words.language
    facts.created = facts.modified = datetime.now(UTC)  # else that of the library's own template, years ago


def _add(page: Page, kept: Kept, words: Labels) -> None:
    bookmark = kept.bookmark
    if bookmark.anchor.quote:
        quote = page.add_paragraph(style="Quote")
        _shade(quote, HEX[bookmark.colour])
        quote.add_run(lines(bookmark.anchor.quote))
    else:
        page.add_paragraph(words.kinds.get(bookmark.kind, ""))
    if remark := words.states.get(bookmark.state):
        page.add_paragraph(remark)
    if bookmark.was:
        page.add_paragraph(f"{words.was}: {lines(bookmark.was)}")
    _cited(page.add_paragraph(), kept.citation)
    if bookmark.note:
        add_note(page, bookmark.note)
    last = page.add_paragraph()
    if bookmark.tags:
        last.add_run(f"{words.tags}: {', '.join(map(line, bookmark.tags))}   ")
    _link(last, kept.link, words.open)
    last.paragraph_format.space_after = Pt(18)


def _cited(paragraph: Paragraph, words: Words) -> None:
    for text, styles in stretches(words.html):
        run = paragraph.add_run(lines(text))
        run.font.small_caps = "small-caps" in styles or None
        for style in STYLES.keys() & styles:
            setattr(run.font, STYLES[style], True)


def _shade(paragraph: Paragraph, ink: str) -> None:
    """Lay a colour under a paragraph, for which the library has no words."""
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", ink.lstrip("#"))):
        shading.set(qn(f"w:{name}"), value)
    paragraph._p.get_or_add_pPr().append(shading)


def _link(paragraph: Paragraph, target: str, text: str) -> None:
    if target:
        link(paragraph, line(target), text)

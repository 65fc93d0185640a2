"""Notes in a document for Word: their headings, lists, quotes and links as Word has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from kinu_reader.annotations.notes import paragraphs

if TYPE_CHECKING:
    from docx.document import Document as Page
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    from kinu_reader.annotations import notes

LISTS = {"ul": "List Bullet", "ol": "List Number"}
DEEPEST = 3  # list in a list for which Word's own document has a style
INDENT = Cm(0.63)
MONOSPACED = "Consolas"
RULE = "⁂"


def add_note(page: Page, note: str) -> None:
    """Add a note to the end of a document."""
    numbered: dict[int, Any] = {}
    for said in paragraphs(note):
        if said.kind == "h":
            paragraph = page.add_heading(level=said.level)
        else:
            level = min(said.level, DEEPEST)
            paragraph = page.add_paragraph(style=_style(said, level))
            if said.quoted or (said.level and said.number is None):
                paragraph.paragraph_format.left_indent = INDENT * (level + said.quoted)
            if said.kind == "ol" and said.number is not None:
                _count(page, paragraph, said, numbered)
        if said.kind == "rule":
            paragraph.add_run(RULE)
        for run in said.runs:
            _write(paragraph, run)


def link(paragraph: Paragraph, target: str, text: str) -> Run:
    """Add a link, for which the library has no words, to a paragraph; return its words."""
    element: Any = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(text)
    run.font.underline = True
    element.append(run._r)
    paragraph._p.append(element)
    return run


def _style(said: notes.Paragraph, level: int) -> str | None:
    if said.number is None or said.kind not in LISTS:
        return "Quote" if said.quoted else None
    return LISTS[said.kind] + (f" {level}" if level > 1 else "")


def _count(page: Page, paragraph: Paragraph, said: notes.Paragraph, numbered: dict[int, Any]) -> None:
    """Number a point of a list: Word would go on counting from the list before."""
    if said.which not in numbered:
        own: Any = page.part.numbering_part.element
        style: Any = paragraph.style
        usual = own.num_having_numId(style.element.pPr.numPr.numId.val)
        number = own.add_num(usual.abstractNumId.val)
        number.add_lvlOverride(ilvl=0).add_startOverride(said.number)
        numbered[said.which] = number.numId
    form: Any = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    form.get_or_add_ilvl().val = 0
    form.get_or_add_numId().val = numbered[said.which]


def _write(paragraph: Paragraph, said: notes.Run) -> None:
    run = link(paragraph, said.target, said.text) if said.target else paragraph.add_run(said.text)
    run.bold = "b" in said.styles or None
    run.italic = "i" in said.styles or None
    run.font.strike = "s" in said.styles or None
    if "code" in said.styles:
        run.font.name = MONOSPACED

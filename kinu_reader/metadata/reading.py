"""Read a brief's facts where briefs print them: page one first, then heads and margins, the file's own claim last."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from kinu_reader.metadata.closing import INSTITUTE_IN_DISCLAIMER, Closing, read_closing
from kinu_reader.metadata.findings import FILE, RULE, Fact, Findings
from kinu_reader.metadata.labels import LONGEST, Label, institute_in_address, read_label
from kinu_reader.metadata.page_one import find_title_block, lines_of, text_size
from kinu_reader.metadata.people import read_names
from kinu_reader.model import PassageKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kinu_reader.metadata.page_one import Line, TitleBlock
    from kinu_reader.model import Author, Brief, Range

T = TypeVar("T")

_HANGUL = re.compile(r"[가-힣]")
_LETTER = re.compile(r"[^\W\d_]")
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+[^\s\"<>.,;)]")
_TEMPLATE = re.compile(
    r"^(?:Microsoft (?:Word|PowerPoint)\b.*|Document\d*|untitled|제목\s?없음|무제|슬라이드 1"
    r"|.*양식(?:\s?\(.*\))?|.*\btemplate\b.*|PowerPoint.*|\S+\.\w{2,4}|.*\.(?:docx?|hwpx?|pdf|indd|qxd|pptx?))$",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"^(?:user|admin|administrator|owner|사용자|관리자|[A-Z]{2,5}|.*실|.*[Pp]c"
    r"|.*\b(?:USER|User|Force|Group|Team|Office|International|Inc|Ltd)\b.*)$"
)
KOREAN_SHARE = 0.3  # of the letters; Korean briefs quote much English, English ones hardly any Korean


def read_facts(brief: Brief) -> Findings:
    """Return everything that a brief says of itself."""
    lines = lines_of(brief)
    block = find_title_block(lines, text_size(brief))
    closing = read_closing(brief)
    labels = labels_of(brief, lines)
    found = Findings(
        institute=_institute(labels, brief, closing),
        series=_first((label.series, where) for label, where in labels),
        code=_first((label.code, where) for label, where in labels),
        date=_first((label.date, where) for label, where in labels),
        title=_title(block, brief),
        subtitle=Fact(block.subtitle.text.lstrip("-–—―: "), "page 1") if block.subtitle else None,
        authors=_authors(block, brief),
        language=_language(brief.text),
        doi=_doi(brief, lines),
        copyright=closing.copyright,
        disclaimer=closing.disclaimer,
    )
    mastheads = {line.span for line in lines if line.label and line.label == Label(line.label.institute)}
    apart = mastheads | _strays(brief, found) | set(closing.apart)
    front = _front(lines, block) | set(_labels_beside(brief, lines))
    return replace(found, apart=tuple(sorted(apart)), front=tuple(sorted(front - apart)))


def labels_of(brief: Brief, lines: list[Line]) -> list[tuple[Label, str]]:
    """Return what a brief says that it is, and where: page one's head first, then its margin, then the furniture."""
    page_one = [line.label for line in lines] + list(_labels_beside(brief, lines).values())
    return [(label, "page 1") for label in page_one] + _furniture_labels(brief)


def _first(facts: Iterable[tuple[T | None, str]]) -> Fact[T] | None:
    return next((Fact(value, where) for value, where in facts if value), None)


def _labels_beside(brief: Brief, lines: list[Line]) -> dict[Range, Label]:
    """Return what stands among or below the text of page one, as a side box does, and only says what the brief is."""
    below = lines[-1].end if lines else 0
    beside = {}
    for passage in brief.passages:
        if passage.page == 1 and passage.start > below:
            label = read_label(brief.text[passage.start : passage.end])
            # A date alone may head a section of a chronology.
            if label.series or label.code or (label.date and passage.kind is not PassageKind.HEADING):
                beside[passage.start, passage.end] = label
    return beside


def _furniture_labels(brief: Brief) -> list[tuple[Label, str]]:
    """Return what heads, feet and side boxes say, in the order of the pages."""
    labels = []
    for furniture in sorted(brief.furniture, key=lambda furniture: furniture.page):
        label = read_label(furniture.text) or Label(institute=institute_in_address(furniture.text))
        if label:
            labels.append((label, f"page {furniture.page}"))
    return labels


def _institute(labels: list[tuple[Label, str]], brief: Brief, closing: Closing) -> Fact[str] | None:
    """Return the institute of masthead, head or foot, else the one whose official view the brief is not."""
    if printed := _first((label.institute, where) for label, where in labels):
        return printed
    if closing.disclaimer and (match := INSTITUTE_IN_DISCLAIMER.search(closing.disclaimer.value)):
        name = match["ko"] or match["en"].removeprefix("the ")
        return Fact(name, closing.disclaimer.where, doubtful=True)
    return None


def _title(block: TitleBlock, brief: Brief) -> Fact[str] | None:
    """Return the title on page one; the file's own only if there is none, and never a template's."""
    printed = " ".join(line.text for line in block.title)
    if printed and not block.doubtful:
        return Fact(printed, "page 1")
    claimed = brief.information.get("title", "").strip()
    if claimed and not _TEMPLATE.match(claimed):
        return Fact(claimed, FILE, doubtful=True)
    return Fact(printed, "page 1", doubtful=True) if printed else None


def _authors(block: TitleBlock, brief: Brief) -> Fact[tuple[Author, ...]] | None:
    """Return the authors on page one, else the file's own if it looks like a person."""
    if block.guessed_authors:
        return Fact(read_names(block.authors[0].text), "page 1", doubtful=True)
    if block.authors:
        return Fact(tuple(author for line in block.authors for author in line.authors), "page 1")
    claimed = brief.information.get("author", "").strip()
    if claimed and not _NOBODY.match(claimed) and (names := read_names(claimed)):
        return Fact(names, FILE, doubtful=True)
    return None


def _language(text: str) -> Fact[str] | None:
    letters = len(_LETTER.findall(text))
    if not letters:
        return None
    return Fact("ko" if len(_HANGUL.findall(text)) >= KOREAN_SHARE * letters else "en", RULE)


def _doi(brief: Brief, lines: list[Line]) -> Fact[str] | None:
    """Return the identifier of page one outside its text; those in the text belong to what is cited."""
    places = [(line.text, "page 1") for line in lines]
    places += [(furniture.text, "page 1") for furniture in brief.furniture if furniture.page == 1]
    return _first((match[0] if (match := _DOI.search(text)) else None, where) for text, where in places)


def _strays(brief: Brief, found: Findings) -> set[Range]:
    """Return passages of later pages that only repeat the masthead: running heads too rare to be known as such."""
    strays = set()
    for passage in brief.passages:
        if passage.page == 1 or passage.end - passage.start > LONGEST:
            continue
        label = read_label(brief.text[passage.start : passage.end])
        said = {label.institute, label.series, label.code.text if label.code else None} - {None}
        known = {fact.value for fact in (found.institute, found.series) if fact}
        known |= {found.code.value.text} if found.code else set()
        if said and said <= known:
            strays.add((passage.start, passage.end))
    return strays


def _front(lines: list[Line], block: TitleBlock) -> set[Range]:
    """Return the ranges of title, authors, date and code."""
    parts = [*block.title, *([block.subtitle] if block.subtitle else []), *block.authors]
    parts += [line for line in lines if line.label]
    return {line.span for line in parts}

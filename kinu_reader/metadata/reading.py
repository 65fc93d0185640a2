"""Read a brief's facts where briefs print them: page one first, then heads and margins, the file's own claim last."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kinu_reader.metadata.abstracts import read_abstract, read_keywords
from kinu_reader.metadata.closing import INSTITUTE_IN_DISCLAIMER, Closing, read_closing
from kinu_reader.metadata.colophon import Colophon, read_colophon
from kinu_reader.metadata.dates import find_date
from kinu_reader.metadata.findings import FILE, RULE, Fact, Findings, first
from kinu_reader.metadata.labels import GENERAL, LONGEST, Label, institute_in_address, read_label
from kinu_reader.metadata.page_one import SAME, SURE, bare, find_title_block, lines_of, text_size
from kinu_reader.metadata.people import read_affiliation, read_authors, read_byline, read_names, with_affiliation
from kinu_reader.model import Doubt, PassageKind

if TYPE_CHECKING:
    from kinu_reader.metadata.codes import Code
    from kinu_reader.metadata.labels import Vocabulary
    from kinu_reader.metadata.page_one import Line, TitleBlock
    from kinu_reader.model import Author, Brief, Passage, Range

_HANGUL = re.compile(r"[가-힣]")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"[A-Za-z]+")
_ENGLISH = frozenset(("the", "of", "and", "to", "in", "a", "is", "for"))
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
_DATED = re.compile(
    r"(?<!dated )(?<![–-])(?:\d{1,2}\s[A-Z][a-z]+\s\d{4}|[A-Z][a-z]+\s\d{1,2},\s\d{4}|\d{4}\.\s?\d+\.\s?\d+\.?)$"
)
_STARRED = re.compile(r"[*†]\W*$")
_FEW_LETTERS = 6  # less is no title
KOREAN_SHARE = 0.3  # of the letters; Korean briefs quote much English, English ones hardly any Korean
LATIN_SHARE, ENGLISH_SHARE, FEW_WORDS = 0.7, 0.1, 60  # of the letters; of the words, if there are more than so few


def read_facts(brief: Brief, words: Vocabulary = GENERAL) -> Findings:
    """Return everything that a brief says of itself, in the words of its series."""
    lines = lines_of(brief, words)
    block = find_title_block(lines, text_size(brief), brief.information.get("title", ""))
    closing, colophon = read_closing(brief), read_colophon(brief)
    labels = labels_of(brief, lines, words)
    language = read_language(brief)
    found = Findings(
        institute=_institute(labels, colophon, closing),
        series=first((label.series, where) for label, where in labels),
        code=_code(labels),
        date=_date(labels, colophon, lines, block),
        title=_title(block, brief),
        subtitle=_subtitle(block, brief),
        authors=_authors(block, brief, colophon),
        language=language,
        doi=_doi(brief, lines),
        copyright=closing.copyright,
        disclaimer=closing.disclaimer,
        keywords=read_keywords(brief, language.value if language else None),
        abstract=read_abstract(brief, language.value if language else None),
    )
    mastheads = {line.span for line in lines if line.label and line.label == Label(line.label.institute)}
    apart = mastheads | _strays(brief, found, words) | set(closing.apart)
    front = {line.span for line in block.lines} | {line.span for line in lines if line.label}
    front |= set(_labels_beside(brief, lines, words))
    return replace(found, apart=tuple(sorted(apart)), front=tuple(sorted(front - apart)))


def labels_of(brief: Brief, lines: list[Line], words: Vocabulary = GENERAL) -> list[tuple[Label, str]]:
    """Return what a brief says that it is, and where: page one's head first, then its margin, then the furniture."""
    head = [(line.label, f"page {line.page}") for line in lines]
    margin = [(label, "page 1") for label in _labels_beside(brief, lines, words).values()]
    return head + margin + _furniture_labels(brief, words) + _stray_labels(brief, lines, words)


def _labels_beside(brief: Brief, lines: list[Line], words: Vocabulary) -> dict[Range, Label]:
    """Return what stands among or below the text of page one, as a side box does, and only says what the brief is."""
    below = lines[-1].end if lines else 0
    beside = {}
    for passage in brief.passages:
        if passage.page == 1 and passage.start > below:
            label = read_label(brief.text[passage.start : passage.end].strip(), words)
            # A date alone may head a section of a chronology.
            if label.series or label.code or (label.date and passage.kind is not PassageKind.HEADING):
                beside[passage.start, passage.end] = label
    return beside


def _furniture_labels(brief: Brief, words: Vocabulary) -> list[tuple[Label, str]]:
    """Return what heads, feet and side boxes say, in the order of the pages."""
    labels = []
    for furniture in sorted(brief.furniture, key=lambda furniture: furniture.page):
        label = read_label(furniture.text, words) or Label(institute=institute_in_address(furniture.text))
        if label:
            labels.append((label, f"page {furniture.page}"))
    return labels


def _stray_labels(brief: Brief, lines: list[Line], words: Vocabulary) -> list[tuple[Label, str]]:
    """Return what passages of later pages say that are a running head, too rare to be known as one."""
    below, labels = lines[-1].end if lines else 0, []
    for passage in brief.passages:
        if passage.page > 1 and passage.start > below and passage.end - passage.start <= LONGEST:
            label = read_label(brief.text[passage.start : passage.end], words)
            if label.code and (label.series or label.code.own):
                labels.append((label, f"page {passage.page}"))
    return labels


def _code(labels: list[tuple[Label, str]]) -> Fact[Code] | None:
    """Return the code in the form of the series, wherever it stands, before any other number."""
    codes = [(label.code, where) for label, where in labels if label.code]
    return first(pair for pair in codes if pair[0].own) or first(codes)


def _institute(labels: list[tuple[Label, str]], colophon: Colophon, closing: Closing) -> Fact[str] | None:
    """Return the institute of masthead, head, foot or colophon, else the one whose official view the brief is not."""
    if printed := first((label.institute, where) for label, where in labels) or colophon.institute:
        return printed
    if closing.disclaimer and (match := INSTITUTE_IN_DISCLAIMER.search(closing.disclaimer.value)):
        name = match["ko"] or match["en"].removeprefix("the ")
        return Fact(name, closing.disclaimer.where, Doubt.LOW)
    return None


def _date(
    labels: list[tuple[Label, str]], colophon: Colophon, lines: list[Line], block: TitleBlock
) -> Fact[str] | None:
    """Return the date of masthead, head, foot or colophon, else the one that ends a line before the text."""
    if printed := first((label.date, where) for label, where in labels) or colophon.date:
        return printed
    for line in lines:
        if line not in block.title and (match := _DATED.search(line.text)) and (date := find_date(match[0])):
            return Fact(date.iso, f"page {line.page}", Doubt.LOW)
    return None


def _title(block: TitleBlock, brief: Brief) -> Fact[str] | None:
    """Return the title on page one; the file's own only if there is none, and never a template's."""
    printed = _printed(block)
    where = f"page {block.title[0].page}" if block.title else ""
    if margin := _title_in_margin(block, brief):
        return Fact(margin, "page 1", Doubt.FAIR)
    if printed and not block.doubtful:
        return Fact(printed, where)
    if running := _running_title(brief):
        return Fact(running, "page 1", Doubt.LOW)
    claimed = brief.information.get("title", "").strip()
    if claimed and not _TEMPLATE.match(claimed):
        return Fact(claimed, FILE, Doubt.LOW)
    return Fact(printed, where, Doubt.LOW) if printed else None


def _printed(block: TitleBlock) -> str:
    return " ".join(line.text for line in block.title)


def _title_in_margin(block: TitleBlock, brief: Brief) -> str | None:
    """Return what was taken off page one as a running head, if the file claims that it is the title."""
    claim = bare(brief.information.get("title", ""))
    if bare(_printed(block)) in claim and block.title:
        return None
    texts = (furniture.text for furniture in brief.furniture if furniture.page == 1)
    return next((text for text in texts if len(bare(text)) >= SURE and bare(text) in claim), None)


def _running_title(brief: Brief) -> str | None:
    """Return what the first page has in common with others: a title on cover and title page looks like a head."""
    pages: dict[str, set[int]] = {}
    for furniture in brief.furniture:
        pages.setdefault(furniture.text.strip(), set()).add(furniture.page)
    for text, on in pages.items():
        says_else = read_label(text) or institute_in_address(text) or read_authors(text)
        if 1 in on and len(on) > 1 and len(_LETTER.findall(text)) >= _FEW_LETTERS and not says_else:
            return text
    return None


def _subtitle(block: TitleBlock, brief: Brief) -> Fact[str] | None:
    """Return the line under the title, which is the first of the block where the title itself is in the margin."""
    if _title_in_margin(block, brief):
        return Fact(_printed(block), f"page {block.title[0].page}") if block.title and not block.doubtful else None
    if not block.subtitle:
        return None
    return Fact(block.subtitle.text.strip("-–—―: "), f"page {block.subtitle.page}")


def _authors(block: TitleBlock, brief: Brief, colophon: Colophon) -> Fact[tuple[Author, ...]] | None:
    """Return the authors on page one, else the file's own if it looks like a person and no template's."""
    if block.authors:
        where = f"page {block.authors[0].page}"
        if not block.guessed_authors:
            authors = tuple(author for line in block.authors for author in line.authors)
            return Fact(_placed(authors, block.authors[-1].text, block.affiliation, brief), where)
        line = block.authors[0].text
        authors = _placed(read_names(line) or read_byline(line), line, block.affiliation, brief)
        return Fact(authors, where, None if any(author.role for author in authors) else Doubt.LOW)
    if colophon.authors:
        return colophon.authors
    if beside := _authors_beside(brief):
        return beside
    claimed = brief.information.get("author", "").strip()
    if claimed and _speaks_of_this(brief, block) and not _NOBODY.match(claimed) and (names := read_names(claimed)):
        return Fact(names, FILE, Doubt.LOW)
    return None


def _authors_beside(brief: Brief) -> Fact[tuple[Author, ...]] | None:
    """Return the authors of a line at the right, above the last column, so that it comes among the text of page one."""
    size = text_size(brief)
    for passage in brief.passages:
        text = brief.text[passage.start : passage.end].strip()
        if passage.page > 1 or passage.size <= size + SAME or len(text) > LONGEST:
            continue
        starred = read_names(text) if _STARRED.search(text) else ()
        authors = read_authors(text) or starred
        if starred or any(author.role for author in authors):
            return Fact(_placed(authors, text, None, brief), f"page {passage.page}", Doubt.FAIR)
    return None


def _speaks_of_this(brief: Brief, block: TitleBlock) -> bool:
    """Tell whether what the file claims can be believed: a template's author comes with another title, or with none."""
    if not block.title or block.doubtful:
        return True
    claimed, printed = bare(brief.information.get("title", "")), bare(_printed(block))
    return bool(claimed) and (claimed in printed or printed in claimed)


def _placed(authors: tuple[Author, ...], printed: str, affiliation: Line | None, brief: Brief) -> tuple[Author, ...]:
    """Return the authors with the rank and division that the line below or a note gives to the only one of them."""
    if len(authors) != 1 or authors[0].role:
        return authors
    if affiliation:
        return (with_affiliation(authors[0], affiliation.text),)
    if _STARRED.search(printed):
        notes = (brief.text[passage.start : passage.end].strip() for passage in brief.passages if passage.page == 1)
        for said in filter(None, map(_affiliation_in, notes)):
            return (with_affiliation(authors[0], said),)
    return authors


def _affiliation_in(note: str) -> str | None:
    """Return what a note on an author begins with, as far as it says nothing but rank, division and institute."""
    for begins in (r"[*†]\s?(?P<said>[^;.]{4,140})", r"[*†]\s?(?P<said>[^,;.]{4,80})"):
        if (match := re.match(begins, note)) and any(read_affiliation(match["said"].strip())):
            return match["said"].strip()
    return None


def read_language(brief: Brief) -> Fact[str] | None:
    """Return Korean or English, or None if it is neither."""
    letters = len(_LETTER.findall(brief.text))
    if letters and len(_HANGUL.findall(brief.text)) >= KOREAN_SHARE * letters:
        return Fact("ko", RULE, Doubt.FAIR)
    if not letters or len(_LATIN.findall(brief.text)) < LATIN_SHARE * letters:
        return None
    words = _WORD.findall(brief.text.casefold())
    if len(words) > FEW_WORDS and sum(word in _ENGLISH for word in words) < ENGLISH_SHARE * len(words):
        return None
    return Fact("en", RULE, Doubt.FAIR)


def _doi(brief: Brief, lines: list[Line]) -> Fact[str] | None:
    """Return the identifier of page one outside its text; those in the text belong to what is cited."""
    places = [(line.text, f"page {line.page}") for line in lines]
    places += [(furniture.text, "page 1") for furniture in brief.furniture if furniture.page == 1]
    return first((match[0] if (match := _DOI.search(text)) else None, where) for text, where in places)


def _strays(brief: Brief, found: Findings, words: Vocabulary) -> set[Range]:
    """Return passages of later pages that only repeat the masthead: running heads too rare to be known as such."""
    known = {fact.value for fact in (found.institute, found.series) if fact}
    known |= {found.code.value.text} if found.code else set()
    return {(passage.start, passage.end) for passage in brief.passages if _repeats(brief, passage, known, words)}


def _repeats(brief: Brief, passage: Passage, known: set[str], words: Vocabulary) -> bool:
    if passage.page == 1 or passage.end - passage.start > LONGEST:
        return False
    label = read_label(brief.text[passage.start : passage.end], words)
    said = {label.institute, label.series, label.code.text if label.code else None} - {None}
    return bool(said) and said <= known

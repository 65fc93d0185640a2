"""The lines of a text file to its true paragraphs: wrapped lines joined, paragraphs cut by a page end made whole."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from kinu_reader.extract import wording
from kinu_reader.extract.characters import plain
from kinu_reader.extract.joining import Seam, seam, usage
from kinu_reader.model import PassageKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kinu_reader.extract.joining import Usage

WRAPPED = (30, 160)  # columns: the longest lines of a hard-wrapped file lie between
HEADING_CHARACTERS = 150
SIDE_COLUMNS = 60  # of a typewriter, in which Hangul takes two: a line of furniture is no wider
SIDE_LINES = 6  # of furniture between the halves of a paragraph, at most
HALF = 60  # columns: less is no paragraph cut by a page end
FURNITURE = re.compile(  # what alone on its line is sure to be no sentence
    r"[-–—\s]*\d{1,4}[-–—\s]*|[-–—]\s*[ivxl]+\s*[-–—]|p(?:age|\.)\s*\d+|\d+\s*/\s*\d+|"
    r"[A-Z]{1,4} ?\d{2}-\d{1,3}(?:\([A-Z]\))?|\d{4}[.\-/]\s?\d{1,2}[.\-/]\s?\d{1,2}\.?|online series|온라인 ?시리즈",
    re.IGNORECASE,
)
PAGE_NUMBER = re.compile(r"[-–—]\s*\d{1,4}\s*[-–—]|(?:page|p\.)\s*\d{1,4}", re.IGNORECASE)
HEADING_SIGN = "\x1e"  # stands before a heading of a Markdown file until its blocks are made
MARKDOWN = (
    (re.compile(r"^(\S.*)\n(?:={3,}|-{3,})[ ]*$", re.MULTILINE), rf"\n{HEADING_SIGN}\1\n"),
    (re.compile(r"^#{1,6}[ ]+(.*?)[ #]*$", re.MULTILINE), rf"\n{HEADING_SIGN}\1\n"),
    (re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
)


@dataclass(frozen=True, slots=True)
class TextParagraph:
    """A paragraph of a text file."""

    text: str
    kind: PassageKind


class _Line(NamedTuple):
    text: str
    spaced: bool  # a space was written at its end
    indent: int


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines without a blank line between them."""

    lines: tuple[_Line, ...]
    after_page: bool = False  # a form feed stands before it
    goes_on: bool = False  # furniture was taken out before it, in the middle of a paragraph
    heading: bool = False  # marked as one

    @property
    def text(self) -> str:
        """Return the words, for judging."""
        return " ".join(line.text for line in self.lines)


def text_paragraphs(text: str, *, markdown: bool = False) -> tuple[list[TextParagraph], list[str]]:
    """Return the paragraphs of a text file, and the lines of furniture that stood between them."""
    if markdown:
        for pattern, plain_form in MARKDOWN:
            text = pattern.sub(plain_form, text)
    blocks, furniture = _without_furniture(list(_blocks(text)))
    used = usage((line.text, line.spaced) for block in blocks for line in block.lines)
    measure = _measure(blocks)
    paragraphs: list[TextParagraph] = []
    for block in blocks:
        parts = [_whole(lines, used) for lines in _parts(block, measure)]
        if paragraphs and _continues(paragraphs[-1], block):
            last, first = paragraphs.pop(), parts.pop(0)
            whole = _glued(last.text, first, seam(last.text, first, False, used))
            paragraphs.append(TextParagraph(whole, PassageKind.BODY))
        paragraphs += [TextParagraph(part, _kind(part, block)) for part in parts]
    return paragraphs, furniture


def _blocks(text: str) -> Iterator[_Block]:
    after_page = False
    for number, sheet in enumerate(text.split("\f")):
        after_page = after_page or number > 0
        lines: list[str] = []
        for raw in (*sheet.splitlines(), ""):
            if plain(raw):
                lines.append(raw)
            elif lines:
                heading = lines[0].startswith(HEADING_SIGN)
                yield _Block(tuple(map(_line, lines)), after_page, heading=heading)
                lines, after_page = [], False


def _line(raw: str) -> _Line:
    return _Line(plain(raw), raw.endswith(" "), len(raw) - len(raw.lstrip()))


def _without_furniture(blocks: Sequence[_Block]) -> tuple[list[_Block], list[str]]:
    """Take out page numbers, and the side lines that cut a paragraph in two."""
    often = Counter(line.text for block in blocks for line in block.lines)
    groups = [(side, list(group)) for side, group in groupby(blocks, _is_side)]
    kept: list[_Block] = []
    furniture: list[str] = []
    goes_on = False
    for at, (side, group) in enumerate(groups):
        following = groups[at + 1][1] if at + 1 < len(groups) else []
        cut = side and bool(kept and following) and _cuts(kept[-1], group, following[0], often)
        for block in group:
            if cut or PAGE_NUMBER.fullmatch(block.text):
                furniture += [line.text for line in block.lines]
            else:
                kept.append(replace(block, goes_on=goes_on))
            goes_on = cut
    return kept, furniture


def _is_side(block: _Block) -> bool:
    short = all(wording.columns_wide(line.text) <= SIDE_COLUMNS for line in block.lines)
    return short and len(block.lines) <= SIDE_LINES and not block.heading and not wording.ends_sentence(block.text)


def _cuts(before: _Block, sides: Sequence[_Block], after: _Block, often: Counter[str]) -> bool:
    """Tell whether short lines stand in the middle of a paragraph, where a page ended."""
    lines = [line.text for side in sides for line in side.lines]
    if (
        wording.columns_wide(before.text) < HALF
        or len(lines) > SIDE_LINES
        or wording.ends_sentence(before.text)
        or after.heading
    ):
        return False
    if wording.starts_item(after.text):
        return False
    sure = all(FURNITURE.fullmatch(line) or often[line] > 1 for line in lines)
    return sure or wording.starts_lower(after.text)


def _continues(last: TextParagraph, block: _Block) -> bool:
    if block.goes_on:
        return True
    if last.kind is not PassageKind.BODY or wording.columns_wide(last.text) < HALF or wording.ends_sentence(last.text):
        return False
    if block.heading or wording.starts_item(block.text):
        return False
    return wording.starts_lower(block.text) or (block.after_page and not _is_side(block))


def _measure(blocks: Sequence[_Block]) -> int | None:
    """Return how wide the lines of a hard-wrapped file may be, or None if its lines are whole paragraphs."""
    widths = sorted(wording.columns_wide(line.text) for block in blocks for line in block.lines[:-1])
    if len(widths) < 3:
        return None
    measure = widths[int(0.95 * (len(widths) - 1))]
    filled = sum(width > 0.8 * measure for width in widths)
    return measure if WRAPPED[0] <= measure <= WRAPPED[1] and 2 * filled >= len(widths) else None


def _parts(block: _Block, measure: int | None) -> Iterator[list[_Line]]:
    part: list[_Line] = []
    for line in block.lines:
        if part and _starts_paragraph(part[-1], line, measure):
            yield part
            part = []
        part.append(line)
    yield part


def _starts_paragraph(before: _Line, line: _Line, measure: int | None) -> bool:
    ended = wording.ends_sentence(before.text)
    if measure is None:
        return ended or not wording.starts_lower(line.text) or wording.starts_item(line.text)
    room = measure - wording.columns_wide(before.text) - 1
    fits = wording.columns_wide(line.text.split(" ", 1)[0]) < room
    if wording.starts_bullet(line.text) or (wording.starts_item(line.text) and (fits or ended)):
        return True
    return (fits and not wording.starts_lower(line.text)) or (ended and line.indent > before.indent + 1)


def _whole(lines: Sequence[_Line], used: Usage) -> str:
    text = lines[0].text
    for before, line in pairwise(lines):
        text = _glued(text, line.text, seam(text, line.text, before.spaced, used))
    return text


def _glued(before: str, after: str, joint: Seam) -> str:
    match joint:
        case Seam.NO_HYPHEN:
            return before[:-1] + after
        case Seam.NOTHING:
            return before + after
        case Seam.SPACE:
            return f"{before} {after}"


def _kind(text: str, block: _Block) -> PassageKind:
    if block.heading:
        return PassageKind.HEADING
    bracketed = text.endswith(")") and " " in text.rpartition("(")[2]  # an author with rank and division
    alone = len(block.lines) < 3 and len(text) <= HEADING_CHARACTERS
    if alone and not (bracketed or wording.holds_sentence(text) or wording.starts_bullet(text)):
        return PassageKind.HEADING
    return PassageKind.BODY

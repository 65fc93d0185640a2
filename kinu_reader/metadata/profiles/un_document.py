"""Documents of the United Nations: a symbol, the organ, the day of distribution, and a title below all that."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from kinu_reader.metadata.codes import FORMS, CodeForm
from kinu_reader.metadata.dates import find_date
from kinu_reader.metadata.findings import Fact, to_guess
from kinu_reader.metadata.labels import Vocabulary
from kinu_reader.metadata.page_one import find_title_block, is_loud, lines_of, text_size
from kinu_reader.metadata.reading import read_facts
from kinu_reader.metadata.rules import places
from kinu_reader.model import Doubt, Profile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.metadata.findings import Findings
    from kinu_reader.metadata.page_one import Line
    from kinu_reader.model import Brief, Guess

_ORGANS = "General Assembly|Security Council|Economic and Social Council|Trusteeship Council|Human Rights Council"
_SYMBOL = r"\b(?:A|S|E|DP|ST|TD|UNEP|CEDAW|CCPR|CERD|CRC|FCCC|TPNW|NPT|HRI|T|SG)(?:/[A-Z0-9][\w.]*)+(?:\s\(\d{4}\))?"
_DISTRIBUTED = re.compile(
    r"Distr\.?\s?:?\s?(?:General|GENERAL|Limited|LIMITED|Restricted|RESTRICTED)|(?i:Original)\s?:\s?[A-Z]"
)
# The masthead ends with the last line in which one of these stands.
_MASTHEAD = re.compile(
    rf"{_DISTRIBUTED.pattern}|(?i:^(?:{_ORGANS}|United Nations|UNITED|NATIONS|English)$)"
    r"|^(?:Agenda )?[Ii]tems?\s\d|^[\w ]{,40}\b(?:session|year)$|Agenda items?\s[\d ,()a-z]+(?:and [\d()a-z ]+)?\*?$"
    r"|^[A-Z][\w ,]+,\s\d{1,2}[^.]*\b(?:19|20)\d\d(?:\sItem.*)?$|^\d{1,2} to \d{1,2} [A-Z][a-z]+ \d{4}"
)
_KIND = re.compile(
    r"^(?:Reports?|Notes?|Letters?|Identical letters|Summary statement|Draft|Statement)\b", re.IGNORECASE
)
_LETTERS = re.compile(r"[^\W\d_]{3}")
_FIRST_SECTION = re.compile(r"\s(?:I|1)\.\s(?:Introduction|Summary|Background)$|(?<=-General)\sIntroduction$")
_FEW = 12  # passages of a masthead

WORDS = Vocabulary(
    series=re.compile(f"(?i:{_ORGANS})"),
    codes=(CodeForm(re.compile(rf"{_SYMBOL}(?:\s?[-–]\s?{_SYMBOL})*"), own=True), *FORMS),
    formula=re.compile(
        rf"(?i:{_ORGANS}|United Nations|Nations Unies|UNITED|NATIONS|\bEnglish\b)"
        rf"|{_DISTRIBUTED.pattern}\w*(?:/[A-Z]+)?"
        r"|Agenda items?\s[\d()a-z, ]+(?:and\s[\d()a-z ]+)?|[A-Z][a-z]+-?[a-z]* (?:session|year)"
    ),
)


def matches(brief: Brief) -> float:
    """Return much for a symbol that stands by itself, with the words that every such document bears beside it."""
    said = [text for text, _ in places(brief)]
    symbol = any(WORDS.codes[0].pattern.fullmatch(text) for text in said)
    return 0.4 * symbol + 0.55 * any(_DISTRIBUTED.search(text) for text in said[:_FEW])


def guess(brief: Brief) -> Guess:
    """Read the facts; the file's author is who typed it, and nobody need be named as one."""
    found = replace(_below_masthead(brief, read_facts(brief, WORDS)), authors=None, copyright=None)
    if found.code and not found.code.value.own:
        found = replace(found, code=None)
    return to_guess(found, expected=("code", "title", "date"))


def _below_masthead(brief: Brief, found: Findings) -> Findings:
    """Return the findings with title and date as this masthead gives them."""
    lines = lines_of(brief, WORDS)
    date = found.date if found.date and not found.date.doubt else _date(lines) or found.date
    start = max((n for n, line in enumerate(lines) if _MASTHEAD.search(line.text)), default=-1) + 1
    title, subtitle = _title(lines[start:], text_size(brief))
    named = any(re.search(r"(?i)United Nations|^UNITED$", line.text) for line in lines)
    front = set(found.front) | {line.span for line in (*title, *([subtitle] if subtitle else []))}
    return replace(
        found,
        institute=Fact("United Nations", "page 1") if named else None,
        title=Fact(_said(*title), "page 1") if title else None,
        subtitle=Fact(_said(subtitle), "page 1") if subtitle else None,
        date=date,
        front=tuple(sorted(front - set(found.apart))),
    )


def _said(*lines: Line) -> str:
    """Return the text of lines without the calls of notes, and without a section's heading that was read with them."""
    return _FIRST_SECTION.sub("", " ".join(re.sub(r"[*,]+$", "", line.text) for line in lines))


def _date(lines: Sequence[Line]) -> Fact[str] | None:
    """Return the day of distribution where it was set into a line of the masthead."""
    for line in lines[:_FEW]:
        if _DISTRIBUTED.search(line.text) and (date := find_date(line.text)):
            return Fact(date.iso, "page 1", Doubt.FAIR)
    return None


def _title(lines: Sequence[Line], size: float) -> tuple[tuple[Line, ...], Line | None]:
    """Return title and subtitle; typewritten ones are told by their capitals."""
    loud = tuple(takewhile(lambda line: is_loud(line.text) and _LETTERS.search(line.text), lines))
    if loud:
        below = lines[len(loud)] if len(loud) < len(lines) else None
        return loud, below if below and _KIND.match(below.text) else None
    block = find_title_block([replace(line, authors=()) for line in lines], size)
    below = next((line for line in lines if block.title and line.start > block.title[-1].start), None)
    return block.title, block.subtitle or (below if below and _KIND.match(below.text) else None)


PROFILE = Profile("un_document", matches, guess)

"""What stands between two lines of a paragraph: a space, nothing, or a hyphen that goes.

The line decides first (a space may be written at its end), then the rest of the brief: a word that stands there whole
is one word here too. Hangul lines break inside words without a hyphen, Latin hyphens may be part of the word.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from kinu_reader.extract.assembly import Stretch, Written
from kinu_reader.extract.wording import is_hangul
from kinu_reader.model import PassageKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kinu_reader.extract.lines import Line
    from kinu_reader.extract.paragraphs import Paragraph

HYPHENS = "-\u2010\u2011"
DASHES = "–—/"
PAUSES = ".,;:!?…"
CLOSING = ")]}」』”’"
OPENING = "([{「『“‘·ㆍ‧・"  # and dots in the middle of a word
PARTICLE = re.compile(
    r"(?:은|는|이|가|을|를|의|에|에서|에게|로|으로|와|과|도|만|라고|이라고|이라는|라는|까지|부터)(?: |$)"
)
WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
LAST_WORD = re.compile(r"([^\W_]+(?:[-\u2010\u2011.][^\W_]+)*)[-\u2010\u2011]$")
FIRST_WORD = re.compile(r"[^\W_]+")
FIRST_PARTS = re.compile("non|self|well|half|cross|vice|quasi|long|short|high|low|large|small|time|gender|age|policy")
LAST_PARTS = re.compile(
    "making|building|sharing|based|led|driven|funded|backed|sponsored|owned|held|called|related|oriented|term|range|level|"
    "scale|wide|free|old|year|day|month|up|off|to|of|in|the|and|by|varying|invariant|specific|dependent|intensive|sized|"
    "country|setting|makers?|makes|face|edge|side|style|type|like|friendly|effective|rich|poor|income|aged|born"
)
SOLID = re.compile(
    "under|over|out|with|through|some|any|every|down|fore|for|after|back|there|where|here|news|work|inter|up"
)
VERB_END = re.compile(r"(?:[가-힣]|습?니다|니까|입니다)[.,?!]")  # never a word of its own
EOJEOL_ENDS = frozenset("은는을를의에로와과도며고서한된할인적및등여게나지만")  # oftener the end of a word than not
SPACED_SHARE = 0.2  # of Hangul line ends carry a space: then the file writes the spaces between words


class Seam(Enum):
    """How two lines are joined."""

    SPACE = " "
    NOTHING = ""
    NO_HYPHEN = "-"  # the hyphen at the end of the first line goes


@dataclass(frozen=True)
class Usage:
    """The words of a brief, away from the ends of lines; what it cannot tell is counted only when asked."""

    lines: Sequence[str]
    spaced: bool  # spaces at line ends are written

    @cached_property
    def words(self) -> Counter[str]:
        """Return how often each word stands inside a line."""
        found: Counter[str] = Counter()
        for line in self.lines:
            found.update(word.casefold() for word in WORD.findall(_inside(line)))
        return found

    @cached_property
    def syllables(self) -> Counter[str]:
        """Return how often each stretch of 2 to 5 characters stands inside a line."""
        found: Counter[str] = Counter()
        for line in self.lines:
            for length in (2, 3, 4, 5):
                found.update(line[at : at + length] for at in range(len(line) - length + 1))
        return found


def write(paragraphs: Sequence[Paragraph]) -> list[Written]:
    """Return the paragraphs of a brief with their lines joined."""
    used = usage((line.text, line.spaced) for paragraph in paragraphs for line in paragraph.lines)
    return [_write(paragraph, used) for paragraph in paragraphs]


def _write(paragraph: Paragraph, used: Usage) -> Written:
    text: list[str] = []
    stretches: list[Stretch] = []
    types: Counter[tuple[float, bool]] = Counter()
    at = 0
    for line, after in zip(paragraph.lines, (*paragraph.lines[1:], None), strict=True):
        joint = _joint(line, after, used, paragraph.kind) if after else Seam.NOTHING
        kept = line.text[:-1] if joint is Seam.NO_HYPHEN else line.text
        glue = " " if joint is Seam.SPACE else ""
        text.append(kept + glue)
        stretches.append(Stretch(line.page, at, line.boxes[: len(kept)]))
        types[line.size, line.bold] += len(kept)
        at += len(kept) + len(glue)
    (size, bold), _ = types.most_common(1)[0]
    return Written("".join(text), paragraph.kind, stretches, size, bold)


def _joint(line: Line, after: Line, used: Usage, kind: PassageKind) -> Seam:
    if line.ends_cell:
        return Seam.SPACE
    return seam(line.text, after.text, line.spaced, used, between_words=kind is PassageKind.HEADING)


def usage(lines: Iterable[tuple[str, bool]]) -> Usage:
    """Return the usage of a brief from its lines and whether each ends with a space."""
    kept = list(lines)
    ends = [spaced for text, spaced in kept if text and is_hangul(text[-1])]
    return Usage([text for text, _ in kept], bool(ends) and sum(ends) >= SPACED_SHARE * len(ends))


def seam(before: str, after: str, spaced: bool, usage: Usage, *, between_words: bool = False) -> Seam:
    """Return how a line is joined to the next; `spaced` tells whether a space was written at its end.

    Lines that a person broke, as those of a title, end `between_words` unless the rest of the brief says otherwise.
    """
    last, first = before[-1], after[0]
    if not unicodedata.is_normalized("NFC", before[-4:] + after[:4]):
        return Seam.SPACE  # else characters of two lines would become one
    if last in HYPHENS and len(before) > 1 and not before[-2].isspace():
        return _hyphen(before, after, usage)
    if last in DASHES and len(before) > 1 and not before[-2].isspace():
        return Seam.NOTHING
    if is_hangul(last) or is_hangul(first):
        return _hangul(before, after, spaced, usage, between_words)
    return Seam.SPACE


def _hyphen(before: str, after: str, usage: Usage) -> Seam:
    head, tail = LAST_WORD.search(before), FIRST_WORD.match(after)
    if head is None or tail is None or not tail[0].isalpha() or not head[1].isalpha() or is_hangul(after[0]):
        return Seam.NOTHING
    if (head[1].isupper() or tail[0][0].isupper()) and not (before.isupper() and after.isupper()):
        return Seam.NOTHING  # ROK-led, inter-Korean; but not in a title all in capitals
    a, b = head[1].casefold(), tail[0].casefold()
    whole, apart = usage.words[a + b], usage.words[f"{a}-{b}"]
    if whole != apart:
        return Seam.NO_HYPHEN if whole > apart else Seam.NOTHING
    if FIRST_PARTS.fullmatch(a) or LAST_PARTS.fullmatch(b) or (head[1][0].isupper() and usage.words[a] > 1):
        return Seam.NOTHING
    both_words = min(len(a), len(b)) > 3 and usage.words[a] and usage.words[b] and not SOLID.fullmatch(a)
    return Seam.NOTHING if both_words else Seam.NO_HYPHEN


def _hangul(before: str, after: str, spaced: bool, usage: Usage, between_words: bool) -> Seam:
    last, first = before[-1], after[0]
    if spaced:
        return Seam.SPACE
    if first in PAUSES or first in CLOSING or last in OPENING or VERB_END.match(after):
        return Seam.NOTHING
    if last in PAUSES:
        return Seam.SPACE
    if last in CLOSING and PARTICLE.match(after):
        return Seam.NOTHING
    if last in CLOSING or first in OPENING:
        return Seam.NOTHING if usage.spaced else Seam.SPACE
    if last.isascii() != first.isascii() and first.isalpha() and first.isascii():
        return Seam.SPACE  # a particle follows a Latin word, never goes before it
    if usage.spaced:
        return Seam.NOTHING
    for left, right in ((2, 2), (2, 1), (1, 2), (1, 1)):
        a, b = before[-left:], after[:right]
        if " " in a or " " in b:
            continue
        joined, apart = usage.syllables[a + b], usage.syllables[f"{a} {b}"]
        if joined != apart:
            return Seam.NOTHING if joined > apart else Seam.SPACE
    if not (is_hangul(last) and is_hangul(first)):
        return Seam.NOTHING if last.isdecimal() else Seam.SPACE
    return Seam.SPACE if between_words or last in EOJEOL_ENDS else Seam.NOTHING


def _inside(line: str) -> str:
    """Return a line without its first and last word, which may be halves of words."""
    return " ".join(line.split(" ")[1:-1])

"""What a brief was before its file was replaced, and what has changed since, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kinu_reader.model import FormerVersion
    from kinu_reader.tasks.archive import Archive

WORD = re.compile(r"(?:\w+|[^\w\s]|^)\s*")  # with the blank after it, so that words replaced in a row stay together
LOOK_AHEAD = 12  # paragraphs among which a changed one is looked for
KINDRED = 0.5  # of the words of two paragraphs that must agree for one to be the other, changed


class Edit(StrEnum):
    """What happened to a piece of text."""

    EQUAL = "equal"
    REMOVED = "removed"
    ADDED = "added"
    CHANGED = "changed"  # of paragraphs only: see the words


@dataclass(frozen=True)
class Words:
    """Words of a changed paragraph."""

    edit: Edit
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the former version, of the present one, or of both; the empty text where it is not."""

    edit: Edit
    before: str
    after: str
    words: tuple[Words, ...] = ()  # of a changed one: all its words in order, those removed before those added


def versions(archive: Archive, brief: int) -> list[FormerVersion]:
    """Return the files that a brief had before, newest first."""
    return archive.library.former.of(brief)


def difference(archive: Archive, brief: int, sha256: str) -> list[Paragraph] | None:
    """Return what has changed since a former version; None if its text was not kept."""
    before = archive.library.former.text(brief, sha256)
    return None if before is None else compare(before, archive.library.text(brief))


def compare(before: str, after: str) -> list[Paragraph]:
    """Return the paragraphs of two texts side by side."""
    ones, others = _paragraphs(before), _paragraphs(after)
    found: list[Paragraph] = []
    for tag, a, b, c, d in SequenceMatcher(None, ones, others, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [Paragraph(Edit.EQUAL, text, text) for text in ones[a:b]]
        else:
            found += _replaced(ones[a:b], others[c:d])
    return found


def _paragraphs(text: str) -> list[str]:
    return [part for part in re.split(r"\n\s*\n", text.strip()) if part]


def _replaced(ones: Sequence[str], others: Sequence[str]) -> Iterator[Paragraph]:
    """Yield paragraphs that gave way to others: those that are alike as changed, in the order of both texts."""
    tokens = [WORD.findall(text) for text in others]
    done = 0
    for text in ones:
        before = WORD.findall(text)
        ahead = range(done, min(done + LOOK_AHEAD, len(others)))
        likest = max(ahead, key=lambda at: _alike(before, tokens[at]), default=None)
        if likest is None or _alike(before, tokens[likest]) < KINDRED:
            yield Paragraph(Edit.REMOVED, text, "")
            continue
        yield from (Paragraph(Edit.ADDED, "", added) for added in others[done:likest])
        yield Paragraph(Edit.CHANGED, text, others[likest], tuple(_words(before, tokens[likest])))
        done = likest + 1
    yield from (Paragraph(Edit.ADDED, "", added) for added in others[done:])


def _alike(before: Sequence[str], after: Sequence[str]) -> float:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= KINDRED else 0.0


def _words(before: Sequence[str], after: Sequence[str]) -> Iterator[Words]:
    """Yield the words of a changed paragraph."""
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = "".join(before[a:b]), "".join(after[c:d])
        if tag == "equal":
            yield Words(Edit.EQUAL, come)
            continue
        if gone:
            yield Words(Edit.REMOVED, gone)
        if come:
            yield Words(Edit.ADDED, come)

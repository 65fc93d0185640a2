"""A reading to what the catalogue keeps: the record guessed, what is no passage set apart, a new version recognised."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from kinu_reader import metadata
from kinu_reader.model import UNSEEN, PassageKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kinu_reader.model import Brief, Guess, Passage, Pattern, Profile, Range, Record
    from kinu_reader.tasks.archive import Archive

PROFILES = "profiles"  # folder of the archive in which a person puts profiles of metadata, one TOML file each
SAME_TITLE = 0.6  # similarity of titles from which equal code, institute and language mean the same brief


@dataclass(frozen=True)
class OwnProfiles:
    """How a person says that briefs are to be read: profiles before ours, and what is so in a whole series."""

    profiles: tuple[Profile, ...] = ()
    patterns: tuple[Pattern, ...] = ()


def own_profiles(archive: Archive) -> OwnProfiles:
    """Return the profiles that a person has put into the archive, and the patterns set there."""
    return OwnProfiles(
        metadata.load_profiles(archive.library.folder / PROFILES), tuple(archive.library.edits.patterns())
    )


def understood(reading: Brief, own: OwnProfiles) -> tuple[Brief, Record]:
    """Return a brief with what is no passage set apart, and its record, doubtful also where pages have no text."""
    guess = metadata.guess(reading, own.profiles)
    record = metadata.follow(own.patterns, guess.record)
    if any(page.state in UNSEEN for page in reading.pages):
        record = replace(record, needs_review=(*record.needs_review, "text"))
    return replace(reading, passages=set_apart(reading.passages, reading.text, guess)), record


def former_version(archive: Archive, record: Record) -> int | None:
    """Return the brief that these other bytes are a new version of.

    A code misread by a profile must not make one brief swallow another, so the titles have to agree as well: with the
    one that a person typed, or with the one that was read in its place.
    """
    id = archive.library.same_brief(record)
    known = None if id is None else archive.library.brief(id)
    if id is None or known is None:
        return None
    titles = [known.record.title or "", *filter(None, [archive.library.edits.read_under(id, "title")])]
    return id if any(_alike(record.title or "", title) for title in titles) else None


def _alike(here: str, there: str) -> bool:
    matcher = SequenceMatcher(None, here.casefold(), there.casefold(), autojunk=False)
    return matcher.ratio() >= SAME_TITLE


def set_apart(passages: Sequence[Passage], text: str, guess: Guess) -> tuple[Passage, ...]:
    """Return the passages without masthead, disclaimer and copyright line, and with the front matter marked."""
    kept: list[Passage] = []
    for passage in passages:
        start, end = _without(passage.start, passage.end, text, guess.apart)
        if start < end:
            front = any(a < end and start < b for a, b in guess.front)
            kind = PassageKind.FRONT if front else passage.kind
            kept.append(replace(passage, number=len(kept), start=start, end=end, kind=kind))
    return tuple(kept)


def _without(start: int, end: int, text: str, apart: Iterable[Range]) -> Range:
    """Take ranges off the ends of a range, and the space beside them."""
    for a, b in apart:
        if a <= start < b:
            start = min(b, end)
        if a < end <= b:
            end = max(a, start)
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end

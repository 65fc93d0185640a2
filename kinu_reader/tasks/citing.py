"""Briefs as citations in a style, or as a file for another program."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from kinu_reader import cite
from kinu_reader.model import Bookmark, BookmarkKind, Entry, FileKind, PassageKind, Pinpoint
from kinu_reader.paths import user_styles
from kinu_reader.tasks.anchoring import ground

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from kinu_reader.cite import Cited, Rich, StyleInfo
    from kinu_reader.model import ArchivedBrief, Passage, Range
    from kinu_reader.tasks.archive import Archive

NOTE_NUMBER = re.compile(r"\s*[\[(]?(\d{1,3}|[*†‡]+)[\])]?[.\s]")


class Mixed(StrEnum):
    """Whether Korean briefs are cited by Korean rules beside others in a style, and where they stand in a list."""

    NO = ""
    KOREAN_FIRST = "ko-first"
    ENGLISH_FIRST = "en-first"


@dataclass(frozen=True)
class Manner:
    """How a person wants briefs cited."""

    style: str = cite.DEFAULT
    locale: str = "en-US"
    mixed: Mixed = Mixed.NO
    straight: bool = False  # quotation marks as on a typewriter


@dataclass(frozen=True)
class Preview:
    """How a brief is cited at a place, and which fields the style would print that are not known."""

    cited: Cited
    gaps: tuple[str, ...] = ()


def entries(archive: Archive, ids: Sequence[int]) -> list[Entry]:
    """Return briefs as they are cited, in the order asked for; one that is not there is left out."""
    known = archive.library.briefs(ids)
    return [Entry(str(id), known[id].record, known[id].pages) for id in ids if id in known]


def citations(
    archive: Archive, ids: Sequence[int], manner: Manner = Manner(), places: Mapping[int, Pinpoint | None] | None = None
) -> list[Cited]:
    """Return the citations and references of briefs, each pointing to the place given for it, if any is.

    Raises:
        StyleUnusable: if the style is not there or cannot be used.
    """
    cited = entries(archive, ids)
    known = places or {}
    return _cited(cited, manner, [known.get(int(entry.key)) for entry in cited])


def references(archive: Archive, ids: Sequence[int], manner: Manner = Manner()) -> list[Cited]:
    """Return the bibliography of briefs, each once.

    Raises:
        StyleUnusable: if the style is not there or cannot be used.
    """
    listed = cite.bibliography(
        entries(archive, ids),
        manner.style,
        manner.locale,
        korean=manner.mixed is not Mixed.NO,
        korean_first=manner.mixed is not Mixed.ENGLISH_FIRST,
        folder=user_styles(),
    )
    return [_typed(one, manner) for one in listed]


def preview(archive: Archive, brief: int, manner: Manner, place: Pinpoint | None = None) -> Preview | None:
    """Return how a brief is cited, and what of it is not known; None if there is no such brief.

    Raises:
        StyleUnusable: if the style is not there or cannot be used.
    """
    known = archive.library.brief(brief)
    if known is None:
        return None
    entry = Entry(str(brief), known.record, known.pages)
    (cited,) = _cited([entry], manner, [place])
    korean = manner.mixed is not Mixed.NO
    gaps = cite.gaps(entry, manner.style, manner.locale, korean=korean, folder=user_styles())
    if place is not None and not place.label and known.kind is FileKind.PDF:
        gaps += ("first_page",)  # its pages have no printed numbers; told of the first, all are known
    return Preview(cited, gaps)


def sequence(archive: Archive, bookmarks: Sequence[Bookmark], manner: Manner = Manner()) -> list[Cited]:
    """Return the citations of bookmarks in the order given, each knowing those before it (ibid., 위의 글).

    Raises:
        StyleUnusable: if the style is not there or cannot be used.
    """
    here = _in_briefs(archive, bookmarks)
    places = places_kept(archive, here)
    return _cited(entries(archive, [bookmark.brief for bookmark in here]), manner, places)


def quotations(archive: Archive, bookmarks: Sequence[Bookmark], manner: Manner = Manner()) -> list[Rich]:
    """Return the words of bookmarks in quotation marks, each with its citation; of what has no words, this alone.

    Raises:
        StyleUnusable: if the style is not there or cannot be used.
    """
    here = _in_briefs(archive, bookmarks)
    languages = {id: brief.record.language for id, brief in _briefs(archive, here).items()}
    return [
        cite.quote(
            bookmark.anchor.quote, one.in_text, korean=languages[bookmark.brief] == "ko", straight=manner.straight
        )
        if bookmark.kind is BookmarkKind.PASSAGE
        else one.in_text
        for bookmark, one in zip(here, sequence(archive, here, manner), strict=True)
    ]


def _cited(cited: Sequence[Entry], manner: Manner, places: Sequence[Pinpoint | None]) -> list[Cited]:
    korean = manner.mixed is not Mixed.NO
    found = cite.cite(cited, manner.style, manner.locale, places, korean=korean, folder=user_styles())
    return [_typed(one, manner) for one in found]


def _typed(one: Cited, manner: Manner) -> Cited:
    """Return a citation in the quotation marks that are wished."""
    return replace(one, in_text=one.in_text.straight, reference=one.reference.straight) if manner.straight else one


def _briefs(archive: Archive, bookmarks: Sequence[Bookmark]) -> dict[int, ArchivedBrief]:
    return dict(archive.library.briefs(list({bookmark.brief for bookmark in bookmarks})))


def _in_briefs(archive: Archive, bookmarks: Sequence[Bookmark]) -> list[Bookmark]:
    """Return the bookmarks whose brief is there."""
    known = _briefs(archive, bookmarks)
    return [bookmark for bookmark in bookmarks if bookmark.brief in known]


def exported(archive: Archive, ids: Sequence[int], format: str) -> str:
    """Return briefs as the text of an exchange format."""
    return cite.export(format, entries(archive, ids))


def add_style(file: Path) -> StyleInfo:
    """Keep a CSL file among a person's own styles.

    Raises:
        StyleUnusable: if it cannot be used.
        OSError: if it cannot be read or copied.
    """
    return cite.add_style(file, user_styles())


def styles(words: str = "") -> list[StyleInfo]:
    """Return the styles whose id or title holds all the words, the usual ones first."""
    wanted = words.casefold().split()
    found = cite.styles(user_styles())
    return [style for style in found if all(word in f"{style.id} {style.title}".casefold() for word in wanted)]


def place_of(page_label: str, passage: int) -> Pinpoint:
    """Return the place that a passage is cited by: the printed page, or the paragraph of a text brief."""
    return Pinpoint(label=page_label) if page_label else Pinpoint(paragraph=passage + 1)


def place_kept(archive: Archive, bookmark: Bookmark) -> Pinpoint | None:
    """Return the place that a bookmark is cited by, see `places_kept`."""
    return places_kept(archive, [bookmark])[0]


def places_kept(archive: Archive, bookmarks: Sequence[Bookmark]) -> list[Pinpoint | None]:
    """Return the places that bookmarks are cited by; None for that of a whole brief.

    It is the printed page, or the pages where its words run over a page break, with the number of a footnote; in a
    text brief, the paragraph.
    """
    briefs = {bookmark.brief for bookmark in bookmarks if bookmark.kind is not BookmarkKind.BRIEF}
    passages = {id: sorted(archive.library.passages(id), key=lambda passage: passage.start) for id in briefs}
    labels = {id: {page.number: page.label for page in archive.library.page_bounds(id)} for id in briefs}
    return [
        None
        if bookmark.kind is BookmarkKind.BRIEF
        else _place(archive, bookmark, passages[bookmark.brief], labels[bookmark.brief])
        for bookmark in bookmarks
    ]


def _place(
    archive: Archive, bookmark: Bookmark, passages: Sequence[Passage], labels: Mapping[int, str]
) -> Pinpoint | None:
    anchor = bookmark.anchor
    before = bisect_right(passages, anchor.start, key=lambda passage: passage.start)
    passage = passages[max(before - 1, 0)] if passages else None
    if not anchor.page_label:
        return Pinpoint(paragraph=passage.number + 1) if passage else None
    note = None
    if passage and bookmark.kind is BookmarkKind.PASSAGE and passage.kind is PassageKind.FOOTNOTE:
        ((_, words),) = archive.library.passage_texts(bookmark.brief, [passage.number])
        number = NOTE_NUMBER.match(words)
        note = number[1] if number else None
    covered = [labels[page] for page, _ in anchor.boxes if page in labels] or [anchor.page_label]
    ends = dict.fromkeys((covered[0], covered[-1]))
    return Pinpoint(label="–".join(ends), note=note)


def quotation(
    archive: Archive, brief: int, start: int, end: int, manner: Manner = Manner(), omit: Sequence[Range] = ()
) -> Rich | None:
    """Return a range of a brief's text in quotation marks, with its citation and page; None if there is no such brief.

    `omit` are ranges within it that give way to an ellipsis.

    Raises:
        StyleUnusable: if the style is not there or cannot be used.
    """
    on = ground(archive.library, brief)
    if on is None:
        return None
    kept = Bookmark("", brief, on.range(start, end))
    cited = citations(archive, [brief], manner, {brief: place_kept(archive, kept)})
    korean = on.brief.record.language == "ko"
    return cite.quote(on.text[start:end], cited[0].in_text, korean=korean, omit=omit, straight=manner.straight)

"""Briefs as citations in a style, or as a file for another program."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kinu_reader import cite
from kinu_reader.model import BookmarkKind, Entry, PassageKind, Pinpoint
from kinu_reader.paths import user_styles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kinu_reader.cite import Cited, StyleInfo
    from kinu_reader.model import Bookmark
    from kinu_reader.tasks.archive import Archive

NOTE_NUMBER = re.compile(r"\s*[\[(]?(\d{1,3}|[*†‡]+)[\])]?[.\s]")


def entries(archive: Archive, ids: Sequence[int]) -> list[Entry]:
    """Return briefs as they are cited, in the order asked for; one that is not there is left out."""
    known = archive.library.briefs(ids)
    return [Entry(str(id), known[id].record, known[id].pages) for id in ids if id in known]


def citations(
    archive: Archive,
    ids: Sequence[int],
    style: str,
    locale: str = "en-US",
    places: Mapping[int, Pinpoint | None] | None = None,
) -> list[Cited]:
    """Return the citations and references of briefs, each pointing to the place given for it, if any is.

    Raises:
        StyleUnusable: if the style is not there or cannot be used.
    """
    cited = entries(archive, ids)
    known = places or {}
    return cite.cite(cited, style, locale, [known.get(int(entry.key)) for entry in cited], folder=user_styles())


def exported(archive: Archive, ids: Sequence[int], format: str) -> str:
    """Return briefs as the text of an exchange format."""
    return cite.export(format, entries(archive, ids))


def styles(words: str = "") -> list[StyleInfo]:
    """Return the styles whose id or title holds all the words, the usual ones first."""
    wanted = words.casefold().split()
    found = cite.styles(user_styles())
    return [style for style in found if all(word in f"{style.id} {style.title}".casefold() for word in wanted)]


def place_of(page_label: str, passage: int) -> Pinpoint:
    """Return the place that a passage is cited by: the printed page, or the paragraph of a text brief."""
    return Pinpoint(label=page_label) if page_label else Pinpoint(paragraph=passage + 1)


def place_kept(archive: Archive, bookmark: Bookmark) -> Pinpoint | None:
    """Return the place that a bookmark is cited by; None for that of a whole brief.

    It is the printed page, or the pages where its words run over a page break, with the number of a footnote; in a
    text brief, the paragraph.
    """
    if bookmark.kind is BookmarkKind.BRIEF:
        return None
    anchor = bookmark.anchor
    passages = [p for p in archive.library.passages(bookmark.brief) if p.start <= anchor.start]
    passage = max(passages, key=lambda p: p.start, default=None)
    if not anchor.page_label:
        return Pinpoint(paragraph=passage.number + 1) if passage else None
    note = None
    if passage and bookmark.kind is BookmarkKind.PASSAGE and passage.kind is PassageKind.FOOTNOTE:
        ((_, words),) = archive.library.passage_texts(bookmark.brief, [passage.number])
        number = NOTE_NUMBER.match(words)
        note = number[1] if number else None
    labels = {page.number: page.label for page in archive.library.page_bounds(bookmark.brief)}
    covered = [labels[page] for page, _ in anchor.boxes if page in labels] or [anchor.page_label]
    ends = dict.fromkeys((covered[0], covered[-1]))
    return Pinpoint(label="–".join(ends), note=note)

"""Briefs as citations in a style, or as a file for another program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader import cite
from kinu_reader.model import Entry, Pinpoint
from kinu_reader.paths import user_styles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.cite import Cited, StyleInfo
    from kinu_reader.tasks.archive import Archive


def entries(archive: Archive, ids: Sequence[int]) -> list[Entry]:
    """Return briefs as they are cited, in the order asked for; one that is not there is left out."""
    known = archive.library.briefs(ids)
    return [Entry(str(id), known[id].record, known[id].pages) for id in ids if id in known]


def citations(
    archive: Archive, ids: Sequence[int], style: str, locale: str = "en-US", place: Pinpoint | None = None
) -> list[Cited]:
    """Return the citations and references of briefs, each pointing to the same place if one is given.

    Raises:
        StyleUnusable: if the style is not there or cannot be used.
    """
    cited = entries(archive, ids)
    return cite.cite(cited, style, locale, [place] * len(cited), folder=user_styles())


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

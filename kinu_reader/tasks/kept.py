"""Bookmarks with all that is written of them elsewhere: brief, citation, place in words, link back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader import cite
from kinu_reader.annotations import wording
from kinu_reader.annotations.kept import Kept, Words
from kinu_reader.paths import user_styles
from kinu_reader.tasks import citing, links

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.cite import Cited, Rich
    from kinu_reader.model import ArchivedBrief, Bookmark, Pinpoint
    from kinu_reader.tasks.archive import Archive


def gathered(bookmarks: Sequence[Bookmark]) -> list[Bookmark]:
    """Return bookmarks brief by brief, the briefs as they come first, and in each in the order of its text."""
    order = {id: place for place, id in enumerate(dict.fromkeys(bookmark.brief for bookmark in bookmarks))}
    return sorted(bookmarks, key=lambda bookmark: (order[bookmark.brief], bookmark.anchor.start, bookmark.anchor.page))


def kept(
    archive: Archive, bookmarks: Sequence[Bookmark], style: str = cite.DEFAULT, locale: str = "en-US"
) -> list[Kept]:
    """Return bookmarks, gathered, each cited after those before it; those of a brief that is gone are left out.

    Raises:
        StyleUnusable: if the style is not there or cannot be used.
    """
    briefs = archive.library.briefs(list({bookmark.brief for bookmark in bookmarks}))
    here = [bookmark for bookmark in gathered(bookmarks) if bookmark.brief in briefs]
    places = citing.places_kept(archive, here)
    entries = citing.entries(archive, [bookmark.brief for bookmark in here])
    cited = cite.cite(entries, style, locale, places, folder=user_styles())
    return [
        _kept(archive.library.archive_id, bookmark, briefs[bookmark.brief], one, place, locale)
        for bookmark, one, place in zip(here, cited, places, strict=True)
    ]


def _kept(
    archive_id: str, bookmark: Bookmark, brief: ArchivedBrief, cited: Cited, place: Pinpoint | None, locale: str
) -> Kept:
    return Kept(
        bookmark,
        title=brief.record.title or "",
        code=brief.record.code or "",
        file=brief.file,
        sha256=brief.sha256,
        citation=_words(cited.in_text),
        reference=_words(cited.reference),
        place=wording.place(place, locale) if place else "",
        paragraph=place.paragraph if place else None,
        link=links.make(archive_id, brief.id, bookmark.anchor.start, bookmark.anchor.end),
        language=brief.record.language or "",
    )


def _words(rich: Rich) -> Words:
    return Words(rich.text, rich.html)

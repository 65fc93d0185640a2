"""Bookmarks with all that is written of them elsewhere: brief, citation, place in words, link back."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from kinu_reader import cite
from kinu_reader.annotations import wording
from kinu_reader.annotations.kept import Kept, Words
from kinu_reader.model import BookmarkKind, Pinpoint
from kinu_reader.paths import user_styles
from kinu_reader.tasks import citing, links

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kinu_reader.cite import Cited, Rich
    from kinu_reader.model import ArchivedBrief, Bookmark
    from kinu_reader.tasks.archive import Archive


class _Place(NamedTuple):
    """What a citation points to: printed pages, or a paragraph of a text brief, or neither."""

    pages: str = ""  # "3", "1–2"
    paragraph: int | None = None  # from 1

    @property
    def pinpoint(self) -> Pinpoint | None:
        return Pinpoint(self.pages, paragraph=self.paragraph) if self != _Place() else None


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
    places = _places(archive, briefs, here)
    entries = citing.entries(archive, [bookmark.brief for bookmark in here])
    cited = cite.cite(entries, style, locale, [place.pinpoint for place in places], folder=user_styles())
    return [
        _kept(archive.library.archive_id, bookmark, briefs[bookmark.brief], one, place, locale)
        for bookmark, one, place in zip(here, cited, places, strict=True)
    ]


def _kept(archive_id: str, bookmark: Bookmark, brief: ArchivedBrief, cited: Cited, place: _Place, locale: str) -> Kept:
    return Kept(
        bookmark,
        title=brief.record.title or "",
        code=brief.record.code or "",
        file=brief.file,
        sha256=brief.sha256,
        citation=_words(cited.in_text),
        reference=_words(cited.reference),
        place=wording.place(place.pages, place.paragraph, locale),
        paragraph=place.paragraph,
        link=links.make(archive_id, brief.id, bookmark.anchor.start, bookmark.anchor.end),
        language=brief.record.language or "",
    )


def _words(rich: Rich) -> Words:
    return Words(rich.text, rich.html)


def _places(archive: Archive, briefs: Mapping[int, ArchivedBrief], bookmarks: Sequence[Bookmark]) -> list[_Place]:
    labels: dict[int, dict[int, str]] = {}
    starts: dict[int, list[int]] = {}
    for id, brief in briefs.items():
        if brief.kind.is_text:
            starts[id] = [passage.start for passage in archive.library.passages(id)]
        else:
            labels[id] = {page.number: page.label for page in archive.library.page_bounds(id)}
    places = []
    for bookmark in bookmarks:
        if bookmark.kind is BookmarkKind.BRIEF:
            places.append(_Place())
        elif bookmark.brief in starts:
            paragraph = bisect_right(starts[bookmark.brief], bookmark.anchor.start)
            places.append(_Place(paragraph=max(paragraph, 1)))
        else:
            places.append(_Place(_pages(bookmark, labels[bookmark.brief])))
    return places


def _pages(bookmark: Bookmark, labels: Mapping[int, str]) -> str:
    """Return the printed pages from the first to the last that hold anything of a bookmark."""
    anchor = bookmark.anchor
    last = max((page for page, _ in anchor.boxes), default=anchor.page)
    first_label = anchor.page_label or labels.get(anchor.page, "")
    last_label = labels.get(last, "") if last != anchor.page else first_label
    return f"{first_label}–{last_label}" if last_label and last_label != first_label else first_label

"""Bookmarks into the archive: read from a file, and brought to the briefs that they belong to."""

from __future__ import annotations

import unicodedata
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from kinu_reader import extract
from kinu_reader.annotations.exchange import NotUnderstood, Reading, read_jsonld
from kinu_reader.annotations.zotero import read_zotero
from kinu_reader.model import Anchor, Bookmark, BookmarkKind, UnreadableFile
from kinu_reader.tasks.bookmarking import followed, picture_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kinu_reader.annotations.exchange import Source
    from kinu_reader.annotations.zotero import Foreign
    from kinu_reader.model import ArchivedBrief, Box, Page
    from kinu_reader.tasks.archive import Archive


UNPLACED = -1  # of no reading: its place is found as after a brief was read anew


@dataclass(frozen=True)
class Incoming:
    """What a file of bookmarks holds for this archive; where they stand in the texts of today is still to be found."""

    bookmarks: tuple[Bookmark, ...] = ()  # `brief` is one of this archive
    foreign: tuple[tuple[int, Foreign], ...] = ()  # brief, what was marked in it
    homeless: tuple[Source, ...] = ()  # documents that this archive does not have, once for each of their bookmarks
    refused: tuple[str, ...] = ()  # annotations that make no sense, with the reason


def read_bookmarks(archive: Archive, content: bytes) -> Incoming:
    """Read bookmarks from JSON-LD, or annotations from the JSON, RDF or notes of Zotero.

    Raises:
        NotUnderstood: if the file holds neither.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotUnderstood("no text in UTF-8") from error
    reading, foreign = _read(text)
    sources = [*(one.source for one in reading.returned), *(one.source for one in foreign)]
    homes = _homes(archive, sources)
    return Incoming(
        bookmarks=tuple(
            replace(one.bookmark, brief=homes[one.source]) for one in reading.returned if one.source in homes
        ),
        foreign=tuple((homes[one.source], one) for one in foreign if one.source in homes),
        homeless=tuple(source for source in sources if source not in homes),
        refused=reading.refused,
    )


def receive(archive: Archive, incoming: Incoming) -> list[Bookmark]:
    """Keep what was read from a file, each where its words stand now; return what was not there before, by its id."""
    new = [replace(one, anchor=replace(one.anchor, reading=UNPLACED)) for one in incoming.bookmarks]
    briefs = archive.library.briefs(list({brief for brief, _ in incoming.foreign}))
    marked = [_marked(archive, briefs[brief], one) for brief, one in incoming.foreign if brief in briefs]
    put = archive.library.bookmarks.put([*new, *marked], _pictures(archive, briefs, marked))
    return followed(archive, [bookmark.id for bookmark in put])


def _marked(archive: Archive, brief: ArchivedBrief, one: Foreign) -> Bookmark:
    """Return what was marked elsewhere as a bookmark whose place is still to be found, near where it lay if known.

    Its id follows from what it is, so that the same file read twice adds nothing.
    """
    id = blake2b(repr((brief.id, one.quote, one.page, one.note, one.created)).encode(), digest_size=16).hexdigest()
    pages = archive.library.pages(brief.id) if one.boxes else archive.library.page_bounds(brief.id)
    page = next((page for page in pages if page.number == (one.page or 1)), pages[0])
    boxes = _on_page(page, one.boxes) if one.page == page.number else []
    start = page.start
    if one.quote and boxes and (caret := extract.caret_at(page, boxes[0][0], (boxes[0][1] + boxes[0][3]) / 2)):
        start = caret.offset
    anchor = Anchor(
        start,
        start + len(one.quote),
        one.quote,
        prefix="",
        suffix="",
        page=page.number,
        page_label=one.page_label or page.label,
        boxes=tuple((page.number, box) for box in boxes[:1]) if one.kind is BookmarkKind.AREA else (),
        file=brief.sha256 if boxes else "",
        reading=UNPLACED,
    )
    return Bookmark(id, brief.id, anchor, one.kind, one.colour, one.note, one.tags, one.created, author=one.author)


def _on_page(page: Page, boxes: Iterable[Box]) -> list[Box]:
    """Return boxes as they lie on a page as displayed, from its top; none if they lie beside it (it is turned)."""
    turned = [(x0, page.height - y1, x1, page.height - y0) for x0, y0, x1, y1 in boxes]
    within = all(0 <= x0 < x1 <= page.width and 0 <= y0 < y1 <= page.height for x0, y0, x1, y1 in turned)
    return turned if within else []


def _pictures(archive: Archive, briefs: Mapping[int, ArchivedBrief], marked: Iterable[Bookmark]) -> dict[str, bytes]:
    """Return the pictures of areas by the ids of their bookmarks."""
    pictures = {}
    for bookmark in marked:
        for page, box in bookmark.anchor.boxes:
            with suppress(UnreadableFile):  # the note and the page are worth having without the picture
                pictures[bookmark.id] = picture_of(archive, briefs[bookmark.brief], page, box)
    return pictures


def _read(text: str) -> tuple[Reading, list[Foreign]]:
    try:
        return read_jsonld(text), []
    except NotUnderstood:
        return Reading(()), read_zotero(text)


def _homes(archive: Archive, sources: Iterable[Source]) -> dict[Source, int]:
    """Return the briefs of documents: by the content of the file, else by the one brief of that file name or title."""
    wanted = set(sources)
    homes = {source: id for source in wanted if (id := archive.library.known(source.sha256)) is not None}
    if len(homes) < len(wanted):
        names = _names(archive.library.briefs(archive.library.ids()).values())
        for source in wanted - homes.keys():
            for name in _names_of(source.file, source.code, source.title):
                if len(found := names.get(name, set())) == 1:
                    homes.setdefault(source, next(iter(found)))
    return homes


def _names(briefs: Iterable[ArchivedBrief]) -> dict[tuple[str, str], set[int]]:
    names: dict[tuple[str, str], set[int]] = {}
    for brief in briefs:
        for name in _names_of(brief.file, brief.record.code or "", brief.record.title or ""):
            names.setdefault(name, set()).add(brief.id)
    return names


def _names_of(file: str, code: str, title: str) -> list[tuple[str, str]]:
    """Return what a document goes by, the surest first; what is not known is left out."""
    named = {"file": file, "code": code, "title": title}
    return [(kind, folded) for kind, name in named.items() if (folded := _folded(name))]


def _folded(name: str) -> str:
    """Return a name without the differences that programs and systems bring about."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", name).casefold()))

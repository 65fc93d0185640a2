"""A table for Excel and its like: UTF-8 with its mark, one row a bookmark, and no cell that could be a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from kinu_reader.annotations.cleaning import lines

if TYPE_CHECKING:
    from kinu_reader.annotations.kept import Kept, Sheet

NAME, EXTENSION = "CSV", ".csv"
MARK = "\ufeff"  # without it Excel takes the text for the system's old encoding
FORMULA = tuple("=+-@＝＋－＠")  # the wide ones count on East Asian systems


def export(sheet: Sheet) -> str:
    """Return the bookmarks as a table with one line of headings."""
    table = io.StringIO()
    writer = csv.writer(table, quoting=csv.QUOTE_ALL)
    rows = [_row(kept) for kept in sheet.kept]
    writer.writerow(_HEADINGS)
    writer.writerows([_harmless(row[heading]) for heading in _HEADINGS] for row in rows)
    return MARK + table.getvalue()


_HEADINGS = (
    *("id", "code", "title", "place", "paragraph", "kind", "quote", "note", "tags", "colour"),
    *("citation", "reference", "author", "created", "changed", "state", "was", "file", "sha256", "link"),
)


def _row(kept: Kept) -> dict[str, str]:
    bookmark = kept.bookmark
    return {
        "id": bookmark.id,
        "code": kept.code,
        "title": kept.title,
        "place": kept.place,
        "paragraph": str(kept.paragraph or ""),
        "kind": bookmark.kind,
        "quote": bookmark.anchor.quote,
        "note": bookmark.note,
        "tags": ", ".join(bookmark.tags),
        "colour": bookmark.colour,
        "citation": kept.citation.text,
        "reference": kept.reference.text,
        "author": bookmark.author,
        "created": bookmark.created,
        "changed": bookmark.changed,
        "state": bookmark.state,
        "was": bookmark.was,
        "file": kept.file,
        "sha256": kept.sha256,
        "link": kept.link,
    }


def _harmless(cell: str) -> str:
    """Return a cell that no program of tables calculates: what begins like a formula gets an apostrophe before it."""
    clean = lines(cell)
    return f"'{clean}" if clean.lstrip().startswith(FORMULA) else clean

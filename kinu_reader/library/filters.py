"""Bounds on records, and orders of briefs, as SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kinu_reader.model import Sort

if TYPE_CHECKING:
    from kinu_reader.model import Filters

ORDERS = {
    Sort.RELEVANCE: "id",  # without a query nothing is more relevant than anything else
    Sort.DATE: "date IS NULL, date DESC, id",
    Sort.CODE: "code IS NULL, series, year DESC, CAST(number AS INTEGER) DESC, code, language, id",
}

COUNTED = {
    "year": "SELECT year AS value, count(*) AS n FROM shelf {} GROUP BY year",
    "series": "SELECT series AS value, count(*) AS n FROM shelf {} GROUP BY series",
    "tag": "SELECT tag AS value, count(*) AS n FROM tag JOIN shelf ON brief = id {} GROUP BY tag",
    "collection": "SELECT name AS value, count(*) AS n FROM (SELECT id AS shelfmark, name FROM collection) "
    "JOIN collected ON shelfmark = collection JOIN shelf ON id = brief {} GROUP BY name",
    "lang": "SELECT language AS value, count(*) AS n FROM shelf {} GROUP BY language",
    "author": "SELECT name AS value, count(DISTINCT brief) AS n FROM shelf JOIN author ON brief = id {} GROUP BY name",
    "division": "SELECT division AS value, count(DISTINCT brief) AS n FROM shelf JOIN author ON brief = id {} "
    "GROUP BY division",
}


def condition(filters: Filters) -> tuple[str, list[Any]]:
    """Return a WHERE clause over `brief` (without the word), and its values."""
    parts = ["deleted_at IS NOT NULL" if filters.binned else "deleted_at IS NULL"]
    values: list[Any] = []

    def bound(sql: str, *given: Any) -> None:
        parts.append(sql)
        values.extend(given)

    if filters.series is not None:
        bound("series = ? COLLATE NOCASE", filters.series)
    if filters.author is not None:
        bound("EXISTS (SELECT 1 FROM author WHERE brief = id AND name LIKE ? ESCAPE '\\')", _within(filters.author))
    if filters.division is not None:
        bound(
            "EXISTS (SELECT 1 FROM author WHERE brief = id AND division LIKE ? ESCAPE '\\')", _within(filters.division)
        )
    first, last = filters.years
    if first is not None:
        bound("year >= ?", first)
    if last is not None:
        bound("year <= ?", last)
    if filters.language is not None:
        bound("language = ?", filters.language)
    if filters.tag is not None:
        bound("EXISTS (SELECT 1 FROM tag WHERE brief = id AND tag = ?)", filters.tag)
    if filters.collection is not None:
        bound(
            "id IN (SELECT brief FROM collected JOIN collection ON collection.id = collection "
            "WHERE name = ? COLLATE NOCASE)",
            filters.collection,
        )
    if filters.needs_review:
        bound("needs_review != '[]'")
    return " AND ".join(parts), values


def _within(words: str) -> str:
    """Return a LIKE pattern for a part of a value; what LIKE would read as a wildcard stands for itself."""
    escaped = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"

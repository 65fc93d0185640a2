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
LATEST_FIRST = "(SELECT opened_at FROM visit WHERE visit.brief = id) DESC, id"
LATEST = 100  # briefs that count as read lately

# Both indexes hold few pages; without their names SQLite might read through all pages, briefs beside them.
_QUALITY = """CASE
    WHEN id IN (SELECT brief FROM page INDEXED BY page_unseen WHERE state IN ('no-text', 'broken-fonts')) THEN 'partial'
    WHEN id IN (SELECT brief FROM page INDEXED BY page_read WHERE state = 'ocr') THEN 'ocr'
    ELSE 'good' END"""

_AS_MOSTLY_PRINTED = """
SELECT n, coalesce((
    SELECT same_name.name FROM same_name LEFT JOIN author ON author.{column} = same_name.name
    WHERE same_name.entity = who GROUP BY same_name.name ORDER BY count(brief) DESC, same_name.name LIMIT 1
), printed) AS value
FROM (
    SELECT entity AS who, author.{column} AS printed, count(DISTINCT brief) AS n FROM shelf JOIN author ON brief = id
    LEFT JOIN same_name ON field = '{field}' AND same_name.name = author.{column}
    {{}} GROUP BY coalesce(entity, author.{column})
)
"""
COUNTED = {
    "year": "SELECT year AS value, count(*) AS n FROM shelf {} GROUP BY year",
    "series": "SELECT series AS value, count(*) AS n FROM shelf {} GROUP BY series",
    "tag": "SELECT tag AS value, count(*) AS n FROM tag JOIN shelf ON brief = id {} GROUP BY tag",
    "collection": "SELECT name AS value, count(*) AS n FROM (SELECT id AS shelfmark, name FROM collection) "
    "JOIN collected ON shelfmark = collection JOIN shelf ON id = brief {} GROUP BY name",
    "lang": "SELECT language AS value, count(*) AS n FROM shelf {} GROUP BY language",
    "quality": f"SELECT {_QUALITY} AS value, count(*) AS n FROM shelf {{}} GROUP BY value",
    "author": _AS_MOSTLY_PRINTED.format(field="author", column="name"),
    "division": _AS_MOSTLY_PRINTED.format(field="division", column="division"),
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
        bound(_named("author", "name"), *2 * (_within(filters.author),))
    if filters.division is not None:
        bound(_named("division", "division"), *2 * (_within(filters.division),))
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
    if filters.quality is not None:
        bound(f"{_QUALITY} = ?", filters.quality)
    if filters.needs_review:
        bound("needs_review != '[]'")
    if filters.recent:
        bound(
            "id IN (SELECT visit.brief FROM visit JOIN shelf ON id = visit.brief ORDER BY opened_at DESC LIMIT ?)",
            LATEST,
        )
    return " AND ".join(parts), values


def _named(field: str, column: str) -> str:
    """Return a condition that an author has a name like one given twice, or one that a person said is the same."""
    return f"""EXISTS (SELECT 1 FROM author WHERE brief = id AND ({column} LIKE ? ESCAPE '\\' OR {column} IN (
        SELECT other.name FROM same_name AS this JOIN same_name AS other ON other.entity = this.entity
        WHERE this.field = '{field}' AND this.name LIKE ? ESCAPE '\\')))"""


def _within(words: str) -> str:
    """Return a LIKE pattern for a part of a value; what LIKE would read as a wildcard stands for itself."""
    escaped = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"

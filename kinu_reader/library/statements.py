"""Longer statements of SQL; each asks for many briefs at a time, whose ids or places are given as JSON."""

from __future__ import annotations

PAGE_COLUMNS = ("brief", "number", "label", "width", "height", "start", "end", "state", "label_from", "characters")

EDITIONS = """
SELECT this.id AS brief, other.id AS edition FROM brief AS this
JOIN brief AS other ON other.code = this.code AND other.language != this.language
WHERE this.id IN (SELECT value FROM json_each(?))
    AND coalesce(abs(julianday(this.date) - julianday(other.date)) < 93, 1)
ORDER BY other.id
"""

PAGES = (
    f"SELECT {', '.join(f'page.{name}' for name in PAGE_COLUMNS[:-1])}, {{}}, first_page FROM page "
    "JOIN brief ON id = brief WHERE brief IN (SELECT value FROM json_each(?)) ORDER BY brief, page.number"
)
PASSAGES = """
SELECT passage.* FROM json_each(?) AS asked
JOIN passage ON brief = json_extract(asked.value, '$[0]') AND number = json_extract(asked.value, '$[1]')
ORDER BY asked.key
"""
TEXTS = "SELECT id, text FROM brief WHERE id IN (SELECT value FROM json_each(?))"

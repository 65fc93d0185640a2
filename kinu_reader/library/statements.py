"""Longer statements of SQL; each asks for many briefs at a time, whose ids or places are given as JSON."""

from __future__ import annotations

PAGE_COLUMNS = ("brief", "number", "label", "width", "height", "start", "end", "state", "label_from", "characters")

# A person may have corrected what a new version of the file will be read as again.
READ_AS = """
SELECT brief FROM edit WHERE what = 'field' AND key = '{0}' AND undone IS NULL
AND json_extract(before, '$[1]') IS NOT 'user' AND json_extract(before, '$[0]') IS :{0}
"""
SAME = f"""
SELECT id FROM shelf WHERE id IN (SELECT id FROM brief WHERE code = :code UNION {READ_AS.format("code")})
AND (institute IS :institute OR id IN ({READ_AS.format("institute")}))
AND (language IS :language OR id IN ({READ_AS.format("language")})) ORDER BY id
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

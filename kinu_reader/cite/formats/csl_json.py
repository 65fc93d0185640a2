"""CSL-JSON, as read by Zotero, pandoc and every citation processor."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kinu_reader.cite.items import csl_item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.model import Entry

NAME, EXTENSION = "CSL-JSON", ".json"


def export(entries: Sequence[Entry]) -> str:
    """Return the entries as one JSON list."""
    items = []
    for entry in entries:
        item = csl_item(entry)
        if entry.pages:
            item["number-of-pages"] = str(entry.pages)
        items.append(item)
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"

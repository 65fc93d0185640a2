"""KIEP World Economy Brief: 24-15."""

from __future__ import annotations

from kinu_reader.metadata.rules import Rules, profile

PROFILE = profile(
    Rules(
        name="world_economy_brief",
        series=r"(?i:World Economy Brief)",
        codes=((r"(?<![\d-])(?P<year>\d\d)-(?P<number>\d\d)(?!\d|-)", "{year}-{number}"),),
        expected=("code", "title", "authors", "date"),
    )
)

"""KINU Insight: studies numbered by year, 2017 No. 1, or later 19-01."""

from __future__ import annotations

from kinu_reader.metadata.rules import Rules, profile

PROFILE = profile(
    Rules(
        name="insight",
        series=r"(?i:(?:KINU )?Insight)|(?:KINU )?인사이트",
        codes=(
            (r"(?P<year>(?:19|20)\d\d)\s+No\.\s?(?P<number>\d+)", "{year} No. {number}"),
            (r"(?<![\d-])(?P<year>\d\d)-(?P<number>\d\d)(?!\d|-)", "{year}-{number}"),
        ),
        expected=("code", "title", "authors", "date"),
    )
)

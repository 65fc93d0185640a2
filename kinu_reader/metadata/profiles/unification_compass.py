"""통일나침반: essays numbered as 14-01."""

from __future__ import annotations

from kinu_reader.metadata.rules import Rules, profile

PROFILE = profile(
    Rules(
        name="unification_compass",
        series=r"통일나침반|(?i:Unification Compass)",
        codes=((r"(?<![\d-])(?P<year>\d\d)-(?P<number>\d\d)(?!\d|-)", "{year}-{number}"),),
        expected=("code", "title", "authors", "date"),
    )
)

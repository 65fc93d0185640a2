"""Articles of the International Journal of Korean Unification Studies: Vol. 17, No. 1, 2008, pp. 62-91."""

from __future__ import annotations

from kinu_reader.metadata.rules import Rules, profile

PROFILE = profile(
    Rules(
        name="korean_unification_studies",
        series=r"(?i:International Journal of Korean Unification Studies)",
        codes=(
            (
                r"(?i:Vol)\.\s?(?P<volume>\d+),?\s?(?i:No)\.\s?(?P<number>\d+)",
                "Vol. {volume}, No. {number}",
            ),
        ),
        expected=("code", "title", "authors", "date"),
    )
)

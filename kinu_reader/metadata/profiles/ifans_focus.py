"""IFANS Focus and its sisters: 2024-07E, where the letter only tells the language."""

from __future__ import annotations

from kinu_reader.metadata.rules import Rules, profile

PROFILE = profile(
    Rules(
        name="ifans_focus",
        series=r"(?i:IFANS\s?(?:Focus|Brief|Perspectives))|IFANS\s?포커스|주요국제문제분석",
        codes=((r"(?<![\d-])(?P<year>20\d\d)-(?P<number>\d\d)[EK]?(?![\dA-Z-])", "{year}-{number}"),),
        expected=("code", "title", "authors", "date"),
    )
)

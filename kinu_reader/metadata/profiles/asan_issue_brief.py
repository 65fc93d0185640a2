"""Issue Briefs of the Asan Institute: 2024-12."""

from __future__ import annotations

from kinu_reader.metadata.rules import Rules, profile

PROFILE = profile(
    Rules(
        name="asan_issue_brief",
        series=r"(?i:(?:Asan )?Issue Brief)|이슈\s?브리프",
        codes=((r"(?<![\d-])(?P<year>20\d\d)-(?P<number>\d\d)(?![\d-])", "{year}-{number}"),),
        signs=(r"아산정책연구원|(?i:\bAsan\b)",),
        expected=("code", "title", "authors", "date"),
    )
)

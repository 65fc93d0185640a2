"""이슈브리프 of the Institute for National Security Strategy: 제512호."""

from __future__ import annotations

from kinu_reader.metadata.rules import Rules, profile

PROFILE = profile(
    Rules(
        name="inss_issue_brief",
        series=r"이슈\s?브리프|(?i:Issue Brief)",
        codes=(
            (r"(?:통권\s?)?제?\s?(?P<number>\d{1,4})\s?호", "제{number}호"),
            (r"\bNo\.?\s?(?P<number>\d+)", "No. {number}"),
        ),
        signs=(r"국가안보전략연구원|\bINSS\b|Institute for National Security Strategy",),
        expected=("code", "title", "authors", "date"),
    )
)

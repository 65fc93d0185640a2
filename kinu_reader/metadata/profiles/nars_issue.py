"""이슈와 논점 of the National Assembly Research Service: 제1695호, and its sister series."""

from __future__ import annotations

from kinu_reader.metadata.rules import Rules, profile

PROFILE = profile(
    Rules(
        name="nars_issue",
        series=r"이슈와\s?논점|지표로\s?보는\s?이슈",
        codes=((r"(?:통권\s?)?제?\s?(?P<number>\d{1,4})\s?호", "제{number}호"),),
        expected=("code", "title", "authors", "date"),
    )
)

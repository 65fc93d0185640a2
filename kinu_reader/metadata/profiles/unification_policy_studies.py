"""Articles of the journal 통일정책연구: 제32권 2호, 2023."""

from __future__ import annotations

from kinu_reader.metadata.rules import Rules, profile

PROFILE = profile(
    Rules(
        name="unification_policy_studies",
        series=r"통일정책연구(?!실)",
        codes=((r"제?\s?(?P<volume>\d+)\s?권\s?제?\s?(?P<number>\d+)\s?호", "제{volume}권 {number}호"),),
        expected=("code", "title", "authors", "date"),
    )
)

"""Numbered working papers of any institute: Working Papers No. 002, Working Paper 24-03."""

from __future__ import annotations

from kinu_reader.metadata.rules import Rules, profile

PROFILE = profile(
    Rules(
        name="working_paper",
        series=r"(?:[A-Z][\w&’-]+\s){0,6}(?i:Working Papers?(?: Series)?)|워킹\s?페이퍼",
        codes=(
            (r"(?:\b(?:No|Nr|NO)\.?\s?|#\s?)(?P<number>\d+)\b", "No. {number}"),
            (r"(?<![\d-])(?P<year>\d\d(?:\d\d)?)[-/](?P<number>\d{1,3})(?![\d-])", "{year}-{number}"),
        ),
        expected=("code", "title", "authors"),
    )
)

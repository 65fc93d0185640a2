"""The Online Series: short briefs in Korean or English with a code such as CO 24-15 in head, side box or masthead."""

from __future__ import annotations

from kinu_reader.metadata.codes import EDITION
from kinu_reader.metadata.rules import Rules, profile

PROFILE = profile(
    Rules(
        name="online_series",
        series=r"(?i:Online Series)|온라인\s?시리즈",
        codes=((rf"\bCO\s?(?P<year>\d\d)\s?[-–‐‑]\s?(?P<number>\d{{2,3}})(?!\d){EDITION}", "CO {year}-{number}"),),
        telling=True,
        expected=("code", "title", "authors", "date"),
    )
)

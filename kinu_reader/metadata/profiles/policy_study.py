"""Policy studies and translated studies: 정책연구시리즈 19-02, Policy Study 19-02, PS 19-02, Study Series 18-01."""

from __future__ import annotations

from kinu_reader.metadata.codes import EDITION
from kinu_reader.metadata.rules import Rules, profile

PROFILE = profile(
    Rules(
        name="policy_study",
        series=r"(?:KINU )?정책연구시리즈|(?i:(?:KINU )?(?:Policy Study(?: Series)?|Study Series))",
        codes=(
            (
                r"(?P<name>정책연구시리즈|Policy Study|Study Series|PS)(?: Series)?\s?(?P<year>\d\d)\s?[-–]\s?"
                rf"(?P<number>\d\d)(?!\d){EDITION}",
                "{name} {year}-{number}",
            ),
        ),
        telling=True,
        expected=("code", "title", "authors", "date"),
    )
)

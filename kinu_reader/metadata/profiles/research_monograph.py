"""Research monographs: 연구총서 20-05, 협동연구총서 20-10-01, 학술회의총서 19-01, Research Monograph 20-05."""

from __future__ import annotations

from kinu_reader.metadata.codes import EDITION
from kinu_reader.metadata.rules import Rules, profile

PROFILE = profile(
    Rules(
        name="research_monograph",
        series=r"(?:KINU |경제·인문사회연구회 )?(?:협동연구총서|연구총서|학술회의총서)"
        r"|(?i:(?:KINU )?Research Monograph)|[가-힣·ㆍ ]{2,20}종합연구",
        codes=(
            (
                rf"(?P<name>연구총서|협동연구총서|학술회의총서|Research Monograph)\s?(?P<year>\d\d)\s?[-–]\s?"
                rf"(?P<number>\d\d(?:-\d\d)?)(?!\d){EDITION}",
                "{name} {year}-{number}",
            ),
            (r"(?<=종합연구 )(?P<year>20\d\d)-(?P<number>\d\d)(?![\d-])", "{year}-{number}"),
        ),
        telling=True,
        expected=("code", "title", "authors", "date"),
    )
)

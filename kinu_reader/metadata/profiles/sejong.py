"""Papers of the Sejong Institute: 세종논평, 세종포커스, 세종정책브리프, Current Issues and Policies."""

from __future__ import annotations

from kinu_reader.metadata.rules import Rules, profile

PROFILE = profile(
    Rules(
        name="sejong",
        series=r"세종\s?(?:논평|포커스|정책\s?브리프)|정세와\s?정책"
        r"|(?i:Sejong (?:Commentary|Focus|Policy Brief)|Current Issues and Policies)",
        codes=(
            (r"(?:\bNo\.?\s?|제\s?)?(?<![\d-])(?P<year>20\d\d)-(?P<number>\d\d)(?![\d-])호?", "{year}-{number}"),
            (r"제\s?(?P<number>\d{1,4})\s?호", "제{number}호"),
            (r"\bNo\.?\s?(?P<number>\d+)", "No. {number}"),
        ),
    )
)

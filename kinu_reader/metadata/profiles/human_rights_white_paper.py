"""The White Paper on Human Rights in North Korea: its number is the year, and its series is its title."""

from __future__ import annotations

from kinu_reader.metadata.rules import Rules, profile

_TITLE = "북한인권백서|(?i:White Paper on Human Rights in North Korea)"

PROFILE = profile(
    Rules(
        name="human_rights_white_paper",
        series=_TITLE,
        codes=(
            (rf"(?P<name>{_TITLE}),?\s?(?P<year>(?P<number>(?:19|20)\d\d))(?!\d)", "{name} {year}"),
            (rf"(?P<year>(?P<number>(?:19|20)\d\d))년?\s(?P<name>{_TITLE})", "{name} {year}"),
        ),
        fields={"title": rf"(?P<title>(?:(?:19|20)\d\d년?\s)?(?:{_TITLE})(?:,?\s?(?:19|20)\d\d)?)"},
        expected=("code", "title"),
    )
)

"""What a person corrected on one brief, made the pattern for its series: said of all of them, whatever is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.model import USER, Pattern, Stated, restated, stated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kinu_reader.model import Record

# What the briefs of a series may have in common.
PATTERNED = ("institute", "series", "place", "language", "copyright", "disclaimer", "url")
SOURCE = "pattern"
CODE = "{code}"  # in a url, stands for the code without its blanks


def pattern_of(
    record: Record, read_series: str | None, read_institute: str | None, fields: Iterable[str] = PATTERNED
) -> Pattern | None:
    """Return what a person typed in some fields of a brief as said of all its series, or None if it has none.

    `read_series` and `read_institute` are what was read where the person typed something else: the next brief of the
    series will be read in the same way.
    """
    series = _known(read_series, record.series)
    if not series:
        return None
    wanted = {name: stated(record, name) for name in fields if name in PATTERNED}
    given = {name: str(said.value) for name, said in wanted.items() if said.source == USER and said.value}
    code = _joined(record.code)
    if "url" in given:
        url = given.pop("url")
        if code and code in url:  # an address without it is that of one brief
            given["url"] = url.replace(code, CODE)
    return Pattern(series[-1], series, _known(read_institute, record.institute), given)


def follow(patterns: Iterable[Pattern], record: Record) -> Record:
    """Return a record as the patterns of its series want it; what a person typed stays."""
    given = {name: text for pattern in patterns if _is_of(pattern, record) for name, text in pattern.given.items()}
    if CODE in given.get("url", ""):
        code = _joined(record.code)
        given = {**given, "url": given["url"].replace(CODE, code)} if code else _without_url(given)
    news = {name: Stated(text, SOURCE) for name, text in given.items() if stated(record, name).source != USER}
    for name, said in news.items():
        was = stated(record, name)
        if was.value == said.value:  # it was read as well, only doubted perhaps
            news[name] = Stated(was.value, was.source)
    return restated(record, news)


def _is_of(pattern: Pattern, record: Record) -> bool:
    institutes = [name.casefold() for name in pattern.institutes]
    known = (record.series or "").casefold() in [name.casefold() for name in pattern.series]
    return known and (not institutes or record.institute is None or record.institute.casefold() in institutes)


def _known(*names: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _joined(code: str | None) -> str:
    return "".join((code or "").split())


def _without_url(given: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in given.items() if name != "url"}

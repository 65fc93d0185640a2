"""Northern spelling: 로동, 녀성, 력사, 비률 for the southern 노동, 여성, 역사, 비율."""

from __future__ import annotations

import re
from functools import cache

from kinu_reader.index import hanja

_INSIDE = (  # words inside a compound; others (력사) too often stand across two words (협력사업)
    "(?<=[가-힣]{2})(?:로동|녀성|녀자|녀맹|립장|련맹|랭전|륙군|량심|래일|락관|림업|로선)"
)
_RATE = "(?<=[가-힣])[률렬]"
_NOT_NORTHERN = "년"  # 년대 follows a number, also in the south, where 연대 is another word
_SYLLABLES, _FINALS, _NIEUN = 0xAC00, 28, 4


@cache
def _northern() -> re.Pattern[str]:
    first = "".join(
        reading for reading in sorted(hanja.readings()) if hanja.initial(reading) != reading not in _NOT_NORTHERN
    )
    return re.compile(f"^[{first}]|{_INSIDE}|{_RATE}")


def spellings(syllable: str) -> str:
    """Return a syllable and those that the north writes for it at the start of a word."""
    return syllable + _others().get(syllable, "")


@cache
def _others() -> dict[str, str]:
    """Return for each syllable with which a southern word begins the readings that the north leaves as they are."""
    others: dict[str, str] = {}
    for reading in sorted(hanja.readings()):
        if (south := hanja.initial(reading)) != reading:
            others[south] = others.get(south, "") + reading
    return others


def southern(eojeol: str) -> str:
    """Return an eojeol as the south spells it, syllable for syllable, or "" if that is as it stands."""
    if not _northern().search(eojeol):
        return ""
    south = _northern().sub(_southern, eojeol)
    return south if south != eojeol else ""


def _southern(found: re.Match[str]) -> str:
    """Return a word as the south begins it, but 률 and 렬 so only after a vowel or ㄴ."""
    syllable, at = found[0][0], found.start()
    if at and syllable in "률렬" and (ord(found.string[at - 1]) - _SYLLABLES) % _FINALS not in (0, _NIEUN):
        return found[0]
    return hanja.initial(syllable) + found[0][1:]

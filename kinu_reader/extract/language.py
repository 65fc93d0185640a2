"""Which language a text is in, as far as this program tells them apart: Korean, English, both, or another."""

from __future__ import annotations

import re

from kinu_reader.extract.counting import LETTERS, count

KOREAN = re.compile("[가-힣]")
NOT_ASCII = re.compile(r"[^\x00-\x7f]")
WORD = re.compile(r"[^\W\d_]+")
_COMMON = (
    "the of and to in a is that for on with as by are be this it from at which or an was were has have not its their"
    " will can should between into more than these been also but under over all other no we our such"
)
ENGLISH = frozenset(_COMMON.split())
SYLLABLE = 2.5  # letters that a syllable of Hangul stands for
MOST, SOME = 0.75, 0.2  # of the letters: one language; both
ENGLISH_SHARE = 0.12  # of the words of running English are in the list
FEW = 12  # words: a title need not hold one


def language_of(text: str, usual: str = "") -> str:
    """Return "ko", "en", "mixed", "other", or nothing for a text without words; a list of names is in the usual one."""
    if text.isascii():
        return "" if text.lower() == text.upper() else _latin(text, usual)
    latin = count(text.encode("ascii", "ignore"), LETTERS)
    others = sum(map(str.isalpha, NOT_ASCII.findall(text)))
    if not latin + others:
        return ""
    syllables = len(KOREAN.findall(text))
    korean = SYLLABLE * syllables
    total = korean + latin + others - syllables
    if korean >= MOST * total:
        return "ko"
    if korean >= SOME * total:
        return "mixed" if latin >= SOME * total else "ko"
    return _latin(text, usual) if latin >= MOST * total else "other"


def _latin(text: str, usual: str) -> str:
    return "en" if usual == "en" or _is_english(text) else "other"


def _is_english(text: str) -> bool:
    words = [word.lower() for word in WORD.findall(text)]
    common = sum(word in ENGLISH for word in words)
    return common >= ENGLISH_SHARE * len(words) or (len(words) <= FEW and text.isascii())

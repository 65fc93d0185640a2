"""Hangul as keys of the two-set keyboard (두벌식), and back: for words typed with the wrong layout, and by one key."""

from __future__ import annotations

import re
from functools import cache

_ONSETS, _VOWELS, _ENDS = (
    keys.split(" ")
    for keys in (
        "r R s e E f a q Q t T d w W c z x v g",
        "k o i O j p u P h hk ho hl y n nj np nl b m ml l",
        " r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g",
    )
)
_FIRST, _LAST, _OTHERS = ord("가"), ord("힣"), len(_VOWELS) * len(_ENDS)
_LONE = {  # letters that stand alone
    **dict(zip("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", _ONSETS, strict=True)),
    **dict(zip("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ", _VOWELS, strict=True)),
    **dict(zip("ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ", (end for end in _ENDS if len(end) == 2), strict=True)),
}
_SHIFTED = frozenset("QWERTOP")


def keys(text: str) -> str:
    """Return the keys that type Hangul, whether whole syllables or single letters; anything else stays."""
    return "".join(map(_keys, text))


def _keys(char: str) -> str:
    if not _FIRST <= ord(char) <= _LAST:
        return _LONE.get(char, char)
    onset, rest = divmod(ord(char) - _FIRST, _OTHERS)
    vowel, end = divmod(rest, len(_ENDS))
    return _ONSETS[onset] + _VOWELS[vowel] + _ENDS[end]


@cache
def _syllable() -> re.Pattern[str]:
    onsets, vowels, ends = ("|".join(sorted(some, key=len, reverse=True)) for some in (_ONSETS, _VOWELS, _ENDS[1:]))
    # an end is only what no vowel follows; of two letters the second may begin the next syllable
    return re.compile(rf"({onsets})({vowels})((?:{ends})(?!{'|'.join(_VOWELS)}))?")


def syllables(keys: str) -> str | None:
    """Return the Hangul that some keys type, or None if they do not make whole syllables."""
    text, at = "", 0
    keys = "".join(key if key in _SHIFTED else key.lower() for key in keys)
    while at < len(keys):
        match = _syllable().match(keys, at)
        if match is None:
            return None
        onset, vowel, end = match.groups(default="")
        text += chr(_FIRST + _ONSETS.index(onset) * _OTHERS + _VOWELS.index(vowel) * len(_ENDS) + _ENDS.index(end))
        at = match.end()
    return text or None

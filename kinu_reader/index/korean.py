"""Particles and endings: which part of an eojeol is the word, and which is grammar."""

from __future__ import annotations

from functools import lru_cache

HANGUL = "가-힣"
_SYLLABLES, _FINALS, _RIEUL = 0xAC00, 28, 8

_AFTER_CONSONANT = """
은 이 을 과 과의 과는 과도 으로 으로서 으로써 으로는 으로의 으로도 으로부터 이나 이며 이자 이든 이란 이라는 이라고
이라도 이었다 이었던 이다
"""
_AFTER_VOWEL = "는 가 를 와 와의 와는 와도 나 며 든 란 라는 라고 라도 였다 였던"
_AFTER_VOWEL_OR_RIEUL = "로 로서 로써 로는 로의 로도 로부터"
_AFTER_ANY = """
의 에 에는 에도 에만 에의 에서 에서는 에서도 에서의 에게 에게는 에게도 에게서 께서 한테 도 만 만의 만을 만이
까지 까지의 까지는 까지도 부터 부터의 부터는 보다 처럼 마다 조차 마저 밖에 대로 만큼 들 들의 들은 들이 들을
들도 들과 들에 들에게 들에게는 들로
"""
_VERBS = """
하였다 하였으며 했다 했던 했으며 한다 하는 하여 하고 하며 하기 하지 하면 하려는 하려고 하도록 하자 하겠다 해야 해서
함으로써 한 할 해 함
되었다 되었던 됐다 된다 되는 되어 되어야 되고 되며 되지 되면 되도록 된 될 돼 됨 시키는 시키고 시킨 시켜 시켰다
"""


_CONSONANT, _VOWEL = frozenset(_AFTER_CONSONANT.split()), frozenset(_AFTER_VOWEL.split())
_VOWEL_OR_RIEUL = frozenset(_AFTER_VOWEL_OR_RIEUL.split())
_VERB = frozenset(_VERBS.split())
_ALL = frozenset().union(_CONSONANT, _VOWEL, _VOWEL_OR_RIEUL, _AFTER_ANY.split(), _VERB)
_LONGEST = max(map(len, _ALL))


def _agrees(syllable: str, ending: str) -> bool:
    """Tell whether an ending can follow a syllable: 은 after a consonant, 는 after a vowel."""
    final = (ord(syllable) - _SYLLABLES) % _FINALS
    if ending in _CONSONANT:
        return final != 0
    if ending in _VOWEL:
        return final == 0
    return ending not in _VOWEL_OR_RIEUL or final in (0, _RIEUL)


@lru_cache(maxsize=100_000)
def stem(eojeol: str) -> str | None:
    """Return an eojeol without its ending, the longest that can be one, or None if it has none.

    One syllable may remain before a particle (북은), but not before a verb's ending: 북한 is no form of 북.
    """
    for length in range(min(_LONGEST, len(eojeol) - 1), 0, -1):
        ending, rest = eojeol[-length:], eojeol[:-length]
        if ending in _ALL and "가" <= rest[-1] <= "힣" and _agrees(rest[-1], ending):
            if len(rest) == 1 and ending in _VERB:
                continue
            return rest
    return None

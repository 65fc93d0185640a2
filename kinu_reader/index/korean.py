"""Particles and endings: which part of an eojeol is the word, and which is grammar."""

from __future__ import annotations

from functools import lru_cache

HANGUL = "가-힣"
_SYLLABLES, _FINALS, _RIEUL = 0xAC00, 28, 8

_AFTER_CONSONANT = """
은 이 을 과 과의 과는 과도 이나 이며 이자 이든 이란 이라는 이라고 이라도 이라면 이라며 이라서 이었다 이었던 이었으며
이다 이므로 이지만 이야말로 인지 인가 인가요 이었는가 이었나 일까
"""
_AFTER_VOWEL = """
는 가 를 와 와의 와는 와도 나 며 든 란 라는 라고 라도 라면 라며 라서 였다 였던 였으며 였는가 였나 므로 지만 야말로
"""
_TOWARDS = "로 로서 로써 로는 로의 로도 로만 로부터 로부터의 로부터는 로서의 로서는"  # with 으 after other consonants
_AFTER_ANY = """
의 에 에는 에도 에만 에의 에서 에서는 에서도 에서의 에서만 에서부터 에게 에게는 에게도 에게만 에게서 께서 께서는
한테 도 만 만의 만은 만을 만이 만으로 만으로는 만으로도 까지 까지의 까지는 까지도 까지만 부터 부터의 부터는 부터도
보다 보다는 보다도 처럼 처럼은 마다 조차 조차도 마저 마저도 밖에 대로 만큼 만큼은 뿐 뿐만 뿐이다 들 들의 들은 들이
들을 들도 들과 들과의 들에 들에게 들에게는 들로 들로부터 들에서 들이나 들까지 들만 들보다 들처럼
"""
_VERBS = """
하였다 하였던 하였고 하였으며 하였으나 하였지만 했다 했던 했고 했으며 했으나 했지만 한다 한다는 한다고 하는 하던
하여 하여야 하고 하며 하면서 하기 하기를 하기에 하지 하지만 하면 하려 하려는 하려고 하도록 하자 하겠다 하는데 하므로
해야 해서 해온 하게 하다 함으로써 함에 함은 함을 한 할 해 함 하였는가 하였나 했는가 했나 했나요 했을까 하는가 할까
할지 하는지 했는지 되었다 되었던 되었고 되었으며 되었으나 되었지만 됐다 됐던 됐고 됐으며 된다 된다는 되는 되던 되어
되어야 되고 되며 되면서 되기 되지 되면 되도록 되므로 되다 된 될 돼 됨 시키는 시키고 시키기 시키며 시킨 시킬 시켜
시켰다 받은 받는 받고 받아 당한 당하는 당했다 되었는가 되었나 되었나요 됐는가 됐나 되는가 될까 될지 되는지 되었는지
시키는가
"""


_VOWEL_OR_RIEUL = frozenset(_TOWARDS.split())
_CONSONANT = frozenset(_AFTER_CONSONANT.split()) | {"으" + ending for ending in _VOWEL_OR_RIEUL}
_VOWEL = frozenset(_AFTER_VOWEL.split())
_VERB = frozenset(_VERBS.split())
_ALL = frozenset().union(_CONSONANT, _VOWEL, _VOWEL_OR_RIEUL, _AFTER_ANY.split(), _VERB)
_LONGEST = max(map(len, _ALL))
_LAST = frozenset(ending[-1] for ending in _ALL)


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
    if eojeol[-1] not in _LAST:
        return None
    for length in range(min(_LONGEST, len(eojeol) - 1), 0, -1):
        ending = eojeol[-length:]
        if ending in _ALL:
            rest = eojeol[:-length]
            if "가" <= rest[-1] <= "힣" and _agrees(rest[-1], ending) and (len(rest) > 1 or ending not in _VERB):
                return rest
    return None

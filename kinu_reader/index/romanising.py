"""The syllables of Korean names in Latin letters: each in all its spellings, and how unusual each of those is.

Several systems are in use, and people spell their names as they like. A spelling is put together from those of onset,
vowel and coda. Some belong to the south (Young, Soo, Jeong), some to the north and to older books (Yong for 영, Tae for
대); the latter count only where they can be told from another name: nobody writes Lee Jong-min for 이정민, who would be
Ri Jong Min or Lee Jung-min. So a name is spelt in one *style* or the other, and what is `PLAIN` goes with both.

What is only another way of writing the same letters (Ahn and An, Kuk and Gug) is one `key`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

PLAIN, SOUTH, NORTH = "", "south", "north"
STYLES = (SOUTH, NORTH)
FIRST, LAST = ord("가"), ord("힣")
MOST = 2  # that a spelling may cost

_ONSETS, _VOWELS, _CODAS = (
    sounds.split()
    for sounds in (
        "g kk n d tt r m b pp s ss - j jj ch k t p h",
        "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i",
        "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t",
    )
)
# Spellings of each sound, "-" is nothing; a digit is what it costs, + is the south's, * the north's or an old one.
_ONSET_SPELLINGS = {
    **{onset: [onset] for onset in ["g", "n", "m", "s", "h", "k", "p"]},
    "d": ["d", "t*"],
    "r": ["r", "n1", "-1"],
    "b": ["b", "p*"],
    "j": ["j", "ch1"],
    "ch": ["ch"],
    "t": ["t"],
    "-": ["-"],
    "kk": ["k"],
    "tt": ["t", "d1"],
    "pp": ["p", "b1"],
    "ss": ["s"],
    "jj": ["j"],
}
_VOWEL_SPELLINGS = {
    **{vowel: [vowel] for vowel in ["a", "ya", "yae", "o", "wae", "oe", "we", "yo"]},
    "ae": ["ae", "e1"],
    "eo": ["eo+", "u+", "o*", "ou1+", "ur1+", "er2+", "au2+"],
    "e": ["e", "ae1", "ye1"],
    "yeo": ["yeo+", "you+", "yu+", "yo*", "ye2+", "yuo2+", "ou2+"],
    "ye": ["ye", "e1", "ae1"],
    "wa": ["wa", "ua1", "oa2"],
    "u": ["u", "oo+", "ou1+"],
    "wo": ["wo", "u2+"],
    "wi": ["wi", "ui1"],
    "yu": ["yu", "yoo+", "you1+", "yo2", "ue2"],
    "eu": ["eu", "u", "oo1+", "eo2+"],
    "ui": ["ui", "i"],
    "i": ["i", "ea2+"],
}
_CODA_SPELLINGS = {
    **{coda: [coda] for coda in ["-", "k", "n", "l", "m", "ng"]},
    "p": ["p", "b"],
    "t": ["t", "d", "s1"],
}
_INITIALS = {"g": "k", "d": "dt", "r": "rnaeiouwy", "b": "bp", "j": "jc", "-": "aeiouwy", "tt": "td", "pp": "pb"}
_ODD = {"승": "syng"}

_SAME = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        ("uh(?![aeiouwy])", "eo"),  # Suh, Huh
        ("(?<=[aeiou])h(?![aeiouwy])|(?<=[rtkp])h", ""),  # Ahn, Rhee, Thae
        ("sh", "s"),
        ("wh", "hw"),
        ("ck|c(?!h)|[gq]", "k"),
        ("z", "j"),
        ("b(?![aeiouwy])", "p"),
        ("d(?![aeiouwy])", "t"),
        ("l", "r"),
        (r"([^aeiou])\1+", r"\1"),
        ("(?<=[aeiou][kmnpr])e$", ""),  # June
        ("w(?=oo|u|ou)", ""),
        ("weo", "wo"),
        ("eui", "ui"),
        ("(?<![aeou])ie(?![ou])|ee(?![ou])|yi", "i"),
        ("ea(?!u)|ai|ay(?![aeou])", "ae"),
        ("oi|oy(?![aeou])|wae|we|woe", "oe"),
        ("yeou", "you"),
        ("yeu", "yu"),
        ("aa+", "a"),
        ("y(?![aeou])", "i"),
    )
)
_KEY = re.compile(
    "(?:(?:ch|[bdhjkmnprst])?(?:yeo|you|yoo|yae|y[aeou]|w[aio]|ue|[aeo]e|eo|eu|oo|ou|ui|u[ar]|oa|au|er|[aeiou])"
    "(?:nk|[kmnprst])?){1,3}"
)


class Spelling(NamedTuple):
    """Letters for a syllable, or for several."""

    letters: str
    cost: int  # 0: usual
    style: str  # PLAIN, SOUTH or NORTH

    def then(self, other: Spelling) -> Spelling | None:
        """Return both, one after the other; None if they do not go together."""
        if self.style and other.style and self.style != other.style:
            return None
        both = self.cost + other.cost
        return Spelling(self.letters + other.letters, both, self.style or other.style) if both <= MOST else None


@lru_cache(maxsize=50_000)
def key(word: str) -> str:
    """Return what all spellings of a word with the same letters in them have in common; the word is in lower case."""
    for pattern, letters in _SAME:
        word = pattern.sub(letters, word)
    return word


def is_key(text: str) -> bool:
    """Tell whether a key can be that of syllables of Korean."""
    return _KEY.fullmatch(text) is not None


@cache
def spellings(syllable: str, syllables: frozenset[str]) -> tuple[Spelling, ...]:
    """Return the spellings of a syllable; `syllables` are those from which it is to be told apart."""
    onset, vowel, coda = sounds(syllable)
    found: dict[tuple[str, str], Spelling] = {}
    for first in _ONSET_SPELLINGS[onset]:
        for middle in _VOWEL_SPELLINGS[vowel]:
            for last in _CODA_SPELLINGS[coda]:
                one = _put_together((onset, vowel, coda), (first, middle, last), syllables)
                if one is not None:
                    best = found.setdefault((one.letters, one.style), one)
                    found[one.letters, one.style] = min(one, best)
    odd = [Spelling(letters, 1, PLAIN) for letters in _ODD.get(syllable, "").split()]
    return (*sorted(found.values(), key=lambda one: one.cost), *odd)


def _put_together(
    said: tuple[str, str, str], parts: tuple[str, str, str], syllables: frozenset[str]
) -> Spelling | None:
    whole = Spelling("", 0, PLAIN)
    for at, part in enumerate(parts):
        letters = part.rstrip("+*012")
        if at == 1 and letters in ("er", "ur") and said[2] != "-":  # Her, Hur
            return None
        style = SOUTH if part.endswith("+") else PLAIN
        if part.endswith("*"):
            other = (*said[:at], letters, *said[at + 1 :])  # what these letters are in the south
            style = NORTH if _compose(*other) in syllables else PLAIN
        cost = int("".join(filter(str.isdigit, part)) or 0)
        added = whole.then(Spelling(letters.replace("-", ""), cost, style))
        if added is None:
            return None
        whole = added
    return whole


def sounds(syllable: str) -> tuple[str, str, str]:
    """Return onset, vowel and coda as the official romanisation has them; "-" is nothing."""
    onset, rest = divmod(ord(syllable) - FIRST, 588)
    return _ONSETS[onset], _VOWELS[rest // 28], _CODAS[rest % 28]


def initials(syllable: str) -> str:
    """Return the letters with which the key of a spelling of a syllable may begin."""
    onset = sounds(syllable)[0]
    return _INITIALS.get(onset, onset[0])


def _compose(onset: str, vowel: str, coda: str) -> str:
    """Return the syllable with these sounds, of several codas that sound alike the first."""
    return chr(FIRST + _ONSETS.index(onset) * 588 + _VOWELS.index(vowel) * 28 + _CODAS.index(coda))

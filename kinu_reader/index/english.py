"""English words: American for British spelling, and the stem."""

from __future__ import annotations

import re
import warnings
from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

_VERB = "e|ed|es|er|ers|ing|able"
_AFTER_OUR = "s|ed|ings?|ites?|abl[ey]|ful|fully|ers?|hoods?|ly|less|is[tm]s?|al"
_RULES = tuple(
    (re.compile(pattern), american)
    for pattern, american in (
        # Each rule holds for all forms of a word or for none, and only likeness counts: "promize" is nobody's
        # spelling, but it is the same for "promise" and "promised".
        (rf"(?<=[aeiouy])([^aeiouy]+)is(?=(?:{_VERB}|ations?|ational|ationally)$)", r"\1iz"),
        (rf"(?<=[aeo])lys(?=(?:{_VERB})$)", "lyz"),
        (rf"(?<=[aeiou])([^aeiou]+i?)our(?=(?:{_AFTER_OUR})?$)", r"\1or"),
        (r"(?<=[a-z]{2})([tbgv])re(?=s?$)", r"\1er"),
        (r"(?<=[a-z]{2})([tbgv])red$", r"\1ered"),
        (r"(?<=[aeiou])([^aeiou]+)([aeiou])ll(?=(?:s|ed|ing|ers?|ors?|ments?|ful|ations?)?$)", r"\1\2l"),
        (r"^(def|off|lic|pret)enc(?=e|ing)", r"\1ens"),
        (r"(?<=[aeiou])([^aeiou]+)ogue(?=[sd]?$)", r"\1og"),
        (r"(?<=[aeiou]log)ue(?=[sd]?$)", ""),
        (r"^(acknowledge|judge|age)(?=(?:ments?|ing)$)", lambda match: match[1][:-1]),
        (r"^paed(?=[io])|^(?:an)?aem|^ha?em(?=[ao])", lambda match: match[0].replace("ae", "e")),
        (r"^(medi|prim)aev|^archaeo|(?<=^encyclop)aed", lambda match: match[0].replace("ae", "e")),
    )
)
_WORDS = {
    "aluminium": "aluminum",
    "artefact": "artifact",
    "enquiry": "inquiry",
    "grey": "gray",
    "manoeuvre": "maneuver",
    "mould": "mold",
    "plough": "plow",
    "practise": "practice",
    "programme": "program",
    "sceptic": "skeptic",
    "sceptical": "skeptical",
    "scepticism": "skepticism",
    "towards": "toward",
    "skilful": "skillful",
    "tyre": "tire",
    "wilful": "willful",
}


def american(word: str) -> str:
    """Return an English word as Americans spell it; what is spelt the same everywhere becomes no other word."""
    plural = word.endswith("s")
    single = _WORDS.get(word) or (_WORDS.get(word[:-1]) if plural else None)
    if single:
        return single + "s" * (plural and word not in _WORDS)
    if len(word) < 5:
        return word
    if _any_rule().search(word):
        for pattern, replacement in _RULES:
            word = pattern.sub(replacement, word)
    return word


@cache
def _any_rule() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in _RULES))


@cache
def _stemmer() -> Callable[[str], str]:
    with warnings.catch_warnings():  # Whoosh has invalid escapes; late, because parsing a query needs none of it
        warnings.simplefilter("ignore")
        from whoosh.lang.snowball.english import EnglishStemmer

    return cast("Callable[[str], str]", EnglishStemmer().stem)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the Snowball stem of an English word in American spelling; other words come back as they are."""
    return _stemmer()(american(word)) if word.isascii() else word

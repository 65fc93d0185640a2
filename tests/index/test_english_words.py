"""English words: two spellings of one word, hyphens, possessives, acronyms."""

from __future__ import annotations

import pytest

from kinu_reader.index import highlights, parse
from kinu_reader.index.english import stem

ALIKE = """
organise organize / organisation organization / colour color / neighbouring neighboring / favourite favorite
behaviour behavior / centre center / theatres theaters / centred centered / travelled traveled
modelling modeling / fulfil fulfill / skilful skillful / enrol enroll / instalment installment / defence defense
licence license / dialogue dialog / analyse analyze / programme program / programmes programs / grey gray
judgement judgment / ageing aging / sceptical skeptical / denuclearisation denuclearization
paediatric pediatric / archaeology archeology / manoeuvre maneuver / honourable honorable / signalling signaling
calibre caliber / rising rise / raised raise / controlled control / policies policy / realised realize
counsellor counselor / tyres tires
"""
UNLIKE = "four for / our or / tour tor / pour por / there theer / wise wize / police policy / science scene"


def pairs(listed: str) -> list[tuple[str, str]]:
    both = [pair.split() for line in listed.strip().splitlines() for pair in line.split(" / ")]
    return [(one, other) for one, other in both]


@pytest.mark.parametrize(("one", "other"), pairs(ALIKE))
def test_spellings_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), pairs(UNLIKE))
def test_other_words_keep_their_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("labour", "the labor party", ["labor"]),
        ("re-unification", "reunification at last", ["reunification"]),
        ("reunification", "a re-unification at last", ["re-unification"]),
        ("D.P.R.K.", "the DPRK said", ["DPRK"]),
        ("DPRK", "the D.P.R.K. said", ["D.P.R.K"]),
        ("neighbours", "our neighbor’s house", ["neighbor"]),
        ("dying", "to die", ["die"]),
        ("anaemic", "anemic growth", ["anemic"]),
    ],
)
def test_marks(query: str, text: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in highlights(parse(query), text)] == marked

"""How much each need of a query counts: in a question the words that only make it a question count little."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kinu_reader.index.folding import fold
from kinu_reader.model import ClauseKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.model import Need

LONG = 5  # needs; in fewer a person means each word
LITTLE = 0.2
_SMALL_WORDS = """
a about above across after again against ago all along already also although always among amongst an and any anyone
are around as at away be became because become becomes been before being below beside besides between beyond both
but by can concerning could despite did do does done down during each either else ever every except few find
following for found from further gave give given had has have having he here hers herself him himself his how
however i if in instead into is it its itself just know known less let like likely made make many may me meanwhile
might more most much must my myself near nearly neither never nevertheless next no none nor not nothing now obtained
of off often on one only onto or other our ours ourselves out over own per perhaps please possible present presently
quite rather really regarding said same say says seem seems several she should show since so some somehow something
sometimes still such tell than that the their them then there therefore these they this those through thus to too
toward towards under unless unlike until up upon us use used using usually very via want was we well were what
whatever when whenever where whereas whereby wherein wherever whether which while who whoever whom whose why will
with within without would yes yet you your 무엇 무엇인가 무엇을 무엇이 무엇인지 어떤 누구 누구인가 누구의 언제
언제인가 어디 어디인가 어디에서 무슨 몇 왜 어떻게 얼마 얼마나 어느 것 것은 것을 것이 수 때 이 그 저 및 등 한 있는
있다 하는 된 대한 대해 위해 위한 관한 따른 통해 인가 뭐
"""


@cache
def _small_words() -> frozenset[str]:
    return frozenset(_SMALL_WORDS.split())


def importance(needs: Sequence[Need]) -> list[float]:
    """Return for each need how much it counts, at most 1."""
    if len(needs) < LONG:
        return [1.0] * len(needs)
    return [LITTLE if _is_small(need) else 1.0 for need in needs]


def _is_small(need: Need) -> bool:
    return all(clause.kind is ClauseKind.WORD and fold(clause.text) in _small_words() for clause in need.any_of)

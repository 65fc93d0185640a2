"""Why a brief does not answer a query."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kinu_reader.index.matching import frequencies
from kinu_reader.index.spelling import close_words

if TYPE_CHECKING:
    from kinu_reader.index.postings import Keys
    from kinu_reader.index.snapshot import Snapshot
    from kinu_reader.model import Need, Query


@dataclass(frozen=True)
class Reason:
    """How one need of a query fares in a brief."""

    need: Need
    met: bool  # also where a banned need is met, which then excludes the brief
    passages: tuple[int, ...]  # where
    close: tuple[str, ...]  # words that the brief holds instead


@dataclass(frozen=True)
class Explanation:
    """Why a brief answers a query, or does not."""

    known: bool  # the index has the brief
    reasons: tuple[Reason, ...]

    @property
    def answers(self) -> bool:
        """Whether every need is met, and no banned one."""
        return self.known and bool(self.reasons) and all(reason.met != reason.need.banned for reason in self.reasons)


def explain(snapshot: Snapshot, query: Query, brief: int, *, exact: bool = False) -> Explanation:
    """Return how each need of a query fares in a brief."""
    documents = np.array(snapshot.documents_of([brief]), np.int64)
    if not len(documents):
        return Explanation(False, ())
    return Explanation(True, tuple(_reason(snapshot, need, documents, exact=exact) for need in query.needs))


def _reason(snapshot: Snapshot, need: Need, documents: np.ndarray, *, exact: bool) -> Reason:
    often = frequencies(snapshot, need, exact=exact)[documents]
    passages = snapshot.number[documents[(often > 0) & snapshot.is_passage[documents]]]
    close: list[str] = []
    if not often.any() and not need.banned:
        for clause in need.typed:
            close += close_words(snapshot, clause.text, lambda base, keys: _inside(keys, base, documents))
    return Reason(need, bool(often.any()), tuple(passages.tolist()), tuple(dict.fromkeys(close)))


def _inside(keys: Keys, base: int, documents: np.ndarray) -> int:
    """Count the places that are in some documents."""
    bounds = (np.stack([documents, documents + 1]) - base).clip(0).astype(np.uint64) << np.uint64(32)
    first, end = np.searchsorted(keys, bounds)
    return int((end - first).sum())

"""A search that costs too much says so, and gives what it has found by then."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest

from kinu_reader.cli import shapes, words
from kinu_reader.index import Limit, parse
from kinu_reader.model import SearchRequest
from kinu_reader.tasks.searching import search

if TYPE_CHECKING:
    from kinu_reader.tasks.archive import Archive

COSTLY = "unification OR policy OR 통일 OR con* OR humanitarian -nothingofthat energy"


def ticking(seconds: float) -> Limit:
    """A limit whose clock moves on by a second whenever it is looked at."""
    return Limit(seconds, clock=map(float, count()).__next__)


def test_with_enough_time_nothing_is_cut_short(full_shelf: Archive) -> None:
    result = search(full_shelf, SearchRequest(COSTLY), ticking(10_000))
    assert not result.cut_short
    assert "partial_results" not in shapes.result(result)
    assert "cut short" not in words.result(result)


@pytest.mark.parametrize("seconds", [1, 2, 3, 4, 6, 9, 14])
def test_a_search_that_is_cut_short_says_so(full_shelf: Archive, seconds: float) -> None:
    result = search(full_shelf, SearchRequest(COSTLY), ticking(seconds))
    assert result.cut_short
    assert shapes.result(result)["partial_results"] is True
    assert "cut short" in words.result(result)


def test_what_was_looked_for_in_time_is_found(full_shelf: Archive) -> None:
    index = full_shelf.index
    whole = index.find(parse("unification"))
    part = index.find(parse("unification energy"), limit=ticking(3))  # asked before each need, and in it
    assert whole.ids
    assert part.cut_short
    assert part.ids == whole.ids


def test_what_must_not_be_there_is_heeded_without_time(full_shelf: Archive) -> None:
    query = parse("unification -policy")
    held = set(full_shelf.index.find(parse("policy")).ids)
    assert held.isdisjoint(full_shelf.index.find(query, limit=ticking(3)).ids)
    assert not full_shelf.index.find(query, limit=ticking(0)).ids


def test_marks_are_left_out_when_the_time_is_over(full_shelf: Archive) -> None:
    in_time = search(full_shelf, SearchRequest("policy"))
    late = search(full_shelf, SearchRequest("policy"), ticking(4))
    assert [answer.brief for answer in late.answers] == [answer.brief for answer in in_time.answers]
    marks = [len(hit.highlights) for answer in late.answers for hit in answer.passages]
    assert 0 in marks

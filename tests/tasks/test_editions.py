from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.tasks.editions import Evidence, confirm, evidence, proposals, refuse, undo

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinu_reader.tasks.archive import Archive


def pairs(archive: Archive) -> set[tuple[str | None, str | None]]:
    return {(proposal.one.code, proposal.other.code) for proposal in proposals(archive)}


def test_editions_with_other_codes_are_proposed_with_their_reasons(full_shelf: Archive) -> None:
    assert pairs(full_shelf) == {("No. 9", "제9호"), ("No. 12", "제12호")}  # the rest is sound by the rule
    first = proposals(full_shelf)[0]
    assert not first.shown
    assert {reason.evidence for reason in first.reasons} == {
        *(Evidence.NUMBER, Evidence.DAY, Evidence.AUTHORS, Evidence.TEXT),
    }
    assert 0.5 <= first.score <= 1


def test_decisions_of_a_person_hold_and_are_taken_back(full_shelf: Archive) -> None:
    first, second = proposals(full_shelf)
    confirmed = confirm(full_shelf, first.other.id, first.one.id)
    refuse(full_shelf, second.one.id, second.other.id)
    assert proposals(full_shelf) == []
    brief = full_shelf.library.brief(first.one.id)
    assert brief is not None
    assert brief.editions == (first.other.id,)
    refused = refuse(full_shelf, first.one.id, first.other.id)
    undo(full_shelf, refused)
    brief = full_shelf.library.brief(first.one.id)
    assert brief is not None
    assert brief.editions == (first.other.id,)
    undo(full_shelf, confirmed)
    assert [proposal.one.id for proposal in proposals(full_shelf)] == [first.one.id]


def test_what_the_rule_takes_for_editions_on_little_evidence_is_proposed(
    shelf: Archive, shelve: Callable[..., int]
) -> None:
    shelve("Ferries in 1987, 1988 and 1989.", code="No. 3", language="en", date="2024")
    shelve("감자 수확은 2001년, 2002년, 2003년.", code="No. 3", language="ko", date="2024")
    (proposal,) = proposals(shelf)
    assert proposal.shown
    assert [reason.evidence for reason in proposal.reasons] == [Evidence.CODE]
    assert proposal.score < 0.5


def test_a_shared_author_alone_is_not_enough(shelf: Archive, shelve: Callable[..., int]) -> None:
    record = {"date": "2024-02-20", "institute": "I"}
    one = shelve("Ferries in 1987, 1988, 1989.", language="en", code="No. 3", **record)
    other = shelve("감자 2001년, 2002년, 2003년.", language="ko", code="제4호", **record)
    assert proposals(shelf) == []
    found = evidence(shelf, other, one)
    assert found is not None
    assert [reason.evidence for reason in found.reasons] == [Evidence.DAY]
    assert evidence(shelf, one, 99) is None

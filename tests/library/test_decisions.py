from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kinu_reader.model import Carried, Relation

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinu_reader.tasks.archive import Archive


@pytest.fixture
def two(shelve: Callable[..., int]) -> tuple[int, int]:
    """A brief and its edition."""
    return (
        shelve("one", code="CO 24-15", date="2024-02-20", language="en"),
        shelve("하나", code="CO 24-15", date="2024-02-27", language="ko"),
    )


def editions(archive: Archive, id: int) -> tuple[int, ...]:
    brief = archive.library.brief(id)
    assert brief is not None
    return brief.editions


def test_a_refused_pair_is_no_edition_until_that_is_taken_back(shelf: Archive, two: tuple[int, int]) -> None:
    one, other = two
    assert editions(shelf, one) == (other,)
    refused = shelf.library.decisions.decide(other, one, Relation.EDITION, holds=False)
    assert (refused.one, refused.other, refused.before) == (one, other, None)
    assert editions(shelf, one) == editions(shelf, other) == ()
    forgotten = shelf.library.decisions.decide(one, other, Relation.EDITION, holds=None)
    assert forgotten.before is False
    assert editions(shelf, other) == (one,)


def test_a_confirmed_pair_is_an_edition_whatever_it_is_called(
    shelf: Archive, two: tuple[int, int], shelve: Callable[..., int]
) -> None:
    far = shelve("three", code="No. 7", date="1999-01-01", language="en")
    shelf.library.decisions.decide(far, two[0], Relation.EDITION, holds=True)
    assert editions(shelf, two[0]) == (two[1], far)
    assert editions(shelf, far) == (two[0],)
    assert shelf.library.decisions.pairs(Relation.EDITION) == {(two[0], far): True}
    shelf.library.bin.put([far])
    assert editions(shelf, two[0]) == (two[1],)
    with pytest.raises(ValueError, match="no pair"):
        shelf.library.decisions.decide(far, far, Relation.EDITION, holds=True)


@pytest.mark.parametrize(
    ("date", "near"), [("2024-05-22", True), ("2024-05-30", False), ("2024", True), ("2024-09", True), (None, True)]
)
def test_dates_that_are_near(shelf: Archive, shelve: Callable[..., int], date: str | None, near: bool) -> None:
    one = shelve("one", code="CO 24-15", date="2024-02-20", language="en")
    other = shelve("하나", code="CO 24-15", date=date, language="ko")
    assert editions(shelf, one) == ((other,) if near else ())


def test_decisions_on_duplicates_and_editions_do_not_meet(shelf: Archive, two: tuple[int, int]) -> None:
    shelf.library.decisions.decide(*two, Relation.DUPLICATE, holds=False)
    assert editions(shelf, two[0]) == (two[1],)
    assert shelf.library.decisions.pairs(Relation.EDITION) == {}


def test_cards_are_of_the_shelf(shelf: Archive, two: tuple[int, int]) -> None:
    first, second = shelf.library.decisions.cards()
    assert (first.id, first.code, first.language, second.date) == (two[0], "CO 24-15", "en", "2024-02-27")
    shelf.library.bin.put([two[0]])
    assert [card.id for card in shelf.library.decisions.cards()] == [two[1]]


def test_what_does_not_exist_is_kept_once(shelf: Archive) -> None:
    decisions = shelf.library.decisions
    for _ in range(2):
        decisions.mark_absent("Institute", "Series", "CO24-03", True)
    assert decisions.absent() == {("Institute", "Series", "CO24-03")}
    decisions.mark_absent("Institute", "Series", "CO24-03", False)
    assert decisions.absent() == set()


def test_belongings_are_copied_and_taken_back(shelf: Archive, two: tuple[int, int]) -> None:
    one, other = two
    with shelf.library._connections.write() as connection:
        connection.executemany("INSERT INTO tag VALUES (?, ?)", [(one, "sea"), (one, "rail"), (other, "rail")])
        connection.execute("INSERT INTO collection (id, name) VALUES (1, 'To cite')")
        connection.execute("INSERT INTO collected VALUES (1, ?)", (one,))
    carried = shelf.library.belongings.copy(one, other)
    assert carried == Carried(("sea",), (1,))
    brief = shelf.library.brief(other)
    assert brief is not None
    assert brief.tags == ("rail", "sea")
    assert shelf.library.belongings.copy(one, other) == Carried()
    shelf.library.belongings.take_back(other, carried)
    brief = shelf.library.brief(other)
    assert brief is not None
    assert brief.tags == ("rail",)
    assert shelf.library.belongings.copy(one, other) == carried

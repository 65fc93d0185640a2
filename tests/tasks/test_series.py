from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kinu_reader.tasks.duplicates import not_duplicates
from kinu_reader.tasks.editions import confirm
from kinu_reader.tasks.series import SeriesYear, SlotState, mark_absent, series

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinu_reader.tasks.archive import Archive


@pytest.fixture
def online(shelve: Callable[..., int]) -> Callable[..., int]:
    """Put briefs of a series counted by the year on the shelf."""

    def put(number: int, date: str = "2024-02-20", language: str = "en", **record: object) -> int:
        known = {"institute": "Institute", "series": "Online Series", "year": 2024, "number": str(number)}
        return shelve(**{**known, "code": f"CO 24-{number:02}", "date": date, "language": language, **record})

    return put


def said(year: SeriesYear, state: SlotState) -> list[str]:
    return [slot.code for slot in year.of(state)]


def test_what_is_there_and_what_is_missing(shelf: Archive, online: Callable[..., int]) -> None:
    for number in (1, 2, 5):
        online(number)
    online(2, year=2023, code="CO 23-02", date="2023-05-01")
    (run,) = series(shelf)
    assert [year.year for year in run.years] == [2024, 2023]
    assert said(run.years[0], SlotState.PRESENT) == ["CO 24-01", "CO 24-02", "CO 24-05"]
    assert said(run.years[0], SlotState.MISSING) == ["CO 24-03", "CO 24-04"]
    assert [slot.number for slot in run.years[0].slots] == [1, 2, 3, 4, 5]
    assert said(run.years[1], SlotState.MISSING) == ["CO 23-01"]
    assert (run.count(SlotState.MISSING), run.briefs) == (3, 4)


def test_a_number_marked_as_never_published_is_not_missing(shelf: Archive, online: Callable[..., int]) -> None:
    online(2)
    mark_absent(shelf, "Institute", "Online Series", "co 24-01")
    (run,) = series(shelf)
    assert said(run.years[0], SlotState.ABSENT) == ["CO 24-01"]
    assert run.count(SlotState.MISSING) == 0
    mark_absent(shelf, "Institute", "Online Series", "CO 24-01", absent=False)
    assert series(shelf)[0].count(SlotState.MISSING) == 1
    mark_absent(shelf, "Institute", "Online Series", "CO 24-01")
    online(1)  # it was published after all
    assert said(series(shelf)[0].years[0], SlotState.PRESENT) == ["CO 24-01", "CO 24-02"]


def test_two_languages_of_a_series_are_one(shelf: Archive, online: Callable[..., int]) -> None:
    korean = {"institute": "연구원", "series": "온라인시리즈", "language": "ko"}
    online(1), online(2), online(1, **korean)
    (run,) = series(shelf)
    assert run.names == (("Institute", "Online Series"), ("연구원", "온라인시리즈"))
    assert [slot.languages for slot in run.slots] == [("en", "ko"), ("en",)]
    assert not any(slot.duplicate for slot in run.slots)
    assert [found.name for found in series(shelf, "온라인")] == ["Online Series"]
    assert series(shelf, "zeppelin") == []
    mark_absent(shelf, "연구원", "온라인시리즈", "CO 24-03")
    mark_absent(shelf, "Institute", "Online Series", "CO 24-03", absent=False)  # said under its other name
    assert shelf.library.decisions.absent() == set()


def test_series_of_one_name_without_common_briefs_stay_apart(shelf: Archive, online: Callable[..., int]) -> None:
    online(1), online(2), online(3)
    for number in (11, 12, 13, 14):
        online(number, institute="연구원", series="온라인시리즈", language="ko")
    online(4, institute="Another Institute")
    assert [(run.institute, run.briefs) for run in series(shelf)] == [
        ("연구원", 4),
        ("Institute", 3),
        ("Another Institute", 1),
    ]


def test_the_same_code_twice_in_one_language(shelf: Archive, online: Callable[..., int]) -> None:
    first, second = online(1, title="One"), online(1, title="Another")
    assert [slot.duplicate for slot in series(shelf)[0].slots] == [True]
    not_duplicates(shelf, first, second)
    assert [slot.duplicate for slot in series(shelf)[0].slots] == [False]


def test_a_number_dated_before_a_lower_one(shelf: Archive, online: Callable[..., int]) -> None:
    for number, date in ((1, "2024-01-05"), (2, "2024-02-01"), (3, "2024-01-20"), (4, "2024-03-01"), (5, "2024")):
        online(number, date=date)
    assert [slot.number for slot in series(shelf)[0].slots if slot.out_of_order] in ([2], [3])


def test_numbers_that_run_on_have_gaps_only_where_they_are_dense(shelf: Archive, online: Callable[..., int]) -> None:
    for number, year in ((3, 1999), (2101, 2023), (2103, 2023), (2104, 2024), (2106, 2024)):
        online(number, series="이슈와 논점", code=f"제{number}호", year=year, date=f"{year}-05-01")
    (run,) = series(shelf)
    assert [(year.year, said(year, SlotState.MISSING)) for year in run.years] == [
        (2024, ["제2105호"]),
        (2023, ["제2102호"]),
        (1999, []),
    ]


def test_briefs_without_a_number_are_shown_all_the_same(
    shelf: Archive, online: Callable[..., int], shelve: Callable[..., int]
) -> None:
    online(1)
    shelve(institute="UN", series="General Assembly", code="A/79/235", year=2024)
    online(7, series=None)
    runs = {run.name: run for run in series(shelf)}
    assert set(runs) == {"Online Series", "General Assembly"}
    (slot,) = runs["General Assembly"].slots
    assert (slot.code, slot.number, slot.state) == ("A/79/235", None, SlotState.PRESENT)


def test_confirmed_editions_bring_series_together(shelf: Archive, online: Callable[..., int]) -> None:
    english = online(9, series="Issue Brief", code="No. 9")
    korean = online(9, series="이슈브리프", code="제9호", language="ko")
    assert len(series(shelf)) == 2
    confirm(shelf, english, korean)
    (run,) = series(shelf)
    assert run.briefs == 2
    assert not run.slots[0].duplicate

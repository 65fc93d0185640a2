"""The tabs as a list: there is always one, and what is read is never lost sight of."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kinu_reader.ui.desk.open_briefs import OpenBriefs, Tab

deeds = st.lists(st.tuples(st.sampled_from(["add", "close", "reopen", "move"]), st.integers(0, 6), st.integers(0, 6)))


@given(deeds)
def test_something_is_always_read(deeds: list[tuple[str, int, int]]) -> None:
    briefs, made = OpenBriefs([Tab(1)]), 1
    for deed, at, to in deeds:
        read, several = briefs.tab, len(briefs.tabs) > 1
        if deed == "add":
            made += 1
            briefs.add(Tab(made))
            assert briefs.tab.brief == made
        elif deed == "close":
            was_read = at == briefs.current
            other_is_read = briefs.close(at)
            assert other_is_read == (several and was_read)
            assert other_is_read == (briefs.tab is not read)
        elif deed == "reopen":
            assert briefs.reopen() == (briefs.tab is not read)
        elif at < len(briefs.tabs) and to < len(briefs.tabs):
            briefs.move(at, to)
            assert briefs.tab is read
        assert 0 <= briefs.current < len(briefs.tabs)


def test_what_was_closed_last_comes_back_first() -> None:
    briefs = OpenBriefs([Tab(1), Tab(2), Tab(3)], current=2)
    assert briefs.close(2)
    assert briefs.tab.brief == 2
    assert not briefs.close(0)
    assert not briefs.close(0), "the last one stays"
    assert briefs.reopen()
    assert briefs.reopen()
    assert [tab.brief for tab in briefs.tabs] == [2, 1, 3]
    assert briefs.tab.brief == 3
    assert not briefs.reopen()


def test_a_tab_that_is_not_there_is_not_read() -> None:
    assert OpenBriefs([Tab(1)], current=7).tab.brief == 1
    assert OpenBriefs([]).tab == Tab()


def test_briefs_that_are_gone_leave_no_tab_behind_the_one_that_is_read() -> None:
    briefs = OpenBriefs([Tab(1), Tab(2), Tab(3), Tab(1)], current=2)
    briefs.drop({1, 3})
    assert [tab.brief for tab in briefs.tabs] == [2, 3]
    assert briefs.tab.brief == 3
    briefs.name(2, "CO 24-15", "Horizons")
    assert (briefs.tabs[0].code, briefs.tabs[0].title) == ("CO 24-15", "Horizons")

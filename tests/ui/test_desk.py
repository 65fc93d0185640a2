"""What is open: tabs, the way back, what was read lately, and all of it after a restart."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from kinu_reader.model import Filters, Standing
from kinu_reader.settings import Desk, Settings
from kinu_reader.ui.results.model import RowKind
from kinu_reader.ui.sidebar import ENTRY, Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.window import Window

WAIT = 20_000
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def searched(qtbot: QtBot, window: Window, text: str) -> None:
    with qtbot.waitSignal(
        window.session.answered, timeout=WAIT, check_params_cb=lambda result: result.request.text == text
    ):
        window.top.search.setText(text)
    settled(qtbot, window)


def settled(qtbot: QtBot, window: Window) -> None:
    """Wait until the reader shows what was wished for last."""
    qtbot.waitUntil(lambda: window.reading.shown is not None, timeout=WAIT)


def shows(qtbot: QtBot, window: Window, brief: int) -> None:
    def shown() -> bool:
        document = window.reader.document
        return document is not None and document.brief == brief and window.reading.shown is not None

    qtbot.waitUntil(shown, timeout=WAIT)


def current(window: Window) -> int:
    document = window.reader.document
    assert document is not None
    return document.brief


def stands(window: Window, at: Standing | None) -> bool:
    """Tell whether one reads at a place, give or take what scroll bars at the edges take of the view."""
    here = window.reader.pages.standing
    assert here is not None
    assert at is not None
    return here.zoom == at.zoom and abs(here.page + here.down - at.page - at.down) < 0.01


def titles(window: Window) -> list[int]:
    return [tab.brief for tab in window.desk.tabbing.briefs.tabs]


def others(window: Window) -> list[int]:
    """Return the briefs of the list other than the one that is read, those with several pages first."""
    rows = window.results.view.rows
    listed = [rows.row(at).answer.brief for at in range(rows.rowCount()) if rows.row(at).kind is RowKind.BRIEF]
    found = [brief for brief in listed if brief.id != current(window)]
    return [brief.id for brief in sorted(found, key=lambda brief: -brief.pages)]


@pytest.fixture
def read(window: Window, qtbot: QtBot) -> Window:
    """A window on the sample archive in which a brief is read."""
    settled(qtbot, window)
    return window


# ---- where one left off


def test_a_brief_opens_where_it_was_left_off(read: Window, qtbot: QtBot) -> None:
    first, second = others(read)[:2]
    read.places.read(first)
    shows(qtbot, read, first)
    read.reader.pages.set_zoom(1.5)
    read.reader.pages.verticalScrollBar().setValue(700)
    left = read.reader.pages.standing
    read.places.read(second)
    shows(qtbot, read, second)
    assert read.reader.pages.standing != left
    read.places.read(first)
    shows(qtbot, read, first)
    assert stands(read, left)
    assert read.reader.pages.zoom == 1.5


def test_what_one_stays_with_is_recent_and_what_flashes_past_is_not(
    read: Window, qtbot: QtBot, full_shelf: Archive
) -> None:
    visits = full_shelf.library.visits
    brief, other = current(read), others(read)[0]
    assert read.reading.visiting.rest.isActive()
    read.reading.visiting.rest.timeout.emit()
    qtbot.waitUntil(lambda: visits.last(brief) is not None, timeout=WAIT)
    read.places.read(other)
    shows(qtbot, read, other)
    read.places.read(brief)
    shows(qtbot, read, brief)
    assert visits.last(other) is None
    recents = [read.sidebar.item(at) for at in range(read.sidebar.count())]
    qtbot.waitUntil(lambda: any(read.sidebar.item(at).text() == "Recent" for at in range(read.sidebar.count())))
    recents = [read.sidebar.item(at) for at in range(read.sidebar.count())]
    with qtbot.waitSignal(read.session.answered, timeout=WAIT) as blocker:
        read.sidebar.setCurrentItem(next(item for item in recents if item.text() == "Recent"))
    assert [answer.brief.id for answer in blocker.args[0].answers] == [brief]


def test_the_palette_begins_with_what_was_read_lately(read: Window, qtbot: QtBot, full_shelf: Archive) -> None:
    brief, other = others(read)[:2]
    full_shelf.library.visits.note(brief, Standing(1, 0.0))
    full_shelf.library.visits.note(other, Standing(1, 0.0))
    full_shelf.library.visits.note(current(read), Standing(1, 0.0))
    read.find_command()
    palette = read.palette_pane
    qtbot.waitUntil(lambda: palette.list.item(0).text() == "Recent", timeout=WAIT)
    known = full_shelf.library.briefs([other, brief])
    titles = [known[id].record.title for id in (other, brief)]
    assert [palette.list.item(at).data(ENTRY).title for at in (1, 2)] == titles, "what is read is not offered"
    assert palette.list.item(3).text() == "Commands"
    qtbot.keyClicks(palette.field, "next")
    assert palette.list.item(0).text() == "Commands"
    palette.leave()


def test_who_reads_at_the_top_stays_there_in_a_wider_window(read: Window, qtbot: QtBot) -> None:
    assert read.reader.pages.standing == Standing(1, 0.0)
    read.show_details(False)
    read.resize(read.width() + 200, read.height() - 100)
    assert read.reader.pages.standing == Standing(1, 0.0)


# ---- back and forward across briefs


def test_following_an_edition_can_be_undone(read: Window, qtbot: QtBot) -> None:
    searched(qtbot, read, '"diplomatic horizon"')
    english, at = current(read), read.reader.pages.standing
    button = next(b for b in read.details.findChildren(QToolButton) if b.accessibleName() == "Open this edition")
    button.click()
    qtbot.waitUntil(lambda: current(read) != english, timeout=WAIT)
    korean = current(read)
    read.activateWindow()
    QTest.keyClick(read.reader.pages, Qt.Key.Key_Left, ALT)
    shows(qtbot, read, english)
    assert read.reader.pages.standing == at
    assert read.reader.bar.forward.isEnabled()
    QTest.keyClick(read.reader.pages, Qt.Key.Key_Right, ALT)
    shows(qtbot, read, korean)


def test_going_down_a_list_leaves_no_trail(read: Window, qtbot: QtBot) -> None:
    seen = [current(read)]
    for _ in range(3):
        read.results.view.walk(1)
        qtbot.waitUntil(lambda: current(read) != seen[-1] and read.reading.shown is not None, timeout=WAIT)
        seen.append(current(read))
    assert not read.reader.bar.back.isEnabled() or not read.reader.bar.back.isVisible()


# ---- tabs


def test_tabs_show_when_there_are_two(read: Window, qtbot: QtBot) -> None:
    bar, first = read.pane.tabs, current(read)
    assert not bar.isVisible()
    view = read.results.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(bar.isVisible, timeout=WAIT)
    assert bar.height() == 32
    view.walk(1)
    qtbot.waitUntil(lambda: current(read) != first, timeout=WAIT)
    settled(qtbot, read)
    second = current(read)
    assert titles(read) == [first, second], "the list reads in the new tab, and the old one keeps its brief"
    read.reader.pages.set_zoom(3)
    read.reader.pages.verticalScrollBar().setValue(300)
    left = read.reader.pages.standing
    QTest.keyClick(read, Qt.Key.Key_Tab, CONTROL)
    shows(qtbot, read, first)
    QTest.keyClick(read, Qt.Key.Key_Backtab, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    shows(qtbot, read, second)
    assert stands(read, left)
    QTest.keyClick(read, Qt.Key.Key_W, CONTROL)
    shows(qtbot, read, first)
    assert not bar.isVisible()
    QTest.keyClick(read, Qt.Key.Key_T, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    shows(qtbot, read, second)
    assert stands(read, left)


def test_tabs_close_by_cross_and_middle_click(read: Window, qtbot: QtBot) -> None:
    first, (second, third, *_) = current(read), others(read)
    for brief in (second, third):
        read.desk.tabbing.open_brief(brief)
        shows(qtbot, read, brief)
    bar = read.pane.tabs
    assert bar.tabText(2)
    QTest.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=bar.tabRect(1).center())
    assert titles(read) == [first, third]
    assert current(read) == third
    bar.tabButton(1, bar.ButtonPosition.RightSide).click()
    shows(qtbot, read, first)
    read.desk.tabbing.close()
    assert titles(read) == [first], "the last tab stays"


def test_each_tab_has_its_own_way_back(read: Window, qtbot: QtBot) -> None:
    first, (second, third, *_) = current(read), others(read)
    read.places.read(second)
    shows(qtbot, read, second)
    assert read.reader.bar.back.isEnabled()
    read.desk.tabbing.open_brief(third)
    shows(qtbot, read, third)
    assert not read.reader.bar.back.isEnabled()
    read.desk.tabbing.go_to(0)
    shows(qtbot, read, second)
    read.reader.pages.go_back()
    shows(qtbot, read, first)


def test_tabs_can_be_put_in_another_order(read: Window, qtbot: QtBot) -> None:
    first, second = current(read), others(read)[0]
    read.desk.tabbing.open_brief(second)
    shows(qtbot, read, second)
    read.pane.tabs.moveTab(1, 0)
    assert titles(read) == [second, first]
    assert read.desk.tabbing.briefs.tab.brief == second


# ---- after a restart


def test_everything_is_as_one_left_it(open_window: Callable[..., Window], full_shelf: Archive, qtbot: QtBot) -> None:
    folder = full_shelf.library.folder
    window = open_window(folder)
    searched(qtbot, window, "통일")
    first, second = current(window), others(window)[0]
    window.reader.pages.verticalScrollBar().setValue(400)
    window.desk.tabbing.open_brief(second)
    shows(qtbot, window, second)
    window.reader.pages.set_zoom(1.25)
    window.reader.pages.verticalScrollBar().setValue(500)
    window.places.go(Place.TABLE)
    window.resize(1280, 700)
    kept = window.desk.tabbing.put_aside()
    window.close()
    again = open_window(folder, **_kept(window))
    assert again.top.search.text() == "통일"
    assert again.panes.place is Place.TABLE
    assert again.height() == 700
    shows(qtbot, again, second)
    restored = again.desk.tabbing.briefs
    assert (restored.tabs[0].brief, restored.tabs[0].at) == (first, kept.tabs[0].at)
    assert restored.current == 1
    assert all(again.pane.tabs.tabText(at) != "Empty" for at in (0, 1))
    assert again.reader.pages.zoom == 1.25
    again.places.go(Place.SEARCH)
    again.desk.tabbing.go_to(0)
    shows(qtbot, again, first)
    assert again.reader._hits, "what answers the search is marked"
    assert stands(again, kept.tabs[0].at)


def test_the_place_in_the_sidebar_comes_back(
    open_window: Callable[..., Window], full_shelf: Archive, qtbot: QtBot
) -> None:
    folder = full_shelf.library.folder
    window = open_window(folder)
    qtbot.waitUntil(lambda: window.sidebar.count() > 3, timeout=WAIT)
    items = map(window.sidebar.item, range(window.sidebar.count()))
    with qtbot.waitSignal(window.session.answered, timeout=WAIT):
        window.sidebar.setCurrentItem(next(item for item in items if item.text() == "Online Series"))
    window.close()
    again = open_window(folder, **_kept(window))
    assert again.searching.request.filters == Filters(series="Online Series")
    qtbot.waitUntil(lambda: again.sidebar.count() > 3, timeout=WAIT)
    assert again.sidebar.currentItem().text() == "Online Series"
    again.places.go(Place.SERIES)
    again.close()
    third = open_window(folder, **_kept(again))
    assert third.panes.place is Place.SERIES


def test_what_has_vanished_is_no_error(open_window: Callable[..., Window], full_shelf: Archive, qtbot: QtBot) -> None:
    folder = full_shelf.library.folder
    gone = Desk("", "nowhere", {"colour": "red"}, "", [{"brief": 999}, {"page": 3}, {"brief": "x"}], 5, {"brief": 998})
    window = open_window(folder, desks=Settings().with_desk(str(folder), gone))
    qtbot.waitUntil(lambda: window.desk.beside.reader is window.reader, timeout=WAIT)
    assert window.panes.place is Place.SEARCH
    assert window.searching.request.filters == Filters()
    window.results.view.walk(1)
    settled(qtbot, window)
    assert titles(window) == [current(window)]


def test_another_archive_has_a_desk_of_its_own(
    read: Window, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory, full_shelf: Archive
) -> None:
    brief = others(read)[0]
    read.desk.tabbing.open_brief(brief)
    shows(qtbot, read, brief)
    with qtbot.waitSignal(read.session.work_ended, timeout=WAIT):
        read.session.open(tmp_path_factory.mktemp("other"))
    assert not read.pane.tabs.isVisible()
    assert read.reader.document is None
    with qtbot.waitSignal(read.session.work_ended, timeout=WAIT):
        read.session.open(full_shelf.library.folder)
    shows(qtbot, read, brief)
    assert len(titles(read)) == 2


def test_the_list_stays_where_it_is_when_the_same_is_asked_again(read: Window, qtbot: QtBot) -> None:
    read.results.view.walk(1)
    read.results.view.walk(1)
    row = read.results.view.current_row()
    assert row is not None
    assert row.answer is not None
    shows(qtbot, read, row.answer.brief.id)
    with qtbot.waitSignal(read.session.answered, timeout=WAIT):
        read.searching.ask()
    after = read.results.view.current_row()
    assert after is not None
    assert after.answer is not None
    assert after.answer.brief.id == row.answer.brief.id == current(read)


def test_a_spoilt_desk_is_a_clear_one() -> None:
    settings = Settings(desks={"/a": {"text": 3, "open": [1], "current": "two"}, "/b": []})
    assert settings.desk("/a") == Desk(open=[1])
    assert settings.desk("/b") == settings.desk("/c") == Desk()
    many = Settings(desks={str(n): {} for n in range(40)})
    assert list(many.with_desk("5", Desk(text="x")))[-1] == "5"
    assert len(many.with_desk("5", Desk())) == 12


def _kept(window: Window) -> dict[str, object]:
    """Return the settings that a closed window wrote, as the next one reads them."""
    kept: dict[str, object] = json.loads(window._appearance._file.read_text(encoding="utf-8"))
    del kept["archive"]  # is opened by hand
    return kept

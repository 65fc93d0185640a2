"""A narrow window folds, a wide one unfolds; the tour points at what there is, once by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kinu_reader.tasks.searching import Facets
from kinu_reader.ui.facets import FacetBar
from kinu_reader.ui.sidebar import ENTRY, FOLDED

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.theme import Theme
    from kinu_reader.ui.window import Window

WAIT = 20_000


def widen(window: Window, width: int, height: int = 800) -> None:
    window.resize(width, height)
    QApplication.processEvents()


def test_the_sidebar_folds_to_icons_with_tips(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.sidebar.count() > 3, timeout=WAIT)
    widen(window, 1024)
    sidebar = window.sidebar
    assert sidebar.width() == FOLDED
    shown = [sidebar.item(at) for at in range(sidebar.count()) if not sidebar.isRowHidden(at)]
    entries = [item.data(ENTRY) for item in shown]
    assert all(entry.icon or entry.is_heading for entry in entries)
    assert all(item.toolTip() for item, entry in zip(shown, entries, strict=True) if not entry.is_heading)
    widen(window, 1440)
    assert sidebar.width() > 140
    assert not any(sidebar.isRowHidden(at) for at in range(sidebar.count()))


def test_the_details_are_a_drawer_over_the_reader_of_a_narrow_window(window: Window, qtbot: QtBot) -> None:
    side, panes = window.panes.side, window.panes
    assert side.isVisible()
    widen(window, 1024)
    assert side.isHidden()
    reader = window.reader.width()
    window.commands.run("details")
    assert side.isVisible()
    assert window.reader.width() == reader  # over it, not beside it
    assert side.geometry().right() == panes.geometry().right()
    assert side.height() == panes.height()
    side.setFocus()
    qtbot.keyClick(side, Qt.Key.Key_Escape)
    assert side.isHidden()
    widen(window, 1440)
    assert side.isVisible()
    assert panes.indexOf(side) == panes.count() - 1
    assert 240 <= side.width() <= 340


def test_what_a_narrow_window_hides_is_not_forgotten(window: Window) -> None:
    widen(window, 1024)
    window.close()
    assert window._appearance.settings.details


def test_a_window_with_large_letters_begins_narrow(
    open_window: Callable[..., Window], full_shelf: Archive, qtbot: QtBot
) -> None:
    folder = full_shelf.library.folder
    desk = {"place": "search", "sizes": {"sidebar": [280]}}  # as it was left when the window was wide
    window = open_window(folder, text_size=150, desks={str(folder): desk})
    try:
        assert window.widths.narrow
        assert window.panes.side.isHidden(), "a drawer is closed until it is asked for"
        assert window.halves.sizes()[0] < 60
        assert window._appearance.settings.details
    finally:
        window._appearance.use_text_size(100)


def test_facets_scroll_sideways_where_they_do_not_fit(theme: Theme, qtbot: QtBot) -> None:
    bar = FacetBar(theme)
    qtbot.addWidget(bar)
    bar.show_facets(
        Facets({"Online Series": 9}, {"Han": 2}, {"Peace": 1}, {"ko": 4}, {"rail": 1}, {"2024": 9}, {"good": 9})
    )
    bar.resize(220, bar.height())
    bar.show()
    sideways = bar._strip.horizontalScrollBar()
    qtbot.waitUntil(lambda: sideways.maximum() > 0, timeout=WAIT)
    bar.resize(1400, bar.height())
    qtbot.waitUntil(lambda: sideways.maximum() == 0, timeout=WAIT)


@pytest.mark.parametrize("width", [1000, 1280, 2560])
def test_every_width_shows_results_and_page(window: Window, width: int) -> None:
    widen(window, width, 600)
    assert window.size().width() == width
    assert window.results.view.width() >= 260
    assert window.reader.width() >= 320


def test_the_tour_is_offered_once(open_window: Callable[..., Window], full_shelf: Archive) -> None:
    window = open_window(full_shelf.library.folder, toured=False)
    assert window.offer.isVisible()
    assert window._appearance.settings.toured
    window.offer.decline.click()
    assert not window.offer.isVisible()
    again = open_window(full_shelf.library.folder, toured=True)
    assert not again.offer.isVisible()


@pytest.mark.parametrize("width", [1000, 1440])
def test_the_tour_goes_on_back_and_ends(window: Window, qtbot: QtBot, width: int) -> None:
    widen(window, width)
    window.commands.run("tour")
    bubble, titles = window.tour.bubble, []
    while bubble.isVisible():
        assert window.rect().contains(bubble.geometry())
        assert bubble.on.hasFocus()
        titles.append(bubble._title.text())
        bubble.on.click()
    assert len(titles) == len(set(titles)) == 6
    window.commands.run("tour")
    bubble.on.click()
    bubble.back.click()
    assert bubble._title.text() == titles[0]
    qtbot.keyClick(bubble, Qt.Key.Key_Escape)
    assert not bubble.isVisible()
    assert window.top.search.hasFocus()

"""Two briefs side by side: editions scroll together, keys mean the one in focus, nothing is left behind."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from kinu_reader.tasks.aligning import counterpart
from kinu_reader.ui.desk.pane import SecondReader

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.desk.beside import _Second
    from kinu_reader.ui.window import Window

WAIT = 20_000
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def search(qtbot: QtBot, window: Window, text: str) -> None:
    with qtbot.waitSignal(
        window.session.answered, timeout=WAIT, check_params_cb=lambda result: result.request.text == text
    ):
        window.top.search.setText(text)
    qtbot.waitUntil(lambda: window.reading.shown is not None, timeout=WAIT)


def second(qtbot: QtBot, window: Window) -> _Second:
    """Wait until the second reader shows its brief, and return it with what belongs to it."""
    qtbot.waitUntil(lambda: window.desk.beside.brief > 0, timeout=WAIT)
    made = window.desk.beside._second
    assert made is not None
    return made


def threads() -> int:
    return sum(thread.name == "page pictures" for thread in threading.enumerate())


@pytest.fixture
def editions(window: Window, qtbot: QtBot) -> Window:
    """A window in which a brief with another edition is read."""
    window.resize(1440, 900)
    search(qtbot, window, '"diplomatic horizon"')
    assert window.reading.shown is not None
    assert window.reading.shown.editions
    return window


def test_the_other_edition_opens_beside_and_closes(editions: Window, qtbot: QtBot) -> None:
    window, before = editions, threads()
    assert window.reading.shown is not None
    other = window.reading.shown.editions[0]
    QTest.keyClick(window, Qt.Key.Key_Backslash, CONTROL)
    beside = second(qtbot, window)
    assert window.desk.beside.brief == other.id
    assert other.record.code in beside.pane.name.toolTip()
    assert window.pane.tabs.isVisible(), "each reader is named"
    assert not window.sidebar.isVisible()
    assert not window.panes.side.isVisible()
    qtbot.waitUntil(lambda: threads() > before, timeout=WAIT)
    beside.reader.setFocus()
    QTest.keyClick(beside.reader.pages, Qt.Key.Key_Escape)
    assert window.desk.beside.brief == 0
    assert threads() == before
    assert window.sidebar.isVisible()
    assert window.panes.side.isVisible()
    assert not window.pane.tabs.isVisible()
    qtbot.waitUntil(lambda: not window.findChildren(SecondReader), timeout=WAIT)


def test_editions_scroll_together_until_one_says_otherwise(editions: Window, qtbot: QtBot, full_shelf: Archive) -> None:
    window = editions
    window.desk.beside.toggle()
    beside = second(qtbot, window)
    assert beside.pane.scroll_together.isChecked()
    qtbot.waitUntil(lambda: beside.together._alignments is not None, timeout=WAIT)
    pages, others = window.reader.pages, beside.reader.pages
    strip = pages.verticalScrollBar()
    strip.setValue(strip.maximum() // 2)
    height = pages.viewport().height() / 3
    caret = pages.caret_at(QPointF(pages.viewport().width() / 2, height))
    assert caret is not None
    assert window.reader.document is not None
    there = counterpart(full_shelf, window.reader.document.brief, caret.offset, window.desk.beside.brief)
    here = pages.height_of(caret.offset)
    assert here is not None
    assert others.height_of(there) == pytest.approx(here, abs=2)
    others.verticalScrollBar().setValue(0)
    assert strip.value() < strip.maximum() // 2, "either leads"
    beside.pane.scroll_together.click()
    alone = others.verticalScrollBar().value()
    strip.setValue(strip.maximum())
    assert others.verticalScrollBar().value() == alone


def test_other_briefs_scroll_by_how_far_one_has_come(editions: Window, qtbot: QtBot) -> None:
    window = editions
    assert window.reading.shown is not None
    same = {window.reading.shown.brief.id, *(other.id for other in window.reading.shown.editions)}
    rows = window.results.view.rows
    briefs = [row.answer.brief for row in map(rows.row, range(rows.rowCount())) if row.answer]
    stranger = next(brief.id for brief in briefs if brief.id not in same)
    window.results.view.beside_asked.emit(stranger)
    beside = second(qtbot, window)
    assert not beside.pane.scroll_together.isChecked()
    beside.pane.scroll_together.click()
    strip, other = (reader.pages.verticalScrollBar() for reader in (window.reader, beside.reader))
    strip.setValue(strip.maximum())
    assert other.value() == other.maximum() > 0


def test_both_have_half_of_the_room(editions: Window, qtbot: QtBot) -> None:
    editions.desk.beside.toggle()
    beside = second(qtbot, editions)
    qtbot.waitUntil(lambda: abs(editions.reader.width() - beside.reader.width()) < 20, timeout=WAIT)


def test_both_have_the_hits_of_the_query(editions: Window, qtbot: QtBot) -> None:
    window = editions
    window.desk.beside.toggle()
    beside = second(qtbot, window)
    assert window.reading.shown is not None
    search(qtbot, window, "통일 OR unification")
    qtbot.waitUntil(lambda: bool(beside.reader._hits) and bool(window.reader._hits), timeout=WAIT)
    search(qtbot, window, "qqqqzzzz")
    qtbot.waitUntil(lambda: beside.showing.shown is not None and not beside.reader._hits, timeout=WAIT)


def test_keys_mean_the_reader_in_focus(editions: Window, qtbot: QtBot) -> None:
    window = editions
    window.activateWindow()
    window.desk.beside.toggle()
    beside = second(qtbot, window)
    beside.reader.setFocus()
    QTest.keyClick(beside.reader.pages, Qt.Key.Key_F, CONTROL)
    assert beside.reader.find_bar.isVisible()
    assert not window.reader.find_bar.isVisible()
    QTest.keyClick(beside.reader.find_bar, Qt.Key.Key_Escape)
    assert window.desk.beside.reader is beside.reader
    assert window.desk.beside.brief > 0, "Esc closed what was found first"
    window.reader.setFocus()
    QTest.keyClick(window.reader.pages, Qt.Key.Key_F, CONTROL)
    assert window.reader.find_bar.isVisible()
    assert window.desk.beside.reader is window.reader
    window.reader.finding.close()
    beside.reader.setFocus()
    beside.pane.close_button.click()
    QTest.keyClick(window.reader.pages, Qt.Key.Key_F, CONTROL)
    assert window.reader.find_bar.isVisible()


def test_the_edition_in_the_details_opens_beside(editions: Window, qtbot: QtBot) -> None:
    window = editions
    name = "Is it an edition?"
    button = next(b for b in window.details.findChildren(QToolButton) if b.accessibleName() == name)
    assert window.reading.shown is not None
    wanted = window.reading.shown.editions[0].id
    next(action for action in button.menu().actions() if action.text() == "Open beside").trigger()
    second(qtbot, window)
    assert window.desk.beside.brief == wanted


def test_closing_while_it_is_being_opened_is_safe(editions: Window, qtbot: QtBot) -> None:
    for _ in range(3):
        editions.desk.beside.toggle()
        editions.desk.beside.close()
    editions.desk.beside.toggle()
    second(qtbot, editions)
    qtbot.waitUntil(lambda: len(editions.findChildren(SecondReader)) == 1, timeout=WAIT)


def test_what_is_selected_in_the_second_reader_can_be_kept(editions: Window, qtbot: QtBot, full_shelf: Archive) -> None:
    editions.desk.beside.toggle()
    beside = second(qtbot, editions)
    beside.reader.pages.selection.select(200, 230)
    with qtbot.waitSignal(editions.session.kept, timeout=WAIT):
        beside.reader.selecting.bookmark()
    brief = editions.desk.beside.brief
    assert len(full_shelf.library.bookmarks.of_brief(brief)) == 1
    qtbot.waitUntil(lambda: len(beside.reader.pages._bookmarks.things) == 1, timeout=WAIT)
    assert not editions.reader.pages._bookmarks.things

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from kinu_reader.extract.boxes import pack
from kinu_reader.model import FileKind, Page, PageState
from kinu_reader.ui.actions import Actions
from kinu_reader.ui.binding import bind_reader
from kinu_reader.ui.reader import OpenDocument, PlacedHit, Reader, layout
from kinu_reader.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.reader.document import Night, Picture
    from kinu_reader.ui.window import Window

NO_TEXT = pack([])  # a map of characters
WAIT = 20_000
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Sheet:
    """A blank page."""

    def __init__(self, width: int) -> None:
        self.width, self.height, self.stride = width, round(width * 1.4), width * 3
        self.samples = b"\xff" * self.stride * self.height


def paint(document: OpenDocument, page: int, width: int, night: Night | None) -> Picture:
    return Sheet(width)


def place(page: int, top: float) -> PlacedHit:
    return PlacedHit(page, ((page, (100, top, 200, top + 20)),), page)


PLACES = (place(1, 100), place(2, 400), place(4, 200))


@pytest.fixture
def reader(qtbot: QtBot) -> Iterator[Reader]:
    made = Reader(paint, Theme(LIGHT))
    bind_reader(Actions(made, {}), lambda: made, made)
    qtbot.addWidget(made)
    made.resize(614, 640)
    made.show()
    qtbot.waitExposed(made)
    pages = tuple(Page(n, str(n), 500, 700, 0, 0, PageState.GOOD, NO_TEXT) for n in range(1, 5))
    made.open(OpenDocument(1, Path("brief.pdf"), FileKind.PDF, pages, "The long view"))
    yield made
    made.close()


def test_typing_asks_and_enter_walks_the_places(reader: Reader, qtbot: QtBot) -> None:
    reader.open_find()
    bar = reader.find_bar
    assert bar.isVisible()
    assert reader.bar.finder.isChecked()
    with qtbot.waitSignal(reader.find_asked) as asked:
        QTest.keyClicks(bar.field, "horizon ")
    assert asked.args == ["horizon", False]
    reader.show_found(PLACES)
    assert bar.count.text() == "<b>1</b> of 3"
    with qtbot.assertNotEmitted(reader.find_asked):
        bar.step(1)
    assert bar.count.text() == "<b>2</b> of 3"
    assert reader.pages.page == 2
    bar.step(-1)
    bar.step(-1)
    assert bar.count.text() == "<b>3</b> of 3", "past the first comes the last"
    bar.next.click()
    assert bar.count.text() == "<b>1</b> of 3"


def test_finding_begins_where_one_reads(reader: Reader) -> None:
    reader.go_to_page(2)
    reader.open_find()
    reader.find_bar.field.setText("horizon")
    reader.find_bar.ask()
    reader.show_found(PLACES[:1])
    assert reader.find_bar.count.text() == "<b>1</b> of 1", "nothing follows: from the top"
    reader.show_found(PLACES)
    assert reader.find_bar.count.text() == "<b>2</b> of 3", "a shorter word led away, but one still looks from there"


def test_nothing_found_is_said(reader: Reader) -> None:
    reader.open_find()
    reader.find_bar.field.setText("zeppelin")
    reader.find_bar.ask()
    reader.show_found(())
    assert reader.find_bar.count.text() == "Nothing found"
    assert not reader.find_bar.next.isEnabled()
    reader.find_bar.field.clear()
    reader.find_bar.ask()
    assert reader.find_bar.count.text() == ""


def test_exact_asks_anew(reader: Reader, qtbot: QtBot) -> None:
    reader.open_find()
    reader.find_bar.field.setText("정책")
    with qtbot.waitSignal(reader.find_asked) as asked:
        reader.find_bar.exact.click()
    assert asked.args == ["정책", True]


def test_escape_closes_the_bar_and_takes_the_marks_away(reader: Reader, qtbot: QtBot) -> None:
    reader.open_find()
    reader.find_bar.field.setText("horizon")
    reader.find_bar.ask()
    reader.show_found(PLACES)
    qtbot.waitUntil(lambda: not reader._pictures.waiting())
    number, box = PLACES[0].boxes[0]
    rect = layout.place(reader.pages._layout, number - 1, box)
    at = round(rect.x + 20), round(rect.y + 10 - reader.pages.strip.value())
    image = reader.pages.viewport().grab().toImage()
    assert image.pixelColor(*at) == QColor(LIGHT.found)
    around = [image.pixelColor(at[0] + across, at[1]) for across in range(-26, -16)]
    assert around.count(QColor(LIGHT.accent)) == 2, "the current place has an outline of two pixels"
    QTest.keyClick(reader.find_bar.field, Qt.Key.Key_Escape)
    assert not reader.find_bar.isVisible()
    assert not reader.bar.finder.isChecked()
    assert reader.pages.viewport().grab().toImage().pixelColor(*at) == QColor(LIGHT.page)


def test_another_brief_is_searched_as_well(reader: Reader, qtbot: QtBot) -> None:
    reader.open_find()
    reader.find_bar.field.setText("horizon")
    reader.find_bar.ask()
    assert reader.document is not None
    other = OpenDocument(2, Path("other.pdf"), FileKind.PDF, reader.document.pages, "Another")
    with qtbot.waitSignal(reader.find_asked) as asked:
        reader.open(other)
    assert asked.args == ["horizon", False]


def test_the_window_finds_by_the_rules_of_search(
    open_window: Callable[..., Window], full_shelf: Archive, qtbot: QtBot
) -> None:
    window = open_window(full_shelf.library.folder)
    with qtbot.waitSignal(window.session.answered, timeout=WAIT):
        window.top.search.setText("diplomatic horizon")
    reader = window.reader
    qtbot.waitUntil(lambda: reader.document is not None, timeout=WAIT)
    reader.open_find()
    reader.find_bar.field.setText("partner")
    qtbot.waitUntil(lambda: "of" in reader.find_bar.count.text(), timeout=WAIT)
    count = reader.find_bar.count.text()
    reader.find_bar.exact.click()
    qtbot.waitUntil(lambda: reader.find_bar.count.text() not in ("", count), timeout=WAIT)
    assert "of" in reader.find_bar.count.text(), "fewer, without the word in other forms"

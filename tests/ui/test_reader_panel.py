from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester, QTest

from kinu_reader.extract import Heading
from kinu_reader.extract.boxes import pack
from kinu_reader.model import FileKind, Page, PageState
from kinu_reader.ui.actions import Actions
from kinu_reader.ui.binding import bind_reader
from kinu_reader.ui.reader import OpenDocument, Reader
from kinu_reader.ui.reader.thumbnails import LIMIT, PagesModel
from kinu_reader.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.reader.document import Night, Picture
    from kinu_reader.ui.window import Window

WAIT = 20_000


class Sheet:
    """A page in one colour, another for each page."""

    def __init__(self, page: int, width: int) -> None:
        self.width, self.height, self.stride = width, round(width * 1.4), width * 3
        self.samples = bytes([200, 100 + page % 100, 50]) * width * self.height


def paint(document: OpenDocument, page: int, width: int, night: Night | None) -> Picture:
    return Sheet(page, width)


def document(count: int = 300) -> OpenDocument:
    pages = tuple(Page(n, str(n), 500, 700, 0, 0, PageState.GOOD, pack([])) for n in range(1, count + 1))
    return OpenDocument(1, Path("brief.pdf"), FileKind.PDF, pages, "The long view")


@pytest.fixture
def reader(qtbot: QtBot) -> Iterator[Reader]:
    made = Reader(paint, Theme(LIGHT))
    bind_reader(Actions(made, {}), lambda: made, made)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    qtbot.waitExposed(made)
    made.open(document())
    made.toggle_panel(True)
    yield made
    made.close()
    assert "page pictures" not in {thread.name for thread in threading.enumerate()}


def test_the_model_is_a_model(qtbot: QtBot, reader: Reader) -> None:
    model = PagesModel(reader)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_pages(document(5).pages)
    assert tester.model() is model
    assert model.data(model.index(4)) == "5"
    assert model.data(model.index(4), Qt.ItemDataRole.AccessibleTextRole) == "Page 5"


def test_only_pages_that_are_seen_are_drawn(reader: Reader, qtbot: QtBot) -> None:
    thumbnails = reader.panel.thumbnails
    qtbot.waitUntil(lambda: len(thumbnails.pictures._kept) > 0 and not thumbnails.pictures.waiting())
    assert len(thumbnails.pictures._kept) <= 6
    image = thumbnails.viewport().grab().toImage()
    middle = thumbnails.visualRect(thumbnails.pages.index(1)).center()
    assert image.pixelColor(middle) == QColor(200, 102, 50)
    thumbnails.scrollToBottom()
    qtbot.waitUntil(lambda: 300 in {request.page for request in thumbnails.pictures._kept})
    assert thumbnails.pictures.size() <= LIMIT


def test_a_click_goes_to_the_page_and_reading_on_is_followed(reader: Reader) -> None:
    thumbnails = reader.panel.thumbnails
    at = thumbnails.visualRect(thumbnails.pages.index(2)).center()
    QTest.mouseClick(thumbnails.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert reader.pages.page == 3
    QTest.keyClick(thumbnails, Qt.Key.Key_Down)
    assert reader.pages.page == 4
    place = reader.pages.strip.value()
    reader.pages.strip.setValue(place + 3000)
    assert thumbnails.currentIndex().row() + 1 == reader.pages.page
    assert reader.pages.strip.value() == place + 3000, "what follows reading does not lead it"


def test_the_page_being_read_is_in_view_also_when_the_pages_are_shown_later(reader: Reader) -> None:
    thumbnails = reader.panel.thumbnails

    def shown() -> bool:
        return thumbnails.viewport().rect().intersects(thumbnails.visualRect(thumbnails.currentIndex()))

    reader.go_to_page(200)
    assert shown(), "it follows"
    reader.toggle_panel(False)
    reader.go_to_page(90)
    reader.toggle_panel(True)
    assert shown()


def test_the_outline_is_asked_for_only_where_it_is_seen(reader: Reader, qtbot: QtBot) -> None:
    other = OpenDocument(2, Path("other.pdf"), FileKind.PDF, document(3).pages, "Another")
    with qtbot.waitSignal(reader.outline_asked):
        reader.open(other)
    reader.toggle_panel(False)
    with qtbot.assertNotEmitted(reader.outline_asked):
        reader.open(document())


def test_a_heading_leads_to_its_place(reader: Reader) -> None:
    headings = (Heading(1, "1. The long view", 2, 300.0), Heading(2, "Years", 40, 100.0))
    reader.show_outline(headings)
    panel = reader.panel
    panel.tabs[1].click()
    assert panel.outline.isVisible()
    assert [panel.outline.item(row).text().strip() for row in range(2)] == ["1. The long view", "Years"]
    assert panel.outline.item(1).text().startswith(" ")
    panel.outline.itemClicked.emit(panel.outline.item(1))
    assert reader.pages.page == 40
    panel.outline.itemActivated.emit(panel.outline.item(0))
    top = reader.pages._layout.pages[1].y + 300 * reader.pages.zoom * 96 / 72 - reader.pages.strip.value()
    assert top == pytest.approx(0.4 * reader.pages.viewport().height(), abs=2)
    reader.show_outline(())
    assert not panel.outline.isVisible()


def test_a_key_and_a_button_show_the_panel(reader: Reader, qtbot: QtBot) -> None:
    reader.activateWindow()
    QTest.keyClick(reader.pages, Qt.Key.Key_F4)
    assert not reader.panel.isVisible()
    assert not reader.bar.outline.isChecked()
    qtbot.waitUntil(lambda: reader.pages.width() == reader.width())
    reader.bar.outline.click()
    assert reader.panel.isVisible()
    assert reader.panel.geometry().topLeft() == QPoint(0, reader.bar.height())
    qtbot.waitUntil(lambda: reader.pages.width() == reader.width() - reader.panel.width())


def test_the_headings_of_a_brief_are_its_outline(
    open_window: Callable[..., Window], full_shelf: Archive, qtbot: QtBot
) -> None:
    window = open_window(full_shelf.library.folder)
    with qtbot.waitSignal(window.session.answered, timeout=WAIT):
        window.top.search.setText("diplomatic horizon")
    qtbot.waitUntil(lambda: window.reader.document is not None, timeout=WAIT)
    window.reader.toggle_panel(True)
    outline = window.reader.panel.outline
    qtbot.waitUntil(lambda: outline.count() > 0, timeout=WAIT)
    titles = [outline.item(row).text().strip() for row in range(outline.count())]
    assert "1. The long view" in titles

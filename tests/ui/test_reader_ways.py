"""Ways through a brief and out of it: back and forward, turning, printing, the menu."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pymupdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDesktopServices, QNativeGestureEvent, QPointingDevice
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture

from kinu_reader.extract.boxes import pack
from kinu_reader.model import Cancelled, FileKind, Page, PageState, Progress
from kinu_reader.ui.actions import Actions
from kinu_reader.ui.binding import bind_reader
from kinu_reader.ui.reader import OpenDocument, PlacedHit, Reader, layout
from kinu_reader.ui.reader.layout import Spot
from kinu_reader.ui.reader.page_menu import PageMenu
from kinu_reader.ui.reader.printing import print_pages
from kinu_reader.ui.reader.trail import Stop, Trail
from kinu_reader.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from kinu_reader.ui.reader.document import Night, Picture

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
BOX = (50.0, 100.0, 200.0, 120.0)


class Sheet:
    """A white page with a black square in its upper left corner."""

    def __init__(self, width: int) -> None:
        self.width, self.height, self.stride = width, round(width * 1.4), width * 3
        tenth = width // 10
        top = (b"\0" * 3 * tenth + b"\xff" * 3 * (width - tenth)) * tenth
        self.samples = top + b"\xff" * self.stride * (self.height - tenth)


def paint(document: OpenDocument, page: int, width: int, night: Night | None) -> Picture:
    return Sheet(width)


@pytest.fixture
def document() -> OpenDocument:
    pages = tuple(Page(n, str(n), 500, 700, 0, 0, PageState.GOOD, pack([])) for n in range(1, 7))
    return OpenDocument(1, Path("/briefs/brief.pdf"), FileKind.PDF, pages, "The long view")


@pytest.fixture
def reader(document: OpenDocument, qtbot: QtBot) -> Iterator[Reader]:
    made = Reader(paint, Theme(LIGHT))
    bind_reader(Actions(made, {}), lambda: made, made)
    qtbot.addWidget(made)
    made.resize(800, 640)
    made.show()
    qtbot.waitExposed(made)
    made.open(document)
    yield made
    made.close()


# ---- back and forward


def test_one_goes_back_to_where_one_jumped_from(reader: Reader, document: OpenDocument) -> None:
    strip = reader.pages.strip
    strip.setValue(300)
    assert not reader.bar.back.isVisible()
    reader.go_to_page(4)
    fourth = strip.value()
    reader.open(document, [PlacedHit(6, ((6, BOX),), 0)], 0)
    sixth = strip.value()
    reader.activateWindow()
    QTest.keyClick(reader.pages, Qt.Key.Key_Left, ALT)
    assert strip.value() == fourth
    reader.bar.back.click()
    assert strip.value() == 300
    assert not reader.bar.back.isEnabled()
    reader.bar.forward.click()
    QTest.keyClick(reader.pages, Qt.Key.Key_Right, ALT)
    assert strip.value() == sixth
    assert not reader.bar.forward.isEnabled()
    reader.bar.back.click()
    reader.go_to_page(1)
    assert not reader.bar.forward.isEnabled(), "who leaves a trail makes a new one"
    reader.clear()
    assert not reader.bar.back.isVisible()


def test_a_narrow_reader_keeps_the_keys_only(reader: Reader) -> None:
    reader.go_to_page(3)
    assert reader.bar.back.isVisible()
    reader.resize(600, 640)
    assert not reader.bar.back.isVisible()


@given(st.lists(st.integers(0, 50), min_size=1, max_size=100))
def test_the_trail_leads_back_as_far_as_it_is_kept(pages: list[int]) -> None:
    trail = Trail()
    for page in pages[:-1]:
        trail.leave(Stop(1, Spot(page, 0, 0)))
    here = Stop(1, Spot(pages[-1], 0, 0))
    seen = [pages[-1]]
    while (stop := trail.step(-1, here)) is not None:
        here = stop
        seen.append(stop.spot.page)
    apart = [page for n, page in enumerate(pages) if n == 0 or page != pages[n - 1]]
    assert seen == apart[::-1][: len(seen)]
    assert len(seen) >= min(len(apart), 64)


# ---- turning


@given(st.integers(0, 3), st.floats(0, 500), st.floats(0, 700), st.floats(0.25, 4))
def test_a_turned_point_is_found_again(turn: int, x: float, y: float, zoom: float) -> None:
    laid = layout.lay_out(layout.turned([(500, 700)], turn), zoom, 900, turn)
    rect = layout.place(laid, 0, (x, y, x, y))
    assert layout.point_on(laid, 0, rect.x, rect.y) == pytest.approx((x, y), abs=0.01)
    page = laid.pages[0]
    assert page.x - 1 <= rect.x <= page.right + 1
    assert page.y - 1 <= rect.y <= page.bottom + 1


def test_pages_turn_with_what_is_marked_on_them(reader: Reader, document: OpenDocument, qtbot: QtBot) -> None:
    reader.open(document, [PlacedHit(1, ((1, BOX),), 0)], 0)
    corners = []
    for _ in range(4):
        qtbot.waitUntil(lambda: not reader._pictures.waiting())
        reader.pages.strip.setValue(0)
        page = reader.pages._layout.pages[0]
        image = reader.pages.viewport().grab().toImage()
        places = [(page.x + 4, page.y + 4), (page.right - 4, page.y + 4)]
        corners.append([image.pixelColor(round(x), round(y)).lightness() < 50 for x, y in places])
        number, box = reader.pages._hits.things[0].boxes[0]
        hit = layout.place(reader.pages._layout, number - 1, box)
        assert (hit.width > hit.height) == (page.width < page.height)
        reader.activateWindow()
        QTest.keyClick(reader.pages, Qt.Key.Key_R, CONTROL)
    assert corners[:2] == [[True, False], [False, True]], "the square goes from the left corner to the right one"
    assert reader.pages._layout.pages[0].width < reader.pages._layout.pages[0].height


def test_two_pages_side_by_side(reader: Reader) -> None:
    reader.go_to_page(3)
    zoom = reader.pages.zoom
    reader.activateWindow()
    QTest.keyClick(reader.pages, Qt.Key.Key_F8)
    pages = reader.pages._layout.pages
    assert pages[2].y == pages[3].y
    assert pages[3].right <= reader.pages.viewport().width()
    assert reader.pages.page == 3
    reader.go_to_page(4)
    assert reader.pages.page == 4
    QTest.keyClick(reader.pages, Qt.Key.Key_F8)
    assert reader.pages.zoom == zoom
    assert reader.pages.page == 4


def test_the_whole_page_and_its_printed_size(reader: Reader) -> None:
    reader.go_to_page(3)
    reader.activateWindow()
    QTest.keyClick(reader.pages, Qt.Key.Key_9, CONTROL)
    page, bar = reader.pages._layout.pages[2], reader.pages.strip
    assert bar.value() < page.y < page.bottom < bar.value() + reader.pages.viewport().height()
    assert reader.pages.page == 3
    QTest.keyClick(reader.pages, Qt.Key.Key_8, CONTROL)
    assert reader.pages.zoom == 1.0


@pytest.mark.parametrize("kind", ["fingers on a screen", "fingers on a pad"])
def test_a_pinch_zooms_around_the_fingers(reader: Reader, kind: str) -> None:
    pages, view = reader.pages, reader.pages.viewport()
    reader.go_to_page(3)
    pages.set_zoom(2.0)  # wider than the view: a narrow page stays in its middle
    at = QPointF(170, 260)
    spot, zoom = pages._spot_at(at), pages.zoom
    assert spot is not None
    for _ in range(5):
        there = QPointF(view.mapToGlobal(at.toPoint()))
        if kind == "fingers on a screen":
            pinch = QPinchGesture()
            pinch.setCenterPoint(there)
            pinch.setScaleFactor(1.1)
            QApplication.sendEvent(view, QGestureEvent([pinch]))
        else:
            zooming, device = Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice()
            QApplication.sendEvent(view, QNativeGestureEvent(zooming, device, 2, at, at, there, 0.1, QPointF()))
    assert pages.zoom == pytest.approx(zoom * 1.1**5)
    x, y = layout.find(pages._layout, spot)
    assert (x - pages._across(), y - pages._down()) == pytest.approx((at.x(), at.y()), abs=4), "rounded at each step"


def test_turned_two_by_two_at_night_everything_still_stands_where_it_is(
    reader: Reader, document: OpenDocument, qtbot: QtBot
) -> None:
    reader.open(document, [PlacedHit(2, ((2, BOX),), 0)], 0)
    reader.set_night(True)
    reader.pages.toggle_two_pages()
    reader.pages.turn()
    reader.go_to_page(2)
    qtbot.waitUntil(lambda: not reader._pictures.waiting())
    first, second = reader.pages._layout.pages[:2]
    assert first.y == second.y
    assert first.width > first.height
    hit = layout.place(reader.pages._layout, 1, BOX)
    assert second.x <= hit.x < hit.right <= second.right
    assert hit.height > hit.width, "it is turned with its page"
    middle = QPointF(hit.x + hit.width / 2 - reader.pages._across(), hit.y + hit.height / 2 - reader.pages._down())
    number, x, y = reader.pages._point(middle) or (0, 0.0, 0.0)
    assert number == 2
    assert (x, y) == pytest.approx(((BOX[0] + BOX[2]) / 2, (BOX[1] + BOX[3]) / 2), abs=1)
    assert reader.pages._request(1).night is not None


# ---- printing and the menu


def test_pages_are_printed_as_large_as_the_paper(document: OpenDocument, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setFullPage(True)
    printer.setFromTo(2, 4)
    print_pages(paint, document, printer, Progress())
    with pymupdf.open(file) as printed:
        assert len(printed) == 3
        picture = printed[0].get_pixmap(dpi=36)
        assert picture.pixel(picture.width // 2, picture.height // 2) == (255, 255, 255)
        black = [x for x in range(picture.width) if picture.pixel(x, 6) == (0, 0, 0)]
        assert len(black) == pytest.approx(picture.width / 10, abs=3)


def test_printing_can_be_stopped(document: OpenDocument, tmp_path: Path, qtbot: QtBot) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        print_pages(paint, document, printer, progress)


@pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)")  # the offscreen platform
def test_the_menu_offers_what_can_be_done(reader: Reader, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    reader.pages.menu_asked.emit(reader.mapToGlobal(QPoint(100, 100)))
    menu = reader.findChild(PageMenu)
    assert menu is not None
    actions = {action.text().split("\t")[0]: action for action in menu.findChildren(QAction) if action.text()}
    assert not actions["Copy"].isEnabled(), "nothing is selected"
    actions["Show in folder"].trigger()
    assert opened == ["/"], "/briefs is not there: the nearest folder that is"
    turned = reader.pages._turn
    actions["Turn pages"].trigger()
    assert reader.pages._turn == turned + 1
    menu.close()
    reader.clear()
    reader.show_in_folder()
    reader.print()
    assert opened == ["/"], "where nothing is open there is nothing to show or print"

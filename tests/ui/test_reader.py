from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kinu_reader.extract.boxes import pack
from kinu_reader.model import FileKind, KinuError, Page, PageState
from kinu_reader.ui.actions import Actions
from kinu_reader.ui.binding import bind_reader
from kinu_reader.ui.reader import OpenDocument, PlacedHit, Reader, layout
from kinu_reader.ui.reader.bar import page_named
from kinu_reader.ui.theme import DARK, LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from kinu_reader.ui.reader.document import Night

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # said by the offscreen platform of any window


@dataclass(frozen=True)
class Pixels:
    width: int
    height: int
    stride: int
    samples: bytes


def paint(document: OpenDocument, page: int, width: int, night: Night | None) -> Pixels:
    """Draw a sheet of paper; the file "broken.pdf" cannot be drawn."""
    if document.path.name == "broken.pdf":
        raise KinuError("damaged")
    colour = QColor(night[1] if night else "#FFFFFF")
    height = round(width * 1.4)
    pixel = bytes([colour.red(), colour.green(), colour.blue()])
    return Pixels(width, height, width * 3, pixel * width * height)


def document(name: str = "brief.pdf", pages: int = 6, kind: FileKind = FileKind.PDF) -> OpenDocument:
    labels = ["i", "ii", *map(str, range(1, pages - 1))]
    made = tuple(Page(n + 1, labels[n], 500, 700, 10 * n, 10 * n + 10, PageState.GOOD, NO_TEXT) for n in range(pages))
    return OpenDocument(1, Path(name), kind, made, "The long view", "".join(f"text of {n}. " for n in range(1, 7)))


def hit(page: int, top: float = 300) -> PlacedHit:
    return PlacedHit(page, ((page, (100, top, 200, top + 20)),), page)


NO_TEXT = pack([])  # a map of characters
HITS = (hit(1), hit(2), hit(4), hit(6, 680))


@pytest.fixture
def theme() -> Theme:
    return Theme(LIGHT)


@pytest.fixture
def reader(theme: Theme, qtbot: QtBot) -> Iterator[Reader]:
    made = Reader(paint, theme)
    bind_reader(Actions(made, {}), lambda: made, made)
    qtbot.addWidget(made)
    made.resize(614, 640)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    assert "page pictures" not in {thread.name for thread in threading.enumerate()}


def _grab(reader: Reader) -> QImage:
    return reader.pages.viewport().grab().toImage()


def _colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name().upper() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    }


def _rgb(colour: str) -> tuple[int, int, int]:
    made = QColor(colour)
    return made.red(), made.green(), made.blue()


def _wait_for(qtbot: QtBot, reader: Reader, colour: str) -> None:
    qtbot.waitUntil(lambda: colour in _colours(_grab(reader)))


def _middle(reader: Reader) -> tuple[int, float]:
    """Return the page and the fraction of its height in the middle of the view."""
    bar, laid = reader.pages.strip, reader.pages._layout
    y = bar.value() + reader.pages.viewport().height() / 2
    return next(
        (index, (y - page.y) / page.height) for index, page in enumerate(laid.pages) if page.y - 12 <= y <= page.bottom
    )


# ---- states


def test_nothing_open_says_what_to_do(reader: Reader) -> None:
    assert reader.document is None
    assert reader.pages.accessibleDescription() == "Select a passage to read it here"
    colours = _colours(_grab(reader))
    assert LIGHT.backdrop in colours
    assert LIGHT.page not in colours
    assert not reader.bar.page_field.isVisible()
    assert not reader.bar.next.isVisible()
    reader.step(1)  # must not matter


def test_a_document_is_drawn_with_its_hits(reader: Reader, qtbot: QtBot) -> None:
    reader.open(document(), HITS, 1)
    _wait_for(qtbot, reader, LIGHT.current_hit)
    assert reader.bar.hit_words.text() == "hit <b>2</b> of 4"
    assert reader.bar.page_field.text() == "ii"
    assert reader.bar.page_suffix.text() == "/ 6"
    reader.choose_hit(0)
    _wait_for(qtbot, reader, LIGHT.current_hit)
    assert {LIGHT.page, LIGHT.backdrop} <= _colours(_grab(reader))


def test_ink_stays_under_a_hit_and_overlaps_are_not_darker(reader: Reader, qtbot: QtBot) -> None:
    twice = (hit(1, 100), hit(1, 110), hit(3))
    reader.open(document(), twice, 2)
    reader.go_to_page(1)
    _wait_for(qtbot, reader, LIGHT.hit)
    coloured = {colour for colour in _colours(_grab(reader)) if colour not in (LIGHT.page, LIGHT.backdrop)}
    assert coloured <= {LIGHT.hit, LIGHT.page_outline}


def test_a_page_that_cannot_be_drawn_says_so_and_shows_no_hits(reader: Reader, qtbot: QtBot) -> None:
    reader.open(document("broken.pdf"), HITS, 0)
    request = reader.pages._request(0)
    qtbot.waitUntil(lambda: reader._pictures.failed(request))
    image = _grab(reader)
    assert LIGHT.current_hit not in _colours(image)
    dark = [
        (x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).lightness() < 140
    ]
    assert len(dark) > 50, "a sentence stands on the page"


def test_clear_shows_nothing(reader: Reader, qtbot: QtBot) -> None:
    reader.open(document(), HITS, 1)
    _wait_for(qtbot, reader, LIGHT.current_hit)
    reader.clear()
    assert LIGHT.page not in _colours(_grab(reader))
    assert not reader.bar.hit_words.isVisible()
    assert reader.pages.strip.rows == ()


# ---- hits


@pytest.mark.parametrize("current", [1, 2])
def test_the_current_hit_stands_a_little_above_the_middle(reader: Reader, current: int) -> None:
    reader.open(document(), HITS, current)
    rect = layout.place(reader.pages._layout, HITS[current].boxes[0][0] - 1, HITS[current].boxes[0][1])
    at = (rect.y + rect.height / 2 - reader.pages.strip.value()) / reader.pages.viewport().height()
    assert at == pytest.approx(0.4, abs=0.01)


def test_stepping_walks_the_hits_and_leaves_at_the_ends(reader: Reader, qtbot: QtBot) -> None:
    changed: list[int] = []
    left: list[int] = []
    reader.hit_changed.connect(changed.append)
    reader.left_document.connect(left.append)
    reader.open(document(), HITS, 2)
    assert changed == []
    qtbot.mouseClick(reader.bar.next, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(reader.bar.next, Qt.MouseButton.LeftButton)
    assert (changed, left, reader.current) == ([3], [1], 3)
    reader.choose_hit(0)
    qtbot.mouseClick(reader.bar.previous, Qt.MouseButton.LeftButton)
    assert (changed, left, reader.current) == ([3, 0], [1, -1], 0)


def test_without_a_current_hit_stepping_starts_at_an_end(reader: Reader) -> None:
    reader.open(document(), HITS)
    assert reader.current == -1
    reader.step(-1)
    assert reader.current == 3
    reader.open(document(), HITS)
    reader.step(1)
    assert reader.current == 0


def test_a_click_on_a_tick_chooses_its_hit(reader: Reader, qtbot: QtBot) -> None:
    reader.open(document(), HITS, 0)
    strip = reader.pages.strip
    fractions = strip._ticks
    assert sorted(fractions) == list(fractions)
    with qtbot.waitSignal(reader.hit_changed) as chosen:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(7, round(fractions[2] * strip.height())))
    assert chosen.args == [2]
    assert strip.tick_at(fractions[2] * strip.height() + 30) is None
    image = strip.grab().toImage()
    assert image.pixelColor(7, round(fractions[1] * strip.height())) == QColor(LIGHT.tick)
    assert image.pixelColor(7, round(fractions[2] * strip.height())) == QColor(LIGHT.current_tick)


def test_thousands_of_hits_are_marked_once_and_take_a_tick_for_each_row(reader: Reader) -> None:
    first = HITS[0]
    page, (left, top, right, bottom) = first.boxes[0]
    spread = [((page, (left, top + n / 100, right, bottom + n / 100)),) for n in range(5000)]
    hits = tuple(replace(first, boxes=boxes) for boxes in spread)
    reader.open(document(), hits, 0)
    marks, ticks = reader.pages._hits, reader.pages.strip._ticks
    assert len(ticks) == 5000
    assert 0 < len(reader.pages.strip.rows) <= 50 * reader.pages.zoom * 4 / 3 + 2
    reader.open(document(), hits, 3000)
    assert reader.current == 3000
    assert reader.pages._hits is marks
    assert reader.pages.strip._ticks is ticks


def test_a_hit_over_a_page_break_is_marked_on_both_pages(reader: Reader, qtbot: QtBot) -> None:
    broken = PlacedHit(1, ((1, (100, 670, 400, 690)), (2, (100, 10, 400, 30))), 5)
    reader.open(document(), (broken,), 0)
    _wait_for(qtbot, reader, LIGHT.current_hit)
    page_break = round(reader.pages._layout.pages[0].bottom) - reader.pages.strip.value()
    image = _grab(reader)
    for rows in (range(page_break - 40, page_break), range(page_break + 12, page_break + 52)):
        assert LIGHT.current_hit in {image.pixelColor(250, y).name().upper() for y in rows}


def test_the_same_document_keeps_its_place_and_zoom(reader: Reader) -> None:
    reader.open(document(), HITS, 1)
    reader.pages.set_zoom(1.25)
    reader.open(document(), HITS[:2])
    place = reader.pages.strip.value()
    assert reader.pages.zoom == 1.25
    reader.open(document("other.pdf"))
    assert reader.pages.strip.value() == 0 != place


def test_hits_that_lie_nowhere_do_no_harm(reader: Reader) -> None:
    reader.open(document(), (PlacedHit(1, (), 0), hit(99)), 0)
    reader.step(1)
    assert reader.current == 1
    _grab(reader)


# ---- pages and zoom


def test_fit_width_is_the_rule_and_stops_where_lines_get_long(reader: Reader) -> None:
    reader.open(document())
    assert reader.pages._layout.pages[0].width == reader.pages.viewport().width() - 32
    reader.resize(2400, 640)
    assert reader.pages.zoom == 1.5
    reader.open(document("text.txt", kind=FileKind.TEXT))
    assert reader.pages.zoom == 1.0
    assert reader.bar.percent.text() == "100%"


def test_resizing_keeps_what_is_read_in_the_middle(reader: Reader) -> None:
    reader.open(document(), HITS, 2)
    page, before = _middle(reader)
    reader.resize(900, 500)
    assert _middle(reader)[0] == page
    assert _middle(reader)[1] == pytest.approx(before, abs=0.01)


def test_keys_zoom(reader: Reader, qtbot: QtBot) -> None:
    reader.open(document(), HITS, 2)
    fitted = reader.pages.zoom
    reader.activateWindow()
    reader.pages.setFocus()
    qtbot.keyClick(reader.pages, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert reader.pages.zoom > fitted
    assert not reader.bar.fit.isChecked()
    qtbot.keyClick(reader.pages, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(reader.pages, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert reader.pages.zoom < fitted
    qtbot.keyClick(reader.pages, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert reader.pages.zoom == fitted
    qtbot.mouseClick(reader.bar.fit, Qt.MouseButton.LeftButton)
    assert reader.bar.fit.isChecked()


def test_control_and_wheel_zoom_at_the_pointer(reader: Reader) -> None:
    reader.open(document(), HITS, 2)
    at = QPointF(200, 150)
    before = reader.pages._spot_at(at)
    assert before is not None
    _wheel(reader, at, 240, Qt.KeyboardModifier.ControlModifier)
    after = reader.pages._spot_at(at)
    assert after is not None
    assert reader.pages.zoom == pytest.approx(before_zoom(reader) * 1.21, rel=0.001)
    assert after.page == before.page
    assert after.down == pytest.approx(before.down, abs=0.005)
    assert after.across == pytest.approx(before.across, abs=0.005)


def before_zoom(reader: Reader) -> float:
    return (reader.pages.viewport().width() - 32) / (500 * 96 / 72)


def test_the_wheel_alone_scrolls(reader: Reader) -> None:
    reader.open(document())
    _wheel(reader, QPointF(200, 150), -120, Qt.KeyboardModifier.NoModifier)
    assert reader.pages.strip.value() > 0


def _wheel(reader: Reader, at: QPointF, turn: int, keys: Qt.KeyboardModifier) -> None:
    view = reader.pages.viewport()
    phase, buttons = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
    event = QWheelEvent(at, view.mapToGlobal(at), QPoint(), QPoint(0, turn), buttons, keys, phase, False)
    QApplication.sendEvent(view, event)


def test_keys_scroll(reader: Reader, qtbot: QtBot) -> None:
    reader.open(document())
    bar = reader.pages.strip
    places = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_End):
        qtbot.keyClick(reader.pages, key)
        places.append(bar.value())
    assert places == sorted(set(places))
    assert places[-1] == bar.maximum()
    assert reader.bar.page_field.text() == "4"
    qtbot.keyClick(reader.pages, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() < bar.maximum()
    qtbot.keyClick(reader.pages, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_a_page_is_named_by_its_label_first() -> None:
    pages = document().pages
    expected = [2, 2, 3, 6, 6, 0, 0, 0, 0]
    assert [page_named(typed, pages) for typed in ("ii", "II ", "1", "4", "6", "9", "0", "", "x")] == expected
    unlabelled = [replace(page, label="") for page in pages]
    assert [page_named(typed, unlabelled) for typed in ("1", "", "6")] == [1, 0, 6]


def test_typing_a_page_goes_there(reader: Reader, qtbot: QtBot) -> None:
    reader.open(document(), HITS, 0)
    field = reader.bar.page_field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "3")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert reader.pages.page == 5
    assert reader.pages.strip.value() == round(reader.pages._layout.pages[4].y) - 12
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "nowhere")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), reader.pages.page) == ("3", 5)


# ---- night, theme, language, access


def test_night_pages_follow_the_theme_and_the_button(reader: Reader, theme: Theme, qtbot: QtBot) -> None:
    reader.open(document(), HITS, 1)
    _wait_for(qtbot, reader, LIGHT.page)
    qtbot.mouseClick(reader.bar.night, Qt.MouseButton.LeftButton)
    _wait_for(qtbot, reader, LIGHT.night_page)
    assert LIGHT.backdrop in _colours(_grab(reader))
    lightened = QColor(*(max(pair) for pair in zip(_rgb(LIGHT.night_current_hit), _rgb(LIGHT.night_page), strict=True)))
    assert lightened.name().upper() in _colours(_grab(reader))
    theme.use(DARK)
    assert reader.pages.night
    assert DARK.backdrop in _colours(_grab(reader))
    reader.set_night(False)
    assert not reader.bar.night.isChecked()
    _wait_for(qtbot, reader, DARK.page)


def test_pane_buttons_ask_the_window(reader: Reader, qtbot: QtBot) -> None:
    reader.show_panes(sidebar=True, details=False)
    with qtbot.waitSignal(reader.details_toggled) as details:
        qtbot.mouseClick(reader.bar.details, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(reader.sidebar_toggled) as sidebar:
        qtbot.mouseClick(reader.bar.sidebar, Qt.MouseButton.LeftButton)
    assert (details.args, sidebar.args) == ([True], [False])


@pytest.mark.parametrize(("width", "roomy"), [(496, False), (600, True)])
def test_a_narrow_bar_leaves_out_the_zoom_buttons(reader: Reader, width: int, roomy: bool) -> None:
    reader.open(document(), HITS, 0)
    reader.resize(width, 640)
    assert reader.bar.zoom_in.isVisible() is roomy
    assert reader.bar.fit.isVisible()
    assert reader.width() == width


def test_tab_goes_through_the_bar_as_it_is_seen(reader: Reader) -> None:
    reader.open(document(), HITS, 0)
    reached = [reader.bar.sidebar]
    while (following := reached[-1].nextInFocusChain()) is not reader.bar.sidebar:
        reached.append(following)
    seen = [
        widget.x()
        for widget in reached
        if widget.parent() is reader.bar and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    assert len(seen) == 11
    assert seen == sorted(seen)


def test_a_screen_reader_gets_page_and_text(reader: Reader) -> None:
    reader.open(document(), HITS, 2)
    face = QAccessible.queryAccessibleInterface(reader.pages)
    assert face is not None
    assert face.text(QAccessible.Text.Name) == "The long view. Page 2 of 6"
    assert face.text(QAccessible.Text.Description) == document().text[30:40]
    named = [reader.bar.next, reader.bar.zoom_in, reader.bar.night, reader.bar.page_field, reader.bar.details]
    assert all(widget.accessibleName() for widget in named)


def test_a_screen_reader_gets_a_text_to_walk_in(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.open(document(), HITS, 2)
    face = QAccessible.queryAccessibleInterface(reader.heard)
    assert face is not None
    text = face.textInterface()
    assert text is not None
    assert text.characterCount() == 0, "nobody listens"
    assert not reader.heard.focusPolicy() & Qt.FocusPolicy.TabFocus
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    reader.go_to_page(3)
    whole = text.text(0, text.characterCount())
    assert whole.startswith(f"Page i\n{document().text[:10]}\nPage ii\n")
    assert text.text(text.cursorPosition(), text.cursorPosition() + 10) == document().text[20:30]
    assert reader.heard.focusPolicy() & Qt.FocusPolicy.TabFocus
    reader.clear()
    assert text.characterCount() == 0


def test_the_current_hit_is_announced(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    reader.open(document(), HITS, 0)
    assert said == [], "what a person did not step to is told by the list of results"
    reader.step(1)
    assert said == ["2 of 4: "], "there are no words on a blank page"


def test_a_new_language_is_taken_up(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.open(document(), HITS, 2)
    korean = {
        "hit <b>{number}</b> of {count}": "{count}곳 중 <b>{number}번째</b>",
        "p. {page} / {pages}": "{page} / {pages}쪽",
    }
    monkeypatch.setattr(type(reader.bar), "tr", lambda self, text: korean.get(text, text))
    QApplication.sendEvent(reader.bar, QEvent(QEvent.Type.LanguageChange))
    assert reader.bar.hit_words.text() == "4곳 중 <b>3번째</b>"
    assert (reader.bar.page_prefix.text(), reader.bar.page_suffix.text()) == ("", "/ 6쪽")


def test_a_closed_reader_opens_again(reader: Reader, qtbot: QtBot) -> None:
    reader.open(document(), HITS, 1)
    reader.close()
    assert "page pictures" not in {thread.name for thread in threading.enumerate()}
    reader.show()
    reader.open(document("other.pdf"), HITS, 1)
    _wait_for(qtbot, reader, LIGHT.current_hit)

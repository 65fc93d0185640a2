from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kinu_reader import extract
from kinu_reader.extract.boxes import Run, pack
from kinu_reader.model import FileKind, Page, PageState
from kinu_reader.tasks.reading import boxes_on
from kinu_reader.ui.actions import Actions
from kinu_reader.ui.binding import bind_reader
from kinu_reader.ui.reader import OpenDocument, PlacedBookmark, PlacedHit, Reader, layout
from kinu_reader.ui.theme import DARK, LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pytestqt.qtbot import QtBot

    from kinu_reader.ui.reader.document import Night

WIDTH, HEIGHT = 500.0, 700.0
LETTER, LINE = 8.0, 20.0  # points
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton

# Two columns on the first page, one on the second; the last sentence of the first runs over to the second.
LEFT_COLUMN = ("A policy needs years.", "It outlasts summits.")
RIGHT_COLUMN = ("통일정책은 이웃과", "함께 자란다. 정부가")
SECOND = ("바뀌어도 이어진다.", "", "New paragraph here.")


@dataclass(frozen=True)
class Pixels:
    width: int
    height: int
    stride: int
    samples: bytes


def paint(document: OpenDocument, page: int, width: int, night: Night | None) -> Pixels:
    colour = QColor(night[1] if night else "#FFFFFF")
    height = round(width * HEIGHT / WIDTH)
    return Pixels(width, height, width * 3, bytes(colour.getRgb()[:3]) * width * height)


def _lines(text: str, start: int, lines: Sequence[str], left: float, top: float) -> list[Run]:
    runs = []
    for line in lines:
        if line:
            at = text.index(line, start)
            boxes = [(left + LETTER * n, top, left + LETTER * (n + 1), top + 14) for n in range(len(line))]
            runs.append(Run(at, boxes))
        top += LINE
    return runs


@pytest.fixture(scope="module")
def document() -> OpenDocument:
    first = f"{' '.join(LEFT_COLUMN)}\n\n{' '.join(RIGHT_COLUMN)}"
    text = f"{first} {SECOND[0]}\n\n{SECOND[2]}"
    runs = [*_lines(text, 0, LEFT_COLUMN, 50, 100), *_lines(text, 0, RIGHT_COLUMN, 270, 100)]
    pages = (
        Page(1, "7", WIDTH, HEIGHT, 0, len(first), PageState.GOOD, pack(runs)),
        Page(2, "8", WIDTH, HEIGHT, len(first) + 1, len(text), PageState.GOOD, pack(_lines(text, 0, SECOND, 50, 60))),
    )
    return OpenDocument(1, Path("brief.pdf"), FileKind.PDF, pages, "The long view", text)


@pytest.fixture
def reader(document: OpenDocument, qtbot: QtBot) -> Iterator[Reader]:
    made = Reader(paint, Theme(LIGHT))
    bind_reader(Actions(made, {}), lambda: made, made)
    qtbot.addWidget(made)
    made.resize(700, 700)
    made.show()
    qtbot.waitExposed(made)
    made.open(document)
    made.pages.setFocus()
    yield made
    made.close()


def spot(reader: Reader, page: int, x: float, y: float) -> QPoint:
    """Return the point of the viewport at a point (points) of a page."""
    rect = reader.pages._layout.pages[page - 1]
    scale = rect.width / WIDTH
    return QPoint(round(rect.x + x * scale), round(rect.y + y * scale - reader.pages.strip.value()))


def letter(reader: Reader, words: str, after: bool = False) -> QPoint:
    """Return the point before the first letter of some words, or after their last."""
    text = reader.document.text
    at = text.index(words) + (len(words) - 1 if after else 0)
    for page in reader.document.pages:
        if boxes := extract.boxes_of(page, at, at + 1):
            x0, y0, x1, y1 = boxes[0]
            return spot(reader, page.number, x1 - 1 if after else x0 + 1, (y0 + y1) / 2)
    raise AssertionError(words)


def drag(reader: Reader, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
    view = reader.pages.viewport()
    QTest.mousePress(view, LEFT, keys, start)
    for part in (0.5, 1.0):
        QTest.mouseMove(view, start + (end - start) * part)
    QTest.mouseRelease(view, LEFT, keys, end)


def click(reader: Reader, at: QPoint, times: int = 1, keys: Qt.KeyboardModifier = NONE) -> None:
    view = reader.pages.viewport()
    for number in range(1, times + 1):
        if number in (2, 4):
            QTest.mouseDClick(view, LEFT, keys, at)
        else:
            QTest.mouseClick(view, LEFT, keys, at)


def selected(reader: Reader) -> str:
    start, end = reader.selection
    return reader.document.text[start:end]


# ---- the mouse


def test_a_drag_goes_by_reading_order_over_columns_and_pages(reader: Reader, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reader.selected) as told:
        drag(reader, letter(reader, "outlasts"), letter(reader, "바뀌어도", after=True))
    assert selected(reader) == "outlasts summits.\n\n통일정책은 이웃과 함께 자란다. 정부가 바뀌어도"
    assert tuple(told.args) == reader.selection
    assert reader.pages.selection.text == "outlasts summits.\n\n통일정책은 이웃과 함께 자란다. 정부가 [p. 7→8] 바뀌어도"


def test_a_drag_backwards_selects_the_same(reader: Reader) -> None:
    drag(reader, letter(reader, "이웃과", after=True), letter(reader, "summits"))
    assert selected(reader) == "summits.\n\n통일정책은 이웃과"


def test_beside_a_short_line_is_its_end(reader: Reader) -> None:
    drag(reader, letter(reader, "It"), spot(reader, 1, 217, 127))
    assert selected(reader) == LEFT_COLUMN[1]


def test_a_selection_is_blue_over_whole_lines(reader: Reader, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not reader._pictures.waiting())
    drag(reader, letter(reader, "A policy"), letter(reader, "summits.", after=True))
    image = reader.pages.viewport().grab().toImage()
    inside = [spot(reader, 1, 60, y) for y in (102, 112, 117, 122, 132)]  # also in the gap of the two lines
    assert {image.pixelColor(at).name().upper() for at in inside} == {LIGHT.selection}
    assert image.pixelColor(spot(reader, 1, 280, 107)) == QColor(LIGHT.page)
    reader.set_night(True)
    qtbot.waitUntil(lambda: not reader._pictures.waiting())
    image = reader.pages.viewport().grab().toImage()
    assert image.pixelColor(inside[0]) == QColor(DARK.selection)


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (2, "통일정책은"),
        (3, "통일정책은 이웃과 함께 자란다."),
        (4, "통일정책은 이웃과 함께 자란다. 정부가 바뀌어도 이어진다."),
    ],
)
def test_clicks_select_word_sentence_paragraph(reader: Reader, times: int, expected: str) -> None:
    click(reader, letter(reader, "정책은"), times)
    assert selected(reader) == expected


def test_a_word_that_is_dragged_grows_by_words(reader: Reader) -> None:
    view, start = reader.pages.viewport(), letter(reader, "이웃과")
    QTest.mouseClick(view, LEFT, NONE, start)
    QTest.mouseDClick(view, LEFT, NONE, start)
    QTest.mousePress(view, LEFT, NONE, start)  # a third: by sentences
    QTest.mouseMove(view, letter(reader, "정부가"))
    QTest.mouseRelease(view, LEFT, NONE, letter(reader, "정부가"))
    assert selected(reader) == "통일정책은 이웃과 함께 자란다. 정부가 바뀌어도 이어진다."


def test_shift_and_click_extends(reader: Reader) -> None:
    click(reader, letter(reader, "policy"))
    assert reader.selection[0] == reader.selection[1]
    click(reader, letter(reader, "years", after=True), keys=SHIFT)
    assert selected(reader) == "policy needs years"
    click(reader, letter(reader, "needs", after=True), keys=SHIFT)
    assert selected(reader) == "policy needs"


def test_a_click_gives_the_selection_up(reader: Reader, qtbot: QtBot) -> None:
    drag(reader, letter(reader, "policy"), letter(reader, "years", after=True))
    with qtbot.waitSignal(reader.selected) as told:
        click(reader, letter(reader, "eeds"))
    assert told.args[0] == told.args[1]
    assert not reader.selecting.bar.isVisible()


def test_selected_words_can_be_dragged_to_another_program(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    drag(reader, letter(reader, "policy"), letter(reader, "needs", after=True))
    taken: list[str] = []
    monkeypatch.setattr(reader.pages.pointer, "_drag_out", lambda: taken.append(reader.pages.selection.text))
    drag(reader, letter(reader, "olicy"), letter(reader, "함께"))
    assert taken == ["policy needs"]
    assert reader.pages.selection.mime_data().text() == "policy needs"
    assert selected(reader) == "policy needs"


def test_a_drag_past_the_edge_scrolls(reader: Reader, qtbot: QtBot) -> None:
    view = reader.pages.viewport()
    QTest.mousePress(view, LEFT, NONE, letter(reader, "policy"))
    QTest.mouseMove(view, QPoint(400, view.height() - 30))
    QTest.mouseMove(view, QPoint(400, view.height() + 40))
    qtbot.waitUntil(lambda: reader.pages.strip.value() == reader.pages.strip.maximum())
    QTest.mouseRelease(view, LEFT, NONE, QPoint(400, view.height() + 40))
    assert not reader.pages.pointer._scroller.isActive()
    assert selected(reader).endswith("New paragraph here.")


def test_a_page_without_text_selects_nothing(reader: Reader, document: OpenDocument) -> None:
    blank = Page(1, "1", WIDTH, HEIGHT, 0, 0, PageState.NO_TEXT, pack([]))
    reader.open(OpenDocument(2, Path("blank.pdf"), FileKind.PDF, (blank,), "Blank"))
    drag(reader, QPoint(100, 100), QPoint(300, 300))
    click(reader, QPoint(100, 100), 2)
    QTest.keyClick(reader.pages, Qt.Key.Key_A, CONTROL)
    assert reader.selection == (0, 0)
    assert reader.pages.selection.text == ""


def test_a_brief_that_was_read_anew_keeps_its_place(reader: Reader, document: OpenDocument) -> None:
    reader.pages.strip.setValue(120)
    QTest.keyClick(reader.pages, Qt.Key.Key_A, CONTROL)
    pages = tuple(replace(page, label=f"{page.number}0") for page in document.pages)
    reader.open(replace(document, pages=pages, text=document.text.upper()))
    assert reader.pages.strip.value() == 120
    assert reader.selection[0] == reader.selection[1]
    drag(reader, letter(reader, "정부가"), letter(reader, "바뀌어도", after=True))
    assert reader.pages.selection.text == "정부가 [p. 10→20] 바뀌어도"
    click(reader, letter(reader, "POLICY"), 2)
    assert selected(reader) == "POLICY"
    assert reader.bar.page_field.text() == "10"


# ---- the keyboard


def test_shift_and_arrows_select_from_where_was_clicked(reader: Reader) -> None:
    click(reader, letter(reader, "needs"))
    for _ in range(3):
        QTest.keyClick(reader.pages, Qt.Key.Key_Right, SHIFT)
    assert selected(reader) == "nee"
    QTest.keyClick(reader.pages, Qt.Key.Key_Right, SHIFT | CONTROL)
    assert selected(reader) == "needs "
    QTest.keyClick(reader.pages, Qt.Key.Key_Left, SHIFT | CONTROL)
    assert selected(reader) == ""
    QTest.keyClick(reader.pages, Qt.Key.Key_Left, SHIFT | CONTROL)
    assert selected(reader) == "policy "
    QTest.keyClick(reader.pages, Qt.Key.Key_End, SHIFT)
    assert selected(reader) == "needs years."


def test_up_and_down_go_from_line_to_line_and_column_to_column(reader: Reader) -> None:
    click(reader, letter(reader, "outlasts"))
    QTest.keyClick(reader.pages, Qt.Key.Key_Down, SHIFT)
    assert selected(reader) == "outlasts summits.\n\n"
    QTest.keyClick(reader.pages, Qt.Key.Key_Up, SHIFT)
    QTest.keyClick(reader.pages, Qt.Key.Key_Up, SHIFT)
    assert selected(reader) == "olicy needs years. It "
    for _ in range(3):
        QTest.keyClick(reader.pages, Qt.Key.Key_Down, SHIFT)
    assert selected(reader) == "outlasts summits.\n\n통일정책은 이웃과 "
    QTest.keyClick(reader.pages, Qt.Key.Key_Down, SHIFT)
    assert selected(reader).endswith("정부가 바뀌어"), "as far to the right as it was"


def test_without_a_caret_arrows_scroll_and_with_one_they_move_it(reader: Reader) -> None:
    reader.resize(700, 300)
    reader.pages.strip.setValue(0)
    click(reader, letter(reader, "A policy"))
    QTest.keyClick(reader.pages, Qt.Key.Key_Down)
    scrolled = reader.pages.strip.value()
    assert scrolled > 0
    assert reader.pages.selection.head == 0
    QTest.keyClick(reader.pages, Qt.Key.Key_F7)
    QTest.keyClick(reader.pages, Qt.Key.Key_Right, CONTROL)
    QTest.keyClick(reader.pages, Qt.Key.Key_End)
    assert reader.pages.selection.head == len(LEFT_COLUMN[0])
    QTest.keyClick(reader.pages, Qt.Key.Key_End, CONTROL)
    assert reader.pages.selection.head == len(reader.document.text)
    assert reader.pages.strip.value() > scrolled, "the caret is followed"
    QTest.keyClick(reader.pages, Qt.Key.Key_F7)
    QTest.keyClick(reader.pages, Qt.Key.Key_Home)
    assert reader.pages.strip.value() == 0


def test_the_sentence_of_a_place_is_read_out(
    reader: Reader, document: OpenDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    start = document.text.index("자란다")
    reader.show_found([PlacedHit(1, boxes_on(document.pages, start, start + 3), 0)])
    assert said == ["1 of 1: 통일정책은 이웃과 함께 자란다."]


def test_all_is_selected_and_copied(reader: Reader) -> None:
    QTest.keyClick(reader.pages, Qt.Key.Key_A, CONTROL)
    assert selected(reader) == reader.document.text
    QTest.keyClick(reader.pages, Qt.Key.Key_C, CONTROL)
    copied = QApplication.clipboard().text()
    assert copied == reader.document.text.replace("바뀌어도", "[p. 7→8] 바뀌어도")
    assert copied.endswith("이어진다.\n\nNew paragraph here.")


# ---- the bar


def test_the_bar_stands_above_the_words_and_below_at_the_top(reader: Reader) -> None:
    drag(reader, letter(reader, "policy"), letter(reader, "needs", after=True))
    first = reader.pages.selected_rects()[0]
    bar = reader.selecting.bar
    assert bar.isVisible()
    assert bar.height() == 38
    assert first.top() - bar.geometry().bottom() - 1 == 8
    reader.pages.strip.setValue(round(reader.pages._layout.pages[0].y + first.top() - 40))
    last = reader.pages.selected_rects()[-1]
    assert bar.y() - last.bottom() - 1 == 8
    reader.pages.strip.setValue(reader.pages.strip.maximum())
    assert not bar.isVisible()
    reader.pages.strip.setValue(0)
    assert bar.isVisible()
    assert reader.pages.viewport().rect().contains(bar.geometry())


def test_the_bar_waits_until_the_drag_is_over(reader: Reader) -> None:
    view = reader.pages.viewport()
    QTest.mousePress(view, LEFT, NONE, letter(reader, "policy"))
    QTest.mouseMove(view, letter(reader, "needs"))
    QTest.mouseMove(view, letter(reader, "years"))
    assert not reader.pages.selection.empty
    assert not reader.selecting.bar.isVisible()
    QTest.mouseRelease(view, LEFT, NONE, letter(reader, "years"))
    assert reader.selecting.bar.isVisible()


def test_the_bar_says_what_is_asked_for(reader: Reader, qtbot: QtBot) -> None:
    drag(reader, letter(reader, "통일정책은"), letter(reader, "함께", after=True))
    bar = reader.selecting.bar
    for colour in ("amber", "green", "blue", "rose"):
        with qtbot.waitSignal(reader.bookmark_asked) as asked:
            bar.colours[colour].click()
        assert asked.args == [colour]
        assert colour in bar.colours[colour].accessibleName()
    with qtbot.waitSignals([reader.note_asked, reader.quote_asked]):
        bar.note.click()
        bar.quote.click()
    with qtbot.waitSignal(reader.search_asked) as searched:
        bar.search.click()
    assert searched.args == ["통일정책은 이웃과 함께"]


def test_keys_bookmark_in_the_last_colour(reader: Reader) -> None:
    asked: list[str] = []
    reader.bookmark_asked.connect(asked.append)
    reader.note_asked.connect(lambda: asked.append("note"))
    reader.activateWindow()
    QTest.keyClick(reader.pages, Qt.Key.Key_D, CONTROL)
    assert asked == [], "nothing is selected"
    QTest.keyClick(reader.pages, Qt.Key.Key_A, CONTROL)
    for key, keys in ((Qt.Key.Key_D, CONTROL), (Qt.Key.Key_3, CONTROL), (Qt.Key.Key_D, CONTROL)):
        QTest.keyClick(reader.pages, key, keys)
    QTest.keyClick(reader.pages, Qt.Key.Key_D, CONTROL | SHIFT)
    assert asked == ["amber", "blue", "blue", "note"]


def test_the_bar_is_reached_by_tab_and_left_by_escape(reader: Reader) -> None:
    QTest.keyClick(reader.pages, Qt.Key.Key_A, CONTROL)
    reader.activateWindow()
    QTest.keyClick(reader.pages, Qt.Key.Key_Tab)
    assert reader.focusWidget() is reader.selecting.bar.colours["amber"]
    QTest.keyClick(reader.selecting.bar.colours["amber"], Qt.Key.Key_Escape)
    assert reader.selection[0] == reader.selection[1]
    assert not reader.selecting.bar.isVisible()
    assert reader.focusWidget() is reader.pages


# ---- bookmarks


def bookmark(reader: Reader, id: str, words: str, colour: str, note: str = "") -> PlacedBookmark:
    start = reader.document.text.index(words)
    return PlacedBookmark(id, colour, boxes_on(reader.document.pages, start, start + len(words)), note)


def test_bookmarks_are_underlined_in_their_colour(reader: Reader, qtbot: QtBot) -> None:
    reader.show_bookmarks([bookmark(reader, "5", "policy", "amber"), bookmark(reader, 6, "이웃과", "rose")])
    qtbot.waitUntil(lambda: not reader._pictures.waiting())
    image = reader.pages.viewport().grab().toImage()
    for words, colours in (("policy", LIGHT.amber), ("이웃과", LIGHT.rose)):
        x = letter(reader, words).x() + 4
        bottom = spot(reader, 1, 0, 114).y()
        column = [image.pixelColor(x, y).name().upper() for y in range(bottom - 3, bottom + 8)]
        assert column.count(colours.fill) == 3
        assert column.count(colours.line) == 1
        assert column.index(colours.line) > column.index(colours.fill)
    reader.pages.turn()
    qtbot.waitUntil(lambda: not reader._pictures.waiting())
    number, box = bookmark(reader, 5, "policy", "amber").boxes[0]
    line = layout.place(reader.pages._layout, number - 1, box)
    turned = reader.pages.viewport().grab().toImage()
    row = [turned.pixelColor(round(line.x) + across, round(line.y) + 8).name().upper() for across in range(-8, 4)]
    assert row.index(LIGHT.amber.line) < row.index(LIGHT.amber.fill), "the foot of a line turned clockwise is left"
    for _ in range(3):
        reader.pages.turn()
    reader.pages.strip.setValue(0)
    reader.show_bookmarks([])
    assert reader.pages.viewport().grab().toImage().pixelColor(x, bottom) == QColor(LIGHT.page)


def test_a_click_opens_a_bookmark_and_hovering_shows_its_note(reader: Reader, qtbot: QtBot) -> None:
    reader.show_bookmarks([bookmark(reader, "5", "policy needs", "green", "for chapter 3")])
    at = letter(reader, "needs")
    with qtbot.waitSignal(reader.bookmark_clicked) as clicked:
        click(reader, at)
    assert clicked.args == ["5"]
    found = reader.pages.bookmark_at(QPointF(at + QPoint(0, 11)))  # on the line itself
    assert found is not None
    assert found.note == "for chapter 3"
    assert reader.pages.bookmark_at(QPointF(letter(reader, "years"))) is None
    with qtbot.assertNotEmitted(reader.bookmark_clicked):
        drag(reader, letter(reader, "policy"), letter(reader, "years"))


def test_hits_and_selection_can_overlap(reader: Reader, document: OpenDocument, qtbot: QtBot) -> None:
    boxes = tuple((1, box) for box in extract.boxes_of(document.pages[0], 2, 8))
    reader.open(document, [PlacedHit(1, boxes, 0)], 0)
    qtbot.waitUntil(lambda: not reader._pictures.waiting())
    drag(reader, letter(reader, "A policy"), letter(reader, "needs", after=True))
    image = reader.pages.viewport().grab().toImage()
    assert image.pixelColor(letter(reader, "olicy")) == QColor(LIGHT.selection), "what is selected is seen"

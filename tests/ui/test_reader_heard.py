"""What those who do not see the pages get of them: a text to walk and to read on in, that turns the pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kinu_reader.extract.boxes import Run, pack
from kinu_reader.model import FileKind, Page, PageState
from kinu_reader.ui.actions import Actions
from kinu_reader.ui.binding import bind_reader
from kinu_reader.ui.reader import OpenDocument, Reader
from kinu_reader.ui.reader.excerpt import MOST, excerpt
from kinu_reader.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from kinu_reader.ui.reader.document import Night

WAIT = 20_000
LINES, LETTERS = 30, 40  # of a page
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def paint(document: OpenDocument, page: int, width: int, night: Night | None) -> None:
    raise OSError(0, "no pages are drawn here")


def brief(pages: int) -> OpenDocument:
    """Return a brief with pages of text, each line a paragraph."""
    made, parts, at = [], [], 0
    for number in range(1, pages + 1):
        start, runs = at, []
        for line in range(LINES):
            words = f"{number} · {line} ".ljust(LETTERS, "말")
            runs.append(Run(at, [(50 + 8 * n, 40 + 20 * line, 58 + 8 * n, 54 + 20 * line) for n in range(LETTERS)]))
            parts.append(words)
            at += LETTERS + 1
        made.append(Page(number, str(number), 500, 700, start, at - 1, PageState.GOOD, pack(runs)))
    return OpenDocument(1, Path("brief.pdf"), FileKind.PDF, tuple(made), "The long view", "\n".join(parts))


@pytest.fixture
def reader(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    made = Reader(paint, Theme(LIGHT))
    bind_reader(Actions(made, {}), lambda: made, made)
    qtbot.addWidget(made)
    made.resize(700, 700)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def caret(reader: Reader) -> int:
    return reader.heard._excerpt.offset(reader.heard.textCursor().position())


def test_reading_on_from_the_last_line_of_a_page_turns_to_the_next(reader: Reader) -> None:
    reader.open(brief(5))
    heard = reader.heard
    heard.setFocus()
    assert reader.pages.keys.browsing, "who sees the pages sees where the keys walk"
    assert heard.geometry() == reader.pages.geometry()
    for _ in range(LINES + 5):
        QTest.keyClick(heard, Qt.Key.Key_Down)
    document = reader.document
    assert document is not None
    assert document.pages[1].start < caret(reader) < document.pages[1].end
    assert reader.pages.selection.head == caret(reader)
    scrolled = reader.pages.strip.value()
    assert scrolled > 0
    for _ in range(LINES):
        QTest.keyClick(heard, Qt.Key.Key_Down)
    assert reader.pages.page in (2, 3)
    assert reader.pages.strip.value() > scrolled
    reader.pages.setFocus()
    assert not reader.pages.keys.browsing


def test_what_is_selected_there_is_selected_on_the_page_and_copied_clean(reader: Reader) -> None:
    reader.open(brief(3))
    heard, document = reader.heard, reader.document
    assert document is not None
    heard.setFocus()
    at = document.pages[1].start
    reader.pages.selection.begin(at)
    assert caret(reader) == at, "the caret follows the pages"
    for _ in range(3):
        QTest.keyClick(heard, Qt.Key.Key_Right, SHIFT)
    assert reader.selection == (at, at + 3)
    QTest.keyClick(heard, Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == document.text[at : at + 3]


def test_the_caret_follows_whoever_scrolls_but_not_within_the_page(reader: Reader) -> None:
    reader.open(brief(5))
    document, face = reader.document, QAccessible.queryAccessibleInterface(reader.heard)
    assert document is not None
    assert face is not None
    text = face.textInterface()
    reader.go_to_page(4)
    assert caret(reader) == document.pages[3].start
    text.setCursorPosition(text.cursorPosition() + 7)  # as an assistive program does, reading on
    assert reader.pages.selection.head == document.pages[3].start + 7
    reader.pages.strip.setValue(reader.pages.strip.value() + 5)
    assert caret(reader) == document.pages[3].start + 7


def test_of_a_long_brief_the_pages_around_are_held(reader: Reader, qtbot: QtBot) -> None:
    document = brief(600)
    assert len(document.text) > 3 * MOST
    reader.open(document)
    heard = reader.heard
    first = heard._excerpt
    assert len(first.pages) < first.of
    assert len(first.text) < 1.1 * MOST
    last = first.pages[-1].number
    reader.go_to_page(last - 1)
    assert heard._excerpt is first, "it changes at its ends only"
    heard.setFocus()
    reader.pages.selection.begin(document.pages[last - 1].start)
    reader.go_to_page(last)
    qtbot.waitUntil(lambda: heard._excerpt is not first, timeout=WAIT)
    assert heard._excerpt.holds(last)
    assert caret(reader) == document.pages[last - 1].start, "the caret stays where it was in the brief"
    reader.go_to_page(600)
    qtbot.waitUntil(lambda: heard._excerpt.holds(600), timeout=WAIT)
    qtbot.waitUntil(lambda: heard._excerpt.page_at(heard.textCursor().position()) == 600, timeout=WAIT)


def test_nothing_is_held_while_nobody_listens(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.open(brief(2))
    assert reader.heard.toPlainText()
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    reader.go_to_page(2)
    assert not reader.heard.toPlainText()
    assert reader.heard.focusPolicy() is Qt.FocusPolicy.NoFocus


@given(st.lists(st.text("a말𠀋 \n", max_size=8), min_size=1, max_size=12), st.data())
def test_every_offset_of_the_pages_held_is_found_again(bodies: list[str], data: st.DataObject) -> None:
    pages, at = [], 0
    for number, body in enumerate(bodies, 1):
        pages.append(Page(number, str(number), 500, 700, at, at + len(body), PageState.GOOD, b""))
        at += len(body) + 1
    text, number = "\n".join(bodies), data.draw(st.integers(1, len(bodies)))
    most = data.draw(st.integers(0, 60))
    held = excerpt(text, pages, number, lambda page: f"Page {page.label}", most)
    numbers = [page.number for page in held.pages]
    assert number in numbers
    assert numbers == list(range(numbers[0], numbers[-1] + 1))
    longest = max(most, len(bodies[number - 1]))
    assert sum(page.end - page.start for page in held.pages) <= longest
    assert held.holds(number) or not {number - 1, number + 1} & set(range(1, len(bodies) + 1)) <= set(numbers)
    for page in held.pages:
        for offset in range(page.start, page.end + 1):
            position = held.position(offset)
            assert position is not None
            assert held.offset(position) == offset
            assert held.page_at(position) == page.number
    outside = [page for page in pages if page.number not in numbers]
    assert all(held.position(page.start) is None for page in outside if page.start < page.end)

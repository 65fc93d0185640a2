"""Bookmarks through the real window: kept on the page, listed, edited, thrown away and brought back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from kinu_reader.model import Colour
from kinu_reader.tasks.bookmarking import keep
from kinu_reader.ui.bookmarks.model import KEPT, BookmarksModel, Kept, Order
from kinu_reader.ui.reader.words import sentence_at
from kinu_reader.ui.sidebar import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.window import Window

WAIT = 20_000


def read(window: Window, qtbot: QtBot, words: str) -> tuple[int, int]:
    """Open the first brief that holds the words; return where they stand in its text."""
    with qtbot.waitSignal(window.session.answered, timeout=WAIT):
        window.top.search.setText(f'"{words}"')
    qtbot.waitUntil(lambda: window.reader.document is not None and words in window.reader.document.text, timeout=WAIT)
    assert window.reader.document is not None
    start = window.reader.document.text.index(words)
    return start, start + len(words)


def select(window: Window, start: int, end: int) -> None:
    window.reader.pages.selection.select(start, end)


def test_the_model_is_sound(full_shelf: Archive, qtbot: QtBot) -> None:
    id = full_shelf.library.ids()[0]
    brief = full_shelf.library.brief(id)
    assert brief is not None
    made = [keep(full_shelf, id, at, at + 9, colour=colour) for at, colour in ((60, Colour.ROSE), (20, Colour.BLUE))]
    model = BookmarksModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    kept = [Kept.of(bookmark, brief) for bookmark in made]
    model.sort_by(Order.BRIEF)
    model.show(kept)
    assert [kept.bookmark.anchor.start for kept in model.rows] == [20, 60]
    model.sort_by(Order.COLOUR)
    model.show(kept)
    assert [kept.bookmark.colour for kept in model.rows] == [Colour.BLUE, Colour.ROSE]
    assert model.index(0).data() == "blue · 1"
    changed = replace(made[0], note="for chapter 3")
    model.change({changed.id: Kept.of(changed, brief)})
    assert model.rows[1].bookmark == changed == model.index(model.row_of(changed.id)).data(KEPT).bookmark
    del tester


def test_words_chosen_are_kept_marked_and_listed(window: Window, full_shelf: Archive, qtbot: QtBot) -> None:
    start, end = read(window, qtbot, "diplomatic horizon")
    select(window, start, end)
    with qtbot.waitSignal(window.session.kept, timeout=WAIT) as kept:
        window.reader.bookmark_asked.emit("green")
    (bookmark,) = kept.args[0]
    assert (bookmark.anchor.quote, bookmark.colour) == ("diplomatic horizon", Colour.GREEN)
    qtbot.waitUntil(lambda: len(window.details._bookmarks) == 1, timeout=WAIT)
    assert window.reader.bar._hit[1] > 1  # the hits are still those of the search
    window.places.go(Place.BOOKMARKS)
    qtbot.waitUntil(lambda: window.places.bookmarks.rows.rowCount() == 1, timeout=WAIT)
    assert window.places.kept.form.quote.text().replace("\u2060", "") == "“diplomatic horizon”"
    qtbot.waitUntil(lambda: "p" in window.places.kept.cite.note.text(), timeout=WAIT)


def test_a_note_is_typed_beside_the_page_and_found_by_the_search(window: Window, qtbot: QtBot) -> None:
    select(window, *read(window, qtbot, "diplomatic horizon"))
    with qtbot.waitSignal(window.session.kept, timeout=WAIT):
        window.reader.note_asked.emit()
    form = window.places.bookmarking._dialog.form
    qtbot.waitUntil(lambda: form.isVisible(), timeout=WAIT)
    form.note.setPlainText("zeppelins again")
    with qtbot.waitSignal(window.session.kept, timeout=WAIT):
        qtbot.keyClick(form.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not form.isVisible(), "it is done"
    with qtbot.waitSignal(window.session.answered, timeout=WAIT) as answered:
        window.top.search.setText("note:zeppelins")
    assert answered.args[0].total == 1


def test_what_is_thrown_away_comes_back(window: Window, full_shelf: Archive, qtbot: QtBot) -> None:
    id = full_shelf.library.ids()[0]
    for start in (10, 40, 80):
        keep(full_shelf, id, start, start + 20)
    window.places.go(Place.BOOKMARKS)
    panel = window.places.bookmarks
    qtbot.waitUntil(lambda: panel.rows.rowCount() == 3, timeout=WAIT)
    panel.view.choose(0)
    with qtbot.waitSignal(window.session.kept, timeout=WAIT):
        qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert panel.rows.rowCount() == 2
    with qtbot.waitSignal(window.session.kept, timeout=WAIT):
        window.session.undo_edit()
    qtbot.waitUntil(lambda: panel.rows.rowCount() == 3, timeout=WAIT)


def test_the_list_is_narrowed_by_words_and_colours(window: Window, full_shelf: Archive, qtbot: QtBot) -> None:
    id = full_shelf.library.ids()[0]
    keep(full_shelf, id, 10, 30, colour=Colour.BLUE, note="for chapter 3", tags=["horizon"])
    keep(full_shelf, id, 40, 60, colour=Colour.ROSE)
    window.places.go(Place.BOOKMARKS)
    panel = window.places.bookmarks
    qtbot.waitUntil(lambda: panel.rows.rowCount() == 2, timeout=WAIT)
    panel.filters.field.setText("CHAPTER horizon")
    assert [kept.bookmark.colour for kept in panel.rows.rows] == [Colour.BLUE]
    panel.filters.colours[Colour.ROSE].setChecked(True)
    assert panel.rows.rowCount() == 0
    assert panel.notice.isVisible()
    panel.filters.field.clear()
    assert [kept.bookmark.colour for kept in panel.rows.rows] == [Colour.ROSE]


def test_words_are_copied_with_their_citation(window: Window, qtbot: QtBot) -> None:
    select(window, *read(window, qtbot, "diplomatic horizon"))
    with qtbot.waitSignal(window.quoting.copied, timeout=WAIT):
        window.reader.quote_asked.emit()
    data = QApplication.clipboard().mimeData()
    assert data.text().startswith("“diplomatic horizon” (Han, 2024, p. ")
    assert data.hasFormat("text/rtf")


def test_a_bookmark_is_gone_to_from_beside_the_page(window: Window, full_shelf: Archive, qtbot: QtBot) -> None:
    start, end = read(window, qtbot, "diplomatic horizon")
    assert window.reader.document is not None
    made = keep(full_shelf, window.reader.document.brief, start, end)
    window.places.bookmarking.marking._mark()
    qtbot.waitUntil(lambda: len(window.details._bookmarks) == 1, timeout=WAIT)
    with qtbot.waitSignal(window.reading.opened, timeout=WAIT):
        window.details.bookmark_chosen.emit(made.id)
    assert window.reader.current == 0


def test_the_key_keeps_the_sentence_of_the_hit_where_nothing_is_selected(
    window: Window, full_shelf: Archive, qtbot: QtBot
) -> None:
    read(window, qtbot, "diplomatic horizon")
    qtbot.waitUntil(lambda: window.reader.current >= 0, timeout=WAIT)
    hit = window.reader._hits[window.reader.current]
    window.results.view.setFocus()
    with qtbot.waitSignal(window.session.kept, timeout=WAIT) as kept:
        qtbot.keyClick(window.results.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    (bookmark,) = kept.args[0]
    text = full_shelf.library.text(bookmark.brief)
    assert (bookmark.anchor.start, bookmark.anchor.end) == sentence_at(text, hit.start)
    assert "diplomatic horizon" in bookmark.anchor.quote.lower()

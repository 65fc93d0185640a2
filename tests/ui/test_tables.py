"""Records in rows: the table of doubts and the table of briefs, through the real window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit

from kinu_reader.model import Filters
from kinu_reader.tasks.archive import catch_up
from kinu_reader.ui.sidebar import Place
from kinu_reader.ui.tables.briefs_model import COLUMNS, BriefsModel
from kinu_reader.ui.tables.review_model import VALUE, ReviewModel

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.window import Window

WAIT = 20_000
ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


def test_the_models_are_sound(full_shelf: Archive, qtbot: QtBot) -> None:
    known = list(full_shelf.library.briefs(full_shelf.library.ids()).values())
    briefs, doubts = BriefsModel(), ReviewModel()
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for model in (briefs, doubts)
    ]
    briefs.show(known)
    doubts.show([(brief, "title") for brief in known])
    for column in range(len(COLUMNS)):
        briefs.sort(column, Qt.SortOrder.DescendingOrder)
    doubts.forget(known[0])
    assert (briefs.rowCount(), doubts.rowCount()) == (len(known), len(known) - 1)
    del testers


def test_rows_that_say_nothing_come_last_in_either_order(full_shelf: Archive, qtbot: QtBot) -> None:
    model = BriefsModel()
    model.show(list(full_shelf.library.briefs(full_shelf.library.ids()).values()))
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        model.sort(COLUMNS.index("date"), order)
        dates = [brief.record.date for brief in model.briefs]
        known = [date for date in dates if date]
        assert dates[-1] is None
        assert known == sorted(known, reverse=order is Qt.SortOrder.DescendingOrder)


def open_table(window: Window, qtbot: QtBot) -> None:
    window.places.go(Place.TABLE)
    qtbot.waitUntil(lambda: window.places.briefs.rows.rowCount() > 10, timeout=WAIT)


def test_one_value_typed_goes_for_all_rows_chosen_and_is_taken_back(window: Window, qtbot: QtBot) -> None:
    open_table(window, qtbot)
    table, column = window.places.briefs.table, COLUMNS.index("institute")
    before = [brief.record.institute for brief in window.places.briefs.rows.briefs]
    table.setColumnHidden(column, False)
    table.selectAll()
    table.setCurrentIndex(window.places.briefs.rows.index(0, column))
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    editor.setText("Hanmaru")
    with qtbot.waitSignal(window.session.held, timeout=WAIT):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert {brief.record.institute for brief in window.places.briefs.rows.briefs} == {"Hanmaru"}
    with qtbot.waitSignal(window.session.held, timeout=WAIT):
        window.session.undo_edit()
    assert [brief.record.institute for brief in window.places.briefs.rows.briefs] == before


def test_the_bar_sets_a_field_of_the_rows_chosen_only(window: Window, qtbot: QtBot) -> None:
    open_table(window, qtbot)
    rows, bar = window.places.briefs.rows, window.places.briefs.batch
    assert bar.isHidden()
    window.places.briefs.table.selectionModel().select(rows.index(2, 0), ROWS)
    assert not bar.isHidden()
    bar.field.setCurrentIndex(bar.field.findData("place"))
    bar.new.setText("Busan")
    with qtbot.waitSignal(window.session.held, timeout=WAIT):
        qtbot.mouseClick(bar.apply, Qt.MouseButton.LeftButton)
    assert [n for n, brief in enumerate(rows.briefs) if brief.record.place == "Busan"] == [2]


def test_the_table_follows_the_search_and_leads_back_to_the_passages(window: Window, qtbot: QtBot) -> None:
    open_table(window, qtbot)
    with qtbot.waitSignal(window.session.answered, timeout=WAIT):
        window.top.search.setText("CO 24-15")
    qtbot.waitUntil(lambda: 0 < window.places.briefs.rows.rowCount() < 10, timeout=WAIT)
    window.places.briefs.table.selectRow(1)
    id = window.places.briefs.rows.briefs[1].id
    qtbot.keyClick(window.places.briefs.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.reader.document is not None and window.reader.document.brief == id, timeout=WAIT)
    assert window.panes.place is Place.SEARCH
    assert window.places.briefs.rows.rowCount() == 0  # thousands of records are let go of
    assert window.reader.isVisible()


def test_a_doubt_is_settled_by_typing_and_leaves_the_list(window: Window, qtbot: QtBot) -> None:
    window.places.go(Place.REVIEW)
    qtbot.waitUntil(lambda: window.places.review.rows.rowCount() > 0, timeout=WAIT)
    brief, field = window.places.review.rows.at(0)
    assert field in brief.record.needs_review
    qtbot.waitUntil(
        lambda: window.reader.document is not None and window.reader.document.brief == brief.id, timeout=WAIT
    )
    before = window.places.review.rows.rowCount()
    qtbot.keyClick(window.places.review.table, Qt.Key.Key_F2)
    editor = window.places.review.table.findChild(QLineEdit)
    assert editor is not None
    assert (
        window.places.review.table.currentIndex().column() == VALUE
        or window.places.review.table.currentIndex().row() == 0
    )
    editor.setText("2024-01-30")
    with qtbot.waitSignal(window.session.held, timeout=WAIT):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert window.places.review.rows.rowCount() == before - 1


def test_nothing_to_review_is_said(window: Window, qtbot: QtBot, full_shelf: Archive) -> None:
    window.places.go(Place.REVIEW)
    qtbot.waitUntil(lambda: window.places.review.rows.rowCount() > 0, timeout=WAIT)
    window.places.review.show_doubts([])
    assert not window.places.review.table.isVisible()
    assert window.places.review.notice.isVisible()
    assert full_shelf.library.ids(Filters(needs_review=True))


def test_a_thousand_briefs_are_corrected_by_one_hand_movement(
    open_window: Callable[..., Window], shelf: Archive, shelve: Callable[..., int], qtbot: QtBot
) -> None:
    for number in range(1000):
        shelve(
            f"Brief {number} about tides.", title=f"Tides {number}", institute="Old Name", needs_review=("institute",)
        )
    catch_up(shelf)
    window = open_window(shelf.library.folder)
    window.places.go(Place.TABLE)
    briefs = window.places.briefs
    qtbot.waitUntil(lambda: briefs.rows.rowCount() == 1000, timeout=WAIT)
    qtbot.keyClick(briefs.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert briefs.batch.apply.text() == "Apply to 1000 briefs"
    briefs.batch.field.setCurrentIndex(briefs.batch.field.findData("institute"))
    briefs.batch.new.setFocus()
    qtbot.keyClicks(briefs.batch.new, "Harbour Institute")
    with qtbot.waitSignal(window.session.held, timeout=60_000):
        qtbot.keyClick(briefs.batch.new, Qt.Key.Key_Return)
    known = shelf.library.briefs(shelf.library.ids()).values()
    assert {brief.record.institute for brief in known} == {"Harbour Institute"}
    assert not shelf.library.to_review()
    with qtbot.waitSignal(window.session.held, timeout=60_000):
        window.session.undo_edit()
    known = shelf.library.briefs(shelf.library.ids()).values()
    assert {brief.record.institute for brief in known} == {"Old Name"}

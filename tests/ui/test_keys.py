from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from kinu_reader.ui.actions import KEYS, meet
from kinu_reader.ui.citing.quote_dialog import QuoteDialog
from kinu_reader.ui.keys_dialog import KeysDialog
from kinu_reader.ui.relations.duplicates_dialog import DuplicatesDialog
from kinu_reader.ui.sidebar import Place
from kinu_reader.ui.value_label import ValueLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from kinu_reader.ui.window import Window

WAIT = 20_000
OTHER = "Ctrl+J"  # which no action has


@pytest.fixture
def read(window: Window, qtbot: QtBot) -> Iterator[Window]:
    """A window with a search, its first passage on the page; it has its own keys again at the end."""
    with qtbot.waitSignal(
        window.session.answered, timeout=WAIT, check_params_cb=lambda result: result.request.text == "unification"
    ):
        window.top.search.setText("unification")
    qtbot.waitUntil(lambda: window.reader.document is not None and window.reader.current >= 0, timeout=WAIT)
    yield window
    window.commands.restore_keys()


def press(window: Window, key: str) -> None:
    """Press keys as a person does: whatever has the focus gets them."""
    combination = QKeySequence(key)[0]
    focus = QApplication.focusWidget() or window
    QTest.keyClick(focus, combination.key(), combination.keyboardModifiers())


def only(window: Window, name: str, acted: Callable[[], bool], ready: Callable[[], None]) -> None:
    """Change the key of an action: the new key does it, the old one does not, and does again once it is restored."""
    window.commands.change_key(name, OTHER)
    ready()
    press(window, KEYS[name])
    assert not acted(), f"{name}: the old key still acts"
    ready()
    press(window, OTHER)
    assert acted(), f"{name}: the new key does not act"
    window.commands.restore_keys()
    ready()
    press(window, OTHER)
    assert not acted(), f"{name}: the key is not restored"
    ready()
    press(window, KEYS[name])
    assert acted(), f"{name}: the key as delivered does not act"


class Heard:
    """Counts what a signal says."""

    def __init__(self, signal: object) -> None:
        self.times = 0
        signal.connect(self._on)  # type: ignore[attr-defined]

    def _on(self, *_: object) -> None:
        self.times += 1

    def __call__(self) -> bool:
        times, self.times = self.times, 0
        return times > 0


def test_no_two_actions_have_a_key_where_both_act() -> None:
    twice = [pair for pair in combinations(KEYS, 2) if KEYS[pair[0]] == KEYS[pair[1]] != "" and meet(*pair)]
    assert twice == []


def test_there_is_no_key_beside_the_table(read: Window, qtbot: QtBot) -> None:
    for place in Place:
        read.places.go(place)
    for name in KEYS:
        assert read.commands._shortcuts[name] or name in ("finish-note", "leave-out", "close-beside"), name
    known = {shortcut for each in read.commands._shortcuts.values() for shortcut in each}
    assert set(read.findChildren(QShortcut)) <= known


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_keys_of_the_search_field_can_be_changed(read: Window, qtbot: QtBot) -> None:
    field, view = read.top.search, read.results.view
    here = [view.current_row()]

    def ready() -> None:
        field.setFocus()
        view.walk(1)
        here[0] = view.current_row()

    def walked() -> bool:
        return view.current_row() is not here[0]

    only(read, "next-passage", walked, ready)
    only(read, "previous-passage", walked, ready)
    only(read, "leave-search", view.hasFocus, field.setFocus)

    def offered() -> bool:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            menu.close()
        return menu is not None

    only(read, "recent-searches", offered, field.setFocus)
    only(read, "clear-search", lambda: not field.text(), lambda: (field.setText("unification"), field.setFocus())[1])


def test_the_keys_of_the_results_can_be_changed(read: Window, qtbot: QtBot) -> None:
    view = read.results.view
    only(read, "read", read.reader.pages.hasFocus, view.setFocus)
    only(read, "leave-list", read.top.search.hasFocus, view.setFocus)
    view.binned.disconnect()
    only(read, "to-bin", Heard(view.binned), view.setFocus)
    view.tab_asked.disconnect()
    only(read, "read-in-tab", Heard(view.tab_asked), view.setFocus)


def test_the_keys_of_the_tables_can_be_changed(read: Window, qtbot: QtBot) -> None:
    read.places.go(Place.TABLE)
    panel = read.places.briefs
    qtbot.waitUntil(lambda: panel.rows.rowCount() > 1, timeout=WAIT)
    table = panel.table

    def ready() -> None:
        for editor in table.findChildren(QLineEdit):
            QTest.keyClick(editor, Qt.Key.Key_Escape)
        QApplication.sendPostedEvents(None, 52)  # DeferredDelete: the editor is gone
        table.setFocus()
        table.selectRow(0)

    only(read, "edit", lambda: bool(table.findChildren(QLineEdit)), ready)
    ready()
    panel.binned.disconnect()
    only(read, "to-bin", Heard(panel.binned), ready)
    panel.entered.disconnect()
    only(read, "read", Heard(panel.entered), ready)


def test_the_keys_of_the_review_can_be_changed_and_it_says_which_they_are(read: Window, qtbot: QtBot) -> None:
    read.places.go(Place.REVIEW)
    panel = read.places.review
    qtbot.waitUntil(lambda: panel.rows.rowCount() > 0, timeout=WAIT)
    panel.accepted.disconnect()
    panel.edited.disconnect()
    only(read, "accept", Heard(panel.accepted), panel.table.setFocus)
    only(read, "empty", Heard(panel.edited), panel.table.setFocus)
    read.commands.change_key("accept", OTHER)
    assert panel._hint.text().startswith("Ctrl+J accepts, F2 edits")


def test_the_keys_of_the_series_can_be_changed_and_it_says_which_they_are(read: Window, qtbot: QtBot) -> None:
    read.places.go(Place.SERIES)
    panel = read.places.series
    qtbot.waitUntil(lambda: panel.view.current() is not None or panel.view.first().isValid(), timeout=WAIT)
    model = panel.view.rows
    everywhere = [model.index(row, at) for row in range(model.rowCount()) for at in range(len(model.row(row).slots))]
    missing = next(index for index in everywhere if model.slot(index).state.name == "MISSING")
    there = next(index for index in everywhere if model.slot(index).cards)

    def stand_on(index: object) -> Callable[[], None]:
        return lambda: (panel.view.setFocus(), panel.view.choose(index))[0]  # type: ignore[arg-type]

    panel.absent_marked.disconnect()
    only(read, "absent", Heard(panel.absent_marked), stand_on(missing))
    panel.opened.disconnect()
    only(read, "read", Heard(panel.opened), stand_on(there))
    read.commands.change_key("absent", OTHER)
    assert "Ctrl+J: does not exist" in panel._legend._keys.text()


def test_the_keys_of_the_sidebar_and_of_a_record_can_be_changed(read: Window, qtbot: QtBot) -> None:
    read.places.go(Place.SEARCH)
    with qtbot.waitSignal(read.session.held, timeout=WAIT, check_params_cb=lambda held: held.searches):
        read.results.save.click()
    sidebar = read.sidebar
    sidebar.setCurrentItem(
        next(sidebar.item(at) for at in range(sidebar.count()) if sidebar.item(at).text() == "unification")
    )
    sidebar.search_forgotten.disconnect()
    only(read, "forget-search", Heard(sidebar.search_forgotten), sidebar.setFocus)
    qtbot.waitUntil(lambda: read.details.findChild(ValueLabel) is not None, timeout=WAIT)
    value = read.details.findChild(ValueLabel)
    assert value is not None

    def ready() -> None:
        value._leave()
        value.setFocus()

    only(read, "edit", lambda: value._editor is not None, ready)


def test_the_keys_of_the_reader_s_own_fields_can_be_changed(read: Window, qtbot: QtBot) -> None:
    read.desk.beside.toggle()
    for reader in (read.reader, read.desk.beside._second.reader):  # type: ignore[union-attr]
        qtbot.waitUntil(lambda reader=reader: reader.document is not None, timeout=WAIT)
        bar = reader.find_bar
        reader.pages.setFocus()
        reader.open_find()
        bar.field.setText("the")
        bar.ask()
        stepped = Heard(bar.stepped)
        only(read, "next-place", stepped, bar.field.setFocus)
        only(read, "previous-place", stepped, bar.field.setFocus)
        read.commands.change_key("next-place", OTHER)
        assert bar.next.toolTip() == "Next place  Ctrl+J"
        read.commands.restore_keys()
        reader.finding.close()
    beside = read.desk.beside

    def ready() -> None:
        if beside._second is None:
            beside.toggle()
        assert beside._second is not None
        beside._second.reader.pages.setFocus()

    only(read, "close-beside", lambda: beside._second is None, ready)


def test_the_keys_of_dialogs_can_be_changed(read: Window, qtbot: QtBot) -> None:
    form = read.places.bookmarking._dialog.form
    read.places.bookmarking._dialog.show()
    form.show()

    def type_a_note() -> None:
        read.places.bookmarking._dialog.show()
        form.show()
        form.note.setFocus()
        qtbot.waitUntil(form.note.hasFocus, timeout=WAIT)

    only(read, "finish-note", Heard(form.finished), type_a_note)
    read.places.bookmarking._dialog.hide()
    read.reader.pages.select_all()
    read.commands.run("copy-parts")
    dialog = read.reader.findChild(QuoteDialog)
    assert dialog is not None

    def choose_words() -> None:
        dialog._leave_out([])
        dialog.text.setFocus()
        qtbot.waitUntil(dialog.text.hasFocus, timeout=WAIT)
        dialog.text.selectAll()

    only(read, "leave-out", lambda: bool(dialog._omit), choose_words)
    dialog.close()
    read.commands.run("duplicates")
    qtbot.waitUntil(lambda: read.findChild(DuplicatesDialog) is not None, timeout=WAIT)
    decisions = read.findChild(DuplicatesDialog)
    assert decisions is not None
    decisions.undo_button.setEnabled(True)
    decisions.open()
    decisions.undo_asked.disconnect()

    def look_at_the_list() -> None:
        decisions.list.setFocus()
        qtbot.waitUntil(decisions.list.hasFocus, timeout=WAIT)

    only(read, "undo", Heard(decisions.undo_asked), look_at_the_list)
    decisions.close()


def test_lists_may_share_a_key_that_places_apart_keep_apart(read: Window, qtbot: QtBot) -> None:
    commands = read.commands
    commands.change_key("absent", "Del")
    assert commands.chosen == {"absent": "Del"}, "the series and the results never meet"
    commands.change_key("edit", "Del")
    assert commands.chosen == {"absent": "Del", "edit": "Del", "to-bin": "", "empty": ""}
    commands.change_key("search", "Del")
    taken = {name for name, key in commands.chosen.items() if not key}
    assert taken == {"absent", "edit", "to-bin", "empty", "throw-away", "forget-search", "leave-out"}
    commands.change_key("read", "Enter")  # of the number pad
    assert commands.key("read") == "Return"


def test_the_page_of_keys_has_them_all_and_finds_them_by_name_and_key(read: Window, qtbot: QtBot) -> None:
    dialog = KeysDialog(read.commands, read)
    dialog.show()
    assert list(dialog.fields) == list(KEYS)
    dialog.search.setText("never came out")
    assert [name for name in KEYS if not dialog.fields[name].isHidden()] == ["absent"]
    dialog.search.setText("f2")
    assert "edit" in [name for name in KEYS if not dialog.fields[name].isHidden()]
    dialog.search.clear()
    field = dialog.fields["absent"]
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert dialog.isVisible(), "Esc is a key like any other there"
    assert read.commands.key("absent") == "Esc"
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert read.commands.key("absent") == ""
    assert field.keySequence().isEmpty()
    dialog.close()

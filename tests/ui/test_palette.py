"""Commands by name, briefs by title, and keys of one's own choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from kinu_reader.ui.actions import KEYS, PLACES
from kinu_reader.ui.command_words import title
from kinu_reader.ui.keycaps import key_names
from kinu_reader.ui.keys_dialog import KeysDialog
from kinu_reader.ui.palette_lines import ENTRY, pieces
from kinu_reader.ui.sidebar import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.window import Window

WAIT = 20_000


def listed(window: Window) -> list[str]:
    entries = [window.palette_pane.list.item(at).data(ENTRY) for at in range(window.palette_pane.list.count())]
    return [entry.title for entry in entries if entry.act]


def test_a_command_is_found_by_a_few_letters_and_run_by_enter(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.palette_pane
    assert palette.isVisible()
    assert palette.field.hasFocus()
    qtbot.keyClicks(palette.field, "to rev")
    assert listed(window)[0] == "Go to what is to review"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert window.panes.place is Place.REVIEW


def test_a_brief_is_opened_by_its_code(window: Window, qtbot: QtBot) -> None:
    window.find_command()
    qtbot.waitUntil(lambda: bool(window.palette_pane._briefs), timeout=WAIT)
    qtbot.keyClicks(window.palette_pane.field, "co23-31")
    assert len(listed(window)) == 3, "two editions, and the way to search"
    qtbot.keyClick(window.palette_pane.field, Qt.Key.Key_Down)
    title = window.palette_pane.list.currentItem().data(ENTRY).title
    wanted = next(brief.id for brief in window.palette_pane._briefs if brief.record.title == title)
    qtbot.keyClick(window.palette_pane.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.reader.document is not None and window.reader.document.brief == wanted, timeout=WAIT)


def test_escape_closes_it_and_nothing_is_done(window: Window, qtbot: QtBot) -> None:
    window.find_command()
    qtbot.keyClick(window.palette_pane.field, Qt.Key.Key_Escape)
    assert not window.palette_pane.isVisible()
    assert window.panes.place is Place.SEARCH


def test_every_action_of_the_table_can_be_asked_for_and_has_a_name(window: Window) -> None:
    named = window.commands.names()
    assert named == list(KEYS)[: len(named)]
    assert set(KEYS) - set(named) < set(PLACES) < set(KEYS), "what cannot be asked for by name has its key somewhere"
    assert all(title(name) for name in KEYS)


def test_a_changed_key_works_is_taken_from_another_and_kept(
    open_window: Callable[..., Window], full_shelf: Archive, qtbot: QtBot
) -> None:
    window = open_window(full_shelf.library.folder)
    dialog = KeysDialog(window.commands, window)
    dialog.fields["review"].setKeySequence(QKeySequence("Ctrl+L"))
    dialog.fields["review"].editingFinished.emit()
    assert window.commands.key("search") == ""
    assert dialog.fields["search"].keySequence().isEmpty()
    assert window._appearance.settings.keys == {"search": "", "review": "Ctrl+L"}
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.panes.place is Place.REVIEW
    window.commands.restore_keys()
    assert (window.commands.key("search"), window._appearance.settings.keys) == ("Ctrl+L", {})
    dialog.close()


def test_keys_are_shown_one_by_one() -> None:
    assert key_names("Ctrl+Shift+C") == ["Ctrl", "Shift", "C"]
    assert key_names("Ctrl++") == ["Ctrl", "+"]
    assert key_names("") == []


def test_the_keys_of_the_reader_can_be_changed(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.reader.document is not None, timeout=WAIT)
    window.commands.change_key("pages", "F6")
    hidden = window.reader.panel.isHidden()
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert window.reader.panel.isHidden() is hidden
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.reader.panel.isHidden() is not hidden
    window.commands.restore_keys()


def test_signs_narrow_the_palette_to_commands_and_tags(window: Window, qtbot: QtBot) -> None:
    palette = window.palette_pane
    palette.show_tags({"middle powers": 4, "rail": 1})
    window.find_command()
    qtbot.keyClicks(palette.field, "#rai")
    assert listed(window) == ["rail"]
    with qtbot.waitSignal(palette.tag_chosen) as blocker:
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert blocker.args == ["rail"]
    assert window.top.search.text() == "tag:rail"
    window.find_command()
    qtbot.keyClicks(palette.field, ">theme")
    assert listed(window) == []
    palette.field.setText("theme")
    assert listed(window) == ["Theme", "Search for “theme”"]
    palette.leave()


def test_a_command_is_found_by_the_words_people_use_for_it(window: Window, qtbot: QtBot) -> None:
    window.find_command()
    for typed, wanted in (("cite", "Copy the citation"), ("highlight", "Bookmark the selection"), ("rotate", "Turn")):
        window.palette_pane.field.setText(typed)
        assert any(title.startswith(wanted) for title in listed(window))
    window.palette_pane.leave()


def test_words_that_are_called_nothing_can_be_searched_for(window: Window, qtbot: QtBot) -> None:
    window.find_command()
    qtbot.keyClicks(window.palette_pane.field, "inter-Korean railway zzz")
    assert listed(window) == ["Search for “inter-Korean railway zzz”"]
    qtbot.keyClick(window.palette_pane.field, Qt.Key.Key_Return)
    assert window.top.search.text() == "inter-Korean railway zzz"


def test_what_is_called_by_nothing_is_answered(window: Window, qtbot: QtBot) -> None:
    window.find_command()
    qtbot.keyClicks(window.palette_pane.field, ">qqqqzzzz")
    assert [window.palette_pane.list.item(at).text() for at in range(window.palette_pane.list.count())] == [
        "Nothing here is called that."
    ]
    qtbot.keyClick(window.palette_pane.field, Qt.Key.Key_Return)
    assert window.palette_pane.isVisible()


def test_letters_typed_are_marked() -> None:
    assert list(pieces("Copy the citation", ("cit", "co"))) == [
        ("Co", True),
        ("py the ", False),
        ("cit", True),
        ("ation", False),
    ]
    assert list(pieces("통일정책", ("정책",))) == [("통일", False), ("정책", True)]
    assert list(pieces("", ("a",))) == []

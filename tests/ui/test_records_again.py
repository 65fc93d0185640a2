"""Former versions, records read again, patterns; tags, collections and names in the details."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QMessageBox, QPushButton, QToolButton

from kinu_reader.tasks.editing import edit, undo
from kinu_reader.tasks.importing import import_files
from kinu_reader.ui.relations import BriefMenu, Chips
from kinu_reader.ui.relations.differences_dialog import DifferencesDialog
from kinu_reader.ui.relations.name_dialog import NameDialog
from kinu_reader.ui.relations.names_dialog import NamesDialog
from kinu_reader.ui.relations.patterns_dialog import PatternsDialog
from kinu_reader.ui.relations.versions_dialog import VersionsDialog
from kinu_reader.ui.theme import DARK
from kinu_reader.ui.value_label import ValueLabel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.window import Window

WAIT = 20_000
HEAD = "Online Series CO 24-77\n\nFebruary 20, 2024\n\nFerries across a Strait\n\n"
AUTHOR = "Han, Seo-yul (Research Fellow, Sea Division)\n\n"


def shown(qtbot: QtBot, window: Window, kind: type[QDialog]) -> Any:
    """Wait for a dialog, and return it."""
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(kind)), timeout=WAIT)
    return next(dialog for dialog in window.findChildren(kind) if dialog.isVisible())


def bring(archive: Archive, folder: Path, text: str, name: str = "ferries.txt") -> int:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    change = import_files(archive, [file], jobs=1)
    return (*change.added, *change.updated)[0].id


def read(qtbot: QtBot, window: Window, brief: int) -> None:
    window.places.read(brief)
    qtbot.waitUntil(lambda: window.details._brief is not None and window.details._brief.id == brief, timeout=WAIT)


def chips(window: Window, what: str) -> Chips:
    return next(one for one in window.details.findChildren(Chips) if one.accessibleName() == what)


def names_in(chips: Chips) -> list[str]:
    return [label.text() for label in chips.findChildren(QLabel)]


@pytest.fixture
def popped(monkeypatch: pytest.MonkeyPatch) -> list[QMenu]:
    """The menus that were to be shown; offscreen none can be."""
    menus: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, at: menus.append(menu))
    return menus


# ---- versions


@pytest.fixture
def revised(full_shelf: Archive, tmp_path: Path) -> int:
    """A brief whose file was replaced."""
    same = "\n\n".join(f"Paragraph {n} stays." for n in range(5))
    bring(full_shelf, tmp_path, HEAD + AUTHOR + f"The tide runs out at noon.\n\n{same}\n\nNobody reads this end.")
    return bring(full_shelf, tmp_path, HEAD + AUTHOR + f"The tide runs out at midnight.\n\n{same}\n\nA last word.")


def test_what_changed_is_marked_by_signs_and_strokes(
    revised: int, open_window: Callable[..., Window], qtbot: QtBot, full_shelf: Archive
) -> None:
    window = open_window(full_shelf.library.folder)
    read(qtbot, window, revised)
    buttons = window.details.findChildren(QPushButton)
    next(button for button in buttons if "former version" in button.text()).click()
    dialog = shown(qtbot, window, VersionsDialog)
    qtbot.waitUntil(lambda: "midnight" in dialog.text.toPlainText(), timeout=WAIT)
    text = dialog.text.toPlainText().replace("\u2060", "")
    assert "The tide runs out at −noon +midnight." in text
    assert "−Nobody reads this end." in text
    assert "+A last word." in text
    assert "Paragraph 3" not in text
    gone = dialog.text.document().find("noon").charFormat()
    come = dialog.text.document().find("midnight").charFormat()
    tokens = window._appearance.theme.tokens
    assert (gone.fontStrikeOut(), gone.foreground().color().name().upper()) == (True, tokens.failure)
    assert (come.fontUnderline(), come.foreground().color().name().upper()) == (True, tokens.accent)
    dialog.text.anchorClicked.emit(QUrl(dialog.text.document().find("5 paragraph").charFormat().anchorHref()))
    assert "Paragraph 3" in dialog.text.toPlainText()
    assert "paragraphs unchanged" in dialog.text.toPlainText()
    dialog.whole.setChecked(True)
    assert "unchanged" not in dialog.text.toPlainText()
    window._appearance.theme.use(DARK)
    gone = dialog.text.document().find("noon").charFormat()
    assert gone.foreground().color().name().upper() == DARK.failure
    dialog.show_difference(None)
    assert "was not kept" in dialog.text.toPlainText()
    dialog.show_difference([])
    assert dialog.text.toPlainText() == "The text is the same."
    dialog.close()


# ---- reading again


def test_records_are_read_again_and_taken_as_one_edit(window: Window, qtbot: QtBot, full_shelf: Archive) -> None:
    ids = full_shelf.library.ids()[:2]
    with full_shelf.library._connections.write() as connection:
        connection.execute("UPDATE brief SET title = 'Misread' WHERE id IN (?, ?)", ids)
    window.commands.run("reread")
    dialog = shown(qtbot, window, DifferencesDialog)
    tree = dialog.tree
    assert tree.topLevelItemCount() == 2
    lines = [tree.topLevelItem(at).child(0) for at in range(2)]
    assert [line.text(0) for line in lines] == ["Title", "Title"]
    assert {line.text(1) for line in lines} == {"Misread"}
    assert "2 brief" in dialog.apply_button.text()
    lines[1].setCheckState(0, Qt.CheckState.Unchecked)
    assert "1 brief" in dialog.apply_button.text()
    with qtbot.waitSignal(window.session.edited, timeout=WAIT) as blocker:
        dialog.apply_button.click()
    assert blocker.args[0].record.title != "Misread"
    titles = [full_shelf.library.briefs(ids)[id].record.title for id in ids]
    assert titles.count("Misread") == 1
    undo(full_shelf)
    assert [full_shelf.library.briefs(ids)[id].record.title for id in ids] == ["Misread"] * 2


def test_records_that_say_what_their_files_say(window: Window, qtbot: QtBot, full_shelf: Archive) -> None:
    window.details.asks.reading_asked.emit(full_shelf.library.ids()[0])
    box = shown(qtbot, window, QMessageBox)
    assert box.text() == "The records say what the files say."
    box.close()


# ---- patterns


def test_a_pattern_is_foreseen_set_and_dropped(
    open_window: Callable[..., Window], qtbot: QtBot, full_shelf: Archive, tmp_path: Path
) -> None:
    first = bring(full_shelf, tmp_path, HEAD + AUTHOR + "The tide.", "one.txt")
    second = bring(full_shelf, tmp_path, HEAD.replace("77", "78").replace("Strait", "Sound") + "Ebb.", "two.txt")
    edit(full_shelf, [first], {"place": "Seoul"})
    window = open_window(full_shelf.library.folder)
    read(qtbot, window, first)
    (dots,) = window.details.findChildren(BriefMenu)
    next(action for action in dots.menu().actions() if "pattern for this series" in action.text()).trigger()
    dialog = shown(qtbot, window, DifferencesDialog)
    assert {one.brief for one in dialog.chosen()} >= {second}
    assert dialog.tree.topLevelItem(0).child(0).data(0, Qt.ItemDataRole.CheckStateRole) is None
    with qtbot.waitSignal(
        window.session.edited, timeout=WAIT, check_params_cb=lambda known: known.id == second
    ) as blocker:
        dialog.apply_button.click()
    assert blocker.args[0].record.place == "Seoul"
    window.top.patterns_asked.emit()
    kept = shown(qtbot, window, PatternsDialog)
    qtbot.waitUntil(lambda: kept.list.count() == 1, timeout=WAIT)
    assert "Place: Seoul" in kept.list.item(0).text()
    kept.drop_button.click()
    qtbot.waitUntil(lambda: kept.list.count() == 0, timeout=WAIT)
    assert full_shelf.library.edits.patterns() == []
    kept.close()


@pytest.mark.parametrize(("change", "said"), [({"series": ""}, "of no series"), ({"title": "Mine"}, "whole series")])
def test_what_can_be_no_pattern_is_said(
    window: Window, qtbot: QtBot, full_shelf: Archive, change: dict[str, str], said: str
) -> None:
    brief = bring(full_shelf, full_shelf.library.folder.parent, "A text of no series.\n\nThat is all.")
    if "title" in change:
        (brief, *_) = full_shelf.library.named("CO 24-15")
    edit(full_shelf, [brief], change)
    window.details.asks.pattern_asked.emit(brief)
    box = shown(qtbot, window, QMessageBox)
    assert said in box.text()
    box.close()


# ---- tags and collections


def test_tags_come_and_go_as_chips(window: Window, qtbot: QtBot, full_shelf: Archive) -> None:
    brief = full_shelf.library.ids()[0]
    full_shelf.library.shelves.tag([full_shelf.library.ids()[1]], "known")
    window.session.recount()
    qtbot.waitUntil(lambda: window.relations._tags == ("known",), timeout=WAIT)
    read(qtbot, window, brief)
    row = chips(window, "Tags")
    qtbot.keyClick(row.plus, Qt.Key.Key_Space)
    assert not row.field.isHidden()
    assert row.field.completer().model().stringList() == ["known"]
    qtbot.keyClick(row.field, Qt.Key.Key_Escape)
    assert row.field.isHidden()
    row.ask()
    row.field.setText("  sea   lanes ")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names_in(chips(window, "Tags")) == ["sea lanes"], timeout=WAIT)
    row = chips(window, "Tags")
    cross = next(b for b in row.findChildren(QToolButton) if b.accessibleName() == "Take off: sea lanes")
    cross.click()
    qtbot.waitUntil(lambda: names_in(chips(window, "Tags")) == [], timeout=WAIT)
    with qtbot.waitSignal(window.session.edited, timeout=WAIT) as blocker:
        window.session.undo_edit()
    assert blocker.args[0].tags == ("sea lanes",)


def test_many_chips_go_on_in_the_next_line(qtbot: QtBot, window: Window) -> None:
    row = Chips("Tags", ["unification", "railways", "humanitarian aid", "x" * 80], tuple, window._appearance.theme)
    qtbot.addWidget(row)
    row.resize(160, row.heightForWidth(160))
    row.show()
    assert row.layout().heightForWidth(160) > row.layout().heightForWidth(900)
    assert all(
        row.rect().contains(child.geometry()) for child in row.children() if child.isWidgetType() and child.isVisible()
    )


def test_a_brief_is_put_into_collections_and_taken_out(window: Window, qtbot: QtBot, full_shelf: Archive) -> None:
    brief = full_shelf.library.ids()[0]
    of = full_shelf.library.shelves.collections_of
    read(qtbot, window, brief)
    row = chips(window, "Collections")
    row.ask()
    row.field.setText("To cite")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names_in(chips(window, "Collections")) == ["To cite"], timeout=WAIT)
    chips(window, "Collections").removed.emit("To cite")
    qtbot.waitUntil(lambda: names_in(chips(window, "Collections")) == [], timeout=WAIT)
    assert of(brief) == []


def test_the_menu_of_a_result_tags_and_collects(window: Window, qtbot: QtBot, full_shelf: Archive) -> None:
    full_shelf.library.shelves.create("To cite")
    window.session.recount()
    view = window.results.view
    qtbot.waitUntil(lambda: view.collections == ("To cite",), timeout=WAIT)
    row = view.current_row()
    assert row is not None
    assert row.answer is not None
    brief = row.answer.brief.id

    def entry(text: str, menu: QMenu) -> Any:
        return next(action for action in menu.actions() if action.text() == text)

    menu = view.menu(row)
    into = entry("Put into collection", menu).menu()
    with qtbot.waitSignal(window.session.edited, timeout=WAIT):
        entry("To cite", into).trigger()
    for text, of, name in (("Tag…", menu, "sea"), ("New collection…", into, "Later")):
        entry(text, of).trigger()
        dialog = shown(qtbot, window, NameDialog)
        dialog.field.setText(name)
        with qtbot.waitSignal(window.session.edited, timeout=WAIT):
            dialog._name()
    assert full_shelf.library.shelves.collections_of(brief) == ["Later", "To cite"]
    assert full_shelf.library.briefs([brief])[brief].tags == ("sea",)
    menu.deleteLater()


def test_the_menu_key_opens_the_menu_of_the_current_result(window: Window, popped: list[QMenu]) -> None:
    view = window.results.view
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 9999), QPoint())
    QApplication.sendEvent(view.viewport(), event)
    (menu,) = popped
    assert "Tag…" in [action.text() for action in menu.actions()]
    menu.deleteLater()


# ---- names in the details


def test_an_author_leads_to_all_briefs_and_other_spellings(
    window: Window, qtbot: QtBot, full_shelf: Archive, popped: list[QMenu]
) -> None:
    (english,) = full_shelf.library.named("CO 24-15/en")
    read(qtbot, window, english)
    line = next(v for v in window.details.findChildren(ValueLabel) if v.accessibleName() == "Author: Han, Seo-yul")
    line.customContextMenuRequested.emit(QPoint(2, 2))
    (menu,) = popped
    search, spellings, *_ = menu.actions()
    assert search.text() == "All briefs of Han, Seo-yul"
    spellings.trigger()
    search.trigger()
    assert window.top.search.text() == 'author:"Han, Seo-yul"'
    dialog = shown(qtbot, window, NamesDialog)
    assert dialog.list.count() == 1
    dialog.close()


def test_the_focus_stays_on_the_plus_when_a_tag_was_added(window: Window, qtbot: QtBot, full_shelf: Archive) -> None:
    read(qtbot, window, full_shelf.library.ids()[0])
    row = chips(window, "Tags")
    window.activateWindow()
    row.ask()
    row.field.setText("sea")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names_in(chips(window, "Tags")) == ["sea"], timeout=WAIT)
    assert window.focusWidget() is chips(window, "Tags").plus

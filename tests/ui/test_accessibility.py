"""Who cannot see the window hears what each control is called; who has no mouse gets to each in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLineEdit, QTextEdit, QWidget

from kinu_reader.ui.keys_dialog import KeysDialog
from kinu_reader.ui.sidebar import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.window import Window

WAIT = 20_000
INTERACTIVE = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QTextEdit)
BUILT_IN = ("qt_", "QComboBoxPrivate")  # parts of Qt's own controls, which speak for them


def controls(whole: QWidget) -> list[QWidget]:
    """Return what a person can use in a part of the window, as far as it is seen."""
    return [
        widget
        for widget in whole.findChildren(QWidget)
        if isinstance(widget, INTERACTIVE)
        and widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.objectName().startswith(BUILT_IN)
    ]


def name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_control_has_a_name(
    open_window: Callable[..., Window], full_shelf: Archive, qtbot: QtBot, language: str
) -> None:
    window = open_window(full_shelf.library.folder, language=language)
    qtbot.waitUntil(lambda: window.reader.document is not None, timeout=WAIT)
    window.top.search.setText("unification")
    window.top.filters.setChecked(True)
    window.reader.open_find()
    window.status.show_notice("Done", "Undo")
    seen = 0
    for place in Place:
        window.places.go(place)
        QApplication.processEvents()
        found = controls(window)
        seen += len(found)
        assert [type(widget).__name__ for widget in found if not name(widget).strip()] == [], place
        choices = [widget for widget in found if isinstance(widget, QComboBox)]
        assert [box.currentText() for box in choices if not box.accessibleDescription()] == [], "on Linux that names it"
    assert seen > 100
    window.commands.run("settings")
    window.commands.run("keys")
    for dialog in (window.preferring.page, window.findChild(KeysDialog)):
        assert dialog is not None
        found = [*controls(dialog), *dialog.findChildren(QLineEdit)]  # those within fields of keys as well
        assert [type(widget).__name__ for widget in found if not name(widget).strip()] == []
        dialog.close()


def test_what_a_button_does_is_not_told_by_its_picture_alone(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.reader.document is not None, timeout=WAIT)
    wordless = [
        button
        for button in window.findChildren(QAbstractButton)
        if not button.text() and not button.icon().isNull() and button.isVisible()
    ]
    assert len(wordless) > 8
    assert [name(button) for button in wordless if not button.toolTip() and not button.text()] == []


def test_tab_goes_through_each_pane_in_reading_order_and_leaves_none_out(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.details.cite.copy.isEnabled(), timeout=WAIT)
    reached = _reached(window, qtbot)
    for needed in (window.sidebar, window.results.view, window.reader.pages, window.details.cite.copy):
        assert needed in reached
    for pane in (window.top, window.reader.bar, window.details.cite):
        places = [widget.mapTo(window, QPoint(0, 0)) for widget in reached if pane.isAncestorOf(widget)]
        assert len(places) > 1
        lines = [(round(place.y() / 24), place.x()) for place in places]
        at = lines.index(min(lines))  # a pane may be entered in its middle, where one began
        assert lines[at:] + lines[:at] == sorted(lines), type(pane).__name__


def _reached(window: Window, qtbot: QtBot) -> list[QWidget]:
    """Return what has the focus after each Tab, until it comes round."""
    window.activateWindow()
    window.top.search.setFocus()
    reached: list[QWidget] = []
    for _ in range(150):
        widget = QApplication.focusWidget()
        assert widget is not None
        if widget in reached:
            break
        reached.append(widget)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    return reached

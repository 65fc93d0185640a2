"""What has been done is said at the foot, can be taken back there, and goes with the next deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kinu_reader.model import Step
from kinu_reader.ui.noticing import LONG, Noticing
from kinu_reader.ui.sidebar import Place

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from kinu_reader.ui.window import Window

WAIT = 20_000


def said(window: Window) -> str:
    return "" if window.status._notice.isHidden() else window.status._notice.text()


def test_briefs_come_back_from_the_bin_by_the_link(window: Window, qtbot: QtBot) -> None:
    row = window.results.view.current_row()
    assert row is not None
    assert row.answer is not None
    with qtbot.waitSignal(window.session.held, timeout=WAIT, check_params_cb=lambda held: held.binned == 1):
        window.results.view.setFocus()
        qtbot.keyClick(window.results.view, Qt.Key.Key_Delete)
    assert "bin" in said(window)
    with qtbot.waitSignal(window.session.held, timeout=WAIT, check_params_cb=lambda held: held.binned == 0):
        window.status.take_back.click()
    assert said(window) == ""


def test_a_notice_goes_with_the_next_deed(window: Window, qtbot: QtBot) -> None:
    for deed in (
        lambda: window.places.go(Place.SERIES),
        lambda: window.commands.run("sidebar"),
        lambda: window.top.search.asked.emit("peace"),
    ):
        window.upkeep.noticed.emit("Written: catalogue.csv")
        assert said(window) == "Written: catalogue.csv"
        deed()
        assert said(window) == ""


def test_saved_and_copied_is_said(window: Window, qtbot: QtBot) -> None:
    window.searching.saved.emit()
    assert said(window)
    qtbot.waitUntil(lambda: window.details.cite.copy.isEnabled(), timeout=WAIT)
    window.commands.run("copy-citation")
    assert said(window) == "Copied"
    QApplication.clipboard().clear()


def test_the_end_of_long_work_is_shown_to_who_looks_elsewhere(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    noticing = Noticing(window, clock=lambda: now[0])
    alerted: list[object] = []
    monkeypatch.setattr(QApplication, "alert", lambda widget: alerted.append(widget))
    monkeypatch.setattr(window, "isActiveWindow", lambda: False)
    for lasted, alerts in ((LONG - 1, 0), (LONG + 1, 1)):
        window.session.work_began.emit(Step(0, 9, "a.pdf"))
        now[0] += lasted
        noticing._on_ended()
        assert len(alerted) == alerts
    monkeypatch.setattr(window, "isActiveWindow", lambda: True)
    window.session.work_began.emit(Step(0, 9, "a.pdf"))
    now[0] += 100
    noticing._on_ended()
    assert len(alerted) == 1

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog

from kinu_reader.tasks.watching import watched
from kinu_reader.ui import watching as watching_module
from kinu_reader.ui.watching import WatchDialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.window import Window

WAIT = 20_000


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching_module, "SOON_MS", 20)


def test_new_files_come_in_by_themselves(window: Window, qtbot: QtBot, tmp_path: Path, full_shelf: Archive) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    watching = window.upkeep.watching
    qtbot.waitUntil(lambda: not watching._busy, timeout=WAIT)
    with qtbot.waitSignal(watching.changed, timeout=WAIT):
        watching.choose([inbox])
    assert watching._listener.directories() == [str(inbox)]
    (inbox / "paper.txt").write_text("Ferries and Tides\n\nThe ferry waits for the tide.", encoding="utf-8")
    qtbot.waitUntil(lambda: full_shelf.library.count()[0] == 18, timeout=WAIT)
    qtbot.waitUntil(lambda: len(watched(full_shelf).taken) == 1, timeout=WAIT)
    assert watched(full_shelf).folders == (inbox,)


def test_a_stopped_import_is_not_begun_again(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    from kinu_reader.model import Change

    watching = window.upkeep.watching
    qtbot.waitUntil(lambda: not watching._busy, timeout=WAIT)
    watching._busy = True
    watching._on_imported([tmp_path / "paper.txt"], Change(cancelled=True))
    watching.look()
    assert watching._busy
    assert not watching._soon.isActive()


def test_the_dialog_adds_takes_off_and_tells_what_is_missing(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    watching = window.upkeep.watching
    qtbot.waitUntil(lambda: not watching._busy, timeout=WAIT)
    dialog = WatchDialog(watching, window)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(inbox))
    assert not dialog.remove_button.isEnabled()
    with qtbot.waitSignal(watching.changed, timeout=WAIT):
        dialog.add_button.click()
    assert [dialog.list.item(at).text() for at in range(dialog.list.count())] == [str(inbox)]
    inbox.rmdir()
    with qtbot.waitSignal(watching.noticed, timeout=WAIT) as blocker:
        watching.look()
    assert str(inbox) in blocker.args[0]
    assert "not there" in dialog.list.item(0).text()
    dialog.list.item(0).setSelected(True)
    dialog.remove_button.click()
    assert dialog.list.count() == 0
    assert watching.watch.folders == ()
    dialog.close()

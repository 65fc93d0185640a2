"""Windows without a screen, and the check that none leaves a thread or a widget behind."""

from __future__ import annotations

import gc
import os
import threading
from typing import TYPE_CHECKING

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is asked for anything

from PySide6.QtWidgets import QApplication

from kinu_reader.settings import Settings
from kinu_reader.ui.appearance import Appearance
from kinu_reader.ui.theme import LIGHT, Theme
from kinu_reader.ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from kinu_reader.tasks.archive import Archive

WAIT = 20_000  # ms; only a failing test waits so long


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(LIGHT)


@pytest.fixture(autouse=True)
def garbage() -> Iterator[None]:
    """Look for garbage as the window does, on the main thread only: elsewhere it would destroy parts of Qt."""
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()


@pytest.fixture
def no_leak(qapp: QApplication) -> Iterator[None]:
    """Fail if a thread or a window outlives the test."""
    threads = set(threading.enumerate())
    yield
    qapp.processEvents()
    left = [thread.name for thread in threading.enumerate() if thread not in threads and thread.is_alive()]
    # Threads that Qt started show up as dummies once they have run Python; these have ended with their pool.
    assert not [name for name in left if not name.startswith("Dummy")]
    assert not [
        widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Window) and widget.isVisible()
    ]


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication, tmp_path: Path, no_leak: None) -> Iterator[Callable[..., Window]]:
    """Make windows that are closed at the end."""
    made: list[tuple[Window, Appearance]] = []

    def make(archive: Path | None = None, **settings: object) -> Window:
        usual = {"language": "en", "theme": "light", "toured": True}
        appearance = Appearance(qapp, Settings(**{**usual, **settings}), tmp_path / "s.json")
        window = Window(appearance)
        window.furnish()
        made.append((window, appearance))
        if "geometry" not in settings:
            window.resize(1440, 900)  # the screen of the offscreen platform is smaller than any window
        window.show()
        if archive is not None:
            # The list is asked for at once, and again when the index has caught up: only then is all at rest.
            with qtbot.waitSignal(window.session.work_ended, timeout=WAIT):
                window.session.open(archive)
            qtbot.waitUntil(lambda: not window.session._searching and window.session._request is None, timeout=WAIT)
        return window

    yield make
    for window, appearance in made:
        window.close()
        appearance.use_language("en")
        window.deleteLater()
        appearance.deleteLater()
    qapp.processEvents()


@pytest.fixture
def window(open_window: Callable[..., Window], full_shelf: Archive) -> Window:
    """A window on the sample archive."""
    return open_window(full_shelf.library.folder)

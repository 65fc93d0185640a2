"""Garbage is looked for on the main thread alone."""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from kinu_reader.ui.garbage import THRESHOLDS, Garbage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def forget_part_of_qt(seen: list[bool]) -> None:
    """Leave a part of Qt in a cycle that nothing else knows; where it is destroyed will be seen."""
    part, cycle = QObject(), list[object]()
    part.destroyed.connect(
        lambda: seen.append(threading.current_thread() is threading.main_thread()), Qt.ConnectionType.DirectConnection
    )
    cycle += [part, cycle]


def make_many() -> None:
    """Make more objects than Python makes before it looks for garbage."""
    kept = [[number] for number in range(20 * THRESHOLDS[0])]
    assert kept


def test_parts_of_qt_are_destroyed_on_the_main_thread(qtbot: QtBot) -> None:
    owner, seen = QObject(), list[bool]()
    garbage = Garbage(owner)
    try:
        forget_part_of_qt(seen)
        worker = threading.Thread(target=make_many)
        worker.start()
        worker.join()
        assert seen == []
        kept = [[number] for number in range(2 * THRESHOLDS[0])]
        garbage.look()
        assert kept
        assert seen == [True]
    finally:
        gc.unfreeze()

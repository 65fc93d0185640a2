from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QMessageBox

from kinu_reader.tasks.holdings import Holdings
from kinu_reader.ui.sidebar import Sidebar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kinu_reader.ui.theme import Theme


@pytest.mark.parametrize("held", [0, 3])
def test_the_question_says_what_stays_for_its_bookmarks(
    held: int, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def yes(parent: object, title: str, text: str) -> QMessageBox.StandardButton:
        asked.append(text)
        return QMessageBox.StandardButton.Yes

    monkeypatch.setattr(QMessageBox, "question", yes)
    sidebar = Sidebar(theme)
    qtbot.addWidget(sidebar)
    sidebar.show_holdings(Holdings(9, 0, 4, {}, {}, {}, {}, {}, (), (), 0, held))
    with qtbot.waitSignal(sidebar.bin_emptied):
        sidebar._ask_to_empty_bin()
    assert ("3 brief" in asked[0]) == (held == 3)
    assert asked[0].startswith("Remove what is in the bin for good?")

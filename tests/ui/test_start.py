"""The start: the bar is there before anything is loaded, and what is typed into it then is not lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLineEdit

from kinu_reader.model import Filters
from kinu_reader.settings import Settings
from kinu_reader.ui import icons
from kinu_reader.ui.appearance import Appearance
from kinu_reader.ui.sidebar import Place
from kinu_reader.ui.theme import LIGHT, system_is_dark
from kinu_reader.ui.window import Window

from .conftest import WAIT

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from kinu_reader.tasks.archive import Archive

HEAVY = ("kinu_reader.model", "kinu_reader.tasks", "kinu_reader.library", "numpy", "whoosh", "sqlite3", "lxml")
SEEN = """
import sys
from PySide6.QtCore import QCoreApplication
import kinu_reader.app
app, window = kinu_reader.app.start(sys.argv[1:])
window._making.timeout.disconnect()
while not window._making.isActive():  # until it is painted
    app.processEvents()
assert (window.top.search if sys.argv[1:] else window.first).isVisible()
print(*sys.modules)
"""


@pytest.mark.parametrize(
    ("arguments", "seen", "unseen"), [(["--archive", "x"], "top_bar", "first_start"), ([], "first_start", "top_bar")]
)
def test_nothing_else_is_loaded_before_the_first_part_is_seen(
    arguments: list[str], seen: str, unseen: str, tmp_path: Path
) -> None:
    homes = {f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    environment = {**os.environ, **homes, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", SEEN, *arguments]
    loaded = subprocess.run(
        command, check=True, capture_output=True, text=True, env=environment, cwd=tmp_path
    ).stdout.split()
    assert f"kinu_reader.ui.{seen}" in loaded
    assert f"kinu_reader.ui.{unseen}" not in loaded
    assert [name for name in HEAVY if name in loaded] == []
    assert len([name for name in loaded if name.startswith("kinu_reader.")]) < 20


@pytest.fixture
def seen(qapp: QApplication, tmp_path: Path, no_leak: None) -> Callable[..., Window]:
    """Show a window of which only the first parts are there."""

    def show(**given: bool) -> Window:
        appearance = Appearance(qapp, Settings(language="en", theme="light", toured=True), tmp_path / "s.json")
        window = Window(appearance, **given)
        appearance.setParent(window)
        window.show()
        return window

    return show


def test_the_rest_is_made_by_itself_and_what_was_typed_meanwhile_is_searched(
    seen: Callable[..., Window], full_shelf: Archive, qtbot: QtBot
) -> None:
    window = seen(opening=True)
    window.furnished.connect(lambda: window.session.open(full_shelf.library.folder))
    window.top.search.insert("unification")
    qtbot.waitUntil(lambda: not window._left, timeout=WAIT)
    with qtbot.waitSignal(window.session.work_ended, timeout=WAIT):
        pass
    qtbot.waitUntil(lambda: window.searching.request.text == "unification", timeout=WAIT)
    assert window.top.search.text() == "unification"
    window.close()
    window.deleteLater()


def test_what_was_typed_first_is_answered_where_answers_are_and_the_best_is_read(
    open_window: Callable[..., Window], full_shelf: Archive, qtbot: QtBot
) -> None:
    folder = full_shelf.library.folder
    (brief,) = full_shelf.library.named("CO 23-31/ko")
    kept = {"text": "통일", "place": "review", "filters": {"language": "ko"}, "filters_name": "Korean"}
    window = open_window(desks={str(folder): {**kept, "open": [{"brief": brief}]}})
    window.top.search.show_text("diplomatic horizon")
    with qtbot.waitSignal(window.session.answered, timeout=WAIT) as answered:
        window.session.open(folder)
    result = answered.args[0]
    assert (result.request.text, result.request.filters) == ("diplomatic horizon", Filters())
    assert window.panes.place is Place.SEARCH
    best = result.answers[0].brief.id
    assert best != brief
    qtbot.waitUntil(lambda: window.reader.document is not None and window.reader.document.brief == best, timeout=WAIT)


def test_what_is_typed_later_is_not_carried_into_another_archive(window: Window, full_shelf: Archive) -> None:
    window.top.search.setText("unification")
    window.desk.leave()
    window.desk.sit_down("elsewhere")
    assert window.top.search.text() == ""


def test_a_window_can_be_closed_before_it_is_whole(seen: Callable[..., Window], qapp: QApplication) -> None:
    for opening in (True, False):
        window = seen(opening=opening)
        window.grab()  # painted: the making begins
        assert window._making.isActive()
        window.close()
        left = len(window._left)
        qapp.processEvents()
        assert len(window._left) == left
        window.deleteLater()


def test_without_an_archive_the_ways_in_are_seen(seen: Callable[..., Window], qapp: QApplication) -> None:
    window = seen()
    assert window.first.isVisible()
    window.furnish()
    assert window.first.isVisible()
    assert not window.top.isVisible()
    window.close()
    window.deleteLater()


def test_an_archive_that_cannot_be_opened_leads_to_the_ways_in(
    seen: Callable[..., Window], tmp_path: Path, qtbot: QtBot
) -> None:
    window = seen(opening=True)
    window.furnish()
    assert window.top.isVisible()
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    with qtbot.waitSignal(window.session.troubled, timeout=WAIT):
        window.session.open(tmp_path / "file")
    assert window.first.isVisible()
    window.close()
    window.deleteLater()


def test_a_place_that_nobody_went_to_has_no_panel(window: Window) -> None:
    made = vars(window.places).keys() & {"briefs", "series", "review", "bookmarks"}
    assert made == set()
    assert "panel" not in vars(window.places.bookmarking)


def test_icons_are_drawn_when_they_are_seen(qapp: QApplication) -> None:
    icons.pixmap.cache_clear()
    made = icons.button_icon("moon", LIGHT, 16)
    assert icons.pixmap.cache_info().currsize == 0
    field = QLineEdit()
    field.addAction(QIcon(made), QLineEdit.ActionPosition.LeadingPosition)
    field.show()
    qapp.processEvents()
    assert icons.pixmap.cache_info().currsize > 0
    assert made.pixmap(64, 64).width() == 16  # never larger than it was drawn for


def test_a_style_tells_whether_the_system_is_dark(qapp: QApplication) -> None:
    assert not system_is_dark(qapp)

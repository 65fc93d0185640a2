"""Files that are opened with the program, pasted or dropped, and links."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication

from kinu_reader.tasks.links import make

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.window import Window

WAIT = 20_000


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.txt"
    path.write_text("Ferries and Tides\n\nThe ferry waits for the tide.", encoding="utf-8")
    return path


@pytest.fixture
def clipboard() -> Iterator[Callable[[QMimeData], None]]:
    yield QGuiApplication.clipboard().setMimeData
    QGuiApplication.clipboard().clear()


def shows(qtbot: QtBot, window: Window, name: str) -> None:
    """Wait until the reader shows the brief of a file."""

    def is_shown() -> bool:
        opened = window.reading._opened
        return opened is not None and opened.brief.file == name and not window.session._searching

    qtbot.waitUntil(is_shown, timeout=WAIT)
    qtbot.waitUntil(lambda: window.reader.document is not None, timeout=WAIT)


def test_a_file_the_program_is_started_with(
    open_window: Callable[..., Window], qtbot: QtBot, paper: Path, full_shelf: Archive
) -> None:
    window = open_window()
    window.intake.receive([str(paper)], full_shelf.library.folder)
    shows(qtbot, window, paper.name)
    assert full_shelf.library.count()[0] == 18
    with qtbot.waitSignal(window.session.work_ended, timeout=WAIT):
        window.intake.receive([paper.as_uri()])
    shows(qtbot, window, paper.name)
    assert full_shelf.library.count()[0] == 18


def test_an_archive_and_a_link_the_program_is_started_with(
    open_window: Callable[..., Window], qtbot: QtBot, full_shelf: Archive
) -> None:
    brief = full_shelf.library.briefs([9])[9]
    passage = full_shelf.library.passages(9)[-1]
    window = open_window()
    link = make(full_shelf.library.archive_id, 9, passage.start, passage.end)
    window.intake.receive([str(full_shelf.library.folder), link])
    shows(qtbot, window, brief.file)
    assert window.reader.pages.page == passage.page


def test_a_link_to_elsewhere_says_so(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.intake.troubled, timeout=WAIT) as blocker:
        window.intake.receive([make("elsewhere", 1)])
    assert "not in this archive" in blocker.args[0]


def test_pasted_files_come_in_wherever_the_focus_is(
    window: Window, qtbot: QtBot, paper: Path, clipboard: Callable[[QMimeData], None]
) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(paper))])
    clipboard(files)
    field = window.top.search
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    shows(qtbot, window, paper.name)
    assert field.text() == ""


def test_pasted_words_are_searched(window: Window, qtbot: QtBot, clipboard: Callable[[QMimeData], None]) -> None:
    words = QMimeData()
    words.setText("통일정책")
    clipboard(words)
    qtbot.keyClick(window.top.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.top.search.text() == "통일정책"
    window.intake.paste()  # elsewhere they mean nothing
    assert window.session._work is None


def test_a_pasted_path_is_imported(
    window: Window, qtbot: QtBot, paper: Path, clipboard: Callable[[QMimeData], None]
) -> None:
    words = QMimeData()
    words.setText(str(paper))
    clipboard(words)
    window.intake.paste()
    shows(qtbot, window, paper.name)
    assert window.reading.shown is not None
    assert window.reading.shown.brief.file == paper.name


def test_a_dropped_archive_is_opened(open_window: Callable[..., Window], qtbot: QtBot, full_shelf: Archive) -> None:
    window = open_window()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(full_shelf.library.folder))])
    with qtbot.waitSignal(window.session.opened, timeout=WAIT) as blocker:
        window.dropEvent(
            QDropEvent(
                QPointF(5, 5),
                Qt.DropAction.CopyAction,
                data,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )
    assert blocker.args == [str(full_shelf.library.folder)]

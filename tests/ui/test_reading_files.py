"""Locked files and pictures of pages, in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pymupdf
import pytest
from PySide6.QtWidgets import QInputDialog, QLabel, QPushButton

from kinu_reader import extract
from kinu_reader.paths import resource

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from kinu_reader.ui.window import Window

WAIT = 40_000
SAMPLE = resource("samples") / "CO-24-15-en.pdf"


def button(window: Window, text: str) -> QPushButton | None:
    return next((each for each in window.findChildren(QPushButton) if each.text() == text), None)


def bring(qtbot: QtBot, window: Window, path: Path) -> None:
    with qtbot.waitSignal(window.session.work_ended, timeout=WAIT, check_params_cb=lambda change: change is not None):
        window.intake.bring([path])


def test_a_password_is_asked_for_and_opens_the_file(
    open_window: Callable[..., Window], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "locked.pdf"
    with pymupdf.open(SAMPLE) as brief:
        brief.save(path, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="secret", owner_pw="owner")
    window = open_window(tmp_path / "new")
    bring(qtbot, window, path)
    qtbot.waitUntil(lambda: button(window, "Enter password…") is not None, timeout=WAIT)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("secret", True))
    with qtbot.waitSignal(
        window.session.work_ended, timeout=WAIT, check_params_cb=lambda change: change is not None
    ) as blocker:
        button(window, "Enter password…").click()
    assert len(blocker.args[0].added) == 1
    qtbot.waitUntil(lambda: window.results.view.rows.rowCount() == 1, timeout=WAIT)


@pytest.mark.skipif(not extract.ocr_available(), reason="Tesseract is not installed")
def test_pictures_are_read_at_the_press_of_a_button(
    open_window: Callable[..., Window], qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "scan.pdf"
    with pymupdf.open(SAMPLE) as brief, pymupdf.open() as made:
        picture = brief[0].get_pixmap(dpi=150, colorspace=pymupdf.csGRAY)
        made.new_page(width=595, height=842).insert_image(brief[0].rect, pixmap=picture)
        made.save(path)
    window = open_window(tmp_path / "new")
    bring(qtbot, window, path)
    qtbot.waitUntil(lambda: button(window, "Read the pictures") is not None, timeout=WAIT)
    with qtbot.waitSignal(window.session.edited, timeout=WAIT):
        button(window, "Read the pictures").click()

    def read() -> bool:
        return any(label.text().startswith("Read off pictures") for label in window.details.findChildren(QLabel))

    qtbot.waitUntil(read, timeout=WAIT)

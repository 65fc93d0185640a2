"""Metadata from a file, the check and the backups, through the window's menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

from kinu_reader.model import Problem, ProblemKind
from kinu_reader.tasks.backing_up import back_up
from kinu_reader.tasks.editing import edit, undo
from kinu_reader.tasks.interchange import match, read_records
from kinu_reader.ui.check_dialog import CheckDialog
from kinu_reader.ui.metadata_dialog import MetadataDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.window import Window

WAIT = 20_000
TABLE = (
    "code,language,title,place,year,colour\n"
    "CO 24-15,en,Their Title,Ulsan,soon,red\n"
    "CO 24-15,,,Jeju,,\n"
    ",,Quantum Tides,,,\n"
)


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Answer every question for a file or folder."""

    def answer(file: Path, folder: Path | None = None) -> None:
        for name in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, name, lambda *_: (str(file), ""))
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder or ""))

    return answer


def shown(qtbot: QtBot, window: Window, kind: type[QDialog]) -> Any:
    """Wait for a dialog, and return it."""
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(kind)), timeout=WAIT)
    return next(dialog for dialog in window.findChildren(kind) if dialog.isVisible())


def test_metadata_is_looked_at_and_taken(
    window: Window, qtbot: QtBot, full_shelf: Archive, tmp_path: Path, chosen: Callable[..., None]
) -> None:
    table = tmp_path / "table.csv"
    table.write_text(TABLE, encoding="utf-8")
    (english,) = full_shelf.library.named("CO 24-15/en")
    (korean,) = full_shelf.library.named("CO 24-15/ko")
    edit(full_shelf, [english], {"title": "My Own Title"})
    chosen(table)
    window.top.metadata_asked.emit()
    dialog = shown(qtbot, window, MetadataDialog)
    assert dialog.chosen() == {english: {"place": "Ulsan"}}
    assert "1 brief" in dialog.apply_button.text()
    sure, asked, lost = (dialog.tree.topLevelItem(at) for at in range(3))
    assert [sure.child(at).text(0) for at in range(sure.childCount())] == ["Title (entered by you)", "Place", "Year"]
    assert lost.child(0).text(2) == "Quantum Tides"
    candidate = next(child for child in (asked.child(0), asked.child(1)) if child.text(2) == "ko")
    candidate.setCheckState(0, Qt.CheckState.Checked)
    assert dialog.chosen() == {english: {"place": "Ulsan"}, korean: {"place": "Jeju"}}
    sure.child(0).setCheckState(0, Qt.CheckState.Checked)
    with qtbot.waitSignals([window.session.edited] * 2, timeout=WAIT):
        dialog.apply_button.click()
    after = full_shelf.library.briefs([english, korean])
    assert (after[english].record.title, after[english].record.place) == ("Their Title", "Ulsan")
    assert after[korean].record.place == "Jeju"
    assert len(undo(full_shelf)) == 2


def test_nothing_to_take(qtbot: QtBot, full_shelf: Archive, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("code,title\nCO 99-99,Nothing\n", encoding="utf-8")
    foreign = read_records(tmp_path / "t.csv")
    dialog = MetadataDialog(foreign, match(full_shelf, foreign.records))
    qtbot.addWidget(dialog)
    assert not dialog.apply_button.isEnabled()


def test_a_file_that_is_no_metadata(window: Window, qtbot: QtBot, tmp_path: Path, chosen: Callable[..., None]) -> None:
    (tmp_path / "t.csv").write_text("<!doctype html>", encoding="utf-8")
    chosen(tmp_path / "t.csv")
    window.top.metadata_asked.emit()
    box = shown(qtbot, window, QMessageBox)
    assert "BibTeX" in box.text()
    box.close()


def test_the_catalogue_is_exported(window: Window, qtbot: QtBot, tmp_path: Path, chosen: Callable[..., None]) -> None:
    file = tmp_path / "catalogue.csv"
    chosen(file)
    window.top.catalogue_asked.emit()
    qtbot.waitUntil(lambda: file.is_file() and len(read_records(file).records) == 17, timeout=WAIT)
    chosen(tmp_path / "absent" / "catalogue.csv")
    window.top.catalogue_asked.emit()
    box = shown(qtbot, window, QMessageBox)
    assert "cannot be written" in box.text()
    box.close()


def test_the_check_and_its_repair(window: Window, qtbot: QtBot, full_shelf: Archive) -> None:
    window.top.check_asked.emit()
    dialog = shown(qtbot, window, CheckDialog)
    assert dialog.sentences == []
    dialog.close()
    full_shelf.index.update((), [1])
    window.top.check_asked.emit()
    qtbot.waitUntil(lambda: any(d.isVisible() and d.sentences for d in window.findChildren(CheckDialog)), timeout=WAIT)
    dialog = next(d for d in window.findChildren(CheckDialog) if d.isVisible() and d.sentences)
    dialog.repair.click()
    qtbot.waitUntil(
        lambda: any("Repaired" in " ".join(d.sentences) for d in window.findChildren(CheckDialog)), timeout=WAIT
    )


@pytest.mark.parametrize("kind", ProblemKind)
def test_every_problem_has_its_sentence(qtbot: QtBot, kind: ProblemKind) -> None:
    dialog = CheckDialog([Problem(kind, "paper.pdf", detail="aside")])
    qtbot.addWidget(dialog)
    assert not hasattr(dialog, "repair")
    assert dialog.sentences[0].endswith(("aside", "aside."))


def test_a_backup_is_restored_without_any_archive(
    open_window: Callable[..., Window],
    qtbot: QtBot,
    full_shelf: Archive,
    tmp_path: Path,
    chosen: Callable[..., None],
) -> None:
    file = back_up(full_shelf, tmp_path / "all.kinu").file
    window = open_window()
    chosen(file, tmp_path / "new")
    with qtbot.waitSignal(window.session.opened, timeout=WAIT) as blocker:
        window.first.restore_asked.emit()
    assert blocker.args == [str(tmp_path / "new")]
    qtbot.waitUntil(lambda: window.reader.document is not None, timeout=WAIT)


def test_back_up_and_restore(window: Window, qtbot: QtBot, tmp_path: Path, chosen: Callable[..., None]) -> None:
    new = tmp_path / "new"
    new.mkdir()
    chosen(tmp_path / "all", new)
    window.top.backup_asked.emit()
    box = shown(qtbot, window, QMessageBox)
    assert "all.kinu" in box.text()
    box.close()
    chosen(tmp_path / "all.kinu", new)
    with qtbot.waitSignal(window.session.opened, timeout=WAIT) as blocker:
        window.top.restore_asked.emit()
    assert blocker.args == [str(new)]
    qtbot.waitUntil(lambda: window.reader.document is not None, timeout=WAIT)
    window.top.restore_asked.emit()
    qtbot.waitUntil(
        lambda: any("not empty" in box.text() for box in window.findChildren(QMessageBox) if box.isVisible()),
        timeout=WAIT,
    )
    for box in window.findChildren(QMessageBox):
        box.close()

"""References, quotations and files of what is chosen, through the real window."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from kinu_reader.model import Colour
from kinu_reader.tasks.bookmarking import keep
from kinu_reader.tasks.sharing import export_bookmarks
from kinu_reader.ui.bookmarks.export_menu import COPIES, PACKET_HTML, QUOTES, REFERENCES, SEQUENCE, Scope
from kinu_reader.ui.bookmarks.model import Order
from kinu_reader.ui.citing import cited_label
from kinu_reader.ui.citing.connecting import shown_briefs
from kinu_reader.ui.citing.quote_dialog import QuoteDialog
from kinu_reader.ui.sidebar import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from kinu_reader.model import Bookmark
    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.bookmarks import BookmarksPanel
    from kinu_reader.ui.window import Window

WAIT = 20_000
SELECT = QItemSelectionModel.SelectionFlag.Select


@pytest.fixture(autouse=True)
def clean_clipboard(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.clipboard().clear()  # a program that ends with its own data on the clipboard may crash offscreen


@pytest.fixture
def kept(full_shelf: Archive) -> list[Bookmark]:
    """Two bookmarks of one Korean brief, and one of an English one."""
    by_language = {
        language: id
        for id, brief in full_shelf.library.briefs(full_shelf.library.ids()).items()
        if (language := brief.record.language)
    }
    return [
        keep(full_shelf, by_language["ko"], 300, 340, tags=["peace"]),
        keep(full_shelf, by_language["ko"], 400, 440, colour=Colour.ROSE),
        keep(full_shelf, by_language["en"], 500, 540, note="for chapter 3"),
    ]


@pytest.fixture
def panel(window: Window, kept: list[Bookmark], qtbot: QtBot) -> BookmarksPanel:
    """The bookmarks, by brief: the Korean ones follow each other."""
    window.places.go(Place.BOOKMARKS)
    shown = window.places.bookmarks
    qtbot.waitUntil(lambda: len(shown.rows.rows) == 3, timeout=WAIT)
    return shown


def copied(window: Window, qtbot: QtBot, what: str) -> QMimeData:
    with qtbot.waitSignal(window.citing.copied, timeout=WAIT):
        window.places.bookmarks.menu.asked.emit(what)
    return QApplication.clipboard().mimeData()


def answer(monkeypatch: pytest.MonkeyPatch, asks: str, answer: object) -> None:
    monkeypatch.setattr(QFileDialog, asks, lambda *_: answer)


def test_quotes_are_copied_each_in_a_paragraph(window: Window, panel: BookmarksPanel, qtbot: QtBot) -> None:
    data = copied(window, qtbot, QUOTES)
    assert len(data.text().splitlines()) == data.html().count("<p>") == 3
    assert all(line.startswith("“") and line.endswith((")", ").")) for line in data.text().splitlines())
    assert data.data("text/rtf").data().count(b"\\par ") == 2


def test_a_sequence_knows_what_stands_before(window: Window, panel: BookmarksPanel, qtbot: QtBot) -> None:
    window.manners.use(style="korean-note")
    panel.filters.order_chosen.emit(Order.BRIEF)
    lines = copied(window, qtbot, SEQUENCE).text().splitlines()
    assert sum(line.startswith("위의 글") for line in lines) == 1


def test_references_of_those_chosen(window: Window, panel: BookmarksPanel, kept: list[Bookmark], qtbot: QtBot) -> None:
    panel.view.choose(panel.rows.row_of(kept[0].id))
    panel.view.selectionModel().select(panel.rows.index(panel.rows.row_of(kept[1].id)), SELECT)
    assert panel.menu.scope is Scope.CHOSEN
    assert len(panel.in_scope()) == 2
    assert len(copied(window, qtbot, REFERENCES).text().splitlines()) == 1


def test_marks_are_straight_if_wished(window: Window, panel: BookmarksPanel, qtbot: QtBot) -> None:
    window.manners.use(straight=True)
    assert not set(copied(window, qtbot, QUOTES).text()) & set("“”‘’")


def test_the_table_is_cited_as_one_bibliography(window: Window, qtbot: QtBot) -> None:
    window.places.go(Place.TABLE)
    table = window.places.briefs
    qtbot.waitUntil(lambda: table.rows.rowCount() > 3, timeout=WAIT)
    window.manners.use(mixed="en-first")
    with qtbot.waitSignal(window.citing.copied, timeout=WAIT):
        table.cite_menu.asked.emit("")
    lines = QApplication.clipboard().mimeData().text().splitlines()
    assert len(lines) == table.rows.rowCount()
    korean = ["「" in line for line in lines]
    assert korean == sorted(korean)
    assert any(korean)
    rows = table.table.selectionModel()
    for row in (0, 2):
        rows.select(table.rows.index(row, 0), SELECT | QItemSelectionModel.SelectionFlag.Rows)
    with qtbot.waitSignal(window.citing.copied, timeout=WAIT):
        window.commands.run("copy-references")
    assert len(QApplication.clipboard().mimeData().text().splitlines()) == len(table.chosen_ids())


def test_briefs_are_written_for_another_program(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "getSaveFileName", (str(tmp_path / "all"), "CSL-JSON (*.json)"))
    with qtbot.waitSignal(window.citing.said, timeout=WAIT) as said:
        window.citing.export_references(shown_briefs(window))
    items = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert len(items) > 3
    assert said.args == [f"Written to {tmp_path / 'all.json'}", str(tmp_path / "all.json")]
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    assert window.status.take_back.isVisible()
    window.status.take_back.click()
    assert opened == [str(tmp_path)]


def test_what_cannot_be_written_is_said(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "getSaveFileName", (str(tmp_path / "gone" / "a.ris"), "RIS (*.ris)"))
    with qtbot.waitSignal(window.citing.said, timeout=WAIT) as said:
        window.results.cite_menu.asked.emit("ris")
    assert "cannot be written" in said.args[0]
    assert window.status.take_back.isHidden()


@pytest.mark.parametrize(("format", "holds"), [("markdown", b"for chapter 3"), (PACKET_HTML, b"data:image/png")])
def test_bookmarks_are_written(
    window: Window,
    panel: BookmarksPanel,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    format: str,
    holds: bytes,
) -> None:
    answer(monkeypatch, "getSaveFileName", (str(tmp_path / "mine"), ""))
    with qtbot.waitSignal(window.citing.said, timeout=WAIT) as said:
        panel.menu.asked.emit(format)
    assert holds in Path(said.args[1]).read_bytes()


def test_marked_copies_go_to_a_folder(
    window: Window, panel: BookmarksPanel, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    answer(monkeypatch, "getExistingDirectory", str(folder))
    with qtbot.waitSignal(window.citing.said, timeout=WAIT) as said:
        panel.menu.asked.emit(COPIES)
    assert said.args[0].startswith("2 marked copies written to")
    assert len(list(folder.glob("*.bookmarks.pdf"))) == 2


def test_copies_never_go_into_the_archive(
    window: Window, panel: BookmarksPanel, full_shelf: Archive, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "getExistingDirectory", str(full_shelf.library.folder))
    with qtbot.waitSignal(window.citing.said, timeout=WAIT) as said:
        panel.menu.asked.emit(COPIES)
    assert "Choose another folder" in said.args[0]


def test_bookmarks_come_back_from_a_file(
    window: Window,
    panel: BookmarksPanel,
    full_shelf: Archive,
    kept: list[Bookmark],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "mine.jsonld"
    file.write_bytes(export_bookmarks(full_shelf, kept, "jsonld"))
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "open", lambda box: said.append(box.text()))
    answer(monkeypatch, "getOpenFileName", (str(file), ""))
    panel.menu.import_asked.emit()
    qtbot.waitUntil(lambda: bool(said), timeout=WAIT)
    assert said[0] == "0 bookmarks added. 3 were here already."
    file.write_text("nothing", encoding="utf-8")
    window.receiving.receive(file)
    qtbot.waitUntil(lambda: len(said) > 1, timeout=WAIT)
    assert said[1].startswith("mine.jsonld holds no bookmarks")


def test_words_are_left_out_before_they_are_copied(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.reader.document is not None, timeout=WAIT)
    assert window.reader.document is not None
    start = 300
    window.reader.pages.selection.select(start, start + 60)
    window.commands.run("copy-parts")
    dialog = window.reader.findChild(QuoteDialog)
    cursor = dialog.text.textCursor()
    cursor.setPosition(10)
    cursor.setPosition(30, cursor.MoveMode.KeepAnchor)
    dialog.text.setTextCursor(cursor)
    assert dialog.leave_out.isEnabled()
    dialog.leave_out.click()
    qtbot.waitUntil(lambda: " … " in dialog.quote.accessibleName(), timeout=WAIT)
    with qtbot.waitSignal(window.quoting.copied):
        dialog._copy()
    assert " … " in QApplication.clipboard().text()


def test_what_is_selected_is_dragged_with_its_citation(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.reader.document is not None, timeout=WAIT)
    selection = window.reader.pages.selection
    selection.select(300, 360)
    qtbot.waitUntil(lambda: selection.dragged().hasHtml(), timeout=WAIT)
    data = selection.dragged()
    assert data.text() == selection.text
    assert data.html().startswith("“")
    assert data.hasFormat("text/rtf")
    assert not selection.mime_data().hasHtml()
    selection.select(300, 370)
    assert not selection.dragged().hasHtml()


def test_a_citation_is_dragged_whole(window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    note = window.details.cite.note
    qtbot.waitUntil(lambda: bool(note.text()), timeout=WAIT)
    dragged: list[str] = []
    monkeypatch.setattr(cited_label, "drag_rich", lambda rich, _: dragged.append(rich.text))
    qtbot.mousePress(note, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    qtbot.mouseMove(note, QPoint(40, 4))
    qtbot.mouseMove(note, QPoint(60, 4))
    assert dragged == [note.accessibleName()]


def test_several_are_edited_at_once(window: Window, panel: BookmarksPanel, full_shelf: Archive, qtbot: QtBot) -> None:
    assert panel.batch.isHidden()
    panel.view.selectAll()
    assert panel.batch.isVisible()
    with qtbot.waitSignal(window.session.kept, timeout=WAIT):
        panel.batch.coloured.emit(Colour.GREEN)
    panel.batch.tag.setText("#later")
    with qtbot.waitSignal(window.session.kept, timeout=WAIT):
        panel.batch.add.click()
    now = full_shelf.library.bookmarks.find()
    assert {bookmark.colour for bookmark in now} == {Colour.GREEN}
    assert all("later" in bookmark.tags for bookmark in now)
    assert len(panel.view.chosen()) == 3

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from kinu_reader.model import Failure, FailureKind, Sort
from kinu_reader.paths import resource
from kinu_reader.ui.results.model import RowKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from kinu_reader.model import SearchResult
    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.window import Window

WAIT = 20_000


def typed(qtbot: QtBot, window: Window, text: str) -> SearchResult:
    """Type into the search field and return the answer to just that."""
    window.top.search.selectAll()
    with qtbot.waitSignal(
        window.session.answered, timeout=WAIT, check_params_cb=lambda result: result.request.text == text
    ) as blocker:
        window.top.search.insert(text)
    result: SearchResult = blocker.args[0]
    return result


def reads(qtbot: QtBot, window: Window, code: str) -> None:
    """Wait until the details show the brief with this code."""

    def shown() -> bool:
        return any(label.text() == code for label in window.details.findChildren(QLabel))

    qtbot.waitUntil(shown, timeout=WAIT)


def words(window: Window) -> str:
    return "\n".join(label.text() for label in window.results.findChildren(QLabel) if label.isVisible())


def test_typing_leads_to_the_highlighted_passage(window: Window, qtbot: QtBot) -> None:
    result = typed(qtbot, window, '"diplomatic horizon"')
    assert result.total >= 2
    view = window.results.view
    row = view.current_row()
    assert row is not None
    assert row.hit is not None
    assert {row.hit.text[a:b].lower() for a, b in row.hit.highlights} == {"diplomatic horizon"}
    answer = result.answers[0]
    assert answer.brief.record.code is not None
    reads(qtbot, window, answer.brief.record.code)
    assert window.reader.document is not None
    assert window.reader.document.brief == answer.brief.id
    qtbot.waitUntil(lambda: window.reader.current >= 0, timeout=WAIT)  # the newest brief was open already
    assert window.reader.pages.page == row.hit.page


def test_enter_presses_the_button_of_a_newcomer(open_window: Callable[..., Window], qtbot: QtBot) -> None:
    window = open_window()
    button = window.first._cards[1].button
    button.setFocus()
    window.first.open_asked.disconnect()
    with qtbot.waitSignal(window.first.open_asked):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_korean_is_found_while_it_is_typed(window: Window, qtbot: QtBot) -> None:
    result = typed(qtbot, window, "통일")
    assert result.total >= 5
    marked = {hit.text[a:b] for answer in result.answers for hit in answer.passages for a, b in hit.highlights}
    assert "통일" in marked


def test_nothing_is_searched_while_a_syllable_is_composed(window: Window, qtbot: QtBot) -> None:
    field = window.top.search
    asked: list[str] = []
    field.asked.connect(asked.append)
    field.setText("통일")
    QApplication.sendEvent(field, QInputMethodEvent("저", []))
    assert not field._pause.isActive()
    commit = QInputMethodEvent("", [])
    commit.setCommitString("정책")
    with qtbot.waitSignal(
        window.session.answered, timeout=WAIT, check_params_cb=lambda result: result.request.text == "통일정책"
    ):
        QApplication.sendEvent(field, commit)
    assert asked == ["통일정책"]


def test_keys_walk_passages_and_briefs(window: Window, qtbot: QtBot) -> None:
    typed(qtbot, window, "unification")
    view, field = window.results.view, window.top.search
    first = view.current_row()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    second = view.current_row()
    assert first is not second
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert view.current_row() is first
    assert first is not None
    assert first.answer is not None
    qtbot.waitUntil(lambda: window.reader.document is not None, timeout=WAIT)
    brief = first.answer.brief.id
    qtbot.waitUntil(lambda: window.reader.document.brief == brief, timeout=WAIT)
    for _ in range(40):  # past the last hit of the brief
        window.reader.next_hit.emit()
        row = view.current_row()
        if row is not None and row.answer is not None and row.answer.brief.id != brief:
            break
    else:
        pytest.fail("F3 did not leave the brief")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert view.hasFocus()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert field.selectedText() == "unification"


def test_more_passages_are_shown_on_demand(window: Window, qtbot: QtBot) -> None:
    result = typed(qtbot, window, "통일")
    model = window.results.view.rows
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    at, row = next((n, model.row(n)) for n in range(model.rowCount()) if model.row(n).kind is RowKind.MORE)
    assert row.answer is not None
    window.results.view.more_of.emit(row)
    qtbot.waitUntil(lambda: model.row(at).kind is RowKind.PASSAGE, timeout=WAIT)
    brief = row.answer.brief.id
    shown = [
        model.row(n) for n in range(model.rowCount()) if model.row(n).hit and model.row(n).answer.brief.id == brief
    ]
    assert len(shown) == next(answer.hits for answer in result.answers if answer.brief.id == brief)


def test_partial_answers_say_what_they_lack(window: Window, qtbot: QtBot) -> None:
    result = typed(qtbot, window, "unification zeppelin")
    assert result.total == 0
    assert result.more > 0
    model = window.results.view.rows
    assert model.row(0).kind is RowKind.PARTIAL
    assert result.answers[0].lacks == ("zeppelin",)


def test_sidebar_bounds_and_says_so(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.sidebar.count() > 3, timeout=WAIT)
    items = map(window.sidebar.item, range(window.sidebar.count()))
    item = next(item for item in items if item.text() == "Online Series")
    with qtbot.waitSignal(window.session.answered, timeout=WAIT) as blocker:
        window.sidebar.setCurrentItem(item)
    assert {answer.brief.record.series for answer in blocker.args[0].answers} == {"Online Series"}
    assert "Online" in words(window)


def test_no_answer_is_explained_and_can_be_left(window: Window, qtbot: QtBot) -> None:
    typed(qtbot, window, "qqqqzzzz")
    assert "No brief answers" in words(window)
    typed(qtbot, window, "!!!")
    assert "Nothing here can be searched" in words(window)
    with qtbot.waitSignal(window.session.answered, timeout=WAIT) as blocker:
        window.results.clear_asked.emit()
    assert blocker.args[0].total >= 14


def test_order(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.session.answered, timeout=WAIT) as blocker:
        window.results.sort_chosen.emit(Sort.DATE)
    dates = [answer.brief.record.date for answer in blocker.args[0].answers if answer.brief.record.date]
    assert dates == sorted(dates, reverse=True)


def test_the_other_edition_opens(window: Window, qtbot: QtBot) -> None:
    typed(qtbot, window, '"diplomatic horizon"')
    reads(qtbot, window, "CO 24-15")
    english = window.reader.document
    assert english is not None
    button = next(b for b in window.details.findChildren(QToolButton) if b.accessibleName() == "Open this edition")
    button.click()
    qtbot.waitUntil(lambda: window.reader.document.brief != english.brief, timeout=WAIT)


def test_drop_imports_and_failures_can_be_dismissed(
    open_window: Callable[..., Window], qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(tmp_path / "new")
    assert "This archive is empty" in words(window)
    folder = tmp_path / "briefs"
    folder.mkdir()
    shutil.copy(resource("samples") / "CO-24-15-en.pdf", folder)
    for name in ("empty.pdf", "bare.pdf"):
        (folder / name).write_bytes(b"")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder))])
    drop = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(
        window.session.work_ended, timeout=WAIT, check_params_cb=lambda change: change is not None
    ) as blocker:
        window.dropEvent(drop)
    change = blocker.args[0]
    assert (len(change.added), len(change.failed)) == (1, 2)
    qtbot.waitUntil(lambda: any(b.text() == "Dismiss" for b in window.work.findChildren(QPushButton)), timeout=WAIT)
    assert "The file is empty" in [label.text() for label in window.work.findChildren(QLabel)]
    qtbot.waitUntil(lambda: window.results.view.rows.rowCount() == 1, timeout=WAIT)
    for button, left in (("Dismiss", 1), ("Dismiss all", 0)):
        with qtbot.waitSignal(
            window.session.failures_known, timeout=WAIT, check_params_cb=lambda known, left=left: len(known) == left
        ):
            next(b for b in window.work.findChildren(QPushButton) if b.text() == button).click()


def test_closing_during_an_import_is_safe(open_window: Callable[..., Window], qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(tmp_path / "new")
    with qtbot.waitSignal(window.session.work_began, timeout=WAIT):
        window.session.import_files([resource("samples")])
    window.close()
    again = open_window(tmp_path / "new")
    with qtbot.waitSignal(
        again.session.work_ended, timeout=WAIT, check_params_cb=lambda change: change is not None
    ) as blocker:
        again.session.import_files([resource("samples")])
    change = blocker.args[0]
    assert len(change.added) + len(change.already) == len(list(resource("samples").iterdir()))
    assert not change.failed


def test_trouble_is_said(open_window: Callable[..., Window], qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "catalogue.sqlite").write_bytes(b"nonsense " * 500)
    window = open_window()
    with qtbot.waitSignal(window.session.troubled, timeout=WAIT):
        window.session.open(tmp_path)
    assert str(tmp_path) in window.first._problem.text()


def test_language_and_theme_change_while_it_runs(window: Window, qtbot: QtBot) -> None:
    typed(qtbot, window, "통일")
    window.top.language_menu.chosen.emit("ko")
    qtbot.waitUntil(lambda: "검색식" in words(window), timeout=WAIT)
    assert window.top.import_button.text() == "가져오기"
    window.top.theme_menu.chosen.emit("dark")
    assert window._appearance.theme.tokens.dark
    window.top.language_menu.chosen.emit("en")
    qtbot.waitUntil(lambda: "searched" in words(window), timeout=WAIT)
    window.top.theme_menu.chosen.emit("light")


def test_panes_are_remembered(open_window: Callable[..., Window], tmp_path: Path) -> None:
    window = open_window()
    window.show_sidebar(False)
    window.show_details(False)
    window.close()
    assert (window._appearance.settings.sidebar, window._appearance.settings.details) == (False, False)


def test_old_failures_do_not_open_their_list_by_themselves(
    open_window: Callable[..., Window], qtbot: QtBot, shelf: Archive
) -> None:
    shelf.library.failures.put(Failure("/briefs/a.pdf", FailureKind.UNREADABLE))
    window = open_window(shelf.library.folder)
    qtbot.waitUntil(lambda: bool(window.work._failures), timeout=WAIT)
    window.session.work_ended.emit(None)  # the index has caught up
    assert not window.work.isVisible()
    window.status.failures_asked.emit()
    assert window.work.isVisible()
    window.session.work_ended.emit(None)
    assert window.work.isVisible(), "who opened it closes it"

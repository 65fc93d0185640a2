from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kinu_reader.ui.facets import YearBars
from kinu_reader.ui.glossary_dialog import GlossaryDialog
from kinu_reader.ui.sidebar import ENTRY
from kinu_reader.ui.why_not import WhyNotDialog

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from kinu_reader.ui.theme import Theme
    from kinu_reader.ui.window import Window

WAIT = 20_000


def ask(qtbot: QtBot, window: Window, text: str) -> None:
    with qtbot.waitSignal(
        window.session.answered, timeout=WAIT, check_params_cb=lambda result: result.request.text == text
    ):
        window.top.search.setText(text)


def listed(window: Window) -> set[int]:
    """Return the briefs in the list of results."""
    rows = window.results.view.rows
    return {row.answer.brief.id for at in range(rows.rowCount()) if (row := rows.row(at)).answer}


def entries(window: Window) -> list[str]:
    return [window.sidebar.item(n).text() for n in range(window.sidebar.count())]


def test_facets_count_the_answers_and_narrow_the_search(window: Window, qtbot: QtBot) -> None:
    window.top.filters.click()
    ask(qtbot, window, "통일")
    facets = window.facets
    qtbot.waitUntil(lambda: facets._counts.get("lang", {}).get("ko", 0) >= 5, timeout=WAIT)
    assert facets.isVisible()
    with qtbot.waitSignal(window.session.answered, timeout=WAIT) as blocker:
        facets._ask("lang", "ko")
    assert window.top.search.text() == "통일 lang:ko"
    found = blocker.args[0]
    assert {answer.brief.record.language for answer in found.answers} == {"ko"}
    assert facets.chips["lang"].isChecked()
    facets.clear.click()
    assert window.top.search.text() == "통일"
    window.top.filters.click()
    assert facets.isHidden()


def test_years_are_chosen_by_dragging(theme: Theme, qtbot: QtBot) -> None:
    bars = YearBars(theme)
    qtbot.addWidget(bars)
    bars.show_counts({2019: 2, 2021: 5, 2024: 1})
    assert bars.bounds == (2019, 2024)
    chosen: list[tuple[int, int]] = []
    bars.chosen.connect(lambda first, last: chosen.append((first, last)))
    QTest.mousePress(bars, Qt.MouseButton.LeftButton, pos=QPoint(34, 10))
    QTest.mouseMove(bars, QPoint(10, 10))
    QTest.mouseRelease(bars, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert chosen == [(2020, 2023)]
    for text, years in (("2020", (2020, 2020)), ("2020..", (2020, 2024)), ("..2021", (2019, 2021)), (None, None)):
        bars.show_range(text)
        assert bars._range == years


def test_a_search_is_saved_found_again_and_forgotten(window: Window, qtbot: QtBot) -> None:
    ask(qtbot, window, "horizon")
    with qtbot.waitSignal(window.session.held, timeout=WAIT, check_params_cb=lambda held: held.searches):
        window.results.save.click()
    assert "horizon" in entries(window)
    assert window.results.save.isChecked()
    ask(qtbot, window, "unification")
    assert not window.results.save.isChecked()
    item = window.sidebar.item(entries(window).index("horizon"))
    with qtbot.waitSignal(window.session.answered, timeout=WAIT):
        window.sidebar.setCurrentItem(item)
    assert window.top.search.text() == "horizon"
    with qtbot.waitSignal(window.session.held, timeout=WAIT, check_params_cb=lambda held: not held.searches):
        window.sidebar.setFocus()
        qtbot.keyClick(window.sidebar, Qt.Key.Key_Delete)
    assert "horizon" not in entries(window)
    assert not window.results.save.isChecked()
    for kept in (True, False):  # the button keeps a search, and takes that back
        with qtbot.waitSignal(
            window.session.held, timeout=WAIT, check_params_cb=lambda held, kept=kept: bool(held.searches) is kept
        ):
            window.results.save.click()


def test_what_came_in_since_is_counted(window: Window, qtbot: QtBot) -> None:
    archive = window.session._archive
    assert archive is not None
    archive.library.searches.save("horizon")
    with archive.library._connections.write() as connection:
        connection.execute("UPDATE saved_search SET seen_at = '2000-01-01'")
    with qtbot.waitSignal(window.session.held, timeout=WAIT):
        window.session.recount()
    entry = window.sidebar.item(entries(window).index("horizon")).data(ENTRY)
    assert entry.new == entry.count > 0


def test_looking_at_answers_puts_the_search_into_the_history(window: Window, qtbot: QtBot) -> None:
    ask(qtbot, window, "humanitarian")
    with qtbot.waitSignal(window.session.held, timeout=WAIT, check_params_cb=lambda held: held.history):
        qtbot.keyClick(window.top.search, Qt.Key.Key_Return)
    assert window.top.search.history == ("humanitarian",)


def test_more_like_a_passage(window: Window, qtbot: QtBot) -> None:
    ask(qtbot, window, '"diplomatic horizon"')
    row = window.results.view.current_row()
    assert row is not None
    assert row.answer is not None
    with qtbot.waitSignal(window.searching.answered, timeout=WAIT) as blocker:
        window.results.view.similar_asked.emit(row)
    found = blocker.args[0]
    assert found.answers
    assert row.answer.brief.id not in [answer.brief.id for answer in found.answers]
    with qtbot.waitSignal(window.searching.answered, timeout=WAIT) as again:
        window.session.work_ended.emit(None)  # an import does not take them away
    assert again.args[0].request == found.request
    binned = found.answers[0].brief.id
    window.session.delete([binned])
    qtbot.waitUntil(lambda: binned not in listed(window), timeout=WAIT)
    assert listed(window) == {answer.brief.id for answer in found.answers} - {binned}
    ask(qtbot, window, "railway")
    with qtbot.waitSignal(window.searching.answered, timeout=WAIT) as anew:
        window.session.work_ended.emit(None)
    assert anew.args[0].request.text == "railway"


def test_why_a_brief_is_missing(window: Window, qtbot: QtBot) -> None:
    ask(qtbot, window, "horizn")
    window.results.missing.click()
    dialog = window.results.findChild(WhyNotDialog)
    qtbot.waitUntil(lambda: bool(dialog.field.ids), timeout=WAIT)
    name = next(name for name in dialog.field.ids if name.startswith("CO 24-15") and name.endswith("en"))
    dialog.field.choose(name)
    qtbot.waitUntil(lambda: "horizon" in dialog.answer.text(), timeout=WAIT)
    assert "It lacks horizn" in dialog.answer.text()
    dialog.close()


def test_parts_of_a_query_are_switched_off_and_on(window: Window, qtbot: QtBot) -> None:
    ask(qtbot, window, "unification zeppelin")
    with qtbot.waitSignal(window.searching.answered, timeout=WAIT) as blocker:
        window.results.searched.switched.emit("zeppelin")
    assert blocker.args[0].total > 0
    with qtbot.waitSignal(window.searching.answered, timeout=WAIT) as blocker:
        window.results.searched._on_link("off:zeppelin")
    assert blocker.args[0].total == 0


def test_a_slip_is_offered_and_taken(window: Window, qtbot: QtBot) -> None:
    ask(qtbot, window, "unificaton")
    assert "Did you mean" in window.results.searched.text()
    with qtbot.waitSignal(window.searching.answered, timeout=WAIT) as blocker:
        window.results.searched._on_link("ask:unification")
    assert blocker.args[0].total > 0
    assert window.top.search.text() == "unification"


def test_own_terms_hold_from_the_next_search_on(window: Window, qtbot: QtBot) -> None:
    ask(qtbot, window, "zeppelin")
    window.top.glossary_asked.emit()
    dialog = window.results.findChild(GlossaryDialog)
    dialog.terms.setPlainText("비행선\tzeppelin\tunification")
    with qtbot.waitSignal(window.searching.answered, timeout=WAIT) as blocker:
        dialog._keep()
    assert blocker.args[0].total > 0
    with qtbot.waitSignal(window.searching.answered, timeout=WAIT) as blocker:
        window.top.expansion.setChecked(False)
    assert blocker.args[0].total == 0
    window.close()
    assert not window._appearance.settings.expand


def test_the_index_rests_once_nothing_is_searched(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    rested: list[bool] = []
    assert window.session._archive is not None
    monkeypatch.setattr(window.session._archive.index, "rest", lambda: rested.append(True))
    window.session.rest.setInterval(0)
    with qtbot.waitSignal(window.session.answered, timeout=WAIT):
        window.searching.ask_text("railway")
    qtbot.waitUntil(lambda: bool(rested), timeout=WAIT)

"""What the list of results shows beside passages, and what it says where nothing answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from kinu_reader.model import Filters, SearchRequest, Step
from kinu_reader.tasks.archive import catch_up
from kinu_reader.tasks.bookmarking import keep
from kinu_reader.tasks.editing import delete
from kinu_reader.tasks.searching import facets, search
from kinu_reader.ui.panes import LEAST_LIST
from kinu_reader.ui.query_text import with_field
from kinu_reader.ui.results.model import RowKind
from kinu_reader.ui.sidebar import Place
from kinu_reader.ui.typesetting import Lines
from kinu_reader.ui.why_not import WhyNotDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.window import Window

WAIT = 20_000


def ask(qtbot: QtBot, window: Window, text: str) -> None:
    with qtbot.waitSignal(
        window.session.answered, timeout=WAIT, check_params_cb=lambda result: result.request.text == text
    ):
        window.top.search.setText(text)


def kinds(window: Window) -> list[RowKind]:
    rows = window.results.view.rows
    return [rows.row(at).kind for at in range(rows.rowCount())]


def said(window: Window) -> str:
    return " ".join(label.text() for label in window.results.notice.findChildren(QLabel)).replace("\u2060", "")


def test_a_note_is_a_row_that_opens_its_bookmark(
    open_window: Callable[..., Window], full_shelf: Archive, qtbot: QtBot
) -> None:
    (brief,) = full_shelf.library.named("CO 24-15/en")
    at = full_shelf.library.text(brief).index("three steps")
    keep(full_shelf, brief, at, at + 11, note="ask the lighthouse keeper")
    catch_up(full_shelf)
    window = open_window(full_shelf.library.folder)
    ask(qtbot, window, "note:lighthouse")
    view = window.results.view
    assert kinds(window) == [RowKind.BRIEF, RowKind.NOTE]
    row = view.current_row()
    assert row is not None
    assert row.note is not None
    assert [row.note.bookmark.note[a:b] for a, b in row.note.highlights] == ["lighthouse"]
    assert view.model().index(1, 0).data() == "Your note: ask the lighthouse keeper"
    qtbot.waitUntil(lambda: window.reader.current >= 0, timeout=WAIT)
    assert window.reader.document is not None
    assert window.reader.document.brief == brief
    assert window.reader.pages.page == row.note.bookmark.anchor.page


def test_all_passages_of_a_brief_follow_each_other_as_on_its_pages(window: Window, qtbot: QtBot) -> None:
    ask(qtbot, window, "unification")
    view = window.results.view
    more = next(at for at, kind in enumerate(kinds(window)) if kind is RowKind.MORE)
    row, read = view.rows.row(more), view.current_row()
    assert row.answer is not None
    view.more_of.emit(row)
    qtbot.waitUntil(lambda: view.rows.row(more).kind is not RowKind.MORE, timeout=WAIT)
    first = next(at for at in range(more, -1, -1) if view.rows.row(at).kind is RowKind.BRIEF) + 1
    hits = [view.rows.row(at).hit for at in range(first, first + row.answer.hits)]
    passages = [hit.passage for hit in hits if hit]
    assert len(passages) == row.answer.hits
    assert passages == sorted(passages)
    assert view.current_row() is read


def test_a_page_stays_and_nothing_is_marked_where_nothing_answers(window: Window, qtbot: QtBot) -> None:
    ask(qtbot, window, "horizon")
    qtbot.waitUntil(lambda: window.reader.current >= 0, timeout=WAIT)
    document = window.reader.document
    assert document is not None
    ask(qtbot, window, "zeppelin")
    qtbot.waitUntil(lambda: window.reader.current < 0, timeout=WAIT)
    assert window.reader.document is not None
    assert window.reader.document.brief == document.brief


def test_a_brief_that_is_read_stays_when_the_same_is_asked_again(window: Window, qtbot: QtBot) -> None:
    ask(qtbot, window, "zeppelin")
    window.reading.read_at(1)
    qtbot.waitUntil(lambda: window.reader.document is not None, timeout=WAIT)
    with qtbot.waitSignal(window.session.answered, timeout=WAIT):
        window.searching.ask()
    assert window.reader.document is not None


def test_the_bin_says_that_it_is_not_searched(
    open_window: Callable[..., Window], full_shelf: Archive, qtbot: QtBot
) -> None:
    delete(full_shelf, full_shelf.library.named("CO 24-15"))
    catch_up(full_shelf)
    window = open_window(full_shelf.library.folder, facets=True)
    with qtbot.waitSignal(window.session.answered, timeout=WAIT):
        window.searching.go_to(Filters(binned=True), "Bin")
    assert kinds(window) == [RowKind.BRIEF, RowKind.BRIEF]
    assert window.facets.bin.isVisible()
    ask(qtbot, window, "horizon")
    assert "The bin is not searched" in said(window)
    with qtbot.waitSignal(window.session.answered, timeout=WAIT):
        window.searching.go_to(Filters(), "")
    assert not window.facets.bin.isVisible()


def test_bounds_are_chips_that_are_taken_out_of_the_text(window: Window, qtbot: QtBot) -> None:
    ask(qtbot, window, "horizon 언어:en year:2024")
    line = window.results.searched
    assert "lang:&nbsp;en" in line.text()
    with qtbot.waitSignal(window.session.answered, timeout=WAIT):
        line._on_link("ask:horizon%20year%3A2024")
    assert window.top.search.text() == "horizon year:2024"
    ask(qtbot, window, "horizon year:1066 tag:none")
    assert "year: 1066”, “tag: none" in said(window)
    window.results.notice._act()
    assert window.top.search.text() == "horizon"


def test_a_place_is_left_by_its_cross(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.session.answered, timeout=WAIT):
        window.searching.go_to(Filters(language="ko"), "Korean")
    asked: list[bool] = []
    window.results.clear_asked.connect(lambda: asked.append(True))
    assert "all:" in window.results.searched.text()
    window.results.searched._on_link("all:")
    assert asked


def test_the_quality_of_text_is_a_facet(window: Window, qtbot: QtBot) -> None:
    window.top.filters.click()
    ask(qtbot, window, "통일")
    qtbot.waitUntil(lambda: bool(window.facets._counts.get("quality")), timeout=WAIT)
    with qtbot.waitSignal(window.session.answered, timeout=WAIT):
        window.facets._ask("quality", "good")
    assert window.top.search.text() == "통일 quality:good"
    assert window.facets.chips["quality"].text() == "Good text"


def test_a_value_of_a_facet_answers_as_often_as_it_was_counted(full_shelf: Archive) -> None:
    """A Korean name is looked for in Latin letters too, but not where it was chosen among those counted."""
    for text in ("horizon OR 통일", ""):
        counted = facets(full_shelf, SearchRequest(text))
        for field, counts in (
            ("author", counted.authors),
            ("division", counted.divisions),
            ("series", counted.series),
            ("year", counted.years),
            ("lang", counted.languages),
            ("quality", counted.qualities),
        ):
            assert counts
            found = {value: search(full_shelf, SearchRequest(with_field(text, field, value))).total for value in counts}
            assert found == counts


def test_why_not_names_the_filter_and_takes_a_part_of_a_name(window: Window, qtbot: QtBot) -> None:
    ask(qtbot, window, "horizon lang:ko")
    window.results.missing.click()
    dialog = window.results.findChild(WhyNotDialog)
    qtbot.waitUntil(lambda: bool(dialog.field.ids), timeout=WAIT)
    dialog.field.setText("widening the diplomatic")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.answer.text() == "It is left out by lang: ko.", timeout=WAIT)
    dialog.field.choose("co 24-15")
    assert "Choose one" in dialog.answer.text()
    dialog.field.choose("quantum tides")
    assert "no such brief" in dialog.answer.text()
    dialog.close()


def test_what_was_searched_is_seen_in_a_narrow_list(window: Window, qtbot: QtBot) -> None:
    ask(qtbot, window, 'horizon lang:en quality:good series:"Online Series" year:2020..2024')
    window.panes.setSizes([LEAST_LIST, 600, 100])
    results = window.results
    qtbot.waitUntil(lambda: results.width() <= LEAST_LIST + 1, timeout=WAIT)
    assert results.searched.mapTo(results, results.searched.rect().topRight()).x() < results.width()
    assert results.searched.height() >= results.searched.heightForWidth(results.searched.width())


def test_the_order_in_force_is_shown(window: Window, qtbot: QtBot) -> None:
    assert window.results.sort.currentText() == "Newest", "nothing was asked that one brief could match better"
    ask(qtbot, window, "railway")
    assert window.results.sort.currentText() == "Best match"
    ask(qtbot, window, "")
    assert window.results.sort.currentText() == "Newest"


def test_where_no_brief_holds_all_words_the_list_says_so(window: Window, qtbot: QtBot) -> None:
    ask(qtbot, window, "railway zebra")
    rows = window.results.view.rows
    assert kinds(window)[0] is RowKind.PARTIAL
    assert str(rows.data(rows.index(0))).startswith("No brief holds all the words")


def test_counts_are_cut_short_in_a_narrow_list_and_told_whole(window: Window, qtbot: QtBot) -> None:
    ask(qtbot, window, "railway")
    counts = window.results.counts
    whole = counts.toolTip()
    counts.resize(counts.fontMetrics().horizontalAdvance(whole) - 20, counts.height())
    assert "…" in counts.text()
    counts.resize(600, counts.height())
    assert whole.split(" · ")[1] in counts.text()


def test_who_comes_back_to_the_answers_reads_what_was_chosen_there(window: Window, qtbot: QtBot) -> None:
    ask(qtbot, window, "diplomatic horizon")
    row = window.results.view.current_row()
    assert row is not None
    assert row.answer is not None
    brief = row.answer.brief.id
    window.sidebar.went.emit(Place.REVIEW)
    qtbot.waitUntil(lambda: window.places.review.rows.rowCount() > 0, timeout=WAIT)
    other = window.places.review.rows.at(0)[0].id
    assert other != brief
    qtbot.waitUntil(lambda: window.reader.document is not None and window.reader.document.brief == other, timeout=WAIT)
    window.sidebar.went.emit(Place.SEARCH)
    qtbot.waitUntil(lambda: window.reader.document is not None and window.reader.document.brief == brief, timeout=WAIT)


def test_a_list_that_was_scrolled_on_is_asked_for_whole_again(window: Window, qtbot: QtBot) -> None:
    rows, view = window.results.view.rows, window.results.view
    with qtbot.waitSignal(rows.rowsInserted, timeout=WAIT):
        rows.fetchMore(rows.index(-1))
    listed, last = rows.answers, rows.rowCount() - 1
    view.setCurrentIndex(rows.index(last))
    reading = view.current_row()
    assert reading is not None
    assert reading.answer is not None
    with qtbot.waitSignal(rows.modelReset, timeout=WAIT):
        window.searching.ask()
    assert rows.answers == listed
    row = view.current_row()
    assert row is not None
    assert row.answer is not None
    assert row.answer.brief.id == reading.answer.brief.id


def test_an_import_shows_what_it_has_brought_so_far(
    open_window: Callable[..., Window], tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(tmp_path / "new")
    window.session.work_began.emit(Step(0, 2, "a.txt"))
    assert "The first briefs are on their way" in said(window)
    window.searching.news.setInterval(0)
    with qtbot.waitSignal(window.session.answered, timeout=WAIT):
        window.session.work_went_on.emit(Step(1, 2, "a.txt"))
    window.session.work_ended.emit(None)
    assert "This archive is empty" in said(window)


def test_more_of_an_old_answer_does_not_come_before_the_new_one(window: Window, qtbot: QtBot) -> None:
    rows = window.results.view.rows
    assert rows.canFetchMore(rows.index(-1))
    window.searching.ask_text("railway")
    rows.fetchMore(rows.index(-1))  # the list of everything still stands there, and was scrolled to its end
    with qtbot.waitSignal(window.session.answered, timeout=WAIT) as blocker:
        pass
    assert (blocker.args[0].request.text, blocker.args[0].request.offset) == ("railway", 0)
    assert RowKind.PASSAGE in kinds(window)


def test_a_tag_leaves_the_marks_in_a_title_and_another_title_has_none(window: Window, qtbot: QtBot) -> None:
    ask(qtbot, window, "horizon")
    rows = window.results.view.rows
    answer = next(a for at in range(rows.rowCount()) if (a := rows.row(at).answer) and a.title_highlights)
    brief = answer.brief
    rows.show_brief(replace(brief, tags=("rail",)))
    shown = [row.answer for at in range(rows.rowCount()) if (row := rows.row(at)).answer]
    assert next(a.title_highlights for a in shown if a.brief.id == brief.id) == answer.title_highlights
    rows.show_brief(replace(brief, record=replace(brief.record, title="Another")))
    shown = [row.answer for at in range(rows.rowCount()) if (row := rows.row(at)).answer]
    assert next(a.title_highlights for a in shown if a.brief.id == brief.id) == ()


def test_a_new_answer_is_shown_from_its_top(window: Window, qtbot: QtBot) -> None:
    ask(qtbot, window, "policy")
    bar = window.results.view.verticalScrollBar()
    bar.setValue(60)
    assert bar.value() == 60
    ask(qtbot, window, "unification")
    assert bar.value() == 0
    view, rows = window.results.view, window.results.view.rows
    titles = [at for at in range(rows.rowCount()) if rows.row(at).kind is RowKind.BRIEF and at > 6]
    bar.setValue(view.visualRect(rows.index(titles[0] + 1)).top() + bar.value())  # the passage is at the very top
    view._choose(titles[0] + 1)
    assert view.visualRect(rows.index(titles[0])).top() >= 0, "a passage is seen with the title of its brief"


def test_rows_lie_one_below_the_other_and_only_those_in_view_are_laid_out(window: Window, qtbot: QtBot) -> None:
    ask(qtbot, window, "policy")
    view, rows = window.results.view, window.results.view.rows
    while rows.canFetchMore(rows.index(-1)):
        with qtbot.waitSignal(window.session.answered, timeout=WAIT):
            rows.fetchMore(rows.index(-1))
    view.expand(next(row.answer.brief.id for row in rows.listed if row.kind is RowKind.MORE and row.answer), ())
    view.scrollToTop()
    view.refresh()
    view.viewport().repaint()
    places = [view.visualRect(rows.index(at)) for at in range(rows.rowCount())]
    assert [place.top() for place in places] == [0, *(place.bottom() + 1 for place in places[:-1])]
    assert [view.indexAt(place.center()).row() for place in places] == list(range(len(places)))
    assert not view.indexAt(QPoint(5, places[-1].bottom() + 1)).isValid()
    assert view.verticalScrollBar().maximum() == places[-1].bottom() + 1 - view.viewport().height()
    in_view = sum(place.top() < view.viewport().height() for place in places)
    assert len(view._delegate._laid) <= in_view < len(places)


@pytest.mark.parametrize("width", [260, 344, 384, 440, 700])
def test_a_row_is_as_high_as_the_lines_in_it(window: Window, width: int, qtbot: QtBot) -> None:
    ask(qtbot, window, "통일 OR policy")
    delegate, rows = window.results.view._delegate, window.results.view.rows.listed
    words = [row for row in rows if row.kind in (RowKind.BRIEF, RowKind.PASSAGE)]
    assert len(words) > 20
    for row in words:
        said = delegate._said(row)
        whole = Lines(said.text, said.marks, said.font, width - said.indent, 2, said.leading)
        assert delegate._lines(row, width).height == whole.height


def test_the_list_is_walked_by_pages(window: Window, qtbot: QtBot) -> None:
    ask(qtbot, window, "policy")
    view = window.results.view
    view.setFocus()
    first = view.currentIndex().row()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    further = view.currentIndex().row()
    assert further > first + 3
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == view.rows.rowCount() - 1
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == 0
    assert view.verticalScrollBar().value() == 0

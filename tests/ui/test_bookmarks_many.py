"""Ten thousand bookmarks: laid out as one comes near them, narrowed, put under headings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QDate, QIODevice, QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester

from kinu_reader.model import Anchor, ArchivedBrief, Bookmark, Colour, Placing, Record
from kinu_reader.ui.bookmarks import BookmarksPanel, Kept
from kinu_reader.ui.bookmarks.delegate import BookmarkDelegate
from kinu_reader.ui.bookmarks.filters import BETWEEN
from kinu_reader.ui.bookmarks.form import BookmarkForm
from kinu_reader.ui.bookmarks.model import CHUNK, HEADING, BookmarksModel, Order

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem
    from pytestqt.qtbot import QtBot

    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.theme import Theme
    from kinu_reader.ui.window import Window

MANY = 10_000
WAIT = 20_000
COLOURS = list(Colour)


def made(number: int, brief: ArchivedBrief, **changes: object) -> Kept:
    words = f"Words of passage {number} that were kept"
    anchor = Anchor(number, number + len(words), words, "", "", 1, "1")
    created = f"20{10 + number % 15}-03-04T05:06:{number % 60:02}+00:00"
    tags = ("even",) if number % 2 == 0 else ()
    bookmark = Bookmark(f"b{number}", brief.id, anchor, colour=COLOURS[number % 4], tags=tags, created=created)
    return Kept.of(replace(bookmark, **changes), brief)  # type: ignore[arg-type]


@pytest.fixture
def briefs(full_shelf: Archive) -> list[ArchivedBrief]:
    return list(full_shelf.library.briefs(full_shelf.library.ids()[:5]).values())


@pytest.fixture
def many(briefs: list[ArchivedBrief]) -> list[Kept]:
    return [made(number, briefs[number % len(briefs)]) for number in range(MANY)]


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> BookmarksPanel:
    shown = BookmarksPanel(theme)
    qtbot.addWidget(shown)
    shown.resize(560, 800)
    shown.show()
    return shown


class Counting(BookmarkDelegate):
    """Counts how many rows were measured and painted."""

    measured, painted = 0, 0

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        self.measured += 1
        return super().sizeHint(option, index)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.painted += 1
        super().paint(painter, option, index)


def test_only_what_is_near_is_laid_out(panel: BookmarksPanel, theme: Theme, many: list[Kept]) -> None:
    counts = Counting(theme, panel)
    panel.view.setItemDelegate(counts)
    panel.show_bookmarks(many)
    panel.grab()
    assert len(panel.rows.rows) == MANY
    assert panel.rows.rowCount() == CHUNK
    assert CHUNK <= counts.measured <= 8 * CHUNK  # a view asks more than once
    assert 0 < counts.painted <= CHUNK
    bar = panel.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    panel.grab()
    assert CHUNK < panel.rows.rowCount() <= 4 * CHUNK
    before = counts.measured
    panel.filters.field.setText("passage 77 kept")
    panel.grab()
    assert counts.measured - before <= 8 * CHUNK


def test_all_can_be_chosen_and_one_far_away_gone_to(panel: BookmarksPanel, many: list[Kept]) -> None:
    panel.show_bookmarks(many)
    panel.view.choose(5000)
    assert panel.view.currentIndex().row() == 5000
    assert panel.rows.rowCount() < MANY
    panel.view.selectAll()
    assert len(panel.view.chosen()) == MANY == len(panel.in_scope())


def test_the_model_is_sound_as_it_grows(qapp: object, many: list[Kept]) -> None:
    model = BookmarksModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tester.setUseFetchMore(False)  # else it takes all lines within the signal that the first ones have come
    model.sort_by(Order.TAG)
    model.show(many[: 5 * CHUNK])
    assert model.index(0).data(HEADING).count == 2.5 * CHUNK
    assert model.rowCount() == CHUNK
    model.fetchMore(model.index(-1))
    assert model.rowCount() == 2 * CHUNK
    model.reach_all()
    assert model.rowCount() == 5 * CHUNK + 2
    assert not model.canFetchMore(model.index(-1))
    del tester


def test_headings_stand_above_briefs_tags_and_colours(panel: BookmarksPanel, briefs: list[ArchivedBrief]) -> None:
    both = made(1, briefs[0], tags=("one", "two"))
    panel.show_bookmarks([made(2, briefs[0], tags=()), both, made(3, briefs[1], tags=("two",))])

    def headings(order: Order) -> list[str]:
        panel.filters.order_chosen.emit(order)
        rows = [panel.rows.index(row) for row in range(panel.rows.rowCount())]
        return [row.data() for row in rows if row.data(HEADING) is not None]

    assert headings(Order.TAG) == ["#one · 1", "#two · 2", "without a tag · 1"]
    assert len(panel.rows.rows) == 3
    assert [line.split(" · ")[-1] for line in headings(Order.BRIEF)] in (["2", "1"], ["1", "2"])
    assert headings(Order.COLOUR) == ["green · 1", "blue · 1", "rose · 1"]
    assert headings(Order.NEWEST) == []
    panel.filters.order_chosen.emit(Order.TAG)
    panel.view.selectAll()
    assert len(panel.view.chosen()) == 3


def test_series_and_time_bound_the_list(panel: BookmarksPanel, briefs: list[ArchivedBrief]) -> None:
    other = replace(briefs[1], record=Record(title="Another", series="Another Series"))
    panel.show_bookmarks([made(1, briefs[0]), made(2, other, created="2999-01-01T00:00:00+00:00")])
    series, period = panel.filters.series, panel.filters.period
    series.setCurrentIndex(series.findData("Another Series"))
    series.activated.emit(series.currentIndex())
    assert [kept.bookmark.id for kept in panel.rows.rows] == ["b2"]
    series.setCurrentIndex(0)
    series.activated.emit(0)
    assert len(panel.rows.rows) == 2
    period.setCurrentIndex(period.findData(7))
    period.activated.emit(period.currentIndex())
    assert [kept.bookmark.id for kept in panel.rows.rows] == ["b2"]


def test_any_two_days_bound_the_list(panel: BookmarksPanel, briefs: list[ArchivedBrief]) -> None:
    days = ("2024-03-01", "2024-03-04", "2024-03-05", "2024-03-09")
    panel.show_bookmarks(
        [made(n, briefs[0], created=f"{day}T12:00:00+00:00") for n, day in enumerate(days)]  # noon: no zone is so far
    )
    filters = panel.filters
    assert not filters.first.isVisible()
    filters.period.setCurrentIndex(filters.period.findData(BETWEEN))
    filters.period.activated.emit(filters.period.currentIndex())
    assert filters.first.isVisible()
    filters.first.setDate(QDate(2024, 3, 3))
    filters.last.setDate(QDate(2024, 3, 5))
    assert [kept.bookmark.id for kept in panel.rows.rows] == ["b2", "b1"]
    filters.period.setCurrentIndex(0)
    filters.period.activated.emit(0)
    assert len(panel.rows.rows) == len(days)
    assert not filters.first.isVisible()


def test_a_row_stays_while_it_is_edited_and_goes_with_the_next_look(
    panel: BookmarksPanel, briefs: list[ArchivedBrief]
) -> None:
    panel.show_bookmarks([made(1, briefs[0]), made(5, briefs[0])])
    panel.filters.colours[COLOURS[1]].setChecked(True)
    changed = replace(panel.rows.rows[0].bookmark, colour=Colour.ROSE)
    assert panel.show_changed([changed])
    assert len(panel.rows.rows) == 2
    panel.filters.field.setText("passage")
    assert changed.id not in [kept.bookmark.id for kept in panel.rows.rows]
    assert not panel.show_changed([replace(changed, id="unknown")])


def test_an_orphan_shows_how_it_looked(theme: Theme, briefs: list[ArchivedBrief], qtbot: QtBot) -> None:
    form = BookmarkForm(theme)
    qtbot.addWidget(form)
    form.show()
    orphan = replace(made(1, briefs[0]).bookmark, state=Placing.ORPHAN)
    with qtbot.waitSignal(form.picture_asked) as asked:
        form.show_bookmark(orphan)
    assert asked.args == [orphan.id]
    image, buffer = QImage(200, 300, QImage.Format.Format_RGB32), QBuffer()
    image.fill(0)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    form.show_picture("another", buffer.data().data())
    assert form.picture.isHidden()
    form.show_picture(orphan.id, buffer.data().data())
    assert form.picture.isVisible()
    form.show_bookmark(made(2, briefs[0]).bookmark)
    assert form.picture.isHidden()


def test_marks_of_a_pdf_are_looked_for(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.reader.document is not None, timeout=WAIT)
    assert window.reader.document is not None
    with qtbot.waitSignal(window.places.bookmarking.said, timeout=WAIT) as said:
        window.details.marks_asked.emit(window.reader.document.brief)
    assert said.args == ["There are no marks in this PDF"]

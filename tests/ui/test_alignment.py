"""Edges that the eye runs along: words below words, icons below icons, nothing cut in the middle of a letter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QStyle, QStyleOptionViewItem, QWidget

from kinu_reader.tasks.bookmarking import keep
from kinu_reader.ui import theme as looks
from kinu_reader.ui.arranging import LINK
from kinu_reader.ui.icons import GAP, size_beside_words, swatch, worded_icon
from kinu_reader.ui.sidebar import Place
from kinu_reader.ui.theme import DARK, LIGHT
from kinu_reader.ui.wording import grouped

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.window import Window

WAIT = 20_000


def left(widget: QWidget, within: QWidget) -> int:
    return widget.mapTo(within, QPoint()).x()


def right(widget: QWidget, within: QWidget) -> int:
    return left(widget, within) + widget.width()


def inked(window: QWidget, part: QWidget, colour: str) -> int:
    """Return the first column of a part, in the window, in which there is something of about this colour."""
    picture, want = part.grab().toImage(), QColor(colour)
    for x in range(picture.width()):
        for y in range(picture.height()):
            seen = picture.pixelColor(x, y)
            if max(abs(a - b) for a, b in zip(seen.getRgb()[:3], want.getRgb()[:3], strict=True)) < 40:
                return left(part, window) + x
    raise AssertionError("nothing of that colour")


def test_links_begin_where_the_words_above_them_begin(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.details._brief is not None, timeout=WAIT)
    labels = [label for label in window.details.findChildren(QLabel) if label.text() == "Author"]
    links = [button for button in window.details.findChildren(QPushButton) if button.property("link")]
    assert labels
    assert links
    assert {left(link, window) + LINK for link in links} == {left(labels[0], window)}


def test_the_sign_of_the_archive_stands_above_those_of_the_sidebar(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.sidebar.count() > 3, timeout=WAIT)
    second = window.sidebar.visualItemRect(window.sidebar.item(1))
    icon = window.sidebar.viewport().grab(second).toImage()
    columns = (x for x in range(icon.width()) if icon.pixelColor(x, second.height() // 2).lightness() < 160)
    assert abs(next(columns) - inked(window, window.top.archive, LIGHT.text)) <= 2


def test_all_that_is_set_ends_at_one_edge(window: Window, qtbot: QtBot) -> None:
    window.preferring.open()
    page = window.preferring.page
    assert page is not None
    QApplication.processEvents()
    edge = right(page.search, page)
    controls = [page._control(name) for name in ("language", "theme", "reduced_motion", "keys")]
    assert {right(control, page) for control in controls if control} == {edge}
    assert right(page._close, page) == edge
    assert left(page.search, page) == page.width() - edge
    page.close()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_filters_of_bookmarks_fit_a_small_window(
    open_window: Callable[..., Window], full_shelf: Archive, qtbot: QtBot, language: str
) -> None:
    brief = full_shelf.library.ids()[0]
    keep(full_shelf, brief, 0, 30, tags=("horizon",))
    window = open_window(full_shelf.library.folder, language=language)
    window.resize(1280, 800)
    window.places.go(Place.BOOKMARKS)
    qtbot.waitUntil(lambda: window.places.bookmarks.rows.rowCount() > 0, timeout=WAIT)
    qtbot.waitUntil(lambda: window.reader.bar.hit_words.isVisible(), timeout=WAIT)
    for box in window.places.bookmarks.filters.findChildren(QComboBox):
        if box.isVisible():
            assert box.width() >= box.sizeHint().width(), box.accessibleName()
    field, bar = window.places.bookmarks.filters.field, window.reader.bar
    assert field.width() > 100

    def cut() -> list[str]:
        shown = [label for label in bar.findChildren(QLabel) if label.isVisible()]
        return [label.text() for label in shown if label.width() < label.minimumSizeHint().width()]

    qtbot.waitUntil(lambda: cut() == [], timeout=WAIT)  # once what has come is laid out


def test_headings_of_columns_end_in_dots(window: Window, qtbot: QtBot) -> None:
    for place, table in ((Place.REVIEW, "review"), (Place.TABLE, "briefs")):
        window.places.go(place)
        head = getattr(window.places, table).table.horizontalHeader()
        assert head.textElideMode() is Qt.TextElideMode.ElideRight


def test_words_keep_away_from_the_icon_of_their_button(qapp: QApplication) -> None:
    size = size_beside_words(16)
    assert size == QSize(16 + GAP, 16)
    picture = worded_icon("import", LIGHT, 16).pixmap(size, 2.0)
    assert picture.deviceIndependentSize().toSize() == size
    image = picture.toImage()
    assert all(image.pixelColor(x, y).alpha() == 0 for x in range(33, image.width()) for y in range(image.height()))
    assert any(image.pixelColor(x, y).alpha() > 200 for x in range(16, 33) for y in range(image.height()))
    assert swatch(LIGHT.amber, 14, 3).availableSizes()[0].width() == 51
    assert swatch(LIGHT.amber, 14).availableSizes()[0].width() == 42


def test_titles_in_hangul_are_bold_where_there_is_no_semibold(qapp: QApplication) -> None:
    assert looks.font(15, semibold=True).weight().value > 600  # a face with only medium and bold gives its bold
    assert looks.font(15, semibold=True).weight().value < 650  # one with a semibold gives that


def test_thousands_are_set_apart_wherever_there_is_a_count(window: Window, qtbot: QtBot) -> None:
    assert grouped("of 12500 passages, 12500 at most", 12500) == "of 12,500 passages, 12500 at most"
    with qtbot.waitSignal(window.session.answered, timeout=WAIT) as blocker:
        window.top.search.setText("unification")
    many = replace(blocker.args[0], passages=12500)
    window.results.show_result(many, filter_words="")
    assert "12,500" in window.results.counts.toolTip()
    window.status.show_result(many)
    assert "12,500" in window.status._took.text()


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_a_chip_is_seen_on_a_row_under_the_mouse(window: Window, qtbot: QtBot, tokens: looks.Tokens) -> None:
    window._appearance.theme.use(tokens)
    view = window.results.view
    index = view.model().index(0, 0)
    qtbot.waitUntil(lambda: view.visualRect(index).height() > 20, timeout=WAIT)
    option = QStyleOptionViewItem()
    option.rect = view.visualRect(index)
    option.widget = view
    option.state |= QStyle.StateFlag.State_MouseOver
    picture = QImage(option.rect.bottomRight().x() + 1, option.rect.bottom() + 1, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    view.itemDelegate().paint(painter, option, index)
    painter.end()
    grounds = {picture.pixelColor(17 + dx, option.rect.bottom() - 18).name() for dx in range(6)}
    assert QColor(tokens.panel).name() in grounds


def test_the_ways_in_stand_in_the_middle(open_window: Callable[..., Window]) -> None:
    window = open_window()
    QApplication.processEvents()
    card = window.first._cards[0]
    assert abs(left(card, window) - (window.width() - right(card, window))) <= 1
    assert left(window.first._restore, window) + LINK == 16

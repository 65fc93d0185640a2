"""The page of settings: what is chosen holds at once, is found by its words, and can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from kinu_reader.settings import Settings
from kinu_reader.ui import theme
from kinu_reader.ui.settings_page import SettingsPage, options

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.window import Window

WAIT = 20_000


@pytest.fixture
def page(window: Window) -> Iterator[SettingsPage]:
    window.commands.run("settings")
    assert window.preferring.page is not None
    yield window.preferring.page
    if window.preferring.page is not None:
        window.preferring.page.close()
    window.preferring.restore()


def choose(page: SettingsPage, name: str, value: object) -> None:
    box = page._choices[name]
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_every_setting_a_person_makes_has_an_option_with_a_sentence_of_help() -> None:
    known = {option.name: option for option in options()}
    remembered = {"archive", "geometry", "sidebar", "details", "facets", "keys", "toured", "desks"}
    remembered |= {"favourites", "mixed"}  # chosen among the styles
    assert set(Settings.__dataclass_fields__) - remembered <= set(known)
    assert all(option.help.endswith(".") for option in known.values())


def test_theme_language_and_text_size_hold_at_once(window: Window, page: SettingsPage, qtbot: QtBot) -> None:
    base = window.top.height()
    choose(page, "theme", "dark")
    assert window._appearance.theme.tokens.dark
    choose(page, "text_size", 150)
    assert QApplication.font().pixelSize() == 20
    assert window.top.search.font().pixelSize() == round(14 * 20 / 13)
    assert window.top.minimumHeight() > base
    choose(page, "text_size", 100)
    assert (window.top.search.font().pixelSize(), window.top.minimumHeight()) == (14, base)
    choose(page, "language", "ko")
    qtbot.waitUntil(lambda: window.top.import_button.text() == "가져오기", timeout=WAIT)
    assert (window._appearance.settings.theme, window._appearance.settings.language) == ("dark", "ko")


def test_the_window_stays_usable_where_text_is_large_and_the_window_small(window: Window, page: SettingsPage) -> None:
    choose(page, "text_size", 150)
    page.close()
    window.resize(1000, 600)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (1000, 600)
    assert window.widths.narrow
    for needed in (window.top.search, window.top.menu_button, window.results.view, window.reader.pages):
        corner = needed.mapTo(window, needed.rect().bottomRight())
        assert needed.isVisible()
        assert needed.width() >= 32
        assert window.rect().contains(corner), needed


def test_icons_grow_with_the_text(window: Window, page: SettingsPage) -> None:
    button = window.reader.bar.night
    small = button.icon().pixmap(button.iconSize()).width()
    choose(page, "text_size", 150)
    try:
        assert button.iconSize() == theme.icon_size(20)
        large = button.icon().pixmap(button.iconSize()).width()
        assert large == theme.scaled(small) > small
    finally:
        choose(page, "text_size", 100)
    assert button.iconSize() == theme.icon_size(20)


def test_an_option_is_found_by_any_of_its_words(page: SettingsPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.search, "blink")
    assert [name for name, row in page.rows.items() if not row.isHidden()] == ["reduced_motion"]
    qtbot.keyClicks(page.search, " zzz")
    assert not page._none.isHidden()
    page.go_to("style")
    assert page.search.text() == ""
    assert not page.rows["theme"].isHidden()


def test_reduced_motion_stops_the_caret_and_the_menus(page: SettingsPage, qapp: QApplication) -> None:
    before = qapp.cursorFlashTime()
    page._switches["reduced_motion"].click()
    assert qapp.cursorFlashTime() == 0
    assert not qapp.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)
    page._switches["reduced_motion"].click()
    assert qapp.cursorFlashTime() == before


def test_the_style_of_citations_is_one_for_the_whole_window(window: Window, page: SettingsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.details.cite.styles.count() > 5, timeout=WAIT)
    window.preferring.set("style", "korean-note")
    assert window.manners.manner.style == "korean-note"
    assert window._appearance.settings.style == "korean-note"


def test_quotes_are_copied_straight_if_wanted(window: Window, page: SettingsPage) -> None:
    page._switches["straight"].click()
    assert window.manners.manner.straight


def test_what_lies_where_is_shown(
    window: Window, page: SettingsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    folder = str(window.session._archive.library.folder)

    def shown() -> set[str]:
        return {field.text() for field in page._places.findChildren(QLineEdit)}

    qtbot.waitUntil(lambda: folder in shown(), timeout=WAIT)
    assert any(text.endswith("settings.json") for text in shown())
    button = next(b for b in page._places.findChildren(QPushButton) if b.accessibleName().startswith("Archive"))
    button.click()
    assert opened == [folder]


def test_tesseract_is_said_to_be_there_or_not(page: SettingsPage) -> None:
    page.show_reading(None)
    assert "not installed" in page._reading.text()
    page.show_reading(())
    assert "no language" in page._reading.text()
    page.show_reading(("eng",))
    assert "no Korean" in page._reading.text()
    page.show_reading(("eng", "kor"))
    assert page._reading.text().endswith("English, Korean")


def test_defaults_come_back(window: Window, page: SettingsPage) -> None:
    for name, value in (("theme", "dark"), ("expand", False), ("archives", "/somewhere"), ("straight", True)):
        window.preferring.set(name, value)
    window.commands.change_key("search", "Ctrl+Y")
    page.restore_asked.emit()
    settings = window._appearance.settings
    assert (settings.theme, settings.expand, settings.archives) == ("", True, "")
    assert not window.manners.manner.straight
    assert window.commands.key("search") == "Ctrl+L"
    assert page._switches["expand"].isChecked()


def test_settings_are_kept(open_window: Callable[..., Window], full_shelf: Archive, tmp_path: Path) -> None:
    window = open_window(full_shelf.library.folder, text_size=125)
    assert theme.scaled(13) == 16
    window.preferring.set("text_size", 100)
    assert '"text_size": 100' in (tmp_path / "s.json").read_text(encoding="utf-8")


def test_a_setting_is_reached_through_the_palette(window: Window, qtbot: QtBot) -> None:
    window.find_command()
    qtbot.keyClicks(window.palette_pane.field, "straight")
    qtbot.keyClick(window.palette_pane.field, Qt.Key.Key_Return)
    page = window.preferring.page
    assert page is not None
    focused: QWidget | None = page.focusWidget()
    assert focused is page._switches["straight"]
    page.close()

"""From an option chosen on the page of settings to what it does, and what is set at the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from kinu_reader.extract import ocr_available, ocr_languages
from kinu_reader.paths import default_archive, index_folder, log_file, settings_file, watch_file
from kinu_reader.settings import Settings
from kinu_reader.ui.settings_page import SettingsPage

if TYPE_CHECKING:
    from pathlib import Path

    from kinu_reader.tasks.archive import Archive
    from kinu_reader.ui.appearance import Appearance
    from kinu_reader.ui.window import Window

RESTORED = ("language", "theme", "text_size", "reduced_motion", "archives", "expand", "style", "straight")


class Preferring(QObject):
    """Opens the page, keeps what it shows true, and lets what is chosen hold at once."""

    def __init__(self, appearance: Appearance, window: Window) -> None:
        super().__init__(window)
        self._appearance, self._window = appearance, window
        self.page: SettingsPage | None = None
        for menus in (window.top, window.first):
            menus.theme_menu.chosen.connect(appearance.use_theme)
            menus.language_menu.chosen.connect(appearance.use_language)
        window.top.expansion_toggled.connect(lambda on: appearance.remember(expand=on))
        window.commands.keys_changed.connect(lambda _: appearance.remember(keys=window.commands.chosen))
        appearance.changed.connect(self._show)
        self._show()

    def open(self, option: str = "") -> None:
        """Open the page, at an option if one is named."""
        if self.page is None:
            page = self.page = SettingsPage(self._window)
            page.destroyed.connect(self._forget)
            page.changed.connect(self.set)
            page.asked.connect(self._ask)
            page.folder_asked.connect(self._ask_folder)
            page.restore_asked.connect(self.restore)
            page.show_styles(self._window.manners.styles, self._appearance.settings.style)
            page.show_reading(() if ocr_available() else None)
            self._window.session.ask(lambda _: ocr_languages(), self._show_reading)
            self._window.session.ask(_places, self._show_places)
            page.show_places({"settings": settings_file(), "log": log_file()})
            self._show()
            page.open()
        else:
            self.page.raise_()
            self.page.activateWindow()
        if option:
            self.page.go_to(option)

    def set(self, name: str, value: object) -> None:
        """Let an option have a value from now on."""
        appearance, window = self._appearance, self._window
        match name, value:
            case "language", str():
                appearance.use_language(value)
            case "theme", str():
                appearance.use_theme(value)
            case "text_size", int():
                appearance.use_text_size(value)
            case "reduced_motion", bool():
                appearance.use_reduced_motion(value)
            case "expand", bool():
                window.top.expansion.setChecked(value)
            case "style" | "straight", _:
                window.manners.use(**{name: value})
            case _:
                appearance.remember(**{name: value})
        self._show()

    def restore(self) -> None:
        """Set every option as it was at first, and the keys as well; archive and window stay as they are."""
        usual = Settings()
        for name in RESTORED:
            self.set(name, getattr(usual, name))
        self._window.commands.restore_keys()

    # -- what is asked for

    def _ask(self, door: str) -> None:
        if door == "tour" and self.page is not None:
            self.page.close()  # the tour points at what lies beneath
        self._window.commands.run(door)

    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self.page, self.tr("Folder for archives"), self._archives())
        if folder:
            self.set("archives", folder)

    # -- what is shown

    def _archives(self) -> str:
        return self._appearance.settings.archives or str(default_archive().parent)

    def _show(self) -> None:
        settings, window = self._appearance.settings, self._window
        for menus in (window.top, window.first):
            menus.theme_menu.show_choice(settings.theme)
            menus.language_menu.show_choice(settings.language)
        window.intake.archives = settings.archives
        window.widths.fit()
        if self.page is not None:
            self.page.show_settings(settings, self._archives())

    def _show_reading(self, languages: tuple[str, ...] | None) -> None:
        if self.page is not None:
            self.page.show_reading(languages)

    def _show_places(self, places: dict[str, Path]) -> None:
        if self.page is not None:
            self.page.show_places(places)

    def _forget(self) -> None:
        self.page = None


def _places(archive: Archive) -> dict[str, Path]:
    """Return where things lie, by what they are."""
    library = archive.library
    return {
        "archive": library.folder,
        "index": index_folder(library.archive_id),
        "watched": watch_file(library.archive_id),
        "settings": settings_file(),
        "log": log_file(),
    }

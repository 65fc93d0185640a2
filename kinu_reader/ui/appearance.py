"""Theme and language of the whole program, switchable while it runs, and what it remembers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal

from kinu_reader import settings as settings_file
from kinu_reader.paths import resource
from kinu_reader.ui import theme as themes

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from kinu_reader.settings import Settings

LANGUAGES = {"en": QLocale.Language.English, "ko": QLocale.Language.Korean}


class Appearance(QObject):
    """What the program looks like and speaks."""

    changed = Signal()  # another theme or language was chosen

    def __init__(self, app: QApplication, settings: Settings, file: Path) -> None:
        super().__init__()
        self._app, self._file = app, file
        self.settings = settings
        self.theme = themes.Theme(parent=self)
        self._translators: list[QTranslator] = []
        app.styleHints().colorSchemeChanged.connect(self._dress)
        self._dress()
        self._speak()

    def remember(self, **changes: Any) -> None:
        """Change settings and keep them."""
        self.settings = replace(self.settings, **changes)
        settings_file.save(self.settings, self._file)

    def use_theme(self, name: str) -> None:
        """Use the light or dark theme; an empty name follows the system."""
        self.remember(theme=name)
        self._dress()
        self.changed.emit()

    def use_language(self, code: str) -> None:
        """Speak en or ko; an empty code follows the system."""
        self.remember(language=code)
        self._speak()
        self.changed.emit()

    def take_off(self) -> None:
        """Take the style sheet off, to build a window: under one, each parent a widget gets costs time."""
        self._app.setStyleSheet("")

    def put_on(self) -> None:
        """Put the style sheet on again."""
        self._app.setStyleSheet(themes.style_sheet(self.theme.tokens))

    def _dress(self) -> None:
        system = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        dark = self.settings.theme == "dark" or (not self.settings.theme and system)
        tokens = themes.DARK if dark else themes.LIGHT
        themes.apply(self._app, tokens)
        self.theme.use(tokens)

    def _speak(self) -> None:
        code = self.settings.language or ("ko" if QLocale.system().language() is LANGUAGES["ko"] else "en")
        QLocale.setDefault(QLocale(LANGUAGES[code]))
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = []
        own = str(resource("translations") / f"kinu_reader_{code}.qm")
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath) + f"/qtbase_{code}.qm"
        for file in (qt, own):
            translator = QTranslator(self)
            if translator.load(file):
                self._app.installTranslator(translator)
                self._translators.append(translator)

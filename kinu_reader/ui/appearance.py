"""Theme and language of the whole program, switchable while it runs, and what it remembers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore
from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal

from kinu_reader import settings as settings_file
from kinu_reader.paths import resource
from kinu_reader.ui import theme as themes

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from kinu_reader.settings import Settings

UNIT = 1000  # px, long enough to measure by how much text grew
EFFECTS = ("AnimateMenu", "FadeMenu", "AnimateCombo", "AnimateTooltip", "FadeTooltip")
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
        self._flash, self._calmed = app.cursorFlashTime(), False  # of a caret, in ms; whether nothing moves
        self._dress()
        self._calm()
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

    def use_text_size(self, percent: int) -> None:
        """Show text at 100, 125 or 150 %."""
        from kinu_reader.ui.resizing import own_fonts, resize

        before, widgets = themes.scaled(UNIT), self._app.allWidgets()
        fonts = own_fonts(widgets)
        self.remember(text_size=percent)
        self._dress()
        resize(widgets, fonts, themes.scaled(UNIT) / before)
        self.theme.changed.emit()  # what was laid out for painting is of another size now
        self.changed.emit()

    def use_reduced_motion(self, reduced: bool) -> None:
        """Let nothing blink, slide or fade, or let it as the system does."""
        self.remember(reduced_motion=reduced)
        self._calm()
        self.changed.emit()

    def _calm(self) -> None:
        reduced = self.settings.reduced_motion
        if reduced == self._calmed:
            return
        self._calmed = reduced
        for effect in EFFECTS:
            self._app.setEffectEnabled(QtCore.Qt.UIEffect[f"UI_{effect}"], not reduced)
        self._app.setCursorFlashTime(0 if reduced else self._flash)

    def _dress(self) -> None:
        chosen = self.settings.theme
        dark = chosen == "dark" if chosen else themes.system_is_dark(self._app)
        tokens = themes.DARK if dark else themes.LIGHT
        themes.apply(self._app, tokens, self.settings.text_size)
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

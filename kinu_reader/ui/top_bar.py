"""The bar across the top: which archive, the search field, import, and the menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QToolButton, QWidget

from kinu_reader.ui.arranging import follow
from kinu_reader.ui.choices import LANGUAGES, THEMES, ChoiceMenu
from kinu_reader.ui.icons import button_icon, pixmap, size_beside_words, worded_icon
from kinu_reader.ui.shown_keys import no_keys, with_key
from kinu_reader.ui.theme import font, icon_size, scaled

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QInputMethodEvent

    from kinu_reader.tasks.holdings import Holdings
    from kinu_reader.ui.theme import Theme

HEIGHT = 48
MARGIN = 16  # px; the sign of the archive stands above those of the sidebar
PAUSE_MS = 10  # after the last keystroke; a search that is under way is not disturbed by the next
OFFERED = 15  # recent searches
LEAST = 2  # characters before results appear while typing; Enter searches for one as well


class SearchField(QLineEdit):
    """Says what is searched: soon after the last keystroke, never while a syllable is being composed."""

    asked = Signal(str)
    left = Signal()  # on to the results

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._composing = False
        self._asked = ""
        self._key: Callable[[str], str] = no_keys
        self.history: tuple[str, ...] = ()  # searches asked lately, newest first
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.textChanged.connect(self._on_text)
        self.setClearButtonEnabled(False)  # Fusion's own has no place in this set of icons
        self._lens = self.addAction(button_icon("search", theme.tokens), QLineEdit.ActionPosition.LeadingPosition)
        self._wipe = self.addAction(button_icon("close", theme.tokens), QLineEdit.ActionPosition.TrailingPosition)
        self._lens.triggered.connect(self.offer_history)
        self._wipe.triggered.connect(self.clear)
        self._wipe.setVisible(False)
        theme.changed.connect(self._dress)
        self.setFont(font(14))
        self._translate()

    def show_keys(self, key: Callable[[str], str]) -> None:
        """Show the key that offers the searches asked lately."""
        self._key = key
        self._lens.setToolTip(with_key(self.tr("Recent searches"), key("recent-searches")))

    def show_text(self, text: str) -> None:
        """Show a text that is searched already."""
        self._asked = text
        self.setText(text)
        self._pause.stop()

    def _on_text(self, text: str) -> None:
        self._wipe.setVisible(bool(text))
        short = 0 < len(text.strip()) < LEAST and text.isascii()  # one syllable is a word
        if self._composing or short:
            self._pause.stop()
        else:
            self._pause.start()

    def _ask(self) -> None:
        self._pause.stop()
        if self.text() != self._asked:
            self._asked = self.text()
            self.asked.emit(self._asked)

    def leave(self) -> None:
        """Ask what is typed, and go on to the results."""
        self._ask()
        self.left.emit()

    def offer_history(self) -> None:
        """Offer the searches asked lately."""
        menu = QMenu(self)
        for text in self.history[:OFFERED]:
            menu.addAction(text.replace("&", "&&")).triggered.connect(partial(self.setText, text))
        if not self.history:
            menu.addAction(self.tr("No searches yet")).setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _dress(self) -> None:
        self._lens.setIcon(button_icon("search", self._theme.tokens))
        self._wipe.setIcon(button_icon("close", self._theme.tokens))

    def _translate(self) -> None:
        self.setPlaceholderText(self.tr("Search titles, authors, text"))
        self.setAccessibleName(self.tr("Search"))
        self._wipe.setText(self.tr("Clear search"))
        self._wipe.setToolTip(self.tr("Clear search"))
        self._lens.setText(self.tr("Recent searches"))
        self.show_keys(self._key)

    # -- Qt

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        if self._composing:
            self._pause.stop()
        super().inputMethodEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)


class TopBar(QFrame):
    """Shows what it is told and says what is asked for."""

    filters_toggled = Signal(bool)
    glossary_asked = Signal()
    expansion_toggled = Signal(bool)
    open_asked = Signal()
    sample_asked = Signal()
    import_folder_asked = Signal()
    import_files_asked = Signal()
    command_asked = Signal(str)  # an action of the window
    watch_asked = Signal()
    metadata_asked = Signal()
    catalogue_asked = Signal()
    duplicates_asked = Signal()
    editions_asked = Signal()
    names_asked = Signal()
    reread_asked = Signal()
    patterns_asked = Signal()
    check_asked = Signal()
    backup_asked = Signal()
    restore_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key: Callable[[str], str] = no_keys
        self.setFixedHeight(scaled(HEIGHT))
        self.setProperty("ground", "panel")
        self.setProperty("edge", "bottom")
        self.archive, self.import_button, self.menu_button = QPushButton(self), QPushButton(self), QToolButton(self)
        self.archive.setProperty("flat", True)
        self.archive.setProperty("choice", True)
        self.archive.setFont(font(13, semibold=True))
        self._chevron = QLabel(self.archive)
        self.search = SearchField(theme, self)
        self.filters = QPushButton(self)
        self.filters.setCheckable(True)
        self.filters.toggled.connect(self.filters_toggled)
        self._archive_menu, self._import_menu, self._menu = QMenu(self), QMenu(self), QMenu(self)
        self.theme_menu, self.language_menu = ChoiceMenu(THEMES, self._menu), ChoiceMenu(LANGUAGES, self._menu)
        self._make_menus()
        self._arrange()
        theme.changed.connect(self._dress)
        self._dress()
        self._translate()

    def show_archive(self, name: str) -> None:
        """Show the name of the open archive."""
        shown = self.archive.fontMetrics().elidedText(name, QtCore.Qt.TextElideMode.ElideRight, 128)
        self.archive.setText(shown)
        self.archive.setToolTip(name)

    def show_holdings(self, holdings: Holdings) -> None:
        """Offer the searches asked lately."""
        self.search.history = holdings.history

    # -- making

    def _make_menus(self) -> None:
        self._open = self._archive_menu.addAction("", self.open_asked.emit)
        self._sample = self._archive_menu.addAction("", self.sample_asked.emit)
        self._make_upkeep()
        self._import_folder = self._import_menu.addAction("", self.import_folder_asked.emit)
        self._import_files = self._import_menu.addAction("", self.import_files_asked.emit)
        self._menu.addMenu(self._import_menu)
        self._menu.addMenu(self._archive_menu)
        self._menu.addSeparator()
        self.expansion = self._menu.addAction("")
        self.expansion.setCheckable(True)
        self.expansion.toggled.connect(self.expansion_toggled)
        self._glossary = self._menu.addAction("", self.glossary_asked.emit)
        self._menu.addSeparator()
        self._menu.addMenu(self.theme_menu)
        self._menu.addMenu(self.language_menu)
        self._menu.addSeparator()
        self._commands = {
            name: self._menu.addAction("", partial(self.command_asked.emit, name))
            for name in ("settings", "keys", "tour", "palette")
        }
        self.archive.setMenu(self._archive_menu)
        self.import_button.setMenu(self._import_menu)
        self.menu_button.setMenu(self._menu)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _make_upkeep(self) -> None:
        menu = self._archive_menu
        menu.addSeparator()
        self._watch = menu.addAction("", self.watch_asked.emit)
        self._metadata = menu.addAction("", self.metadata_asked.emit)
        self._catalogue = menu.addAction("", self.catalogue_asked.emit)
        menu.addSeparator()
        self._duplicates = menu.addAction("", self.duplicates_asked.emit)
        self._editions = menu.addAction("", self.editions_asked.emit)
        self._names = menu.addAction("", self.names_asked.emit)
        self._reread = menu.addAction("", self.reread_asked.emit)
        self._patterns = menu.addAction("", self.patterns_asked.emit)
        menu.addSeparator()
        self._check = menu.addAction("", self.check_asked.emit)
        self._backup = menu.addAction("", self.backup_asked.emit)
        self._restore = menu.addAction("", self.restore_asked.emit)

    def show_keys(self, key: Callable[[str], str]) -> None:
        """Show the keys of the actions in the menus."""
        self._key = key
        self._write_keyed()
        self.search.show_keys(key)

    def _write_keyed(self) -> None:
        """Name the actions of the menus that have keys; as shortcuts of two menus these would be ambiguous."""
        names = {
            "import-folder": (self._import_folder, self.tr("Import a folder…")),
            "import-files": (self._import_files, self.tr("Import files…")),
            "settings": (self._commands["settings"], self.tr("Settings…")),
            "keys": (self._commands["keys"], self.tr("Keys…")),
            "tour": (self._commands["tour"], self.tr("A tour of the window")),
            "palette": (self._commands["palette"], self.tr("Find a command or a brief…")),
        }
        for name, (action, words) in names.items():
            action.setText(f"{words}\t{self._key(name)}")

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, 8, 1)
        row.setSpacing(8)
        self.archive.setFixedWidth(scaled(192) - MARGIN)
        inside = QHBoxLayout(self.archive)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addStretch(1)
        inside.addWidget(self._chevron)
        self.search.setFixedHeight(scaled(32))
        self.search.setMaximumWidth(572)
        row.addWidget(self.archive)
        row.addSpacing(4)
        row.addWidget(self.search, 4)
        row.addWidget(self.filters)
        row.addStretch(1)
        row.addWidget(self.import_button)
        row.addWidget(self.menu_button)
        follow((self.archive, self.search, self.filters, self.import_button, self.menu_button))
        self.menu_button.setFixedSize(scaled(32), scaled(32))
        self.menu_button.setIconSize(icon_size(20))
        for button in (self.archive, self.import_button, self.filters):
            button.setIconSize(size_beside_words(16))

    def _dress(self) -> None:
        tokens = self._theme.tokens
        self.archive.setIcon(worded_icon("archive", tokens))
        self._chevron.setPixmap(pixmap("chevron-down", tokens.secondary, scaled(14), self.devicePixelRatioF()))
        self.import_button.setIcon(worded_icon("import", tokens))
        self.filters.setIcon(worded_icon("filter", tokens))
        self.menu_button.setIcon(button_icon("menu", tokens))

    def _translate(self) -> None:
        self.archive.setAccessibleName(self.tr("Archive"))
        self.import_button.setText(self.tr("Import"))
        self.filters.setText(self.tr("Filters"))
        self._open.setText(self.tr("Open or make an archive…"))
        self._sample.setText(self.tr("Open the sample archive"))
        self._watch.setText(self.tr("Watched folders…"))
        self._metadata.setText(self.tr("Take metadata from a file…"))
        self._catalogue.setText(self.tr("Export the catalogue as CSV…"))
        self._duplicates.setText(self.tr("Compare duplicates…"))
        self._editions.setText(self.tr("Pair editions…"))
        self._names.setText(self.tr("Authors and divisions…"))
        self._reread.setText(self.tr("Read the records again…"))
        self._patterns.setText(self.tr("Patterns of series…"))
        self._check.setText(self.tr("Check the archive"))
        self._backup.setText(self.tr("Back up…"))
        self._restore.setText(self.tr("Restore…"))
        self._write_keyed()
        self.expansion.setText(self.tr("Look for synonyms and translations"))
        self._glossary.setText(self.tr("My glossary…"))
        self._import_menu.setTitle(self.tr("Import"))
        self._archive_menu.setTitle(self.tr("Archive"))
        self.theme_menu.setTitle(self.tr("Theme"))
        self.language_menu.setTitle(self.tr("Language"))
        self.menu_button.setAccessibleName(self.tr("Menu"))
        self.menu_button.setToolTip(self.tr("Menu"))

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

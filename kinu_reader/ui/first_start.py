"""What a newcomer sees: three ways in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kinu_reader.ui.arranging import hang
from kinu_reader.ui.choices import LANGUAGES, THEMES, ChoiceMenu
from kinu_reader.ui.icons import app_icon, pixmap, size_beside_words, worded_icon
from kinu_reader.ui.theme import font, icon_size, scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from kinu_reader.ui.theme import Theme

WIDTH, CARD, GLYPH, ICON = 680, 86, 44, 22  # px


class FirstStart(QWidget):
    """Make an archive from a folder, open one, or look around in the sample."""

    import_asked = Signal()
    open_asked = Signal()
    sample_asked = Signal()
    restore_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._problem = QLabel(self)
        self._problem.setProperty("role", "failure")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._name, self._purpose = QLabel("Kinu Reader", self), QLabel(self)
        self._name.setFont(font(22, semibold=True))
        self._purpose.setFont(font(14))
        self._cards = [
            _Card("folder", theme, primary=True, parent=self),
            _Card("archive", theme, parent=self),
            _Card("book-open", theme, parent=self),
        ]
        signals = (self.import_asked, self.open_asked, self.sample_asked)
        for card, signal in zip(self._cards, signals, strict=True):
            card.button.clicked.connect(signal)
        self._drop, self._promise = _Line("download", theme, self), _Line("lock", theme, self)
        self.theme_menu, self.language_menu = ChoiceMenu(THEMES, self), ChoiceMenu(LANGUAGES, self)
        self._theme_button, self._language_button = QPushButton(self), QPushButton(self)
        self._restore = QPushButton(self)
        self._restore.setProperty("link", True)
        self._restore.clicked.connect(self.restore_asked)
        for button in (self._theme_button, self._language_button):
            button.setIconSize(size_beside_words(16))
        self._theme_button.setMenu(self.theme_menu)
        self._language_button.setMenu(self.language_menu)
        self._arrange()
        theme.changed.connect(self._dress)
        self._dress()
        self._translate()

    def show_problem(self, sentence: str) -> None:
        """Say why an archive could not be opened."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _arrange(self) -> None:
        middle = QWidget(self)
        middle.setFixedWidth(scaled(WIDTH))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._head(middle))
        column.addSpacing(12)
        column.addWidget(self._problem)
        for card in self._cards:
            column.addWidget(card)
        self._drop.setProperty("drop", True)
        self._drop.setFixedHeight(scaled(72))
        column.addWidget(self._drop)
        column.addSpacing(8)
        column.addWidget(self._promise)
        corner = QHBoxLayout()
        corner.setSpacing(8)
        corner.addLayout(hang(self._restore))
        corner.addStretch(1)
        corner.addWidget(self._language_button)
        corner.addWidget(self._theme_button)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(middle)
        centred.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 10, 16, 10)
        whole.addLayout(corner)
        whole.addStretch(4)
        whole.addLayout(centred)
        whole.addStretch(5)

    def _head(self, middle: QWidget) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(16)
        sign = QLabel(middle)
        sign.setPixmap(app_icon().pixmap(QSize(48, 48), self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(0)
        self._purpose.setProperty("role", "secondary")
        words.addWidget(self._name)
        words.addWidget(self._purpose)
        head.addWidget(sign)
        head.addLayout(words, 1)
        return head

    def _translate(self) -> None:
        self._purpose.setText(self.tr("Keep policy briefs together, find them, cite them."))
        self._cards[0].say(
            self.tr("Make an archive from a folder of briefs"),
            self.tr("PDF and text files. Copies are kept; the originals stay as they are."),
            self.tr("Choose folder…"),
        )
        self._cards[1].say(
            self.tr("Open an archive"), self.tr("One that you made before, or got from a colleague."), self.tr("Open…")
        )
        self._cards[2].say(
            self.tr("Look around in the sample"),
            self.tr("Try everything with a few sample briefs first."),
            self.tr("Open sample"),
        )
        self._drop.say(self.tr("Or drop a folder or PDF files on this window"))
        self._promise.say(self.tr("No network connection, ever. Everything stays on this computer."))
        self._restore.setText(self.tr("Restore a backup…"))
        self._theme_button.setText(self.tr("Theme"))
        self._language_button.setText(self.tr("Language"))

    def _dress(self) -> None:
        tokens = self._theme.tokens
        self._theme_button.setIcon(worded_icon("moon" if tokens.dark else "sun", tokens, 16))
        self._language_button.setIcon(worded_icon("globe", tokens, 16))

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = self.focusWidget()
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter) and isinstance(pressed, QPushButton):
            pressed.click()  # as in a dialog, which this looks like
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)


class _Card(QFrame):
    """One way in: what it is, what it does, and the button."""

    def __init__(self, glyph: str, theme: Theme, *, primary: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._glyph_name = theme, glyph
        self.setProperty("card", "primary" if primary else "plain")
        self.setFixedHeight(scaled(CARD))
        self._glyph, self._title, self._text = QLabel(self), QLabel(self), QLabel(self)
        self._glyph.setProperty("glyph", True)
        self._glyph.setFixedSize(GLYPH, GLYPH)
        self._glyph.setMargin((GLYPH - icon_size(ICON).width()) // 2)
        self.button = QPushButton(self)
        self.button.setProperty("primary", primary)
        self.button.setFixedHeight(scaled(32))
        self.button.setMinimumWidth(116)
        self._title.setFont(font(15, semibold=True))
        self._text.setProperty("role", "secondary")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(16)
        row.addWidget(self._glyph)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        theme.changed.connect(self._dress)
        self._dress()

    def say(self, title: str, text: str, button: str) -> None:
        """Show these words."""
        self._title.setText(title)
        self._text.setText(text)
        self.button.setText(button)
        self.button.setAccessibleName(f"{title}: {button}")

    def _dress(self) -> None:
        ratio = self.devicePixelRatioF()
        self._glyph.setPixmap(pixmap(self._glyph_name, self._theme.tokens.accent, icon_size(ICON).width(), ratio))


class _Line(QFrame):
    """A small icon and a sentence, centred."""

    def __init__(self, glyph: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._glyph_name = theme, glyph
        self._glyph, self._text = QLabel(self), QLabel(self)
        self._text.setProperty("role", "secondary")
        row = QHBoxLayout(self)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self._glyph)
        row.addWidget(self._text)
        row.addStretch(1)
        theme.changed.connect(self._dress)
        self._dress()

    def say(self, text: str) -> None:
        """Show this sentence."""
        self._text.setText(text)

    def _dress(self) -> None:
        ratio = self.devicePixelRatioF()
        self._glyph.setPixmap(pixmap(self._glyph_name, self._theme.tokens.secondary, scaled(16), ratio))

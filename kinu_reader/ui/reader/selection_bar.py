"""The bar beside a selection: keep it in a colour, note something, copy it with its citation, search for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from kinu_reader.ui.icons import icon, size_beside_words, swatch
from kinu_reader.ui.reader.document import COLOURS
from kinu_reader.ui.shown_keys import no_keys, with_key
from kinu_reader.ui.theme import font, icon_size, scaled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kinu_reader.ui.theme import Theme

HEIGHT = 38
APART = 8  # pixels from the text
_BUTTON = 26
_SWATCH = 18
_ICON = 16


class SelectionBar(QFrame):
    """Floats over the pages; says what is asked for."""

    bookmark_asked = Signal(str)  # the name of a colour
    note_asked = Signal()
    quote_asked = Signal()
    search_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key: Callable[[str], str] = no_keys
        self.colours = {name: QToolButton(self) for name in COLOURS}
        self.note, self.quote, self.search = (QToolButton(self) for _ in range(3))
        self.setFixedHeight(scaled(HEIGHT))
        self.setProperty("floating", True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._arrange()
        for name, button in self.colours.items():
            button.clicked.connect(lambda _=False, name=name: self.bookmark_asked.emit(name))
        self.note.clicked.connect(self.note_asked)
        self.quote.clicked.connect(self.quote_asked)
        self.search.clicked.connect(self.search_asked)
        theme.changed.connect(self._dress)
        self._dress()
        self._translate()
        self.hide()

    def show_beside(self, lines: Sequence[QRect], room: QRect) -> None:
        """Stand above the first of these lines, below the last if there is no room; hide if none of them is seen."""
        seen = [line for line in lines if line.intersects(room)]
        if not seen:
            self.hide()
            return
        self.adjustSize()
        self.move(beside(seen, self.size(), room))
        self.show()
        self.raise_()

    # -- making

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(4)
        for button in self.colours.values():
            button.setFixedSize(scaled(_BUTTON), scaled(_BUTTON))
            button.setIconSize(icon_size(_SWATCH))
            row.addWidget(button)
        rule = QFrame(self)
        rule.setProperty("rule", True)
        rule.setFixedSize(13, 20)
        row.addWidget(rule)
        for button in (self.note, self.quote, self.search):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(size_beside_words(_ICON))
            button.setFixedHeight(scaled(_BUTTON))
            row.addWidget(button)
        for button in self.findChildren(QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard with the pages

    def _dress(self) -> None:
        tokens = self._theme.tokens
        for name, button in self.colours.items():
            button.setIcon(swatch(tokens.bookmark(name), _SWATCH))
        for name, button in (("note", self.note), ("quote", self.quote), ("search", self.search)):
            button.setIcon(icon(name, tokens.text, _ICON))
            button.setFont(font(13))

    def show_keys(self, key: Callable[[str], str]) -> None:
        """Show the keys of the actions beside the names of the buttons."""
        self._key = key
        self._translate()

    def _translate(self) -> None:
        colours = (
            self.tr("Bookmark in amber"),
            self.tr("Bookmark in green"),
            self.tr("Bookmark in blue"),
            self.tr("Bookmark in rose"),
        )
        for (colour, button), name in zip(self.colours.items(), colours, strict=True):
            button.setAccessibleName(name)
            button.setToolTip(with_key(name, self._key(f"bookmark-{colour}")))
        words = (
            (self.note, self.tr("Note"), self.tr("Bookmark with a note"), self._key("note")),
            (self.quote, self.tr("Copy with citation"), self.tr("Copy the words with their citation"), ""),
            (self.search, self.tr("Search"), self.tr("Search for these words"), ""),
        )
        for button, label, name, keys in words:
            button.setText(label)
            button.setAccessibleName(name)
            button.setToolTip(with_key(name, keys))
        self.setAccessibleName(self.tr("Selection"))

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)


def beside(lines: Sequence[QRect], size: QSize, room: QRect) -> QPoint:
    """Return where a bar of this size stands: above the lines, else below them, else over the first of them."""
    above, below = lines[0].top() - APART - size.height(), lines[-1].bottom() + 1 + APART
    if above >= room.top():
        y = above
    elif below + size.height() <= room.bottom() + 1:
        y = below
    else:
        y = room.top() + APART
    middle = lines[0].center().x() if len(lines) == 1 else (lines[0].left() + lines[0].right()) // 2
    x = max(room.left() + APART, min(middle - size.width() // 2, room.right() + 1 - APART - size.width()))
    return QPoint(x, y)

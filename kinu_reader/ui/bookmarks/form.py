"""One bookmark, to be edited: its colour, note and tags, and how its words are cited."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
)

from kinu_reader.model import BookmarkKind, Colour, Placing
from kinu_reader.ui.bookmarks.wording import colour_name, place, quoted
from kinu_reader.ui.icons import button_icon, swatch
from kinu_reader.ui.theme import font, icon_size
from kinu_reader.ui.typesetting import keep_words

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from kinu_reader.model import Bookmark
    from kinu_reader.ui.theme import Theme

SWATCH, NOTE_HEIGHT, MARGIN = 22, 120, 16  # px
PICTURE_LEAST, PICTURE_HEIGHT = 160, 220  # px


class BookmarkForm(QFrame):
    """Fields of one bookmark; what is typed is kept when the field is left."""

    changed = Signal(object)  # the Bookmark as a person wants it
    discarded = Signal(str)  # its id
    finished = Signal()  # a person is done with the note
    picture_asked = Signal(str)  # of its old place, or of the part of a page that was kept
    placing_asked = Signal(str)  # an orphan is to be placed on what is selected in the reader

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bookmark: Bookmark | None = None
        self.setProperty("ground", "panel")
        self.quote, self.place, self.was, self.picture = (QLabel(self) for _ in range(4))
        self.colours = {colour: QToolButton(self) for colour in Colour}
        self.note, self.tags = QPlainTextEdit(self), QLineEdit(self)
        self.discard, self.put = QToolButton(self), QPushButton(self)
        self._names = {name: QLabel(self) for name in ("colour", "note", "tags")}
        self._arrange()
        for colour, button in self.colours.items():
            button.clicked.connect(partial(self._choose, colour))
        self.note.installEventFilter(self)
        self.tags.editingFinished.connect(self._keep)
        self.discard.clicked.connect(lambda: self._bookmark and self.discarded.emit(self._bookmark.id))
        self.put.clicked.connect(lambda: self._bookmark and self.placing_asked.emit(self._bookmark.id))
        theme.changed.connect(self._dress)
        self._translate()
        self.show_bookmark(None)

    def show_bookmark(self, bookmark: Bookmark | None) -> None:
        """Show a bookmark, once what was typed into the one before is kept."""
        self._keep()
        self._bookmark = bookmark
        self.setVisible(bookmark is not None)
        if bookmark is None:
            for label in (self.quote, self.place, self.was):
                label.clear()
            self.note.clear()
            self.tags.clear()
        else:
            self.quote.setText(keep_words(quoted(bookmark))[0])
            self.place.setText(place(bookmark))
            self.was.setText(self._once(bookmark))
            if self.note.toPlainText() != bookmark.note:
                self.note.setPlainText(bookmark.note)
            self.tags.setText("; ".join(bookmark.tags))
        self.was.setVisible(bookmark is not None and bool(self.was.text()))
        self.put.setVisible(bookmark is not None and bookmark.state is not Placing.PLACED)
        self.picture.hide()
        if bookmark is not None and (bookmark.state is Placing.ORPHAN or bookmark.kind is BookmarkKind.AREA):
            self.picture_asked.emit(bookmark.id)
        self._dress()

    def show_picture(self, id: str, picture: bytes | None) -> None:
        """Show how a bookmark once looked on its page, if that one is still shown and there is a picture."""
        if self._bookmark is None or self._bookmark.id != id or not picture:
            return
        drawn = QPixmap()
        if drawn.loadFromData(picture):
            width = max(PICTURE_LEAST, self.width() - 2 * MARGIN)
            room = QSize(width, PICTURE_HEIGHT)
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self.picture.setPixmap(drawn.scaled(room, keep, smooth))
            self.picture.show()

    def _once(self, bookmark: Bookmark) -> str:
        if bookmark.state is Placing.ORPHAN:
            return self.tr("These words were not found in the text as it is now.")
        if bookmark.state is Placing.MOVED:
            return self.tr("The words were: {}").format(f"“{bookmark.was}”")
        return ""

    # -- keeping

    def finish(self) -> None:
        """Keep what was typed, and be done."""
        self._keep()
        self.finished.emit()

    def _choose(self, colour: Colour) -> None:
        if self._bookmark is not None and colour is not self._bookmark.colour:
            self._change(replace(self._typed(self._bookmark), colour=colour))

    def _keep(self) -> None:
        """Keep what was typed, if it is anything new."""
        if self._bookmark is not None and (typed := self._typed(self._bookmark)) != self._bookmark:
            self._change(typed)

    def _typed(self, bookmark: Bookmark) -> Bookmark:
        parts = (part.strip().lstrip("#") for part in self.tags.text().split(";"))
        return replace(bookmark, note=self.note.toPlainText().strip(), tags=tuple(dict.fromkeys(filter(None, parts))))

    def _change(self, bookmark: Bookmark) -> None:
        self._bookmark = bookmark  # before the archive has it: else leaving another field would ask again
        self.changed.emit(bookmark)
        self._dress()

    # -- making

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 12, MARGIN, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        self.place.setProperty("role", "secondary")
        self.place.setFont(font(12, tabular=True))
        head.addWidget(self.place, 1)
        head.addWidget(self.discard)
        column.addLayout(head)
        for label, role in ((self.quote, ""), (self.was, "warning")):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", role)
            column.addWidget(label)
        column.addWidget(self.picture)
        column.addWidget(self.put, 0, Qt.AlignmentFlag.AlignLeft)
        swatches = QHBoxLayout()
        swatches.setSpacing(6)
        for button in self.colours.values():
            button.setCheckable(True)
            button.setIconSize(icon_size(SWATCH))
            swatches.addWidget(button)
        swatches.addStretch(1)
        self.note.setMinimumHeight(NOTE_HEIGHT)
        self.note.setTabChangesFocus(True)
        for name, part in (("colour", swatches), ("note", self.note), ("tags", self.tags)):
            heading = self._names[name]
            heading.setFont(font(12, semibold=True))
            heading.setProperty("role", "secondary")
            column.addSpacing(4)
            column.addWidget(heading)
            if isinstance(part, QHBoxLayout):
                column.addLayout(part)
            else:
                heading.setBuddy(part)
                column.addWidget(part)

    def _dress(self) -> None:
        for colour, button in self.colours.items():
            button.setIcon(swatch(self._theme.tokens.bookmark(colour), SWATCH))
            button.setChecked(self._bookmark is not None and self._bookmark.colour is colour)
        self.discard.setIcon(button_icon("bin", self._theme.tokens, 16))

    def _translate(self) -> None:
        names = {"colour": self.tr("Colour"), "note": self.tr("Note"), "tags": self.tr("Tags")}
        for name, label in self._names.items():
            label.setText(names[name])
        for colour, button in self.colours.items():
            button.setAccessibleName(colour_name(colour))
            button.setToolTip(colour_name(colour))
        self.picture.setAccessibleName(self.tr("How it looked on its page"))
        self.picture.setToolTip(self.tr("How it looked on its page"))
        self.note.setAccessibleName(names["note"])
        self.note.setPlaceholderText(self.tr("Markdown, as you like"))
        self.tags.setAccessibleName(names["tags"])
        self.tags.setPlaceholderText(self.tr("tags; divided by semicolons"))
        self.discard.setAccessibleName(self.tr("Throw this bookmark away"))
        self.discard.setToolTip(self.tr("Throw this bookmark away"))
        self.put.setText(self.tr("Place on what is selected"))

    # -- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self._keep()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

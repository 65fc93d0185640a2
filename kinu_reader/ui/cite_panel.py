"""The citation of what is being read: the style, the citation with its page, and one key to copy it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kinu_reader.ui.clipboard import copy_rich
from kinu_reader.ui.icons import icon
from kinu_reader.ui.theme import font
from kinu_reader.ui.typesetting import keep_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.cite import Cited, StyleInfo
    from kinu_reader.ui.theme import Theme

USUAL = 8  # styles at the head of the list; the rest is asked for


class CitePanel(QFrame):
    """Shows a citation in a style and puts it on the clipboard."""

    style_chosen = Signal(str)
    all_styles_asked = Signal()

    def __init__(self, theme: Theme, style: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cited: Cited | None = None
        self._chosen = style
        self._styles: Sequence[StyleInfo] = ()
        self._everything = False
        self.setProperty("edge", "top")
        self._heading, self.note, self.reference = QLabel(self), QLabel(self), QLabel(self)
        self.styles, self.copy = QComboBox(self), QPushButton(self)
        self._arrange()
        self.styles.activated.connect(self._on_style)
        self.copy.clicked.connect(self.copy_note)
        theme.changed.connect(self._dress)
        self._dress()
        self._translate()

    @property
    def chosen(self) -> str:
        """The id of the style."""
        return self._chosen

    def show_styles(self, styles: Sequence[StyleInfo]) -> None:
        """Offer these styles, the usual ones first."""
        self._styles = styles
        self._fill()

    def choose(self, style: str) -> None:
        """Cite in a style from now on."""
        self._chosen = style
        self._fill()
        self.style_chosen.emit(style)

    def show_cited(self, cited: Cited | None) -> None:
        """Show a citation; None while there is none."""
        self._cited = cited
        for label, rich in ((self.note, cited and cited.in_text), (self.reference, cited and cited.reference)):
            label.setText(keep_words(rich.html)[0] if rich else "")
        self.copy.setEnabled(cited is not None)

    def copy_note(self) -> None:
        """Put the citation on the clipboard, in the three forms that word processors take."""
        if self._cited is not None:
            copy_rich(self._cited.in_text)

    def copy_reference(self) -> None:
        """Put the reference on the clipboard."""
        if self._cited is not None:
            copy_rich(self._cited.reference)

    # -- choosing

    def _fill(self) -> None:
        shown = self._styles if self._everything else self._styles[:USUAL]
        extra = [style for style in self._styles if style.id == self._chosen and style not in shown]
        self.styles.clear()
        for style in (*shown, *extra):
            self.styles.addItem(style.title, style.id)
        if not self._everything and len(self._styles) > USUAL:
            self.styles.addItem(self.tr("All {} styles…").format(len(self._styles)), "")
        self.styles.setCurrentIndex(self.styles.findData(self._chosen))

    def _on_style(self, at: int) -> None:
        style: str = self.styles.itemData(at)
        if style:
            self._chosen = style
            self.style_chosen.emit(style)
        else:
            self._everything = True
            self._fill()
            self.styles.showPopup()

    # -- making

    def _arrange(self) -> None:
        self._heading.setFont(font(12, semibold=True))
        self._heading.setProperty("role", "secondary")
        self.styles.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.styles.setMinimumContentsLength(8)
        self.copy.setProperty("primary", True)
        self.copy.setIconSize(QSize(16, 16))
        self.reference.setProperty("role", "secondary")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.styles, 1)
        row.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addLayout(row)
        for label in (self.note, self.reference):
            label.setWordWrap(True)
            label.setProperty("quoted", True)
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)

    def _dress(self) -> None:
        self.copy.setIcon(icon("copy", self._theme.tokens.on_accent, 16))

    def _translate(self) -> None:
        self._heading.setText(self.tr("Cite"))
        self.copy.setText(self.tr("Copy"))
        self.copy.setToolTip(self.tr("Copy the citation") + "  Ctrl+Shift+C")
        self.copy.setAccessibleName(self.tr("Copy the citation"))
        self.styles.setAccessibleName(self.tr("Citation style"))
        self.reference.setToolTip(self.tr("Copy the reference") + "  Ctrl+Alt+C")
        self._fill()

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

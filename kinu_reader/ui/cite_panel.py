"""The citation of what is being read: the style, the citation with its page, and one key to copy it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from kinu_reader.ui.arranging import name_choice
from kinu_reader.ui.citing.cited_label import CitedLabel
from kinu_reader.ui.clipboard import copy_rich
from kinu_reader.ui.icons import icon, size_beside_words
from kinu_reader.ui.theme import font
from kinu_reader.ui.wording import field_name

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from kinu_reader.tasks.citing import Preview
    from kinu_reader.ui.citing import Manners
    from kinu_reader.ui.theme import Theme

USUAL = 8  # styles at the head of the list; the rest is searched in a dialog
POPUP = 420  # px at most; a longer title ends in dots, and has a tooltip


class CitePanel(QFrame):
    """Shows a citation in the style in force, says what it lacks, and puts it on the clipboard."""

    all_styles_asked = Signal()
    gap_chosen = Signal(str)  # a field that is not known

    def __init__(self, theme: Theme, manners: Manners, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._manners = theme, manners
        self._shown: Preview | None = None
        self.setProperty("edge", "top")
        self._heading, self.gaps = QLabel(self), QLabel(self)
        self.note, self.reference = CitedLabel(self), CitedLabel(self)
        self.styles, self.copy = _StyleBox(self), QPushButton(self)
        self._arrange()
        self.styles.activated.connect(self._on_style)
        self.copy.clicked.connect(self.copy_note)
        self.gaps.linkActivated.connect(self.gap_chosen)
        manners.changed.connect(self._fill)
        manners.listed.connect(self._fill)
        theme.changed.connect(self._dress)
        self._dress()
        self._translate()
        self.show_cited(None)

    def show_cited(self, shown: Preview | None) -> None:
        """Show a citation; None while there is none."""
        self._shown = shown
        self.note.show_rich(shown.cited.in_text if shown else None)
        self.reference.show_rich(shown.cited.reference if shown else None)
        self.copy.setEnabled(shown is not None)
        self._say_gaps()

    def copy_note(self) -> None:
        """Put the citation on the clipboard, in the three forms that word processors take."""
        if self._shown is not None:
            copy_rich(self._shown.cited.in_text)

    def copy_reference(self) -> None:
        """Put the reference on the clipboard."""
        if self._shown is not None:
            copy_rich(self._shown.cited.reference)

    # -- choosing

    def _fill(self) -> None:
        styles, chosen = self._manners.styles, self._manners.manner.style
        offered = max(USUAL, len(self._manners.favourites))
        self.styles.clear()
        for style in styles[:offered] + [style for style in styles[offered:] if style.id == chosen]:
            self.styles.addItem(style.title, style.id)
            self.styles.setItemData(self.styles.count() - 1, style.title, Qt.ItemDataRole.ToolTipRole)
        at = self.styles.findData(chosen)
        if styles:
            self.styles.addItem(self.tr("All {} styles…").format(len(styles)), "")
        self.styles.setCurrentIndex(at)
        self.styles.setToolTip(self.styles.currentText())
        self.styles.view().setMinimumWidth(min(POPUP, self.styles.view().sizeHintForColumn(0) + 24))

    def _on_style(self, at: int) -> None:
        style: str = self.styles.itemData(at)
        if style:
            self._manners.use(style=style)
        else:
            self._fill()  # the style in force, not the line that was chosen
            self.all_styles_asked.emit()

    # -- making

    def _arrange(self) -> None:
        self._heading.setFont(font(12, semibold=True))
        self._heading.setProperty("role", "secondary")
        self.styles.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.styles.setMinimumContentsLength(8)
        self.copy.setProperty("primary", True)
        self.copy.setIconSize(size_beside_words(16))
        self.reference.setProperty("role", "secondary")
        self.gaps.setProperty("role", "secondary")
        self.gaps.setFont(font(12))
        self.gaps.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.styles, 1)
        row.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addLayout(row)
        for label in (self.note, self.reference, self.gaps):
            column.addWidget(label)

    def _dress(self) -> None:
        self.copy.setIcon(icon("copy", self._theme.tokens.on_accent, 16))
        self._say_gaps()

    def _translate(self) -> None:
        self._heading.setText(self.tr("Cite"))
        self.copy.setText(self.tr("Copy"))
        self.copy.setToolTip(self.tr("Copy the citation") + "  Ctrl+Shift+C")
        self.copy.setAccessibleName(self.tr("Copy the citation"))
        name_choice(self.styles, self.tr("Citation style"))
        self.note.setToolTip(self.tr("Drag it into your text"))
        self.reference.setToolTip(self.tr("Copy the reference") + "  Ctrl+Alt+C")
        self._fill()
        self._say_gaps()

    def _say_gaps(self) -> None:
        """Name what is not known, each a link to its field."""
        gaps, ink = self._shown.gaps if self._shown else (), self._theme.tokens.accent
        links = [f'<a href="{field}" style="color:{ink}">{field_name(field)}</a>' for field in gaps]
        self.gaps.setText(self.tr("Not known: {}").format(", ".join(links)))
        self.gaps.setVisible(bool(gaps))

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)


class _StyleBox(QComboBox):
    """Ends a title that is too long in dots; Qt would cut it inside a letter."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width() - 4
        option.currentText = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

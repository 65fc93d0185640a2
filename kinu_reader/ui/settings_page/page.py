"""The page itself: a field to search it, and the options under the headings of their sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kinu_reader.ui.arranging import BAR, BAR_MARGIN, MARGIN, give_room
from kinu_reader.ui.choices import LANGUAGES, THEMES, choice_name
from kinu_reader.ui.settings_page.controls import Choice, FolderField, PlacesList, Row
from kinu_reader.ui.settings_page.options import options
from kinu_reader.ui.theme import TEXT_SIZES, font, scaled
from kinu_reader.ui.wording import language_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from kinu_reader.cite import StyleInfo
    from kinu_reader.settings import Settings
    from kinu_reader.ui.settings_page.options import Option

SWITCHES = ("reduced_motion", "expand", "straight")
LANGUAGE_CODES = {"kor": "ko", "eng": "en"}  # of Tesseract, and ours
SWITCH = 16  # px
DOORS = ("watch", "glossary", "keys", "tour")  # options that lead to a page of their own


class SettingsPage(QDialog):
    """Shows what is set and says what a person wants otherwise. Whatever is chosen holds at once."""

    changed = Signal(str, object)  # a setting, and its value
    asked = Signal(str)  # one of DOORS
    folder_asked = Signal()
    restore_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._styles: dict[str, str] = {}
        self._read: tuple[str, ...] | None = None  # languages that Tesseract reads; None if it is not there
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        give_room(self, QSize(720, 680))
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(False)
        self.search.textChanged.connect(self._narrow)
        self._make_controls()
        self.rows: dict[str, Row] = {}
        self._headings: dict[str, QLabel] = {}  # by the first option beneath
        self._none = QLabel(self)
        self._area = QScrollArea(self)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._sections())
        buttons = QDialogButtonBox(self)
        self._restore = buttons.addButton("", QDialogButtonBox.ButtonRole.ResetRole)
        self._close = buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        for button in (self._restore, self._close):
            button.setAutoDefault(False)
        self._restore.clicked.connect(self.restore_asked)
        self._close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 16, BAR_MARGIN, 16)
        column.setSpacing(12)
        for part in (self.search, self._area, buttons):
            inset = QHBoxLayout()
            inset.setContentsMargins(0, 0, 0 if part is self._area else MARGIN - BAR_MARGIN, 0)
            inset.addWidget(part)
            column.addLayout(inset)
        self._translate()

    # -- what is shown

    def show_settings(self, settings: Settings, archives: str) -> None:
        """Show what is set, and the folder for archives that follows from it."""
        for name, box in self._choices.items():
            box.show_value(getattr(settings, name))
        for name, switch in self._switches.items():
            switch.setChecked(getattr(settings, name))
        self._folder.show_value(archives)

    def show_styles(self, styles: Sequence[StyleInfo], chosen: str) -> None:
        """Offer these styles of citation."""
        self._styles = {style.id: style.title for style in styles}
        self._choices["style"].offer(list(self._styles))
        self._choices["style"].show_value(chosen)

    def show_reading(self, languages: tuple[str, ...] | None) -> None:
        """Show which languages Tesseract can read; None if it is not installed."""
        self._read = languages
        self._write_reading()

    def show_places(self, places: Mapping[str, Path]) -> None:
        """Show where things lie."""
        self._places.show_places(places)

    def go_to(self, name: str) -> None:
        """Bring an option into view, ready to be changed."""
        self.search.clear()
        row = self.rows[name]
        self._column.activate()
        self._area.ensureWidgetVisible(row, 0, 40)
        if row.control is not None:
            row.control.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- making

    def _make_controls(self) -> None:
        self._choices = {
            "language": Choice(LANGUAGES, lambda value: choice_name(str(value)), self),
            "theme": Choice(THEMES, lambda value: choice_name(str(value)), self),
            "text_size": Choice(TEXT_SIZES, lambda value: f"{value} %", self),
            "style": Choice((), lambda value: self._styles.get(str(value), str(value)), self),
        }
        self._switches = {name: QCheckBox(self) for name in SWITCHES}
        for switch in self._switches.values():
            switch.setFixedWidth(scaled(SWITCH))  # without the room that Fusion keeps for words
        self._doors = {name: QPushButton(self) for name in DOORS}
        self._folder, self._places, self._reading = FolderField(self), PlacesList(self), QLabel(self)
        self._reading.setWordWrap(True)
        for name, box in self._choices.items():
            box.chosen.connect(lambda value, name=name: self.changed.emit(name, value))
        for name, switch in self._switches.items():
            switch.clicked.connect(lambda on, name=name: self.changed.emit(name, on))
        for name, door in self._doors.items():
            door.setAutoDefault(False)
            door.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
        self._folder.button.setAutoDefault(False)
        self._folder.asked.connect(self.folder_asked)

    def _control(self, name: str) -> QWidget | None:
        controls: dict[str, QWidget] = {"archives": self._folder, "ocr": self._reading, "places": self._places}
        return {**self._choices, **self._switches, **self._doors, **controls}.get(name)

    def _sections(self) -> QWidget:
        whole = QWidget()
        column = self._column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, MARGIN - BAR_MARGIN - BAR, 0)
        column.setSpacing(0)
        section = ""
        for option in options():
            if option.section != section:
                section = option.section
                heading = self._headings[option.name] = QLabel(whole)
                heading.setFont(font(15, semibold=True))
                heading.setContentsMargins(0, 16, 0, 8)
                column.addWidget(heading)
            row = self.rows[option.name] = Row(
                self._control(option.name), whole, below=option.name in ("archives", "ocr", "places")
            )
            column.addWidget(row)
        self._none.setProperty("role", "secondary")
        column.addWidget(self._none)
        column.addStretch(1)
        return whole

    # -- searching

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        known = options()
        fitting = {option.name for option in known if option.answers(words)}
        shown: set[str] = {option.section for option in known if option.name in fitting}
        for option in known:
            self.rows[option.name].setVisible(option.name in fitting)
            if option.name in self._headings:
                self._headings[option.name].setVisible(option.section in shown)
        self._none.setVisible(not fitting)

    # -- wording

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self.search.setPlaceholderText(self.tr("Find a setting"))
        self.search.setAccessibleName(self.tr("Find a setting"))
        self._area.setAccessibleName(self.tr("Settings"))
        self._none.setText(self.tr("No setting has these words."))
        self._restore.setText(self.tr("Restore defaults"))
        self._close.setText(self.tr("Close"))
        doors = {"tour": self.tr("Begin"), "watch": self.tr("Folders…")}
        for name, door in self._doors.items():
            door.setText(doors.get(name, self.tr("Edit…")))
        for option in options():
            self._say(option)
        for choice in self._choices.values():
            choice.translate()
        self._folder.translate()
        self._places.translate()
        self._write_reading()
        self._narrow(self.search.text())

    def _say(self, option: Option) -> None:
        self.rows[option.name].say(option)
        if option.name in self._headings:
            self._headings[option.name].setText(option.section)

    def _write_reading(self) -> None:
        if self._read is None:
            said = self.tr("Tesseract is not installed. Install the package tesseract-ocr, with tesseract-ocr-kor.")
        elif not self._read:
            said = self.tr("Tesseract is there, but reads no language: install tesseract-ocr-kor.")
        elif "kor" not in self._read:
            said = self.tr("Tesseract is there, but reads no Korean: install tesseract-ocr-kor. It reads: {}")
        else:
            said = self.tr("Tesseract is there. It reads: {}")
        names = [language_name(LANGUAGE_CODES.get(code)) or code for code in self._read or ()]
        self._reading.setText(said.format(", ".join(names)))
        self._reading.setProperty("role", "" if self._read and "kor" in self._read else "warning")
        self._reading.style().polish(self._reading)

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

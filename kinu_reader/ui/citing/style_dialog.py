"""The choice of a style among all that there are, and what goes with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from kinu_reader.tasks.citing import Mixed
from kinu_reader.ui.arranging import give_room, name_choice
from kinu_reader.ui.citing.style_list import StyleList, StylesModel

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from kinu_reader.ui.citing.manners import Manners
    from kinu_reader.ui.theme import Theme

SIZE = QSize(640, 620)  # px
SUFFIX = ".csl"
WALKING_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class StyleDialog(QDialog):
    """Search, list, and how Korean briefs and quotation marks are written beside the style."""

    add_asked = Signal(list)  # files of styles

    def __init__(self, manners: Manners, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._manners = manners
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.setWindowTitle(self.tr("Citation style"))
        give_room(self, SIZE)
        self.rows = StylesModel(self)
        self.field, self.list, self.count = QLineEdit(self), StyleList(self.rows, theme, self), QLabel(self)
        self.mixed, self.straight = QComboBox(self), QCheckBox(self)
        self.trouble = QLabel(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.add, self.use = QPushButton(self), QPushButton(self)
        self._arrange()
        self._write()
        self._connect()
        self._fill()
        self._go_to(manners.manner.style)
        self.field.setFocus()

    def say(self, sentence: str) -> None:
        """Say why a file was not taken."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def show_added(self, style: str) -> None:
        """Go to a style that is new here."""
        self.say("")
        self.field.clear()
        self._go_to(style)

    # -- choosing

    def _fill(self) -> None:
        current = self.list.chosen()
        self.rows.show(self._manners.styles, self._manners.favourites)
        self._go_to(current)

    def _narrow(self, text: str) -> None:
        current = self.list.chosen()
        self.rows.narrow(text)
        self._go_to(current)

    def _go_to(self, style: str) -> None:
        """Make a style the current one, or the first if it is not shown."""
        index = self.rows.index(max(self.rows.row_of(style), 0), 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index, StyleList.ScrollHint.PositionAtCenter)
        there = self.rows.rowCount()
        self.count.setText(self.tr("%n style(s)", "", there).replace(str(there), QLocale().toString(there)))
        self.use.setEnabled(index.isValid())

    def _accept(self) -> None:
        if style := self.list.chosen():
            self._manners.use(style=style)
            self.accept()

    def _ask_file(self) -> None:
        files, _ = QFileDialog.getOpenFileNames(self, self.tr("Add a style…"), "", f"CSL (*{SUFFIX})")
        if files:
            self.add_asked.emit([Path(file) for file in files])

    # -- making

    def _arrange(self) -> None:
        self.count.setProperty("role", "secondary")
        self.trouble.setProperty("role", "failure")
        self.trouble.setWordWrap(True)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.hide()
        self.use.setProperty("primary", True)
        self.use.setDefault(True)
        self.buttons.addButton(self.add, QDialogButtonBox.ButtonRole.ResetRole)
        self.buttons.addButton(self.use, QDialogButtonBox.ButtonRole.AcceptRole)
        for mixed in Mixed:
            self.mixed.addItem("", mixed)
        form = QFormLayout()
        form.addRow(self.tr("Korean briefs"), self.mixed)
        form.addRow("", self.straight)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        for part in (self.field, self.list, self.count, self.trouble):
            column.addWidget(part, 1 if part is self.list else 0)
        column.addLayout(form)
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.list.doubleClicked.connect(self._accept)
        self.list.liked.connect(self._manners.like)
        self._manners.listed.connect(self._fill)
        self.mixed.activated.connect(lambda at: self._manners.use(mixed=str(self.mixed.itemData(at))))
        self.straight.toggled.connect(lambda straight: self._manners.use(straight=straight))
        self.add.clicked.connect(self._ask_file)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)

    def _write(self) -> None:
        manner = self._manners.manner
        said = {
            Mixed.NO: self.tr("in the same style as all others"),
            Mixed.KOREAN_FIRST: self.tr("by Korean rules, before the others"),
            Mixed.ENGLISH_FIRST: self.tr("by Korean rules, after the others"),
        }
        for at, mixed in enumerate(Mixed):
            self.mixed.setItemText(at, said[mixed])
        self.mixed.setCurrentIndex(self.mixed.findData(manner.mixed))
        name_choice(self.mixed, self.tr("Korean briefs"))
        self.straight.setText(self.tr("Straight quotation marks"))
        self.straight.setChecked(manner.straight)
        self.field.setPlaceholderText(self.tr("Find a style or a journal"))
        self.field.setAccessibleName(self.tr("Find a style or a journal"))
        self.list.setAccessibleName(self.tr("Citation style"))
        self.list.setToolTip(self.tr("Space puts a star on a style: it stands first from then on"))
        self.add.setText(self.tr("Add a style…"))
        self.use.setText(self.tr("Use this style"))

    # -- Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._go_to(self.list.chosen())  # the middle of the list is known now

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk through the list while words are typed."""
        if watched is self.field and event.type() is event.Type.KeyPress and event.key() in WALKING_KEYS:  # type: ignore[attr-defined]
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add_asked.emit([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

"""What has changed in a brief since its file was replaced."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QTextBrowser,
    QVBoxLayout,
)

from kinu_reader.tasks.versions import Edit
from kinu_reader.ui.arranging import give_room, name_choice
from kinu_reader.ui.theme import font
from kinu_reader.ui.typesetting import keep_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kinu_reader.model import FormerVersion
    from kinu_reader.tasks.versions import Paragraph
    from kinu_reader.ui.theme import Theme

SIZE, GAP = QSize(760, 600), 10  # px
SIGNS = {Edit.REMOVED: "−", Edit.ADDED: "+"}


@dataclass(frozen=True)
class _Run:
    """Paragraphs that follow each other, all changed in some way or none."""

    equal: bool
    paragraphs: tuple[Paragraph, ...]


class VersionsDialog(QDialog):
    """A former version chosen, and the difference to the present one; what is the same is folded away."""

    version_chosen = Signal(str)  # SHA-256

    def __init__(self, title: str, versions: Sequence[FormerVersion], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Former versions"))
        give_room(self, SIZE)
        self._theme = theme
        self._runs: tuple[_Run, ...] | None = None
        self._open: set[int] = set()  # runs that are unfolded
        self.chosen, self.whole, self.text = QComboBox(self), QCheckBox(self), QTextBrowser(self)
        name_choice(self.chosen, self.tr("Version"))
        for version in versions:
            self.chosen.addItem(f"{version.replaced_at[:10]} · {version.file}", version.sha256)
        self.whole.setText(self.tr("Show what is the same"))
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(self.tr("What has changed"))
        self.text.document().setDocumentMargin(12)
        self.chosen.activated.connect(lambda _: self._ask())
        self.whole.toggled.connect(self._write)
        self.text.anchorClicked.connect(self._unfold)
        theme.changed.connect(self._write)
        self._arrange(title)

    def _arrange(self, title: str) -> None:
        label = QLabel(keep_words(title)[0], self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setFont(font(15, semibold=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(QLabel(self.tr("Changed since the version replaced on"), self))
        row.addWidget(self.chosen, 1)
        row.addWidget(self.whole)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(label)
        column.addLayout(row)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)

    def show_difference(self, paragraphs: Sequence[Paragraph] | None) -> None:
        """Show what has changed since the version chosen; None if its text was not kept."""
        runs = groupby(paragraphs or (), key=lambda paragraph: paragraph.edit is Edit.EQUAL)
        self._runs = None if paragraphs is None else tuple(_Run(equal, tuple(run)) for equal, run in runs)
        self._open.clear()
        self._write()

    def _ask(self) -> None:
        self.version_chosen.emit(self.chosen.currentData())

    def _unfold(self, link: QUrl) -> None:
        self._open.add(int(link.fragment()))
        self._write()

    # -- writing

    def _write(self) -> None:
        at = self.text.verticalScrollBar().value()
        self.text.clear()
        cursor = self.text.textCursor()
        if self._runs is None:
            cursor.insertText(self.tr("The text of this version was not kept."), self._format())
        elif all(run.equal for run in self._runs):
            cursor.insertText(self.tr("The text is the same."), self._format())
        for number, run in enumerate(self._runs or ()):
            if run.equal and not self.whole.isChecked() and number not in self._open:
                self._fold(cursor, number, run)
            else:
                for paragraph in run.paragraphs:
                    self._paragraph(cursor, paragraph)
        self.text.verticalScrollBar().setValue(at)

    def _fold(self, cursor: QTextCursor, number: int, run: _Run) -> None:
        link = self._format()
        link.setAnchor(True)
        link.setAnchorHref(f"#{number}")
        link.setForeground(QColor(self._theme.tokens.secondary))
        self._begin(cursor)
        cursor.insertText(self.tr("⋯ %n paragraph(s) unchanged", "", len(run.paragraphs)), link)

    def _paragraph(self, cursor: QTextCursor, paragraph: Paragraph) -> None:
        self._begin(cursor)
        if paragraph.edit is Edit.CHANGED:
            for words in paragraph.words:
                self._words(cursor, words.edit, words.text)
        else:
            self._words(cursor, paragraph.edit, paragraph.after or paragraph.before)

    def _words(self, cursor: QTextCursor, edit: Edit, text: str) -> None:
        """Write words: gone ones struck through and after a minus, new ones underlined and after a plus."""
        plain = " ".join(text.split())
        if edit in SIGNS:
            cursor.insertText(f"{SIGNS[edit]}\u2060", self._format(edit, bare=True))
        cursor.insertText(plain, self._format(edit))
        if text[-1:].isspace() or edit is Edit.REMOVED:  # what came in its place stands beside it
            cursor.insertText(" ", self._format())

    def _begin(self, cursor: QTextCursor) -> None:
        if cursor.position():
            block = QTextBlockFormat()
            block.setTopMargin(GAP)
            cursor.insertBlock(block, self._format())

    def _format(self, edit: Edit = Edit.EQUAL, *, bare: bool = False) -> QTextCharFormat:
        tokens = self._theme.tokens
        colours = {Edit.REMOVED: tokens.failure, Edit.ADDED: tokens.accent}
        look = QTextCharFormat()
        look.setForeground(QColor(colours.get(edit, tokens.text)))
        look.setFontStrikeOut(edit is Edit.REMOVED and not bare)
        look.setFontUnderline(edit is Edit.ADDED and not bare)
        return look

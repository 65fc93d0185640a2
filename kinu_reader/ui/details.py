"""The record of the brief being read, beside its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kinu_reader.extract import ocr_available
from kinu_reader.model import UNSEEN, FileKind, PageState
from kinu_reader.ui.arranging import hang
from kinu_reader.ui.bookmarks.here import BookmarksHere
from kinu_reader.ui.cite_panel import CitePanel
from kinu_reader.ui.notice import Notice
from kinu_reader.ui.record_form import RecordForm
from kinu_reader.ui.relations import Asks, BriefMenu, Chips, EditionsHere, heading
from kinu_reader.ui.theme import font
from kinu_reader.ui.typesetting import keep_words
from kinu_reader.ui.value_label import ValueLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.model import ArchivedBrief, Bookmark, Page
    from kinu_reader.tasks.holdings import Holdings
    from kinu_reader.ui.citing import Manners
    from kinu_reader.ui.theme import Theme

PACKAGES = "tesseract-ocr tesseract-ocr-kor tesseract-ocr-eng"  # of Debian and Ubuntu


class Details(QScrollArea):
    """The record, editable in place; other editions; pages that a search may miss; what the brief says of itself."""

    ocr_asked = Signal(int)  # brief
    bookmark_chosen = Signal(str)  # id
    edited = Signal(int, str, str)  # brief, field, and its value as typed
    marks_asked = Signal(int)  # those that the PDF of this brief carries

    def __init__(self, theme: Theme, manners: Manners, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cite, self.asks = CitePanel(theme, manners, self), Asks(self)
        self._brief: ArchivedBrief | None = None
        self._pages: Sequence[Page] = ()
        self._editions: Sequence[ArchivedBrief] = ()
        self._bookmarks: Sequence[Bookmark] = ()
        self._collections: Sequence[str] = ()
        self._versions = 0
        self._holdings: Holdings | None = None
        self._everything = False  # whether fields are shown that are not known
        self.setProperty("ground", "panel")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(200)
        theme.changed.connect(self._fill)
        self.cite.gap_chosen.connect(self.edit_field)
        self._fill()

    def show_brief(
        self,
        brief: ArchivedBrief | None,
        pages: Sequence[Page] = (),
        editions: Sequence[ArchivedBrief] = (),
        collections: Sequence[str] = (),
        versions: int = 0,
    ) -> None:
        """Show a brief, its pages' quality, its other editions, its collections and how many versions it had."""
        before = (self._brief, self._pages, self._editions, self._collections, self._versions)
        if before == (brief, pages, editions, collections, versions):
            return  # the same brief answers the next letter of a query, too
        if self._brief is None or brief is None or brief.id != self._brief.id:
            self._bookmarks = ()
        self._brief, self._pages, self._editions = brief, pages, editions
        self._collections, self._versions = collections, versions
        self._fill()

    def show_bookmarks(self, bookmarks: Sequence[Bookmark]) -> None:
        """Show what a person has kept of the brief."""
        if list(bookmarks) != list(self._bookmarks):
            self._bookmarks = bookmarks
            self._fill()

    def show_holdings(self, holdings: Holdings) -> None:
        """Offer the tags and collections that there are."""
        self._holdings = holdings

    def edit_field(self, field: str) -> None:
        """Let a field of the record be typed, even one that is shown only on demand."""
        if self._brief is not None and self._value(field) is None:
            self._everything = True
            self._fill()
        if (value := self._value(field)) is not None:
            self.ensureWidgetVisible(value)
            value.edit()

    def edit_focused(self) -> None:
        """Let the value be edited that the focus is on."""
        if isinstance(value := self.focusWidget(), ValueLabel):
            value.edit()

    def _value(self, field: str) -> ValueLabel | None:
        form = self.findChild(RecordForm)
        return form.value(field) if form is not None else None

    # -- filling

    def _fill(self) -> None:
        self.setAccessibleName(self.tr("Details"))
        focused = self._focused()
        self.cite.setParent(self)  # the body that it stood in goes
        body = QWidget()
        body.setProperty("ground", "panel")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(0)
        if self._brief is None:
            notice = Notice(self._theme, body)
            notice.say("brief", "", self.tr("The record of the brief you read stands here."))
            column.addWidget(notice)
        else:
            column.addWidget(self._head(self._brief))
            column.addWidget(self._record(self._brief))
            parts = (
                *(self.cite, self._bookmarks_here(self._brief), self._other_editions()),
                *(self._quality(self._brief), self._colophon(self._brief)),
            )
            for part in parts:
                if part is not None:
                    column.addWidget(part)
            column.addStretch(1)
        self.cite.setVisible(self._brief is not None)
        self.setWidget(body)
        for made in body.findChildren(QWidget):
            if focused and made.accessibleName() == focused:
                made.setFocus(Qt.FocusReason.OtherFocusReason)
                break

    def _focused(self) -> str:
        """Return the name of the part that has the focus, which is to have it also when it is made anew."""
        part = self.window().focusWidget()
        return part.accessibleName() if part is not None and self.isAncestorOf(part) else ""

    def _head(self, brief: ArchivedBrief) -> QFrame:
        record = brief.record
        frame, column = self._section(first=True)
        line = QHBoxLayout()
        line.setSpacing(8)
        if record.code:
            chip = _label(record.code)
            chip.setProperty("chip", True)
            line.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        date = _label(record.date or "")
        date.setProperty("role", "secondary")
        date.setFont(font(12, tabular=True))
        line.addWidget(date)
        line.addStretch(1)
        line.addWidget(BriefMenu(brief.id, self._versions, self.asks, self._theme, frame))
        column.addLayout(line)
        title = ValueLabel(record.title or brief.file, record.title or "", self.tr("Title"))
        title.label.setProperty("role", "title")
        title.edited.connect(lambda text: self.edited.emit(brief.id, "title", text))
        column.addWidget(title)
        if record.subtitle:
            column.addWidget(_label(record.subtitle))
        if self._versions:
            versions = QPushButton(self.tr("%n former version(s)", "", self._versions), frame)
            versions.setProperty("link", True)
            versions.clicked.connect(lambda: self.asks.versions_asked.emit(brief.id))
            column.addLayout(hang(versions))
        return frame

    def _record(self, brief: ArchivedBrief) -> RecordForm:
        form = RecordForm(brief, self._everything)
        form.edited.connect(lambda field, text: self.edited.emit(brief.id, field, text))
        form.search_asked.connect(self.asks.search_asked)
        form.spellings_asked.connect(self.asks.spellings_asked)
        form.all_fields.clicked.connect(self._switch_fields)
        tags = Chips(self.tr("Tags"), brief.tags, lambda: self._holdings.tags if self._holdings else (), self._theme)
        tags.added.connect(lambda name: self.asks.tagged.emit(brief.id, name, True))
        tags.removed.connect(lambda name: self.asks.tagged.emit(brief.id, name, False))
        form.add_line(self.tr("Tags"), tags)
        collections = Chips(
            self.tr("Collections"),
            self._collections,
            lambda: self._holdings.collections if self._holdings else (),
            self._theme,
        )
        collections.added.connect(lambda name: self.asks.collected.emit(brief.id, name, True))
        collections.removed.connect(lambda name: self.asks.collected.emit(brief.id, name, False))
        form.add_line(self.tr("Collections"), collections)
        return form

    def _switch_fields(self) -> None:
        self._everything = not self._everything
        self._fill()

    def _bookmarks_here(self, brief: ArchivedBrief) -> QFrame | None:
        if not self._bookmarks and brief.kind is not FileKind.PDF:
            return None
        frame, column = self._section()
        if self._bookmarks:
            column.addWidget(heading(self.tr("Bookmarks here (%n)", "", len(self._bookmarks))))
            here = BookmarksHere(self._bookmarks, self._theme, frame)
            here.chosen.connect(self.bookmark_chosen)
            column.addWidget(here)
        if brief.kind is FileKind.PDF:
            bring = QPushButton(self.tr("Bring in the marks of this PDF"), frame)
            bring.setProperty("link", True)
            bring.setToolTip(self.tr("Highlights and notes made in another program become bookmarks"))
            bring.clicked.connect(lambda: self.marks_asked.emit(brief.id))
            column.addLayout(hang(bring))
        return frame

    def _other_editions(self) -> QFrame | None:
        if self._brief is None or not self._editions:
            return None
        frame, column = self._section()
        column.addWidget(EditionsHere(self._brief.id, self._editions, self.asks, self._theme, frame))
        return frame

    def _quality(self, brief: ArchivedBrief) -> QFrame | None:
        """Name the pages that a search cannot see into."""
        words = {
            PageState.NO_TEXT: self.tr("Pictures without text: {}"),
            PageState.BROKEN_FONTS: self.tr("Unreadable letters: {}"),
            PageState.LITTLE_TEXT: self.tr("Hardly any text: {}"),
            PageState.OCR: self.tr("Read off pictures: {}"),
        }
        lines = []
        for state, text in words.items():
            labels = [page.label or str(page.number) for page in self._pages if page.state is state]
            if labels:
                lines.append(text.format(", ".join(labels)))
        if not lines:
            return None
        frame, column = self._section()
        column.addWidget(heading(self.tr("Pages a search may miss")))
        for text in lines:
            line = _label(text)
            line.setProperty("role", "warning")
            column.addWidget(line)
        if not any(page.state in UNSEEN for page in self._pages):
            return frame
        if ocr_available():
            button = QPushButton(self.tr("Read the pictures"), frame)
            button.clicked.connect(lambda: self.ocr_asked.emit(brief.id))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            column.addWidget(_label(self.tr("With Tesseract installed, the pictures could be read:") + f" {PACKAGES}"))
        return frame

    def _colophon(self, brief: ArchivedBrief) -> QFrame:
        frame, column = self._section()
        for text in filter(None, (brief.record.copyright, brief.record.disclaimer, brief.file)):
            line = _label(text)
            line.setProperty("role", "secondary")
            line.setFont(font(12))
            column.addWidget(line)
        return frame

    def _section(self, first: bool = False) -> tuple[QFrame, QVBoxLayout]:
        frame = QFrame()
        frame.setProperty("edge", "none" if first else "top")
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        return frame, column

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)


def _label(text: str) -> QLabel:
    label = QLabel(keep_words(text)[0])
    label.setTextFormat(Qt.TextFormat.PlainText)  # what a PDF says is never markup
    label.setWordWrap(True)
    label.setAccessibleName(text)
    return label

"""A tour of the window in six steps: offered once, quietly, and there whenever it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kinu_reader.ui.theme import font, scaled
from kinu_reader.ui.typesetting import keep_words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from kinu_reader.ui.theme import Theme
    from kinu_reader.ui.window import Window

WIDTH, POINT, AROUND, CORNER = 320, 10, 12, 6  # px: of a bubble, of its point, between it and the window's edge


@dataclass(frozen=True)
class Step:
    """What a bubble points at, and what it says of it."""

    target: QWidget
    title: str
    text: str


class TourOffer(QFrame):
    """A bar that offers the tour, and goes when it is answered."""

    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "panel")
        self.setProperty("edge", "bottom")
        self._words, self.begin, self.decline = QLabel(self), QPushButton(self), QPushButton(self)
        for button in (self.begin, self.decline):
            button.setProperty("link", True)
            button.clicked.connect(self.hide)
        self.begin.clicked.connect(self.accepted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 12, 4)
        row.setSpacing(12)
        for widget in (self._words, self.begin, self.decline):
            row.addWidget(widget)
        row.addStretch(1)
        self.hide()
        self._translate()

    def _translate(self) -> None:
        self._words.setText(self.tr("New here? A tour shows the window in two minutes."))
        self.begin.setText(self.tr("Show me"))
        self.decline.setText(self.tr("No, thanks"))

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)


class Tour(QObject):
    """Goes from step to step."""

    def __init__(self, window: Window, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._at = 0
        self.bubble = Bubble(theme, window)
        self.bubble.went_on.connect(lambda: self._show(self._at + 1))
        self.bubble.went_back.connect(lambda: self._show(self._at - 1))
        self.bubble.left.connect(self.end)
        window.installEventFilter(self)

    def begin(self) -> None:
        """Show the first step."""
        self._show(0)

    def end(self) -> None:
        """Leave the window to the person, the search field first."""
        self.bubble.hide()
        self._window.to_search()

    def _show(self, at: int) -> None:
        steps = self._steps()
        if at >= len(steps):
            self.end()
            return
        self._at = at
        self.bubble.show_step(steps[at], at, len(steps))

    def _steps(self) -> list[Step]:
        window, key = self._window, self._window.commands.key
        cite = window.details.cite if window.details.cite.isVisible() else window.reader.bar.details
        searching = self.tr("Type a few words, Korean or English: answers appear while you type, with their passages.")
        reading = self.tr("The arrow keys walk the passages; each is marked where it stands on its page. {} goes on.")
        keeping = self.tr("Select words on the page: a bar offers a bookmark, a note, or a quote with its citation.")
        citing = self.tr("The citation is ready, with the page you are reading. {} copies it.")
        browsing = self.tr("“To review” gathers uncertain records; “Series” shows which numbers are there.")
        finding = self.tr("{} finds every command, brief and setting by a few letters. This tour is in the menu.")
        return [
            Step(window.top.search, self.tr("Search"), searching),
            Step(window.reader, self.tr("The passage on its page"), reading.format(key("next-hit"))),
            Step(window.reader, self.tr("Keep a passage"), keeping),
            Step(cite, self.tr("Cite"), citing.format(key("copy-citation"))),
            Step(window.sidebar, self.tr("Review and browse"), browsing),
            Step(window.top.menu_button, self.tr("Everything else"), finding.format(key("palette"))),
        ]

    # -- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moved = event.type() in (QEvent.Type.Resize, QEvent.Type.LanguageChange)
        if watched is self._window and moved and self.bubble.isVisible():
            self._show(self._at)
        return super().eventFilter(watched, event)


class Bubble(QWidget):
    """A few words that point at a part of the window. Esc closes it."""

    went_on = Signal()
    went_back = Signal()
    left = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._tip = QPoint()  # of its point, in the window
        self._below = True  # what it points at is above it
        self._title, self._text, self._count = QLabel(self), QLabel(self), QLabel(self)
        self.back, self.on, self.skip = QPushButton(self), QPushButton(self), QPushButton(self)
        self._title.setFont(font(15, semibold=True))
        self._text.setWordWrap(True)
        self._count.setProperty("role", "secondary")
        self._count.setFont(font(12, tabular=True))
        self.on.setProperty("primary", True)
        self.skip.setProperty("link", True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._count)
        row.addStretch(1)
        for button in (self.skip, self.back, self.on):
            row.addWidget(button)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(16, 14 + POINT, 16, 14 + POINT)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addLayout(row)
        self.on.clicked.connect(self.went_on)
        self.back.clicked.connect(self.went_back)
        self.skip.clicked.connect(self.left)
        theme.changed.connect(self.update)
        self.hide()

    def show_step(self, step: Step, at: int, count: int) -> None:
        """Point at something and say what it is."""
        self._title.setText(step.title)
        self._text.setText(keep_words(step.text)[0])
        self._count.setText(self.tr("{} of {}").format(at + 1, count))
        self.on.setText(self.tr("Done") if at + 1 == count else self.tr("Next"))
        self.back.setText(self.tr("Back"))
        self.skip.setText(self.tr("Skip the tour"))
        self.back.setVisible(at > 0)
        self.skip.setVisible(at + 1 < count)
        self.setAccessibleName(step.title)
        self.setAccessibleDescription(step.text)
        self._place(step.target)
        self.show()
        self.raise_()
        self.on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self, target: QWidget) -> None:
        """Lie below what is pointed at, or above it, or in it if it is large."""
        window = self.window()
        shown = QRect(target.mapTo(window, QPoint(0, 0)), target.size())
        width = min(scaled(WIDTH), window.width() - 2 * AROUND)
        self.setFixedWidth(width)
        self._column.activate()
        height = self._column.heightForWidth(width)
        size = QSize(width, height)
        self._below = shown.bottom() + height < window.height() - AROUND
        inside = shown.height() > window.height() // 2
        top = shown.top() + scaled(48) if inside else shown.bottom() if self._below else shown.top() - height
        self._below = self._below or inside
        middle = shown.center().x()
        left = max(AROUND, min(middle - width // 2, window.width() - width - AROUND))
        self.setGeometry(QRect(QPoint(left, max(AROUND, top)), size))
        tip = max(CORNER + POINT + 4, min(middle - left, width - CORNER - POINT - 4))
        self._tip = QPoint(tip, 0 if self._below else height)
        self.update()

    def _outline(self) -> QPainterPath:
        body = QPainterPath()
        body.addRoundedRect(QRectF(self.rect()).adjusted(1, POINT, -1, -POINT), CORNER, CORNER)
        tip, base = QPointF(self._tip), float(POINT if self._below else self.height() - POINT)
        point = QPainterPath()
        point.addPolygon(QPolygonF([QPointF(tip.x() - POINT, base), tip, QPointF(tip.x() + POINT, base)]))
        point.closeSubpath()
        return body.united(point)

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.accent), 1.5))
        painter.setBrush(QColor(tokens.panel))
        painter.drawPath(self._outline())

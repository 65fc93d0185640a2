"""The command palette: every action by its name, and every brief by its title or code, a few letters away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kinu_reader.ui.icons import pixmap
from kinu_reader.ui.keycaps import paint_keys
from kinu_reader.ui.theme import font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPaintEvent

    from kinu_reader.model import ArchivedBrief
    from kinu_reader.ui.actions import Actions
    from kinu_reader.ui.theme import Theme

WIDTH, TOP, ROW, HEADING, SHOWN = 640, 88, 36, 30, 10  # px; and rows shown at once
FOUND = 30  # briefs listed at most
VEIL = 0.55
ENTRY = Qt.ItemDataRole.UserRole
WALKING_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True)
class Entry:
    """A line of the palette: an action, a brief, or a heading."""

    title: str
    icon: str = ""
    keys: str = ""
    aside: str = ""
    action: str = ""
    brief: int = 0


class Palette(QWidget):
    """Lies over the whole window while it is open; what is chosen is run or opened."""

    brief_chosen = Signal(int)

    def __init__(self, commands: Actions, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._commands, self._theme = commands, theme
        self._briefs: Sequence[ArchivedBrief] = ()
        self.frame, self.field, self.list = QFrame(self), QLineEdit(self), QListWidget(self)
        self.frame.setProperty("card", "plain")
        self.field.setFixedHeight(40)
        self.field.setFont(font(15))
        self.list.setItemDelegate(PaletteDelegate(theme, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self.frame)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _: self._choose())
        window.installEventFilter(self)
        self.hide()

    def show_briefs(self, briefs: Sequence[ArchivedBrief]) -> None:
        """Let these be opened by title or code."""
        self._briefs = briefs
        self._fill()

    def open(self) -> None:
        """Show everything there is."""
        self.field.setPlaceholderText(self.tr("A command, a title or a code"))
        self.field.setAccessibleName(self.tr("Find a command or a brief"))
        self.list.setAccessibleName(self.tr("Commands and briefs"))
        self.field.clear()
        self._fill()
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Close it; the focus goes back into the window."""
        self._briefs = ()  # all that there are, and others when it is opened again
        self.hide()
        self.window().setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what is listed

    def _fill(self) -> None:
        words = self.field.text().casefold().split()
        self.list.clear()
        self._add(self.tr("Commands"), [entry for entry in self._actions() if _holds(entry.title, words)])
        if words:
            known = [entry for entry in map(_brief, self._briefs) if _holds(f"{entry.aside} {entry.title}", words)]
            self._add(self.tr("Briefs"), known[:FOUND])
        for at in range(self.list.count()):
            if self.list.item(at).flags() & Qt.ItemFlag.ItemIsSelectable:
                self.list.setCurrentRow(at)
                break
        self._place()

    def _add(self, heading: str, entries: Sequence[Entry]) -> None:
        if not entries:
            return
        for entry in (Entry(heading), *entries):
            item = QListWidgetItem(entry.title, self.list)
            item.setData(ENTRY, entry)
            if not entry.icon:
                item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _actions(self) -> list[Entry]:
        table = self._commands
        return [Entry(table.title(name), table.icon(name), table.key(name), action=name) for name in table.names()]

    def _choose(self) -> None:
        item = self.list.currentItem()
        entry: Entry | None = item.data(ENTRY) if item else None
        if entry is None:
            return
        self.leave()
        if entry.action:
            self._commands.run(entry.action)
        else:
            self.brief_chosen.emit(entry.brief)

    def _place(self) -> None:
        self.setGeometry(self.window().rect())
        heights = [self.list.sizeHintForRow(at) for at in range(min(self.list.count(), SHOWN))]
        height = 40 + 8 * 2 + 10 + max(ROW, sum(heights))
        width = min(WIDTH, self.width() - 48)
        self.frame.setGeometry(QRect(QPoint((self.width() - width) // 2, TOP), QSize(width, height)))

    # -- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() is QEvent.Type.KeyPress:
            return self._on_key(event)
        if watched is self.window() and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _on_key(self, event: QEvent) -> bool:
        key = event.key()  # type: ignore[attr-defined]
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif key in WALKING_KEYS:
            self.list.event(event)
        else:
            return False
        return True

    def mousePressEvent(self, event: object) -> None:
        self.leave()  # beside the frame

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        veil = QColor(self._theme.tokens.backdrop if self._theme.tokens.dark else "#1B2430")
        veil.setAlphaF(VEIL if self._theme.tokens.dark else VEIL / 2)
        painter.fillRect(self.rect(), veil)


def _holds(text: str, words: Sequence[str]) -> bool:
    folded = text.casefold()
    return all(word in folded or word in folded.replace(" ", "") for word in words)


def _brief(brief: ArchivedBrief) -> Entry:
    return Entry(brief.record.title or brief.file, "brief", aside=brief.record.code or "", brief=brief.id)


class PaletteDelegate(QStyledItemDelegate):
    """Paints the lines of the palette: icon, name, and its keys or code at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        entry: Entry = index.data(ENTRY)
        return QSize(WIDTH - 40, ROW if entry.icon else HEADING)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry = index.data(ENTRY)
        rect: QRect = option.rect
        tokens = self._theme.tokens
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not entry.icon:
            painter.setFont(font(12))
            painter.setPen(QColor(tokens.secondary))
            painter.drawText(rect.adjusted(8, 4, 0, 0), Qt.AlignmentFlag.AlignVCenter, entry.title)
            painter.restore()
            return
        if selected:
            painter.fillRect(rect, QColor(tokens.accent_soft))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(tokens.accent))
        ratio = painter.device().devicePixelRatioF()
        ink = tokens.accent if selected else tokens.secondary
        painter.drawPixmap(rect.left() + 10, rect.top() + 9, pixmap(entry.icon, ink, 18, ratio))
        right = paint_keys(painter, QRectF(rect).adjusted(0, 0, -8, 0), entry.keys, tokens)
        painter.setFont(font(12, tabular=True))
        painter.setPen(QColor(tokens.secondary))
        aside = QRectF(rect.left(), rect.top(), right - rect.left() - 4, rect.height())
        painter.drawText(aside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, entry.aside)
        room = QRectF(rect).adjusted(38, 0, -(rect.right() - right) - 100, 0)
        painter.setFont(font(13, semibold=selected))
        painter.setPen(QColor(tokens.text))
        shown = painter.fontMetrics().elidedText(entry.title, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

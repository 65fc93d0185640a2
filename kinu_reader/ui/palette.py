"""The command palette: every action, brief, setting and tag, a few letters of its name away."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kinu_reader.ui.command_words import also, icon, title
from kinu_reader.ui.icons import pixmap
from kinu_reader.ui.keycaps import KeyHints
from kinu_reader.ui.palette_lines import ENTRY, ROW, Entry, PaletteDelegate, holds
from kinu_reader.ui.settings_page import options
from kinu_reader.ui.theme import font, scaled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPaintEvent

    from kinu_reader.model import ArchivedBrief
    from kinu_reader.ui.actions import Actions
    from kinu_reader.ui.theme import Theme

WIDTH, TOP, HEAD, FOOT, SHOWN = 640, 88, 48, 32, 10  # px; and rows shown at once
FOUND = 30  # briefs listed at most
VEIL = 0.55
COMMANDS, TAGS = ">", "#"  # what a text begins with that looks only for these
WALKING_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Palette(QWidget):
    """Lies over the whole window while it is open; what is chosen is run or opened."""

    brief_chosen = Signal(int)
    tag_chosen = Signal(str)
    setting_chosen = Signal(str)
    search_chosen = Signal(str)

    def __init__(self, commands: Actions, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._commands, self._theme = commands, theme
        self._briefs: Sequence[ArchivedBrief] = ()
        self._tags: Mapping[str, int] = {}
        self._recent: Sequence[ArchivedBrief] = ()
        self.frame, self.field, self.list = QFrame(self), QLineEdit(self), QListWidget(self)
        self._sign, self._escape, self._hints = QLabel(self), KeyHints(theme, self), KeyHints(theme, self)
        self._prefixes = KeyHints(theme, self)
        self.frame.setProperty("floating", True)
        self.field.setProperty("flat", True)
        self.field.setFont(font(15))
        self.list.setItemDelegate(PaletteDelegate(theme, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._arrange()
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _: self._choose())
        window.installEventFilter(self)
        self.hide()

    def _arrange(self) -> None:
        head, foot = QFrame(self.frame), QFrame(self.frame)
        for bar, edge, height in ((head, "bottom", HEAD), (foot, "top", FOOT)):
            bar.setProperty("edge", edge)
            bar.setFixedHeight(scaled(height))
        for bar, parts in ((head, (self._sign, self.field, self._escape)), (foot, (self._hints, self._prefixes))):
            row = QHBoxLayout(bar)
            row.setContentsMargins(16, 0, 16, 0)
            row.setSpacing(10)
            for part in parts:
                row.addWidget(part, 1 if part in (self.field, self._hints) else 0)
        column = QVBoxLayout(self.frame)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.list, 1)
        column.addWidget(foot)
        self.list.setViewportMargins(7, 4, 7, 4)

    def show_tags(self, tags: Mapping[str, int]) -> None:
        """Let these tags be searched for, each with how many briefs have it."""
        self._tags = tags

    def show_briefs(self, briefs: Sequence[ArchivedBrief]) -> None:
        """Let these be opened by title or code."""
        self._briefs = briefs
        self._fill()

    def show_recent(self, briefs: Sequence[ArchivedBrief]) -> None:
        """Offer these, read lately, before anything is typed."""
        self._recent = briefs
        self._fill()

    def open(self) -> None:
        """Show everything there is."""
        self._translate()
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

    def _translate(self) -> None:
        self.field.setPlaceholderText(self.tr("A command, a title or a code"))
        self.field.setAccessibleName(self.tr("Find a command or a brief"))
        self.list.setAccessibleName(self.tr("Commands and briefs"))
        self._sign.setPixmap(
            pixmap("chevron-right", self._theme.tokens.secondary, scaled(16), self.devicePixelRatioF())
        )
        self._escape.say([("Esc", "")])
        self._hints.say([("↑", ""), ("↓", self.tr("move")), (self.tr("Enter"), self.tr("run"))])
        kinds = [(COMMANDS, self.tr("commands")), (TAGS, self.tr("tags")), ("CO", self.tr("codes"))]
        self._prefixes.say(kinds, self.tr("type"))

    def _fill(self) -> None:
        typed = self.field.text().strip()
        kind = typed[:1] if typed[:1] in (COMMANDS, TAGS) else ""
        words = tuple(typed.removeprefix(kind).casefold().split())
        self.list.clear()
        if kind == TAGS:
            self._add(self.tr("Tags"), self._tagged(), words)
        else:
            if not (kind or words):
                self._add(self.tr("Recent"), map(self._brief, self._recent), words)
            self._add(self.tr("Commands"), self._actions(), words)
            if not kind:
                self._add(self.tr("Briefs"), map(self._brief, self._briefs) if words else (), words, most=FOUND)
                self._add(self.tr("Settings"), self._settings(), words)
                self._add(self.tr("In all briefs"), [self._search(typed)] if words else (), ())
        if not self.list.count():
            self._add_line(Entry(self.tr("Nothing here is called that."))).setFlags(Qt.ItemFlag.NoItemFlags)
        for at in range(self.list.count()):
            if self.list.item(at).flags() & Qt.ItemFlag.ItemIsSelectable:
                self.list.setCurrentRow(at)
                break
        self._place()

    def _add(self, heading: str, entries: Iterable[Entry], words: tuple[str, ...], most: int | None = None) -> None:
        """List the entries that hold all words, under a heading; without any there is none."""
        fitting = islice((entry for entry in entries if holds(entry, words)), most)
        for at, entry in enumerate(fitting):
            if at == 0:
                self._add_line(Entry(heading)).setFlags(Qt.ItemFlag.NoItemFlags)
            self._add_line(replace(entry, words=words))

    def _add_line(self, entry: Entry) -> QListWidgetItem:
        item = QListWidgetItem(entry.title, self.list)
        item.setData(ENTRY, entry)
        return item

    def _actions(self) -> list[Entry]:
        table = self._commands
        return [
            Entry(
                *(title(name), icon(name), table.key(name), table.aside(name), also(name)),
                partial(table.run, name),
            )
            for name in table.names()
        ]

    def _settings(self) -> list[Entry]:
        chosen = self.setting_chosen.emit
        return [
            Entry(option.title, "settings", aside=option.section, act=partial(chosen, option.name))
            for option in options()
        ]

    def _search(self, typed: str) -> Entry:
        return Entry(self.tr("Search for “{}”").format(typed), "search", act=partial(self.search_chosen.emit, typed))

    def _tagged(self) -> list[Entry]:
        number = QLocale().toString
        return [
            Entry(tag, "tag", aside=number(count), act=partial(self.tag_chosen.emit, tag))
            for tag, count in self._tags.items()
        ]

    def _brief(self, brief: ArchivedBrief) -> Entry:
        title, code = brief.record.title or brief.file, brief.record.code or ""
        return Entry(title, "brief", aside=code, act=partial(self.brief_chosen.emit, brief.id))

    def _choose(self) -> None:
        item = self.list.currentItem()
        entry: Entry | None = item.data(ENTRY) if item else None
        if entry is not None and entry.act is not None:
            self.leave()
            entry.act()

    def _place(self) -> None:
        self.setGeometry(self.window().rect())
        heights = [self.list.sizeHintForRow(at) for at in range(min(self.list.count(), SHOWN))]
        height = scaled(HEAD) + scaled(FOOT) + 12 + max(scaled(ROW), sum(heights))
        width = min(scaled(WIDTH), self.width() - 48)
        room = QSize(width, min(height, self.height() - TOP - 24))
        self.frame.setGeometry(QRect(QPoint((self.width() - width) // 2, TOP), room))

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

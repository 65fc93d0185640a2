"""Everything the window can be asked to do, by name: one table for keys, the command palette and the page of keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

KEYS = {
    "search": "Ctrl+L",
    "palette": "Ctrl+K",
    "next-hit": "F3",
    "previous-hit": "Shift+F3",
    "import-folder": "Ctrl+O",
    "import-files": "Ctrl+Shift+O",
    "copy-citation": "Ctrl+Shift+C",
    "copy-reference": "Ctrl+Alt+C",
    "paste": "Ctrl+V",
    "undo": "Ctrl+Z",
    "redo": "Ctrl+Shift+Z",
    "sidebar": "F9",
    "details": "Ctrl+I",
    "filters": "Ctrl+Shift+F",
    "beside": "Ctrl+\\",
    "next-tab": "Ctrl+Tab",
    "previous-tab": "Ctrl+Shift+Tab",
    "close-tab": "Ctrl+W",
    "reopen-tab": "Ctrl+Shift+T",
    "all-briefs": "Alt+1",
    "table": "Alt+2",
    "bookmarks": "Alt+3",
    "series": "Alt+4",
    "review": "Alt+5",
    "keys": "F1",
    "to-results": "Esc",
    "open-archive": "",
    "sample": "",
    "glossary": "",
}
"""The key of each action as delivered; "" has none."""


@dataclass(frozen=True)
class _Action:
    act: Callable[[], object]
    shortcut: QShortcut


class Actions(QObject):
    """The actions of one window. A key that a person chose wins over the one delivered."""

    keys_changed = Signal(dict)  # action -> key, for those that a person chose

    def __init__(self, window: QWidget, chosen: Mapping[str, str]) -> None:
        super().__init__(window)
        self._window = window
        self._chosen = {name: key for name, key in chosen.items() if name in KEYS}
        self._actions: dict[str, _Action] = {}

    def add(self, name: str, act: Callable[[], object], within: QWidget | None = None) -> None:
        """Let an action be asked for, by its key only while the focus is `within` a widget if one is given."""
        shortcut = QShortcut(QKeySequence(self.key(name)), within or self._window)
        if within is not None:
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
        self._actions[name] = _Action(act, shortcut)

    def names(self) -> list[str]:
        """Return the actions there are, in the order of the table of keys."""
        return [name for name in KEYS if name in self._actions]

    def run(self, name: str) -> None:
        """Do it."""
        self._actions[name].act()

    def key(self, name: str) -> str:
        """Return the key of an action, as Qt writes it everywhere ("Ctrl+L")."""
        return self._chosen.get(name, KEYS[name])

    def change_key(self, name: str, key: str) -> None:
        """Give an action another key; an action that had it loses it."""
        for other in self.names():
            if key and other != name and self.key(other) == key:
                self._set(other, "")
        self._set(name, key)
        self.keys_changed.emit(dict(self._chosen))

    def restore_keys(self) -> None:
        """Give every action the key as delivered."""
        self._chosen.clear()
        for name in self.names():
            self._actions[name].shortcut.setKey(QKeySequence(self.key(name)))
        self.keys_changed.emit({})

    def _set(self, name: str, key: str) -> None:
        self._chosen[name] = key
        if key == KEYS[name]:
            del self._chosen[name]
        self._actions[name].shortcut.setKey(QKeySequence(key))

    def title(self, name: str) -> str:
        """Return what an action is called, in the language of the window."""
        titles = {
            "search": self.tr("Search"),
            "palette": self.tr("Find a command or a brief"),
            "next-hit": self.tr("Next hit"),
            "previous-hit": self.tr("Previous hit"),
            "import-folder": self.tr("Import a folder"),
            "import-files": self.tr("Import files"),
            "copy-citation": self.tr("Copy the citation"),
            "copy-reference": self.tr("Copy the reference"),
            "paste": self.tr("Import what was copied"),
            "undo": self.tr("Undo"),
            "redo": self.tr("Redo"),
            "sidebar": self.tr("Show or hide the sidebar"),
            "details": self.tr("Show or hide the details"),
            "filters": self.tr("Show or hide the filters"),
            "beside": self.tr("Read two briefs side by side, or one"),
            "next-tab": self.tr("Next tab"),
            "previous-tab": self.tr("Previous tab"),
            "close-tab": self.tr("Close the tab"),
            "reopen-tab": self.tr("Open the tab closed last again"),
            "all-briefs": self.tr("Go to all briefs"),
            "table": self.tr("Answers as a table or a list"),
            "bookmarks": self.tr("Go to the bookmarks"),
            "series": self.tr("Go to the series"),
            "review": self.tr("Go to what is to review"),
            "keys": self.tr("Keys"),
            "to-results": self.tr("From the page back to the results"),
            "open-archive": self.tr("Open or make an archive"),
            "sample": self.tr("Open the sample archive"),
            "glossary": self.tr("My glossary"),
        }
        return titles[name]

    def icon(self, name: str) -> str:
        """Return the name of the icon of an action."""
        icons = {
            **dict.fromkeys(("import-folder", "import-files"), "import"),
            **dict.fromkeys(("copy-citation", "copy-reference"), "copy"),
            **dict.fromkeys(("open-archive", "sample"), "archive"),
            "all-briefs": "brief",
            "table": "table",
            "bookmarks": "bookmark",
            "series": "grid",
            "beside": "columns",
            "reopen-tab": "clock",
            "review": "flag",
            "sidebar": "sidebar",
            "details": "panel-right",
            "filters": "filter",
            "glossary": "book-open",
            "keys": "help",
            "search": "search",
        }
        return icons.get(name, "chevron-right")

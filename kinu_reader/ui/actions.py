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
    "style": "Ctrl+Shift+Y",
    "copy-references": "",
    "export-references": "",
    "copy-quotes": "",
    "copy-parts": "",
    "import-bookmarks": "",
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
    "settings": "Ctrl+,",
    "keys": "F1",
    "tour": "",
    "to-results": "Esc",
    "find": "Ctrl+F",
    "bookmark": "Ctrl+D",
    "note": "Ctrl+Shift+D",
    "bookmark-amber": "Ctrl+1",
    "bookmark-green": "Ctrl+2",
    "bookmark-blue": "Ctrl+3",
    "bookmark-rose": "Ctrl+4",
    "back": "Alt+Left",
    "forward": "Alt+Right",
    "pages": "F4",
    "caret": "F7",
    "two-pages": "F8",
    "turn": "Ctrl+R",
    "zoom-in": "Ctrl++",
    "zoom-out": "Ctrl+-",
    "fit-width": "Ctrl+0",
    "print": "Ctrl+P",
    "open-archive": "",
    "sample": "",
    "glossary": "",
    "duplicates": "",
    "editions": "",
    "names": "",
    "reread": "",
    "patterns": "",
}
"""The key of each action as delivered; "" has none."""

ALIKE = {"Ctrl++": "Ctrl+="}  # the same key without Shift


@dataclass(frozen=True)
class _Action:
    act: Callable[[], object]
    shortcut: QShortcut
    aside: Callable[[], str]


class Actions(QObject):
    """The actions of one window. A key that a person chose wins over the one delivered."""

    keys_changed = Signal(dict)  # action -> key, for those that a person chose
    acted = Signal(str)  # an action, before it is done
    done = Signal(str)  # and when it is

    def __init__(self, window: QWidget, chosen: Mapping[str, str]) -> None:
        super().__init__(window)
        self._window = window
        self._chosen = {name: key for name, key in chosen.items() if name in KEYS}
        self._actions: dict[str, _Action] = {}

    def add(
        self,
        name: str,
        act: Callable[[], object],
        within: QWidget | None = None,
        aside: Callable[[], str] = lambda: "",
    ) -> None:
        """Let an action be asked for, by its key only while the focus is `within` a widget if one is given.

        `aside` tells what it would act on now, in a word or two.
        """
        shortcut = QShortcut(within or self._window)
        shortcut.setKeys(_sequences(self.key(name)))
        if within is not None:
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self.run(name))
        self._actions[name] = _Action(act, shortcut, aside)

    def names(self) -> list[str]:
        """Return the actions there are, in the order of the table of keys."""
        return [name for name in KEYS if name in self._actions]

    def run(self, name: str) -> None:
        """Do it."""
        self.acted.emit(name)
        self._actions[name].act()
        self.done.emit(name)

    def aside(self, name: str) -> str:
        """Return what an action would act on now; "" if its name says it all."""
        return self._actions[name].aside()

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
            self._actions[name].shortcut.setKeys(_sequences(self.key(name)))
        self.keys_changed.emit({})

    def _set(self, name: str, key: str) -> None:
        self._chosen[name] = key
        if key == KEYS[name]:
            del self._chosen[name]
        self._actions[name].shortcut.setKeys(_sequences(key))

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
            "style": self.tr("Choose the citation style"),
            "copy-references": self.tr("Copy the references of the briefs listed"),
            "export-references": self.tr("Export the references of the briefs listed"),
            "copy-quotes": self.tr("Copy quotations with their citations"),
            "copy-parts": self.tr("Copy a quotation with words left out"),
            "import-bookmarks": self.tr("Import bookmarks from a file"),
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
            "settings": self.tr("Settings"),
            "keys": self.tr("Keys"),
            "tour": self.tr("A tour of the window"),
            "to-results": self.tr("From the page back to the results"),
            "open-archive": self.tr("Open or make an archive"),
            "sample": self.tr("Open the sample archive"),
            "glossary": self.tr("My glossary"),
            "duplicates": self.tr("Compare duplicates"),
            "editions": self.tr("Pair editions"),
            "names": self.tr("Merge names of authors and divisions"),
            "reread": self.tr("Read the records again"),
            "patterns": self.tr("Patterns of series"),
            **self._reading_titles(),
        }
        return titles[name]

    def _reading_titles(self) -> dict[str, str]:
        return {
            "find": self.tr("Find in the brief"),
            "bookmark": self.tr("Bookmark the selection, or the sentence of the hit"),
            "note": self.tr("Bookmark the selection with a note"),
            "bookmark-amber": self.tr("Bookmark in amber"),
            "bookmark-green": self.tr("Bookmark in green"),
            "bookmark-blue": self.tr("Bookmark in blue"),
            "bookmark-rose": self.tr("Bookmark in rose"),
            "back": self.tr("Back to where you read before"),
            "forward": self.tr("Forward again"),
            "pages": self.tr("Show or hide pages and outline"),
            "caret": self.tr("Show or hide a caret in the page"),
            "two-pages": self.tr("Two pages side by side"),
            "turn": self.tr("Turn the pages"),
            "zoom-in": self.tr("Zoom in"),
            "zoom-out": self.tr("Zoom out"),
            "fit-width": self.tr("Fit the width"),
            "print": self.tr("Print"),
        }

    def also(self, name: str) -> str:
        """Return other words by which a person may look for an action; "" if it has no others."""
        cite, mark = self.tr("cite bibliography footnote"), self.tr("highlight mark keep annotate")
        words = {
            **dict.fromkeys(("copy-citation", "copy-reference", "copy-references", "copy-quotes", "style"), cite),
            **dict.fromkeys(("bookmark", "bookmark-amber", "bookmark-green", "bookmark-blue", "bookmark-rose"), mark),
            **dict.fromkeys(("import-folder", "import-files"), self.tr("add PDF briefs")),
            "export-references": f"{cite} RIS BibTeX CSL EndNote Zotero",
            "note": f"{mark} {self.tr('comment')}",
            "settings": self.tr("preferences options"),
            "keys": self.tr("shortcuts help"),
            "search": self.tr("find query"),
            "find": self.tr("search in the page"),
            "turn": self.tr("rotate"),
            "pages": self.tr("thumbnails contents"),
            "beside": self.tr("beside split compare"),
            "review": self.tr("doubtful check"),
        }
        return words.get(name, "")

    def icon(self, name: str) -> str:
        """Return the name of the icon of an action."""
        icons = {
            **dict.fromkeys(("import-folder", "import-files", "import-bookmarks"), "import"),
            **dict.fromkeys(("copy-citation", "copy-reference", "copy-references"), "copy"),
            **dict.fromkeys(("copy-quotes", "copy-parts"), "quote"),
            "style": "book-open",
            "export-references": "export",
            **dict.fromkeys(("open-archive", "sample"), "archive"),
            **dict.fromkeys(
                ("bookmark", "bookmark-amber", "bookmark-green", "bookmark-blue", "bookmark-rose"), "bookmark"
            ),
            **dict.fromkeys(("find", "search"), "search"),
            **dict.fromkeys(("keys", "tour"), "help"),
            **{name: name for name in ("note", "zoom-in", "zoom-out", "fit-width")},
            "settings": "settings",
            "back": "arrow-left",
            "forward": "arrow-right",
            "pages": "outline",
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
            "duplicates": "copy",
            "editions": "globe",
            "names": "division",
            "reread": "flag",
            "patterns": "grid",
        }
        return icons.get(name, "chevron-right")


def _sequences(key: str) -> list[QKeySequence]:
    """Return a key and the one that is typed for it without Shift."""
    return [QKeySequence(one) for one in (key, ALIKE.get(key)) if one]

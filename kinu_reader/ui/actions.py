"""Everything the window can be asked to do, by name: one table for keys, the command palette and the page of keys."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
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
    "fit-page": "Ctrl+9",
    "actual-size": "Ctrl+8",
    "print": "Ctrl+P",
    "open-archive": "",
    "sample": "",
    "glossary": "",
    "duplicates": "",
    "editions": "",
    "names": "",
    "reread": "",
    "patterns": "",
    "read": "Return",
    "read-in-tab": "Ctrl+Return",
    "leave-list": "Esc",
    "to-bin": "Del",
    "throw-away": "Del",
    "forget-search": "Del",
    "edit": "F2",
    "accept": "Return",
    "empty": "Del",
    "absent": "X",
    "next-passage": "Down",
    "previous-passage": "Up",
    "recent-searches": "Alt+Down",
    "leave-search": "Return",
    "clear-search": "Esc",
    "next-place": "Return",
    "previous-place": "Shift+Return",
    "finish-note": "Ctrl+Return",
    "leave-out": "Del",
    "close-beside": "Esc",
}
"""The key of each action as delivered; "" has none."""

_READING = ("zoom-in", "zoom-out", "fit-width", "fit-page", "actual-size", "turn", "caret", "two-pages")
PLACES = {
    **dict.fromkeys(_READING, ("reader", "beside")),
    **dict.fromkeys(("next-place", "previous-place"), ("reader", "beside")),  # the field to find in is a part of it
    "to-results": ("reader",),
    "close-beside": ("beside",),
    "read": ("results", "briefs", "bookmarks", "series"),
    "read-in-tab": ("results",),
    "leave-list": ("results", "briefs", "bookmarks", "review"),
    "to-bin": ("results", "briefs"),
    "throw-away": ("bookmarks",),
    "forget-search": ("sidebar",),
    "edit": ("record", "briefs", "review"),
    **dict.fromkeys(("accept", "empty"), ("review",)),
    "absent": ("series",),
    **dict.fromkeys(("next-passage", "previous-passage", "recent-searches"), ("search",)),
    **dict.fromkeys(("leave-search", "clear-search"), ("search",)),
    "finish-note": ("note",),
    "leave-out": ("quotation",),
}
"""Where an action has its key, if not everywhere: two that never meet may share one."""


def meet(one: str, other: str) -> bool:
    """Tell whether there is a place where both actions have their keys."""
    places, others = PLACES.get(one), PLACES.get(other)
    return not places or not others or not set(places).isdisjoint(others)


@dataclass(frozen=True)
class _Action:
    act: Callable[[], object]
    aside: Callable[[], str]


class Actions(QObject):
    """The actions of one window. A key that a person chose wins over the one delivered."""

    keys_changed = Signal(object)  # what returns the key of an action
    acted = Signal(str)  # an action, before it is done
    done = Signal(str)  # and when it is

    def __init__(self, window: QWidget, chosen: Mapping[str, str]) -> None:
        super().__init__(window)
        self._window = window
        self._chosen = {name: key for name, key in chosen.items() if name in KEYS}
        self._actions: dict[str, _Action] = {}
        self._shortcuts: dict[str, list[QShortcut]] = {name: [] for name in KEYS}

    def add(
        self,
        name: str,
        act: Callable[[], object],
        within: QWidget | None = None,
        aside: Callable[[], str] = lambda: "",
    ) -> None:
        """Let an action be asked for by name; by its key only while the focus is `within` a widget if one is given.

        `aside` tells what it would act on now, in a word or two.
        """
        self._actions[name] = _Action(act, aside)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut if within else Qt.ShortcutContext.WindowShortcut
        self._listen(name, partial(self.run, name), within or self._window, context)

    def add_key(self, name: str, act: Callable[[], object], widget: QWidget, *, inside: bool = False) -> None:
        """Let the key of an action do something while the focus is on a widget, or `inside` it.

        The same action may be another's in another list or field; it goes when the widget goes.
        """
        alone, all_of_it = Qt.ShortcutContext.WidgetShortcut, Qt.ShortcutContext.WidgetWithChildrenShortcut
        self._listen(name, act, widget, all_of_it if inside else alone)

    def _listen(self, name: str, act: Callable[[], object], widget: QWidget, context: Qt.ShortcutContext) -> None:
        shortcut, listening = QShortcut(widget), self._shortcuts[name]
        shortcut.setKeys(_sequences(self.key(name)))
        shortcut.setContext(context)
        shortcut.activated.connect(lambda: act())
        shortcut.destroyed.connect(lambda: listening.remove(shortcut))
        listening.append(shortcut)

    def names(self) -> list[str]:
        """Return the actions that can be asked for by name, in the order of the table of keys."""
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

    @property
    def chosen(self) -> dict[str, str]:
        """Return the keys that a person chose, by action."""
        return dict(self._chosen)

    def tell_keys(self, show: Callable[[Callable[[str], str]], None]) -> None:
        """Have keys shown, now and whenever they change: `show` is given what returns the key of an action."""
        show(self.key)
        self.keys_changed.connect(show)

    def change_key(self, name: str, key: str) -> None:
        """Give an action another key; an action that had it where this one acts loses it."""
        key = key.replace("Enter", "Return")
        for other in KEYS:
            if key and other != name and self.key(other) == key and meet(name, other):
                self._set(other, "")
        self._set(name, key)
        self.keys_changed.emit(self.key)

    def restore_keys(self) -> None:
        """Give every action the key as delivered."""
        for name in list(self._chosen):
            self._set(name, KEYS[name])
        self.keys_changed.emit(self.key)

    def _set(self, name: str, key: str) -> None:
        self._chosen[name] = key
        if key == KEYS[name]:
            del self._chosen[name]
        for shortcut in self._shortcuts[name]:
            shortcut.setKeys(_sequences(key))


def _sequences(key: str) -> list[QKeySequence]:
    """Return a key and what goes for the same: + typed without Shift, Enter on the number pad."""
    alike = {"Ctrl++": "Ctrl+="}.get(key, key.replace("Return", "Enter"))
    return [QKeySequence(one) for one in dict.fromkeys((key, alike)) if one]

"""What each action does in the main window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.ui.sidebar import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinu_reader.ui.window import Window


def bind(window: Window) -> None:
    """Let every action of the table be asked for in a window."""
    go = window.places.go
    acts: dict[str, Callable[[], object]] = {
        "search": window.to_search,
        "next-hit": window.reader.next_hit.emit,
        "previous-hit": window.reader.previous_hit.emit,
        "import-folder": window.intake.ask_folder,
        "import-files": window.intake.ask_files,
        "paste": window.intake.paste,
        "copy-citation": window.details.cite.copy_note,
        "copy-reference": window.details.cite.copy_reference,
        "undo": window.session.undo_edit,
        "redo": window.session.redo_edit,
        "sidebar": lambda: window.show_sidebar(window.sidebar.isHidden()),
        "details": lambda: window.show_details(window.panes.side.isHidden()),
        "filters": window.top.filters.toggle,
        "all-briefs": window.sidebar.choose_all,
        "table": lambda: go(Place.SEARCH if window.panes.place is Place.TABLE else Place.TABLE),
        "bookmarks": lambda: go(Place.BOOKMARKS),
        "series": lambda: go(Place.SERIES),
        "review": lambda: go(Place.REVIEW),
        "open-archive": window.intake.ask_archive,
        "sample": window.intake.open_sample,
        "glossary": window.searching.edit_glossary,
        "palette": window.find_command,
        "keys": lambda: _show_keys(window),
    }
    for name, act in acts.items():
        window.commands.add(name, act)
    window.commands.add("to-results", lambda: window.results.view.setFocus(), within=window.reader)


def _show_keys(window: Window) -> None:
    from kinu_reader.ui.keys_dialog import KeysDialog

    KeysDialog(window.commands, window).open()

"""What each action does in the main window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kinu_reader.ui.citing.connecting import copy_quotes, shown_briefs
from kinu_reader.ui.keying import bind_keys
from kinu_reader.ui.keys_dialog import KeysDialog
from kinu_reader.ui.reader import COLOURS
from kinu_reader.ui.sidebar import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kinu_reader.ui.actions import Actions
    from kinu_reader.ui.reader import Reader
    from kinu_reader.ui.window import Window


def bind(window: Window) -> None:
    """Let every action of the table be asked for in a window."""
    go = window.places.go
    acts: dict[str, Callable[[], object]] = {
        "search": window.to_search,
        "beside": window.desk.beside.toggle,
        "next-tab": lambda: window.desk.tabbing.step(1),
        "previous-tab": lambda: window.desk.tabbing.step(-1),
        "close-tab": window.desk.tabbing.close,
        "reopen-tab": window.desk.tabbing.reopen,
        "import-folder": window.intake.ask_folder,
        "import-files": window.intake.ask_files,
        "paste": window.intake.paste,
        "copy-citation": window.details.cite.copy_note,
        "copy-reference": window.details.cite.copy_reference,
        "style": window.citing.choose_style,
        "copy-references": lambda: window.citing.copy_references(shown_briefs(window)),
        "export-references": lambda: window.citing.export_references(shown_briefs(window)),
        "copy-quotes": lambda: copy_quotes(window),
        "copy-parts": window.quoting.copy_parts,
        "import-bookmarks": window.receiving.ask_file,
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
        "duplicates": window.relations.duplicates.open,
        "editions": window.relations.editions.open,
        "names": window.relations.names.open_for,
        "reread": window.relations.records.read_again,
        "patterns": window.relations.records.show_patterns,
        "palette": window.find_command,
        "settings": window.preferring.open,
        "tour": window.tour.begin,
        "keys": lambda: KeysDialog(window.commands, window).open(),
    }
    asides: dict[str, Callable[[], str]] = {
        "copy-citation": lambda: window.details.cite.styles.currentText(),
        "copy-reference": lambda: window.details.cite.styles.currentText(),
        "review": window.sidebar.count_of_review,
    }
    for name, act in acts.items():
        window.commands.add(name, act, aside=asides.get(name, lambda: ""))
    window.commands.add("to-results", window.panes.focus_list, within=window.reader)
    bind_reader(window.commands, lambda: window.desk.beside.reader, window.pane)
    bind_keys(window)


def bind_reader(commands: Actions, meant: Callable[[], Reader], within: QWidget) -> None:
    """Let the actions of the reader that is meant be asked for: some from anywhere, some only while one reads."""

    def keep(colour: str) -> None:
        meant().selecting.bookmark(colour)

    anywhere: dict[str, Callable[[], object]] = {
        "next-hit": lambda: meant().next_hit.emit(),
        "previous-hit": lambda: meant().previous_hit.emit(),
        "find": lambda: meant().open_find(),
        "print": lambda: meant().print(),
        "pages": lambda: meant().toggle_panel(),
        "back": lambda: meant().pages.go_back(),
        "forward": lambda: meant().pages.go_back(1),
        "bookmark": lambda: meant().selecting.bookmark(),
        "note": lambda: meant().selecting.note(),
        **{f"bookmark-{colour}": partial(keep, colour) for colour in COLOURS},
    }
    reading: dict[str, Callable[[], object]] = {
        "zoom-in": lambda: meant().pages.step_zoom(1),
        "zoom-out": lambda: meant().pages.step_zoom(-1),
        "fit-width": lambda: meant().pages.fit_width(),
        "fit-page": lambda: meant().pages.fit_page(),
        "actual-size": lambda: meant().pages.actual_size(),
        "turn": lambda: meant().pages.turn(),
        "caret": lambda: meant().pages.toggle_caret(),
        "two-pages": lambda: meant().pages.toggle_two_pages(),
    }
    for name, act in anywhere.items():
        commands.add(name, act)
    for name, act in reading.items():
        commands.add(name, act, within=within)

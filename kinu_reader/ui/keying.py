"""What keys do in the lists and fields of the main window: each by the table of keys, from when it is made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from kinu_reader.ui.bookmarks import BookmarksPanel
    from kinu_reader.ui.bookmarks.form import BookmarkForm
    from kinu_reader.ui.citing.quote_dialog import QuoteDialog
    from kinu_reader.ui.reader import Reader
    from kinu_reader.ui.relations.deciding import DecisionDialog
    from kinu_reader.ui.series import SeriesPanel
    from kinu_reader.ui.tables import BriefsPanel, ReviewPanel
    from kinu_reader.ui.window import Window


def bind_keys(window: Window) -> None:
    """Give the lists and fields of a window their keys, and those that are made later theirs."""
    _bind_search(window)
    _bind_results(window)
    add, places, relations = window.commands.add_key, window.places, window.relations
    add("forget-search", window.sidebar.forget_current, window.sidebar)
    add("edit", window.details.edit_focused, window.details, inside=True)
    bind_reader_keys(window, window.reader)
    window.desk.beside.reader_made.connect(lambda _, reader: _bind_beside(window, reader))
    places.briefs_made.connect(partial(_bind_briefs, window))
    places.series_made.connect(partial(_bind_series, window))
    places.review_made.connect(partial(_bind_review, window))
    places.bookmarks_made.connect(lambda panel, _: _bind_bookmarks(window, panel))
    places.bookmarking.form_made.connect(partial(_bind_note, window))
    window.quoting.omitting.connect(partial(_bind_quote, window))
    for decider in (relations.duplicates, relations.editions, relations.names):
        decider.made.connect(partial(_bind_decisions, window))


def _bind_search(window: Window) -> None:
    add, search, walk = window.commands.add_key, window.top.search, window.results.view.walk
    add("next-passage", lambda: walk(1), search)
    add("previous-passage", lambda: walk(-1), search)
    add("recent-searches", search.offer_history, search)
    add("leave-search", search.leave, search)
    add("clear-search", search.clear, search)


def _bind_results(window: Window) -> None:
    add, view = window.commands.add_key, window.results.view
    add("read", partial(_read, window), view)
    add("read-in-tab", view.open_in_tab, view)
    add("to-bin", view.bin_current, view)
    add("leave-list", window.to_search, view)


def bind_reader_keys(window: Window, reader: Reader) -> None:
    """Give a reader the keys of its field to find in, and show in it which keys there are."""
    commands, bar = window.commands, reader.find_bar
    commands.add_key("next-place", lambda: bar.step(1), bar.field)
    commands.add_key("previous-place", lambda: bar.step(-1), bar.field)
    commands.tell_keys(reader.show_keys)


def _bind_beside(window: Window, reader: Reader) -> None:
    bind_reader_keys(window, reader)
    window.commands.add_key("close-beside", window.desk.beside.close, reader, inside=True)


def _bind_briefs(window: Window, panel: BriefsPanel) -> None:
    add, table = window.commands.add_key, panel.table
    add("read", panel.enter, table)
    add("edit", table.edit_row, table)
    add("to-bin", panel.bin_chosen, table)
    add("leave-list", panel.closed.emit, table)


def _bind_review(window: Window, panel: ReviewPanel) -> None:
    add, table = window.commands.add_key, panel.table
    add("accept", panel.accept_chosen, table)
    add("edit", table.edit_row, table)
    add("empty", panel.empty_current, table)
    add("leave-list", window.to_search, table)
    window.commands.tell_keys(panel.show_keys)


def _bind_series(window: Window, panel: SeriesPanel) -> None:
    window.commands.add_key("read", panel.view.open_current, panel.view)
    window.commands.add_key("absent", panel.view.toggle_absent, panel.view)
    window.commands.tell_keys(panel.show_keys)


def _bind_bookmarks(window: Window, panel: BookmarksPanel) -> None:
    add = window.commands.add_key
    add("read", partial(_read, window), panel.view)
    add("throw-away", panel.discard, panel.view)
    add("leave-list", window.to_search, panel.view)


def _bind_note(window: Window, form: BookmarkForm) -> None:
    window.commands.add_key("finish-note", form.finish, form.note)


def _bind_quote(window: Window, dialog: QuoteDialog) -> None:
    window.commands.add_key("leave-out", dialog.strike, dialog.text)


def _bind_decisions(window: Window, dialog: DecisionDialog[Any]) -> None:
    window.commands.add_key("undo", dialog.undo_button.click, dialog, inside=True)


def _read(window: Window) -> None:
    window.reader.setFocus(Qt.FocusReason.OtherFocusReason)

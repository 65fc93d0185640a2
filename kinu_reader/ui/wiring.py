"""Which part of the window hears which: the lines between the parts, none of which knows another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kinu_reader.ui.query_text import with_field
from kinu_reader.ui.sidebar import Place

if TYPE_CHECKING:
    from kinu_reader.ui.window import Window


def wire(window: Window) -> None:
    """Connect the parts of a window."""
    _wire_session(window)
    _wire_search(window)
    _wire_menus(window)
    _wire_reading(window)


def _wire_session(window: Window) -> None:
    session, status, work = window.session, window.status, window.work
    session.opened.connect(window.show_archive)
    session.held.connect(status.show_holdings)
    session.held.connect(window.results.show_holdings)
    session.held.connect(window.top.show_holdings)
    session.held.connect(lambda held: window.palette_pane.show_tags(held.tags))
    session.failures_known.connect(work.show_failures)
    session.failures_known.connect(lambda failures: status.show_failures(len(failures)))
    session.work_began.connect(work.start)
    session.work_went_on.connect(work.show_step)
    session.work_ended.connect(work.finish)
    session.work_ended.connect(window.searching.refresh)
    session.troubled.connect(window.show_trouble)
    session.edited.connect(lambda _: status.show_problem(""))
    work.paused.connect(session.pause)
    work.cancelled.connect(session.cancel)
    work.dismissed.connect(session.dismiss)
    work.password_given.connect(lambda path, word: session.import_files([Path(path)], word))
    work.closed.connect(work.hide)
    status.failures_asked.connect(work.show)


def _wire_search(window: Window) -> None:
    top, search, searching = window.top, window.top.search, window.searching
    search.asked.connect(lambda: window.places.go_to_answers())
    search.asked.connect(searching.ask_text)
    search.left.connect(searching.look)
    search.left.connect(lambda: window.results.view.setFocus(Qt.FocusReason.OtherFocusReason))
    search.textChanged.connect(window.facets.show_text)
    top.filters_toggled.connect(window.show_facets)
    top.glossary_asked.connect(searching.edit_glossary)
    top.expansion_toggled.connect(searching.expand)
    searching.answered.connect(lambda result: window.reading.follow(result.query))
    searching.answered.connect(window.status.show_result)
    window.sidebar.search_chosen.connect(search.setText)
    window.facets.text_asked.connect(search.setText)
    window.results.searched.suggested.connect(search.setText)
    window.results.clear_asked.connect(window.search_everything)
    window.results.table_asked.connect(lambda: window.places.go(Place.TABLE))
    window.reader.search_asked.connect(search.setText)
    window.places.changed.connect(lambda: window.show_facets(top.filters.isChecked()))


def _wire_menus(window: Window) -> None:
    top, intake, palette = window.top, window.intake, window.palette_pane
    top.open_asked.connect(intake.ask_archive)
    top.sample_asked.connect(intake.open_sample)
    top.import_folder_asked.connect(intake.ask_folder)
    top.import_files_asked.connect(intake.ask_files)
    window.commands.tell_keys(top.show_keys)
    top.command_asked.connect(window.commands.run)
    palette.brief_chosen.connect(window.places.read)
    palette.tag_chosen.connect(lambda tag: top.search.setText(with_field("", "tag", tag)))
    palette.search_chosen.connect(top.search.setText)
    palette.setting_chosen.connect(lambda name: window.preferring.open(name))
    window.offer.accepted.connect(window.tour.begin)
    window.first.import_asked.connect(intake.ask_folder)
    window.first.open_asked.connect(intake.ask_archive)
    window.first.sample_asked.connect(intake.open_sample)
    window.first.restore_asked.connect(window.upkeep.restore)
    window.results.import_asked.connect(intake.ask_folder)
    intake.take_pasted(top.search)


def _wire_reading(window: Window) -> None:
    reader, view, status = window.reader, window.results.view, window.status
    view.chosen.connect(window.reading.read)
    reader.left_document.connect(view.walk_brief)
    reader.sidebar_toggled.connect(window.show_sidebar)
    reader.details_toggled.connect(window.show_details)
    window.reading.stepped.connect(view.follow)
    window.intake.brief_asked.connect(window.reading.read_at)
    window.intake.troubled.connect(status.show_problem)
    window.citing.said.connect(status.say)
    window.places.bookmarking.said.connect(status.say)

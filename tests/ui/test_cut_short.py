"""The list of results says when a search was cut short."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kinu_reader.model import Query, SearchRequest, SearchResult
from kinu_reader.ui.results.panel import ResultsPanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kinu_reader.ui.theme import Theme


def test_a_search_that_was_cut_short_is_told(theme: Theme, qtbot: QtBot) -> None:
    panel = ResultsPanel(theme)
    qtbot.addWidget(panel)
    whole = SearchResult(SearchRequest("peace"), Query("peace", ()), 0, 0, 0, (), 3.0)
    panel.show_result(whole, filter_words="")
    assert panel.unseen.isHidden()
    panel.show_result(replace(whole, cut_short=True), filter_words="")
    assert not panel.unseen.isHidden()
    assert "cut short" in panel.unseen.text()

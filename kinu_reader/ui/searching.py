"""What is asked: the search text, the place chosen in the sidebar, the order; and what becomes of the answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kinu_reader.model import Filters, SearchRequest, SearchResult
from kinu_reader.tasks.holdings import all_briefs
from kinu_reader.tasks.searching import all_hits, explain, facets, similar

if TYPE_CHECKING:
    from kinu_reader.ui.facets import FacetBar
    from kinu_reader.ui.results import ResultsPanel
    from kinu_reader.ui.results.model import Row
    from kinu_reader.ui.session import Session

SAID_WORDS = 6  # of a passage that others are like
PAGE = 15  # answers asked for at a time: more than a screen, little enough to lay out at once


class Searching(QObject):
    """The request in force. Whatever changes it asks anew."""

    saved = Signal()  # the search is kept
    answered = Signal(SearchResult)  # to a new request; before the results show it

    def __init__(
        self, session: Session, results: ResultsPanel, facets: FacetBar, expand: bool, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._results, self._facets = session, results, facets
        self._request = SearchRequest("", limit=PAGE, expand=expand)
        self._shown: SearchRequest | None = None  # that of which the answer is shown
        self.place = ""  # what the filters of the request are called
        session.opened.connect(self._on_opened)
        session.answered.connect(self._on_answer)
        session.edited.connect(results.view.rows.show_brief)
        results.sort_chosen.connect(lambda sort: self.ask(sort=sort))
        results.save_asked.connect(self._save)
        results.forget_asked.connect(self._forget)
        results.searched.switched.connect(self.switch)
        results.view.binned.connect(lambda brief: session.delete([brief]))
        results.view.unbinned.connect(lambda brief: session.undelete([brief]))
        results.view.similar_asked.connect(self._find_similar)
        results.missing_asked.connect(self._explain_missing)
        results.view.more_of.connect(self._on_more_of)
        results.view.rows.more_wanted.connect(self._on_more_wanted)

    @property
    def request(self) -> SearchRequest:
        """The request in force."""
        return self._request

    def ask(self, **changes: object) -> None:
        """Ask with something changed, or again."""
        self._request = replace(self._request, **changes)  # type: ignore[arg-type]
        self._session.search(self._request)

    def ask_text(self, text: str) -> None:
        """Ask another text; nothing of it is switched off yet."""
        self.ask(text=text, without=())

    def expand(self, wanted: bool) -> None:
        """Look for synonyms and translations as well, or only for what is typed."""
        self.ask(expand=wanted)

    def edit_glossary(self) -> None:
        """Let the person's own terms be edited; what is shown is asked for again."""
        from kinu_reader.ui.glossary_dialog import GlossaryDialog

        dialog = GlossaryDialog(self._results)
        dialog.accepted.connect(self.ask)
        dialog.open()

    def switch(self, part: str) -> None:
        """Switch a part of the query off, or on again."""
        off = self._request.without
        self.ask(without=tuple(text for text in off if text != part) if part in off else (*off, part))

    def go_to(self, filters: Filters, name: str) -> None:
        """Bound the search to a place."""
        self.place = name
        self.ask(filters=filters)

    def look(self) -> None:
        """Note that a person looks at the answers now: they are seen, and the search is remembered."""
        if text := self._request.text.strip():
            self._session.see_search(text)

    def _save(self, text: str) -> None:
        self._session.act(lambda archive: archive.library.searches.save(text), lambda _: self.saved.emit())

    def _forget(self, id: int) -> None:
        self._session.act(lambda archive: archive.library.searches.forget(id))

    def show_facets(self, show: bool) -> None:
        """Show or hide what the answers have in common."""
        self._facets.setVisible(show)
        self._count()

    def _count(self) -> None:
        if not self._facets.isHidden():
            request = self._request
            self._session.ask(lambda archive: facets(archive, request), self._facets.show_facets)

    def _on_opened(self) -> None:
        self._results.forget()

    def _on_answer(self, result: SearchResult) -> None:
        if result.request.offset:
            self._results.view.rows.append(result.answers)
            return
        self._shown = result.request
        self.answered.emit(result)
        self._results.show_result(result, filter_words=self.place)
        self._facets.show_place(binned=result.request.filters.binned)
        self._count()

    def _find_similar(self, row: Row) -> None:
        if row.answer is None or row.hit is None:
            return
        words = self.tr("like “{}”").format(" ".join(row.hit.text.split()[:SAID_WORDS]) + "…")

        def done(result: SearchResult) -> None:
            self.answered.emit(result)
            self._results.show_result(result, filter_words=words)

        brief, passage = row.answer.brief.id, row.hit.passage
        self._session.ask(lambda archive: similar(archive, brief, passage), done)

    def _explain_missing(self) -> None:
        from kinu_reader.ui.why_not import WhyNotDialog

        request = self._request
        dialog = WhyNotDialog(request.text.strip(), self._results)
        ask = self._session.ask
        dialog.asked.connect(lambda brief: ask(lambda archive: explain(archive, request, brief), dialog.show_answer))
        ask(all_briefs, dialog.field.show_briefs)
        dialog.open()

    def _on_more_wanted(self, offset: int) -> None:
        if self._shown == self._request:  # else the answer to another request is on its way, and must not be put off
            self._session.search(replace(self._request, offset=offset))

    def _on_more_of(self, row: Row) -> None:
        if row.answer is not None:
            id = row.answer.brief.id
            request, view = self._request, self._results.view
            self._session.ask(lambda archive: all_hits(archive, request, id), lambda hits: view.expand(id, hits))

"""What is asked: the search text, the place chosen in the sidebar, the order; and what becomes of the answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kinu_reader.model import Filters, SearchRequest, SearchResult, Work
from kinu_reader.tasks.holdings import all_briefs
from kinu_reader.tasks.searching import all_hits, explain, facets, similar

if TYPE_CHECKING:
    from kinu_reader.model import Step
    from kinu_reader.ui.facets import FacetBar
    from kinu_reader.ui.results import ResultsPanel
    from kinu_reader.ui.results.model import Row
    from kinu_reader.ui.session import Session

SAID_WORDS = 6  # of a passage that others are like
NEWS_MS = 2000  # between two looks at what an import has brought
LISTED = 300  # answers asked for again at most, so that what one reads stays in the list
PAGE, FURTHER = 15, 60  # answers asked for at first, more than a screen, and whenever the list was scrolled to its end


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
        self.place = ""  # what the filters of the request are called
        self._like: Row | None = None  # passages like this one are shown, until something is asked
        session.answered.connect(self._on_answer)
        self.news = QTimer(self, singleShot=True, interval=NEWS_MS)
        self.news.timeout.connect(self._on_news)
        session.work_began.connect(self._on_began)
        session.work_went_on.connect(self._on_step)
        session.work_ended.connect(self._on_ended)
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
        """Ask with something changed, or again for as many answers as are listed."""
        rows, before = self._results.view.rows, self._request
        again = replace(before, **changes) == before  # type: ignore[arg-type]
        limit = max(PAGE, min(rows.answers, LISTED)) if again else PAGE
        self._request = replace(before, **changes, limit=limit)  # type: ignore[arg-type]
        self._like = None
        self._session.search(self._request)

    def refresh(self) -> None:
        """Look again for what is shown, since the archive is another."""
        if self._like is not None:
            self._find_similar(self._like)
        else:
            self.ask()

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

    def _on_began(self, step: Step) -> None:
        self._results.show_importing(step.work is Work.IMPORT)

    def _on_step(self, step: Step) -> None:
        if step.work is Work.IMPORT and not self.news.isActive():
            self.news.start()

    def _on_ended(self) -> None:
        self.news.stop()
        self._results.show_importing(False)

    def _on_news(self) -> None:
        """Show what an import has brought so far, to those who look at the beginning of a list of everything."""
        self._session.recount()
        if not self._request.text.strip() and not self._results.view.verticalScrollBar().value():
            self.refresh()

    def _on_answer(self, result: SearchResult) -> None:
        if result.request.offset:
            if self._results.shows(result.request):
                self._results.view.rows.append(result.answers)
            return
        self.answered.emit(result)
        self._results.show_result(result, filter_words=self.place)
        self._facets.show_place(binned=result.request.filters.binned)
        self._count()

    def _find_similar(self, row: Row) -> None:
        if row.answer is None or row.hit is None:
            return
        words = self.tr("like “{}”").format(" ".join(row.hit.text.split()[:SAID_WORDS]) + "…")

        def done(result: SearchResult) -> None:
            if self._like is row:  # else something was asked meanwhile
                self.answered.emit(result)
                self._results.show_result(result, filter_words=words)

        self._like, brief, passage = row, row.answer.brief.id, row.hit.passage
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
        """Ask for what follows the answers listed, unless something else is asked for already, which comes first."""
        if self._results.shows(self._request):
            self._session.search(replace(self._request, offset=offset, limit=FURTHER))

    def _on_more_of(self, row: Row) -> None:
        if row.answer is not None:
            id = row.answer.brief.id
            request, view = self._request, self._results.view
            self._session.ask(lambda archive: all_hits(archive, request, id), lambda hits: view.expand(id, hits))

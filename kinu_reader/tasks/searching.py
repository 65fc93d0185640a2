"""A search: text to query, passages from the index, words and titles from the catalogue."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, fields, replace
from itertools import islice
from typing import TYPE_CHECKING

from kinu_reader import index
from kinu_reader.model import (
    UNSEEN,
    Answer,
    Clause,
    ClauseKind,
    Field,
    Filters,
    Hit,
    Need,
    NoteHit,
    PassageKind,
    Query,
    SearchRequest,
    Sort,
)
from kinu_reader.model import SearchResult as Result
from kinu_reader.tasks.archive import ask
from kinu_reader.tasks.understanding import understand

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kinu_reader.index import Explanation, Found, Limit
    from kinu_reader.model import ArchivedBrief, Page, Passage, Range
    from kinu_reader.tasks.archive import Archive


@dataclass(frozen=True)
class Facets:
    """How many of the answers have each value."""

    series: Mapping[str, int]
    authors: Mapping[str, int]
    divisions: Mapping[str, int]
    languages: Mapping[str, int]
    tags: Mapping[str, int]
    years: Mapping[str, int]
    qualities: Mapping[str, int]


WORDS = re.compile(r"[^\W\d_]{2,}")
LONGEST_PASSAGE = 60  # words that are looked for in other briefs
FEW = 100  # briefs of which each is looked up sooner than all are put in order
CLOSE = 120  # characters; about the two lines of a snippet


def search(archive: Archive, request: SearchRequest, limit: Limit | None = None) -> Result:
    """Answer a request. Without any words it lists the briefs within the filters.

    What takes longer than the limit (without one, `index.Limit()`) is cut short, and the result says so.
    """
    began = time.perf_counter()
    limit = limit or index.Limit()
    query = understand(archive, request, limit)
    if is_listing(query):
        ids = _listing(archive, request, query)
        chosen = ids[request.offset : request.offset + request.limit]
        known = archive.library.briefs(chosen)
        listed = tuple(Answer(known[id], 0.0, 0, ()) for id in chosen if id in known)
        return Result(request, query, len(ids), 0, 0, listed, _since(began), unseen(archive, request, query))
    first, end = request.offset, request.offset + request.limit
    found = find(archive, request, query, limit, depth=end if request.sort is Sort.RELEVANCE else None)
    full = _ordered(archive, found, request, first, end)
    partial = _by_date(archive, found, found.partial, first - len(full), end - len(full))
    chosen = [*full, *partial][first:end]
    known = archive.library.briefs(chosen)
    # An id that the catalogue no longer has was deleted a moment ago: the index has yet to follow.
    answers = _answers(archive, request, query, found, [known[id] for id in chosen if id in known], limit)
    meant = () if full or limit.over else _suggestions(archive, request, query)
    return Result(
        request,
        query,
        total=len(full),
        more=len(found.partial),
        passages=found.passages,
        answers=answers,
        took_ms=_since(began),
        unseen=unseen(archive, request, query),
        suggestions=meant,
        cut_short=limit.reached,
    )


def unseen(archive: Archive, request: SearchRequest, query: Query) -> int:
    """Return how many of the briefs that were searched have pages whose text cannot be seen."""
    bounded = request.filters or query.filters
    return archive.library.unseen(_within(archive, request, query) if bounded else None)


def answering(archive: Archive, request: SearchRequest) -> list[int]:
    """Return every brief that holds all that a request asks for."""
    query = understand(archive, request)
    return _within(archive, request, query) if is_listing(query) else find(archive, request, query).ids


def listed(archive: Archive, request: SearchRequest) -> list[ArchivedBrief]:
    """Return every brief that holds all that a request asks for, in its order, without passages."""
    query = understand(archive, request)
    if is_listing(query):
        ids = _listing(archive, request, query)
    else:
        found = find(archive, request, query)
        ids = _ordered(archive, found, request, 0, len(found.ids))
    known = archive.library.briefs(ids)
    return [known[id] for id in ids if id in known]


def find(
    archive: Archive, request: SearchRequest, query: Query, limit: Limit | None = None, depth: int | None = None
) -> Found:
    """Return which briefs answer, without their words; `depth` tells how many of the first will be looked at."""
    bounded = request.filters or query.filters
    allow = _within(archive, request, query) if bounded else None
    limit = limit or index.Limit()

    def question() -> Found:
        limit.start()  # also where a damaged index was made anew, which takes long
        return archive.index.find(query, allow, exact=request.exact, limit=limit, depth=depth)

    return ask(archive, question)


def is_listing(query: Query) -> bool:
    """Tell whether nothing is asked for but a place: no words, or bounds alone."""
    return not query.needs and not query.ignored


def _listing(archive: Archive, request: SearchRequest, query: Query) -> list[int]:
    """Return the briefs within the filters in order; without words all are as relevant, and the newest come first."""
    sort = Sort.DATE if request.sort is Sort.RELEVANCE and not request.filters.needs_review else request.sort
    return _within(archive, request, query, sort)


def _within(archive: Archive, request: SearchRequest, query: Query, sort: Sort = Sort.RELEVANCE) -> list[int]:
    """Return the briefs within the filters of a request and those typed into its text."""
    ids = archive.library.ids(request.filters, sort)
    if not query.filters:
        return ids
    typed = set(archive.library.ids(replace(query.filters, binned=request.filters.binned)))
    return [id for id in ids if id in typed]


def similar(archive: Archive, brief: int, passage: int, limit: int = 20) -> Result:
    """Return the briefs whose words are most like those of a passage, rare words counting most."""
    began = time.perf_counter()
    words = " ".join(text for _, text in archive.library.passage_texts(brief, [passage]))
    listed = dict.fromkeys(word.casefold() for word in WORDS.findall(words))
    needs = tuple(Need((Clause(ClauseKind.WORD, word),)) for word in list(listed)[:LONGEST_PASSAGE])
    query = Query(words, needs)
    request = SearchRequest(words, limit=limit)
    found = ask(archive, lambda: archive.index.find(query, depth=limit + 1))
    chosen = [id for id in (*found.ids, *found.partial) if id != brief][:limit]
    known = archive.library.briefs(chosen)
    answers = _answers(archive, request, query, found, [known[id] for id in chosen if id in known], index.Limit())
    alike = tuple(replace(answer, score=0.0, lacks=()) for answer in answers)
    # The words were not asked for by a person: nothing is said of them, and nothing marked on the pages.
    return Result(request, Query("", ()), len(alike), 0, sum(answer.hits for answer in alike), alike, _since(began))


@dataclass(frozen=True)
class WhyNot:
    """Why a brief is not among the answers to a request, or that it is."""

    explanation: Explanation
    bounds: Filters  # those that leave it out, of the place and of the text
    unseen: tuple[str, ...]  # labels of its pages that a search cannot see

    @property
    def bounded(self) -> bool:
        """Whether filters leave it out."""
        return bool(self.bounds)

    @property
    def answers(self) -> bool:
        """Whether it is among the answers."""
        return self.explanation.answers and not self.bounded


def explain(archive: Archive, request: SearchRequest, brief: int) -> WhyNot:
    """Return why a brief does not answer a request."""
    query = understand(archive, request)
    explanation = ask(archive, lambda: archive.index.explain(query, brief, exact=request.exact))
    bounds = _leaving_out(archive, request.filters, brief, _leaving_out(archive, query.filters, brief))
    pages = [page.label or str(page.number) for page in archive.library.page_bounds(brief) if page.state in UNSEEN]
    return WhyNot(explanation, bounds, tuple(pages))


def _leaving_out(archive: Archive, filters: Filters, brief: int, others: Filters = Filters()) -> Filters:
    """Return those of some filters that leave a brief out, beside others that do."""
    for field in fields(filters):
        value = getattr(filters, field.name)
        if value != field.default and brief not in archive.library.ids(Filters(**{field.name: value})):
            others = replace(others, **{field.name: value})
    return others


def facets(archive: Archive, request: SearchRequest) -> Facets:
    """Count what all the answers to a request, listed or not, have in common."""
    ids, by = answering(archive, request), archive.library.count_by
    return Facets(*(by(field, ids) for field in ("series", "author", "division", "lang", "tag", "year", "quality")))


def all_hits(archive: Archive, request: SearchRequest, brief: int) -> list[Hit]:
    """Return every passage of one brief that answers a request, in reading order."""
    query = understand(archive, request)
    found = ask(archive, lambda: archive.index.find(query, [brief], exact=request.exact))
    numbers = sorted(found.best(brief, found.hits(brief)))
    return _hits(archive, {brief: numbers}, index.marker(query, request.exact).marks)[brief]


def _hits(
    archive: Archive, wanted: Mapping[int, Sequence[int]], marks_in: Callable[[str], tuple[Range, ...]]
) -> dict[int, list[Hit]]:
    """Return passages by brief as hits: with their words, the page of the first mark, and all marks."""
    bounds = archive.library.bounds_of(list(wanted))
    hits: dict[int, list[Hit]] = {brief: [] for brief in wanted}
    for brief, passage, words in archive.library.words_of(wanted):
        marks = marks_in(words)
        lead = leading(marks, words)
        first, end = marks[lead] if marks else (0, 1)
        page = page_at(bounds[brief], passage, passage.start + first)
        page_end = page_at(bounds[brief], passage, passage.start + end - 1)
        label = bounds[brief][page - 1].label
        place = (passage.number, page, label, passage.start, passage.end)
        hits[brief].append(Hit(brief, *place, words, marks, lead, page_end))
    return hits


def leading(marks: Sequence[Range], text: str) -> int:
    """Return which mark answers best: it opens the longest run of neighbours, with most others close behind it."""
    return max(range(len(marks)), key=lambda n: (*_weight(marks, n, text), -n)) if len(marks) > 1 else 0


def _weight(marks: Sequence[Range], first: int, text: str) -> tuple[int, int]:
    """Return how long the run of neighbours is that a mark opens, and how much is marked close behind its start."""
    begin, run = marks[first]
    opened, marked = True, 0
    for start, end in islice(marks, first, None):
        if end > begin + CLOSE:
            break
        opened = opened and (start == begin or not text[run:start].strip())
        run = end if opened else run
        marked += end - start
    return run - begin, marked


def joined(marks: Sequence[Range], text: str) -> list[Range]:
    """Return marks as one sees them: neighbours with only a space between them are one."""
    seen: list[Range] = []
    for start, end in marks:
        if seen and not text[seen[-1][1] : start].strip():
            seen[-1] = seen[-1][0], end
        else:
            seen.append((start, end))
    return seen


def page_at(bounds: Sequence[Page], passage: Passage, offset: int) -> int:
    """Return the page on which a character of a passage stands."""
    if passage.kind is PassageKind.FOOTNOTE:  # stands inside the range of the next page, but not on it
        return passage.page
    return max((page.number for page in bounds if page.start <= offset < page.end), default=passage.page)


def _suggestions(archive: Archive, request: SearchRequest, query: Query) -> tuple[str, ...]:
    """Return other texts that find something within the filters where this one finds nothing."""
    meant = ask(archive, lambda: archive.index.suggest(query))
    return tuple(text for text in meant if answering(archive, replace(request, text=text)))


def _ordered(archive: Archive, found: Found, request: SearchRequest, first: int, end: int) -> list[int]:
    """Return the briefs that hold all that a request asks for, in its order: to the last at least `first` to `end`."""
    if request.sort is Sort.RELEVANCE:
        return _by_date(archive, found, found.ids, first, end)
    answering = set(found.ids)
    return [id for id in archive.library.ids(request.filters, request.sort) if id in answering]


def _by_date(archive: Archive, found: Found, ids: list[int], first: int, end: int) -> list[int]:
    """Return briefs, best first, so that from `first` to `end` the newest of those that answer as well come first."""
    score = found.score
    first, end = max(first, 0), max(end, 0)
    while 0 < first < len(ids) and score(ids[first - 1]) == score(ids[first]):
        first -= 1
    while 0 < end < len(ids) and score(ids[end - 1]) == score(ids[end]):
        end += 1
    part = ids[first:end]
    if len(set(map(score, part))) == len(part):
        return ids
    return [*ids[:first], *sorted(_newest_first(archive, part), key=score, reverse=True), *ids[end:]]


def _newest_first(archive: Archive, ids: list[int]) -> list[int]:
    """Return briefs by date; those without one come last."""
    if len(ids) > FEW:
        among = set(ids)
        return [id for id in archive.library.ids(sort=Sort.DATE) if id in among]
    known = archive.library.briefs(ids)
    return sorted(known, key=lambda id: known[id].record.date or "", reverse=True)


def _answers(
    archive: Archive, request: SearchRequest, query: Query, found: Found, briefs: Sequence[ArchivedBrief], limit: Limit
) -> tuple[Answer, ...]:
    """Return briefs as answers, with their best passages; these are marked as long as there is time."""
    marker = index.marker(query, request.exact)

    def marks_in(text: str) -> tuple[Range, ...]:
        return () if limit.over else marker.marks(text)

    hits = _hits(archive, {brief.id: found.best(brief.id, request.passages) for brief in briefs}, marks_in)
    return tuple(
        Answer(
            brief=brief,
            score=found.score(brief.id),
            hits=found.hits(brief.id),
            passages=tuple(hits[brief.id]),
            lacks=found.lacks(brief.id),
            title_highlights=marks_in(brief.record.title or ""),
            notes=notes_answering(archive, query, brief.id, exact=request.exact),
        )
        for brief in briefs
    )


def notes_answering(archive: Archive, query: Query, brief: int, *, exact: bool = False) -> tuple[NoteHit, ...]:
    """Return the bookmarks of a brief whose notes hold words that a query looks for in notes alone."""
    clauses = [clause for need in query.needs for clause in need.any_of if clause.field is Field.NOTE]
    if not clauses:
        return ()
    words = replace(query, needs=tuple(Need((replace(clause, field=None),)) for clause in clauses))
    kept = archive.library.bookmarks.of_brief(brief)
    noted = (NoteHit(bookmark, index.highlights(words, bookmark.note, exact=exact)) for bookmark in kept)
    return tuple(hit for hit in noted if hit.highlights)


def _since(began: float) -> float:
    return (time.perf_counter() - began) * 1000

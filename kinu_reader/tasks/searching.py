"""A search: text to query, passages from the index, words and titles from the catalogue."""

from __future__ import annotations

import time
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from kinu_reader import index
from kinu_reader.model import Answer, Hit, PassageKind, Sort
from kinu_reader.model import SearchResult as Result
from kinu_reader.tasks.archive import ask

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kinu_reader.index import Found
    from kinu_reader.model import ArchivedBrief, Filters, Page, Passage, Query, Range, SearchRequest
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


CLOSE = 120  # characters; about the two lines of a snippet


def search(archive: Archive, request: SearchRequest) -> Result:
    """Answer a request. Without any words it lists the briefs within the filters."""
    began = time.perf_counter()
    query = index.parse(request.text)
    if not request.text.strip():
        ids = archive.library.ids(request.filters, request.sort)
        chosen = ids[request.offset : request.offset + request.limit]
        known = archive.library.briefs(chosen)
        answers = [Answer(known[id], 0.0, 0, ()) for id in chosen if id in known]
        return Result(request, query, len(ids), 0, 0, tuple(answers), _since(began))
    found = find(archive, query, request.filters, exact=request.exact)
    full = _ordered(archive, found.ids, request)
    chosen = [*full, *found.partial][request.offset : request.offset + request.limit]
    known = archive.library.briefs(chosen)
    scores = dict(zip([*found.ids, *found.partial], [*found.scores, *found.partial_scores], strict=True))
    # An id that the catalogue no longer has was deleted a moment ago: the index has yet to follow.
    answers = [_answer(archive, request, query, found, known[id], scores[id]) for id in chosen if id in known]
    return Result(request, query, len(full), len(found.partial), found.passages, tuple(answers), _since(began))


def facets(archive: Archive, request: SearchRequest) -> Facets:
    """Count what all the answers to a request, listed or not, have in common."""
    if request.text.strip():
        ids = find(archive, index.parse(request.text), request.filters, exact=request.exact).ids
    else:
        ids = archive.library.ids(request.filters)
    by = archive.library.count_by
    return Facets(*(by(field, ids) for field in ("series", "author", "division", "lang", "tag", "year")))


def find(archive: Archive, query: Query, filters: Filters, *, exact: bool = False) -> Found:
    """Return which briefs answer, without their words."""
    allow = archive.library.ids(filters) if filters else None
    return ask(archive, lambda: archive.index.find(query, allow, exact=exact))


def all_hits(archive: Archive, request: SearchRequest, brief: int) -> list[Hit]:
    """Return every passage of one brief that answers a request, in reading order."""
    query = index.parse(request.text)
    found = ask(archive, lambda: archive.index.find(query, [brief], exact=request.exact))
    numbers = sorted(found.best(brief, found.hits(brief)))
    return hits_in(archive, query, brief, numbers, exact=request.exact)


def hits_in(archive: Archive, query: Query, brief: int, numbers: Sequence[int], *, exact: bool = False) -> list[Hit]:
    """Return passages of a brief as hits: with their words, the page of the first mark, and all marks."""
    bounds = archive.library.page_bounds(brief)
    hits = []
    for passage, words in archive.library.passage_texts(brief, numbers):
        marks = index.highlights(query, words, exact=exact)
        lead = leading(marks, words)
        first, end = marks[lead] if marks else (0, 1)
        page = page_at(bounds, passage, passage.start + first)
        page_end = page_at(bounds, passage, passage.start + end - 1)
        label = bounds[page - 1].label
        hits.append(Hit(brief, passage.number, page, label, passage.start, passage.end, words, marks, lead, page_end))
    return hits


def leading(marks: Sequence[Range], text: str) -> int:
    """Return which mark answers best: it opens the longest run of neighbours, with most others close behind it."""

    def weight(n: int) -> tuple[int, int, int]:
        near = list(takewhile(lambda mark: mark[1] <= marks[n][0] + CLOSE, marks[n:]))
        first = joined(near, text)[0]
        return first[1] - first[0], sum(end - start for start, end in near), -n

    return max(range(len(marks)), key=weight, default=0)


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


def _ordered(archive: Archive, ids: list[int], request: SearchRequest) -> list[int]:
    if request.sort is Sort.RELEVANCE:
        return ids
    answering = set(ids)
    return [id for id in archive.library.ids(request.filters, request.sort) if id in answering]


def _answer(
    archive: Archive, request: SearchRequest, query: Query, found: Found, brief: ArchivedBrief, score: float
) -> Answer:
    numbers = found.best(brief.id, request.passages)
    return Answer(
        brief=brief,
        score=score,
        hits=found.hits(brief.id),
        passages=tuple(hits_in(archive, query, brief.id, numbers, exact=request.exact)),
        lacks=found.lacks(brief.id),
        title_highlights=index.highlights(query, brief.record.title or "", exact=request.exact),
    )


def _since(began: float) -> float:
    return (time.perf_counter() - began) * 1000

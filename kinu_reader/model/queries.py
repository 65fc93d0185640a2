"""Asking: the query as understood, the request around it, and its answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kinu_reader.model.bookmarks import Bookmark
    from kinu_reader.model.briefs import PassageKind, Range, TextQuality
    from kinu_reader.model.records import ArchivedBrief


class ClauseKind(StrEnum):
    """How the words of a clause are looked for."""

    WORD = "word"
    PHRASE = "phrase"
    PREFIX = "prefix"
    NEAR = "near"  # all words, in any order, with at most `within` others between them
    ACRONYM = "acronym"  # only where it is written in capitals
    NAME = "name"  # a Korean name, in whatever Latin spelling


class Field(StrEnum):
    """A part of the record in which alone a clause may be looked for."""

    TITLE = "title"
    AUTHOR = "author"
    DIVISION = "division"
    CODE = "code"
    NOTE = "note"  # what a person wrote about the brief; searched only when asked for


@dataclass(frozen=True)
class Clause:
    """One thing to look for, as typed but without quotes, stars and the name of the field."""

    kind: ClauseKind
    text: str
    field: Field | None = None  # None: anywhere in the brief
    within: int = 0  # words; for NEAR
    weight: float = 1.0  # of what it finds, beside the other clauses of its need
    expanded: bool = False  # added by `index.expand`, not typed


@dataclass(frozen=True)
class Need:
    """What a brief must hold (any of the clauses), or must not hold."""

    any_of: tuple[Clause, ...]
    banned: bool = False

    @property
    def typed(self) -> tuple[Clause, ...]:
        """The clauses that the person asked for."""
        return tuple(clause for clause in self.any_of if not clause.expanded)


@dataclass(frozen=True)
class Filters:
    """Bounds on the record of the briefs that may answer; None is no bound."""

    series: str | None = None
    author: str | None = None
    division: str | None = None
    years: tuple[int | None, int | None] = (None, None)  # first and last year, both included
    language: str | None = None
    tag: str | None = None
    needs_review: bool = False  # only those with a doubtful field
    binned: bool = False  # those in the bin, in place of those on the shelf
    collection: str | None = None
    recent: bool = False  # only those read lately
    quality: TextQuality | None = None

    def __bool__(self) -> bool:
        return self != Filters()


@dataclass(frozen=True)
class Expansion:
    """A term that is looked for beside what was typed, until the person takes it away."""

    typed: str
    term: str
    kind: ClauseKind = ClauseKind.WORD


@dataclass(frozen=True)
class Query:
    """A search text as understood. A brief answers when every need is met somewhere in it."""

    text: str
    needs: tuple[Need, ...]
    ignored: tuple[str, ...] = ()  # typed, but nothing that can be searched
    plain: bool = False  # its operators made no sense, so they were read as plain words
    filters: Filters = Filters()  # bounds that were typed: year:2019..2024
    expanded: tuple[Expansion, ...] = ()


@dataclass(frozen=True)
class IndexEntry:
    """What the index is told of one brief; `revision` changes whenever any of the rest does.

    Without passages, the index keeps those that it was told with the same `text_revision`.
    """

    brief: int
    revision: int  # 0 to 2**62
    title: str  # with the subtitle
    record: (
        str  # what a person may type to find it and is neither title nor in `fields`: series, institute, date, roles
    )
    passages: tuple[tuple[int, PassageKind, str], ...] | None  # number, kind, text
    fields: tuple[tuple[Field, str], ...] = ()  # what can be asked for by the name of the field; the title goes without
    text_revision: int = 0  # changes whenever the passages do


class Sort(StrEnum):
    """The order of briefs."""

    RELEVANCE = "relevance"
    DATE = "date"
    CODE = "code"


@dataclass(frozen=True)
class SearchRequest:
    """Everything a search depends on."""

    text: str
    filters: Filters = Filters()
    limit: int = 20
    offset: int = 0
    passages: int = 3  # at most so many for each brief
    sort: Sort = Sort.RELEVANCE
    exact: bool = False  # words as typed: no stems, no endings taken off
    expand: bool = True  # look for what the glossary says is the same
    without: tuple[str, ...] = ()  # parts of the query, typed or added, that are switched off


@dataclass(frozen=True)
class SavedSearch:
    """A search that a person kept."""

    id: int
    text: str
    seen_at: str  # ISO 8601, UTC: when its results were last looked at


@dataclass(frozen=True)
class Hit:
    """A passage that answers, with what to mark in it. Its page is that of the leading mark: where a reader lands."""

    brief: int
    passage: int
    page: int
    page_label: str
    start: int
    end: int
    text: str
    highlights: tuple[Range, ...]  # offsets into `text`
    lead: int = 0  # which of the highlights answers best: most others stand close behind it
    page_end: int = 0  # on which the leading mark ends; another than `page` where it runs over a page break


@dataclass(frozen=True)
class NoteHit:
    """A bookmark whose note answers, with what to mark in the note."""

    bookmark: Bookmark
    highlights: tuple[Range, ...]  # offsets into its note


@dataclass(frozen=True)
class Answer:
    """A brief among the results, with its best hits."""

    brief: ArchivedBrief
    score: float
    hits: int  # passages that answer
    passages: tuple[Hit, ...]
    lacks: tuple[str, ...] = ()  # words of the query that it does not hold
    title_highlights: tuple[Range, ...] = ()
    notes: tuple[NoteHit, ...] = ()  # a person's own that answer; only where notes are asked for


@dataclass(frozen=True)
class SearchResult:
    """The answer to a request."""

    request: SearchRequest
    query: Query
    total: int  # briefs that hold all that was asked
    more: int  # briefs listed after them that hold a part
    passages: int  # passages that answer, in those `total` briefs
    answers: tuple[Answer, ...]
    took_ms: float
    unseen: int = 0  # briefs, answering or not, with pages whose text a search cannot see
    suggestions: tuple[str, ...] = ()  # other texts that find something, where a word of this one finds nothing
    cut_short: bool = False  # it took too long: not all was looked for, and some passages are not marked

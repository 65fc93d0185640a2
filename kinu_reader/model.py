"""The nouns of the program: plain data, error classes, and how long work reports.

Offsets are code points of a brief's canonical text (NFC), ranges are half open. Boxes are PDF points on the page as
displayed (after rotation, origin top left). Nothing here knows a file, a database or a screen.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

Box = tuple[float, float, float, float]
Range = tuple[int, int]


# ---- what a file says


class PageState(StrEnum):
    """How far the text of a page can be trusted."""

    GOOD = "good"
    LITTLE_TEXT = "little-text"
    NO_TEXT = "no-text"
    BROKEN_FONTS = "broken-fonts"
    OCR = "ocr"  # read off a picture, by this program or by the one that made the file


class LabelFrom(StrEnum):
    """Where the label of a page was found."""

    FILE = "file"
    PRINTED = "printed"  # inferred from the numbers printed on this page and its neighbours
    COUNT = "count"  # none was found: the place of the page in the file
    USER = "user"  # counted from the number that a person gave to the first page


class PassageKind(StrEnum):
    """What a passage is on its page; only BODY, HEADING and FOOTNOTE are what the author wrote at length."""

    BODY = "body"
    HEADING = "heading"
    FOOTNOTE = "footnote"
    FRONT = "front"  # title, author line, date, code: also in the record


class FileKind(StrEnum):
    """What the original file is."""

    PDF = "pdf"
    TEXT = "text"


@dataclass(frozen=True)
class Page:
    """One physical page; `start` and `end` bound what stands on it in the canonical text."""

    number: int  # from 1
    label: str  # as printed, else the number; "" in a text brief, whose pages are typeset by us
    width: float  # points, as displayed
    height: float
    start: int
    end: int
    state: PageState
    characters: bytes  # packed map of characters to boxes: `extract.boxes`
    label_from: LabelFrom = LabelFrom.COUNT


@dataclass(frozen=True)
class Passage:
    """One paragraph of the canonical text, the unit of index and result; it may run over a page break."""

    number: int  # from 0, in reading order
    start: int
    end: int
    page: int  # the page it starts on
    kind: PassageKind = PassageKind.BODY
    size: float = 0.0  # prevailing font size in points; 0 in a text brief
    bold: bool = False
    language: str = ""  # ko, en, mixed, other; "" if it holds no words


@dataclass(frozen=True)
class Furniture:
    """A running head, foot, page number or side box: taken out of the text, kept as evidence for the record."""

    text: str
    page: int


@dataclass(frozen=True)
class FileMark:
    """A highlight or note that the file itself carries; `start` is `end` where it lies on no text."""

    page: int
    start: int
    end: int
    boxes: tuple[Box, ...]
    note: str = ""
    colour: str = ""  # "#RRGGBB"
    author: str = ""
    created: str = ""  # ISO 8601, as precise as the file says


@dataclass(frozen=True)
class Brief:
    """What reading one file gives."""

    kind: FileKind
    text: str
    pages: tuple[Page, ...]
    passages: tuple[Passage, ...]
    furniture: tuple[Furniture, ...] = ()
    information: Mapping[str, str] = field(default_factory=dict)  # title, author, created … as the file claims
    name: str = ""  # the file's name without folder, a weak hint for the record
    language: str = ""  # ko, en, mixed, other; "" if it holds no words
    marks: tuple[FileMark, ...] = ()


# ---- what is known about a brief


@dataclass(frozen=True)
class Author:
    """A person or body as printed on this brief."""

    name: str
    family: str | None = None
    given: str | None = None
    role: str | None = None
    division: str | None = None


class Doubt(StrEnum):
    """How far a value is not to be trusted; of most there is no doubt."""

    FAIR = "fair"  # follows from other facts, or from its place alone
    LOW = "low"  # a person should look: also in `needs_review`


@dataclass(frozen=True)
class Record:
    """A brief's metadata. A field that the brief does not state is None, never guessed."""

    institute: str | None = None
    series: str | None = None
    code: str | None = None
    number: str | None = None
    year: int | None = None
    title: str | None = None
    subtitle: str | None = None
    authors: tuple[Author, ...] = ()
    date: str | None = None  # ISO 8601, as precise as printed: 2024, 2024-02 or 2024-02-20
    language: str | None = None  # ko, en
    place: str | None = None
    url: str | None = None
    doi: str | None = None
    copyright: str | None = None
    disclaimer: str | None = None
    first_page: int | None = None  # printed number of the first page, where a person says so
    provenance: Mapping[str, str] = field(default_factory=dict)  # field -> "page 1", "file", "rule", "user"
    needs_review: tuple[str, ...] = ()  # fields whose value is doubtful or missing where a brief should have it


@dataclass(frozen=True)
class Guess:
    """What a metadata profile reads from a brief; `apart` are ranges of the text that are no passages."""

    record: Record
    apart: tuple[Range, ...] = ()  # masthead, disclaimer, copyright line
    front: tuple[Range, ...] = ()  # title, author line, date, code


@dataclass(frozen=True)
class Profile:
    """How the briefs of one institute or series are recognised and read."""

    name: str
    matches: Callable[[Brief], float]  # 0 (certainly not) to 1 (certainly)
    guess: Callable[[Brief], Guess]


@dataclass(frozen=True)
class ArchivedBrief:
    """A brief as the catalogue knows it, without its text."""

    id: int
    sha256: str
    file: str  # name of the file it was imported from
    kind: FileKind
    record: Record
    pages: int
    imported_at: str  # ISO 8601, UTC
    editions: tuple[int, ...] = ()  # the same brief in another language
    tags: tuple[str, ...] = ()


# ---- asking


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
    """What the index is told of one brief; `revision` changes whenever any of the rest does."""

    brief: int
    revision: int  # 0 to 2**62
    title: str  # with the subtitle
    record: (
        str  # what a person may type to find it and is neither title nor in `fields`: series, institute, date, roles
    )
    passages: tuple[tuple[int, PassageKind, str], ...]  # number, kind, text
    fields: tuple[tuple[Field, str], ...] = ()  # what can be asked for by the name of the field; the title goes without


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
class Answer:
    """A brief among the results, with its best hits."""

    brief: ArchivedBrief
    score: float
    hits: int  # passages that answer
    passages: tuple[Hit, ...]
    lacks: tuple[str, ...] = ()  # words of the query that it does not hold
    title_highlights: tuple[Range, ...] = ()


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


# ---- citing


@dataclass(frozen=True)
class Entry:
    """A brief as it is cited or exported."""

    key: str  # the brief's id as text; the same key again is the same brief cited again
    record: Record
    pages: int = 0  # 0 if not known


@dataclass(frozen=True)
class Pinpoint:
    """The place in a brief that a citation points to."""

    label: str = ""  # printed page or pages: "3", "1–2"
    note: str | None = None  # number of a footnote on that page
    paragraph: int | None = None  # from 1, in a text brief, which has no printed pages


# ---- changing the archive


@dataclass(frozen=True)
class Imported:
    """A file that is in the archive after an import."""

    id: int
    path: str
    title: str | None
    code: str | None


class FailureKind(StrEnum):
    """Why a file could not be imported."""

    UNREADABLE = "unreadable"
    ENCRYPTED = "encrypted"
    EMPTY = "empty"
    NOT_A_DOCUMENT = "not-a-document"
    TOO_LARGE = "too-large"
    TIMEOUT = "timeout"
    NO_TEXT = "no-text"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True)
class Failure:
    """A file that could not be imported; `detail` is for the log, the words for a person are found by `kind`."""

    path: str
    kind: FailureKind
    detail: str = ""


@dataclass(frozen=True)
class Change:
    """What a piece of work did to the archive."""

    added: tuple[Imported, ...] = ()
    already: tuple[Imported, ...] = ()
    updated: tuple[Imported, ...] = ()
    failed: tuple[Failure, ...] = ()
    seconds: float = 0.0
    cancelled: bool = False


# ---- errors


class KinuError(Exception):
    """Anything that a person is told about."""


class UnreadableFile(KinuError):
    """This file cannot be read; the rest of an import goes on."""

    def __init__(self, kind: FailureKind, detail: str = "") -> None:
        super().__init__(kind, detail)
        self.kind, self.detail = kind, detail


class WrongValue(KinuError):
    """This cannot be the value of this field of a record, or there is no such field."""

    def __init__(self, field: str, text: str) -> None:
        super().__init__(field, text)
        self.field, self.text = field, text


class ArchiveProblem(StrEnum):
    """Why an archive cannot be used."""

    LOCKED = "locked"
    NEWER = "newer"
    DAMAGED = "damaged"
    NO_SPACE = "no-space"
    READ_ONLY = "read-only"
    NOT_AN_ARCHIVE = "not-an-archive"


class ArchiveUnusable(KinuError):
    """The archive cannot be opened or written."""

    def __init__(self, problem: ArchiveProblem, folder: Path, detail: str = "") -> None:
        super().__init__(problem, folder, detail)
        self.problem, self.folder, self.detail = problem, folder, detail


class Cancelled(KinuError):
    """The person asked to stop; raised at the next progress report."""


# ---- long work


class Work(StrEnum):
    """What a piece of long work does."""

    IMPORT = "import"
    INDEX = "index"  # the index catches up with the catalogue
    OCR = "ocr"  # text is read off the pictures of pages


@dataclass(frozen=True)
class Step:
    """Where a piece of long work stands."""

    done: int
    total: int
    name: str = ""  # what is being worked on
    failed: int = 0
    work: Work = Work.IMPORT


class Progress:
    """How long work reports, is paused and is cancelled. `Progress()` reports to nobody."""

    def __init__(self, report: Callable[[Step], None] = lambda step: None) -> None:
        self._report = report
        self._running = threading.Event()
        self._running.set()
        self._cancelled = False
        self._stops: list[Callable[[], None]] = []

    def step(self, step: Step) -> None:
        """Report; wait while paused.

        Raises:
            Cancelled: if asked to stop.
        """
        self._report(step)
        self._running.wait()
        if self._cancelled:
            raise Cancelled

    def pause(self) -> None:
        """Hold the work at its next report."""
        self._running.clear()

    def resume(self) -> None:
        """Let paused work go on."""
        self._running.set()

    def cancel(self) -> None:
        """Make the next report raise Cancelled, and end what keeps the work from reaching it."""
        self._cancelled = True
        self._running.set()
        for stop in self._stops:
            stop()

    def when_cancelled(self, stop: Callable[[], None]) -> None:
        """Have this called, in the thread that cancels, so that a wait for another process ends at once."""
        self._stops.append(stop)

"""What a piece of work did to the archive, and what it could not do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True)
class Emptied:
    """What emptying the bin removed, and what it left because a person keeps bookmarks in it."""

    removed: int
    kept: int

"""What a check of an archive finds, and what backing up and restoring come to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class ProblemKind(StrEnum):
    """What is not as it should be in an archive."""

    CATALOGUE = "catalogue"  # SQLite finds damage in it
    MISSING_FILE = "missing-file"  # the original of a brief
    CHANGED_FILE = "changed-file"  # an original is not the bytes that were read
    STRAY_FILE = "stray-file"  # among the originals, but of no brief
    LEFTOVER = "leftover"  # of a copy that was broken off
    TEXT = "text"  # pages or passages do not fit the text
    INDEX = "index"  # behind the catalogue, or damaged


@dataclass(frozen=True)
class Problem:
    """One thing that is not as it should be, or was not until it was repaired."""

    kind: ProblemKind
    what: str  # file, brief, or SQLite's words
    repaired: bool = False
    detail: str = ""  # a file that may help, or where something was put


@dataclass(frozen=True)
class BackedUp:
    """A backup that was written and read back."""

    file: Path
    files: int  # in it
    bytes: int
    lacking: tuple[str, ...] = ()  # names of briefs' files of which the archive no longer has the bytes


@dataclass(frozen=True)
class Restored:
    """An archive put back."""

    folder: Path
    files: int
    aside: Path | None = None  # where the archive is now that was there before

"""What a person is told about: errors with data; the words for them are found above."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kinu_reader.model.changes import FailureKind


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


class BackupProblem(StrEnum):
    """Why a backup cannot be written or restored."""

    NOT_A_BACKUP = "not-a-backup"
    DAMAGED = "damaged"  # or cut short
    NEWER = "newer"
    OCCUPIED = "occupied"  # the folder to restore into holds something already
    OTHER_ARCHIVE = "other-archive"  # the folder holds an archive, but not this one
    NO_SPACE = "no-space"
    READ_ONLY = "read-only"


class BackupUnusable(KinuError):
    """A backup cannot be written, or what is in it cannot be put back; nothing was changed."""

    def __init__(self, problem: BackupProblem, path: Path, detail: str = "") -> None:
        super().__init__(problem, path, detail)
        self.problem, self.path, self.detail = problem, path, detail


class IndexDamaged(KinuError):
    """What is on disk of the index cannot be read; it must be built anew."""


class Cancelled(KinuError):
    """The person asked to stop; raised at the next progress report."""

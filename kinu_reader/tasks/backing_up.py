"""An archive into one file, and back. What belongs to the person (glossary, styles, settings) is not in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader import library
from kinu_reader.model import Progress

if TYPE_CHECKING:
    from pathlib import Path

    from kinu_reader.model import BackedUp, Restored
    from kinu_reader.tasks.archive import Archive


def back_up(archive: Archive, file: Path, progress: Progress = Progress()) -> BackedUp:
    """Write everything of an archive that cannot be made again into one file, also while it is being written to.

    Raises:
        BackupUnusable: if the file cannot be written.
        Cancelled: if asked to stop; then there is no new file.
    """
    return archive.library.back_up(file, progress)


def restore(file: Path, folder: Path, progress: Progress = Progress(), *, replace: bool = False) -> Restored:
    """Put an archive back from a backup into an empty folder; its index is made when it is opened.

    With `replace` the folder may hold the same archive, which is moved aside, never deleted.

    Raises:
        BackupUnusable: with the reason; nothing was changed then.
        Cancelled: if asked to stop; nothing was changed then either.
    """
    return library.restore(file, folder, progress, replace=replace)

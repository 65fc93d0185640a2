"""Is the catalogue sound, and does every file that it names lie where it should?"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinu_reader.library import files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kinu_reader.library.connection import Connections

SETTLED_SECONDS = 600  # what is younger may belong to an import that goes on
ASIDE = "left-over"  # folder of the archive for files that are of no brief
PART = ".part"
COPY = re.compile(r"catalogue\.version-(\d+)\.sqlite")


@dataclass(frozen=True)
class Original:
    """A file that the catalogue names."""

    sha256: str
    brief: int
    file: str  # name of the file it was imported from
    path: Path | None  # where it lies; None if it is not there
    needed: bool  # else the bytes were another form of the brief's file, and may never have been kept


class Checking:
    """Looks an archive over."""

    def __init__(self, connections: Connections, folder: Path) -> None:
        self._connections, self._folder = connections, folder

    def faults(self) -> list[str]:
        """Return what SQLite finds wrong, in its words.

        Raises:
            ArchiveUnusable: if it cannot even look.
        """
        with self._connections.read() as connection:
            found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
            lost = [
                f"row {row[1]} of {row[0]} belongs to no row of {row[2]}"
                for row in connection.execute("PRAGMA foreign_key_check")
            ]
        return [fault for fault in found if fault != "ok"] + lost

    def originals(self) -> list[Original]:
        """Return every file that the catalogue names, those of former versions and of the bin included."""
        with self._connections.read() as connection:
            rows = connection.execute(
                "SELECT sha256, id, file, 1 AS needed FROM brief UNION ALL "
                "SELECT sha256, brief, file, text IS NOT NULL FROM former ORDER BY id"
            ).fetchall()
        return [
            Original(sha256, id, file, files.find(self._folder, sha256), bool(needed))
            for sha256, id, file, needed in rows
        ]

    def strays(self) -> list[Path]:
        """Return files among the originals that are of no brief."""
        named = {original.sha256 for original in self.originals()}
        return [path for path in self._settled("files/*/*") if path.suffix != PART and path.stem not in named]

    def leftovers(self) -> list[Path]:
        """Return what copies that were broken off have left."""
        return [*self._settled(f"files/*/*{PART}"), *self._settled(f"*{PART}")]

    def put_aside(self, path: Path) -> Path:
        """Move a file out of the way, into a folder of the archive; return where it is now."""
        target = self._folder / ASIDE / path.name
        target.parent.mkdir(exist_ok=True)
        return path.replace(target)

    def _settled(self, pattern: str) -> Iterator[Path]:
        latest = time.time() - SETTLED_SECONDS
        for path in sorted(self._folder.glob(pattern)):
            if path.is_file() and path.stat().st_mtime < latest:
                yield path


def kept_copies(folder: Path) -> list[Path]:
    """Return the copies of the catalogue that were kept before it was changed to a newer form, the newest first."""
    found = [(int(match[1]), path) for path in folder.iterdir() if (match := COPY.fullmatch(path.name))]
    return [path for _, path in sorted(found, reverse=True)]

"""What the program is started with, or what is pasted or dropped: archives, files, and links to places in briefs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kinu_reader import library
from kinu_reader.tasks import links
from kinu_reader.tasks.reading import place_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kinu_reader.tasks.archive import Archive
    from kinu_reader.tasks.links import Link
    from kinu_reader.tasks.reading import Place

IS_A_PATH = re.compile(r"(?:/|~/|[A-Za-z]:[\\/]|\\\\|file://)\S.*")


@dataclass(frozen=True)
class Arrivals:
    """What arrived together; of several archives or links the last one counts."""

    files: tuple[Path, ...] = ()  # files and folders to import
    archive: Path | None = None
    link: Link | None = None


def sorted_out(words: Iterable[str | Path]) -> Arrivals:
    """Return paths, addresses of files and links by what they are."""
    files: list[Path] = []
    archive, link = None, None
    for word in words:
        if found := links.read(str(word)):
            link = found
            continue
        path = path_of(word)
        if library.Library.is_archive(path):
            archive = path
        else:
            files.append(path)
    return Arrivals(tuple(files), archive, link)


def path_of(word: str | Path) -> Path:
    """Return the path that a text names, be it the address of a file."""
    text = str(word)
    path = Path(_path_of_address(text)) if text.startswith("file:") else Path(text)
    return path.expanduser().absolute()


def _path_of_address(address: str) -> str:
    from urllib.parse import urlparse
    from urllib.request import url2pathname  # brings a client of the web along, of which no start should know

    return url2pathname(urlparse(address).path)


def paths_in(text: str) -> list[Path]:
    """Return the files and folders that a text names, one a line; none if any line is something else."""
    lines = [line.strip().strip('"') for line in text.splitlines() if line.strip()]
    if not all(IS_A_PATH.fullmatch(line) for line in lines):
        return []
    paths = [path_of(line) for line in lines]
    return paths if all(path.exists() for path in paths) else []


def place_of_link(archive: Archive, link: Link) -> tuple[int, Place | None] | None:
    """Return the brief that a link names, and the place if it names one; None if this archive has it not."""
    brief = archive.library.brief(link.brief) if link.archive_id == archive.library.archive_id else None
    if brief is None:
        return None
    return brief.id, place_at(archive, brief.id, link.start, link.end) if link.start < link.end else None

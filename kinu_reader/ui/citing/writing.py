"""Files that leave the archive: where to, how they are written in the background, and what became of them."""

from __future__ import annotations

import getpass
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kinu_reader.annotations.exporting import formats as bookmark_formats
from kinu_reader.annotations.templates import TemplateUnusable
from kinu_reader.cite import StyleUnusable
from kinu_reader.cite import formats as brief_formats
from kinu_reader.model import UnreadableFile
from kinu_reader.tasks.citing import exported
from kinu_reader.tasks.packets import packet
from kinu_reader.tasks.sharing import Copy, WouldOverwrite, export_bookmarks, pdf_copies
from kinu_reader.ui.bookmarks.export_menu import COPIES, PACKET_HTML, PACKET_PDF

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from kinu_reader.model import Bookmark, Progress
    from kinu_reader.tasks.archive import Archive
    from kinu_reader.tasks.citing import Manner


@dataclass(frozen=True)
class Written:
    """What became of a file: where it is, or why there is none."""

    path: Path
    copies: tuple[Copy, ...] = field(default=())  # in the folder `path`
    failure: Exception | None = None


def extension(format: str) -> str:
    """Return the ending of the files of a format, of briefs or of bookmarks; "" where a folder is written."""
    known = {COPIES: "", PACKET_HTML: ".html", PACKET_PDF: ".pdf"}
    known |= {one.id: one.extension for one in brief_formats()}
    known |= {one.id: one.extension for one in bookmark_formats()}
    return known[format]


def write(path: Path, content: Callable[[], bytes]) -> Written:
    """Write what is made to a file; tell what cannot be made or written."""
    try:
        path.write_bytes(content())
    except (OSError, StyleUnusable, TemplateUnusable, UnreadableFile) as error:
        return Written(path, failure=error)
    return Written(path)


def write_references(archive: Archive, ids: Sequence[int], format: str, path: Path) -> Written:
    """Write briefs for another program."""
    return write(path, lambda: exported(archive, ids, format).encode("utf-8"))


def write_bookmarks(
    archive: Archive, bookmarks: Sequence[Bookmark], format: str, path: Path, manner: Manner, progress: Progress
) -> Written:
    """Write bookmarks to a file, or for COPIES marked copies of their briefs into a folder.

    Raises:
        Cancelled: if asked to stop.
    """
    asked = {"style": manner.style, "locale": manner.locale}
    if format == COPIES:
        return _write_copies(archive, bookmarks, path, progress)
    if format in (PACKET_HTML, PACKET_PDF):
        pdf = format == PACKET_PDF
        return write(path, lambda: packet(archive, bookmarks, pdf=pdf, **asked, progress=progress))
    return write(path, lambda: export_bookmarks(archive, bookmarks, format, **asked))


def _write_copies(archive: Archive, bookmarks: Sequence[Bookmark], folder: Path, progress: Progress) -> Written:
    try:
        return Written(folder, tuple(pdf_copies(archive, bookmarks, folder, _user(), progress)))
    except (OSError, WouldOverwrite) as error:
        return Written(folder, failure=error)


def _user() -> str:
    """Return the name of the person as the system knows it; "" where it knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""

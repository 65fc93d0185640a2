"""The archive itself: what it holds, and its index made anew."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from kinu_reader import __version__
from kinu_reader.cli.asking import Said, folder_of, progress_of
from kinu_reader.tasks.archive import catch_up, index_is_current, open_archive, opened

if TYPE_CHECKING:
    import argparse

    from kinu_reader.cli.asking import Command


def add(command: Command) -> None:
    """Add the commands."""
    command("reindex", "Build the index anew from the catalogue.").set_defaults(run=run_reindex)
    command("info", "Show what the archive holds.").set_defaults(run=run_info)


def run_reindex(options: argparse.Namespace) -> Said:
    """Build the index anew."""
    began = time.monotonic()
    with opened(folder_of(options)) as archive, progress_of(options) as progress:
        archive.index.reset()
        briefs = catch_up(archive, progress)
    document = {"briefs": briefs, "seconds": round(time.monotonic() - began, 3)}
    return Said(document, f"Indexed {briefs:,} briefs.")


def run_info(options: argparse.Namespace) -> Said:
    """Show what the archive holds."""
    archive = open_archive(folder_of(options))
    try:
        briefs, passages = archive.library.count()
        state = "current" if index_is_current(archive) else "behind"
        document = {
            "version": __version__,
            "archive": str(archive.library.folder),
            "briefs": briefs,
            "passages": passages,
            "bookmarks": archive.library.bookmarks.count(),
            "index": {"state": state, "bytes": archive.index.bytes()},
            "schema": archive.library.version,
        }
    finally:
        archive.close()
    holds = f"{briefs:,} briefs, {passages:,} passages, {document['bookmarks']:,} bookmarks, index {state}"
    text = f"Kinu Reader {__version__}\n{document['archive']}\n{holds}"
    return Said(document, text)

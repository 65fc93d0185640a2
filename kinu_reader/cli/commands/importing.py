"""Files in, and text for those that are pictures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kinu_reader.cli import shapes, words
from kinu_reader.cli.asking import Said, WrongUsage, at_least, folder_of, ids_named, progress_of, take_briefs
from kinu_reader.extract import ocr_available
from kinu_reader.model import Cancelled, UnreadableFile
from kinu_reader.tasks.archive import opened
from kinu_reader.tasks.importing import import_files
from kinu_reader.tasks.recognising import recognise

if TYPE_CHECKING:
    import argparse

    from kinu_reader.cli.asking import Command
    from kinu_reader.model import ArchivedBrief, Progress
    from kinu_reader.tasks.archive import Archive


def add(command: Command) -> None:
    """Add the commands."""
    bring = command("import", "Import PDF and text briefs from files and folders.")
    bring.set_defaults(run=run_import)
    bring.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    bring.add_argument("--jobs", type=at_least(1), metavar="N", help="files to read at once")
    bring.add_argument("--password", metavar="P", help="what opens encrypted files")
    bring.add_argument("--ocr", action="store_true", help="read pages without text by Tesseract")
    bring.add_argument("--timeout", type=float, default=60.0, metavar="S", help="seconds for one file (60)")
    ocr = command("ocr", "Read pages without text by Tesseract.")
    ocr.set_defaults(run=run_ocr)
    take_briefs(ocr)


def run_import(options: argparse.Namespace) -> Said:
    """Import files and folders; Ctrl+C keeps what has been imported."""
    with opened(folder_of(options), create=True) as archive, progress_of(options) as progress:
        limits = {"jobs": options.jobs, "seconds": options.timeout}
        change = import_files(archive, options.paths, progress, password=options.password, **limits)
        if options.ocr and not change.cancelled:
            _recognise(archive, [item.id for item in (*change.added, *change.updated)], progress)
    return Said(shapes.change(change), words.change(change), bool(change.failed) or change.cancelled)


def run_ocr(options: argparse.Namespace) -> Said:
    """Read pages without text."""
    with opened(folder_of(options)) as archive, progress_of(options) as progress:
        read = _recognise(archive, ids_named(archive, options.briefs), progress)
    return Said({"read": [brief.id for brief in read]}, f"{len(read)} read." if read else "No page there lacks text.")


def _recognise(archive: Archive, ids: list[int], progress: Progress) -> list[ArchivedBrief]:
    if not ocr_available():
        raise WrongUsage(words.NO_TESSERACT)
    try:
        return recognise(archive, ids, progress)
    except UnreadableFile as error:
        raise WrongUsage(f"Tesseract could not read a page: {error.detail}.") from error
    except Cancelled:
        return []

"""The archive itself: what it holds, its index made anew, whether it is sound, and its backups."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kinu_reader import __version__
from kinu_reader.cli import words
from kinu_reader.cli.asking import Said, WrongUsage, folder_of, progress_of
from kinu_reader.library import Library
from kinu_reader.model import ArchiveProblem, ArchiveUnusable, BackupProblem, BackupUnusable, Cancelled
from kinu_reader.tasks.archive import catch_up, index_is_current, open_archive, opened
from kinu_reader.tasks.backing_up import back_up, restore
from kinu_reader.tasks.checking import check, damage

if TYPE_CHECKING:
    import argparse

    from kinu_reader.cli.asking import Command
    from kinu_reader.model import Problem


def add(command: Command) -> None:
    """Add the commands."""
    command("reindex", "Build the index anew from the catalogue.").set_defaults(run=run_reindex)
    command("info", "Show what the archive holds.").set_defaults(run=run_info)
    look = command("check", "Check that the archive is sound.")
    look.set_defaults(run=run_check)
    look.add_argument("--repair", action="store_true", help="mend what can be mended without losing anything")
    out = command("backup", "Write everything that cannot be made again into one file.")
    out.set_defaults(run=run_backup)
    out.add_argument("file", type=Path, metavar="FILE")
    back = command("restore", "Put an archive back from a backup, into the folder of --archive.")
    back.set_defaults(run=run_restore)
    back.add_argument("file", type=Path, metavar="FILE")
    back.add_argument("--replace", action="store_true", help="move the same archive aside if it is there already")


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


def run_check(options: argparse.Namespace) -> Said:
    """Check that the archive is sound."""
    try:
        problems = _check(options)
    except ArchiveUnusable as error:
        spoilt = error.problem in (ArchiveProblem.DAMAGED, ArchiveProblem.NOT_AN_ARCHIVE)
        if not spoilt or not Library.is_archive(error.folder):
            raise
        problems = damage(error.folder, [error.detail])
    stays = [problem for problem in problems if not problem.repaired]
    document = {
        "ok": not stays,
        "problems": [{"kind": p.kind, "what": p.what, "repaired": p.repaired} for p in problems],
    }
    return Said(document, "\n".join(map(words.problem, problems)) or "The archive is sound.", bool(stays))


def _check(options: argparse.Namespace) -> list[Problem]:
    archive = open_archive(folder_of(options))
    try:
        with progress_of(options) as progress:
            return check(archive, progress, repair=options.repair)
    except Cancelled:
        raise WrongUsage("Stopped before the end of the check.") from None
    finally:
        archive.close()


def run_backup(options: argparse.Namespace) -> Said:
    """Write a backup."""
    archive = open_archive(folder_of(options))
    try:
        with progress_of(options) as progress:
            done = back_up(archive, options.file, progress)
    except Cancelled:
        raise WrongUsage("Stopped; there is no backup.") from None
    finally:
        archive.close()
    document = {"file": str(done.file), "files": done.files, "bytes": done.bytes, "lacking": list(done.lacking)}
    lines = [
        f"{done.files:,} files, {done.bytes:,} bytes in {done.file}, read back and right.",
        "Your own glossary, styles and settings belong to you, not to the archive: they are not in it.",
        *(f"  not in it: {name}, whose original is gone or changed; see kinu-reader check" for name in done.lacking),
    ]
    return Said(document, "\n".join(lines), bool(done.lacking))


def run_restore(options: argparse.Namespace) -> Said:
    """Put an archive back."""
    folder = folder_of(options)
    try:
        with progress_of(options) as progress:
            done = restore(options.file, folder, progress, replace=options.replace)
    except Cancelled:
        raise WrongUsage("Stopped; nothing was changed.") from None
    except BackupUnusable as error:
        if error.problem in (BackupProblem.OCCUPIED, BackupProblem.OTHER_ARCHIVE):
            raise WrongUsage(words.why_no_backup(error)) from error
        raise
    archive = open_archive(folder)
    try:
        with progress_of(options) as progress, suppress(Cancelled):  # whatever asks next would make the index else
            catch_up(archive, progress)
    finally:
        archive.close()
    aside = str(done.aside) if done.aside else None
    text = f"Restored to {done.folder}." + (f" What was there is now {aside}." if aside else "")
    return Said({"archive": str(done.folder), "files": done.files, "moved_aside": aside}, text)

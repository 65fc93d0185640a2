"""Briefs into the bin, back, and gone for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.cli import words
from kinu_reader.cli.asking import Said, folder_of, ids_named, take_briefs
from kinu_reader.tasks.archive import opened
from kinu_reader.tasks.editing import delete, undelete

if TYPE_CHECKING:
    import argparse

    from kinu_reader.cli.asking import Command


def add(command: Command) -> None:
    """Add the commands."""
    away = command("delete", "Put briefs into the bin.")
    away.set_defaults(run=run_delete)
    take_briefs(away)
    back = command("undelete", "Put briefs back from the bin.")
    back.set_defaults(run=run_undelete)
    take_briefs(back)
    gone = command("empty-bin", "Remove what is in the bin for good.")
    gone.set_defaults(run=run_empty_bin)
    gone.add_argument("--with-bookmarks", action="store_true", help="also briefs in which you keep bookmarks")


def run_delete(options: argparse.Namespace) -> Said:
    """Put briefs into the bin."""
    with opened(folder_of(options)) as archive:
        ids = ids_named(archive, options.briefs)
        delete(archive, ids)
    return Said({"deleted": ids}, f"{len(ids)} in the bin; kinu-reader undelete brings them back.")


def run_undelete(options: argparse.Namespace) -> Said:
    """Put briefs back from the bin."""
    with opened(folder_of(options)) as archive:
        ids = ids_named(archive, options.briefs, binned=True)
        undelete(archive, ids)
    return Said({"restored": ids}, f"{len(ids)} back on the shelf.")


def run_empty_bin(options: argparse.Namespace) -> Said:
    """Remove what is in the bin for good."""
    with opened(folder_of(options)) as archive:
        emptied = archive.library.bin.empty(with_bookmarks=options.with_bookmarks)
    stay = {"kept": emptied.kept} if emptied.kept else {}
    return Said({"removed": emptied.removed, **stay}, words.emptied(emptied))

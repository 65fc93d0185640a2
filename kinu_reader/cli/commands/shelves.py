"""Collections; and what was done to records, tags and collections taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.cli import words
from kinu_reader.cli.asking import NotFound, Said, WrongUsage, folder_of, ids_named
from kinu_reader.model import WrongValue
from kinu_reader.tasks.archive import opened
from kinu_reader.tasks.editing import redo, undo

if TYPE_CHECKING:
    import argparse

    from kinu_reader.cli.asking import Command
    from kinu_reader.tasks.archive import Archive


def add(command: Command) -> None:
    """Add the commands."""
    shelve = command("collection", "Put briefs into collections.")
    shelve.set_defaults(run=run_collection)
    shelve.add_argument("action", choices=["list", "put", "take", "rename", "delete"])
    shelve.add_argument("name", nargs="?", metavar="NAME", help="of the collection; put makes it")
    shelve.add_argument(
        "words", nargs="*", metavar="BRIEF", help="ids or codes to put or take; for rename the new name"
    )
    command("undo", "Take back the last thing done to records, tags and collections.").set_defaults(run=run_undo)
    command("redo", "Do again what was taken back.").set_defaults(run=run_redo)


def run_collection(options: argparse.Namespace) -> Said:
    """List collections after doing what is asked."""
    if options.action != "list" and not options.name:
        raise WrongUsage("Name a collection.")
    if options.action in ("put", "take", "rename") and not options.words:
        raise WrongUsage("Name briefs by ids or codes." if options.action != "rename" else "Give the new name.")
    with opened(folder_of(options)) as archive:
        try:
            _arrange(archive, options)
        except WrongValue as error:
            raise WrongUsage(words.wrong_value(error, ())) from error
        there = archive.library.shelves.collections()
    document = {"collections": [{"name": name, "briefs": n} for name, n in there.items()]}
    return Said(document, "\n".join(f"{name}\t{n:,}" for name, n in there.items()) or "No collections.")


def _arrange(archive: Archive, options: argparse.Namespace) -> None:
    shelves = archive.library.shelves
    match options.action:
        case "put":
            shelves.put(ids_named(archive, options.words), options.name)
        case "take":
            shelves.take(ids_named(archive, options.words), options.name)
        case "rename":
            shelves.rename(options.name, " ".join(options.words))
        case "delete":
            shelves.delete(options.name)


def run_undo(options: argparse.Namespace) -> Said:
    """Take back the last thing done."""
    with opened(folder_of(options)) as archive:
        if not archive.library.edits.undoable():
            raise NotFound("Nothing was done that could be taken back.")
        return _said("Taken back", [brief.id for brief in undo(archive)])


def run_redo(options: argparse.Namespace) -> Said:
    """Do again what was taken back."""
    with opened(folder_of(options)) as archive:
        if not archive.library.edits.redoable():
            raise NotFound("Nothing was taken back that could be done again.")
        return _said("Done again", [brief.id for brief in redo(archive)])


def _said(what: str, ids: list[int]) -> Said:
    return Said({"briefs": ids}, f"{what}; {len(ids):,} brief{'' if len(ids) == 1 else 's'}.")

"""Records: looked at, listed, corrected."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kinu_reader.cli import shapes, words
from kinu_reader.cli.asking import NotFound, Said, WrongUsage, brief_named, folder_of, take_brief, write_file
from kinu_reader.model import Filters, Sort, WrongValue
from kinu_reader.tasks.archive import opened
from kinu_reader.tasks.editing import FIELDS, edit, undo
from kinu_reader.tasks.interchange import BOM, catalogue_csv

if TYPE_CHECKING:
    import argparse

    from kinu_reader.cli.asking import Command


def add(command: Command) -> None:
    """Add the commands."""
    show = command("show", "Show the record of a brief.")
    show.set_defaults(run=run_show)
    take_brief(show)
    listing = command("list", "List briefs.")
    listing.set_defaults(run=run_list)
    listing.add_argument("--sort", type=Sort, choices=list(Sort), default=Sort.RELEVANCE)
    listing.add_argument("--needs-review", action="store_true", help="only those with a doubtful field")
    listing.add_argument("--format", choices=["text", "csv"], default="text", help="csv: all fields, for a spreadsheet")
    listing.add_argument("-o", "--output", type=Path, metavar="FILE")
    correct = command("edit", "Correct the record of a brief.")
    correct.set_defaults(run=run_edit)
    take_brief(correct)
    correct.add_argument("fields", nargs="*", metavar="FIELD=VALUE", help="FIELD= clears; see authors= in README.md")
    correct.add_argument("--undo", action="store_true", help="take the last edit back")


def run_show(options: argparse.Namespace) -> Said:
    """Show the record of a brief."""
    with opened(folder_of(options)) as archive:
        brief = brief_named(archive, options.brief)
        document = shapes.brief(brief, archive.library.page_bounds(brief.id))
    return Said(document, words.record(document, brief))


def run_list(options: argparse.Namespace) -> Said:
    """List briefs."""
    with opened(folder_of(options)) as archive:
        ids = archive.library.ids(Filters(needs_review=options.needs_review), options.sort)
        known = archive.library.briefs(ids)
        table = catalogue_csv(archive, ids) if options.format == "csv" else ""
    briefs = [known[id] for id in ids]
    said = Said(shapes.listed(briefs), table or "\n".join(map(words.line, briefs)) or "No briefs.")
    if options.output:
        write_file(options.output, ((BOM if table else "") + said.text).encode("utf-8"))
        return Said(said.document, f"Written to {options.output}")
    return said


def run_edit(options: argparse.Namespace) -> Said:
    """Correct the record of a brief."""
    if bool(options.fields) == options.undo:
        raise WrongUsage("Name fields to edit (title=…), or --undo.")
    changes = dict(field.partition("=")[::2] for field in options.fields)
    with opened(folder_of(options)) as archive:
        brief = brief_named(archive, options.brief)
        try:
            if options.undo and not undo(archive, brief.id):
                raise NotFound(f"Nothing in {options.brief!r} was edited.")
            if changes:
                edit(archive, [brief.id], changes)
        except WrongValue as error:
            raise WrongUsage(words.wrong_value(error, FIELDS)) from error
        after = brief_named(archive, str(brief.id))
        document = shapes.brief(after, archive.library.page_bounds(after.id))
    return Said(document, words.record(document, after))

"""Records: looked at, listed, corrected."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from kinu_reader.cli import shapes, words
from kinu_reader.cli.asking import (
    NotFound,
    Said,
    WrongUsage,
    bounds_of,
    brief_named,
    folder_of,
    ids_named,
    take_bounds,
    take_brief,
    write_file,
)
from kinu_reader.model import Sort, WrongValue
from kinu_reader.tasks.archive import opened
from kinu_reader.tasks.corrections import appending, confirming, replacing, setting
from kinu_reader.tasks.editing import FIELDS, correct, edit, preview, redo, undo
from kinu_reader.tasks.interchange import BOM, catalogue_csv

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping, Sequence

    from kinu_reader.cli.asking import Command
    from kinu_reader.model import ArchivedBrief
    from kinu_reader.tasks.archive import Archive
    from kinu_reader.tasks.editing import Correction

    Turn = Callable[[Archive, int], list[ArchivedBrief]]

FIELD = re.compile(r"\w+=")
HELP = "ids or codes, then FIELD= to clear, authors= as in README.md, tags='a; b'"


def add(command: Command) -> None:
    """Add the commands."""
    show = command("show", "Show the record of a brief.")
    show.set_defaults(run=run_show)
    take_brief(show)
    listing = command("list", "List briefs.")
    listing.set_defaults(run=run_list)
    listing.add_argument("--sort", type=Sort, choices=list(Sort), default=Sort.RELEVANCE)
    listing.add_argument("--needs-review", action="store_true", help="only those with a doubtful field")
    take_bounds(listing)
    listing.add_argument("--format", choices=["text", "csv"], default="text", help="csv: all fields, for a spreadsheet")
    listing.add_argument("-o", "--output", type=Path, metavar="FILE")
    correct = command("edit", "Correct the records of briefs.")
    correct.set_defaults(run=run_edit)
    correct.add_argument("words", nargs="+", metavar="BRIEF… FIELD=VALUE", help=HELP)
    how = correct.add_mutually_exclusive_group()
    how.add_argument("--undo", action="store_true", help="take back the last thing that was done to the brief")
    how.add_argument("--redo", action="store_true", help="do again what was taken back")
    how.add_argument("--replace", nargs=3, metavar=("FIELD", "OLD", "NEW"), help="put a text in place of another")
    how.add_argument("--append", nargs=2, metavar=("FIELD", "TEXT"), help="add to the end of a field")
    how.add_argument("--confirm", action="append", metavar="FIELD", help="say that a doubtful value is right")
    correct.add_argument("--regex", action="store_true", help="OLD is a regular expression, NEW may hold \\1")
    correct.add_argument("--preview", action="store_true", help="only show what would change")


def run_show(options: argparse.Namespace) -> Said:
    """Show the record of a brief."""
    with opened(folder_of(options)) as archive:
        brief = brief_named(archive, options.brief)
        document = shapes.brief(brief, archive.library.page_bounds(brief.id))
    return Said(document, words.record(document, brief))


def run_list(options: argparse.Namespace) -> Said:
    """List briefs."""
    with opened(folder_of(options)) as archive:
        filters = replace(bounds_of(options), needs_review=options.needs_review)
        ids = archive.library.ids(filters, options.sort)
        known = archive.library.briefs(ids)
        table = catalogue_csv(archive, ids) if options.format == "csv" else ""
    briefs = [known[id] for id in ids]
    said = Said(shapes.listed(briefs), table or "\n".join(map(words.line, briefs)) or "No briefs.")
    if options.output:
        write_file(options.output, ((BOM if table else "") + said.text).encode("utf-8"))
        return Said(said.document, f"Written to {options.output}")
    return said


def run_edit(options: argparse.Namespace) -> Said:
    """Correct the records of briefs."""
    named = list(takewhile(lambda word: not FIELD.match(word), options.words))
    changes = dict(word.partition("=")[::2] for word in options.words[len(named) :])
    if not named:
        raise WrongUsage("Name a brief before the fields to edit.")
    if changes and (options.undo or options.redo):
        raise WrongUsage("Edit fields, or take an edit back: not both at once.")
    if options.preview and "tags" in changes:
        raise WrongUsage("Tags are given at once: there is nothing to look at first.")
    with opened(folder_of(options)) as archive:
        ids = ids_named(archive, named)
        try:
            if options.undo or options.redo:
                _turn(archive, ids, undo if options.undo else redo, options)
            elif options.preview:
                found = preview(archive, ids, _correction(options, changes))
                return Said(shapes.differences(found), words.differences(found, archive.library.briefs(ids)))
            elif "tags" in changes and not _is_special(options):
                edit(archive, ids, changes)
            else:
                correct(archive, ids, _correction(options, changes))
        except WrongValue as error:
            raise WrongUsage(words.wrong_value(error, (*FIELDS, "tags"))) from error
        return _records(archive, ids)


def _turn(archive: Archive, ids: Sequence[int], turn: Turn, options: argparse.Namespace) -> None:
    if not any([turn(archive, id) for id in ids]):
        done = "edited" if options.undo else "taken back"
        raise NotFound(f"Nothing in {', '.join(map(repr, options.words))} was {done}.")


def _correction(options: argparse.Namespace, changes: Mapping[str, str]) -> Correction:
    """Return what is to be done to each record; there has to be exactly one thing."""
    if bool(changes) == _is_special(options):
        raise WrongUsage("Name fields to edit (title=…), or one of --replace, --append, --confirm, --undo, --redo.")
    if options.replace:
        return replacing(*options.replace, regex=options.regex)
    if options.append:
        return appending(*options.append)
    return confirming(options.confirm) if options.confirm else setting(changes)


def _is_special(options: argparse.Namespace) -> bool:
    return bool(options.replace or options.append or options.confirm)


def _records(archive: Archive, ids: Sequence[int]) -> Said:
    """Return the one record, or all of them in a list, as they are now."""
    known = archive.library.briefs(ids)
    documents = [shapes.brief(known[id], archive.library.page_bounds(id)) for id in ids]
    texts = [words.record(document, known[id]) for id, document in zip(ids, documents, strict=True)]
    return Said(documents[0] if len(ids) == 1 else {"briefs": documents}, "\n\n".join(texts))

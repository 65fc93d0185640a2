"""Records read anew after a profile has changed, and a corrected brief made the pattern for its series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.cli import shapes, words
from kinu_reader.cli.asking import (
    NotFound,
    Said,
    WrongUsage,
    brief_named,
    folder_of,
    ids_named,
    progress_of,
    take_brief,
)
from kinu_reader.metadata import PATTERNED
from kinu_reader.model import Cancelled, WrongValue
from kinu_reader.tasks.archive import opened
from kinu_reader.tasks.patterns import foreseen, pattern_from, set_pattern
from kinu_reader.tasks.rereading import accept, reread

if TYPE_CHECKING:
    import argparse

    from kinu_reader.cli.asking import Command


def add(command: Command) -> None:
    """Add the commands."""
    again = command("reread", "Show what records would say if their files were read now.")
    again.set_defaults(run=run_reread)
    again.add_argument("briefs", nargs="*", metavar="BRIEF", help="ids or codes; all briefs if none is named")
    again.add_argument("--apply", action="store_true", help="change the records; what a person typed stays")
    same = command("pattern", "Show what a corrected brief says of its whole series.")
    same.set_defaults(run=run_pattern)
    take_brief(same)
    same.add_argument("--apply", action="store_true", help="say so of all its briefs, now and at later imports")
    same.add_argument("--field", action="append", choices=PATTERNED, help="only this; may be repeated")
    kept = command("patterns", "List the patterns that were set.")
    kept.set_defaults(run=run_patterns)
    kept.add_argument("--drop", metavar="NAME", help="follow this one no longer")


def run_reread(options: argparse.Namespace) -> Said:
    """Show, or apply, what a new reading gives."""
    with opened(folder_of(options)) as archive, progress_of(options) as progress:
        ids = ids_named(archive, options.briefs) if options.briefs else archive.library.ids()
        try:
            found = reread(archive, ids, progress)
        except Cancelled:
            raise WrongUsage("Stopped; nothing was changed.") from None
        known = archive.library.briefs(ids)
        if options.apply:
            accept(archive, found.differences, progress)
    document = {**shapes.differences(found.differences), "unread": list(found.unread), "applied": options.apply}
    text = words.differences(found.differences, known)
    if found.unread:
        text += f"\nThe files of these cannot be read: {', '.join(map(str, found.unread))}"
    return Said(document, text, bool(found.unread))


def run_pattern(options: argparse.Namespace) -> Said:
    """Show, or set, what a brief says of its series."""
    with opened(folder_of(options)) as archive:
        brief = brief_named(archive, options.brief)
        try:
            pattern = pattern_from(archive, brief.id, options.field or PATTERNED)
        except WrongValue as error:
            raise WrongUsage(NO_PATTERN[error.field]) from error
        found = foreseen(archive, pattern)
        known = archive.library.briefs([one.brief for one in found])
        if options.apply:
            set_pattern(archive, pattern)
    document = {"pattern": shapes.pattern(pattern), **shapes.differences(found), "applied": options.apply}
    return Said(document, f"{words.pattern(pattern)}\n{words.differences(found, known)}")


def run_patterns(options: argparse.Namespace) -> Said:
    """List the patterns that were set."""
    with opened(folder_of(options)) as archive:
        edits = archive.library.edits
        if options.drop is not None:
            if options.drop not in [kept.name for kept in edits.patterns()]:
                raise NotFound(f"There is no pattern {options.drop!r}.")
            edits.drop_pattern(options.drop)
        there = edits.patterns()
    document = {"patterns": [shapes.pattern(kept) for kept in there]}
    return Said(document, "\n".join(map(words.pattern, there)) or "No patterns.")


NO_PATTERN = {
    "series": "This brief is of no series: give it one first (series=…).",
    "pattern": "Nothing that was corrected in this brief could be true of its whole series.",
}

"""Metadata from other programs: what it would change, and on demand changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kinu_reader.cli import shapes, words
from kinu_reader.cli.asking import Said, WrongUsage, folder_of
from kinu_reader.model import UnreadableFile
from kinu_reader.tasks.archive import opened
from kinu_reader.tasks.interchange import apply, match, proposed, read_records

if TYPE_CHECKING:
    import argparse

    from kinu_reader.cli.asking import Command


def add(command: Command) -> None:
    """Add the command."""
    take = command("metadata", "Compare briefs with a CSV, RIS, BibTeX or CSL-JSON file, and take its metadata.")
    take.set_defaults(run=run_metadata)
    take.add_argument("file", type=Path, metavar="FILE")
    take.add_argument("--apply", action="store_true", help="change the briefs; edit BRIEF --undo takes it back")
    take.add_argument("--overwrite", action="store_true", help="also what a person had typed")


def run_metadata(options: argparse.Namespace) -> Said:
    """Compare, and with --apply change."""
    if options.overwrite and not options.apply:
        raise WrongUsage("--overwrite makes sense with --apply only.")
    try:
        foreign = read_records(options.file)
    except UnreadableFile as error:
        raise WrongUsage(f"{options.file} cannot be read: {words.REASONS_FOREIGN[error.kind]}.") from error
    with opened(folder_of(options)) as archive:
        matches = match(archive, foreign.records)
        changes = proposed(matches, overwrite=options.overwrite)
        applied = apply(archive, changes) if options.apply and changes else []
    document = shapes.matches(foreign, matches, [brief.id for brief in applied])
    undecided = any(match.brief is None or match.refused for match in matches) or bool(foreign.spoilt)
    return Said(document, words.matches(foreign, matches, applied), options.apply and undecided)

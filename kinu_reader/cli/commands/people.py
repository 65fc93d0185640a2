"""Authors and divisions under several names: what was merged, what probably belongs together, and deciding it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.cli.asking import Said, WrongUsage, folder_of
from kinu_reader.model import Field, WrongValue
from kinu_reader.tasks.archive import opened
from kinu_reader.tasks.authority import Reason, groups, merge, part, refuse, suggestions

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from kinu_reader.cli.asking import Command
    from kinu_reader.tasks.authority import Suggestion

REASONS = {
    Reason.SAME_IN_HANGUL: "the same in Hangul",
    Reason.SPELLING: "the same letters",
    Reason.EDITIONS: "in two editions of a brief",
    Reason.SAME_DIVISION: "of the same division",
}


def add(command: Command) -> None:
    """Add the command."""
    people = command("people", "List authors under several names, and say which names are one person's.")
    people.set_defaults(run=run_people)
    people.add_argument("--divisions", action="store_true", help="divisions in place of authors")
    decide = people.add_mutually_exclusive_group()
    decide.add_argument("--merge", nargs="+", metavar="NAME", help="these names, as printed, are one person's")
    decide.add_argument("--part", nargs="+", metavar="NAME", help="take these names out of what they were merged with")
    decide.add_argument("--refuse", nargs="+", metavar="NAME", help="these names are not one person's")


def run_people(options: argparse.Namespace) -> Said:
    """List what is merged and what may be, after a decision if one is given."""
    field = Field.DIVISION if options.divisions else Field.AUTHOR
    with opened(folder_of(options)) as archive:
        try:
            for decide, names in ((merge, options.merge), (part, options.part), (refuse, options.refuse)):
                if names:
                    decide(archive, field, names)
        except WrongValue as error:
            raise WrongUsage(_why_not(error.text, options)) from error
        merged, probable = groups(archive, field), suggestions(archive, field)
    document = {
        "groups": [list(names) for names in merged],
        "suggestions": [{"names": list(one.names), "reasons": list(one.reasons)} for one in probable],
    }
    return Said(document, "\n".join(_lines(merged, probable)) or "Every name stands for itself.")


def _why_not(text: str, options: argparse.Namespace) -> str:
    if options.part:
        return f"{text!r} is merged with nothing."
    if options.merge and text in options.merge and len(set(options.merge)) > 1:
        return f"No brief prints {text!r}. Give names as `kinu-reader people` and `kinu-reader list` show them."
    return "Give at least two names."


def _lines(merged: Iterable[tuple[str, ...]], probable: Iterable[Suggestion]) -> list[str]:
    lines = [" = ".join(names) for names in merged]
    for one in probable:
        lines.append(f"{' = '.join(one.names)}?  ({', '.join(REASONS[reason] for reason in one.reasons)})")
    return lines

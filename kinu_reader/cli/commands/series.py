"""The numbers of a series: what is there, what is missing, what was never published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.cli.asking import NotFound, Said, WrongUsage, folder_of
from kinu_reader.tasks.archive import opened
from kinu_reader.tasks.series import SlotState, mark_absent, series, written

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from kinu_reader.cli.asking import Command
    from kinu_reader.cli.shapes import Document
    from kinu_reader.tasks.archive import Archive
    from kinu_reader.tasks.series import SeriesRun, SeriesYear, Slot

STATES = {SlotState.MISSING: "missing", SlotState.ABSENT: "marked as never published"}


def add(command: Command) -> None:
    """Add the commands."""
    numbers = command("series", "Show the numbers of each series: there, missing, twice, out of order.")
    numbers.set_defaults(run=run_series)
    numbers.add_argument("name", nargs="?", default="", metavar="NAME", help="part of a series' name")
    marks = numbers.add_mutually_exclusive_group()
    marks.add_argument("--absent", metavar="CODE", help="this number was never published: do not count it as missing")
    marks.add_argument("--present", metavar="CODE", help="take --absent back")


def run_series(options: argparse.Namespace) -> Said:
    """Show the numbers of series, or say that one was never published."""
    with opened(folder_of(options)) as archive:
        if code := options.absent or options.present:
            _mark(archive, options.name, code, absent=options.absent is not None)
        runs = series(archive, options.name)
    if options.name and not runs:
        raise NotFound(f"There is no series {options.name!r} in the archive.")
    return Said(_document(runs), "\n\n".join(map(_said, runs)) or "No series.")


def _mark(archive: Archive, name: str, code: str, *, absent: bool) -> None:
    """Mark a number of the one series that is named."""
    runs = series(archive, name)
    exact = [run for run in runs if run.name.casefold() == name.casefold()] or runs
    if len(exact) != 1:
        named = ", ".join(repr(run.name) for run in exact) or "none"
        raise WrongUsage(f"Name one series, as in: series NAME --absent CODE. {name!r} names {named}.")
    run, state = exact[0], SlotState.MISSING if absent else SlotState.ABSENT
    if written(code) not in {written(slot.code) for slot in run.slots if slot.state is state}:
        raise WrongUsage(f"{code!r} is not among the numbers of {run.name!r} that are {STATES[state]}.")
    mark_absent(archive, run.institute, run.name, code, absent)


def _document(runs: Iterable[SeriesRun]) -> Document:
    return {
        "series": [
            {
                "institute": run.institute or None,
                "name": run.name,
                "years": {
                    str(year.year) if year.year else "": {
                        "have": _numbers(year.of(SlotState.PRESENT)),
                        "missing": _numbers(year.of(SlotState.MISSING)),
                    }
                    for year in run.years
                },
            }
            for run in runs
        ]
    }


def _numbers(slots: Iterable[Slot]) -> list[int]:
    return [slot.number for slot in slots if slot.number is not None]


def _said(run: SeriesRun) -> str:
    there, missing = run.count(SlotState.PRESENT), run.count(SlotState.MISSING)
    head = f"{run.name} ({run.institute or 'institute not known'}): {there} of {there + missing} numbers"
    briefs = f"{run.briefs} brief{'' if run.briefs == 1 else 's'}"
    return "\n".join([f"{head}, {briefs}", *map(_year, run.years)])


def _year(year: SeriesYear) -> str:
    """Return a year in one line."""
    there = year.of(SlotState.PRESENT)
    marked = {
        "missing": year.of(SlotState.MISSING),
        "does not exist": year.of(SlotState.ABSENT),
        "twice": [slot for slot in there if slot.duplicate],
        "out of order": [slot for slot in there if slot.out_of_order],
    }
    parts = [
        _ranges(_numbers(there)),
        *(f"{what} {_ranges(_numbers(slots))}" for what, slots in marked.items() if slots),
    ]
    if unnumbered := sum(slot.number is None for slot in year.slots):
        parts.append(f"without a number: {unnumbered}")
    return f"  {year.year or '----'}  " + "; ".join(filter(None, parts))


def _ranges(numbers: list[int]) -> str:
    """Return numbers in order as text, those in a row as a range."""
    rows: list[list[int]] = []
    for number in numbers:
        if rows and rows[-1][-1] == number - 1:
            rows[-1].append(number)
        else:
            rows.append([number])
    return " ".join(str(row[0]) if len(row) == 1 else f"{row[0]}–{row[-1]}" for row in rows)

"""What every command shares: its answer in both forms, the archive and brief it names, types of arguments, progress."""

from __future__ import annotations

import argparse
import signal
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from kinu_reader.model import Filters, Progress, TextQuality
from kinu_reader.paths import default_archive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kinu_reader.cli.shapes import Document
    from kinu_reader.model import ArchivedBrief, Bookmark, Step
    from kinu_reader.tasks.archive import Archive

    Command = Callable[[str, str], argparse.ArgumentParser]  # a name and what it does; returns what takes its arguments


_LAST_YEAR = 9999  # of the calendar


class WrongUsage(Exception):
    """What was asked for makes no sense."""


class NotFound(Exception):
    """What was asked for is not in the archive."""


@dataclass(frozen=True)
class Said:
    """An answer as JSON and as text; `partly` when something failed."""

    document: Document
    text: str
    partly: bool = False


# -- arguments


class Parser(argparse.ArgumentParser):
    """A parser that leaves it to its caller how a complaint is made: also it may have to be a document."""

    def error(self, message: str) -> NoReturn:
        """Show how the command is used, and say what is wrong."""
        self.print_usage(sys.stderr)
        raise WrongUsage(f"{self.prog}: error: {message}")


def years(text: str) -> tuple[int | None, int | None]:
    """Read `2024`, `2019..2024`, `2019..` or `..2024`."""
    first, dots, last = text.partition("..")
    try:
        start, end = (int(part) if part.strip() else None for part in (first, last if dots else first))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a year or a range such as 2019..2024") from None
    if start is None and end is None:
        raise argparse.ArgumentTypeError("a range needs at least one year")
    if any(not 0 <= year <= _LAST_YEAR for year in (start, end) if year is not None):
        raise argparse.ArgumentTypeError(f"{text!r} is beyond the years that there are")
    return start, end


def at_least(least: int) -> Callable[[str], int]:
    """Return a reader of whole numbers that are not below `least`."""

    def number(text: str) -> int:
        value = int(text)
        if value < least:
            raise argparse.ArgumentTypeError(f"{value} is less than {least}")
        return value

    number.__name__ = "number"  # argparse names the type in its complaint
    return number


def day(text: str) -> str:
    """Read a day, a month or a year, or a moment of a day, as ISO 8601 has them."""
    try:
        datetime.fromisoformat({4: f"{text}-01-01", 7: f"{text}-01"}.get(len(text), text))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is no date such as 2024-03-05, 2024-03 or 2024") from error
    return text


def take_common(to: argparse.ArgumentParser, default: str | None) -> None:
    """Let a parser take what all commands take.

    Each may stand before the command or after it; where it comes later its default must not undo what came before:
    there it is `argparse.SUPPRESS`.
    """
    flag = False if default is None else default
    to.add_argument("--archive", type=Path, default=default, metavar="DIR", help="the archive (else $KINU_ARCHIVE)")
    to.add_argument("--json", action="store_true", default=flag, help="print one JSON document")
    to.add_argument("-q", "--quiet", action="store_true", default=flag, help="no progress")


def common_options() -> Parser:
    """Return the parent of every command, and of every command within one."""
    common = Parser(add_help=False)
    take_common(common, argparse.SUPPRESS)
    return common


def take_brief(to: argparse.ArgumentParser) -> None:
    """Let a command name one brief."""
    to.add_argument("brief", metavar="BRIEF", help='an id, or a code such as "CO 24-15" or "CO 24-15/ko"')


def take_briefs(to: argparse.ArgumentParser) -> None:
    """Let a command name several briefs."""
    to.add_argument("briefs", nargs="+", metavar="BRIEF", help="ids or codes")


def take_bounds(to: argparse.ArgumentParser) -> None:
    """Let a command be bound to some of the briefs."""
    to.add_argument("--series")
    to.add_argument("--author", help="part of a name")
    to.add_argument("--division", help="part of a name")
    to.add_argument("--year", type=years, default=(None, None), metavar="2019..2024")
    to.add_argument("--lang", choices=["ko", "en"])
    to.add_argument("--tag")
    to.add_argument("--collection")
    to.add_argument("--quality", type=TextQuality, choices=list(TextQuality), help="of the text: how much can be seen")


# -- what they name


def folder_of(options: argparse.Namespace) -> Path:
    """Return the folder of the archive."""
    folder: Path = options.archive or default_archive()
    return folder


def bounds_of(options: argparse.Namespace) -> Filters:
    """Return the bounds that `take_bounds` took."""
    return Filters(
        *(options.series, options.author, options.division, options.year, options.lang, options.tag),
        collection=options.collection,
        quality=options.quality,
    )


def brief_named(archive: Archive, name: str, *, binned: bool = False) -> ArchivedBrief:
    """Return the one brief with an id or a code.

    Raises:
        NotFound: if there is none.
        WrongUsage: if there are several.
    """
    ids = archive.library.named(name, binned=binned)
    brief = archive.library.brief(ids[0]) if ids else None
    if brief is None:
        raise NotFound(f"There is no brief {name!r} in the {'bin' if binned else 'archive'}.")
    if len(ids) > 1:
        raise WrongUsage(f"{name!r} names {len(ids)} briefs: {', '.join(map(str, ids))}. Name one by its id.")
    return brief


def ids_named(archive: Archive, names: list[str], *, binned: bool = False) -> list[int]:
    """Return the ids of briefs; raises as `brief_named` does."""
    return [brief_named(archive, name, binned=binned).id for name in names]


def bookmark_named(archive: Archive, id: str) -> Bookmark:
    """Return the bookmark with an id.

    Raises:
        NotFound: if there is none, or it was thrown away.
    """
    kept = [bookmark for bookmark in archive.library.bookmarks.get([id]) if not bookmark.binned]
    if not kept:
        raise NotFound(f"There is no bookmark {id!r}; see kinu-reader bookmark list.")
    return kept[0]


def write_file(file: Path, content: bytes) -> None:
    """Write what a person asked for.

    Raises:
        WrongUsage: if that cannot be done.
    """
    try:
        file.write_bytes(content)
    except OSError as error:
        raise WrongUsage(f"{file} cannot be written: {error.strerror}.") from error


@contextmanager
def progress_of(options: argparse.Namespace) -> Iterator[Progress]:
    """Give a progress that shows itself on stderr and is cancelled by Ctrl+C."""
    bar = sys.stderr.isatty()

    def report(step: Step) -> None:
        if bar and step.total:
            filled = 30 * step.done // step.total
            name = step.name[:40]
            sys.stderr.write(f"\r\x1b[K{'█' * filled}{'░' * (30 - filled)} {step.done:,}/{step.total:,} {name}")
            sys.stderr.flush()
        elif step.done == step.total or step.done % 100 == 0:
            sys.stderr.write(f"{step.done:,} of {step.total:,}\n")

    progress = Progress() if options.quiet else Progress(report)
    before = signal.signal(signal.SIGINT, lambda *_: progress.cancel())
    try:
        yield progress
    finally:
        signal.signal(signal.SIGINT, before)
        if bar and not options.quiet:
            sys.stderr.write("\r\x1b[K")

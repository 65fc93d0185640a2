"""What can be typed."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kinu_reader import __version__
from kinu_reader.cite import DEFAULT as DEFAULT_STYLE
from kinu_reader.cite import formats
from kinu_reader.model import Sort

if TYPE_CHECKING:
    from collections.abc import Callable


def years(text: str) -> tuple[int | None, int | None]:
    """Read `2024`, `2019..2024`, `2019..` or `..2024`."""
    first, dots, last = text.partition("..")
    try:
        start, end = (int(part) if part.strip() else None for part in (first, last if dots else first))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a year or a range such as 2019..2024") from None
    if start is None and end is None:
        raise argparse.ArgumentTypeError("a range needs at least one year")
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


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    common = argparse.ArgumentParser(add_help=False)
    _common(common, argparse.SUPPRESS)
    whole = argparse.ArgumentParser(prog="kinu-reader", description="Search an archive of policy briefs.")
    whole.add_argument("--version", action="version", version=f"Kinu Reader {__version__}")
    _common(whole, None)
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, help: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=help, description=help, parents=[common])

    _import(command("import", "Import PDF and text briefs from files and folders."))
    search = command("search", "Find passages.")
    _query(search)
    search.add_argument("--explain", metavar="BRIEF", help="say why this brief does not answer")
    search.add_argument("--limit", type=at_least(0), default=20, help="briefs to list (20)")
    search.add_argument("--offset", type=at_least(0), default=0, help="briefs to skip first (0)")
    search.add_argument("--passages", type=at_least(0), default=3, help="passages of each brief (3)")
    search.add_argument("--sort", type=Sort, choices=list(Sort), default=Sort.RELEVANCE)
    count = command("count", "Count the briefs that answer.")
    _query(count)
    count.add_argument("--by", choices=["year", "series", "author", "division", "lang"])
    _brief(command("show", "Show the record of a brief."))
    listing = command("list", "List briefs.")
    listing.add_argument("--sort", type=Sort, choices=list(Sort), default=Sort.RELEVANCE)
    listing.add_argument("--needs-review", action="store_true", help="only those with a doubtful field")
    edit = command("edit", "Correct the record of a brief.")
    _brief(edit)
    edit.add_argument("fields", nargs="*", metavar="FIELD=VALUE", help="FIELD= clears; see authors= in README.md")
    edit.add_argument("--undo", action="store_true", help="take the last edit back")
    _brief(command("text", "Print the canonical text of a brief."))
    boxes = command("boxes", "Print where a range of the text stands on its pages.")
    _brief(boxes)
    boxes.add_argument("start", type=at_least(0), metavar="START")
    boxes.add_argument("end", type=at_least(0), metavar="END")
    page = command("page", "Draw a page as PNG.")
    _brief(page)
    page.add_argument("number", type=at_least(1), metavar="N")
    page.add_argument("--width", type=at_least(16), default=1000, metavar="PX", help="width in pixels (1000)")
    page.add_argument("--highlight", default="", metavar="QUERY", help="mark what answers this query")
    page.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.png")
    _cite(command("cite", "Cite briefs, or export them for another program."))
    command("styles", "List citation styles.").add_argument("query", nargs="?", default="", metavar="QUERY")
    for name, help in (("delete", "Put briefs into the bin."), ("undelete", "Put briefs back from the bin.")):
        command(name, help).add_argument("briefs", nargs="+", metavar="BRIEF", help="ids or codes")
    command("empty-bin", "Remove what is in the bin for good.")
    command("ocr", "Read pages without text by Tesseract.").add_argument("briefs", nargs="+", metavar="BRIEF")
    command("reindex", "Build the index anew from the catalogue.")
    command("info", "Show what the archive holds.")
    return whole


def _common(to: argparse.ArgumentParser, default: str | None) -> None:
    # Each may stand before the command or after it; the second place must not undo the first.
    flag = False if default is None else default
    to.add_argument("--archive", type=Path, default=default, metavar="DIR", help="the archive (else $KINU_ARCHIVE)")
    to.add_argument("--json", action="store_true", default=flag, help="print one JSON document")
    to.add_argument("-q", "--quiet", action="store_true", default=flag, help="no progress")


def _import(to: argparse.ArgumentParser) -> None:
    to.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    to.add_argument("--jobs", type=at_least(1), metavar="N", help="files to read at once")
    to.add_argument("--password", metavar="P", help="what opens encrypted files")
    to.add_argument("--ocr", action="store_true", help="read pages without text by Tesseract")
    to.add_argument("--timeout", type=float, default=60.0, metavar="S", help="seconds for one file (60)")


def _query(to: argparse.ArgumentParser) -> None:
    to.add_argument("query", metavar="QUERY")
    to.add_argument("--series")
    to.add_argument("--author", help="part of a name")
    to.add_argument("--division", help="part of a name")
    to.add_argument("--year", type=years, default=(None, None), metavar="2019..2024")
    to.add_argument("--lang", choices=["ko", "en"])
    to.add_argument("--tag")
    to.add_argument("--exact", action="store_true", help="the words as typed, no other forms of them")
    to.add_argument("--no-expand", action="store_true", help="no synonyms and translations")


def _cite(to: argparse.ArgumentParser) -> None:
    to.add_argument("briefs", nargs="+", metavar="BRIEF", help="ids or codes")
    to.add_argument("--style", default=DEFAULT_STYLE, help=f"one of `kinu-reader styles` ({DEFAULT_STYLE})")
    to.add_argument("--page", metavar="LABEL", help="the printed page that the citation points to")
    to.add_argument("--locale", default="en-US")
    to.add_argument("--format", choices=["text", "html", *(known.id for known in formats())], default="text")
    to.add_argument("-o", "--output", type=Path, metavar="FILE")


def _brief(to: argparse.ArgumentParser) -> None:
    to.add_argument("brief", metavar="BRIEF", help='an id, or a code such as "CO 24-15" or "CO 24-15/ko"')

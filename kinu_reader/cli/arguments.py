"""What can be typed: the options of every command, and the commands, each from its own module."""

from __future__ import annotations

import argparse
from pathlib import Path

from kinu_reader import __version__
from kinu_reader.cli.commands import bins, citing, importing, interchange, records, searching, texts, upkeep


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line; what it parses has the function to `run`."""
    common = argparse.ArgumentParser(add_help=False)
    _common(common, argparse.SUPPRESS)
    whole = argparse.ArgumentParser(prog="kinu-reader", description="Search an archive of policy briefs.")
    whole.add_argument("--version", action="version", version=f"Kinu Reader {__version__}")
    _common(whole, None)
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, help: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=help, description=help, parents=[common])

    for module in (importing, searching, records, interchange, texts, citing, bins, upkeep):
        module.add(command)
    return whole


def _common(to: argparse.ArgumentParser, default: str | None) -> None:
    # Each may stand before the command or after it; the second place must not undo the first.
    flag = False if default is None else default
    to.add_argument("--archive", type=Path, default=default, metavar="DIR", help="the archive (else $KINU_ARCHIVE)")
    to.add_argument("--json", action="store_true", default=flag, help="print one JSON document")
    to.add_argument("-q", "--quiet", action="store_true", default=flag, help="no progress")

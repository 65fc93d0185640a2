"""What can be typed: the options of every command, and the commands, each from its own module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader import __version__
from kinu_reader.cli.asking import Parser, common_options, take_common
from kinu_reader.cli.commands import (
    bins,
    bookmarks,
    citing,
    importing,
    interchange,
    people,
    records,
    relations,
    rereading,
    searching,
    series,
    shelves,
    texts,
    upkeep,
)

if TYPE_CHECKING:
    import argparse

MODULES = (
    importing,
    searching,
    records,
    rereading,
    shelves,
    people,
    texts,
    citing,
    bookmarks,
    series,
    relations,
    interchange,
    bins,
    upkeep,
)


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line; what it parses has the function to `run`."""
    whole = Parser(prog="kinu-reader", description="Search an archive of policy briefs.")
    whole.add_argument("--version", action="version", version=f"Kinu Reader {__version__}")
    take_common(whole, None)
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, help: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=help, description=help, parents=[common_options()])

    for module in MODULES:
        module.add(command)
    return whole

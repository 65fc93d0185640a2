"""What can be typed: the options of every command, and the commands, each from its own module."""

from __future__ import annotations

import argparse
import sys
from typing import Any, NoReturn

from kinu_reader import __version__
from kinu_reader.cli.asking import WrongUsage, common_options, take_common
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


class _Parser(argparse.ArgumentParser):
    """A parser that leaves it to its caller how a complaint is made: also it may have to be a document."""

    def error(self, message: str) -> NoReturn:
        """Show how the command is used, and say what is wrong."""
        self.print_usage(sys.stderr)
        raise WrongUsage(f"{self.prog}: error: {message}")


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line; what it parses has the function to `run`."""
    whole = _Parser(prog="kinu-reader", description="Search an archive of policy briefs.")
    whole.add_argument("--version", action="version", version=f"Kinu Reader {__version__}")
    take_common(whole, None)
    commands: argparse._SubParsersAction[Any] = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, help: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=help, description=help, parents=[common_options()])

    for module in MODULES:
        module.add(command)
    return whole

"""What can be typed: the options of every command, and the commands, each from its own module."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from kinu_reader import __version__
from kinu_reader.cli.asking import Parser, common_options, take_common

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

HOMES = {
    "importing": ("import", "ocr"),
    "searching": ("search", "count"),
    "records": ("show", "list", "edit"),
    "rereading": ("reread", "pattern", "patterns"),
    "shelves": ("collection", "undo", "redo"),
    "people": ("people",),
    "texts": ("text", "boxes", "page"),
    "citing": ("cite", "styles"),
    "bookmarks": ("bookmark",),
    "series": ("series",),
    "relations": ("duplicates", "editions", "versions"),
    "interchange": ("metadata",),
    "bins": ("delete", "undelete", "empty-bin"),
    "upkeep": ("check", "reindex", "backup", "restore", "info"),
}
"""The module of each command."""


def parser(typed: Sequence[str] = ()) -> argparse.ArgumentParser:
    """Return the parser of the whole command line; what it parses has the function to `run`.

    Where what was typed begins with a command, only that one is loaded: a search must not wait for what exports.
    """
    whole = Parser(prog="kinu-reader", description="Search an archive of policy briefs.")
    whole.add_argument("--version", action="version", version=f"Kinu Reader {__version__}")
    take_common(whole, None)
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, help: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=help, description=help, parents=[common_options()])

    wanted = [home for home, names in HOMES.items() if typed and typed[0] in names]
    for home in wanted or HOMES:
        import_module(f"kinu_reader.cli.commands.{home}").add(command)
    return whole

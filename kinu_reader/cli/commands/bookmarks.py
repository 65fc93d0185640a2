"""What a person keeps of briefs: passages, pages, areas and whole briefs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kinu_reader.cli import shapes, words
from kinu_reader.cli.asking import (
    NotFound,
    Said,
    WrongUsage,
    at_least,
    bookmark_named,
    brief_named,
    common_options,
    day,
    folder_of,
    take_brief,
)
from kinu_reader.cli.commands.bookmark_exports import add_export, add_import
from kinu_reader.model import BookmarkFilters, Colour, Placing, UnreadableFile, WrongValue
from kinu_reader.tasks import bookmarking
from kinu_reader.tasks.archive import opened

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from kinu_reader.cli.asking import Command
    from kinu_reader.model import Bookmark
    from kinu_reader.tasks.archive import Archive


def add(command: Command) -> None:
    """Add the command with those within it."""
    parts = command("bookmark", "Keep passages, find them again, throw them away.").add_subparsers(
        dest="part", required=True, metavar="WHAT"
    )

    def part(name: str, help: str) -> argparse.ArgumentParser:
        return parts.add_parser(name, help=help, description=help, parents=[common_options()])

    for take in (_add, _list, _change, _place, _delete, _bring, _walk, add_export, add_import):
        take(part)


def _add(part: Command) -> None:
    new = part("add", "Keep a range of the text, a page, an area of one, or a whole brief.")
    new.set_defaults(run=run_add)
    take_brief(new)
    new.add_argument("start", nargs="?", type=at_least(0), metavar="START")
    new.add_argument("end", nargs="?", type=at_least(1), metavar="END")
    new.add_argument("--page", type=at_least(1), metavar="N", help="keep this page")
    new.add_argument("--box", nargs=4, type=float, metavar=("X0", "Y0", "X1", "Y1"), help="of the page, only this area")
    new.add_argument("--brief", dest="whole", action="store_true", help="keep the whole brief")
    new.add_argument("--note", default="", metavar="T", help="Markdown")
    new.add_argument("--colour", type=Colour, choices=list(Colour), default=Colour.AMBER)
    new.add_argument("--tag", dest="tags", action="append", default=[], metavar="T")


def _list(part: Command) -> None:
    listing = part("list", "List bookmarks: all, or those whose quote, note or tags hold some words.")
    listing.set_defaults(run=run_list)
    listing.add_argument("query", nargs="?", default="", metavar="QUERY")
    listing.add_argument("--brief", help="only those in this brief")
    listing.add_argument("--colour", type=Colour, choices=list(Colour))
    listing.add_argument("--tag", metavar="T")
    listing.add_argument("--state", type=Placing, choices=list(Placing))
    listing.add_argument(
        "--since", type=day, metavar="DATE", help="made on this day (2024-03-05, 2024-03, 2024) or later"
    )
    listing.add_argument("--until", type=day, metavar="DATE", help="made then or earlier")


def _change(part: Command) -> None:
    change = part("change", "Give a bookmark another note, colour or tags.")
    change.set_defaults(run=run_change)
    change.add_argument("id", metavar="ID")
    change.add_argument("--note", metavar="T")
    change.add_argument("--colour", type=Colour, choices=list(Colour))
    change.add_argument("--tag", dest="tags", action="append", metavar="T", help='in place of those it has; "" clears')


def _place(part: Command) -> None:
    place = part("place", "Say where in its brief a bookmark stands.")
    place.set_defaults(run=run_place)
    place.add_argument("id", metavar="ID")
    place.add_argument("start", type=at_least(0), metavar="START")
    place.add_argument("end", type=at_least(1), metavar="END")


def _delete(part: Command) -> None:
    delete = part("delete", "Throw bookmarks away; `bookmark undo` brings them back.")
    delete.set_defaults(run=run_delete)
    delete.add_argument("ids", nargs="+", metavar="ID")


def _bring(part: Command) -> None:
    bring = part("bring", "Keep the highlights and notes that the file of a brief itself carries.")
    bring.set_defaults(run=run_bring)
    take_brief(bring)


def _walk(part: Command) -> None:
    part("undo", "Take the last edit of bookmarks back.").set_defaults(run=run_undo)
    part("redo", "Make an edit again that was taken back.").set_defaults(run=run_redo)


def run_add(options: argparse.Namespace) -> Said:
    """Keep something of a brief."""
    ways = (options.end is not None, options.page is not None, options.whole)
    if sum(ways) != 1 or (options.start is None) == ways[0] or (options.box and options.page is None):
        raise WrongUsage("Give START and END, or --page N (perhaps with --box), or --brief.")
    given = {"colour": options.colour, "note": options.note, "tags": options.tags}

    def kept(archive: Archive) -> Said:
        brief = brief_named(archive, options.brief).id
        if options.whole:
            return _said([bookmarking.keep_brief(archive, brief, **given)])
        if options.page is None:
            return _said([bookmarking.keep(archive, brief, options.start, options.end, **given)])
        if options.box is None:
            return _said([bookmarking.keep_page(archive, brief, options.page, **given)])
        return _said([bookmarking.keep_area(archive, brief, options.page, tuple(options.box), **given)])

    return _done(options, kept)


def run_list(options: argparse.Namespace) -> Said:
    """List bookmarks."""
    with opened(folder_of(options)) as archive:
        briefs = frozenset([brief_named(archive, options.brief).id]) if options.brief else None
        bounds = (options.colour, options.tag, briefs, options.state, options.since, options.until)
        found = bookmarking.bookmarks(archive, BookmarkFilters(options.query, *bounds))
    return _said(found)


def run_change(options: argparse.Namespace) -> Said:
    """Change a bookmark."""
    changes = {name: getattr(options, name) for name in ("note", "colour") if getattr(options, name) is not None}
    if options.tags is not None:
        changes["tags"] = tuple(filter(None, options.tags))
    if not changes:
        raise WrongUsage("Give --note, --colour or --tag.")

    def changed(archive: Archive) -> Said:
        return _said(bookmarking.change(archive, [replace(bookmark_named(archive, options.id), **changes)]))

    return _done(options, changed)


def run_place(options: argparse.Namespace) -> Said:
    """Place a bookmark by hand."""

    def placed(archive: Archive) -> Said:
        id = bookmark_named(archive, options.id).id
        return _said([bookmarking.place_by_hand(archive, id, options.start, options.end)])

    return _done(options, placed)


def run_delete(options: argparse.Namespace) -> Said:
    """Throw bookmarks away."""

    def discarded(archive: Archive) -> Said:
        return _said(bookmarking.discard(archive, [bookmark_named(archive, id).id for id in options.ids]))

    return _done(options, discarded)


def run_bring(options: argparse.Namespace) -> Said:
    """Keep the marks of a file."""

    def brought(archive: Archive) -> Said:
        found = bookmarking.bring_marks(archive, brief_named(archive, options.brief).id)
        return Said({**shapes.bookmarks(found.bookmarks), "marks": found.marks}, words.brought(found))

    return _done(options, brought)


def run_undo(options: argparse.Namespace) -> Said:
    """Take an edit back."""
    return _walked(options, bookmarking.undo, "There is no edit of bookmarks to take back.")


def run_redo(options: argparse.Namespace) -> Said:
    """Make an edit again."""
    return _walked(options, bookmarking.redo, "There is no edit of bookmarks to make again.")


def _walked(options: argparse.Namespace, walk: Callable[[Archive], list[Bookmark]], nothing: str) -> Said:
    with opened(folder_of(options)) as archive:
        found = walk(archive)
    if not found:
        raise NotFound(nothing)
    return _said(found)


def _done(options: argparse.Namespace, work: Callable[[Archive], Said]) -> Said:
    """Return what a piece of work says, or say why it could not be done."""
    with opened(folder_of(options)) as archive:
        try:
            return work(archive)
        except WrongValue as error:
            raise WrongUsage(f"There is no {error.field} {error.text} in that brief.") from error
        except UnreadableFile as error:
            raise WrongUsage(f"The file of the brief cannot be read: {error.detail}.") from error


def _said(found: Sequence[Bookmark]) -> Said:
    return Said(shapes.bookmarks(found), "\n".join(map(words.bookmark, found)) or "No bookmarks.")

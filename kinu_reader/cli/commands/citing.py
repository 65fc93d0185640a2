"""Citations, exchange formats and the styles there are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kinu_reader.cite import DEFAULT, StyleUnusable, formats
from kinu_reader.cli import shapes, words
from kinu_reader.cli.asking import Said, WrongUsage, bookmark_named, folder_of, ids_named, take_briefs, write_file
from kinu_reader.model import Pinpoint
from kinu_reader.tasks.archive import opened
from kinu_reader.tasks.citing import Manner, Mixed, citations, exported, place_kept, references, styles

if TYPE_CHECKING:
    import argparse

    from kinu_reader.cite import Cited
    from kinu_reader.cli.asking import Command
    from kinu_reader.tasks.archive import Archive


def add(command: Command) -> None:
    """Add the commands."""
    cite = command("cite", "Cite briefs, or export them for another program.")
    cite.set_defaults(run=run_cite)
    take_briefs(cite)
    cite.add_argument("--style", default=DEFAULT, help=f"one of `kinu-reader styles` ({DEFAULT})")
    cite.add_argument("--page", metavar="LABEL", help="the printed page that the citation points to")
    cite.add_argument("--bookmark", metavar="ID", help="a bookmark that the citation of its brief points to")
    cite.add_argument("--locale", default="en-US")
    cite.add_argument(
        "--mixed",
        choices=[Mixed.KOREAN_FIRST.value, Mixed.ENGLISH_FIRST.value],
        help="one bibliography in which Korean briefs follow Korean rules, before or after the others",
    )
    cite.add_argument("--format", choices=["text", "html", *(known.id for known in formats())], default="text")
    cite.add_argument("-o", "--output", type=Path, metavar="FILE")
    listing = command("styles", "List citation styles.")
    listing.set_defaults(run=run_styles)
    listing.add_argument("query", nargs="?", default="", metavar="QUERY")


def run_cite(options: argparse.Namespace) -> Said:
    """Cite briefs, or export them."""
    with opened(folder_of(options)) as archive:
        ids = ids_named(archive, options.briefs)
        page = Pinpoint(label=options.page) if options.page else None
        places: dict[int, Pinpoint | None] = dict.fromkeys(ids, page)
        if options.bookmark:
            places |= _place_kept(archive, options.bookmark, ids)
        if options.format not in ("text", "html"):
            text = exported(archive, ids, options.format)
            said = Said({"format": options.format, "text": text}, text)
        else:
            try:
                cited = _cited(archive, ids, options, places)
            except StyleUnusable as error:
                raise WrongUsage(f"There is no usable style {error.style!r}; see kinu-reader styles.") from error
            said = Said(shapes.cited(cited), words.cited(cited, html=options.format == "html"))
    if options.output:
        write_file(options.output, said.text.encode("utf-8"))
        return Said(said.document, f"Written to {options.output}")
    return said


def _cited(
    archive: Archive, ids: list[int], options: argparse.Namespace, places: dict[int, Pinpoint | None]
) -> list[Cited]:
    manner = Manner(options.style, options.locale, Mixed(options.mixed or ""))
    if manner.mixed is Mixed.NO:
        return citations(archive, ids, manner, places)
    if any(places.values()):
        raise WrongUsage("--mixed makes a bibliography, which points to no page and no bookmark.")
    return references(archive, ids, manner)


def _place_kept(archive: Archive, id: str, briefs: list[int]) -> dict[int, Pinpoint | None]:
    kept = bookmark_named(archive, id)
    if kept.brief not in briefs:
        raise WrongUsage(f"The bookmark {id} is in brief {kept.brief}, which is not among those to cite.")
    return {kept.brief: place_kept(archive, kept)}


def run_styles(options: argparse.Namespace) -> Said:
    """List citation styles."""
    found = styles(options.query)
    document = {"styles": [{"id": style.id, "title": style.title} for style in found]}
    return Said(document, "\n".join(f"{style.id}\t{style.title}" for style in found))

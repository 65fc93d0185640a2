"""What a brief says, where on its pages it stands, and how they look."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kinu_reader.cli import shapes
from kinu_reader.cli.asking import NotFound, Said, WrongUsage, at_least, brief_named, folder_of, take_brief, write_file
from kinu_reader.tasks.anchoring import boxes_on
from kinu_reader.tasks.archive import opened
from kinu_reader.tasks.reading import draw_page

if TYPE_CHECKING:
    import argparse

    from kinu_reader.cli.asking import Command


def add(command: Command) -> None:
    """Add the commands."""
    text = command("text", "Print the canonical text of a brief.")
    text.set_defaults(run=run_text)
    take_brief(text)
    boxes = command("boxes", "Print where a range of the text stands on its pages.")
    boxes.set_defaults(run=run_boxes)
    take_brief(boxes)
    boxes.add_argument("start", type=at_least(0), metavar="START")
    boxes.add_argument("end", type=at_least(0), metavar="END")
    page = command("page", "Draw a page as PNG.")
    page.set_defaults(run=run_page)
    take_brief(page)
    page.add_argument("number", type=at_least(1), metavar="N")
    page.add_argument("--width", type=at_least(16), default=1000, metavar="PX", help="width in pixels (1000)")
    page.add_argument("--highlight", default="", metavar="QUERY", help="mark what answers this query")
    page.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.png")


def run_text(options: argparse.Namespace) -> Said:
    """Print the canonical text of a brief."""
    with opened(folder_of(options)) as archive:
        id = brief_named(archive, options.brief).id
        text = archive.library.text(id)
        return Said(shapes.text(id, text, archive.library.page_bounds(id), archive.library.passages(id)), text)


def run_boxes(options: argparse.Namespace) -> Said:
    """Print where a range of the text stands."""
    if options.start > options.end:
        raise WrongUsage("START must not be after END.")
    with opened(folder_of(options)) as archive:
        brief = brief_named(archive, options.brief)
        found = boxes_on(archive.library.pages(brief.id), options.start, options.end)
    lines = [f"page {page}: " + " ".join(f"{value:.2f}" for value in box) for page, box in found]
    return Said(shapes.boxes(found), "\n".join(lines) or "Nothing stands there.")


def run_page(options: argparse.Namespace) -> Said:
    """Draw a page as PNG."""
    with opened(folder_of(options)) as archive:
        brief = brief_named(archive, options.brief)
        if options.number > brief.pages:
            raise NotFound(f"{options.brief} has no page {options.number}: it has {brief.pages}.")
        png = draw_page(archive, brief, options.number, options.width, options.highlight)
    write_file(options.output, png)
    return Said({"id": brief.id, "page": options.number, "file": str(options.output)}, f"Drawn to {options.output}")

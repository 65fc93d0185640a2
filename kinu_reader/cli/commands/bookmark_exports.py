"""Bookmarks to files and from files: what follows `bookmark export` and `bookmark import`."""

from __future__ import annotations

import getpass
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from kinu_reader.annotations.exchange import NotUnderstood
from kinu_reader.annotations.exporting import formats
from kinu_reader.annotations.templates import TemplateUnusable
from kinu_reader.cite import DEFAULT, StyleUnusable
from kinu_reader.cli.asking import NotFound, Said, WrongUsage, brief_named, folder_of, progress_of, write_file
from kinu_reader.model import UnreadableFile
from kinu_reader.tasks.archive import opened
from kinu_reader.tasks.packets import packet
from kinu_reader.tasks.receiving import read_bookmarks, receive
from kinu_reader.tasks.sharing import Copy, WouldOverwrite, export_bookmarks, pdf_copies, pdf_copy

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from kinu_reader.cli.asking import Command
    from kinu_reader.model import Bookmark
    from kinu_reader.tasks.archive import Archive

PDF, PACKET = "pdf", "packet"
BINARY = ("docx",)


def add_export(command: Command) -> None:
    """Add `export` to the commands of bookmarks."""
    export = command("export", "Write bookmarks to a file for another program, or into a copy of the PDF.")
    export.set_defaults(run=run_export)
    export.add_argument("ids", nargs="*", metavar="ID", help="bookmarks (all, unless --brief says of which brief)")
    export.add_argument("--brief", metavar="BRIEF", help="an id or a code: only the bookmarks of this brief")
    export.add_argument("--format", choices=[*(known.id for known in formats()), PDF, PACKET], default="markdown")
    export.add_argument("--style", default=DEFAULT, help=f"one of `kinu-reader styles` ({DEFAULT})")
    export.add_argument("--locale", default="en-US")
    export.add_argument("--author", help="of the annotations in a PDF (your user name)")
    export.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="a packet named .pdf is one; for pdf of several briefs a folder",
    )


def add_import(command: Command) -> None:
    """Add `import` to the commands of bookmarks."""
    import_ = command("import", "Read bookmarks from JSON-LD, or annotations from the JSON, RDF or notes of Zotero.")
    import_.set_defaults(run=run_import)
    import_.add_argument("file", type=Path, metavar="FILE")


def run_export(options: argparse.Namespace) -> Said:
    """Write bookmarks to a file."""
    with opened(folder_of(options)) as archive:
        bookmarks = _chosen(archive, options)
        try:
            if options.format == PDF:
                return _copies(archive, bookmarks, options)
            content = _content(archive, bookmarks, options)
        except StyleUnusable as error:
            raise WrongUsage(f"There is no usable style {error.style!r}; see kinu-reader styles.") from error
        except TemplateUnusable as error:
            raise WrongUsage(f"Your template {error.name} has a mistake: {error.detail}") from error
    document = {"format": options.format, "bookmarks": len(bookmarks)}
    if options.output is None:
        if options.format in BINARY:
            raise WrongUsage(f"A file of the format {options.format} needs a name: -o FILE.")
        text = content.decode("utf-8")
        return Said(document | {"text": text}, text)
    write_file(options.output, content)
    return Said(document | {"file": str(options.output)}, f"{len(bookmarks)} bookmarks written to {options.output}")


def run_import(options: argparse.Namespace) -> Said:
    """Read bookmarks from a file into the archive."""
    try:
        content = options.file.read_bytes()
    except OSError as error:
        raise WrongUsage(f"{options.file} cannot be read: {error.strerror}.") from error
    with opened(folder_of(options)) as archive:
        try:
            incoming = read_bookmarks(archive, content)
        except NotUnderstood as error:
            raise WrongUsage(f"{options.file} holds no bookmarks: {error.detail}.") from error
        kept = receive(archive, incoming)
    document = {
        "added": [bookmark.id for bookmark in kept],
        "homeless": [asdict(source) for source in incoming.homeless],
        "refused": list(incoming.refused),
    }
    lines = [f"{len(kept)} bookmarks added."]
    lines += [f"Not in the archive: {source.title or source.file or source.sha256}" for source in incoming.homeless]
    lines += [f"Not understood: annotation {reason}" for reason in incoming.refused]
    return Said(document, "\n".join(lines), partly=bool(incoming.homeless or incoming.refused))


def _chosen(archive: Archive, options: argparse.Namespace) -> list[Bookmark]:
    kept = archive.library.bookmarks
    found = kept.of_brief(brief_named(archive, options.brief).id) if options.brief else kept.find()
    if not options.ids:
        return list(found)
    known = {bookmark.id: bookmark for bookmark in found}
    if unknown := [id for id in options.ids if id not in known]:
        raise NotFound(f"There is no bookmark {', '.join(unknown)}.")
    return [known[id] for id in options.ids]


def _content(archive: Archive, bookmarks: Sequence[Bookmark], options: argparse.Namespace) -> bytes:
    asked = {"style": options.style, "locale": options.locale}
    if options.format != PACKET:
        return export_bookmarks(archive, bookmarks, options.format, **asked)
    pdf = options.output is not None and options.output.suffix.lower() == ".pdf"
    with progress_of(options) as progress:
        return packet(archive, bookmarks, pdf=pdf, **asked, progress=progress)


def _copies(archive: Archive, bookmarks: Sequence[Bookmark], options: argparse.Namespace) -> Said:
    """Write marked copies: one to the file named, several into the folder named."""
    try:
        copies = _written(archive, bookmarks, options)
    except WouldOverwrite as error:
        raise WrongUsage(f"{error.path} is a file of the archive, or was read into it; name another place.") from error
    except OSError as error:
        raise WrongUsage(f"{options.output} cannot be written: {error.strerror}.") from error
    document = {
        "format": PDF,
        "bookmarks": len(bookmarks),
        "copies": [
            {"brief": copy.brief, "file": str(copy.file), "without_page": list(copy.without_page)}
            for copy in copies
            if not copy.failure
        ],
        "failed": [{"brief": copy.brief, "reason": copy.failure.detail} for copy in copies if copy.failure],
    }
    lines = [
        f"Brief {copy.brief} cannot be copied: {copy.failure.detail}" if copy.failure else f"Written to {copy.file}"
        for copy in copies
    ]
    lines += [f"Its page was not found: bookmark {id}" for copy in copies for id in copy.without_page]
    return Said(document, "\n".join(lines), partly=any(copy.failure or copy.without_page for copy in copies))


def _written(archive: Archive, bookmarks: Sequence[Bookmark], options: argparse.Namespace) -> list[Copy]:
    author = options.author or _user()
    briefs = archive.library.briefs(list({bookmark.brief for bookmark in bookmarks}))
    folder = options.output
    if folder is not None and (folder.is_dir() or (len(briefs) > 1 and folder.suffix.lower() != ".pdf")):
        folder.mkdir(parents=True, exist_ok=True)
        with progress_of(options) as progress:
            return pdf_copies(archive, bookmarks, folder, author, progress)
    if options.output is None or len(briefs) != 1:
        raise WrongUsage(f"Copies of {len(briefs)} briefs need a place: -o FILE for one, -o FOLDER for several.")
    (brief,) = briefs.values()
    try:
        return [Copy(brief.id, options.output, pdf_copy(archive, brief, bookmarks, options.output, author))]
    except UnreadableFile as error:
        return [Copy(brief.id, options.output, failure=error)]


def _user() -> str:
    """Return the name of the person as the system knows it; "" where it knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""

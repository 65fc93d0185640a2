"""One function a command: asks a task, gives the answer in both forms."""

from __future__ import annotations

import signal
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinu_reader import __version__
from kinu_reader.cite import StyleUnusable
from kinu_reader.cli import shapes, words
from kinu_reader.extract import ocr_available
from kinu_reader.model import Cancelled, Filters, Pinpoint, Progress, SearchRequest, UnreadableFile, WrongValue
from kinu_reader.paths import default_archive
from kinu_reader.tasks.archive import catch_up, index_is_current, open_archive, opened
from kinu_reader.tasks.citing import citations, exported, styles
from kinu_reader.tasks.editing import FIELDS, delete, edit, undelete, undo
from kinu_reader.tasks.importing import import_files
from kinu_reader.tasks.reading import boxes_on, draw_page
from kinu_reader.tasks.recognising import recognise
from kinu_reader.tasks.searching import answering, explain, search

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kinu_reader.model import ArchivedBrief, Step
    from kinu_reader.tasks.archive import Archive


class WrongUsage(Exception):
    """What was asked for makes no sense."""


class NotFound(Exception):
    """What was asked for is not in the archive."""


@dataclass(frozen=True)
class Said:
    """An answer as JSON and as text; `partly` when something failed."""

    document: shapes.Document
    text: str
    partly: bool = False


def run_import(options: argparse.Namespace) -> Said:
    """Import files and folders; Ctrl+C keeps what has been imported."""
    with opened(_folder(options), create=True) as archive, _progress(options) as progress:
        limits = {"jobs": options.jobs, "seconds": options.timeout}
        change = import_files(archive, options.paths, progress, password=options.password, **limits)
        if options.ocr and not change.cancelled:
            _recognise(archive, [item.id for item in (*change.added, *change.updated)], progress)
    return Said(shapes.change(change), words.change(change), bool(change.failed) or change.cancelled)


def run_search(options: argparse.Namespace) -> Said:
    """Find passages."""
    request = SearchRequest(
        options.query,
        _filters(options),
        options.limit,
        options.offset,
        options.passages,
        options.sort,
        options.exact,
        not options.no_expand,
    )
    with opened(_folder(options)) as archive:
        if options.explain:
            brief = _brief(archive, options.explain)
            why = explain(archive, request, brief.id)
            return Said(shapes.why_not(brief, why), words.why_not(brief, why))
        found = search(archive, request)
    return Said(shapes.result(found), words.result(found))


def run_count(options: argparse.Namespace) -> Said:
    """Count the briefs that answer."""
    with opened(_folder(options)) as archive:
        request = SearchRequest(options.query, _filters(options), exact=options.exact, expand=not options.no_expand)
        ids = answering(archive, request)
        by = archive.library.count_by(options.by, ids) if options.by else {}
    lines = [f"{len(ids):,}", *(f"{value}\t{n:,}" for value, n in by.items())]
    return Said({"total": len(ids), "by": by}, "\n".join(lines))


def run_show(options: argparse.Namespace) -> Said:
    """Show the record of a brief."""
    with opened(_folder(options)) as archive:
        brief = _brief(archive, options.brief)
        document = shapes.brief(brief, archive.library.page_bounds(brief.id))
    return Said(document, words.record(document, brief))


def run_edit(options: argparse.Namespace) -> Said:
    """Correct the record of a brief."""
    if bool(options.fields) == options.undo:
        raise WrongUsage("Name fields to edit (title=…), or --undo.")
    changes = dict(field.partition("=")[::2] for field in options.fields)
    with opened(_folder(options)) as archive:
        brief = _brief(archive, options.brief)
        try:
            after = undo(archive, brief.id) if options.undo else edit(archive, brief.id, changes)
        except WrongValue as error:
            raise WrongUsage(words.wrong_value(error, FIELDS)) from error
        if after is None:
            raise NotFound(f"Nothing in {options.brief!r} was edited.")
        document = shapes.brief(after, archive.library.page_bounds(after.id))
    return Said(document, words.record(document, after))


def run_list(options: argparse.Namespace) -> Said:
    """List briefs."""
    with opened(_folder(options)) as archive:
        ids = archive.library.ids(Filters(needs_review=options.needs_review), options.sort)
        known = archive.library.briefs(ids)
    briefs = [known[id] for id in ids]
    return Said(shapes.listed(briefs), "\n".join(map(words.line, briefs)) or "No briefs.")


def run_text(options: argparse.Namespace) -> Said:
    """Print the canonical text of a brief."""
    with opened(_folder(options)) as archive:
        id = _brief(archive, options.brief).id
        text = archive.library.text(id)
        return Said(shapes.text(id, text, archive.library.page_bounds(id), archive.library.passages(id)), text)


def run_boxes(options: argparse.Namespace) -> Said:
    """Print where a range of the text stands."""
    if options.start > options.end:
        raise WrongUsage("START must not be after END.")
    with opened(_folder(options)) as archive:
        brief = _brief(archive, options.brief)
        found = boxes_on(archive.library.pages(brief.id), options.start, options.end)
    lines = [f"page {page}: " + " ".join(f"{value:.2f}" for value in box) for page, box in found]
    return Said(shapes.boxes(found), "\n".join(lines) or "Nothing stands there.")


def run_page(options: argparse.Namespace) -> Said:
    """Draw a page as PNG."""
    with opened(_folder(options)) as archive:
        brief = _brief(archive, options.brief)
        if options.number > brief.pages:
            raise NotFound(f"{options.brief} has no page {options.number}: it has {brief.pages}.")
        png = draw_page(archive, brief, options.number, options.width, options.highlight)
    _write(options.output, png)
    return Said({"id": brief.id, "page": options.number, "file": str(options.output)}, f"Drawn to {options.output}")


def run_cite(options: argparse.Namespace) -> Said:
    """Cite briefs, or export them."""
    place = Pinpoint(label=options.page) if options.page else None
    with opened(_folder(options)) as archive:
        ids = [_brief(archive, name).id for name in options.briefs]
        if options.format not in ("text", "html"):
            text = exported(archive, ids, options.format)
            said = Said({"format": options.format, "text": text}, text)
        else:
            try:
                cited = citations(archive, ids, options.style, options.locale, place)
            except StyleUnusable as error:
                raise WrongUsage(f"There is no usable style {error.style!r}; see kinu-reader styles.") from error
            said = Said(shapes.cited(cited), words.cited(cited, html=options.format == "html"))
    if options.output:
        _write(options.output, said.text.encode("utf-8"))
        return Said(said.document, f"Written to {options.output}")
    return said


def run_styles(options: argparse.Namespace) -> Said:
    """List citation styles."""
    found = styles(options.query)
    document = {"styles": [{"id": style.id, "title": style.title} for style in found]}
    return Said(document, "\n".join(f"{style.id}\t{style.title}" for style in found))


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise WrongUsage(f"{file} cannot be written: {error.strerror}.") from error


def run_ocr(options: argparse.Namespace) -> Said:
    """Read pages without text."""
    with opened(_folder(options)) as archive, _progress(options) as progress:
        read = _recognise(archive, [_brief(archive, name).id for name in options.briefs], progress)
    return Said({"read": [brief.id for brief in read]}, f"{len(read)} read." if read else "No page there lacks text.")


def _recognise(archive: Archive, ids: list[int], progress: Progress) -> list[ArchivedBrief]:
    if not ocr_available():
        raise WrongUsage(words.NO_TESSERACT)
    try:
        return recognise(archive, ids, progress)
    except UnreadableFile as error:
        raise WrongUsage(f"Tesseract could not read a page: {error.detail}.") from error
    except Cancelled:
        return []


def run_delete(options: argparse.Namespace) -> Said:
    """Put briefs into the bin."""
    with opened(_folder(options)) as archive:
        ids = [_brief(archive, name).id for name in options.briefs]
        delete(archive, ids)
    return Said({"deleted": ids}, f"{len(ids)} in the bin; kinu-reader undelete brings them back.")


def run_undelete(options: argparse.Namespace) -> Said:
    """Put briefs back from the bin."""
    with opened(_folder(options)) as archive:
        ids = [_brief(archive, name, binned=True).id for name in options.briefs]
        undelete(archive, ids)
    return Said({"restored": ids}, f"{len(ids)} back on the shelf.")


def run_empty_bin(options: argparse.Namespace) -> Said:
    """Remove what is in the bin for good."""
    with opened(_folder(options)) as archive:
        removed = archive.library.empty_bin()
    return Said({"removed": removed}, f"{removed} removed for good.")


def run_reindex(options: argparse.Namespace) -> Said:
    """Build the index anew."""
    began = time.monotonic()
    with opened(_folder(options)) as archive, _progress(options) as progress:
        archive.index.reset()
        briefs = catch_up(archive, progress)
    document = {"briefs": briefs, "seconds": round(time.monotonic() - began, 3)}
    return Said(document, f"Indexed {briefs:,} briefs.")


def run_info(options: argparse.Namespace) -> Said:
    """Show what the archive holds."""
    archive = open_archive(_folder(options))
    try:
        briefs, passages = archive.library.count()
        state = "current" if index_is_current(archive) else "behind"
        document = {
            "version": __version__,
            "archive": str(archive.library.folder),
            "briefs": briefs,
            "passages": passages,
            "bookmarks": 0,
            "index": {"state": state, "bytes": archive.index.bytes()},
            "schema": archive.library.version,
        }
    finally:
        archive.close()
    text = f"Kinu Reader {__version__}\n{document['archive']}\n{briefs:,} briefs, {passages:,} passages, index {state}"
    return Said(document, text)


COMMANDS: dict[str, Callable[[argparse.Namespace], Said]] = {
    "import": run_import,
    "search": run_search,
    "count": run_count,
    "show": run_show,
    "edit": run_edit,
    "list": run_list,
    "text": run_text,
    "boxes": run_boxes,
    "page": run_page,
    "cite": run_cite,
    "styles": run_styles,
    "ocr": run_ocr,
    "delete": run_delete,
    "undelete": run_undelete,
    "empty-bin": run_empty_bin,
    "reindex": run_reindex,
    "info": run_info,
}


def _folder(options: argparse.Namespace) -> Path:
    folder: Path = options.archive or default_archive()
    return folder


def _filters(options: argparse.Namespace) -> Filters:
    return Filters(options.series, options.author, options.division, options.year, options.lang, options.tag)


def _brief(archive: Archive, name: str, *, binned: bool = False) -> ArchivedBrief:
    ids = archive.library.named(name, binned=binned)
    brief = archive.library.brief(ids[0]) if ids else None
    if brief is None:
        raise NotFound(f"There is no brief {name!r} in the {'bin' if binned else 'archive'}.")
    if len(ids) > 1:
        raise WrongUsage(f"{name!r} names {len(ids)} briefs: {', '.join(map(str, ids))}. Name one by its id.")
    return brief


@contextmanager
def _progress(options: argparse.Namespace) -> Iterator[Progress]:
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

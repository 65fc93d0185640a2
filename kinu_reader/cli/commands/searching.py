"""Questions: what answers, how much of it, and why a brief does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.cli import shapes, words
from kinu_reader.cli.asking import Said, at_least, bounds_of, brief_named, folder_of, take_bounds
from kinu_reader.model import SearchRequest, Sort
from kinu_reader.tasks.archive import opened
from kinu_reader.tasks.searching import answering, explain, search
from kinu_reader.tasks.understanding import warm_up

if TYPE_CHECKING:
    import argparse

    from kinu_reader.cli.asking import Command


def add(command: Command) -> None:
    """Add the commands."""
    find = command("search", "Find passages.")
    find.set_defaults(run=run_search)
    _query(find)
    find.add_argument("--explain", metavar="BRIEF", help="say why this brief does not answer")
    find.add_argument("--limit", type=at_least(0), default=20, help="briefs to list (20)")
    find.add_argument("--offset", type=at_least(0), default=0, help="briefs to skip first (0)")
    find.add_argument("--passages", type=at_least(0), default=3, help="passages of each brief (3)")
    find.add_argument("--sort", type=Sort, choices=list(Sort), default=Sort.RELEVANCE)
    count = command("count", "Count the briefs that answer.")
    count.set_defaults(run=run_count)
    _query(count)
    count.add_argument("--by", choices=["year", "series", "author", "division", "lang", "tag", "quality"])


def _query(to: argparse.ArgumentParser) -> None:
    to.add_argument("query", metavar="QUERY")
    take_bounds(to)
    to.add_argument("--exact", action="store_true", help="the words as typed, no other forms of them")
    to.add_argument("--no-expand", action="store_true", help="no synonyms and translations")


def run_search(options: argparse.Namespace) -> Said:
    """Find passages."""
    request = SearchRequest(
        options.query,
        bounds_of(options),
        options.limit,
        options.offset,
        options.passages,
        options.sort,
        options.exact,
        not options.no_expand,
    )
    with opened(folder_of(options)) as archive:
        if options.explain:
            brief = brief_named(archive, options.explain)
            why = explain(archive, request, brief.id)
            return Said(shapes.why_not(brief, why), words.why_not(brief, why))
        warm_up()  # as the window does when it opens an archive: what is timed is the search
        found = search(archive, request)
    return Said(shapes.result(found), words.result(found))


def run_count(options: argparse.Namespace) -> Said:
    """Count the briefs that answer."""
    with opened(folder_of(options)) as archive:
        request = SearchRequest(options.query, bounds_of(options), exact=options.exact, expand=not options.no_expand)
        ids = answering(archive, request)
        by = archive.library.count_by(options.by, ids) if options.by else {}
    lines = [f"{len(ids):,}", *(f"{value}\t{n:,}" for value, n in by.items())]
    return Said({"total": len(ids), "by": by}, "\n".join(lines))

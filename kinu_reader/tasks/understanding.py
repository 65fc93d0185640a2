"""What a request asks for: its text parsed, its words expanded by the glossary, what is switched off left out."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kinu_reader import index
from kinu_reader.model import Field
from kinu_reader.paths import user_glossary
from kinu_reader.tasks.authority import widened

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kinu_reader.index import Glossary, Limit
    from kinu_reader.model import Filters, Need, Query, SearchRequest
    from kinu_reader.tasks.archive import Archive


def understand(archive: Archive, request: SearchRequest, limit: Limit | None = None) -> Query:
    """Return the query of a request, with as much of the glossary as the time allows to look for."""
    limit = limit or index.Limit()
    query = index.parse(request.text)
    if request.without:
        query = replace(query, needs=tuple(_left(query.needs, request.without)))
    if request.expand and not request.exact:
        query = index.expand(
            query,
            _terms(archive),
            holds=lambda clause: not limit.over and archive.index.holds(clause),
            without=request.without,
        )
        query = index.with_authors(query, lambda: archive.library.authority.printed(Field.AUTHOR), request.without)
    return widened(archive, query, request.without)


def _left(needs: Iterable[Need], without: Collection[str]) -> Iterator[Need]:
    """Yield needs less what is switched off of them."""
    for need in needs:
        left = tuple(clause for clause in need.any_of if clause.text not in without)
        if left:
            yield replace(need, any_of=left)


def bounds(filters: Filters) -> dict[str, str]:
    """Return bounds on records as they are typed, by the names of their fields."""
    first, last = filters.years
    years = str(first) if first == last else f"{first or ''}..{last or ''}"
    said = {
        **{"series": filters.series, "author": filters.author, "division": filters.division},
        **{"year": years if first or last else None, "lang": filters.language, "tag": filters.tag},
        **{"collection": filters.collection, "quality": filters.quality},
    }
    return {name: value for name, value in said.items() if value}


def _terms(archive: Archive) -> Glossary:
    """Return the glossary, with the names that were merged in an archive."""
    groups = [archive.library.authority.groups(field) for field in (Field.AUTHOR, Field.DIVISION)]
    return _with_names(_changed(), (*groups[0], *groups[1])) if any(groups) else glossary()


def warm_up() -> None:
    """Load what the first search would wait for: glossary, stems, names, and the expressions for marks."""
    query = index.expand(index.parse("Kim Jong-un 통일정책"), glossary())
    index.highlights(query, query.text)


def glossary() -> Glossary:
    """Return the program's glossary with the person's own lines, as they are now."""
    return _glossary(_changed())


def _changed() -> int:
    """Return when the person's own glossary was last written, in nanoseconds."""
    file = user_glossary()
    return file.stat().st_mtime_ns if file.is_file() else 0


def own_terms() -> str:
    """Return the person's own lines of the glossary."""
    file = user_glossary()
    return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""


def keep_own_terms(text: str) -> None:
    """Keep the person's own lines of the glossary; they hold from the next search on.

    Raises:
        OSError: if the file cannot be written.
    """
    file = user_glossary()
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(".part")
    part.write_text(text, encoding="utf-8")
    part.replace(file)


@lru_cache(maxsize=1)
def _glossary(changed: int) -> Glossary:
    """Return the glossary; `changed`, when the person's file was last written, is only there to read it anew."""
    return index.load_glossary(user_path=user_glossary())


@lru_cache(maxsize=1)
def _with_names(changed: int, groups: tuple[tuple[str, ...], ...]) -> Glossary:
    return index.with_groups(_glossary(changed), groups)

"""BibTeX and BibLaTeX. TeX is undone in what is set, not in addresses, which are read as they stand."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

from kinu_reader.cite.foreign import Foreign, ForeignRecord, authors, body, date, kept, language, numbered, person
from kinu_reader.cite.items import is_east_asian

if TYPE_CHECKING:
    from collections.abc import Callable

_START = re.compile(r"@\s*[A-Za-z]+\s*[{(]")
_BARE = re.compile(r"(?<!\\)[&%#$_]")  # these mean something to TeX, but many programs write them bare
_CARET = str.maketrans("ˆ", "^")


def knows(text: str) -> bool:
    """Tell whether a text is BibTeX; comments may stand before the first entry."""
    start = _START.search(text)
    return start is not None and all(part.lstrip()[:1] in ("", "%") for part in text[: start.start()].splitlines())


def read(text: str) -> Foreign:
    """Read BibTeX."""
    import bibtexparser  # late: a window starts without it
    from bibtexparser.middlewares import MonthIntMiddleware, SeparateCoAuthors, SplitNameParts

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what is spoilt is told of otherwise
    stack = [MonthIntMiddleware(), SeparateCoAuthors(), SplitNameParts()]
    library = bibtexparser.parse_string(text, append_middleware=stack)
    as_set = _undo_tex()
    records = [_record(entry, as_set) for entry in library.entries]
    return Foreign(tuple(records), spoilt=tuple((block.start_line or 0) + 1 for block in library.failed_blocks))


def _undo_tex() -> Callable[[Any], str]:
    from pylatexenc.latex2text import LatexNodes2Text

    undo = LatexNodes2Text(math_mode="verbatim").latex_to_text

    def as_set(value: Any) -> str:
        text = str(value)
        return undo(_BARE.sub(r"\\\g<0>", text)).translate(_CARET) if re.search(r"[\\{}$~&%-]", text) else text

    return as_set


def _record(entry: Any, as_set: Callable[[Any], str]) -> ForeignRecord:
    found = {field.key.lower(): field.value for field in entry.fields}

    def said(*names: str) -> str:
        return next((as_set(found[name]) for name in names if found.get(name)), "")

    printed = said("date") or "-".join(filter(None, (said("year"), said("month"))))
    fields = {
        "title": said("title"),
        "subtitle": said("subtitle"),
        "authors": authors(_author(name, as_set) for name in found.get("author") or ()),
        "series": said("series", "type"),
        "institute": said("institution", "publisher", "organization", "school"),
        "place": said("address", "location"),
        "date": date(printed),
        "year": printed[:4],
        "doi": str(found.get("doi", "")),
        "url": str(found.get("url", "")),
        "language": language(said("language", "langid")),
        "keywords": re.sub(r"\s*,\s*", "; ", said("keywords")),
        "abstract": said("abstract"),
        **numbered(said("number")),
    }
    # "path", or "description:path:type" as some programs have it
    file = next((part for part in re.split(r"[:;]", str(found.get("file", ""))) if "." in part), "")
    return ForeignRecord(kept(fields), (entry.start_line or 0) + 1, re.split(r"[/\\]", file)[-1])


def _author(name: Any, as_set: Callable[[Any], str]) -> str:
    family = " ".join((*name.von, *name.last))
    given = ", ".join(part for part in (" ".join(name.first), " ".join(name.jr)) if part)
    if given:
        return person(as_set(family), as_set(given))
    plain = as_set(family)
    return plain if is_east_asian(plain) else body(plain)

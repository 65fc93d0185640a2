"""Where a citation stands among those before it, and how briefs that would be cited alike are told apart."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from kinu_reader.cite.items import date_parts, is_korean, line, title

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kinu_reader.model import Entry, Pinpoint

SortKey = tuple[tuple[bool, str], ...]  # each part: whether it is missing, and as what it is filed
NEAR = 5  # notes back to which a citation counts as near, unless a style says otherwise


def positions(keys: Sequence[str], pinpoints: Sequence[Pinpoint | None], near: int = NEAR) -> list[frozenset[str]]:
    """Return for each citation of a list what CSL calls its position: first, subsequent, ibid …"""
    found: list[frozenset[str]] = []
    last: dict[str, int] = {}
    for place, key in enumerate(keys):
        if key not in last:
            found.append(frozenset({"first"}))
        else:
            names = {"subsequent"}
            if place - last[key] <= near:
                names.add("near-note")
            if last[key] == place - 1:
                names |= _ibid(pinpoints[place - 1], pinpoints[place])
            found.append(frozenset(names))
        last[key] = place
    return found


def _ibid(before: Pinpoint | None, now: Pinpoint | None) -> set[str]:
    """A page just named holds on; a whole brief after one of its pages has to be cited anew."""
    if now is None:
        return {"ibid"} if before is None else set()
    return {"ibid"} if now == before else {"ibid", "ibid-with-locator"}


def alphabetical(
    entries: Sequence[Entry], *, korean_first: bool = True, key: Callable[[Entry], SortKey] | None = None
) -> list[Entry]:
    """Return the entries of a bibliography in order, the Korean ones together, each brief once.

    `key` is what a style sorts by; equals, and those of no style, go by name, date and title.
    """
    once = {entry.key: entry for entry in reversed(entries)}.values()
    return sorted(
        once,
        key=lambda entry: (
            is_korean(entry.record) != korean_first,
            key(entry) if key else (),
            filing_key(entry),
        ),
    )


def filing_key(entry: Entry) -> SortKey:
    """Return the names, date and title by which a brief is filed."""
    names = [
        f"{author.family or ''} {author.given or ''}".strip()
        if author.family and not _is_hangul(author.name)
        else line(author.name)
        for author in entry.record.authors
    ]
    name = title(entry.record)
    date = "".join(f"{part:04}" for part in date_parts(entry.record))
    return (False, filed(" ".join(names) or name)), (False, date), (False, filed(name))


def _is_hangul(text: str) -> bool:
    return any("\uac00" <= character <= "\ud7a3" for character in text)


def filed(text: str) -> str:
    """Return a text as it is filed, without accents, marks and case; whole Hangul has its order by itself."""
    split = unicodedata.normalize("NFD", text.casefold())
    bare = unicodedata.normalize("NFC", "".join(letter for letter in split if unicodedata.category(letter) != "Mn"))
    return " ".join("".join(letter if letter.isalnum() else " " for letter in bare).split())

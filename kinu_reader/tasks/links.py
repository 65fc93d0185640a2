"""Links that open a place in a brief: `kinu-reader://ARCHIVE/BRIEF?passage=START-END`."""

from __future__ import annotations

import re
from typing import NamedTuple

SCHEME = "kinu-reader"
_LINK = re.compile(rf"{SCHEME}://([0-9a-z]{{1,64}})/([0-9]{{1,18}})/?(?:\?passage=([0-9]{{1,18}})-([0-9]{{1,18}}))?")


class Link(NamedTuple):
    """A place in a brief of an archive; without a range (0, 0) the brief as a whole."""

    archive_id: str
    brief: int
    start: int = 0  # in the canonical text
    end: int = 0


def make(archive_id: str, brief: int, start: int = 0, end: int = 0) -> str:
    """Return the link to a place."""
    passage = f"?passage={start}-{end}" if (start, end) != (0, 0) else ""
    return f"{SCHEME}://{archive_id}/{brief}{passage}"


def read(text: str) -> Link | None:
    """Return the place that a link names; None if it is no such link."""
    found = _LINK.fullmatch(text.strip())
    if found is None:
        return None
    archive_id, brief, start, end = found.groups(default="0")
    link = Link(archive_id, int(brief), int(start), int(end))
    return link if link.start <= link.end else None

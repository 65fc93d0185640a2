"""A passage in quotation marks with its citation, as one pastes it into a text of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.cite import wording
from kinu_reader.cite.items import line
from kinu_reader.cite.rich import Rich

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.model import Range

ELLIPSIS = " … "


def quote(
    passage: str,
    citation: Rich | None = None,
    *,
    korean: bool = False,
    omit: Sequence[Range] = (),
    straight: bool = False,
) -> Rich:
    """Return a passage in quotation marks, those inside it turned, and its citation after it.

    `omit` are ranges of the passage that give way to an ellipsis. A citation in brackets stands before the full stop,
    a note after it on a line of its own.
    """
    inner = wording.curled(line(_without(passage, omit)), korean=korean)
    bracketed = citation is not None and citation.text.startswith(("(", "["))
    stop = "." if bracketed and inner.endswith(".") and not inner.endswith("..") else ""
    quoted = wording.quoted(inner.removesuffix(stop), "“", "”")
    joint = (" ", stop) if bracketed else ("\n", "")
    whole = Rich(quoted if citation is None else f"{quoted}{joint[0]}{citation.marked}{joint[1]}")
    return whole.straight if straight else whole


def _without(passage: str, omit: Sequence[Range]) -> str:
    kept, done = "", 0
    for start, end in sorted(omit):
        if end > start >= done:
            kept += passage[done:start].rstrip() + ELLIPSIS
            done = end
    return (kept + passage[done:].lstrip() if done else passage).strip()
